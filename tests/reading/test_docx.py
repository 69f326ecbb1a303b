"""The whole of a Word document, and nothing that is not on its page."""

import pytest

from matching.reading import Limits
from tests.reading import docxs
from tests.reading.docxs import body_xml, paragraphs, word

PARAGRAPH = "<w:p>{}</w:p>"


def test_docx_in_reading_order(read_bytes):
    assert read_bytes(word(docxs.cv)).text == (
        "Jane Example\n\nExperience\nSenior engineer, Harbour Logistics\n- Ran the order service\n"
        "- Cut the billing run\nSkills\nPython ten years\nGo four years\n\nReferences on request"
    )


def test_text_box_counts_once(read_bytes):
    reading = read_bytes(word(paragraphs("Before"), body_xml(docxs.text_box("In the box")), paragraphs("After")))

    assert reading.text == "Before\n\nIn the box\n\nAfter"


def test_inserted_revision_is_in_and_deleted_is_out(read_bytes):
    xml = PARAGRAPH.format(
        "<w:r><w:t>Led </w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>ten</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>two</w:delText></w:r></w:del><w:r><w:t> people</w:t></w:r>"
    )

    assert read_bytes(word(body_xml(xml))).text == "Led ten people"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "One two\nthree"),
        ("<w:hyperlink><w:r><w:t>example.org</w:t></w:r></w:hyperlink>", "example.org"),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a control</w:t></w:r></w:sdtContent></w:sdt>", "In a control"),
        ("<w:r><w:t>part</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r>", "part-time"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Words</w:t></w:r>", "Words"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0B7'/><w:t>Words</w:t></w:r>", "Words"),
        ("<w:smartTag><w:r><w:t>Utrecht</w:t></w:r></w:smartTag>", "Utrecht"),
    ],
)
def test_parts_of_a_paragraph(read_bytes, xml, text):
    assert read_bytes(word(body_xml(PARAGRAPH.format(xml)))).text == text


def test_nested_table(read_bytes):
    def write(document):
        cell = document.add_table(rows=1, cols=2).cell(0, 0)
        cell.text = "Outer"
        cell.add_table(rows=1, cols=1).cell(0, 0).text = "Inner"

    assert read_bytes(word(write)).text.split() == ["Outer", "Inner"]


@pytest.mark.parametrize("hide", docxs.HIDING, ids=lambda hide: hide.__name__)
def test_hidden_run_is_kept_apart(read_bytes, hide):
    reading = read_bytes(word(docxs.cv, hide))

    assert reading.hidden == ((1, docxs.PLANTED),)
    assert reading.flags == ("hidden_text",)
    assert "Kubernetes" not in reading.text


def test_comment_is_kept_apart_without_a_flag(read_bytes):
    reading = read_bytes(word(docxs.cv, docxs.comment))

    assert (reading.hidden, reading.flags) == (((1, docxs.PLANTED),), ())


def test_white_words_on_a_dark_cell_are_honest(read_bytes):
    reading = read_bytes(word(docxs.cv, docxs.white_on_shaded_cell))

    assert (reading.hidden, reading.flags) == ((), ())
    assert "Senior engineer at Harbour Logistics" in reading.text


def test_white_words_in_a_dark_box_are_honest(read_bytes):
    reading = read_bytes(word(docxs.cv, body_xml(docxs.text_box("Sidebar of honest words", fill="1F3A4D"))))

    assert reading.hidden == ()
    assert "Sidebar of honest words" in reading.text


def test_white_words_on_the_coloured_page_that_word_does_not_show(read_bytes):
    """A page colour counts only when the settings show it."""
    data = word(docxs.cv, docxs.white)
    coloured = docxs.main_part(data).replace(b"<w:body>", b'<w:background w:color="000000"/><w:body>')

    assert read_bytes(docxs.repacked(data, {"word/document.xml": coloured})).flags == ("hidden_text",)


def test_macros_are_no_text(read_bytes):
    reading = read_bytes(docxs.repacked(word(docxs.cv), {"word/vbaProject.bin": b"Sub AutoOpen()"}), name="cv.docm")

    assert reading.ok
    assert "AutoOpen" not in reading.text


def test_package_without_its_main_part_is_damaged(read_bytes):
    data = docxs.repacked(word(docxs.cv), {"word/document.xml": b"<broken"})
    reading = read_bytes(data)

    assert (reading.reason, reading.detail) == ("damaged", "its XML is broken")


def test_deeply_nested_document_has_an_outcome(read_bytes):
    deep = "<w:sdt><w:sdtContent>" * 5000 + PARAGRAPH.format("") + "</w:sdtContent></w:sdt>" * 5000
    content = docxs.main_part(word(docxs.cv)).replace(b"<w:body>", b"<w:body>" + deep.encode())
    reading = read_bytes(docxs.repacked(word(docxs.cv), {"word/document.xml": content}))

    assert reading.ok or reading.reason == "damaged"


def test_zip_of_many_entries_is_a_bomb(read_bytes):
    data = docxs.repacked(word(docxs.cv), {f"word/media/{number}": b"" for number in range(50)})

    assert read_bytes(data, limits=Limits(max_entries=40)).reason == "bomb"


def test_zip_whose_directory_lies_is_damaged(read_bytes):
    data = word(docxs.cv)
    at = data.rindex(b"PK\x01\x02") + 24
    reading = read_bytes(data[:at] + b"\xff\xff\xff\x7f" + data[at + 4 :])

    assert (reading.reason, reading.detail) == ("damaged", "its directory is broken")
