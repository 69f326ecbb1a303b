import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.prompts import count_tokens
from matching.prompts.trimming import trim

WORK = "Planned and measured the work of the team, and improved the quality of what was delivered to customers"
HEADINGS = {
    "en": ("Profile", "Skills", "Experience", "Education", "Interests", "Present"),
    "de": ("Kurzprofil", "Kenntnisse", "Berufserfahrung", "Ausbildung", "Interessen", "heute"),
    "fr": ("Profil", "Compétences", "Expérience professionnelle", "Formation", "Centres d'intérêt", "aujourd'hui"),
    "es": ("Perfil", "Habilidades", "Experiencia laboral", "Formación", "Intereses", "actualidad"),
    "nl": ("Profiel", "Vaardigheden", "Werkervaring", "Opleiding", "Interesses", "heden"),
}


def invented_cv(*, language: str = "en", roles: int = 9, newest_first: bool = True, bullets: int = 7) -> str:
    profile, skills, experience, education, interests, now = HEADINGS[language]
    spans = [(2024 - 3 * at, now if at == 0 else str(2027 - 3 * at)) for at in range(roles)]
    lines = ["Person 4711", "Engineer", profile, WORK, experience]
    for start, end in spans if newest_first else reversed(spans):
        lines += [f"Role of {start}", f"03/{start} – {end}", *[f"- {WORK}"] * bullets]
    lines += [education, "BSc, 3 years", skills, "Python, Kafka", interests, "Chess " * 30]
    return "\n".join(lines)


def roles_in(text: str) -> list[int]:
    return [int(line.rsplit(" ", 1)[1]) for line in text.split("\n") if line.startswith("Role of ")]


def test_trim_leaves_a_text_that_fits_as_it_is():
    cv = invented_cv(roles=2)
    assert trim(cv, budget=5000) == (cv, ())


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize("newest_first", [True, False])
def test_trim_keeps_heading_skills_education_and_the_newest_roles(language, newest_first):
    text, left_out = trim(invented_cv(language=language, newest_first=newest_first), budget=800)
    kept = roles_in(text)
    newest = [2024 - 3 * at for at in range(len(kept))]
    assert kept == (newest if newest_first else newest[::-1])
    assert 3 <= len(kept) <= 6
    assert text.startswith("Person 4711\nEngineer\n")
    assert {"BSc, 3 years", "Python, Kafka", HEADINGS[language][2]} <= set(text.split("\n"))
    assert left_out[0] == f"{9 - len(kept)} older roles"


def test_trim_names_one_role_that_was_left_out():
    cv = invented_cv(roles=5)
    text, left_out = trim(cv, budget=count_tokens(cv) - 170)
    assert roles_in(text) == [2024, 2021, 2018, 2015]
    assert left_out == ("1 older role", "interests, references and the like")


def test_trim_says_when_only_part_of_a_role_was_kept():
    text, left_out = trim(invented_cv(roles=1, bullets=100), budget=600)
    assert roles_in(text) == [2024]
    assert left_out[0] == "part of a role"


def test_trim_shortens_a_heap_of_skills_so_that_roles_have_room():
    cv = invented_cv(roles=4).replace("Python, Kafka", "\n".join(f"Skill number {n}" for n in range(400)))
    text, left_out = trim(cv, budget=1000)
    assert roles_in(text)[:3] == [2024, 2021, 2018]
    assert "part of skills" in left_out


def test_trim_finds_roles_in_a_text_without_headings():
    cv = "\n".join(line for line in invented_cv().split("\n") if line not in HEADINGS["en"])
    text, left_out = trim(cv, budget=800)
    assert roles_in(text)[:3] == [2024, 2021, 2018]
    assert left_out[0].endswith("older roles")


def test_trim_cuts_a_text_without_structure_at_its_end():
    cv = "\n".join(f"{WORK} {n}" for n in range(200))
    text, left_out = trim(cv, budget=500)
    assert cv.startswith(text)
    assert 450 <= count_tokens(text) <= 500
    assert left_out == ("part of the text",)


@pytest.mark.parametrize("unit", ["负责平台的设计与开发", "a", "word ", "1234567890"])
def test_trim_cuts_one_endless_line(unit):
    line = unit * 6000
    text, left_out = trim(line, budget=300)
    assert line.startswith(text)
    assert 200 <= count_tokens(text) <= 300
    assert left_out == ("part of the text",)


_LINES = st.sampled_from(
    ["Experience", "Skills", "Education", "Hobbies", "Engineer", "2019 - 2021", "2015 – present", "- " + WORK, WORK, ""]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_LINES, max_size=80), st.integers(min_value=60, max_value=600))
def test_trim_stays_within_the_budget_and_keeps_the_order(lines, budget):
    cv = "\n".join(lines)
    text, left_out = trim(cv, budget=budget)
    assert count_tokens(text) <= budget
    assert bool(left_out) == (text != cv)
    rest = iter(cv.split("\n"))
    assert all(any(line.startswith(kept) for line in rest) for kept in text.split("\n"))


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("03/15 - 06/17", "07/17 - 08/21"),
        ("Mar '15 - Jun '17", "Jul '17 - Present"),
        ("Fall 2015 - Summer 2017", "Fall 2017 - Spring 2021"),
        ("2015年3月 - 2017年6月", "2017年7月 - 至今"),
        ("styczeń 2015 – luty 2017", "marzec 2017 – obecnie"),
    ],
)
def test_trim_keeps_the_newest_role_however_its_dates_are_written(old, new, reverse):
    roles = [f"Role of 1\n{old}\n" + f"- {WORK}\n" * 12, f"Role of 2\n{new}\n" + f"- {WORK}, newest\n" * 12]
    text = "Experience\n" + "".join(reversed(roles) if reverse else roles)
    kept, _ = trim(text, budget=count_tokens(text) * 6 // 10)
    assert kept.count("newest") == 12
