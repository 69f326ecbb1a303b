"""Scans with invisible layers, honest and forged: how many forged ones are caught, how many honest ones are accused.

The picture of each page is recognised once; then many layers are held against what was read from it. An honest layer
is what some recogniser made of the page: perfect, with wrong letters, with lost words, with its lines in another order.
A forged one says what the page does not.
"""

import random
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

from benchmarks.labelled import hands, technical, texts, trades, unseen
from matching.reading.mismatch import agreed, is_confirmed
from matching.reading.ocr import Clock, GreyPicture, Recognised, recognise
from matching.reading.recognition import is_poor

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
WIDTH, HEIGHT, MARGIN = 1654, 2339, 130
FEWEST_LETTERS = 300
MOST_LINES = 32
CONFUSED = {
    "l": "1",
    "1": "l",
    "O": "0",
    "0": "O",
    "e": "c",
    "c": "e",
    "n": "r",
    "h": "b",
    "S": "5",
    "5": "S",
    "i": "l",
}
CONFUSED |= {"u": "v", "v": "u", "a": "o", "o": "a", "t": "f", "m": "rn", "B": "8", "8": "B", "6": "b", "g": "q"}
SENTENCES = (
    "Led a platform team of twelve engineers for Kubernetes and Terraform at a large bank.",
    "Chartered accountant with ten years of group reporting under IFRS in three countries.",
    "Head of the intensive care unit with twenty nurses, certified instructor for advanced life support.",
)
SKILLS = (
    "Kubernetes, Terraform, Golang, PostgreSQL, Kafka",
    "IFRS, consolidation, treasury, SAP S/4HANA, audit",
    "ventilation, dialysis, triage, telemetry, mentoring",
)
EMPLOYERS = ("Google Deutschland", "Siemens Healthineers", "Deutsche Bank", "McKinsey & Company", "Mayo Clinic")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def clean(page: Image.Image, chance: random.Random) -> Image.Image:
    return page


def blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(chance.uniform(0.8, 1.6)))


def speckled(page: Image.Image, chance: random.Random) -> Image.Image:
    draw = ImageDraw.Draw(page)
    for _ in range(3000):
        x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
        draw.point((x, y), fill=chance.choice((0, 255)))
    return page


def skewed(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.rotate(chance.uniform(-2, 2), fillcolor=255, resample=Image.Resampling.BICUBIC)


def grey(page: Image.Image, chance: random.Random) -> Image.Image:
    return ImageEnhance.Contrast(page).enhance(chance.uniform(0.3, 0.6))


def small(page: Image.Image, chance: random.Random) -> Image.Image:
    share = chance.uniform(0.45, 0.6)
    less = page.resize((round(WIDTH * share), round(HEIGHT * share)), Image.Resampling.BILINEAR)
    return less.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)


def dark_head(page: Image.Image, chance: random.Random) -> Image.Image:
    """The first lines in white on a dark band."""
    band = (0, 0, WIDTH, MARGIN + round(4.2 * 26 * 1.35))
    page.paste(ImageOps.invert(page.crop(band)), band)
    return page


PICTURES = (clean, dark_head, blurred, speckled, skewed, grey, small)


def perfect(text: str, chance: random.Random) -> str:
    return text


def wrong_letters(share: float) -> Callable[[str, random.Random], str]:
    """A layer in which that share of the letters and digits is another one that looks alike."""

    def layer(text: str, chance: random.Random) -> str:
        return "".join(CONFUSED.get(sign, sign) if chance.random() < share else sign for sign in text)

    return layer


def lost_words(text: str, chance: random.Random) -> str:
    return re.sub(r"\S+", lambda word: "" if chance.random() < 0.08 else word.group(), text)


def other_order(text: str, chance: random.Random) -> str:
    blocks = [block for block in text.split("\n") if block.strip()]
    middle = len(blocks) // 2
    mixed = [line for pair in zip(blocks[:middle], blocks[middle:], strict=False) for line in pair]
    return "\n".join(mixed)


def joined_words(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: "" if chance.random() < 0.06 else " ", text)


def wrong_digits(text: str, chance: random.Random) -> str:
    """A layer in which three digits in a thousand are others."""
    return re.sub(r"\d", lambda digit: str(chance.randrange(10)) if chance.random() < 0.003 else digit.group(), text)


HONEST = {
    "perfect": perfect,
    "1 letter in 100 wrong": wrong_letters(0.04),
    "2 to 3 letters in 100 wrong": wrong_letters(0.08),
    "3 digits in 1000 wrong": wrong_digits,
    "lost words": lost_words,
    "other order": other_order,
    "joined words": joined_words,
}


