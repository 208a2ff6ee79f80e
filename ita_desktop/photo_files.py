"""From a file of any camera to a photo that prints: upright, small, in sRGB, and without the camera's notes.

HEIC is refused with what to do: the wheels of its decoder bundle x265, which is under the GPL.
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from ita_desktop import evidence_files
from ita_desktop.domain.measure import ProgressEvidence
from ita_desktop.domain.meeting import Photo
from ita_desktop.errors import UserError
from ita_desktop.thai.clean import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

PATTERNS = "ภาพถ่าย (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif)"
"""For a file dialog; HEIC is among them so that its sentence can be read."""
FOLDER_NAME = "ภาพต้นฉบับ"
"""The folder beside the data file that holds the originals."""
LONGEST_SIDE = 2000
"""Pixels: 17 cm of paper at 300 dots an inch."""
QUALITY = 85
"""Of the JPEG, 1 to 95: from here on more bytes show nothing on paper."""
MOST_PIXELS = 200_000_000
"""Of a JPEG, which can be read at an eighth of its size."""
MOST_PIXELS_WHOLE = 100_000_000
"""Of the other kinds, which have to be read whole: three bytes of memory a pixel."""
_MOST_PROFILE = 4_000_000
"""Bytes of a colour profile that is worth reading; larger ones hold no colours of a camera."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")
_WHITE = (255, 255, 255)


def read_photo(path: Path) -> Photo:
    """The photo in the file as it is kept and printed, without a caption; takes up to seconds.

    `UserError` says what to do about a file that is no picture, broken, too large or of a kind that cannot be read.
    """
    from PIL import Image, UnidentifiedImageError

    name = clean_line(path.name)
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            _refuse_by_beginning(file.read(32), name)
    except OSError as error:
        raise UserError(f"เปิดไฟล์ “{name}” ไม่ได้ ตรวจว่าไฟล์ยังอยู่ แล้วเลือกใหม่") from error
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            _check_size(opened, name)
            image = _jpeg(_upright(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name, MOST_PIXELS) from error
    except UnidentifiedImageError as error:
        raise UserError(f"“{name}” ไม่ใช่ภาพที่โปรแกรมอ่านได้ เลือกภาพชนิด JPG หรือ PNG") from error
    except MemoryError as error:
        raise UserError(f"หน่วยความจำไม่พอสำหรับภาพ “{name}” ปิดโปรแกรมอื่นก่อน หรือย่อภาพแล้วเลือกใหม่") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        # Pillow raises each of these for a picture that is cut off or contradicts itself.
        raise UserError(f"ไฟล์ภาพ “{name}” เสียหาย เปิดดูไม่ได้ครบทั้งภาพ เลือกภาพอื่นหรือคัดลอกจากกล้องใหม่") from error
    return Photo(image, original_name=name, original_sha256=sha256)


def originals_folder(data_file: Path) -> Path:
    """Where the originals of the photos in a data file lie."""
    return data_file.parent / FOLDER_NAME


def keep_original(path: Path, data_file: Path) -> evidence_files.KeptFile:
    """Copy the file beside the data, unchanged; the same content is kept once. `UserError` when it cannot be kept."""
    return evidence_files.keep(path, originals_folder(data_file))


def find_original(photo: Photo, data_file: Path) -> evidence_files.LookUp:
    """The original of a stored photo, held to its hash."""
    named = ProgressEvidence(file_name=photo.original_name, sha256=photo.original_sha256)
    return evidence_files.look_up(named, originals_folder(data_file))


def _refuse_by_beginning(beginning: bytes, name: str) -> None:
    if not beginning:
        raise UserError(f"ไฟล์ “{name}” ว่างเปล่า (๐ ไบต์) คัดลอกจากกล้องหรือโทรศัพท์ใหม่อีกครั้ง")
    if beginning[4:8] != b"ftyp":
        return
    for kind, brands in (("HEIC", _HEIF_BRANDS), ("AVIF", _AVIF_BRANDS)):
        if beginning[8:12] in brands:
            raise UserError(
                f"“{name}” เป็นภาพชนิด {kind} ซึ่งโปรแกรมเปิดไม่ได้ เปิดภาพในโทรศัพท์หรือคอมพิวเตอร์ บันทึกเป็น JPG ก่อน แล้วเลือกใหม่"
            )


def _check_size(opened: Image.Image, name: str) -> None:
    most = MOST_PIXELS if opened.format in ("JPEG", "MPO") else MOST_PIXELS_WHOLE
    if opened.width * opened.height > most:
        raise _too_large(name, most)


def _too_large(name: str, most: int) -> UserError:
    return UserError(f"ภาพ “{name}” ใหญ่เกิน {most // 1_000_000} ล้านพิกเซล ย่อภาพก่อน แล้วเลือกใหม่")


def _upright(opened: Image.Image) -> Image.Image:
    """The first frame, reduced as early as its kind allows, turned as the camera was held, in plain sRGB."""
    from PIL import ImageOps

    if opened.mode == "P":
        opened = opened.convert("RGBA" if "transparency" in opened.info else "RGB")
    elif opened.mode.startswith("I"):
        # Sixteen bits a pixel: a plain conversion would cut the light ones off.
        opened = opened.point(lambda light: light * (1 / 256)).convert("L")
    opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
    return _in_srgb(ImageOps.exif_transpose(opened))


def _in_srgb(image: Image.Image) -> Image.Image:
    from PIL import Image

    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, _WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        ground.info["icc_profile"] = image.info.get("icc_profile")
        image = ground
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and 0 < len(profile) <= _MOST_PROFILE:
        image = _converted(image, profile)
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """In sRGB where the profile can be used; as it is where it is broken or of another kind of picture."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return found or image


def _jpeg(image: Image.Image) -> bytes:
    """The pixels alone: a new picture has none of the notes that the old one was read with."""
    from PIL import Image

    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
