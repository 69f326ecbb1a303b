"""One pool of children for all tests of reading, and a way to read bytes."""

import pytest
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from matching.reading import Limits, ReaderPool, read


@pytest.fixture(scope="session")
def pool():
    pool = ReaderPool(size=2)
    yield pool
    pool.close()


@pytest.fixture
def read_bytes(tmp_path, pool):
    """Bytes to a Reading, through a file and a child, as in production."""

    def run(data: bytes, *, name: str = "cv", limits: Limits = Limits(), password: str = ""):  # noqa: B008 - frozen
        path = tmp_path / "document"
        path.write_bytes(data)
        return read(path, name=name, limits=limits, pool=pool, password=password)

    return run


@pytest.fixture(scope="session", autouse=True)
def _fonts():
    """The one TrueType font that reportlab ships."""
    registerFont(TTFont("Vera", "Vera.ttf"))


@pytest.fixture
def no_tesseract(monkeypatch, tmp_path):
    """A PATH without Tesseract, for children started from now on."""
    monkeypatch.setenv("PATH", str(tmp_path))
