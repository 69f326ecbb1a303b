"""Pages as pictures: what is drawn, what is refused, and what a hostile page costs."""

import base64
import io

import pytest
from PIL import Image

from matching.reading import Limits, draw, office_program, paper
from tests.reading import docxs, pdfs

TWO_PAGES = pdfs.pdf(pdfs.cv_page, pdfs.white_on_dark)


@pytest.fixture
def drawn(tmp_path, pool):
    """Bytes to the answer for one page, through a file and a child, as in production."""

    def run(data: bytes, *, page: int = 1, limits: Limits = Limits()) -> dict:  # noqa: B008 - frozen
        path = tmp_path / "document"
        path.write_bytes(data)
        return draw(path, page=page, limits=limits, pool=pool)

    return run


def picture_in(answer: dict) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(answer["picture"])))


def picture_file(kind: str, size: tuple[int, int] = (600, 300), **options) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "white").save(target, kind, **options)
    return target.getvalue()


def test_page_of_a_pdf_is_a_picture_of_a_thousand_pixels(drawn):
    answer = drawn(TWO_PAGES)
    picture = picture_in(answer)

    assert (picture.format, picture.size) == ("WEBP", (answer["width"], answer["height"]))
    assert (answer["width"] // 10, answer["pages"]) == (100, 2)
    assert len(picture.convert("L").getcolors()) > 10


def test_each_page_has_a_picture_of_its_own(drawn):
    assert drawn(TWO_PAGES, page=1)["picture"] != drawn(TWO_PAGES, page=2)["picture"]


@pytest.mark.parametrize("page", [-1, 0, 3])
def test_page_that_is_not_there(drawn, page):
    assert drawn(TWO_PAGES, page=page)["reason"] == "no_page"


def test_turned_page_stands_upright(drawn):
    answer = drawn(pdfs.turned(TWO_PAGES, degrees=90))

    assert answer["width"] > answer["height"]


def test_page_far_too_tall_is_drawn_small(drawn):
    answer = drawn(pdfs.pdf(lambda canvas: canvas.setPageSize((10, 14_000))))

    assert (answer["width"], answer["height"]) == (3, 3000)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_picture_file_is_drawn_as_it_is(drawn, kind):
    answer = drawn(picture_file(kind))

    assert (answer["width"], answer["height"], answer["pages"]) == (600, 300, 1)


def test_large_photo_is_drawn_smaller_and_upright(drawn):
    sideways = Image.Exif()
    sideways[0x0112] = 6
    answer = drawn(picture_file("JPEG", (3000, 2000), exif=sideways))

    assert (answer["width"], answer["height"]) == (1000, 1500)


def test_fax_of_two_frames_has_two_pages(drawn):
    more = [Image.new("RGB", (60, 30), "black")]
    data = picture_file("TIFF", (60, 30), save_all=True, append_images=more)

    assert [picture_in(drawn(data, page=page)).convert("L").getpixel((5, 5)) > 128 for page in (1, 2)] == [True, False]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdfs.locked(user="secret"), "password"),
        (b"%PDF-1.7 nothing of it", "damaged"),
        (picture_file("PNG")[:60], "damaged"),
        (docxs.zip_bomb(megabytes=1), "unsupported"),
        (b"Jane Example", "unsupported"),
    ],
    ids=["locked", "no pdf", "cut picture", "zip", "text"],
)
def test_document_without_pages_to_draw(drawn, data, reason):
    assert drawn(data)["reason"] == reason


def test_file_over_the_limit_is_not_drawn(drawn):
    assert drawn(TWO_PAGES, limits=Limits(max_bytes=100))["reason"] == "too_large"


def test_bomb_costs_one_child_and_the_next_page_is_drawn(drawn):
    assert drawn(pdfs.bomb(megabytes=3000), limits=Limits(max_memory_mb=512))["reason"] == "bomb"
    assert drawn(TWO_PAGES)["pages"] == 2


def test_page_that_takes_too_long_is_stopped(drawn):
    assert drawn(TWO_PAGES, limits=Limits(max_seconds=0.001))["reason"] == "too_slow"


@pytest.fixture
def printed(tmp_path, pool):
    """Bytes to the answer of printing them."""

    def run(data: bytes) -> dict:
        path = tmp_path / "office"
        path.write_bytes(data)
        return paper(path, limits=Limits(), pool=pool)

    return run


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "data",
    [docxs.word(docxs.cv), rb"{\rtf1\ansi Jane Example\par Night porter\page Second page}"],
    ids=["docx", "rtf"],
)
def test_office_document_is_printed_to_pages_that_can_be_drawn(printed, drawn, data):
    if office_program() is None:
        pytest.skip("LibreOffice is not on PATH (on Debian: apt-get install libreoffice-writer-nogui)")
    answer = printed(data)
    pages = drawn(base64.b64decode(answer["paper"]))["pages"]

    assert answer["pages"] == pages == (2 if data.startswith(b"{") else 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"Jane Example", "unsupported"), (docxs.zip_bomb(megabytes=60), "bomb"), (b"PK\x03\x04 nothing", "damaged")],
    ids=["text", "bomb", "broken zip"],
)
def test_what_is_no_office_document_is_not_printed(printed, data, reason):
    assert printed(data)["reason"] == reason


def test_page_without_a_size_is_not_drawn(drawn):
    assert drawn(pdfs.without_size()) == {"reason": "damaged", "detail": "the page has no size"}
