"""The measures of the benchmark, checked against cases with a known answer."""

import pytest

from benchmarks.estimate import auc, ndcg, pair_accuracy, spearman
from benchmarks.labelled import labelled_set


@pytest.mark.parametrize(
    ("left", "right", "rho"),
    [
        ([1, 2, 3], [10, 20, 30], 1),
        ([1, 2, 3], [3, 2, 1], -1),
        ([1, 1, 1], [1, 2, 3], 0),
        ([1, 2, 2, 3], [1, 2, 2, 3], 1),
    ],
)
def test_spearman_of_known_cases(left, right, rho):
    assert spearman(left, right) == pytest.approx(rho)


def test_auc_counts_ties_half():
    assert auc([0, 2, 2], [1, 1, 2], least=2) == 0.75


def test_ndcg_of_the_ideal_order_is_one():
    assert ndcg([3, 2, 0], [9, 8, 7]) == 1


def test_ndcg_breaks_ties_against_the_ranker():
    assert ndcg([3, 0], [1, 1]) < 1


def test_pair_accuracy_ignores_pairs_of_equal_grade():
    assert pair_accuracy([1, 1, 2], [5, 9, 7]) == 0.5


def test_labelled_set_is_the_same_for_the_same_seed():
    assert labelled_set(seed=5) == labelled_set(seed=5)


def test_labelled_set_has_three_jobs_and_fourteen_cvs_for_each_trade():
    jobs, cvs = labelled_set()
    assert (len(jobs), len(cvs)) == (3 * 18, 14 * 18)


def test_lengths_of_cvs_say_little_about_their_grade():
    _, cvs = labelled_set()
    assert abs(spearman([cv.grade for cv in cvs], [len(cv.text) for cv in cvs])) < 0.2
