"""DOCX files made for the tests: whole documents, unseen text, and packages that attack their reader."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

PLANTED = "Ideal candidate with twenty years of Kubernetes and Terraform leadership"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word(*writers: Callable[[Document], None]) -> bytes:
    """A DOCX that the given functions wrote into, one after the other."""
    document = docx.Document()
    for write in writers:
        write(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraphs(*texts: str) -> Callable[[Document], None]:
    """A writer of plain paragraphs."""

    def write(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return write


def body_xml(xml: str) -> Callable[[Document], None]:
    """A writer of raw WordprocessingML, such as a `<w:p>`."""

    def write(document: Document) -> None:
        wrapped = parse_xml(f"<w:body {SPACES}>{xml}</w:body>")
        section = document.element.body.sectPr
        for element in list(wrapped):
            section.addprevious(element)

    return write


def cv(document: Document) -> None:
    """Header, headings, a list, a table and a footer, as people write them."""
    document.sections[0].header.paragraphs[0].text = "Jane Example"
    document.sections[0].footer.paragraphs[0].text = "References on request"
    document.add_heading("Experience", level=1)
    document.add_paragraph("Senior engineer, Harbour Logistics")
    document.add_paragraph("Ran the order service", style="List Bullet")
    document.add_paragraph("Cut the billing run", style="List Bullet")
    document.add_heading("Skills", level=1)
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Python", "ten years"), ("Go", "four years")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def text_box(text: str, *, fill: str = "") -> str:
    """A paragraph with a text box in both versions that Word writes: the new one and the old one for old readers."""
    colour = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    run = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>' if fill else ""
    content = f"<w:txbxContent><w:p><w:r>{run}<w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor behindDoc='0'><a:graphic>"
        f"<a:graphicData uri='x'><wps:wsp><wps:spPr>{colour}</wps:spPr><wps:txbx>{content}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _run(document: Document):
    return document.add_paragraph("Honest words. ").add_run(PLANTED)


def vanished(document: Document) -> None:
    _run(document).font.hidden = True


def tiny(document: Document) -> None:
    _run(document).font.size = Pt(1)


def white(document: Document) -> None:
    _run(document).font.color.rgb = RGBColor(255, 255, 255)


def nearly_white(document: Document) -> None:
    _run(document).font.color.rgb = RGBColor(250, 252, 250)


def vanished_by_style(document: Document) -> None:
    style = document.styles.add_style("Quiet", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    _run(document).style = style


def hidden_row(document: Document) -> None:
    row = document.add_table(rows=1, cols=1).rows[0]
    row.cells[0].text = PLANTED
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))


HIDING = (vanished, tiny, white, nearly_white, vanished_by_style, hidden_row)


def comment(document: Document) -> None:
    document.add_comment(document.add_paragraph("Honest words.").runs, text=PLANTED)


def white_on_shaded_cell(document: Document) -> None:
    """An honest heading: white words in a dark cell."""
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3A4D"/>'))
    cell.paragraphs[0].add_run("Senior engineer at Harbour Logistics").font.color.rgb = RGBColor(255, 255, 255)


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The package with some entries replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return stream.getvalue()


def with_chunk(content: bytes, *, name: str, around: str = "{}") -> bytes:
    """A DOCX that takes in another document between two paragraphs of its own."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    call = around.format(f'<w:altChunk xmlns:r="{relations}" r:id="rIdChunk"/>')
    data = word(paragraphs("Before"), body_xml(call), paragraphs("After"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        old = archive.read("word/_rels/document.xml.rels").decode()
    one = f'<Relationship Id="rIdChunk" Type="{relations}/aFChunk" Target="/word/{name}"/>'
    new = old.replace("</Relationships>", f"{one}</Relationships>").encode()
    return repacked(data, {"word/_rels/document.xml.rels": new, f"word/{name}": content})


def main_part(data: bytes) -> bytes:
    """The XML of the main document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def zip_bomb(*, megabytes: int) -> bytes:
    """A DOCX whose main part is that many megabytes of blanks."""
    content = main_part(word(paragraphs("Bomb")))
    return repacked(word(paragraphs("Bomb")), {"word/document.xml": content + b" " * megabytes * 1024 * 1024})


def entity_bomb() -> bytes:
    """A DOCX whose main part declares entities that double and double."""
    entities = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 40))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "bomb">{entities}]>'
    text = re.sub(rb"<\?xml[^>]*\?>", b"", main_part(word(paragraphs("MARK")))).replace(b"MARK", b"&l39;")
    return repacked(word(paragraphs("MARK")), {"word/document.xml": head.encode() + text})
