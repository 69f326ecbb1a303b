"""Honest layouts that look like tricks to a careless test."""

from PIL import Image
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.utils import ImageReader

from benchmarks.hiding.pages import HEIGHT, WIDTH, Sheet, page
from benchmarks.hiding.pdf import photo


def plain(sheet: Sheet) -> None:
    sheet.write(to=40)


def white_on_dark(sheet: Sheet) -> None:
    sheet.canvas.setFillColor(HexColor(sheet.chance.choice((0x1F3A4D, 0x333333, 0x7A1F2B))))
    sheet.canvas.rect(0, 0, 200, HEIGHT, stroke=0, fill=1)
    sheet.room = 330
    sheet.write(x=215, to=40)
    sheet.room, sheet.size = 150, 8.0
    sheet.write(x=20, to=300, colour=white)


def gradient_header(sheet: Sheet) -> None:
    sheet.canvas.saveState()
    clip = sheet.canvas.beginPath()
    clip.rect(0, 740, WIDTH, 102)
    sheet.canvas.clipPath(clip, stroke=0, fill=0)
    sheet.canvas.linearGradient(0, 740, WIDTH, 842, (HexColor(0x203060), HexColor(0x6080C0)))
    sheet.canvas.restoreState()
    sheet.canvas.setFillColor(white)
    sheet.say(f"{sheet.lines[0]} · jane@example.org · Utrecht", 40, 790, size=14)
    sheet.top = 720
    sheet.write(to=40)


def fake_bold(sheet: Sheet) -> None:
    for shift in (0, 0.2, 0.4)[: sheet.chance.choice((2, 3))]:
        sheet.write(x=sheet.left + shift, to=60)


def drop_shadow(sheet: Sheet) -> None:
    sheet.top -= 40
    sheet.canvas.setFont("Helvetica-Bold", 22)
    for shift, colour in ((1.2, HexColor(0xAAAAAA)), (0, black)):
        sheet.canvas.setFillColor(colour)
        sheet.canvas.drawString(50 + shift, 800 - shift, sheet.lines[0])
    sheet.write(to=60)


def watermark(sheet: Sheet) -> None:
    def stamp() -> None:
        sheet.canvas.saveState()
        sheet.canvas.setFillColor(Color(0.5, 0.5, 0.5, alpha=sheet.chance.uniform(0.15, 0.4)))
        sheet.canvas.translate(120, 200)
        sheet.canvas.rotate(50)
        sheet.canvas.setFont("Helvetica-Bold", 70)
        sheet.canvas.drawString(0, 0, "CONFIDENTIAL")
        sheet.canvas.restoreState()

    first = sheet.chance.random() < 0.5
    if first:
        stamp()
    sheet.write(to=60)
    if not first:
        stamp()


def over_a_photo(sheet: Sheet) -> None:
    dark = Image.new("RGB", (60, 20))
    dark.putdata([tuple(sheet.chance.randrange(90) for _ in range(3)) for _ in range(1200)])
    sheet.canvas.drawImage(ImageReader(dark.resize((600, 200))), 0, 640, WIDTH, 202)
    sheet.canvas.setFillColor(white)
    sheet.say(" ".join(sheet.lines[:4]), 40, 780, size=16)
    sheet.top = 620
    sheet.write(to=40)


def photo_beside(sheet: Sheet) -> None:
    sheet.canvas.drawImage(photo(sheet.chance), 450, 700, 100, 120)
    sheet.room = 380
    sheet.write(to=40)


def page_picture(sheet: Sheet) -> None:
    """A light paper texture behind everything, as some template shops do."""
    paper = Image.new("RGB", (60, 85))
    paper.putdata([tuple(230 + sheet.chance.randrange(20) for _ in range(3)) for _ in range(5100)])
    sheet.canvas.drawImage(ImageReader(paper.resize((600, 850))), 0, 0, WIDTH, HEIGHT)
    sheet.write(to=40)


