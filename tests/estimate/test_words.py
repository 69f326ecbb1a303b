"""Words: what stays whole, what meets, and what stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.estimate import tokenise
from matching.estimate.words import fold, stems, words


@pytest.mark.parametrize(
    ("written", "token"),
    [
        ("C++", "cplusplus"),
        ("C#", "csharp"),
        ("F#", "fsharp"),
        (".NET", "dotnet"),
        ("Node.js", "nodejs"),
        ("T-SQL", "tsql"),
        ("401(k)", "401(k)"),
        ("R", "r"),
        ("Go", "go"),
        ("R&D", "r&d"),
        ("S/4HANA", "s/4hana"),
        ("ASP.NET", "aspnet"),
        ("Objective-C", "objectivec"),
    ],
)
def test_tokenise_keeps_names_with_punctuation_whole(written, token):
    assert tokenise(f"Knows {written}, and more.")[1] == token


def test_tokenise_gives_both_sides_of_a_slash_too():
    assert tokenise("CI/CD and UI/UX") == ["cicd", "ci", "cd", "and", "ui/ux", "ui", "ux"]


@pytest.mark.parametrize(
    "forms",
    [
        "manage managed managing management manager managers",
        "reconcile reconciled reconciling reconciliation reconciliations",
        "nurse nurses nursing",
        "recruit recruiter recruiting recruitment",
        "design designs designer designed designing",
        "front-end frontend",
        "teach teacher teaching teachers",
        "audit auditor audits auditing",
        "Krankenpfleger Krankenpflege",
        "Buchhaltung Buchhalter Buchhalterin",
        "développeur développeurs",
    ],
)
def test_tokenise_lets_forms_of_one_word_meet(forms):
    found = [set(stems(word)) for word in words(fold(forms))]
    assert set.intersection(*found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accounting", "account"),
        ("engine", "engineer"),
        ("internal", "international"),
        ("intern", "internal"),
        ("market", "marketing"),
        ("product", "production"),
        ("policy", "police"),
        ("important", "import"),
        ("C", "C++"),
    ],
)
def test_tokenise_keeps_look_alikes_apart(one, other):
    assert tokenise(one) != tokenise(other)


def test_tokenise_folds_case_and_marks():
    assert tokenise("ÉLÈVE Über naïve") == tokenise("eleve uber naive")


def test_tokenise_cuts_chinese_into_pairs_beside_latin_words():
    assert tokenise("软件工程师Python") == ["软件", "件工", "工程", "程师", "python"]


def test_tokenise_reads_cyrillic():
    assert tokenise("Разработчик") == tokenise("разработчик")


def test_tokenise_parts_german_compounds():
    assert set(tokenise("Softwareentwickler")) >= {tokenise("Software")[0], tokenise("Entwickler")[0]}


def test_tokenise_with_empty_text_gives_nothing():
    assert tokenise("  \n ") == []


@given(st.text())
def test_tokenise_takes_any_text(text):
    assert all(token for token in tokenise(text))


@given(st.text())
def test_fold_is_stable(text):
    assert fold(fold(text)) == fold(text)
