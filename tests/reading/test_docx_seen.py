"""What Word shows and what not: revisions, bound controls, styles of tables, theme colours, versions, fields."""

import io
import zipfile

import pytest

from matching.reading.docx import read_docx
from matching.reading.found import Found
from matching.reading.limits import Limits
from matching.reading.zips import open_document
from tests.reading import docxs
from tests.reading.docxs import PLANTED

SEEN = "These are the words that a person reads on the page"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:srgbClr val="{dark}"/></a:dk1><a:lt1><a:srgbClr val="{light}"/></a:lt1>'
    '<a:accent1><a:srgbClr val="{accent}"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    parts = (f"<w:r><w:instrText>{code}</w:instrText></w:r>", mark.format("separate"), run(result), mark.format("end"))
    return mark.format("begin") + "".join(parts)


def table(*rows: str, look: str = "") -> str:
    cells = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TS"/>{look}</w:tblPr>{cells}</w:tbl>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{paragraph(run(text, properties))}</w:tc>"


def bound(text: str, *, more: str = "") -> str:
    binding = f'<w:dataBinding w:xpath="/a/b[1]" w:storeItemID="{{1}}"/>{more}'
    return f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def found(xml: str, *, style: str = "", parts: dict[str, str] | None = None) -> Found:
    data = docxs.word(docxs.cv, docxs.body_xml(xml))
    changes = dict(parts or {})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = archive.read("word/styles.xml").decode()
    if style:
        changes["word/styles.xml"] = styles.replace("</w:styles>", f"{style}</w:styles>")
    with open_document(
        docxs.repacked(data, {name: part.encode() for name, part in changes.items()}), limits=Limits()
    ) as archive:
        return read_docx(archive, limits=Limits())


