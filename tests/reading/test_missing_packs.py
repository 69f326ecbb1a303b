"""A scan in a script that no installed pack of Tesseract knows: the row says which, and nothing is made up."""

import io
import shutil
from pathlib import Path

import pytest

from matching.reading import ReaderPool, read
from tests.reading import layouts

PACKS = next(iter(sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"))), Path("/none"))
pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None or not (PACKS / "osd.traineddata").exists(), reason="Tesseract is not on PATH"
)
HEBREW = ("מהנדס תוכנה בכיר בחיפה", "ניסיון תעסוקתי ארוך", "פיתח שירותים ובסיסי נתונים")
LINES = {
    "Hebrew": tuple(line[::-1] for line in HEBREW),
    "Korean": ("서울의 선임 소프트웨어 엔지니어", "경력 사항과 학력 사항", "데이터베이스로 서비스를 개발"),
}


@pytest.fixture
def english_only(monkeypatch, tmp_path) -> None:
    """Children started from now on have English and what looks at pictures."""
    for name in ("eng", "osd"):
        (tmp_path / f"{name}.traineddata").symlink_to(PACKS / f"{name}.traineddata")
    for name in ("configs", "tessconfigs", "pdf.ttf"):
        if (PACKS / name).exists():
            (tmp_path / name).symlink_to(PACKS / name)
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))


@pytest.mark.parametrize("script", LINES)
def test_scan_in_a_script_without_a_pack_says_which_is_missing(english_only, tmp_path, script):
    stream = io.BytesIO()
    layouts.picture(LINES[script] * 5, size=40).save(stream, format="PNG")
    (tmp_path / "cv").write_bytes(stream.getvalue())
    pool = ReaderPool(size=1)
    try:
        reading = read(tmp_path / "cv", name="cv.png", pool=pool)
    finally:
        pool.close()

    assert (reading.ok, reading.reason, reading.detail) == (False, "needs_ocr", f"no language pack for {script}")
