"""Honest CVs of many writers, layouts and languages: each must give its words."""

import html
import io
import random
import textwrap
from collections.abc import Callable
from pathlib import Path

import docx
from docx.shared import Pt
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.attacks import languages, syntax
from benchmarks.attacks.sample import Sample

_FONTS = Path("/usr/share/fonts/truetype")
_WIDE, _SIGNS = _FONTS / "dejavu" / "DejaVuSans.ttf", _FONTS / "wqy" / "wqy-zenhei.ttc"
_BASE = ("Helvetica", "Times-Roman", "Courier")

Writer = Callable[[str, random.Random], Sample]


def _font(text: str, chance: random.Random) -> str:
    """A registered font that has the letters, or one of the base fonts where those suffice."""
    if _is_western(text) and chance.random() < 0.5:
        return chance.choice(_BASE)
    name, path = ("Signs", _SIGNS) if any("\u2e80" <= letter <= "\ud7ff" for letter in text) else ("Wide", _WIDE)
    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, str(path)))
    return name


def _is_western(text: str) -> bool:
    return all(letter in "\n–—’•€" or ord(letter) < 256 for letter in text)


def _pages(
    lines: list[str], draw: Callable[[Canvas, str, float], None], *, top: float, step: float, **options
) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True, **options)
    y = top
    for line in lines:
        if y < 50:
            canvas.showPage()
            y = top
        draw(canvas, line, y)
        y -= step
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def flowing_pdf(text: str, chance: random.Random) -> Sample:
    font, size = _font(text, chance), chance.choice((8, 9.5, 10, 11, 12))
    lines = [part for line in text.split("\n") for part in (simpleSplit(line, font, size, 480) or [""])]

    def draw(canvas: Canvas, line: str, y: float) -> None:
        canvas.setFont(font, size)
        canvas.drawString(55, y, line)

    paper, packed = chance.choice((A4, LETTER)), chance.choice((0, 1))
    data = _pages(lines, draw, top=740, step=size * 1.4, pagesize=paper, pageCompression=packed)
    return Sample("honest", "pdf: flowing", data, words=text)


def sidebar_pdf(text: str, chance: random.Random) -> Sample:
    """A dark column with white words on the left, the rest beside it."""
    font = _font(text, chance)
    lines = text.split("\n")
    side, main = lines[:6], lines[6:]
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    canvas.setFillColor(HexColor(0x1F3A4D))
    canvas.rect(0, 0, 190, 842, stroke=0, fill=1)
    for column, x, width, colour in ((side, 15, 160, white), (main, 205, 360, black)):
        y = 800.0
        canvas.setFillColor(colour)
        canvas.setFont(font, 7)
        for part in [part for line in column for part in (simpleSplit(line, font, 7, width) or [""])]:
            canvas.drawString(x, y, part)
            y -= 9
    canvas.showPage()
    canvas.save()
    return Sample("honest", "pdf: sidebar", stream.getvalue(), words=text)


def hand_made_pdf(text: str, chance: random.Random) -> Sample:
    lines = [part for line in text.split("\n") for part in (textwrap.wrap(line, 90) or [""])]
    plain = "\n".join(lines[:52]).encode("cp1252", "ignore").decode("cp1252")
    return Sample("honest", "pdf: hand-made", syntax.document(plain.split("\n"), chance), words=plain)


def rewritten_pdf(text: str, chance: random.Random) -> Sample:
    """The flowing one through pypdf: packed anew, locked with an empty password, or turned."""
    sample = flowing_pdf(text, chance)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sample.data)))
    how = chance.choice(("packed", "locked", "turned"))
    if how == "locked":
        writer.encrypt("", "owner", algorithm=chance.choice(("RC4-128", "AES-128", "AES-256")))
    for page in writer.pages:
        if how == "packed":
            page.compress_content_streams()
        if how == "turned":
            page.rotate(chance.choice((90, 180, 270)))
    stream = io.BytesIO()
    writer.write(stream)
    return Sample("honest", f"pdf: {how} by pypdf", stream.getvalue(), words=text)


