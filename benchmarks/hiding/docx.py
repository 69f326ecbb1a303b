"""Ways to hide a text in a Word document, and honest documents that look like them."""

import io
import random
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Pt, RGBColor

from benchmarks.corpus import TRADES, invent
from benchmarks.hiding.pages import PAYLOADS

WHITE = RGBColor(255, 255, 255)
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def vanished(document: Document, text: str, chance: random.Random) -> None:
    document.add_paragraph("Honest words. ").add_run(text).font.hidden = True


def vanished_by_style(document: Document, text: str, chance: random.Random) -> None:
    base = document.styles.add_style("Base", WD_STYLE_TYPE.CHARACTER)
    base.font.hidden = True
    style = document.styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    style.base_style = base
    document.add_paragraph("Honest words. ").add_run(text).style = style


def tiny(document: Document, text: str, chance: random.Random) -> None:
    document.add_paragraph().add_run(text).font.size = Pt(chance.choice((0.5, 1, 1.5)))


def page_coloured(document: Document, text: str, chance: random.Random) -> None:
    shade = chance.randrange(238, 256)
    document.add_paragraph().add_run(text).font.color.rgb = RGBColor(shade, shade, shade)


def in_the_colour_of_its_cell(document: Document, text: str, chance: random.Random) -> None:
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3A4D"/>'))
    cell.paragraphs[0].add_run(text).font.color.rgb = RGBColor(0x22, 0x3C, 0x50)


def white_in_a_plain_table(document: Document, text: str, chance: random.Random) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Python"
    table.cell(1, 1).paragraphs[0].add_run(text).font.color.rgb = WHITE


def on_its_own_shade(document: Document, text: str, chance: random.Random) -> None:
    run = document.add_paragraph("Honest words. ").add_run(text)
    run.font.color.rgb = RGBColor(0xD0, 0xD0, 0xD0)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D3D3D3"/>'))


def squeezed(document: Document, text: str, chance: random.Random) -> None:
    run = document.add_paragraph("Honest words. ").add_run(text)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:w {nsdecls("w")} w:val="{chance.choice((1, 3, 8))}"/>'))


def without_fill(document: Document, text: str, chance: random.Random) -> None:
    run = document.add_paragraph("Honest words. ").add_run(text)
    run._r.get_or_add_rPr().append(parse_xml(f"<w14:textFill {SPACES}><w14:noFill/></w14:textFill>"))


def line_without_height(document: Document, text: str, chance: random.Random) -> None:
    paragraph = document.add_paragraph(text)
    spacing = f'<w:spacing {nsdecls("w")} w:line="{chance.choice((1, 20, 40))}" w:lineRule="exact"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(spacing))


def far_indent(document: Document, text: str, chance: random.Random) -> None:
    indent = f'<w:ind {nsdecls("w")} w:left="{chance.choice((-31000, 31000))}"/>'
    document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(indent))


def hidden_row(document: Document, text: str, chance: random.Random) -> None:
    row = document.add_table(rows=1, cols=1).rows[0]
    row.cells[0].text = text
    xml = chance.choice(("<w:hidden {}/>", '<w:trHeight {} w:val="2" w:hRule="exact"/>'))
    row._tr.get_or_add_trPr().append(parse_xml(xml.format(nsdecls("w"))))


def hidden_box(document: Document, text: str, chance: random.Random) -> None:
    hidden, width, offset = chance.choice(((1, 3_000_000, 0), (0, 100, 0), (0, 3_000_000, 60_000_000)))
    _add(document, _box(text, hidden=hidden, width=width, offset=offset))


def white_box(document: Document, text: str, chance: random.Random) -> None:
    """White words in a box without a colour, and a dark box elsewhere to mislead."""
    _add(document, _box(text, colour="FFFFFF"), _box("Contact", colour="FFFFFF", fill="203040"))


def small_shape_behind(document: Document, text: str, chance: random.Random) -> None:
    """White words on the page, and a small dark shape behind the text to mislead."""
    document.add_paragraph().add_run(f"{text} {PAYLOADS[4]}").font.color.rgb = WHITE
    _add(document, _box("", fill="203040", behind=1, width=20 * 12_700, height=20 * 12_700))


def code_of_a_field(document: Document, text: str, chance: random.Random) -> None:
    begin, end = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    middle = "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Page 1</w:t></w:r>"
    _add(document, f"<w:p>{begin}<w:r><w:t>{_escaped(text)}</w:t></w:r>{middle}{end}</w:p>")


def for_other_readers(document: Document, text: str, chance: random.Random) -> None:
    choice = f"<mc:Choice Requires='zz'><w:r><w:t>{_escaped(text)}</w:t></w:r></mc:Choice>"
    fallback = "<mc:Fallback><w:r><w:t>Honest words</w:t></w:r></mc:Fallback>"
    _add(document, f"<w:p><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:p>")