def scan_with_layer(sheet: Sheet) -> None:
    import pypdfium2  # only here: whoever makes other pages need not load it

    font, size, leading, left, lines = sheet.font, sheet.size, sheet.leading, sheet.left, sheet.fitting(to=60)

    def shown(other: Sheet) -> None:
        other.font, other.size, other.leading, other.left, other.lines = font, size, leading, left, lines
        other.write(to=60)

    with pypdfium2.PdfDocument(page(shown, seed=1)) as document:
        picture = document[0].render(scale=2.0, grayscale=True).to_pil()
    sheet.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    skew = sheet.chance.uniform(-1.5, 1.5)
    drawn = sheet.canvas.beginText(left + skew, sheet.top + skew)
    drawn.setFont(font, size, leading=sheet.step)
    drawn.setTextRenderMode(3)
    for line in lines:
        drawn.textLine(line)
    sheet.canvas.drawText(drawn)


def banded_rows(sheet: Sheet) -> None:
    for row in range(0, 40, 2):
        sheet.canvas.setFillColor(HexColor(0xE6ECF2))
        sheet.canvas.rect(sheet.left - 4, sheet.top - row * sheet.step - 3, 500, sheet.step, stroke=0, fill=1)
    sheet.write(to=60)


def underlined(sheet: Sheet) -> None:
    sheet.write(to=60)
    for row in range(0, 30, 3):
        y = sheet.top - row * sheet.step
        sheet.canvas.line(sheet.left, y - 1.5, sheet.left + 400, y - 1.5)
        sheet.canvas.line(sheet.left, y - sheet.step + 3, sheet.left + 200, y - sheet.step + 3)


def small_grey_print(sheet: Sheet) -> None:
    grey = sheet.chance.uniform(0.45, 0.7)
    sheet.size = sheet.chance.choice((5.5, 6.0, 7.0))
    sheet.write(to=60, colour=Color(grey, grey, grey))


def outlined(sheet: Sheet) -> None:
    sheet.say(" ".join(sheet.lines[:3]), 50, 800, size=20, mode=1)
    sheet.top = 740
    sheet.write(to=60)


def sideways(sheet: Sheet) -> None:
    sheet.canvas.saveState()
    sheet.canvas.rotate(90)
    sheet.canvas.setFont(sheet.font, 16)
    sheet.canvas.drawString(200, -30, "Curriculum vitae of Jane Example")
    sheet.canvas.restoreState()
    sheet.write(to=60)


def tight(sheet: Sheet) -> None:
    sheet.leading = sheet.chance.uniform(0.85, 1.0)
    sheet.write(to=60)


def letter_spaced(sheet: Sheet) -> None:
    drawn = sheet.canvas.beginText(50, 800)
    drawn.setFont(sheet.font, 14)
    drawn.setCharSpace(4)
    drawn.textLine("WORK EXPERIENCE")
    drawn.setCharSpace(0)
    sheet.canvas.drawText(drawn)
    sheet.top = 770
    sheet.write(to=60)


def filled_form(sheet: Sheet) -> None:
    sheet.write()
    for row, value in enumerate(("Jane Example", "Backend engineer who likes quiet offices", "Utrecht")):
        sheet.canvas.acroForm.textfield(name=f"f{row}", value=value, x=60, y=150 - 30 * row, width=300, height=20)


def cut_at_the_edge(sheet: Sheet) -> None:
    sheet.write()
    sheet.say("Portfolio: " + "example.org/work/" * 2, WIDTH - sheet.chance.uniform(150, 190), 100, size=12)


LAYOUTS = (
    plain,
    white_on_dark,
    gradient_header,
    fake_bold,
    drop_shadow,
    watermark,
    over_a_photo,
    photo_beside,
    page_picture,
    scan_with_layer,
    banded_rows,
    underlined,
    small_grey_print,
    outlined,
    sideways,
    tight,
    letter_spaced,
    filled_form,
    cut_at_the_edge,
)


def honest(layout, *, seed: int) -> bytes:
    """A PDF with nothing hidden on it."""
    return page(layout, seed=seed)
