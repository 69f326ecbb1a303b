"""Text recognition: the language and the turn are found, progress is told, and what is unsure says so."""

import shutil

import pytest

from matching.reading import Limits, ReaderPool, read
from matching.reading.languages import language_of, packs_for, script_of, with_english
from matching.reading.ocr import languages
from tests.reading import layouts, pdfs

PAGES = {
    "deu": (
        "Geschäftsführer einer großen Straßenbaugesellschaft",
        "Verantwortlich für die Kunden und für den Einkauf",
        "Schulung der Mitarbeiter und Prüfung der Verträge",
        "Führung von zehn Mitarbeitern in der Buchhaltung",
    ),
    "rus": (
        "Ведущий инженер платформы заказов",
        "Навыки и опыт работы с базами данных",
        "Сократил расчёт до одного часа",
    ),
    "ell": ("Μηχανικός λογισμικού με εμπειρία", "Υπεύθυνος για την πλατφόρμα παραγγελιών", "Γνώσεις και δεξιότητες"),
    "chi_sim": (
        "高级软件工程师负责订单平台",
        "财务会计专门负责月末结账",
        "上海交通大学通信工程专业",
        "技能包括数据库和网络",
    ),
    "eng": pdfs.CV,
}
needs_packs = pytest.mark.skipif(
    shutil.which("tesseract") is None or not set(PAGES) <= languages() or not layouts.CHINESE.exists(),
    reason="needs Tesseract with its packs deu, rus, ell and chi-sim, and the fonts DejaVu and WenQuanYi",
)


@pytest.fixture
def read_picture(read_bytes):
    return lambda texts, **options: read_bytes(layouts.as_bytes(layouts.picture(texts, **options)))


def share_found(text: str, texts) -> float:
    """The share of a page's words, or signs of Chinese, that are in the text."""
    wanted = [word.strip(",.:-") for line in texts for word in line.split() if len(word.strip(",.:-")) > 3]
    wanted = wanted if wanted[0] < "\u2e80" else list("".join(wanted))
    return sum(word in text for word in wanted) / len(wanted)


@needs_packs
@pytest.mark.parametrize("language", sorted(PAGES))
def test_language_is_found_by_itself(read_picture, language):
    reading = read_picture(PAGES[language])

    assert share_found(reading.text, PAGES[language]) > 0.85
    assert reading.confidence > 80
    assert reading.flags in {(), ("parse_poor",)}


@needs_packs
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_put_upright(read_picture, turn):
    assert share_found(read_picture(pdfs.CV, turn=turn).text, pdfs.CV) > 0.85


@needs_packs
def test_blurred_scan_is_flagged(read_picture):
    sharp, blurred = read_picture(pdfs.CV, size=30), read_picture(pdfs.CV, size=30, blur=4)

    assert ("ocr_poor" in sharp.flags, "ocr_poor" in blurred.flags) == (False, True)
    assert blurred.confidence < sharp.confidence


@needs_packs
def test_page_whose_text_layer_is_garbage_is_recognised(read_bytes):
    reading = read_bytes(pdfs.pdf(layouts.with_wrong_layer(layouts.picture(pdfs.CV, size=36))))

    assert reading.extractor == "tesseract"
    assert share_found(reading.text, pdfs.CV) > 0.85
    assert "lMBp2`bBiv" not in reading.text


@needs_packs
def test_heic_photo_is_recognised(read_bytes):
    reading = read_bytes(layouts.as_bytes(layouts.picture(pdfs.CV), "HEIF"))

    assert reading.media_type == "image/heic"
    assert share_found(reading.text, pdfs.CV) > 0.85


@needs_packs
def test_progress_is_told_for_each_page(tmp_path, pool):
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdfs.pdf(pdfs.cv_page, pdfs.scan, pdfs.scan))
    told = []
    reading = read(path, name="scan.pdf", pool=pool, on_progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 2), (1, 2), (2, 2)]
    assert (reading.extractor, reading.text.count("Northwind")) == ("pdfium+tesseract", 3)


@needs_packs
def test_language_that_is_set_and_not_installed_waits_for_it(read_bytes):
    reading = read_bytes(layouts.as_bytes(layouts.picture(pdfs.CV)), limits=Limits(ocr_languages="eng+xxx"))

    assert (reading.reason, reading.detail) == ("needs_ocr", "no language pack for xxx")


@needs_packs
def test_language_that_is_set_is_used(read_bytes):
    data = layouts.as_bytes(layouts.picture(PAGES["rus"]))

    assert share_found(read_bytes(data, limits=Limits(ocr_languages="rus")).text, PAGES["rus"]) > 0.85
    assert share_found(read_bytes(data, limits=Limits(ocr_languages="eng")).text, PAGES["rus"]) < 0.2


def test_scan_out_of_time_says_so(tmp_path):
    pool = ReaderPool(size=1)
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdfs.pdf(pdfs.scan))
    reading = read(path, name="scan.pdf", pool=pool, limits=Limits(max_ocr_seconds=2.5))
    pool.close()

    assert reading.reason == ("too_slow" if languages() else "needs_ocr")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Senior engineer at Harbour Logistics, responsible for the order service since 2019", "Latin"),
        ("Ведущий инженер платформы заказов, Python, PostgreSQL, Kafka, Docker, Kubernetes и другие", "Cyrillic"),
        ("在上海担任高级软件工程师,负责四十个港口的订单平台,Python,PostgreSQL,数据库,将夜间结算时间缩短", "Han"),
        (
            "月次決算を専門とする経理担当として、プラットフォームを担当する上級ソフトウェアエンジニア",
            "Japanese",
        ),
        ("too short", ""),
    ],
)
def test_script_of(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Leitung der Abteilung und Aufbau des Teams mit Verantwortung für den Umsatz und die Kunden", "deu"),
        ("Responsable de la gestion des stocks et de la logistique pour les clients avec une équipe", "fra"),
        ("Ran the order service of 40 harbours and cut the time of the billing run from six to one", "eng"),
        ("Python PostgreSQL Kafka Docker", ""),
    ],
)
def test_language_of(text, language):
    assert language_of(text, among=("eng", "deu", "fra")) == language


def test_packs_for_a_script_are_the_installed_ones():
    assert packs_for("Cyrillic", installed={"eng", "ukr", "rus"}) == ("rus", "ukr")
    assert packs_for("Hangul", installed={"kor"}) == ("kor",)
    assert packs_for("Runic", installed={"eng"}) == ()


def test_english_is_read_beside_another_language():
    assert with_english("deu", installed={"eng", "deu"}) == "deu+eng"
    assert with_english("eng", installed={"eng"}) == "eng"
