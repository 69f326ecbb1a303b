"""Jobs: rubrics are locked in versions, unlawful ones are refused, people come and go."""

import pytest

from matching.exceptions import JobtrackerError, RubricError
from matching.models import Job, Screening
from matching.pipeline.jobs import add_member, lock_rubric, note_visit, open_job, remove_member, set_status
from matching.schemas import Criterion, Need, Rubric
from tests.pipeline.rows import make_match
from tests.pipeline.test_reconcile import abandon

pytestmark = pytest.mark.django_db


def test_open_job_locks_version_1_with_a_random_key(owner, rubric):
    first, second = (open_job(title="x", text="y", rubric=rubric, by=owner) for _ in range(2))
    assert (first.rubric.number, first.rubric.version, first.rubric.as_rubric()) == (1, rubric.version, rubric)
    assert first.prompt_key != second.prompt_key


def test_lock_of_the_same_content_makes_no_new_version(job, owner, rubric):
    assert lock_rubric(job, rubric, by=owner) == job.rubric
    assert job.rubrics.count() == 1


def test_lock_of_other_content_makes_the_next_version_and_wants_estimates(job, owner, rubric):
    new = lock_rubric(job, Rubric(rubric.title, rubric.criteria[:1]), by=owner)
    after = Job.objects.get()
    assert (new.number, after.rubric, after.estimate_wanted) == (2, new, job.estimate_wanted + 1)


@pytest.mark.parametrize(
    "criteria",
    [(), (Criterion("a", "Native English speaker", Need.MUST),), (Criterion("a", "Age under 35", Need.MUST),)],
)
def test_lock_without_criteria_or_with_a_protected_one_is_refused(job, owner, criteria):
    with pytest.raises(RubricError):
        lock_rubric(job, Rubric("x", criteria), by=owner)
    assert job.rubrics.count() == 1


def test_lock_over_a_version_that_nobody_here_saw_is_refused(job, owner, rubric):
    seen = job.rubric.version
    newer = lock_rubric(job, Rubric(rubric.title, rubric.criteria[:1]), by=owner, based_on=seen)
    with pytest.raises(RubricError) as caught:
        lock_rubric(job, Rubric(rubric.title, rubric.criteria[:2]), by=owner, based_on=seen)
    assert (caught.value.code, Job.objects.get().rubric) == ("newer_version", newer)


def test_refusal_names_the_criterion(job, owner):
    with pytest.raises(RubricError) as caught:
        lock_rubric(job, Rubric("x", (Criterion("a", "Python"), Criterion("b", "Age under 35"))), by=owner)
    assert str(caught.value).startswith("“Age under 35”: ")


def test_visible_to_is_owner_and_members_only(job, owner, member, stranger):
    assert [Job.objects.visible_to(person).count() for person in (owner, member, stranger)] == [1, 1, 0]


def test_members_are_added_by_name_and_removed(job, stranger):
    assert add_member(job, " Stranger ") == stranger
    assert Job.objects.visible_to(stranger).count() == 1
    remove_member(job, stranger)
    assert Job.objects.visible_to(stranger).count() == 0


def test_member_nobody_knows_is_one_sentence(job):
    with pytest.raises(JobtrackerError) as caught:
        add_member(job, "nobody")
    assert caught.value.code == "no_such_person"


def test_closed_job_can_be_opened_again(job):
    set_status(job, "closed")
    assert Job.objects.get().status == "closed"
    set_status(job, "open")
    assert Job.objects.get().status == "open"


def test_new_counts_what_came_since_the_last_visit(job, owner):
    make_match(job)
    assert Job.objects.with_new(owner).get().new == 1
    note_visit(job, owner)
    assert Job.objects.with_new(owner).get().new == 0
    make_match(job)
    assert Job.objects.with_new(owner).get().new == 1


def test_counts_tell_where_each_cv_stands(job):
    make_match(job)
    make_match(job, state="screened", band="strong", score=80.0)
    make_match(job, state="waiting", band="low", score=20.0)
    make_match(job, state="not_scored")
    found = Job.objects.with_counts().get()
    counts = (
        found.cvs_count,
        found.strong,
        found.possible,
        found.low,
        found.waiting,
        found.not_scored,
        found.unreadable,
    )
    assert counts == (4, 1, 0, 1, 1, 1, 0)


def test_job_can_be_deleted_with_all_that_belongs_to_it(job, owner):
    call = abandon(make_match(job))
    Screening.objects.create(
        match=call.match,
        rubric=job.rubric,
        call=call,
        cache_key="k",
        model="m",
        digest="d",
        prompt_version="p",
        levels={},
        raw=1,
        sd=1,
        score=1,
        uncertainty=1,
        band="low",
        borderline=False,
        why="",
        gap="",
    )
    job.delete()
    assert (Job.objects.count(), Screening.objects.count()) == (0, 0)
