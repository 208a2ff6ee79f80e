"""Whether stored bytes are a picture that paper can show."""

import io

_JPEG_END = b"\xff\xd9"


def is_picture(image: bytes) -> bool:
    """Whether the bytes begin as a JPEG or PNG and are not cut off; reading it whole would take long."""
    # Imported when the first photo is met: most papers have none.
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(image), formats=("JPEG", "PNG")) as opened:
            if opened.format == "PNG":
                opened.verify()
                return True
            return _JPEG_END in image[len(image) // 2 :]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
