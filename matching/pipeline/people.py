"""Whose document it is: found again by address, number, name and text when it is read. Sure ones join by themselves."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.utils import timezone

from matching.identity import Trace, Verdict, judge, keys_of, trace_of
from matching.likeness import NEAR, bands, likeness, signature, text_hash
from matching.models import CV, Candidate, Hint, Lease, Merge, Sign
from matching.structure import Structure, structure_of

# An address or number that more documents share is an agency's, and a name that more bear says nothing.
MOST_SHARERS = 20
MOST_LIKE = 40
LOCK = "people"


@dataclass(frozen=True, slots=True)
class Person:
    """What a document that was just read shows of its person."""

    structure: Structure
    text_hash: str = ""
    signature: tuple[int, ...] = ()

    @property
    def trace(self) -> Trace:
        return trace_of(self.structure)

    @property
    def known(self) -> tuple[tuple[str, str], ...]:
        """Addresses and numbers as written, each with its kind: redaction takes them out wherever they stand."""
        found = {"email": self.structure.emails, "phone": self.structure.phones}
        return tuple((each.text, kind) for kind, some in found.items() for each in some)


@dataclass(frozen=True, slots=True)
class _Like:
    """Another document that shares something, with the verdict on the two."""

    cv: CV
    verdict: Verdict
    signs: tuple[str, ...]
    likeness: float


def describe(text: str, *, file_name: str) -> Person:
    """What a text shows of its person."""
    today = timezone.now()
    found = structure_of(text, now=(today.year, today.month), file_name=file_name)
    return Person(found, text_hash(text), tuple(signature(text)))


def person_columns(person: Person | None) -> dict:
    """The columns of a CV that hold it; an unreadable file has none."""
    if person is None:
        return {"structure": {}, "text_hash": "", "signature": []}
    return {
        "structure": person.structure.as_json(),
        "text_hash": person.text_hash,
        "signature": list(person.signature),
    }


def one_at_a_time() -> None:
    """Wait until nobody else decides whose documents are whose, and keep others waiting until the commit.

    Two documents of one person, read at once, would otherwise not see each other. SQLite has one writer anyway. Whoever
    also touches jobs does that first: everybody takes the two locks in this order.
    """
    Lease.objects.get_or_create(name=LOCK, defaults={"owner": "", "until": datetime(1970, 1, 1, tzinfo=UTC)})
    Lease.objects.select_for_update().get(name=LOCK)


def recognise(cv: CV, person: Person, *, name: str) -> Candidate:
    """The candidate of a document that was read, inside the caller's transaction.

    A first reading joins the candidate of a document that is surely of the same person; what is only likely becomes a
    hint. A later reading renews the signs and moves nothing: a person may have decided meanwhile.
    """
    one_at_a_time()
    owner = Candidate.objects.filter(cvs=cv.pk).first()
    _store_signs(cv, person)
    likes = _alike(cv, person)
    candidate = owner or Candidate.objects.create(name=name[:120])
    CV.objects.filter(pk=cv.pk).update(candidate=candidate)
    if owner is None:
        candidate = _joined(cv, candidate, likes)
    elif candidate.cvs.count() == 1 and "name" not in candidate.chosen:
        candidate.name = name[:120]
    candidate.name = candidate.name or name[:120]
    candidate.save(update_fields=["name"])
    _store_hints(cv, candidate, likes)
    return candidate


def _store_signs(cv: CV, person: Person) -> None:
    Sign.objects.filter(cv=cv).delete()
    keys = keys_of(person.trace, bands=bands(person.signature))
    Sign.objects.bulk_create([Sign(cv=cv, kind=kind, value=value) for kind, value in keys])


def _alike(cv: CV, person: Person) -> list[_Like]:
    """The documents that share something with this one, among those that the owner of its job may see."""
    shared = _sharers(cv)
    if person.text_hash:
        same = CV.objects.filter(text_hash=person.text_hash, state=CV.State.READ).exclude(pk=cv.pk)
        shared.update(same.values_list("pk", flat=True)[:MOST_SHARERS])
    rows = CV.objects.visible_to(cv.job.owner).filter(pk__in=shared, candidate__isnull=False)
    rows = rows.only("job_id", "candidate_id", "structure", "signature", "text_hash", "created_at")
    likes = []
    for other in rows.order_by("created_at", "pk"):
        alike = likeness(person.signature, other.signature)
        same = bool(person.text_hash) and person.text_hash == other.text_hash
        verdict, signs = judge(person.trace, stored_trace(other), same_text=same, near=alike >= NEAR)
        if verdict != Verdict.NO:
            likes.append(_Like(other, verdict, signs, alike))
    return likes


def _sharers(cv: CV) -> set:
    """Ids of documents with a sign in common; of those that share only pieces of text, the ones that share most."""
    found: set = set()
    pieces: Counter = Counter()
    own = list(Sign.objects.filter(cv=cv).values_list("kind", "value"))
    for kind in ("email", "phone", "name"):
        for value in (value for each, value in own if each == kind):
            others = Sign.objects.filter(kind=kind, value=value).exclude(cv=cv).values_list("cv_id", flat=True)
            some = list(others[: MOST_SHARERS + 1])
            found.update(some if len(some) <= MOST_SHARERS else ())
    values = [value for kind, value in own if kind == "band"]
    others = Sign.objects.filter(kind="band", value__in=values).exclude(cv=cv)
    pieces.update(others.values_list("cv_id", flat=True))
    return found | {pk for pk, _ in pieces.most_common(MOST_LIKE)}


def stored_trace(cv: CV) -> Trace:
    """The trace of a document that was read earlier."""
    return trace_of(Structure.from_json(cv.structure))


def _joined(cv: CV, own: Candidate, likes: Iterable[_Like]) -> Candidate:
    """The candidate whose document is surely of the same person and was not said to be of another; else its own."""
    for like in likes:
        if like.verdict == Verdict.SAME and not _told_apart(cv, like.cv.candidate_id):
            kept = Candidate.objects.select_for_update().get(pk=like.cv.candidate_id)
            before = {"name": kept.name, "chosen": kept.chosen}
            Merge.objects.create(kept=kept, gone=own, cvs=[str(cv.pk)], signs=list(like.signs), before=before)
            CV.objects.filter(pk=cv.pk).update(candidate=kept)
            return kept
    return own


def _told_apart(cv: CV, candidate_id: object) -> bool:
    pairs = Q(one=cv, other__candidate=candidate_id) | Q(other=cv, one__candidate=candidate_id)
    return Hint.objects.filter(pairs, dismissed_at__isnull=False).exists()


def _store_hints(cv: CV, candidate: Candidate, likes: Iterable[_Like]) -> None:
    """Renew the hints about this document; those that a person dismissed stay dismissed."""
    Hint.objects.filter(Q(one=cv) | Q(other=cv), dismissed_at=None).delete()
    for like in likes:
        one, other = sorted((cv.pk, like.cv.pk))
        found = {"signs": list(like.signs), "likeness": round(like.likeness, 2)}
        if like.cv.candidate_id != candidate.pk:
            Hint.objects.get_or_create(one_id=one, other_id=other, defaults=found)
