"""Ways to hide a text on a PDF page, each with what may vary."""

import random
import textwrap

from PIL import Image
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.utils import ImageReader

from benchmarks.hiding.pages import HEIGHT, PAYLOADS, WIDTH, Draw, Sheet, page


def _payload(sheet: Sheet) -> str:
    return PAYLOADS[sheet.chance.randrange(len(PAYLOADS))]


def _size(sheet: Sheet) -> float:
    return sheet.chance.choice((6.0, 8.0, 10.0, 12.0))


def white_text(sheet: Sheet) -> str:
    sheet.write()
    sheet.canvas.setFillColor(white)
    sheet.say(text := _payload(sheet), *sheet.place(), size=_size(sheet))
    return text


def near_white_text(sheet: Sheet) -> str:
    sheet.write()
    grey = sheet.chance.uniform(0.93, 0.995)
    sheet.canvas.setFillColor(Color(grey, grey, min(1.0, grey + 0.005)))
    sheet.say(text := _payload(sheet), *sheet.place(), size=_size(sheet))
    return text


def invisible_mode(sheet: Sheet) -> str:
    sheet.write()
    sheet.say(text := _payload(sheet), *sheet.place(), size=_size(sheet), mode=sheet.chance.choice((3, 7)))
    return text


def transparent_text(sheet: Sheet) -> str:
    sheet.write()
    sheet.canvas.setFillColor(Color(0, 0, 0, alpha=sheet.chance.uniform(0, 0.06)))
    sheet.say(text := _payload(sheet), *sheet.place(), size=_size(sheet))
    return text


def tiny_text(sheet: Sheet) -> str:
    sheet.write()
    sheet.say(text := _payload(sheet), *sheet.place(), size=sheet.chance.uniform(0.2, 1.6))
    return text


