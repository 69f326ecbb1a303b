"""Pages that a browser printed in scripts from the right and without blanks: every line in its order, letter by letter.

One browser prints all of them. The fonts are those that the other tests have: DejaVu and WenQuanYi.
"""

import shutil
import subprocess
import unicodedata

import pytest

from matching.reading import ReaderPool, read

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.processes, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on PATH")]
CVS = {
    "ar": (
        "ليلى حداد",
        "مهندسة برمجيات أولى في دبي",
        "الخبرة العملية",
        "شركة النور للتقنية، من 2019 إلى 2025",
        "طورت خدمات Python وقواعد بيانات PostgreSQL",
    ),
    "he": (
        "ישראל ישראלי",
        "מהנדס תוכנה בכיר בחיפה",
        "ניסיון תעסוקתי",
        "חברת הנמל, משנת 2019 עד 2025",
        "פיתח שירותים ב Python ובסיסי נתונים",
    ),
    "fa": (
        "مریم احمدی",
        "مهندس ارشد نرم افزار در تهران",
        "سوابق شغلی",
        "شرکت پارس داده از 2019 تا 2025",
        "توسعه سرویس با Python و پایگاه داده",
    ),
    "ja": (
        "山田太郎",
        "東京の上級ソフトウェアエンジニア",
        "職務経歴",
        "株式会社みなと、2019年から2025年まで",
        "Pythonとデータベースでサービスを開発",
    ),
    "ko": (
        "김철수",
        "서울의 선임 소프트웨어 엔지니어",
        "경력 사항",
        "주식회사 항구, 2019년부터 2025년까지",
        "Python과 데이터베이스로 서비스를 개발",
    ),
}
RIGHTWARD = frozenset({"ar", "he", "fa"})


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> str:
    """The text of one printed file with a page in each language."""
    folder = tmp_path_factory.mktemp("printed")
    sheets = "".join(
        f'<section lang="{code}" dir="{"rtl" if code in RIGHTWARD else "ltr"}">'
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</section>"
        for code, lines in CVS.items()
    )
    style = 'section { break-after: page; font-family: "DejaVu Sans", "WenQuanYi Zen Hei", sans-serif }'
    (folder / "cv.html").write_text(f'<meta charset="utf-8"><title>CV</title><style>{style}</style>{sheets}')
    subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={folder / 'cv.pdf'}",
            (folder / "cv.html").as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    pool = ReaderPool(size=1)
    try:
        reading = read(folder / "cv.pdf", name="cv.pdf", pool=pool)
    finally:
        pool.close()
    assert (reading.ok, reading.extractor, reading.hidden, reading.flags) == (True, "pdfium", (), ())
    return reading.text


@pytest.mark.parametrize("code", CVS)
def test_printed_lines_are_read_in_their_order(printed, code):
    lines = [unicodedata.normalize("NFKC", line).strip() for line in printed.split("\n") if line.strip()]
    wanted = [unicodedata.normalize("NFKC", line) for line in CVS[code]]

    assert [line for line in lines if line in wanted] == wanted