def word(text: str, chance: random.Random) -> Sample:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(chance.choice((9, 10, 11)))
    lines = [line for line in text.split("\n") if line]
    document.sections[0].header.paragraphs[0].text = lines[0]
    table = document.add_table(rows=2, cols=2)
    for cell, line in zip((table.cell(0, 0), table.cell(0, 1), table.cell(1, 0)), lines[1:4], strict=True):
        cell.text = line
    for line in lines[4:]:
        style = chance.choice((None, None, "List Bullet", "Heading 2")) if len(line) < 60 else None
        document.add_paragraph(line, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return Sample("honest", "docx", stream.getvalue(), name="cv.docx", words=text)


def plain_text(text: str, chance: random.Random) -> Sample:
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", *(["cp1252"] if _is_western(text) else [])))
    ends = chance.choice(("\n", "\r\n"))
    return Sample("honest", f"text: {encoding}", text.replace("\n", ends).encode(encoding), name="cv.txt", words=text)


def web_page(text: str, chance: random.Random) -> Sample:
    return Sample("honest", "html", markup(text, chance).encode(), name="cv.html", words=text)


def rich_text(text: str, chance: random.Random) -> Sample:
    escaped = "".join(_rtf(letter) for letter in text)
    data = rb"{\rtf1\ansi\uc1{\fonttbl{\f0 Arial;}}\f0\fs22 " + escaped.encode("ascii") + b"}"
    return Sample("honest", "rtf", data, name="cv.rtf", words=text)


def _rtf(letter: str) -> str:
    if letter == "\n":
        return "\\par\n"
    if letter in "\\{}":
        return f"\\{letter}"
    code = ord(letter)
    return letter if code < 128 else f"\\u{code - 65536 if code > 32767 else code}?"


def photo(text: str, chance: random.Random) -> Sample:
    """A picture of the first lines, as a file or on a PDF page."""
    lines = [part for line in text.split("\n")[:22] for part in (textwrap.wrap(line, 80) or [""])][:30]
    page = Image.new("L", (1654, 1300), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(_WIDE), 28)
    for row, line in enumerate(lines):
        pen.text((120, 60 + 40 * row), line, font=font, fill=0)
    kind = chance.choice(("PNG", "JPEG", "TIFF", "WEBP", "PDF"))
    stream = io.BytesIO()
    page.save(stream, kind, **({"resolution": 200} if kind == "PDF" else {}))
    name = f"scan.{kind.lower()}"
    return Sample("honest", f"scan: {kind}", stream.getvalue(), name=name, words="\n".join(lines), is_scan=True)


def markup(text: str, chance: random.Random) -> str:
    """A CV as a web page in one of a few looks."""
    look = chance.choice(("", "columns: 2", "font-family: serif; text-align: justify", "hyphens: auto; font-size: 9pt"))
    heading, *lines = text.split("\n")
    body = "".join(f"<p>{html.escape(line)}</p>" if line else "<br>" for line in lines)
    head = f"<head><meta charset='utf-8'><title>CV</title><style>main {{ {look} }}</style></head>"
    return (
        f"<!doctype html><html lang='en'>{head}<body><h1>{html.escape(heading)}</h1><main>{body}</main></body></html>"
    )


# (a writer, how often it is taken, the texts that it can write)
WRITERS: tuple[tuple[Writer, int, Callable[[], list[str]]], ...] = (
    (flowing_pdf, 8, lambda: [*languages.latin(), *languages.LETTERS, *languages.SIGNS]),
    (sidebar_pdf, 4, lambda: [*languages.latin(), *languages.LETTERS]),
    (hand_made_pdf, 6, lambda: [text for text in languages.latin() if _is_western(text)]),
    (rewritten_pdf, 3, lambda: [*languages.latin(), *languages.LETTERS, *languages.SIGNS]),
    (word, 6, languages.every),
    (plain_text, 2, languages.every),
    (web_page, 1, languages.every),
    (rich_text, 1, languages.every),
    (photo, 1, lambda: languages.latin()[:3]),
)


def honest(chance: random.Random) -> Sample:
    """One CV by one of the writers that need no other program."""
    writer, _, texts = chance.choices(WRITERS, weights=[weight for _, weight, _ in WRITERS])[0]
    return writer(chance.choice(texts()), chance)
