"""The quick estimate as its callers use it: what must hold for any job and any CV."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.estimate import Cohort, Features, cohort, combine, combine_one, features, profile
from matching.schemas import Criterion, Need, Rubric

ACCOUNTANT = Rubric(
    "Financial Accountant",
    (
        Criterion("a", "Month-end close and balance sheet reconciliations", Need.MUST),
        Criterion("b", "VAT returns", Need.SHOULD, aliases=("value added tax", "sales tax")),
        Criterion("c", "IFRS and SAP", Need.NICE),
    ),
)
TEXT = "Financial Accountant\nYou close the month, reconcile balance sheets, file VAT. 3 years in accounting, a degree."
JOB = profile(ACCOUNTANT, text=TEXT)
NEAR = """Accountant

Experience
Accountant, Alder Group, 2019 - 2023
Closed each month, reconciled balance sheets and filed VAT returns under IFRS in SAP.

Education
Bachelor of Commerce
"""
FAR = "Chef\n\nExperience\nSous chef, 2019 - 2023\nRan the pass, wrote menus, trained nine cooks.\n"
cvs = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                *NEAR.splitlines(),
                *FAR.splitlines(),
                "Skills",
                "VAT, IFRS, SAP",
                "Hobbies",
                "5 years of accounting",
                "x" * 400,
            ]
        ),
        max_size=25,
    ).map("\n".join),
)


def _estimates(*texts, job=JOB):
    return combine([features(job, text, year=2024) for text in texts])


def test_combine_puts_the_nearer_cv_first():
    far, near = _estimates(FAR, NEAR)
    assert near.score > far.score + 30


def test_features_of_a_near_cv_show_what_matched_and_what_is_missing():
    found = features(JOB, NEAR.replace(" under IFRS in SAP", ""))
    assert (found.matched[:2], found.missing) == (("close", "balance"), ("IFRS", "SAP"))


def test_features_give_every_criterion_its_share():
    found = features(JOB, NEAR)
    assert [(key, share > 0.5) for key, share in found.criteria] == [("a", True), ("b", True), ("c", True)]


def test_features_of_an_alias_count_for_its_criterion():
    shares = [dict(features(JOB, f"Experience\n{line}").criteria)["b"] for line in ("Nothing", "Prepared sales tax")]
    assert shares[0] == 0 and shares[1] > 0.2


def test_features_in_experience_count_more_than_in_a_list_of_skills():
    told, listed = (
        features(JOB, f"{head}\nIFRS and SAP\n").coverage for head in ("Experience", "Experience\nCook\nSkills")
    )
    assert told > listed > 0


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Experience\nWe go to market and go home", 0),
        ("Experience\nServices in Go and Kubernetes", 1),
        ("Experience\nCook\nSkills\nGo", 0.6),
    ],
)
def test_features_of_a_doubtful_word_need_a_neighbour_or_a_list_of_skills(text, held):
    job = profile(Rubric("Developer", (Criterion("a", "Go", Need.MUST),)))
    assert dict(features(job, text).criteria)["a"] == pytest.approx(held)


def test_title_of_the_same_profession_counts_though_its_words_differ():
    job = profile(Rubric("Software Developer", (Criterion("a", "Python"),)))
    same, other = (
        features(job, f"{title}\n\nExperience\n{title}, 2018 - 2022").title for title in ("Programmer", "Cook")
    )
    assert same > 0.5 and other == 0


def test_rules_count_only_years_in_roles_near_the_job():
    years = [features(JOB, f"{title}\nExperience\n{title}, 2012 - 2022\n").rules for title in ("Accountant", "Chef")]
    assert years[0] > years[1]


def test_features_come_back_from_json_unchanged():
    found = features(JOB, NEAR)
    assert Features.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_cohort_comes_back_from_json_unchanged():
    together = cohort([features(JOB, NEAR), features(JOB, FAR)])
    assert Cohort.from_json(json.loads(json.dumps(together.as_json()))) == together


def test_combine_of_nobody_is_nobody():
    assert combine([]) == ()


def test_combine_one_beside_its_cohort_equals_combine():
    found = [features(JOB, text) for text in (NEAR, FAR, "")]
    assert tuple(combine_one(one, cohort=cohort(found)) for one in found) == combine(found)


def test_combine_of_equal_cvs_gives_equal_scores():
    assert len({one.score for one in _estimates(NEAR, NEAR, NEAR)}) == 1


def test_profile_of_a_job_without_criteria_still_ranks():
    job = profile(Rubric("", ()), text="accountant: month end, VAT, IFRS")
    far, near = _estimates(FAR, NEAR, job=job)
    assert near.score > far.score


@given(cvs)
@settings(deadline=None)
def test_scores_and_parts_stay_in_bounds_for_any_text(text):
    (one,) = _estimates(text)
    parts = (one.coverage, one.bm25, one.title, one.rules, *one.criteria.values())
    assert 0 <= one.score <= 100 and all(0 <= part <= 1 for part in parts)


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=200))
@settings(deadline=None)
def test_any_job_text_makes_a_profile(title, text, cv):
    label = " ".join(text.split())[:120] or "x"
    job = profile(Rubric(title, (Criterion("a", label, aliases=(title or "y",)),), duties=text), text=text)
    (one,) = combine([features(job, cv)])
    assert 0 <= one.score <= 100


@given(st.lists(cvs, min_size=1, max_size=6), st.randoms())
@settings(deadline=None)
def test_combine_never_depends_on_order(texts, rng):
    shuffled = rng.sample(texts, k=len(texts))
    scores = dict(zip(texts, (one.score for one in _estimates(*texts)), strict=True))
    assert [one.score for one in _estimates(*shuffled)] == [scores[text] for text in shuffled]


@given(cvs, st.sampled_from(ACCOUNTANT.criteria))
@settings(deadline=None)
def test_a_sentence_with_a_criterion_never_lowers_coverage(text, criterion):
    more = features(JOB, f"{text}\nWorked on {criterion.label}.")
    assert more.coverage >= features(JOB, text).coverage


@given(st.sampled_from(["VAT", "IFRS", "reconciliations"]), st.integers(2, 40))
@settings(deadline=None)
def test_repeats_of_a_keyword_add_nothing_to_coverage(word, times):
    once, often = (f"Experience\nAccountant\nSkills\n{(word + ', ') * count}" for count in (1, times))
    assert features(JOB, often).coverage == features(JOB, once).coverage
