"""What is typed into a follow-up's short fields: a percentage, and the address of a page."""

import re
from urllib.parse import urlsplit

from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_line
from ita_desktop.thai.digits import to_arabic

_PERCENT = re.compile(r"(?:ร้อยละ\s*)?(\d{1,3})\s*(?:%|เปอร์เซ็นต์)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_HOST = re.compile(r"[^\s/.:@]+(?:\.[^\s/.:@]+)+")


def parse_percent(text: str) -> int:
    """The percentage of `40`, `๔๐ %` or `ร้อยละ 40`; `UserError` for anything else."""
    match = _PERCENT.fullmatch(to_arabic(text).strip())
    if match is None or int(match[1]) > 100:
        raise UserError("กรอกร้อยละเป็นจำนวนเต็ม ๐ ถึง ๑๐๐")
    return int(match[1])


def parse_address(text: str) -> str:
    """The web address, with https:// where none was typed; `UserError` for what is no address of a page."""
    address = clean_line(text)
    if not _SCHEME.match(address):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = None, ""
    if parts is None or parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or " " in address:
        raise UserError("อ่านที่อยู่เว็บนี้ไม่ได้ คัดลอกจากช่องที่อยู่ของเบราว์เซอร์ เช่น https://www.example.go.th/ita")
    return address
