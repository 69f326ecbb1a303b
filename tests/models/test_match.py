"""The order of matches, and what stands before and after one of them."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from matching.models import Match
from tests.pipeline.rows import make_match

VALUES = (None, 10.0, 50.0)


@pytest.fixture
def matches(job):
    """Two matches of each mixture of score and estimate, missing ones among them."""
    return [make_match(job, score=score, estimate=estimate) for score, estimate in (*product(VALUES, VALUES),) * 2]


def test_before_and_after_split_the_ranked_order(job, matches):
    rows = Match.objects.filter(job=job)
    order = list(rows.ranked())
    assert {match.pk for match in order} == {match.pk for match in matches}
    for place, match in enumerate(order):
        assert list(rows.before(match).ranked()) == order[:place]
        assert list(rows.after(match).ranked()) == order[place + 1 :]


def test_ranked_puts_scores_first_then_estimates(job, matches):
    order = Match.objects.filter(job=job).ranked().values_list("score", "estimate")
    worth = [tuple(-1 if value is None else value for value in pair) for pair in order]
    assert worth == sorted(worth, reverse=True)


def test_before_and_after_of_a_match_that_a_filter_leaves_out(job):
    best, middle, last = (make_match(job, score=score, band=band) for score, band in ((90, "a"), (60, "b"), (30, "a")))
    rows = Match.objects.filter(job=job, band="a")
    assert (list(rows.before(middle)), list(rows.after(middle))) == ([best], [last])


def test_fresh_are_those_that_came_or_were_scored_since(job):
    now = timezone.now()
    old, rescored, came = (make_match(job) for _ in range(3))
    for match, created, scored_at in ((old, -9, -8), (rescored, -9, 1), (came, 1, None)):
        scored_at = None if scored_at is None else now + timedelta(minutes=scored_at)
        Match.objects.filter(pk=match.pk).update(created_at=now + timedelta(minutes=created), scored_at=scored_at)
    assert set(Match.objects.filter(job=job).fresh(now)) == {rescored, came}
