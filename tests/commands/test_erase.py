"""manage.py erase: shows, asks, erases."""

import uuid

import pytest

from matching.models import CV, AuditEvent, Candidate
from matching.pipeline.merging import merge
from tests.commands.test_others import run
from tests.views.rows import assessed, scored
from tests.views.test_candidate import known

pytestmark = pytest.mark.django_db


@pytest.fixture
def match(job):
    made = known(scored(job, 80.0))
    assessed(made)
    return made


def test_erase_shows_what_goes_and_takes_it(match):
    out, err, code = run("erase", str(match.candidate_id), "--yes")
    assert out.splitlines() == [
        "Jane Doe: this would be erased for good.",
        "  Jane Doe.pdf (Backend engineer)",
        "Erased. Documents: 1. Receipts that stay without text: 1.",
    ]
    assert (err, code, Candidate.objects.count(), AuditEvent.objects.get().actor) == ("", 0, 0, None)


def test_erase_without_yes_where_nobody_can_be_asked_takes_nothing(match, monkeypatch):
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: SIM115 - closed with the test
    out, err, code = run("erase", str(match.candidate_id))
    assert (out.count("\n"), code, CV.objects.count()) == (2, 2, 1)
    assert err == "Nothing was erased: add --yes where nobody can be asked."


def test_erase_of_nobody_says_where_the_id_is():
    _, err, code = run("erase", str(uuid.uuid4()), "--yes")
    assert (err, code) == ("There is no candidate with this id: copy it from the address of the person's page.", 2)


def test_erase_of_one_document_leaves_the_person(match, job, owner):
    more = known(scored(job, 70.0), name="Jane D.")
    merge(match.candidate, more.candidate, chosen={}, name="Jane Doe", by=owner)
    out, _, code = run("erase", str(match.candidate_id), "--document", str(more.cv_id), "--yes")
    assert (code, list(CV.objects.all()), out.splitlines()[1]) == (0, [match.cv], "  Jane D..pdf (Backend engineer)")
    assert run("erase", str(match.candidate_id), "--document", str(more.cv_id), "--yes")[2] == 2
