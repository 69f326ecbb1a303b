import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.calibration import IDENTITY, Fit
from matching.exceptions import RubricError
from matching.schemas import Criterion, Need, Rubric
from matching.scoring import (
    CAP,
    Level,
    band,
    cache_key,
    certain,
    jumps,
    others,
    probabilities,
    score,
    shared_ranks,
)

unhurried = settings(deadline=None)


def rubric_of(*needs: str) -> Rubric:
    return Rubric(
        "T", tuple(Criterion(name, f"Skill {name}", Need(need)) for name, need in zip("abcdefgh", needs, strict=False))
    )


def levels_of(*values: int, whole: int = 0) -> list[Level]:
    ids = [*"abcdefgh"[: len(values)], "z"]
    return [Level(name, value, certain(value)) for name, value in zip(ids, (*values, whole), strict=True)]


needs = st.lists(st.sampled_from(["must", "should", "nice"]), min_size=1, max_size=8)
chances = st.lists(st.floats(min_value=1e-6, max_value=1), min_size=5, max_size=5)


@st.composite
def marked(draw) -> tuple[Rubric, list[Level]]:
    """A rubric with any levels and probabilities."""
    rubric = rubric_of(*draw(needs))
    ids = [*(criterion.id for criterion in rubric.criteria), "z"]
    drawn = [draw(chances) for _ in ids]
    spread = [probabilities(dict(enumerate(row))) for row in drawn]
    return rubric, [Level(name, row.index(max(row)), row) for name, row in zip(ids, spread, strict=True)]


def test_score_is_the_weighted_mean_of_levels():
    found = score(rubric_of("must", "should", "nice"), levels_of(4, 2, 0, whole=3))
    assert found.raw == pytest.approx(100 * (3 * 4 + 2 * 2 + 1 * 0 + 2 * 3) / 4 / 8)
    assert found.score == found.raw
    assert (found.sd, found.uncertainty) == (0, 2)


def test_score_of_an_uncertain_level_is_its_mean_with_its_spread():
    levels = [Level("a", 3, (0, 0, 0, 0.5, 0.5)), Level("z", 4, certain(4))]
    found = score(rubric_of("must"), levels)
    assert found.raw == pytest.approx(100 * (3 * 3.5 / 4 + 2) / 5)
    assert found.sd == pytest.approx(100 * math.sqrt(9 * 0.25 / 16) / 5)
    assert found.uncertainty == found.sd


def test_score_of_the_best_is_100_and_of_the_worst_0():
    rubric = rubric_of("must", "nice")
    assert score(rubric, levels_of(4, 4, whole=4)).score == 100
    assert score(rubric, levels_of(0, 0, whole=0)).score == 0


def test_must_at_level_0_caps_the_score():
    found = score(rubric_of("must", "must", "must", "nice"), levels_of(4, 0, 4, 0, whole=4))
    assert found.raw == pytest.approx(100 * 32 / 48)
    assert (found.score, found.band, found.capped_by) == (CAP, "possible", ("b",))


@pytest.mark.parametrize(("chance", "capped"), [(0.59, ()), (0.60, ("a",))])
def test_must_caps_from_six_tenths_on(chance, capped):
    levels = [Level("a", 0, (chance, 0, 0, 0, 1 - chance)), Level("z", 4, certain(4))]
    assert score(rubric_of("must"), levels).capped_by == capped


def test_score_of_the_others_leaves_the_missing_must_out():
    rubric, levels = rubric_of("must", "must", "nice"), levels_of(4, 0, 3, whole=3)
    assert score(rubric, levels).capped_by == ("b",)
    assert others(rubric, levels, without=("b",)) == pytest.approx(100 * (3 * 4 + 1 * 3 + 2 * 3) / 4 / 6)
    assert others(rubric, levels, without=()) == score(rubric, levels).raw
    assert others(rubric, levels, without=("a", "b", "c", "z")) == 0


@pytest.mark.parametrize(("points", "estimate", "jump"), [(80, 35, False), (80, 34.9, True), (80, None, False)])
def test_a_score_far_above_the_estimate_is_a_jump(points, estimate, jump):
    assert jumps(points, estimate=estimate) is jump


@pytest.mark.parametrize("need", ["should", "nice"])
def test_only_a_must_caps(need):
    found = score(rubric_of("must", need), levels_of(4, 0, whole=4))
    assert (found.capped_by, found.score) == ((), found.raw)


