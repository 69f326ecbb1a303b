import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.prompts import count_tokens

# The true counts were taken with the vocabulary of Qwen 2.5.
ENGLISH = "Led the migration of billing to Kubernetes in 2019."
GERMAN = "Verantwortlich für die Erstellung der Monats-, Quartals- und Jahresabschlüsse nach HGB und IFRS"
FRENCH = "Réduction de 40 % du temps de réponse de la plateforme de paiement grâce à l'optimisation des requêtes"
RUSSIAN = "Руководство командой из пяти человек, проведение собеседований и наставничество младших разработчиков"
CHINESE = "负责路线规划平台的设计与开发，使用Python和Django构建服务，优化PostgreSQL数据库查询，显著降低响应时间。"
TRUE_COUNTS = [(ENGLISH, 14), (GERMAN, 27), (FRENCH, 27), (RUSSIAN, 32), (CHINESE, 27)]


@pytest.mark.parametrize(("text", "true"), TRUE_COUNTS, ids=["en", "de", "fr", "ru", "zh"])
def test_count_of_a_line_is_near_of_the_true_one(text, true):
    assert abs(count_tokens(text) / true - 1) <= 0.2


def test_count_of_nothing_is_zero():
    assert count_tokens("") == 0


def test_each_digit_counts_as_one_token():
    assert count_tokens("20240131") == 8


def test_words_of_english_prose_count_about_one_each():
    prose = "She worked with the sales team to plan the launch of the new store and wrote a guide for it. " * 20
    words = len(prose.split())
    assert words <= count_tokens(prose) <= 1.25 * words


@settings(deadline=None)
@given(st.text(max_size=400))
def test_count_is_deterministic_and_within_the_text_s_bounds(text):
    count = count_tokens(text)
    assert count == count_tokens(text)
    assert 0 <= count <= 2 * len(text)


@settings(deadline=None)
@given(st.text(alphabet="abc déß12 \n.,中", max_size=200), st.text(alphabet="abc déß12 \n.,中", max_size=200))
def test_count_of_two_texts_is_about_the_sum_of_both(first, second):
    together = count_tokens(f"{first}\n{second}")
    assert abs(together - count_tokens(first) - count_tokens(second)) <= 4 + 0.1 * together