def under_a_shape(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    sheet.say(text := _payload(sheet), x, y)
    sheet.canvas.setFillColor(HexColor(sheet.chance.choice((0xFFFFFF, 0x203040, 0xE8E0D0))))
    sheet.canvas.rect(x - 5, y - 60, 500, 75, stroke=0, fill=1)
    return text


def under_a_gradient(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    sheet.say(text := _payload(sheet), x, y)
    clip = sheet.canvas.beginPath()
    clip.rect(x - 5, y - 60, 500, 75)
    sheet.canvas.clipPath(clip, stroke=0, fill=0)
    sheet.canvas.linearGradient(x, y - 60, x + 500, y + 15, (HexColor(0x102040), HexColor(0xF0F8FF)))
    return text


def under_a_picture(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    sheet.say(text := _payload(sheet) + " " + PAYLOADS[4], x, y)
    mask = "auto" if sheet.chance.random() < 0.5 else None
    sheet.canvas.drawImage(_photo(sheet.chance, alpha=mask is not None), x - 5, y - 60, 520, 75, mask=mask)
    return text


def off_the_page(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.chance.choice(((60, -200), (WIDTH + 100, 300), (-2000, 400), (60, HEIGHT + 300)))
    sheet.say(text := _payload(sheet), x, y)
    return text


def clipped_away(sheet: Sheet) -> str:
    sheet.write()
    path = sheet.canvas.beginPath()
    path.rect(sheet.chance.uniform(5, 20), 10, 5, 5)
    sheet.canvas.clipPath(path, stroke=0, fill=0)
    sheet.say(text := _payload(sheet), *sheet.place())
    return text


def under_other_words(sheet: Sheet) -> str:
    sheet.write()
    sheet.canvas.setFillColor(white)
    row = sheet.chance.randrange(2, 12)
    sheet.say(text := _payload(sheet), sheet.left, sheet.top - row * sheet.step, size=sheet.size)
    return text


def under_a_shape_with_words(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    sheet.say(text := _payload(sheet), x, y)
    sheet.canvas.setFillColor(white)
    sheet.canvas.rect(x - 5, y - 60, 500, 75, stroke=0, fill=1)
    sheet.canvas.setFillColor(HexColor(0x222222))
    sheet.say("References and certificates are available on request from all employers named above, at any time.", x, y)
    return text


def between_the_lines(sheet: Sheet) -> str:
    sheet.write()
    sheet.canvas.setFillColor(white)
    row = sheet.chance.randrange(2, 12)
    sheet.say(text := _payload(sheet), sheet.left, sheet.top - (row + 0.5) * sheet.step, size=sheet.size * 0.8)
    return text


def panel_coloured(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    sheet.canvas.setFillColor(HexColor(0x203040))
    sheet.canvas.rect(0, y - 60, WIDTH, 90, stroke=0, fill=1)
    sheet.canvas.setFillColor(HexColor(0x25364A))
    sheet.say(text := _payload(sheet), x, y)
    return text


def struck_out(sheet: Sheet) -> str:
    """White words with a dark rule through them: there is contrast in every box."""
    sheet.write()
    x, y = sheet.place()
    sheet.canvas.setFillColor(white)
    sheet.say(text := _payload(sheet), x, y)
    for row in range(len(textwrap.wrap(text, 80))):
        sheet.canvas.line(x - 5, y + 3 - 12 * row, x + 520, y + 3 - 12 * row)
    return text


def in_pieces(sheet: Sheet) -> str:
    """White words one by one between words that are seen."""
    sheet.write()
    x, y = sheet.place()
    text = _payload(sheet)
    for number, word in enumerate(text.split()):
        column, row = number % 5, number // 5
        sheet.canvas.setFont("Helvetica", 7)
        sheet.canvas.setFillColor(HexColor(0x222222))
        sheet.canvas.drawString(x + 90 * column, y - 9 * row, "and more")
        sheet.canvas.setFillColor(white)
        sheet.canvas.drawString(x + 90 * column + 35, y - 9 * row, word)
    return text


def replaced(sheet: Sheet) -> str:
    """An /ActualText that says other than the glyphs."""
    sheet.write()
    x, y = sheet.place()
    text = _payload(sheet)
    shown = sheet.chance.choice(("References on request", "x", "Barista in a small cafe in the old town, two years"))
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    sheet.canvas.setFont("Helvetica", 10)
    start = f"BT {sheet.canvas._doc.getInternalFontName('Helvetica')} 10 Tf {x:.1f} {y:.1f} Td"
    sheet.canvas._code.append(f"{start} /Span <</ActualText ({escaped})>> BDC ({shown}) Tj EMC ET")
    return text


def hidden_field(sheet: Sheet) -> str:
    sheet.write()
    x, y = sheet.place()
    text = _payload(sheet)
    flags = sheet.chance.choice(("hidden", "noview", "print"))
    size = {"width": 400, "height": 20} if flags != "print" else {"width": 1, "height": 1}
    sheet.canvas.acroForm.textfield(name="x", value=text, x=x, y=y, annotationFlags=flags, maxlen=1000, **size)
    return text


METHODS = (
    white_text,
    near_white_text,
    invisible_mode,
    transparent_text,
    tiny_text,
    under_a_shape,
    under_a_gradient,
    under_a_picture,
    off_the_page,
    clipped_away,
    under_other_words,
    under_a_shape_with_words,
    between_the_lines,
    panel_coloured,
    struck_out,
    in_pieces,
    replaced,
    hidden_field,
)


def hidden(method, *, seed: int) -> tuple[bytes, str]:
    """(a PDF, the text that was hidden on it)."""
    texts: list[str] = []

    def draw(sheet: Sheet) -> None:
        texts.append(method(sheet))

    return page(draw, seed=seed), texts[0]


def _photo(chance: random.Random, *, alpha: bool = False) -> ImageReader:
    """A busy picture, as photographs are."""
    small = Image.new("RGB", (40, 12))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(480)])
    picture = small.resize((400, 120), Image.Resampling.BICUBIC)
    if alpha:
        picture.putalpha(255)
    return ImageReader(picture)


photo = _photo
__all__ = ["METHODS", "Draw", "hidden", "photo"]
