"""PDF pages in other scripts and orders of drawing, and pictures of text, made for the tests."""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pillow_heif import register_heif_opener
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pdfs import lines

FONTS = Path("/usr/share/fonts/truetype")
WIDE = FONTS / "dejavu" / "DejaVuSans.ttf"
CHINESE = FONTS / "wqy" / "wqy-zenhei.ttc"
SIZE = 11

SCRIPTS = {
    "German": (
        "Jörg Müller",
        "Geschäftsführer einer Straßenbaugesellschaft",
        "Verantwortungsbewusstsein",
    ),
    "Cyrillic": ("Иван Петров", "Ведущий инженер платформы заказов", "Навыки: Python, базы данных"),
    "Greek": ("Γιώργος Παπαδόπουλος", "Μηχανικός λογισμικού με εμπειρία", "Δεξιότητες: Python, βάσεις"),
    "Chinese": ("王小明", "在上海担任高级软件工程师,负责四十个港口的订单平台", "技能:Python, PostgreSQL, 数据库"),
    "Japanese": ("山田太郎", "月次決算を専門とする経理担当", "スキル:Python、データベース"),
    "Korean": ("김철수", "월말 결산을 전문으로 하는 회계사", "기술: Python, 데이터베이스"),
}
HEBREW = ("ישראל ישראלי", "מהנדס תוכנה בכיר משנת 2019", "ניסיון עם Python 3.11 ובסיסי נתונים")


def font_for(text: str) -> str:
    """The registered name of a font that has the letters."""
    chinese = any(character >= "\u2e80" for character in text)
    name, path = ("Chinese", CHINESE) if chinese else ("Wide", WIDE)
    registerFont(TTFont(name, str(path)))
    return name


def script_page(script: str) -> Callable[[Canvas], None]:
    """The lines of one script under each other."""
    return lambda canvas: lines(canvas, SCRIPTS[script], font=font_for("".join(SCRIPTS[script])))


def hebrew_by_place(canvas: Canvas) -> None:
    """Lines whose letters are drawn from left to right, as they stand on the page."""
    for row, line in enumerate(HEBREW):
        _draw(canvas, _on_the_page(line), y=780 - 16 * row)


def hebrew_letter_by_letter(canvas: Canvas) -> None:
    """The same lines, each letter drawn by itself in the order it is read."""
    font = font_for(HEBREW[0])
    for row, line in enumerate(HEBREW):
        shown = _on_the_page(line)
        places, x = {}, 60.0
        for position, character in enumerate(shown):
            places[position] = x
            x += stringWidth(character, font, SIZE)
        for position in range(len(shown) - 1, -1, -1):
            _draw(canvas, shown[position], x=places[position], y=780 - 16 * row)


def _on_the_page(line: str) -> str:
    """A line from right to left with its Latin words and numbers from left to right."""
    words = [word if word[0].isascii() else word[::-1] for word in line.split(" ")]
    joined = " ".join(reversed(words))
    return joined.replace("3.11 Python", "Python 3.11")


def _draw(canvas: Canvas, text: str, *, y: float, x: float = 60) -> None:
    canvas.setFont(font_for(text), SIZE)
    canvas.drawString(x, y, text)


def columns_first(canvas: Canvas) -> None:
    """As browsers draw floats: two columns, and after them the name and the summary that stand above both."""
    lines(canvas, ["Worked on the order platform", "of forty harbours."], x=60, y=600)
    lines(canvas, ["Skills: Python and Go", "Languages: English"], x=320, y=600)
    lines(
        canvas,
        ["Jane Example", "", "A backend engineer who has worked in Utrecht and Rotterdam for many years"],
        y=780,
    )


def spaced_chinese(canvas: Canvas) -> None:
    """A heading whose signs stand apart."""
    text = canvas.beginText(60, 780)
    text.setFont(font_for("工"), 14)
    text.setCharSpace(6)
    text.textOut("工作经历")
    canvas.drawText(text)


def ligatures(canvas: Canvas) -> None:
    """Words with the joined letters that TeX sets."""
    lines(canvas, ["Eﬃcient workﬂows in oﬃce and ﬁnance"], font=font_for("f"))


def bullets(canvas: Canvas) -> None:
    """A list under four kinds of dots."""
    lines(canvas, ["• One harbour", "▪ Two harbours", "◦ Three harbours", "➢ Four harbours"], font=font_for("•"))


def picture(texts, *, turn: int = 0, size: int = 42, blur: float = 0.0) -> Image.Image:
    """Lines of text as a grey page of 250 dpi, turned clockwise."""
    path = CHINESE if any(character >= "\u2e80" for character in "".join(texts)) else WIDE
    font = ImageFont.truetype(str(path), size)
    page = Image.new("L", (2066, 1400), 255)
    pen = ImageDraw.Draw(page)
    for row, text in enumerate(texts):
        pen.text((160, 160 + row * size * 1.7), text, font=font, fill=0)
    if blur:
        page = page.filter(ImageFilter.GaussianBlur(blur))
    return page.rotate(-turn, expand=True)


def as_bytes(page: Image.Image, kind: str = "PNG") -> bytes:
    """A picture file."""
    if kind == "HEIF":
        register_heif_opener()
    stream = io.BytesIO()
    page.save(stream, kind)
    return stream.getvalue()


def with_wrong_layer(page: Image.Image) -> Callable[[Canvas], None]:
    """A picture of text under an invisible layer of letters that mean nothing."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(page), 0, 200, width=A4[0], height=A4[0] * page.height / page.width)
        y = 560
        for _ in range(8):
            text = canvas.beginText(60, y)
            text.setFont("Helvetica", 9)
            text.setTextRenderMode(3)
            text.textOut("a?fiM;?B CBQ hQM; lMBp2`bBiv UaChlV- J`+? kyRe 1H2+i`QMB+b 1M;BM22`BM;")
            canvas.drawText(text)
            y -= 20

    return draw