METHODS = (
    vanished,
    vanished_by_style,
    tiny,
    page_coloured,
    in_the_colour_of_its_cell,
    white_in_a_plain_table,
    on_its_own_shade,
    squeezed,
    without_fill,
    line_without_height,
    far_indent,
    hidden_row,
    hidden_box,
    white_box,
    small_shape_behind,
    code_of_a_field,
    for_other_readers,
)


def plain(document: Document, chance: random.Random) -> None:
    document.add_paragraph("Languages: English, Dutch")


def dark_cells(document: Document, chance: random.Random) -> None:
    cell = document.add_table(rows=1, cols=2).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3A4D"/>'))
    cell.paragraphs[0].add_run("Senior engineer at Harbour Logistics in Utrecht").font.color.rgb = WHITE


def dark_table_head(document: Document, chance: random.Random) -> None:
    table = document.add_table(rows=3, cols=2, style="Medium Shading 1 Accent 1")
    for number, text in enumerate(("Skill and how it was used", "Years of experience with it")):
        table.cell(0, number).paragraphs[0].add_run(text).font.color.rgb = WHITE
    table.cell(1, 0).text = "Python"


def dark_box(document: Document, chance: random.Random) -> None:
    _add(document, _box("A sidebar of honest words about the person and the work", colour="FFFFFF", fill="1F3A4D"))


def dark_sidebar_behind(document: Document, chance: random.Random) -> None:
    document.add_paragraph().add_run("Jane Example, engineer in Utrecht since 2015").font.color.rgb = WHITE
    _add(document, _box("", fill="203040", behind=1, width=200 * 12_700, height=800 * 12_700))


def marked(document: Document, chance: random.Random) -> None:
    run = document.add_paragraph().add_run("White words on a dark ground of their own, as a heading")
    run.font.color.rgb = WHITE
    run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="203040"/>'))


def small_print(document: Document, chance: random.Random) -> None:
    run = document.add_paragraph().add_run("I agree that my data are kept for this procedure.")
    run.font.size, run.font.color.rgb = Pt(5), RGBColor(0x99, 0x99, 0x99)


def spacer_lines(document: Document, chance: random.Random) -> None:
    line_without_height(document, "", chance)


LAYOUTS = (plain, dark_cells, dark_table_head, dark_box, dark_sidebar_behind, marked, small_print, spacer_lines)


def hidden(method: Callable, *, seed: int) -> tuple[bytes, str]:
    """(a DOCX, the text that was hidden in it)."""
    chance = random.Random(seed)
    text = chance.choice(PAYLOADS)
    return _document(lambda document: method(document, text, chance), seed=seed), text


def honest(layout: Callable, *, seed: int) -> bytes:
    """A DOCX with nothing hidden in it."""
    return _document(lambda document: layout(document, random.Random(seed)), seed=seed)


def _document(write: Callable[[Document], None], *, seed: int) -> bytes:
    chance = random.Random(seed)
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(chance.choice((9, 10, 11, 12)))
    lines = invent(chance.choice(list(TRADES)), seed, chance).text.split("\n")
    half = chance.randrange(5, 25)
    for line in lines[:half]:
        document.add_paragraph(line)
    write(document)
    for line in lines[half:40]:
        document.add_paragraph(line)
    document.sections[0].left_margin = Emu(chance.randrange(500_000, 1_200_000))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(document: Document, *xml: str) -> None:
    section = document.element.body.sectPr
    for element in list(parse_xml(f"<w:body {SPACES}>{''.join(xml)}</w:body>")):
        section.addprevious(element)


def _box(
    text: str,
    *,
    colour: str = "",
    fill: str = "",
    hidden: int = 0,
    behind: int = 0,
    width: int = 3_000_000,
    height: int = 1_000_000,
    offset: int = 0,
) -> str:
    look = f"<w:rPr><w:color w:val='{colour}'/></w:rPr>" if colour else ""
    ground = f"<a:solidFill><a:srgbClr val='{fill}'/></a:solidFill>" if fill else ""
    words = (
        f"<wps:txbx><w:txbxContent><w:p><w:r>{look}<w:t>{_escaped(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    )
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor behindDoc='{behind}'>"
        f"<wp:positionH><wp:posOffset>{offset}</wp:posOffset></wp:positionH><wp:extent cx='{width}' cy='{height}'/>"
        f"<wp:docPr id='7' name='Box' hidden='{hidden}'/><a:graphic><a:graphicData uri='x'><wps:wsp><wps:spPr>{ground}"
        f"</wps:spPr>{words if text else ''}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
