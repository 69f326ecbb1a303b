import re

import pytest

from matching.exceptions import ModelError
from matching.faults import FAULTS, fault, mend


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_has_words_for_a_person(code):
    sentence, tip = str(fault(code)), mend(code)
    for text in (sentence, tip):
        assert text.endswith((".", "}")) or ": " in text
        assert 15 < len(text) < 200
        assert "{" not in text
    assert sentence != tip


@pytest.mark.parametrize("code", FAULTS)
def test_each_code_fits_its_column(code):
    assert re.fullmatch(r"[a-z_]{3,40}", code)


@pytest.mark.parametrize("code", [code for code, found in FAULTS.items() if found.server_wide])
def test_a_fault_of_the_server_says_that_matches_wait(code):
    assert "ll matches are kept and wait." in str(fault(code))


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_not_both_the_servers_and_final(code):
    assert not (FAULTS[code].permanent and FAULTS[code].server_wide)


def test_fault_fills_in_names_and_carries_its_kind():
    error = fault("model_missing", model="phi4", address="http://127.0.0.1:11434", retry_after=3)
    assert isinstance(error, ModelError)
    assert str(error) == "Ollama answers but does not have the model phi4. All matches are kept and wait."
    assert (error.code, error.permanent, error.server_wide, error.retry_after) == ("model_missing", False, True, 3)
    assert mend("model_missing", model="phi4") == "Run: ollama pull phi4"


def test_mend_of_an_unknown_code_is_empty():
    assert mend("never heard of") == ""
