"""Every way of hiding that the benchmark measures is caught, and no honest layout raises an alarm."""

import pytest

from benchmarks.hiding import docx, honest, pdf
from benchmarks.unseen import is_left
from matching.schemas import HOLDING_FLAGS


def named(function) -> str:
    return function.__name__


@pytest.mark.parametrize("method", pdf.METHODS, ids=named)
def test_text_hidden_on_a_page_is_caught(read_bytes, method):
    data, planted = pdf.hidden(method, seed=77)
    reading = read_bytes(data)

    assert "hidden_text" in reading.flags
    assert not is_left(planted, reading.text)


@pytest.mark.parametrize("method", docx.METHODS, ids=named)
def test_text_hidden_in_a_word_document_is_caught(read_bytes, method):
    data, planted = docx.hidden(method, seed=77)
    reading = read_bytes(data)

    assert "hidden_text" in reading.flags
    assert not is_left(planted, reading.text)


@pytest.mark.parametrize("layout", honest.LAYOUTS, ids=named)
def test_honest_page_has_no_flag_that_holds(read_bytes, layout):
    assert HOLDING_FLAGS.isdisjoint(read_bytes(honest.honest(layout, seed=78)).flags)


@pytest.mark.parametrize("layout", docx.LAYOUTS, ids=named)
def test_honest_word_document_hides_nothing(read_bytes, layout):
    reading = read_bytes(docx.honest(layout, seed=78))

    assert (reading.hidden, reading.flags) == ((), ())
