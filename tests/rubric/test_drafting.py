"""What `draft` makes of job texts of many shapes, professions and languages, and of any text at all."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matching.exceptions import RubricError
from matching.rubric import clean_job, draft, lint
from matching.rubric.kinds import MAX_LEVEL_WORDS
from matching.rubric.labels import LABEL_LENGTH
from matching.rubric.text import fold
from matching.schemas import CRITERION_IDS, Need, Rubric
from tests.rubric import postings_english, postings_foreign, postings_messy

POSTINGS = {**postings_english.POSTINGS, **postings_foreign.POSTINGS, **postings_messy.POSTINGS}
SHORT = {"one_line", "two_words_shouted", "sentence", "driver_short"}
ORDER = [Need.MUST, Need.SHOULD, Need.NICE]

# (posting, need, words that one criterion's label or aliases hold)
HOLDS = [
    ("one_line", "must", "java"),
    ("prose_semicolons", "must", "payroll"),
    ("prose_semicolons", "nice", "excel"),
    ("one_paragraph_scraped", "must", "bachelor's degree in accounting"),
    ("one_paragraph_scraped", "must", "5+ years"),
    ("one_paragraph_scraped", "nice", "cpa"),
    ("one_paragraph_scraped", "should", "month-end close"),
    ("run_on_without_stops", "must", "data analysis, 3+ years"),
    ("run_on_without_stops", "should", "sql"),
    ("run_on_without_stops", "nice", "dbt"),
    ("html", "must", "devops or sre role, 4+ years"),
    ("html", "must", "k8s"),
    ("html", "nice", "prometheus"),
    ("capitals", "must", "current rn license"),
    ("capitals", "must", "icu experience, 2+ years"),
    ("capitals", "nice", "epic"),
    ("emoji_post", "must", "social media marketing, 2+ years"),
    ("emoji_post", "nice", "meta ads"),
    ("bold_alphabet", "must", "forklift licence"),
    ("letter_style", "must", "sous chef, 2+ years"),
    ("letter_style", "must", "food hygiene"),
    ("letter_style", "nice", "pastry"),
    ("wrapped_pdf", "must", "transport planning or dispatch, 2+ years"),
    ("wrapped_pdf", "nice", "transport manager cpc"),
    ("long_board_scrape", "must", "b2b saas sales experience in enterprise, 5+ years"),
    ("long_board_scrape", "nice", "spanish"),
    ("teacher", "must", "qualified teacher status"),
    ("teacher", "must", "degree in mathematics"),
    ("lawyer", "must", "4+ years"),
    ("lawyer", "nice", "german"),
    ("hr", "must", "cipd"),
    ("numbered", "must", "highways sites, 5+ years"),
    ("dashes_in_one_line", "must", "restaurant of 80+ covers, 3+ years"),
    ("dashes_in_one_line", "nice", "wset"),
    ("scientist", "must", "phd in cell biology"),
    ("scientist", "nice", "crispr"),
    ("marketing_agency", "must", "google ads"),
    ("support_worker", "must", "driving licence"),
    ("stack_list", "must", "3+ years"),
    ("recruiter_blurb", "must", "motor claims experience, 2+ years"),
    ("electrician", "must", "18th edition"),
    ("product_manager_questions", "must", "product manager in fintech, 4+ years"),
    ("de_accountant", "must", "finanzbuchhaltung, 3+ years"),
    ("de_accountant", "must", "accounting"),
    ("de_accountant", "nice", "englisch"),
    ("de_nurse", "must", "deutschkenntnisse"),
    ("de_developer", "must", "java und spring"),
    ("de_developer", "nice", "docker"),
    ("de_prose", "must", "elektroniker"),
    ("de_prose", "nice", "knx"),
    ("fr_accountant", "must", "3+ years"),
    ("fr_accountant", "nice", "anglais"),
    ("fr_nurse", "must", "diplôme d'état d'infirmier"),
    ("fr_nurse", "nice", "gériatrie"),
    ("fr_sales", "must", "vente de services, 2+ years"),
    ("es_admin", "must", "2+ years"),
    ("es_admin", "nice", "sap"),
    ("es_cook", "must", "cocina mediterránea, 3+ years"),
    ("nl_nurse", "must", "big-registratie"),
    ("nl_logistics", "must", "forklift"),
    ("nl_logistics", "nice", "wms"),
    ("mixed_language", "should", "german (c1), english (c1 or c2)"),
    ("indian_it", "must", "4+ years"),
    ("indian_it", "must", "spring boot"),
    ("indian_it", "nice", "kafka"),
    ("staffing_contract", "must", "network engineering experience, 7+ years"),
    ("staffing_contract", "nice", "ccie"),
    ("linkedin_tail", "must", "fp&a, corporate finance or audit, 2+ years"),
    ("linkedin_tail", "nice", "power bi"),
    ("hospital_long", "must", "current rn license"),
    ("hospital_long", "nice", "critical care experience, 1+ year"),
    ("middle_dots", "must", "8+ years"),
    ("middle_dots", "nice", "pmp"),
    ("escaped_newlines", "must", "b2b marketing, 5+ years"),
    ("university_post", "must", "phd in computational chemistry"),
    ("university_post", "nice", "machine learning"),
    ("insurance_underwriter", "must", "commercial property underwriting, 3+ years"),
    ("caregiver_list_no_heads", "must", "dementia care, 1+ year"),
    ("qa_pharma", "nice", "french"),
    ("data_scientist_story", "must", "3+ years"),
]
NOWHERE_WORDS = """
table football|401|equal opportunity|obstkorb|mutuelle|contrato indefinido|reiskosten|salary|team player|pizza
"""
NOWHERE = NOWHERE_WORDS.strip().split("|")


def _holds(rubric: Rubric, need: str, words: str) -> bool:
    texts = ["|".join((criterion.label, *criterion.aliases)) for criterion in rubric.criteria if criterion.need == need]
    return any(fold(words) in fold(text) for text in texts)


def _labels(rubric: Rubric) -> list[str]:
    return [criterion.label for criterion in rubric.criteria]


def _drafted(text: str) -> Rubric | None:
    """The rubric, or None for the named error; any other exception fails the test."""
    try:
        return draft(text)
    except RubricError:
        return None


def _assert_valid(rubric: Rubric) -> None:
    assert [criterion.id for criterion in rubric.criteria] == list(CRITERION_IDS[: len(rubric.criteria)])
    assert 1 <= len(rubric.criteria) <= len(CRITERION_IDS)
    needs = [ORDER.index(criterion.need) for criterion in rubric.criteria]
    assert needs == sorted(needs)
    for criterion in rubric.criteria:
        assert 0 < len(criterion.label) <= LABEL_LENGTH + len(", 40+ years")
        assert all(
            0 < len(level.split()) <= MAX_LEVEL_WORDS for level in (criterion.low, criterion.mid, criterion.high)
        )
        assert all(criterion.aliases)
    assert not [finding for finding in lint(rubric.criteria) if finding.severity == "refuse"]


@pytest.mark.parametrize(("name", "need", "words"), HOLDS)
def test_draft_holds_what_a_recruiter_would_ask(name, need, words):
    assert _holds(draft(POSTINGS[name]), need, words)


@pytest.mark.parametrize("name", sorted(set(POSTINGS) - {"not_a_job"}))
def test_draft_of_each_posting_is_valid_and_free_of_noise(name):
    rubric = draft(POSTINGS[name])
    _assert_valid(rubric)
    assert len(rubric.criteria) >= (1 if name in SHORT else 4)
    text = fold(" ".join([rubric.duties, *(criterion.label for criterion in rubric.criteria)]))
    assert [noise for noise in NOWHERE if noise in text] == []


@pytest.mark.parametrize("name", sorted(set(POSTINGS) - {"not_a_job"}))
def test_draft_of_each_posting_repeats_itself(name):
    assert draft(POSTINGS[name]).version == draft(POSTINGS[name]).version


def test_draft_of_a_text_that_is_no_job_says_so():
    with pytest.raises(RubricError) as caught:
        draft(POSTINGS["not_a_job"])
    assert str(caught.value) == "No criteria were found in this text: write what the person must know or do."


def test_draft_puts_years_with_their_skill():
    rubric = draft("Engineer\nMust have:\n- At least 5 years of backend development, 3 of them with Python")
    assert _labels(rubric)[:2] == ["Backend development, 5+ years", "Python, 3+ years"]


def test_draft_splits_things_of_different_kinds():
    rubric = draft("Buyer\nMust have:\n- Bachelor's degree in business and 4 years of purchasing, fluent Dutch")
    assert _labels(rubric)[:3] == ["Bachelor's degree in business", "Purchasing, 4+ years", "Fluent Dutch"]


def test_draft_never_asks_what_is_protected():
    wishes = ["Young and dynamic, under 35", "Native English speaker", "Excel", "Data entry", "SAP"]
    rubric = draft("Clerk\nRequirements:\n- " + "\n- ".join(wishes))
    assert "English (C1 or C2)" in _labels(rubric)
    assert lint(rubric.criteria) == ()


def test_draft_gathers_a_long_list_into_eight():
    wishes = "Python\nJava\nKubernetes\nTerraform\nReact\nKafka\nPostgreSQL\nLinux\nFigma\nPayroll\nGDPR\nFrench"
    rubric = draft("Engineer\nRequirements:\n" + "\n".join(f"- {wish}" for wish in wishes.split("\n")))
    assert len(rubric.criteria) == 8


def test_draft_of_english_text_knows_synonyms():
    rubric = draft("Engineer\nMust have:\n- Kubernetes\n- PostgreSQL\n- JavaScript\n- MS Excel\n- ACLS")
    aliases = {fold(alias) for criterion in rubric.criteria for alias in criterion.aliases}
    assert {"k8s", "postgres", "js", "excel", "advanced life support"} <= aliases


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=1500))
def test_draft_of_any_text_is_valid_or_a_named_error(text):
    rubric = _drafted(text)
    if rubric:
        _assert_valid(rubric)


PIECES = """
Requirements|Must have:|Nice to have|Ihr Profil|Wij bieden|- |• |; |. |, | and |:|5+ years of experience|Python|
Bachelor's degree|native speaker|(m/w/d)|<li>|</li>|&amp;|🚀|AAA BBB CCC DDD|is a plus|required|team player|Excel|
von Vorteil|3 of them with Java|
Title:|**|# |Page 1 of 3|(|)|young|under 35|French|certified nurse|you will manage|we offer|salary
"""
pieces = st.sampled_from([*PIECES.replace("\n", "").split("|"), "\n", "\n\n", "\t"])


@settings(max_examples=200, deadline=None)
@example("under 35 Must have: 5+ years of experience")
@given(st.lists(pieces, max_size=60).map(" ".join))
def test_draft_of_shuffled_job_words_is_valid_or_a_named_error(text):
    rubric = _drafted(text)
    if rubric:
        _assert_valid(rubric)


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, max_size=200).map(" ".join), st.integers(min_value=5, max_value=400))
def test_clean_job_stays_inside_its_tokens_and_repeats_itself(text, tokens):
    cleaned = clean_job(text, max_tokens=tokens)
    assert len(cleaned) / 4 <= tokens
    assert clean_job(text, max_tokens=tokens) == cleaned


def test_clean_job_keeps_duties_and_requirements_only():
    text = (
        "Acme GmbH\nAccountant\nAbout us\nAcme is a fun market leader in Berlin.\nYour tasks\n- Month-end close\n"
        "Your profile\n- IFRS\n- Team player\n- Native English speaker\nNice to have\n- SAP\n"
        "We offer\n- 70,000 EUR and fruit\n"
        "How to apply\nMail jobs@acme.example\nAcme is an equal opportunity employer."
    )
    assert clean_job(text) == "Accountant\nDuties: Month-end close.\nAsked for: IFRS.\nNice to have: SAP."


def test_clean_job_of_nothing_is_nothing():
    assert clean_job("") == ""


HOSTILE = (
    "<|- |a: |Java, |5 years |at least |Requirements: |aB|ABC |(|looking for a |The Manager |1 of them with |native "
)


@pytest.mark.parametrize("unit", HOSTILE.split("|"))
def test_draft_of_a_hostile_text_takes_linear_time(unit):
    text = (unit * 200_000)[:200_000]
    started = time.process_time()
    _drafted(text)
    assert time.process_time() - started < 3


def test_draft_of_twenty_thousand_characters_is_quick():
    text = "\n\n".join(POSTINGS.values())[:20_000]
    draft(text)
    started = time.process_time()
    draft(text)
    assert time.process_time() - started < 0.5
