"""Amounts of money as clerks type and read them."""

import re
from decimal import Decimal

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import Numerals, to_arabic

_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?\s*(?:บาท)?(?:ถ้วน)?")


def parse_baht(text: str) -> Decimal:
    """The amount of `50,000`, `๕๐,๐๐๐.๕๐ บาท` or `1200`; `UserError` for anything else."""
    match = _AMOUNT.fullmatch(to_arabic(text).strip())
    if match is None:
        raise UserError(f"อ่านจำนวนเงิน “{text.strip()[:30]}” ไม่ได้ กรอกเป็นบาท เช่น ๕๐,๐๐๐ หรือ 1500.50")
    return Decimal(f"{match[1].replace(',', '')}.{match[2] or '0'}").quantize(Decimal("0.01"))


def format_baht(amount: Decimal, numerals: Numerals) -> str:
    """`50,000` or `1,500.50`, in the office's digits."""
    whole = amount == amount.to_integral_value()
    return numerals.show(f"{amount:,.0f}" if whole else f"{amount:,.2f}")
