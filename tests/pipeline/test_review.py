"""A look at the flags lets a match go to the cloud, until a new flag comes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.corpus import pile, posting
from matching.models import Match
from matching.pipeline.intake import receive
from matching.pipeline.read import read_cv
from matching.pipeline.review import see_flags
from matching.schemas import HOLDING_FLAGS
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db(transaction=True)


def held() -> list:
    return list(Match.objects.held())


@pytest.mark.parametrize("flag", sorted(HOLDING_FLAGS))
def test_held_by_a_flag_until_a_person_looked(job, owner, flag):
    match = make_match(job, flags=["over_length", flag])
    assert (match.is_held, held()) == (True, [match])
    assert see_flags(match, by=owner) is True
    match.refresh_from_db()
    assert (match.is_held, held(), match.flags_seen_by, match.flags) == (False, [], owner, ["over_length", flag])


@pytest.mark.parametrize("flags", [[], ["over_length"], ["parse_poor", "unread_pages"]])
def test_not_held_without_a_flag_that_holds(job, flags):
    assert (make_match(job, flags=flags).is_held, held()) == (False, [])


def test_see_flags_a_second_time_keeps_the_first_person(job, owner, member):
    match = make_match(job, flags=["hidden_text"])
    see_flags(match, by=owner)
    assert see_flags(match, by=member) is False
    match.refresh_from_db()
    assert match.flags_seen_by == owner


def test_see_flags_of_a_match_without_any_changes_nothing(job, owner):
    match = make_match(job)
    assert see_flags(match, by=owner) is False
    match.refresh_from_db()
    assert match.flags_seen_at is None


def test_see_flags_tells_the_open_pages(job, owner):
    before = job.revision
    see_flags(make_match(job, flags=["hidden_text"]), by=owner)
    job.refresh_from_db()
    assert job.revision == before + 1


def test_copy_of_the_posting_is_flagged_on_the_cv_and_its_match(job, owner):
    job.text = posting("Backend engineer")
    job.save()
    text = f"{pile(per_job=1)[0].text}\n{job.text}"
    read_cv(receive(job, SimpleUploadedFile("cv.txt", text.encode()), by=owner).pk)
    match = Match.objects.get()
    assert (match.flags, match.cv.flags, match.is_held) == (["jd_copy"], ["jd_copy"], True)
