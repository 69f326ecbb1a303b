"""How many orders are found, and how many honest sentences are taken for orders."""

from matching.instructions import passages, speaks_to_a_machine
from tests.injection.bank import ATTACKS as BANK
from tests.injection.sentences import ATTACKS, HONEST


def test_honest_sentences_are_no_orders():
    assert [text for text in HONEST if speaks_to_a_machine(text)] == []


def test_orders_in_many_languages_are_found():
    assert [text for text in ATTACKS if not speaks_to_a_machine(text)] == []


def test_sets_are_large():
    assert (len(set(HONEST)), len(set(ATTACKS))) == (len(HONEST), len(ATTACKS))
    assert len(HONEST) >= 150
    assert len(ATTACKS) >= 100


def test_clear_orders_of_the_bank_are_found():
    clear = [attack for attack in BANK if attack.kind in ("order", "grade", "role")]
    missed = [attack.name for attack in clear if not speaks_to_a_machine(attack.text)]

    assert (missed, len(clear)) == ([], 39)


def test_what_holds_a_document_has_a_passage():
    assert [text for text in ATTACKS if not passages(text)] == []