def test_whole_job_at_level_0_does_not_cap():
    assert score(rubric_of("must"), levels_of(4, whole=0)).capped_by == ()


@pytest.mark.parametrize(
    ("value", "name"),
    [(100, "strong"), (75, "strong"), (74.9, "possible"), (50, "possible"), (49.9, "low"), (0, "low")],
)
def test_band_of_a_score(value, name):
    assert band(value) == name


@pytest.mark.parametrize(("intercept", "borderline"), [(73, True), (77, True), (72.9, False), (52, True), (60, False)])
def test_borderline_is_within_the_uncertainty_of_a_border(intercept, borderline):
    flat = Fit(slope=0, intercept=intercept)
    assert score(rubric_of("must"), levels_of(4, whole=4), calibration=flat).borderline is borderline


def test_calibration_moves_score_band_and_uncertainty_but_not_raw():
    levels = [Level("a", 2, (0.2, 0.2, 0.2, 0.2, 0.2)), Level("z", 2, certain(2))]
    plain = score(rubric_of("should"), levels)
    moved = score(rubric_of("should"), levels, calibration=Fit(slope=0.5, intercept=60, residual_sd=4))
    assert (moved.raw, moved.sd) == (plain.raw, plain.sd)
    assert moved.score == 60 + 0.5 * plain.raw
    assert moved.uncertainty == pytest.approx(max(plain.sd * 0.5, 4))
    assert moved.band == "strong"


def test_calibrated_scores_stay_within_0_and_100():
    assert Fit(slope=2, intercept=10).apply(90) == 100
    assert Fit(slope=2, intercept=-150).apply(10) == 0
    assert IDENTITY.apply(37.5) == 37.5


@pytest.mark.parametrize("levels", [levels_of(1), levels_of(1, 2, 3), [*levels_of(1, 2), Level("z", 1, certain(1))]])
def test_levels_of_another_rubric_are_refused(levels):
    with pytest.raises(RubricError) as caught:
        score(rubric_of("must", "nice"), levels)
    assert caught.value.code == "wrong_levels"


@unhurried
@given(marked())
def test_score_is_within_its_bounds(given_):
    rubric, levels = given_
    found = score(rubric, levels)
    assert 0 <= found.raw <= 100
    assert 0 <= found.score <= 100
    assert found.score <= (CAP if found.capped_by else 100)
    assert 2 <= found.uncertainty <= 50
    assert found.band == band(found.score)


@unhurried
@given(marked(), st.randoms(use_true_random=False))
def test_order_of_levels_and_criteria_changes_nothing(given_, random):
    rubric, levels = given_
    found = score(rubric, levels)
    random.shuffle(levels)
    assert score(rubric, levels) == found
    criteria = list(rubric.criteria)
    random.shuffle(criteria)
    other = score(replace(rubric, criteria=tuple(criteria)), levels)
    assert (other.raw, other.sd, other.score) == (found.raw, found.sd, found.score)
    assert set(other.capped_by) == set(found.capped_by)


@unhurried
@given(needs, st.data())
def test_a_higher_level_never_lowers_the_score(needs_, data):
    rubric = rubric_of(*needs_)
    values = data.draw(st.lists(st.integers(0, 3), min_size=len(needs_) + 1, max_size=len(needs_) + 1))
    at = data.draw(st.integers(0, len(needs_)))
    before = score(rubric, levels_of(*values[:-1], whole=values[-1]))
    values[at] += 1
    after = score(rubric, levels_of(*values[:-1], whole=values[-1]))
    assert after.raw > before.raw
    assert after.score >= before.score


@unhurried
@given(needs, st.integers(0, 4))
def test_equal_levels_give_the_same_score_whatever_the_weights(needs_, level):
    found = score(rubric_of(*needs_), levels_of(*[level] * len(needs_), whole=level))
    assert found.raw == pytest.approx(25 * level)


def test_weights_are_three_two_and_one():
    raws = [score(rubric_of("must", "should", "nice"), levels_of(*at)).raw for at in [(4, 0, 0), (0, 4, 0), (0, 0, 4)]]
    assert raws == pytest.approx([100 * weight / 8 for weight in (3, 2, 1)])


@unhurried
@given(chances)
def test_probabilities_sum_to_one_and_keep_their_proportions(row):
    found = probabilities(dict(enumerate(row)))
    assert math.fsum(found) == pytest.approx(1)
    assert found[0] * row[1] == pytest.approx(found[1] * row[0])


