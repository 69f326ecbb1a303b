"""Whether two documents are of one person: names, addresses, numbers and texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.identity import Trace, Verdict, compatible, judge, name_key, phone_key


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Jane Doe", "Jane Doe", True),
        ("Jane Doe", "DOE, Jane", True),
        ("Jane Doe", "J. Doe", True),
        ("Jane Ann Doe", "Jane Doe", True),
        ("Dr. Eva van der Berg", "Eva Berg", True),
        ("Björn Küster", "Bjoern Kuester", True),
        ("王小明", "王小明", True),
        ("Jane Doe", "John Doe", False),
        ("Jane Doe", "Jane Miller", False),
        ("Jane Doe", "Jane", None),
        ("Jane Doe", "", None),
        ("J. D.", "Jane Doe", None),
    ],
)
def test_names_fit_or_not(one, other, fits):
    assert (compatible(one, other), compatible(other, one)) == (fits, fits)


@given(st.lists(st.sampled_from(["Jane", "Ann", "Doe", "Miller", "Li"]), min_size=2, max_size=4, unique=True))
def test_name_fits_itself_in_any_order(words):
    assert compatible(" ".join(words), " ".join(reversed(words))) is True
    assert name_key(" ".join(words)) == name_key(" ".join(reversed(words)))


def trace(name: str = "", *, email: str = "", phone: str = "") -> Trace:
    return Trace(name, frozenset([email] if email else []), frozenset([phone] if phone else []))


JANE = trace("Jane Doe", email="jane@doe.example", phone="715556123")


@pytest.mark.parametrize(
    ("other", "verdict", "signs"),
    [
        (trace("Jane Doe", email="jane@doe.example"), Verdict.SAME, ("email", "name")),
        (trace("J. Doe", phone="715556123"), Verdict.SAME, ("phone",)),
        (trace("Jack Doe", phone="715556123"), Verdict.MAYBE, ("phone",)),
        (trace("", email="jane@doe.example"), Verdict.MAYBE, ("email",)),
        (trace("Jane Doe"), Verdict.MAYBE, ("name",)),
        (trace("Jane Doe", email="other@doe.example", phone="715550000"), Verdict.NO, ()),
        (trace("John Roe", email="john@roe.example"), Verdict.NO, ()),
        (trace(), Verdict.NO, ()),
    ],
)
def test_verdict_on_two_traces(other, verdict, signs):
    assert judge(JANE, other, same_text=False, near=False) == (verdict, signs)


def test_same_text_is_sure_and_a_near_one_is_not():
    assert judge(JANE, trace(), same_text=True, near=True) == (Verdict.SAME, ("text",))
    assert judge(JANE, trace(), same_text=False, near=True) == (Verdict.MAYBE, ("near_text",))


def test_number_is_the_same_with_and_without_its_country():
    assert phone_key("+491715556123") == phone_key("01715556123") == "715556123"
    assert phone_key("4711") == ""
