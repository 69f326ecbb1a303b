"""Whether two documents are of one person: what is sure, what is only likely, and what says nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from matching.redaction.evidence import collapsed
from matching.redaction.plain import plain
from matching.redaction.shapes import DEGREES, HONORIFICS, PARTICLES
from matching.structure import Structure

_WORD = re.compile(r"[^\W\d_]+")
LAST_DIGITS, FEWEST_DIGITS = 9, 8
_NOBODY = re.compile(
    r"^(?:no-?reply|info|contact|mail|office|jobs|hr|bewerbung|kontakt|name|your\.?name|email|example)@"
)


class Verdict(StrEnum):
    """SAME is joined without a question, MAYBE is suggested to a person, NO is neither."""

    SAME = "same"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Trace:
    """What a document shows of whose it is, normalised: addresses, numbers, the name as written."""

    name: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


def trace_of(structure: Structure) -> Trace:
    """The trace of a CV's structure. Addresses of offices, and numbers too short to be somebody's, say nothing."""
    mails = frozenset(each.value for each in structure.emails if not _NOBODY.match(each.value))
    numbers = frozenset(key for each in structure.phones if (key := phone_key(each.value)))
    return Trace(structure.name.text if structure.name else "", mails, numbers)


def phone_key(value: str) -> str:
    """The last digits of a number, equal with and without its country; "" when they are too few."""
    digits = "".join(char for char in value if char.isdigit())
    return digits[-LAST_DIGITS:] if len(digits) >= FEWEST_DIGITS else ""


def name_key(name: str) -> str:
    """The words of a name, sorted, folded and without titles; "" for less than two words, which name too many."""
    found = sorted(_words(name))
    return " ".join(found)[:120] if len(found) > 1 or (found and not found[0].isascii()) else ""


def _words(name: str) -> list[str]:
    folded = [word for word in _WORD.findall(plain(name)) if word not in PARTICLES]
    return [collapsed(word) for word in folded if word not in HONORIFICS and word not in DEGREES] or folded


def compatible(one: str, other: str) -> bool | None:
    """Whether two names may be of one person, in any order, with initials and second names; None if one is unknown.

    Every word of the shorter name must be found in the longer one, one of them whole: "J. Doe" in "Jane Ann Doe". A
    single word, such as a given name alone, counts as unknown.
    """
    first, second = sorted((_words(one), _words(other)), key=len)
    if not first or (len(first) == 1 and first[0].isascii()):
        return None
    left, whole = list(second), 0
    for word in sorted(first, key=len, reverse=True):
        match = next((each for each in left if each == word), None) or next(
            (each for each in left if 1 in (len(each), len(word)) and each[0] == word[0]), None
        )
        if match is None:
            return False
        whole += match == word and len(word) > 1
        left.remove(match)
    return whole >= 1


def judge(one: Trace, other: Trace, *, same_text: bool, near: bool) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on two documents, with the signs that speak for it."""
    signs = [
        sign
        for sign, there in (
            ("text", same_text),
            ("email", bool(one.emails & other.emails)),
            ("phone", bool(one.phones & other.phones)),
            ("near_text", near and not same_text),
            ("name", bool(name_key(one.name)) and name_key(one.name) == name_key(other.name)),
        )
        if there
    ]
    fits = compatible(one.name, other.name)
    if same_text or (fits and {"email", "phone"} & set(signs)):
        return Verdict.SAME, tuple(signs)
    if not signs or (signs == ["name"] and _contradict(one, other)):
        return Verdict.NO, ()
    return Verdict.MAYBE, tuple(signs)


def _contradict(one: Trace, other: Trace) -> bool:
    """Two addresses and two numbers, and none in common: a common name proves nothing then."""
    return all((one.emails, other.emails, one.phones, other.phones))


def keys_of(trace: Trace, *, bands: Iterable[str]) -> list[tuple[str, str]]:
    """(kind, value) of everything by which a like document is found."""
    found = [("email", value[:120]) for value in sorted(trace.emails)]
    found += [("phone", value) for value in sorted(trace.phones)]
    found += [("name", key)] if (key := name_key(trace.name)) else []
    return found + [("band", band) for band in bands]