def test_missing_levels_get_one_in_ten_thousand():
    found = probabilities({3: 0.6, 2: 0.2})
    total = 1 + 3e-4
    assert found == pytest.approx((1e-4 / total, 1e-4 / total, 0.25 / total, 0.75 / total, 1e-4 / total))


def test_missing_levels_stay_small_when_little_was_seen():
    assert probabilities({3: 1e-9})[3] > 0.999


def test_probabilities_of_nothing_are_refused():
    with pytest.raises(ValueError, match="no level"):
        probabilities({})


def test_certain_is_one_on_the_level():
    assert certain(2) == (0, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ([], []),
        ([(80, 2)], [1]),
        ([(80, 2), (77.1, 2), (76.9, 2)], [1, 1, 3]),
        ([(80, 2), (77, 2)], [1, 2]),
        ([(60, 2), (90, 2), (60, 2)], [2, 1, 2]),
        ([(80, 20), (71, 2), (70, 2)], [1, 1, 3]),
        ([(80, 2), (71, 20), (70, 20)], [1, 1, 3]),
        # A chain: each is near the next, but the third is not near the first.
        ([(80, 2), (78, 2), (76, 2), (74, 2), (72, 2)], [1, 1, 3, 3, 5]),
        # A surer one between two that could share a rank ends the group.
        ([(80, 2), (75, 2), (74, 20)], [1, 2, 2]),
    ],
)
def test_shared_ranks(scores, ranks):
    assert shared_ranks(scores) == ranks


scored = st.lists(st.tuples(st.floats(0, 100), st.floats(2, 30)), max_size=40)


@unhurried
@given(scored)
def test_ranks_follow_the_scores_and_count_those_before(scores):
    ranks = shared_ranks(scores)
    order = sorted(zip(scores, ranks, strict=True), key=lambda pair: -pair[0][0])
    assert [rank for _, rank in order] == sorted(ranks)
    for _, rank in order:
        assert rank == 1 + sum(other < rank for other in ranks)


@unhurried
@given(scored)
def test_all_of_a_group_are_near_its_best(scores):
    groups: dict[int, list[tuple[float, float]]] = {}
    for pair, rank in zip(scores, shared_ranks(scores), strict=True):
        groups.setdefault(rank, []).append(pair)
    for group in groups.values():
        best = max(value for value, _ in group)
        assert all(best == value or best - value < max(3, max(u for _, u in group) / 2) for value, u in group)


@unhurried
@given(scored, st.randoms(use_true_random=False))
def test_ranks_do_not_depend_on_the_order_given(scores, random):
    ranks = dict(zip(range(len(scores)), shared_ranks(scores), strict=True))
    order = list(range(len(scores)))
    random.shuffle(order)
    again = shared_ranks([scores[at] for at in order])
    assert dict(zip(order, again, strict=True)) == ranks


@unhurried
@given(scored)
def test_equal_scores_share_a_rank_and_far_ones_do_not(scores):
    rows = list(zip(scores, shared_ranks(scores), strict=True))
    widest = max([3, *(uncertainty / 2 for _, uncertainty in scores)])
    for (first, _), first_rank in rows:
        for (second, _), second_rank in rows:
            assert first != second or first_rank == second_rank
            assert first - second < widest or first_rank < second_rank


KEY = {
    "digest": "845d",
    "prompt_version": "screen-1",
    "rubric_version": "24f9c4e070f6",
    "cv_text": "Engineer",
    "options": {"num_ctx": 8192, "temperature": 0},
}


def test_cache_key_is_stable_and_does_not_depend_on_the_order_of_options():
    key = cache_key(**KEY)
    assert key == cache_key(**{**KEY, "options": {"temperature": 0, "num_ctx": 8192}})
    assert len(key) == 64


@pytest.mark.parametrize(
    "change",
    [
        {"digest": "845e"},
        {"prompt_version": "screen-2"},
        {"rubric_version": "24f9c4e070f7"},
        {"cv_text": "engineer"},
        {"options": {"num_ctx": 4096, "temperature": 0}},
        {"digest": "845dscreen-1", "prompt_version": ""},
    ],
)
def test_cache_key_changes_with_each_part(change):
    assert cache_key(**{**KEY, **change}) != cache_key(**KEY)


@unhurried
@given(st.text(), st.text())
def test_cache_keys_of_two_texts_differ_when_the_texts_do(first, second):
    same = cache_key(**{**KEY, "cv_text": first}) == cache_key(**{**KEY, "cv_text": second})
    assert same == (first == second)