def one_sentence(text: str, chance: random.Random) -> str:
    return _put(text, chance.choice(SENTENCES), chance)


def skills(text: str, chance: random.Random) -> str:
    return _put(text, chance.choice(SKILLS), chance)


def years(text: str, chance: random.Random) -> str:
    """Every period begins some years earlier."""
    less = chance.randrange(3, 9)
    found = iter(range(1000))
    return _YEAR.sub(lambda year: str(int(year.group()) - less) if next(found) % 2 == 0 else year.group(), text)


def employer(text: str, chance: random.Random) -> str:
    """Another employer at the end of the first line that has a year."""
    lines = text.split("\n")
    at = next((number for number, line in enumerate(lines) if _YEAR.search(line)), 1)
    words = lines[at].split()
    lines[at] = " ".join([*words[: max(2, len(words) - 3)], chance.choice(EMPLOYERS)])
    return "\n".join(lines)


def other_cv(text: str, chance: random.Random) -> str:
    return chance.choice([other for other in cvs() if other != text])


FORGED = {
    "1 sentence added": one_sentence,
    "skills added": skills,
    "years changed": years,
    "employer changed": employer,
    "another CV": other_cv,
}


def _put(text: str, line: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(3, max(4, len(lines))), line)
    return "\n".join(lines)


def cvs() -> list[str]:
    """The invented CVs of the labelled sets that are written in Latin letters."""
    found = []
    for module in (texts, trades, technical, hands, unseen):
        found += [value for name, value in sorted(vars(module).items()) if name.isupper() and isinstance(value, str)]
    short = ["\n".join(_wrapped(text)[:MOST_LINES]) for text in found]
    return [text for text in short if len(text) > FEWEST_LETTERS and max(text) < "\u2e80" and not _is_foreign(text)]


def _wrapped(text: str) -> list[str]:
    """Its lines as they fit on the page."""
    return [part for line in text.split("\n") for part in (textwrap.wrap(line, 84) or [""])]


def _is_foreign(text: str) -> bool:
    return sum("\u0370" <= sign <= "\u1fff" for sign in text) > len(text) / 10


def drawn(text: str, *, size: int = 26) -> Image.Image:
    """A page with the text."""
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), size)
    for row, line in enumerate(text.split("\n")[:MOST_LINES]):
        draw.text((MARGIN, MARGIN + row * size * 1.35), line, font=font, fill=20)
    return page


def cases(*, each: int, seed: int = 7) -> Iterator[tuple[str, str, Recognised, random.Random]]:
    """(kind of picture, true text, what was read from it, chance) of `each` pictures of each kind."""
    texts_of_all = cvs()
    for kind in PICTURES:
        for number in range(each):
            chance = random.Random(f"{seed} {kind.__name__} {number}")
            text = texts_of_all[chance.randrange(len(texts_of_all))]
            page = kind(drawn(text), chance)
            read = recognise(GreyPicture(*page.size, page.tobytes()), packs="eng", clock=Clock(120))
            if read:
                yield kind.__name__, text, read, chance


def run(*, each: int) -> dict:
    """Shares of honest layers that are accused, and of forged ones that are caught, by kind."""
    found: dict[str, dict[str, list[bool]]] = {"honest": {}, "forged": {}}
    for _, text, read, chance in cases(each=each):
        for group, kinds in (("honest", HONEST), ("forged", FORGED)):
            for name, make in kinds.items():
                layer = make(text, chance)
                if group == "forged" and layer == text:
                    continue
                found[group].setdefault(name, []).append(held_against(layer, text, read))
    return {group: {name: _shares(cases) for name, cases in kinds.items()} for group, kinds in found.items()}


def held_against(layer: str, truth: str, read: Recognised) -> tuple[bool, float]:
    """(whether the layer is flagged, the share of its untrue longer words and years that are still scored)."""
    sure = not is_poor(read)
    flagged = not is_confirmed(layer, read.text, sure=sure)
    scored = read.text if flagged else agreed(layer, read.text) if sure else layer
    untrue = _facts(layer) - _facts(truth) - _facts(read.text)
    return flagged, len(untrue & _facts(scored)) / len(untrue) if untrue else 0.0


def _facts(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold()))


def _shares(found: list[tuple[bool, float]]) -> dict[str, float]:
    return {
        "layers": len(found),
        "flagged": round(sum(flagged for flagged, _ in found) / len(found), 3),
        "untrue words scored": round(sum(share for _, share in found) / len(found), 3),
    }
