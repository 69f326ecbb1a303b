"""A CV that repeats its posting is told from one that shares its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import TRADES, pile, posting
from matching.copying import LEAST_RUN, copied_words, copies

JOB = posting("Backend engineer")
CV = next(cv.text for cv in pile(per_job=1) if cv.job == "Backend engineer")
CHINESE = 3 * "负责后端服务的设计与开发,使用数据库和消息队列,保证系统稳定运行。按时交付高质量的代码并参加评审。"


@pytest.mark.parametrize("share", [0.3, 0.5, 1.0])
def test_copies_when_a_part_of_the_posting_is_pasted(share):
    words = JOB.split(" ")
    assert copies(f"{CV}\n{' '.join(words[: int(share * len(words))])}", JOB)


@pytest.mark.parametrize("job", TRADES)
def test_copies_not_when_only_skills_are_shared(job):
    text = posting(job)
    honest = [cv.text for cv in pile(per_job=20) if cv.job == job]
    assert [copies(cv, text) for cv in honest] == [False] * 20


def test_copies_not_when_all_requirements_are_listed_by_name():
    skills, _ = TRADES["Backend engineer"]
    assert not copies(f"{CV}\nSkills: {', '.join(skills)}\n" + "\n".join(f"- {skill}" for skill in skills), JOB)


def test_copies_whatever_the_case_and_the_line_ends():
    assert copies(f"{CV}\n{JOB.upper().replace(' ', chr(10))}", JOB)


def test_copies_in_a_language_without_blanks():
    assert copies(f"王小明 软件工程师\n{CHINESE}", CHINESE)
    assert not copies("王小明 软件工程师 负责后端服务的设计与开发", CHINESE)


@pytest.mark.parametrize("posting_text", ["", "Wanted: engineer", "word " * 30_000])
def test_copies_not_with_a_short_or_senseless_posting(posting_text):
    assert not copies(CV, posting_text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_copied_words_are_never_more_than_there_are(one, other):
    words, copied = copied_words(one, other)
    assert copied == 0 or LEAST_RUN <= copied <= words
