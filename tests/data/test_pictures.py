import io
import struct
import zlib

import numpy as np
import pytest

from assay.data.picture_files import MOST_PIXELS, picture_kind
from assay.data.pictures import Preparation, page_count, page_size, prepare_page
from assay.errors import DataError, UsageError

Image = pytest.importorskip("PIL.Image")

RED, WHITE = (255, 0, 0), (255, 255, 255)


def corner(size=(40, 20), mode="RGB"):
    """White, with a red corner at the upper left, so that turns show."""
    page = Image.new("RGB", size, "white")
    page.paste(RED, (0, 0, 4, 4))
    return page.convert(mode)


def decoded(page):
    picture = Image.open(io.BytesIO(page.data))
    assert picture.format == {"image/png": "PNG", "image/jpeg": "JPEG"}[page.media_type]
    assert picture.size == (page.width, page.height)
    assert picture.mode == "RGB"
    return picture


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp"])
def test_every_kind_becomes_a_png_or_jpeg_in_rgb_of_the_stated_size(tmp_path, suffix):
    file = tmp_path / f"page.{suffix}"
    corner().save(file)

    page = prepare_page(file)

    assert decoded(page).size == (40, 20)
    assert (page.source_width, page.source_height) == (40, 20) == page_size(file)
    assert page_count(file) == 1
    assert page.notes == ()


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_plain_picture_within_the_limits_goes_through_byte_for_byte(tmp_path, suffix):
    file = tmp_path / f"page.{suffix}"
    corner().save(file, dpi=(300, 300))

    assert prepare_page(file).data == file.read_bytes()


def test_a_png_is_encoded_anew_where_jpeg_is_asked_for(tmp_path):
    corner().save(tmp_path / "page.png")

    page = prepare_page(tmp_path / "page.png", preparation=Preparation(media_type="image/jpeg"))

    assert page.media_type == "image/jpeg"
    decoded(page)


def test_metadata_is_never_sent_and_the_pixels_stay(tmp_path):
    file = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x010F] = "Camera of Jana Novak"
    corner().save(file, exif=exif, comment=b"at home")

    page = prepare_page(file)

    assert b"Jana Novak" in file.read_bytes()
    assert b"Jana Novak" not in page.data
    assert b"at home" not in page.data
    assert np.array_equal(np.asarray(decoded(page)), np.asarray(Image.open(file)))


def test_what_hangs_behind_a_picture_is_not_sent(tmp_path):
    file = tmp_path / "page.png"
    corner().save(file)
    file.write_bytes(file.read_bytes() + b"a hidden appendix")

    assert b"appendix" not in prepare_page(file).data


def test_a_profile_and_a_text_in_a_png_are_left_out(tmp_path):
    plugin = pytest.importorskip("PIL.PngImagePlugin")
    cms = pytest.importorskip("PIL.ImageCms")
    info = plugin.PngInfo()
    info.add_text("Author", "Jana Novak")
    profile = cms.ImageCmsProfile(cms.createProfile("sRGB")).tobytes()
    corner().save(tmp_path / "page.png", pnginfo=info, icc_profile=profile)

    data = prepare_page(tmp_path / "page.png").data

    assert b"Jana" not in data
    assert b"iCCP" not in data


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp"])
@pytest.mark.parametrize(
    ("turn", "size", "red_at"),
    [
        (2, (40, 20), (38, 1)),
        (3, (40, 20), (38, 18)),
        (4, (40, 20), (1, 18)),
        (5, (20, 40), (1, 1)),
        (6, (20, 40), (18, 1)),
        (7, (20, 40), (18, 38)),
        (8, (20, 40), (1, 38)),
    ],
)
def test_exif_orientation_is_obeyed(tmp_path, suffix, turn, size, red_at):
    file = tmp_path / f"page.{suffix}"
    exif = Image.Exif()
    exif[0x0112] = turn
    corner().save(file, exif=exif, **({"quality": 95, "lossless": True} if suffix == "webp" else {}))

    page = prepare_page(file)

    assert page_size(file) == (page.source_width, page.source_height) == size
    assert np.allclose(decoded(page).getpixel(red_at), RED, atol=60)
    assert np.allclose(decoded(page).getpixel((10, 10)), WHITE, atol=60)


def test_exif_behind_the_pixels_of_a_png_is_obeyed_too(tmp_path):
    corner().save(tmp_path / "page.png")
    plain = (tmp_path / "page.png").read_bytes()
    exif = Image.Exif()
    exif[0x0112] = 6
    body = exif.tobytes()[6:]
    chunk = struct.pack(">I", len(body)) + b"eXIf" + body + struct.pack(">I", zlib.crc32(b"eXIf" + body))
    (tmp_path / "page.png").write_bytes(plain[:-12] + chunk + plain[-12:])

    page = prepare_page(tmp_path / "page.png")

    assert (page.width, page.height) == (20, 40) == page_size(tmp_path / "page.png")


