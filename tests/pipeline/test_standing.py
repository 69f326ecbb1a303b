"""Counts and ranks of a job: right, and kept until the job changes."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from matching.models import Lease, Match
from matching.pipeline.claims import lead
from matching.pipeline.jobs import touch
from matching.pipeline.standing import Ranks, scheduler_runs, standing
from matching.scoring import shared_ranks
from tests.pipeline.rows import make_match

points = st.integers(0, 1000).map(lambda number: number / 10)
scores = st.lists(st.tuples(points, st.floats(2, 20)), max_size=40)


@given(scores, st.lists(points, max_size=20), st.integers(0, 3))
def test_rank_labels_are_those_of_shared_ranks(scores, estimates, unknown):
    ranks = Ranks.of(scores, estimates, total=len(scores) + len(estimates) + unknown)
    places = shared_ranks(scores)
    shared = Counter(places)
    expected = [f"{place}=" if shared[place] > 1 else str(place) for place in places]
    assert [ranks.label(score=score, estimate=1) for score, _ in scores] == expected


@given(scores, st.lists(points, max_size=20))
def test_ranks_of_estimates_follow_the_scores(scores, estimates):
    ranks = Ranks.of(scores, estimates, total=len(scores) + len(estimates))
    labels = [ranks.label(score=None, estimate=estimate) for estimate in sorted(estimates, reverse=True)]
    places = [int(label.rstrip("=")) for label in labels]
    expected = [len(scores) + 1 + sum(other > estimate for other in estimates) for estimate in estimates]
    assert places == sorted(expected)
    assert [label.endswith("=") for label in labels] == [places.count(place) > 1 for place in places]


def test_matches_that_nothing_is_known_of_share_the_last_rank():
    ranks = Ranks.of([(80, 2)], [50], total=4)
    assert ranks.label(score=None, estimate=None) == "3="


def test_rank_of_a_score_that_came_a_moment_ago_fits_in():
    ranks = Ranks.of([(80, 2), (40, 2)], [], total=2)
    assert [ranks.label(score=score, estimate=None) for score in (99, 60, 1)] == ["1", "1", "2"]
    assert Ranks.of([], [], total=0).label(score=70, estimate=None) == "1"


@pytest.fixture
def mixed(job):
    for state, band, score in (
        ("screened", "strong", 90),
        ("screened", "low", 20),
        ("waiting", "low", 30),
        ("waiting", "", None),
        ("not_scored", "", None),
    ):
        make_match(job, state=state, band=band, score=score, uncertainty=score and 2, rubric=score and job.rubric)
    Match.objects.filter(job=job, score=90).update(flags=["hidden_text"])
    touch(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({}, 5),
        ({"band": "strong"}, 1),
        ({"band": "low"}, 2),
        ({"state": "scored"}, 3),
        ({"state": "waiting"}, 2),
        ({"state": "not_scored"}, 1),
        ({"flag": "any"}, 1),
        ({"flag": "hidden_text"}, None),
        ({"state": "stale"}, None),
        ({"text": "x"}, None),
        ({"band": "low", "state": "waiting"}, None),
    ],
)
def test_known_counts_are_those_of_the_filter(mixed, chosen, count):
    assert standing(mixed).counted(**chosen) == count
    assert count in (None, Match.objects.filter(job=mixed).shown(**chosen).count())


def test_standing_is_kept_until_the_job_changes(mixed):
    first = standing(mixed)
    with CaptureQueriesContext(connection) as queries:
        assert standing(mixed) == first
    assert len(queries) == 0
    make_match(mixed)
    touch(mixed.pk)
    mixed.refresh_from_db()
    assert standing(mixed).tally["matches"] == first.tally["matches"] + 1


def test_newest_of_a_job_without_matches_is_its_beginning(job):
    assert standing(job).newest == job.created_at


def test_scheduler_runs_while_its_lease_is_kept(db):
    assert scheduler_runs() is False
    lead("reconciler", owner="here", seconds=10)
    assert scheduler_runs() is True
    Lease.objects.update(until="2020-01-01T00:00:00Z")
    assert scheduler_runs() is False
