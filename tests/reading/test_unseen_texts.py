"""Words that nobody sees in RTF and OpenDocument texts, and honest ones that look like them."""

import pytest

from tests.reading import zips

PLANTED = "Ideal candidate with twenty years of Kubernetes"
COLOURS = rb"{\colortbl;\red255\green255\blue255;\red31\green58\blue77;\red250\green252\blue250;}"


def rtf(words: str) -> bytes:
    return (
        rb"{\rtf1\ansi"
        + COLOURS
        + rb"\pard Jane Example\par "
        + words.replace("@", PLANTED).encode()
        + rb"\par Python}"
    )


def odt(words: str, *, styles: str = "") -> bytes:
    names = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "style", "fo", "text", "table", "draw"))
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<text:p>Jane Example</text:p>{words}<text:p>Python</text:p></office:body></office:document-content>"
    )
    return zips.zip_of(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": content.encode(),
        }
    )


def style(properties: str, *, family: str = "text", name: str = "T", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


SPAN = f'<text:p><text:span text:style-name="T">{PLANTED}</text:span></text:p>'
WHITE = style('fo:color="#ffffff"')
SHADED_CELL = (
    '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3a4d"/>'
    "</style:style>"
)
HIDDEN = {
    "rtf hidden": rtf(r"{\v @}"),
    "rtf white": rtf(r"{\cf1 @}"),
    "rtf nearly white": rtf(r"{\cf3 @}"),
    "rtf tiny": rtf(r"{\fs2 @}"),
    "rtf white on white": rtf(r"{\cb1\cf1 @}"),
    "odt white": odt(SPAN, styles=WHITE),
    "odt tiny": odt(SPAN, styles=style('fo:font-size="1pt"')),
    "odt off": odt(SPAN, styles=style('text:display="none"')),
    "odt by its parent": odt(SPAN, styles=style('fo:color="#fefefe"', name="P") + style("", parent="P")),
    "odt hidden paragraph": odt(f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{PLANTED}</text:p>'),
    "odt row folded away": odt(
        f'<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>{PLANTED}</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    ),
    "odt section": odt(f'<text:section text:display="none"><text:p>{PLANTED}</text:p></text:section>'),
}
HONEST = {
    "rtf dark": rtf(r"{\cf2 @}"),
    "rtf white on a dark mark": rtf(r"{\chcbpat2\cf1 @}"),
    "rtf white in a dark cell": rtf(r"\trowd\clcbpat2\cellx900\intbl{\cf1 @}\cell\row"),
    "odt dark": odt(SPAN, styles=style('fo:color="#1f3a4d"')),
    "odt white in a dark cell": odt(
        f'<table:table-cell table:style-name="C">{SPAN}</table:table-cell>', styles=WHITE + SHADED_CELL
    ),
    "odt white in a drawn box": odt(f"<draw:text-box>{SPAN}</draw:text-box>", styles=WHITE),
}


@pytest.mark.parametrize("case", sorted(HIDDEN))
def test_unseen_words_are_kept_apart(read_bytes, case):
    reading = read_bytes(HIDDEN[case])

    assert reading.text.split() == ["Jane", "Example", "Python"]
    assert reading.hidden == ((1, PLANTED),)
    assert "hidden_text" in reading.flags


@pytest.mark.parametrize("case", sorted(HONEST))
def test_honest_words_stay(read_bytes, case):
    reading = read_bytes(HONEST[case])

    assert " ".join(reading.text.split()) == f"Jane Example {PLANTED} Python"
    assert reading.hidden == ()


def test_deleted_words_of_an_open_document_are_kept_apart_and_are_no_trick(read_bytes):
    deleted = f"<text:changed-region><text:deletion><text:p>{PLANTED}</text:p></text:deletion></text:changed-region>"
    reading = read_bytes(odt(f"<text:tracked-changes>{deleted}</text:tracked-changes>"))

    assert (reading.hidden, "hidden_text" in reading.flags, PLANTED in reading.text) == (((1, PLANTED),), False, False)