def test_an_orientation_that_does_not_exist_means_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 9
    corner().save(tmp_path / "page.jpg", exif=exif)

    assert page_size(tmp_path / "page.jpg") == (40, 20)
    assert prepare_page(tmp_path / "page.jpg").width == 40


def test_alpha_is_laid_on_white(tmp_path):
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    palette = Image.new("P", (5, 5), 0)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    palette.save(tmp_path / "palette.png", transparency=0)
    Image.new("LA", (5, 5), (0, 0)).save(tmp_path / "grey.png")

    for name in ("clear.png", "palette.png", "grey.png"):
        assert decoded(prepare_page(tmp_path / name)).getpixel((2, 2)) == WHITE, name


@pytest.mark.parametrize("name", ["page.png", "page.tif"])
def test_of_sixteen_bits_the_upper_eight_are_kept(tmp_path, name):
    values = np.array([[0, 255, 256, 30000, 65535]], dtype=np.uint16)
    Image.fromarray(values).save(tmp_path / name)

    row = np.asarray(decoded(prepare_page(tmp_path / name)))[0, :, 0]

    assert row.tolist() == [0, 0, 1, 117, 255]


def test_a_sixteen_bit_tiff_whose_zero_is_white_is_turned_round(tmp_path):
    values = np.array([[0, 65535]], dtype=np.uint16)
    Image.fromarray(values).save(tmp_path / "page.tif", tiffinfo={262: 0})

    assert np.asarray(decoded(prepare_page(tmp_path / "page.tif")))[0, :, 0].tolist() == [255, 0]


def test_values_with_fractions_are_stretched_and_told(tmp_path):
    Image.fromarray(np.array([[0.0, 0.5, 1.0]], dtype=np.float32)).save(tmp_path / "page.tif")
    Image.fromarray(np.full((2, 2), 0.7, dtype=np.float32)).save(tmp_path / "flat.tif")

    page = prepare_page(tmp_path / "page.tif")

    assert np.asarray(decoded(page))[0, :, 0].tolist() == [0, 127, 255]
    assert "stretched" in page.notes[0]
    assert decoded(prepare_page(tmp_path / "flat.tif")).getpixel((0, 0)) == WHITE


def test_a_cmyk_jpeg_keeps_dark_dark_and_light_light(tmp_path):
    page = Image.new("CMYK", (16, 8), (0, 0, 0, 0))
    page.paste((0, 0, 0, 255), (0, 0, 8, 8))
    page.save(tmp_path / "page.jpg", quality=95)

    sent = decoded(prepare_page(tmp_path / "page.jpg"))

    assert max(sent.getpixel((2, 4))) < 20
    assert min(sent.getpixel((13, 4))) > 235


def test_bilevel_and_grey_pages_become_rgb(tmp_path):
    for mode in ("1", "L"):
        Image.new(mode, (9, 9), 255 if mode == "L" else 1).save(tmp_path / "page.png")
        assert decoded(prepare_page(tmp_path / "page.png")).getpixel((4, 4)) == WHITE


def test_the_pages_of_a_tiff_are_counted_and_told_apart(tmp_path):
    pages = [Image.new("RGB", (10 + number, 10), (number * 50, 0, 0)) for number in (1, 2, 3)]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])

    assert page_count(tmp_path / "scan.tif") == 3
    assert page_size(tmp_path / "scan.tif", 3) == (13, 10)
    assert decoded(prepare_page(tmp_path / "scan.tif", 2)).getpixel((0, 0)) == (100, 0, 0)


@pytest.mark.parametrize("page", [0, -1, 2])
def test_a_page_that_is_not_there_is_refused(tmp_path, page):
    corner().save(tmp_path / "page.png")
    corner().save(tmp_path / "page.tif")

    for name in ("page.png", "page.tif"):
        with pytest.raises(DataError, match=f"page {page} was asked for; the file has 1 page"):
            prepare_page(tmp_path / name, page)


def test_limits_make_a_page_smaller_and_never_larger(tmp_path):
    corner((400, 300)).save(tmp_path / "page.png")
    file = tmp_path / "page.png"

    by_side = prepare_page(file, preparation=Preparation(longest_side=100))
    by_pixels = prepare_page(file, preparation=Preparation(max_pixels=7_000))
    wide = prepare_page(file, preparation=Preparation(longest_side=9_000, max_pixels=None))

    assert (by_side.width, by_side.height) == (100, 75)
    assert by_pixels.width * by_pixels.height <= 7_000
    assert by_pixels.width / by_pixels.height == pytest.approx(4 / 3, abs=0.03)
    assert (wide.width, wide.height) == (400, 300)
    assert (by_side.source_width, by_side.source_height) == (400, 300)


