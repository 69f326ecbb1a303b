"""What is offered for each reason why a file was not read."""

import pytest

from matching.mends import MENDS, Act, mend_of, request_for_copy
from matching.schemas import UNREADABLE


def test_every_reason_has_its_mend():
    assert set(UNREADABLE) - set(MENDS) == set()


def test_reason_that_is_not_known_here_is_tried_again():
    assert (mend_of("new_one").act, mend_of("new_one").title) == (Act.RETRY, "Not readable")


@pytest.mark.parametrize("reason", sorted(MENDS))
def test_request_is_written_exactly_where_another_copy_helps(reason):
    letter = request_for_copy("my CV.pdf", reason)
    assert bool(letter) == (MENDS[reason].act is Act.ASK)
    assert letter.count("“my CV.pdf”") == int(bool(letter))


def test_program_to_install_is_named():
    assert [
        name for name, mend in MENDS.items() if mend.act is Act.INSTALL and "apt-get install" not in mend.words
    ] == []
