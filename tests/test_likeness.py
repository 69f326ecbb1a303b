"""How alike texts are: equal letters, edited copies, other people."""

import random

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.labelled import labelled_set
from matching.likeness import BANDS, NEAR, SIZE, bands, likeness, signature, text_hash

CVS = [cv.text for cv in labelled_set()[1]][:60]


def test_hash_does_not_see_layout_case_and_accents():
    text = CVS[0]
    assert text_hash(text) == text_hash(text.upper().replace(" ", "\n\n").replace(",", " · ")) != ""
    assert text_hash(text) != text_hash(f"{text} x")


def test_text_too_short_to_tell_has_no_hash_and_no_signature():
    assert (text_hash("Jane Doe"), signature("Jane Doe"), bands([])) == ("", [], [])


def test_edited_copy_is_near():
    rng = random.Random(7)
    for text in CVS:
        words = [word if rng.random() > 0.03 else "changed" for word in text.split(" ")]
        assert likeness(signature(text), signature(" ".join(words))) >= NEAR


def test_other_people_are_not_near():
    signatures = [signature(text) for text in CVS]
    alike = [likeness(one, other) for at, one in enumerate(signatures) for other in signatures[:at]]
    assert max(alike) < NEAR


def test_near_texts_share_a_band():
    rng = random.Random(8)
    for text in CVS:
        words = [word if rng.random() > 0.03 else "changed" for word in text.split(" ")]
        assert set(bands(signature(text))) & set(bands(signature(" ".join(words))))


@given(st.lists(st.integers(0, 2**26), min_size=SIZE, max_size=SIZE))
def test_signature_is_like_itself(numbers):
    assert (likeness(numbers, numbers), likeness(numbers, []), len(bands(numbers))) == (1.0, 0.0, BANDS)