def of_table(properties: str, part: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>"
    inner = f'<w:tblStylePr w:type="{part}">{inner}</w:tblStylePr>' if part else inner
    return f'<w:style w:type="table" w:styleId="TS">{inner}</w:style>'


WHITE = '<w:color w:val="FFFFFF"/>'
TRICKS = {
    "white by a table's style": (table(cell(PLANTED), cell(SEEN, '<w:color w:val="000000"/>')), of_table(WHITE)),
    "hidden by a table's style": (table(cell(PLANTED), cell(SEEN, '<w:vanish w:val="0"/>')), of_table("<w:vanish/>")),
    "tiny by a table's style": (table(cell(PLANTED), cell(SEEN, '<w:sz w:val="22"/>')), of_table('<w:sz w:val="2"/>')),
    "white first row by a table's style": (
        table(cell(PLANTED), cell(SEEN), look='<w:tblLook w:firstRow="1"/>'),
        of_table(WHITE, "firstRow"),
    ),
    "theme colour of the page": (
        paragraph(run(SEEN), run(PLANTED, '<w:color w:val="000000" w:themeColor="background1"/>')),
        "",
    ),
    "theme colour made white": (
        paragraph(run(SEEN), run(PLANTED, '<w:color w:themeColor="text1" w:themeTint="00"/>')),
        "",
    ),
    "letters over each other": (paragraph(run(SEEN), run(PLANTED, '<w:spacing w:val="-400"/>')), ""),
    "bound to other words": (paragraph(bound(PLANTED)), ""),
    "style below a style": (
        paragraph('<w:pPr><w:pStyle w:val="Below"/></w:pPr>', run(PLANTED)) + paragraph(run(SEEN)),
        '<w:style w:type="paragraph" w:styleId="Above"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Above"/></w:style>',
    ),
    "one point by a style": (
        paragraph('<w:pPr><w:pStyle w:val="Tiny"/></w:pPr>', run(PLANTED)) + paragraph(run(SEEN)),
        '<w:style w:type="paragraph" w:styleId="Tiny"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>',
    ),
}
VERSIONS = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>{}</w:t></mc:Choice>'
    "<mc:Fallback><w:t>{}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
NOT_ON_THE_PAGE = {
    "deleted": paragraph(f'<w:del w:id="1"><w:r><w:delText>{PLANTED}</w:delText></w:r></w:del>', run(SEEN)),
    "moved away": paragraph(f'<w:moveFrom w:id="1">{run(PLANTED)}</w:moveFrom><w:moveTo>{run(SEEN)}</w:moveTo>'),
    "row deleted": table(f'<w:trPr><w:del w:id="1"/></w:trPr>{cell(PLANTED)}', cell(SEEN)),
    "code of a field": paragraph(field(f"QUOTE {PLANTED}", SEEN)),
    "code of a simple field": paragraph(f'<w:fldSimple w:instr="QUOTE {PLANTED}">{run(SEEN)}</w:fldSimple>'),
    "version for older readers": paragraph(VERSIONS.format(SEEN, PLANTED)),
}
HONEST = {
    "inserted": paragraph(f'<w:ins w:id="1">{run(SEEN)}</w:ins>'),
    "theme colour beside white": paragraph(run(SEEN, '<w:color w:val="FFFFFF" w:themeColor="text1"/>')),
    "nested table": table(f"<w:tc>{table(cell(SEEN))}<w:p/></w:tc>"),
    "same in both versions": paragraph(VERSIONS.format(SEEN, SEEN)),
    "link": paragraph(field('HYPERLINK "https://jane.example/portfolio/of/long/words"', SEEN)),
    "element of custom XML": f'<w:customXml w:element="x">{paragraph(run(SEEN))}</w:customXml>',
    "bound to the same words": paragraph(bound(SEEN)),
    "bound date": paragraph(bound(SEEN, more='<w:date w:fullDate="2020-01-31T00:00:00Z"/>')),
    "closely set": paragraph(run(SEEN, '<w:spacing w:val="-20"/>')),
    "tinted": paragraph(run(SEEN, '<w:color w:themeColor="text1" w:themeTint="A6"/>')),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_words_that_word_does_not_show_are_kept_apart_and_flagged(trick):
    xml, style = TRICKS[trick]
    reading = found(xml, style=style, parts={"customXml/item1.xml": f"<a><b>{SEEN}</b></a>"})

    assert ([run for _, run in reading.hidden if PLANTED in run], SEEN in reading.text) == ([PLANTED], True)
    assert (PLANTED in reading.text, "hidden_text" in reading.flags) == (False, True)


@pytest.mark.parametrize("case", NOT_ON_THE_PAGE)
def test_words_that_are_on_no_page_are_kept_apart(case):
    reading = found(NOT_ON_THE_PAGE[case])

    assert any(PLANTED in run for _, run in reading.hidden)
    assert (reading.text.count(SEEN), PLANTED in reading.text, reading.flags) == (1, False, [])


@pytest.mark.parametrize("case", HONEST)
def test_words_that_word_shows_are_read_once(case):
    reading = found(HONEST[case], parts={"customXml/item1.xml": f"<a><b>{SEEN}</b></a>"})

    assert (reading.text.count(SEEN), reading.hidden, reading.flags) == (1, [], [])


def test_colours_come_from_the_theme_of_the_document():
    xml = paragraph(run(SEEN, '<w:color w:themeColor="text1"/>'), run(PLANTED, '<w:color w:themeColor="accent1"/>'))
    themed = "word/theme/theme1.xml"
    white = found(xml, parts={themed: THEME.format(dark="202020", light="FFFFFF", accent="FEFEFE")})
    blue = found(xml, parts={themed: THEME.format(dark="202020", light="FFFFFF", accent="2040A0")})

    assert ([run for _, run in white.hidden], white.flags) == ([PLANTED], ["hidden_text"])
    assert (blue.hidden, PLANTED in blue.text) == ([], True)


def test_white_head_of_a_table_that_its_style_shades_is_honest():
    shade = '<w:tcPr><w:shd w:val="clear" w:fill="203040"/></w:tcPr>'
    style = (
        '<w:style w:type="table" w:styleId="TS"><w:tblStylePr w:type="firstRow">'
        f"<w:rPr>{WHITE}</w:rPr>{shade}</w:tblStylePr></w:style>"
    )
    reading = found(table(cell(SEEN), cell("Rows"), look='<w:tblLook w:val="04A0"/>'), style=style)

    assert (SEEN in reading.text, reading.hidden) == (True, [])
