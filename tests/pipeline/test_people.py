"""Documents of one person find each other when they are read; what is not sure is only suggested."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.exceptions import JobtrackerError
from matching.models import CV, AuditEvent, Candidate, Hint, Match, Merge, Sign
from matching.pipeline.intake import receive
from matching.pipeline.jobs import open_job
from matching.pipeline.merging import merge, tell_apart, undo_merge
from matching.pipeline.read import read_cv

pytestmark = pytest.mark.django_db(transaction=True)


def text_of(
    name: str = "Jane Doe", *, email: str = "jane@doe.example", phone: str = "0171 555 6123", more: str = ""
) -> str:
    return f"""{name}
{email}
Tel. {phone}

Work experience
Python developer, Larchmont Ltd, 2019 - 2025
- Built services with Django and PostgreSQL on Kubernetes {more}

Education
BSc Computer Science
"""


@pytest.fixture
def reads(job, owner):
    """Stores and reads a document; the CV as it is afterwards."""
    number = iter(range(100))

    def stored(text: str, *, job=job) -> CV:
        cv = receive(job, SimpleUploadedFile(f"{next(number)}.txt", text.encode()), by=owner)
        assert read_cv(cv.pk) is not None
        return CV.objects.get(pk=cv.pk)

    return stored


def test_structure_and_signs_are_kept(reads):
    cv = reads(text_of())
    assert (cv.structure["name"]["text"], cv.structure["roles"][0]["employer"]) == ("Jane Doe", "Larchmont Ltd")
    kinds = set(Sign.objects.filter(cv=cv).values_list("kind", "value"))
    assert {("email", "jane@doe.example"), ("phone", "715556123"), ("name", "do jane")} <= kinds


def test_second_document_of_a_person_joins_and_is_still_scored(reads):
    first, second = reads(text_of()), reads(text_of("J. Doe", phone="", more="and wrote tests"))
    assert first.candidate_id == second.candidate_id
    assert set(Match.objects.values_list("cv", "candidate")) == {(cv.pk, first.candidate_id) for cv in (first, second)}
    row = Merge.objects.get()
    assert (row.by, row.cvs, row.signs) == (None, [str(second.pk)], ["email"])
    assert Candidate.objects.get(pk=first.candidate_id).name == "Jane Doe"


def test_same_text_in_another_layout_joins(reads):
    text = text_of("", email="", phone="", more="and looked after the whole platform for years " * 4)
    first, second = reads(text), reads(text.replace("\n", "\n\n"))
    assert first.candidate_id == second.candidate_id


def test_other_name_at_one_address_is_suggested_and_not_joined(reads):
    first, second = reads(text_of()), reads(text_of("John Roe", phone="0171 555 9999", more="now"))
    hint = Hint.objects.get()
    assert (first.candidate_id == second.candidate_id, hint.signs[0]) == (False, "email")


def test_address_that_everybody_uses_says_nothing(reads):
    names = [
        f"{given} {family}"
        for given in ("Jane", "Anna", "Maria")
        for family in ["Roe", "Low", "Fox", "Kay", "Poe", "Ray", "Bee"]
    ]
    read = [reads(text_of(name, phone="", more=name * 9)) for name in [*names, "Lena Orr"]]
    assert Hint.objects.filter(one=read[-1]).count() + Hint.objects.filter(other=read[-1]).count() == 0


def test_documents_of_jobs_that_the_owner_may_not_see_stay_apart(reads, stranger, rubric):
    secret = open_job(title="Secret", text="Secret.", rubric=rubric, by=stranger)
    first, second = reads(text_of()), reads(text_of(more="again"), job=secret)
    assert (first.candidate_id == second.candidate_id, Hint.objects.count(), Merge.objects.count()) == (False, 0, 0)


def test_documents_of_two_jobs_of_one_owner_join(reads, owner, rubric):
    other = open_job(title="Other", text="Other.", rubric=rubric, by=owner)
    assert reads(text_of()).candidate_id == reads(text_of(more="again"), job=other).candidate_id


def test_reading_again_moves_nothing(reads, owner):
    first, second = reads(text_of()), reads(text_of(more="again"))
    undo_merge(Merge.objects.get(), by=owner)
    CV.objects.filter(pk=second.pk).update(state=CV.State.WAITING)
    read_cv(second.pk)
    second.refresh_from_db()
    assert second.candidate_id != first.candidate_id
    assert Hint.objects.visible_to(owner).standing().count() == 0


def test_document_of_people_who_were_told_apart_is_not_joined_with_both(reads, owner):
    first, second = reads(text_of()), reads(text_of("John Roe", phone="0171 555 9999", more="now"))
    tell_apart(first.candidate, second.candidate, by=owner)
    assert Hint.objects.visible_to(owner).standing().count() == 0
    assert reads(text_of(more="third")).candidate_id == first.candidate_id


def test_merge_and_undo_leave_everything_as_it_was(reads, owner):
    first, second = reads(text_of()), reads(text_of("John Roe", more="now"))
    before = list(Candidate.objects.order_by("pk").values("pk", "name", "chosen", "never_send"))
    Candidate.objects.filter(pk=second.candidate_id).update(never_send=True)
    row = merge(first.candidate, second.candidate, chosen={"name": str(second.pk)}, name="John Roe", by=owner)
    kept = Candidate.objects.get(pk=first.candidate_id)
    assert (kept.name, kept.never_send, kept.cvs.count(), kept.matches.count()) == ("John Roe", True, 2, 2)
    assert undo_merge(row, by=owner) == 1
    Candidate.objects.filter(pk=second.candidate_id).update(never_send=False)
    assert list(Candidate.objects.order_by("pk").values("pk", "name", "chosen", "never_send")) == before
    assert set(CV.objects.values_list("pk", "candidate")) == {(cv.pk, cv.candidate_id) for cv in (first, second)}
    assert list(AuditEvent.objects.order_by("at").values_list("verb", flat=True)) == ["merge", "undo_merge"]


def test_merge_of_one_who_was_merged_before_changes_nothing(reads, owner):
    first, second = reads(text_of()), reads(text_of("John Roe", more="now"))
    row = merge(first.candidate, second.candidate, chosen={}, name="Jane Doe", by=owner)
    with pytest.raises(JobtrackerError, match="nothing was changed"):
        merge(first.candidate, second.candidate, chosen={}, name="Jane Doe", by=owner)
    undo_merge(row, by=owner)
    with pytest.raises(JobtrackerError, match="nothing was changed"):
        undo_merge(row, by=owner)
    assert Merge.objects.count() == 1
