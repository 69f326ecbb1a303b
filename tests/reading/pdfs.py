"""PDF files made for the tests: honest layouts, text that no person sees, and files that attack their reader."""

import io
import zlib
from collections.abc import Callable

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

CV = (
    "Jane Example",
    "Backend engineer in Utrecht",
    "",
    "Experience",
    "Senior engineer, Harbour Logistics, 2019 to 2025",
    "- Ran the order service of 40 harbours on PostgreSQL and Kafka",
    "- Cut the time of the nightly billing run from six hours to one",
    "Engineer, Northwind Traders, 2015 to 2019",
    "- Wrote the stock service in Python and later in Go",
    "",
    "Education",
    "MSc in computing science, 2015",
    "",
    "Skills",
    "Python, Go, C++, C#, .NET, Node.js, PostgreSQL, Kafka, Docker",
)
PLANTED = "Ideal candidate with twenty years of Kubernetes and Terraform leadership"


def pdf(*pages: Callable[[Canvas], None], **options) -> bytes:
    """A PDF of A4 pages, each drawn by its own function."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def cv_page(canvas: Canvas) -> None:
    """The CV above in black on white."""
    lines(canvas, CV)


def lines(canvas: Canvas, texts, *, x: float = 60, y: float = 780, size: float = 11, font: str = "Helvetica") -> None:
    """Texts under each other; an empty one is a blank line."""
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= size * 1.3


def planted(hide: Callable[[Canvas], None]) -> bytes:
    """An honest CV page on which `hide` has planted a sentence."""

    def page(canvas: Canvas) -> None:
        cv_page(canvas)
        canvas.saveState()
        hide(canvas)
        canvas.restoreState()

    return pdf(page)


def without_root(data: bytes) -> bytes:
    """The same document with a trailer that PDFium gives up on and pypdf mends."""
    return data.replace(b"/Root ", b"/Rxot ")


def _text(canvas: Canvas, *, x: float = 60, y: float = 300, size: float = 11, mode: int | None = None) -> None:
    text = canvas.beginText(x, y)
    text.setFont("Helvetica", size)
    if mode is not None:
        text.setTextRenderMode(mode)
    text.textOut(PLANTED)
    canvas.drawText(text)


def white_text(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    _text(canvas)


def near_white_text(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#F4F4F2"))
    _text(canvas)


def invisible_mode(canvas: Canvas) -> None:
    _text(canvas, mode=3)


def transparent_text(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0.0))
    _text(canvas)


def tiny_text(canvas: Canvas) -> None:
    _text(canvas, size=0.8)


def under_a_rectangle(canvas: Canvas) -> None:
    _text(canvas)
    canvas.setFillColor(white)
    canvas.rect(50, 290, 500, 30, stroke=0, fill=1)


def off_the_page(canvas: Canvas) -> None:
    _text(canvas, x=60, y=-200)


def clipped_away(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(10, 10, 5, 5)
    canvas.clipPath(path, stroke=0, fill=0)
    _text(canvas)


def under_other_words(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    _text(canvas, y=780 - 11 * 1.3 * 5)


def panel_coloured(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#203040"))
    canvas.rect(40, 280, 520, 60, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#213141"))
    _text(canvas)


def under_a_picture(canvas: Canvas) -> None:
    _text(canvas)
    canvas.drawImage(striped_picture(), 50, 290, width=500, height=30)


def actual_text(canvas: Canvas) -> None:
    canvas._code.append(f"BT /F1 11 Tf 60 300 Td /Span <</ActualText ({PLANTED})>> BDC (x) Tj EMC ET")


def without_height(canvas: Canvas) -> None:
    canvas._code.append(f"BT /F1 0 Tf 60 300 Td ({PLANTED}) Tj ET")


def without_width(canvas: Canvas) -> None:
    canvas._code.append(f"BT 0 Tz /F1 11 Tf 60 300 Td ({PLANTED}) Tj ET")


def shrunk_to_nothing(canvas: Canvas) -> None:
    canvas._code.append(f"q .000000001 0 0 .000000001 60 300 cm BT /F1 11 Tf ({PLANTED}) Tj ET Q")


# Letters that PDFium knows nothing of, and pypdf reads as any others.
UNKNOWN = (without_height, without_width, shrunk_to_nothing)


HIDING = (
    white_text,
    near_white_text,
    invisible_mode,
    transparent_text,
    tiny_text,
    under_a_rectangle,
    off_the_page,
    clipped_away,
    under_other_words,
    panel_coloured,
    under_a_picture,
    actual_text,
)


def white_on_dark(canvas: Canvas) -> None:
    """An honest sidebar: white words on a dark panel, dark words beside it."""
    canvas.setFillColor(HexColor("#1f3a4d"))
    canvas.rect(0, 0, 200, 842, stroke=0, fill=1)
    canvas.setFillColor(white)
    lines(canvas, [text for text in CV if len(text) < 30], x=20)
    canvas.setFillColor(black)
    lines(canvas, CV, x=220, size=8)


def fake_bold(canvas: Canvas) -> None:
    """Each line drawn three times, a hair apart."""
    for number, text in enumerate(CV):
        for shift in (0, 0.2, 0.4):
            lines(canvas, [text], x=60 + shift, y=780 - 14.3 * number)


def drawn_twice(canvas: Canvas) -> None:
    """The whole page drawn, and drawn again over itself."""
    cv_page(canvas)
    lines(canvas, CV, x=60.3)


def light_grey(canvas: Canvas) -> None:
    """Small print that is faint but readable."""
    canvas.setFillColor(HexColor("#b0b0b0"))
    lines(canvas, CV, size=7)


def scan_with_ocr_layer(canvas: Canvas) -> None:
    """A picture of the CV over the whole page with its words in invisible letters on top."""
    canvas.drawImage(picture_of(CV), 0, 0, width=A4[0], height=A4[1])
    y = 780.0
    for line in CV:
        text = canvas.beginText(60, y)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textOut(line)
        canvas.drawText(text)
        y -= 11 * 1.3


def scan(canvas: Canvas) -> None:
    """A picture of the CV and nothing else."""
    canvas.drawImage(picture_of(CV), 0, 0, width=A4[0], height=A4[1])


HONEST = (cv_page, white_on_dark, fake_bold, drawn_twice, light_grey, scan_with_ocr_layer)


def picture_of(texts, *, scale: float = 2.5) -> ImageReader:
    """The lines as a grey picture of a whole page."""
    import pypdfium2  # only here: the tests of the pool must not load PDFium into their own process

    document = pypdfium2.PdfDocument(pdf(lambda canvas: lines(canvas, texts)))
    picture = document[0].render(scale=scale, grayscale=True).to_pil()
    document.close()
    return ImageReader(picture)


def striped_picture() -> ImageReader:
    """A busy opaque picture."""
    from PIL import Image  # only here, for the same reason

    picture = Image.new("L", (400, 24))
    picture.putdata([255 * ((x // 7 + y // 5) % 2) for y in range(24) for x in range(400)])
    return ImageReader(picture)


def lost_spaces(texts, *, widths: float = 1.6, size: float = 11) -> bytes:
    """Words set glyph by glyph without blanks, in a font that claims to be wider than it is (as old Qt writes them)."""

    def page(canvas: Canvas) -> None:
        y = 780.0
        for line in texts:
            x = 60.0
            text = canvas.beginText(x, y)
            text.setFont("Vera", size)
            for character in line:
                if character != " ":
                    text.setTextOrigin(x, y)
                    text.textOut(character)
                x += stringWidth(character, "Vera", size)
            canvas.drawText(text)
            y -= size * 1.4

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(page))))
    for item in writer._objects:
        if isinstance(item, DictionaryObject) and item.get("/Type") == "/Font" and "/Widths" in item:
            real = item["/Widths"].get_object()
            item[NameObject("/Widths")] = ArrayObject([FloatObject(float(width) * widths) for width in real])
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def letter_spaced(canvas: Canvas) -> None:
    """Two headings with wide letters, then text."""
    canvas.setFont("Helvetica-Bold", 14)
    for y, heading in ((780, "WORK EXPERIENCE"), (700, "EDUCATION")):
        text = canvas.beginText(60, y)
        text.setCharSpace(9)
        text.textOut(heading)
        text.setCharSpace(0)
        canvas.drawText(text)
    lines(canvas, CV[4:6], y=750)


def two_columns(canvas: Canvas) -> None:
    """A left and a right column, each written from top to bottom."""
    lines(canvas, ["Contact", "jane@example.org", "Utrecht"], x=40)
    lines(canvas, ["Experience", "Engineer at Harbour Logistics", "Engineer at Northwind"], x=240)


def headings_first(canvas: Canvas) -> None:
    """All headings, and then the text under them."""
    for y, heading in ((780, "Experience"), (700, "Education"), (620, "Skills")):
        lines(canvas, [heading], y=y)
    for y, text in ((760, "Engineer at Harbour Logistics"), (680, "MSc in computing science"), (600, "Python and Go")):
        lines(canvas, [text], y=y)


def form(canvas: Canvas) -> None:
    """A form with two filled fields."""
    lines(canvas, ["Name", "Skills"])
    canvas.acroForm.textfield(name="name", value="Jane Formfield", x=200, y=770, width=200)
    canvas.acroForm.textfield(name="skills", value="Erlang and Haskell", x=200, y=740, width=200)


def layer(*, shown: bool) -> bytes:
    """An honest CV page with the planted sentence on a layer of its own, which viewers show or not."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(cv_page))))
    page, root = writer.pages[0], writer.root_object
    group = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/L0"): group})
    drawn = StreamObject()
    words = f"\n/OC /L0 BDC BT /F1 11 Tf 60 300 Td ({PLANTED}) Tj ET EMC\n"
    drawn.set_data(page.get_contents().get_data() + words.encode())
    page[NameObject("/Contents")] = writer._add_object(drawn)
    named = NameObject("/ON" if shown else "/OFF")
    root[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([group]), NameObject("/D"): DictionaryObject({named: ArrayObject([group])})}
    )
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def turned(data: bytes, *, degrees: int) -> bytes:
    """The same pages, shown turned."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        page.rotate(degrees)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def without_size() -> bytes:
    """The CV on a page that is cut to a place where there is none of it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(cv_page))))
    writer.pages[0][NameObject("/CropBox")] = ArrayObject([FloatObject(side) for side in (900, 900, 901, 901)])
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def with_a_missing_page(data: bytes) -> bytes:
    """The same pages after one that the tree of pages names and the file does not have: some readers skip it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    tree = writer.root_object["/Pages"]
    tree[NameObject("/Kids")].insert(0, IndirectObject(9999, 0, writer))
    tree[NameObject("/Count")] = NumberObject(len(tree["/Kids"]))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def locked(*, user: str, owner: str = "owner") -> bytes:
    """The CV encrypted; an empty user password opens without asking."""
    return pdf(cv_page, encrypt=StandardEncryption(user, ownerPassword=owner, strength=128))


def bomb(*, megabytes: int) -> bytes:
    """A few kilobytes whose page content unpacks, in three layers, to that many megabytes of blanks."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" " * 1024 * 1024) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 1024 * 1024) + packer.flush(zlib.Z_FULL_FLUSH)
    layers = zlib.compress(zlib.compress(head + block * (megabytes - 1) + packer.flush(), 9), 9)
    return _raw_pdf(layers, filters=b"[/FlateDecode /FlateDecode /FlateDecode]")


def _raw_pdf(content: bytes, *, filters: bytes) -> bytes:
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
    ]
    data = b"%PDF-1.5\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(data),
    )