def test_a_very_flat_page_keeps_at_least_one_pixel_of_height(tmp_path):
    Image.new("RGB", (3000, 1), "white").save(tmp_path / "line.png")

    page = prepare_page(tmp_path / "line.png", preparation=Preparation(longest_side=100))

    assert (page.width, page.height) == (100, 1)


def test_the_same_page_gives_the_same_bytes(tmp_path):
    corner((500, 400)).save(tmp_path / "page.tif")
    wanted = Preparation(longest_side=300, media_type="image/jpeg")

    assert (
        prepare_page(tmp_path / "page.tif", preparation=wanted).data
        == prepare_page(tmp_path / "page.tif", preparation=wanted).data
    )


def test_the_kind_is_told_by_content_and_a_wrong_suffix_is_noted(tmp_path):
    corner().save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "photo.jpg")

    page = prepare_page(tmp_path / "photo.jpg")

    assert page.media_type == "image/png"
    assert page.notes == ("photo.jpg is a PNG by its content and was read as such",)


def test_of_an_animation_the_first_picture_is_used_and_told(tmp_path):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for name in ("moving.webp", "moving.png"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], lossless=True)

        page = prepare_page(tmp_path / name)

        assert decoded(page).getpixel((4, 4)) == RED, name
        assert "first of its 2 pictures" in page.notes[0]
        assert page_count(tmp_path / name) == 1


def png_with_header(width, height):
    """A PNG whose header states a size that its content does not have."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


def test_a_bomb_is_refused_by_its_header(tmp_path):
    (tmp_path / "bomb.png").write_bytes(png_with_header(200_000, 200_000))

    for read in (prepare_page, page_size):
        with pytest.raises(DataError, match=f"at most {MOST_PIXELS:,} are decoded"):
            read(tmp_path / "bomb.png")


def test_a_tiff_bomb_is_refused_by_its_header(tmp_path):
    corner().save(tmp_path / "page.tif")
    raw = (tmp_path / "page.tif").read_bytes()
    at = struct.unpack("<I", raw[4:8])[0] + 2
    broken = bytearray(raw)
    for place in range(at, at + 24, 12):
        if struct.unpack("<H", raw[place : place + 2])[0] in {256, 257}:
            broken[place + 2 : place + 12] = struct.pack("<HII", 4, 1, 60_000)
    (tmp_path / "page.tif").write_bytes(bytes(broken))

    with pytest.raises(DataError, match="at most 100,000,000"):
        prepare_page(tmp_path / "page.tif")


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp"])
def test_a_file_cut_off_in_the_middle_is_refused(tmp_path, suffix):
    file = tmp_path / f"page.{suffix}"
    noise = np.random.default_rng(1).integers(0, 255, (90, 90, 3), dtype=np.uint8)
    Image.fromarray(noise).save(file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    with pytest.raises(DataError, match="broken or cut off"):
        prepare_page(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty file"),
        (b"GIF89a" + b"\0" * 50, "a GIF"),
        (b"BM" + b"\0" * 50, "a BMP"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "HEIC"),
        (b"<svg xmlns='x'/>", "markup"),
        (b"just text", "no picture that is known"),
        (b"\0" * 100, "no picture that is known"),
    ],
)
def test_what_is_no_known_picture_is_named_with_what_is_allowed(tmp_path, content, said):
    (tmp_path / "page.png").write_bytes(content)

    with pytest.raises(DataError, match=f"{said}.*PNG, JPEG, TIFF, WebP and PDF"):
        prepare_page(tmp_path / "page.png")


@pytest.mark.parametrize(
    "head", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"RIFF\0\0\0\0WEBP", b"%PDF-1.7"]
)
def test_a_head_with_nothing_behind_it_is_refused(tmp_path, head):
    (tmp_path / "page").write_bytes(head)

    for read in (prepare_page, page_size, page_count):
        with pytest.raises(DataError, match="broken or cut off"):
            read(tmp_path / "page")


def test_folders_loops_and_missing_files_are_wrong_usage(tmp_path):
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")

    for name in ("folder.png", "loop.png", "none.png"):
        with pytest.raises(UsageError, match=name.removesuffix(".png")):
            prepare_page(tmp_path / name)


def test_the_suffix_plays_no_part_in_the_kind(tmp_path):
    corner().save(tmp_path / "a.tif")
    (tmp_path / "a.tif").rename(tmp_path / "noname")

    assert picture_kind(tmp_path / "noname") == "TIFF"


@pytest.mark.parametrize(
    "wrong",
    [
        {"longest_side": 0},
        {"max_pixels": 0},
        {"media_type": "image/gif"},
        {"quality": 0},
        {"quality": 100},
        {"pdf_dpi": 10_000},
    ],
)
def test_a_preparation_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Preparation(**wrong)


def test_a_preparation_is_plain_data():
    assert Preparation(longest_side=5).to_data() == {
        "longest_side": 5,
        "max_pixels": 4_000_000,
        "media_type": "image/png",
        "quality": 90,
        "pdf_dpi": 200,
    }
