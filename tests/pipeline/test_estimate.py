"""The quick estimate of a job's matches."""

import pytest
from django.db import connection

from matching.models import Job, Match
from matching.pipeline.estimate import BATCH, estimate_job
from matching.pipeline.jobs import lock_rubric
from matching.schemas import Criterion, Need, Rubric
from tests.pipeline.rows import make_match

pytestmark = pytest.mark.django_db


def test_estimate_job_orders_by_fit_and_marks_itself_done(job):
    chef = make_match(job, text="Pastry chef. Cakes.", estimate=None)
    developer = make_match(job, text="Python backend developer, PostgreSQL, Kubernetes", estimate=None)
    assert estimate_job(job.pk) == 2
    assert list(Match.objects.ranked()) == [developer, chef]
    assert Job.objects.to_estimate().count() == 0
    assert estimate_job(job.pk) == 0


def test_estimate_job_after_a_rubric_edit_looks_with_its_eyes(job, owner):
    chef, developer = make_match(job, text="Pastry chef. Cakes."), make_match(job, text="Python backend developer")
    estimate_job(job.pk)
    job.text = ""
    job.save()
    lock_rubric(job, Rubric("Chef", (Criterion("a", "Pastry chef", Need.MUST), Criterion("b", "Cakes"))), by=owner)
    assert Job.objects.to_estimate().count() == 1
    estimate_job(job.pk)
    assert list(Match.objects.ranked()) == [chef, developer]
    assert set(Match.objects.values_list("features_of", flat=True)) == {Job.objects.get().rubric.version}


@pytest.mark.django_db(transaction=True)
def test_estimate_job_of_a_large_pile_leaves_no_cursor_open_while_it_writes(job):
    for number in range(BATCH + 1):
        make_match(job, text=f"Python developer number {number}")

    def vacuum_before_writing(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and not connection.in_atomic_block:
            connection.connection.execute("VACUUM")  # refused while a statement of this connection is under way
        return execute(sql, params, many, context)

    with connection.execute_wrapper(vacuum_before_writing):
        estimate_job(job.pk)
    assert set(Match.objects.values_list("features_of", flat=True)) == {job.rubric.version}
