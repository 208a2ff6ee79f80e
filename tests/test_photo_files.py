"""Photos from files: upright, reduced, without notes, and a sentence for every file that cannot be one."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms, TiffImagePlugin
from PIL.PngImagePlugin import PngInfo

from ita_desktop.errors import UserError
from ita_desktop.evidence_files import FileState
from ita_desktop.photo_files import LONGEST_SIDE, find_original, keep_original, originals_folder, read_photo

RED, BLUE = (220, 20, 30), (10, 30, 220)


def two_halves(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def seen(photo: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(photo))
    image.load()
    return image


def near(found: object, wanted: tuple[int, ...], by: int = 25) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def with_notes(path: Path, orientation: int) -> Path:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    two_halves().save(path, exif=exif, comment=b"SecretComment", dpi=(300, 300))
    return path


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, "left"), (2, "right"), (3, "right"), (4, "left"), (5, "top"), (6, "top"), (7, "bottom"), (8, "bottom")],
)
def test_that_a_photo_stands_upright_however_the_camera_was_held(tmp_path: Path, orientation: int, red_at: str) -> None:
    photo = read_photo(with_notes(tmp_path / "DSC_1.jpg", orientation))
    image = seen(photo.image)
    assert image.size == ((400, 200) if orientation < 5 else (200, 400))
    width, height = image.size
    spots = {
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
    }
    assert near(image.getpixel(spots[red_at]), RED)
    assert sum(near(image.getpixel(spot), RED) for spot in spots.values() if spot != spots[red_at]) <= 2


def test_that_none_of_the_cameras_notes_stay_and_the_original_is_named(tmp_path: Path) -> None:
    path = with_notes(tmp_path / "ภาพ  ประชุม.jpg", 6)
    photo = read_photo(path)
    assert b"Secret" in path.read_bytes()
    assert b"Secret" not in photo.image
    assert not seen(photo.image).getexif()
    assert set(seen(photo.image).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert photo.original_name == "ภาพ ประชุม.jpg"
    assert len(photo.original_sha256) == 64
    assert photo.caption == ""


@pytest.mark.parametrize(("size", "reduced"), [((5000, 2500), (2000, 1000)), ((1500, 3000), (1000, 2000))])
def test_that_large_photos_are_reduced_and_small_ones_left_as_large_as_they_are(
    tmp_path: Path, size: tuple[int, int], reduced: tuple[int, int]
) -> None:
    two_halves(*size).save(tmp_path / "large.jpg")
    assert seen(read_photo(tmp_path / "large.jpg").image).size == reduced
    two_halves(40, 20).save(tmp_path / "small.png")
    assert seen(read_photo(tmp_path / "small.png").image).size == (40, 20)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "1", "P", "RGBA", "LA"])
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "gif", "bmp", "tif"])
def test_that_every_kind_of_pixels_becomes_a_plain_colour_jpeg(tmp_path: Path, mode: str, kind: str) -> None:
    path = tmp_path / f"photo.{kind}"
    try:
        two_halves(mode=mode).save(path)
    except (OSError, KeyError, ValueError):
        pytest.skip(f"no {kind} holds {mode}")
    image = seen(read_photo(path).image)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (400, 200))
    left, right = image.getpixel((20, 100)), image.getpixel((380, 100))
    assert left != right
    if mode in ("RGB", "CMYK", "P", "RGBA"):
        assert near(left, RED, 40)
        assert near(right, BLUE, 40)


def test_that_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 30, 40))
    image.save(tmp_path / "clear.png")
    found = seen(read_photo(tmp_path / "clear.png").image)
    assert near(found.getpixel((10, 20)), RED)
    assert near(found.getpixel((50, 20)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_that_of_moving_pictures_the_first_one_is_taken(tmp_path: Path, kind: str) -> None:
    first, second = Image.new("RGB", (40, 30), RED), Image.new("RGB", (40, 30), BLUE)
    first.save(tmp_path / f"moving.{kind}", save_all=True, append_images=[second])
    assert near(seen(read_photo(tmp_path / f"moving.{kind}").image).getpixel((20, 15)), RED, 30)


def test_that_sixteen_bits_of_grey_keep_their_light(tmp_path: Path) -> None:
    Image.new("I;16", (30, 30), 32768).save(tmp_path / "deep.png")
    assert near(seen(read_photo(tmp_path / "deep.png").image).getpixel((5, 5)), (128, 128, 128), 3)


@pytest.mark.parametrize("profile", [b"no profile at all", b"x" * 5_000_000, None], ids=["broken", "huge", "sound"])
def test_that_a_broken_or_huge_colour_profile_does_no_harm(tmp_path: Path, profile: bytes | None) -> None:
    real = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    two_halves().save(tmp_path / "profiled.jpg", icc_profile=profile or real)
    photo = read_photo(tmp_path / "profiled.jpg").image
    assert len(photo) < 50_000
    assert near(seen(photo).getpixel((20, 100)), RED)


def test_that_the_two_pictures_of_a_stereo_camera_are_one_photo(tmp_path: Path) -> None:
    two_halves().save(tmp_path / "stereo.jpg", format="MPO", save_all=True, append_images=[two_halves()])
    assert seen(read_photo(tmp_path / "stereo.jpg").image).size == (400, 200)


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((600, 400), 80).save(out, "JPEG")
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A small PNG that claims to be huge."""
    out = io.BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[16:24] = width.to_bytes(4) + height.to_bytes(4)
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.jpg", b"", "ว่างเปล่า"),
        ("text.jpg", b"hello, this is no picture at all", "ไม่ใช่ภาพ"),
        ("page.jpg", b"%PDF-1.7 ...........................", "ไม่ใช่ภาพ"),
        ("cut.jpg", jpeg()[: len(jpeg()) // 2], "เสียหาย"),
        ("head.jpg", jpeg()[:40], ""),
        ("cut.png", b"\x89PNG\r\n\x1a\n\x00\x00", ""),
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "ภาพชนิด HEIC"),
        ("IMG_1.jpg", b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "บันทึกเป็น JPG ก่อน"),
        ("new.avif", b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif", "ภาพชนิด AVIF"),
        ("bomb.png", bomb(20_000, 6_000), "ใหญ่เกิน 100 ล้านพิกเซล"),
        ("bomb.png", bomb(20_000, 15_000), "ใหญ่เกิน 200 ล้านพิกเซล"),
        ("bomb.png", bomb(60_000, 60_000), "ใหญ่เกิน 200 ล้านพิกเซล"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_that_what_cannot_be_a_photo_is_told_with_its_name(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_photo(path)
    assert f"“{name}”" in caught.value.sentence
    assert words in caught.value.sentence
    assert path.read_bytes() == content


def test_that_every_cut_of_a_photo_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    out = io.BytesIO()
    two_halves(120, 80).save(out, "PNG", pnginfo=PngInfo())
    for whole in (jpeg(), out.getvalue()):
        for length in range(1, len(whole), max(1, len(whole) // 60)):
            (tmp_path / "cut").write_bytes(whole[:length])
            try:
                photo = read_photo(tmp_path / "cut")
            except UserError:
                continue
            # Only the mark of its end may be missing.
            assert length > len(whole) * 0.9
            assert seen(photo.image).size[0] in (600, 120)


def test_that_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(UserError, match="เปิดไฟล์"):
            read_photo(path)


def test_that_a_photo_of_eighty_megapixels_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "vast.jpg"
    Image.new("L", (10_000, 8_000), 90).save(path)
    work = (
        "import resource, sys; from pathlib import Path; from ita_desktop.photo_files import read_photo;"
        "import PIL.JpegImagePlugin, PIL.ImageOps, PIL.ImageCms;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "photo = read_photo(Path(sys.argv[1]));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, len(photo.image))"
    )
    done = subprocess.run([sys.executable, "-c", work, str(path)], capture_output=True, text=True, check=True)
    more, size = map(int, done.stdout.split())
    assert more < 80_000
    assert size < 200_000


def test_that_the_original_stays_beside_the_data_unchanged(tmp_path: Path) -> None:
    path = with_notes(tmp_path / "DSC_1.jpg", 6)
    data_file = tmp_path / "data" / "office.itadb"
    data_file.parent.mkdir()
    photo = read_photo(path)
    kept = keep_original(path, data_file)
    assert kept.sha256 == photo.original_sha256
    found = find_original(photo, data_file)
    assert found.state is FileState.FOUND
    assert found.path is not None
    assert found.path.parent == originals_folder(data_file)
    assert found.path.read_bytes() == path.read_bytes()
    keep_original(path, data_file)
    assert len(list(originals_folder(data_file).iterdir())) == 1


def test_that_tiff_notes_do_not_stay(tmp_path: Path) -> None:
    notes = TiffImagePlugin.ImageFileDirectory_v2()
    notes[270] = "SecretDescription"
    two_halves().save(tmp_path / "scan.tif", tiffinfo=notes)
    assert b"Secret" not in read_photo(tmp_path / "scan.tif").image


def test_that_no_side_is_longer_than_the_paper_needs(tmp_path: Path) -> None:
    two_halves(9000, 10).save(tmp_path / "strip.png")
    assert max(seen(read_photo(tmp_path / "strip.png").image).size) == LONGEST_SIDE
