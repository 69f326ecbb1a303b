"""Erasing: nothing of a person is left, what names nobody stays, and nothing else is hurt."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.exceptions import JobtrackerError
from matching.models import (
    CV,
    Archive,
    Assessment,
    AuditEvent,
    Candidate,
    EgressReceipt,
    Escalation,
    Hint,
    Job,
    Match,
    Merge,
    ModelCall,
    Override,
    Screening,
    Sign,
)
from matching.pipeline.archives import retry_archive, unpack
from matching.pipeline.claims import claim
from matching.pipeline.erasing import erase, erase_document, plan_of
from matching.pipeline.intake import receive
from matching.pipeline.jobs import open_job
from matching.pipeline.merging import merge, undo_merge
from matching.pipeline.override import set_level
from matching.pipeline.preview import page_picture
from matching.pipeline.read import read_cv
from matching.pipeline.remains import lookalikes, words_of
from matching.pipeline.standing import standing
from tests.pipeline.rows import make_match
from tests.reading import pdfs, zips
from tests.views.rows import assessed, scored

pytestmark = pytest.mark.django_db

JANE = "Jane Quagmire\njane@quagmire.example\n\nWork experience\nPython developer, Larchmont Ltd, 2019 - 2025\n- "
OTHER = "Otto Example\notto@example.example\n\nWork experience\nNurse, North Ward, 2016 - 2025\n- Night shifts\n"


def added(job: Job, owner, name: str, content: bytes | str) -> CV:
    """A file that came and was read."""
    data = content.encode() if isinstance(content, str) else content
    cv = receive(job, SimpleUploadedFile(name, data), by=owner)
    if isinstance(cv, Archive):
        for waiting in unpack(cv.pk):
            for pk in waiting:
                read_cv(pk)
    elif cv.state == "waiting":
        read_cv(cv.pk)
    cv.refresh_from_db()
    return cv


def files_of(settings) -> int:
    return sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))


def events() -> list[tuple]:
    rows = AuditEvent.objects.filter(verb__startswith="erase").order_by("pk")
    return [(row.verb, row.actor and row.actor.username, row.job, row.detail["documents"]) for row in rows]


def test_erased_person_leaves_no_row_file_or_picture_and_others_keep_theirs(job, owner, settings):
    kept = added(job, owner, "otto.txt", OTHER)
    cv = added(job, owner, "jane.pdf", pdfs.pdf(pdfs.cv_page))
    again = added(job, owner, "jane again.pdf", pdfs.pdf(pdfs.cv_page))
    page_picture(cv, number=1)
    assert (again.state, files_of(settings)) == ("duplicate", 3)

    done = erase(cv.candidate, by=owner)

    assert (done.documents, done.stuck, files_of(settings)) == (2, 0, 1)
    assert list(CV.objects.all()) == [kept]
    assert list(Candidate.objects.all()) == [kept.candidate]
    assert (Match.objects.count(), Sign.objects.exclude(cv=kept).count()) == (1, 0)
    assert events() == [("erase", "owner", job, 2)]


def test_receipts_ledger_and_costs_stay_without_text(job, owner):
    match = scored(job, 80.0, name="Jane Quagmire")
    assessed(match)
    call = ModelCall.objects.get()
    ModelCall.objects.update(answer='{"why": "Jane"}')
    set_level(match, "a", level=4, note="I know Jane.", by=owner)
    bill = ModelCall.objects.cloud().bill()

    assert erase(match.candidate, by=owner).receipts == 1

    receipt = EgressReceipt.objects.get()
    kept = (receipt.payload, receipt.sha256, receipt.tokens, receipt.model, receipt.purpose, receipt.match)
    assert kept == ("", "ab" * 32, 5000, call.model, "assess", None)
    assert (receipt.text_erased_at is not None, receipt.sent_at is not None) == (True, True)
    call.refresh_from_db()
    assert (call.answer, call.match, ModelCall.objects.cloud().bill()) == ("", None, bill)
    left = [kind.objects.count() for kind in (Match, Screening, Assessment, Escalation, Override, CV, Candidate)]
    assert left == [0] * 7
    assert AuditEvent.objects.filter(match__isnull=False).count() == 0


def test_counts_of_the_job_are_right_afterwards_and_its_pages_learn_of_it(job, owner):
    rows = [scored(job, 80.0 - number) for number in range(3)]
    Job.objects.update(escalate_count=3)
    Match.objects.update(screening=None)
    before = Job.objects.get()
    assert standing(before).tally["matches"] == 3

    erase(rows[0].candidate, by=owner)

    after = Job.objects.get()
    assert standing(after).tally["matches"] == 2
    wanted = ("revision", "estimate_wanted", "escalate_wanted")
    assert [getattr(after, name) > getattr(before, name) for name in wanted] == [True] * 3


def test_screened_matches_that_go_are_not_counted_as_known_to_the_policy(job, owner):
    match = scored(job, 80.0)
    made = {"match": match, "rubric": job.rubric, "levels": {}, "raw": 1, "sd": 1, "score": 1, "uncertainty": 1}
    screening = Screening.objects.create(**made, band="low", borderline=False, why="", gap="")
    Match.objects.update(screening=screening)
    Job.objects.update(escalate_count=5)
    erase(match.candidate, by=owner)
    assert Job.objects.get().escalate_count == 4


def test_people_who_were_merged_go_with_the_one_they_became(job, owner):
    one, two, three = (make_match(job) for _ in range(3))
    Candidate.objects.update(name="Jane Quagmire")
    merge(two.candidate, three.candidate, chosen={}, name="J. Quagmire", by=owner)
    merge(one.candidate, two.candidate, chosen={}, name="Jane Q.", by=owner)
    assert plan_of(three.candidate).people == plan_of(one.candidate).people
    assert plan_of(one.candidate).people[0] == one.candidate_id

    assert erase(three.candidate, by=owner).documents == 3
    assert (Candidate.objects.count(), Merge.objects.count(), CV.objects.count()) == (0, 0, 0)


def test_somebody_told_apart_again_stays(job, owner):
    one, two = make_match(job), make_match(job)
    undo_merge(merge(one.candidate, two.candidate, chosen={}, name="Jane", by=owner), by=owner)
    erase(one.candidate, by=owner)
    assert list(Candidate.objects.all()) == [two.candidate]
    assert (Merge.objects.count(), Hint.objects.count(), CV.objects.get()) == (0, 0, two.cv)


def test_receipt_of_somebody_told_apart_again_keeps_its_text(job, owner):
    one, two = scored(job, 80.0), scored(job, 70.0)
    row = merge(one.candidate, two.candidate, chosen={}, name="Jane", by=owner)
    assessed(Match.objects.get(pk=two.pk))
    undo_merge(row, by=owner)
    assert EgressReceipt.objects.get().candidate == one.candidate_id
    assert erase(one.candidate, by=owner).receipts == 0
    assert EgressReceipt.objects.get().payload != ""


def test_one_document_of_several_goes_with_what_only_it_said(job, owner, settings):
    first = added(job, owner, "jane.txt", f"{JANE}Wrote services")
    second = added(job, owner, "miller.txt", f"{JANE}Wrote services well".replace("Quagmire\n", "Miller\n", 1))
    if second.candidate != first.candidate:
        merge(first.candidate, second.candidate, chosen={"name": str(second.pk)}, name="Jane Miller", by=owner)
    Candidate.objects.filter(pk=first.candidate_id).update(name="Jane Miller", chosen={"name": str(second.pk)})
    second.refresh_from_db()

    done = erase_document(second, by=owner)

    candidate = Candidate.objects.get()
    assert (candidate.pk, candidate.name, candidate.chosen) == (first.candidate_id, "Jane Quagmire", {})
    assert (done.documents, list(CV.objects.all()), files_of(settings), Merge.objects.count()) == (1, [first], 1, 0)
    assert events() == [("erase_document", "owner", job, 1)]


def test_merge_of_which_a_document_is_left_forgets_the_name_of_the_other(job, owner):
    first = added(job, owner, "jane.txt", f"{JANE}Wrote services")
    other = added(job, owner, "otto.txt", OTHER)
    more = added(job, owner, "otto2.txt", OTHER + "- And days\n")
    assert more.candidate == other.candidate
    merge(first.candidate, other.candidate, chosen={}, name="Otto Example", by=owner)

    erase_document(CV.objects.get(pk=first.pk), by=owner)

    row = Merge.objects.get(by=owner)
    assert (row.before["name"], row.chosen["name"], row.kept.name) == ("", "Otto Example", "Otto Example")
    assert row.cvs == [str(other.pk), str(more.pk)]


def test_last_document_of_a_person_is_the_person(job, owner):
    cv = added(job, owner, "jane.txt", f"{JANE}Wrote services")
    erase_document(cv, by=owner)
    assert (Candidate.objects.count(), events()) == (0, [("erase", "owner", job, 1)])


def test_file_that_was_never_read_can_be_erased(job, owner, settings):
    cv = added(job, owner, "jane.bin", b"\x00\x01nothing")
    assert (cv.state, cv.candidate) == ("unreadable", None)
    assert erase_document(cv, by=None).documents == 1
    assert (CV.objects.count(), files_of(settings), events()) == (0, 0, [("erase_document", None, job, 1)])


def test_person_in_jobs_of_others_is_named_and_stays(job, owner, stranger, rubric):
    mine = added(job, owner, "jane.txt", f"{JANE}Wrote services")
    secret = open_job(title="Secret", text="Secret.", rubric=rubric, by=stranger)
    theirs = added(secret, stranger, "jane2.txt", f"{JANE}Wrote services and more")
    assert mine.candidate != theirs.candidate
    plan = plan_of(mine.candidate)
    assert (list(plan.others), plan.jobs) == ([theirs.candidate], (job.pk,))
    erase(mine.candidate, by=owner)
    assert list(CV.objects.all()) == [theirs]


def test_twice_is_once(job, owner):
    match = make_match(job)
    erase(match.candidate, by=owner)
    with pytest.raises(JobtrackerError) as caught:
        erase(Candidate(pk=match.candidate_id), by=owner)
    assert (caught.value.code, len(events())) == ("gone", 1)


def test_zip_counts_what_is_left_and_forgets_the_name(job, owner):
    pile = {"otto.txt": OTHER.encode(), "jane.txt": f"{JANE}Wrote services".encode(), "Quagmire, Jane.txt": b""}
    archive = added(job, owner, "Jane Quagmire and others.zip", zips.zip_of(pile))
    assert (archive.state, archive.unpacked, archive.entries, len(archive.skipped)) == ("unpacked", 2, 3, 1)

    erase(Candidate.objects.get(name="Jane Quagmire"), by=owner)

    archive.refresh_from_db()
    assert (archive.state, archive.unpacked, archive.entries) == ("unpacked", 1, 2)
    assert (archive.original_name, archive.skipped[0][0]) == ("(erased).zip", "(erased)")


def test_zip_of_one_person_goes_whole(job, owner):
    added(job, owner, "cvs.zip", zips.zip_of({"jane.txt": f"{JANE}Wrote services".encode()}))
    erase(Candidate.objects.get(), by=owner)
    assert Archive.objects.count() == 0


def test_zip_that_was_not_unpacked_to_its_end_is_deleted_and_says_so(job, owner, settings):
    pile = {"jane.txt": f"{JANE}Wrote services".encode(), "otto.txt": OTHER.encode()}
    archive = receive(job, SimpleUploadedFile("cvs.zip", zips.zip_of(pile)), by=owner)
    for waiting in unpack(archive.pk):
        for pk in waiting:
            read_cv(pk)
    # As if its worker had died before the end: another one is at it by now, and holds the ZIP open.
    name = archive.file.name
    Archive.objects.update(state="waiting", file=archive.file.storage.save(name, SimpleUploadedFile("a", b"PK")))
    token = claim(Archive.objects.all())
    erase(Candidate.objects.get(name="Jane Quagmire"), by=owner)

    archive.refresh_from_db()
    assert (archive.state, archive.reason, archive.token, archive.file.name) == ("unreadable", "erased", None, "")
    assert (token is not None, retry_archive(archive), files_of(settings)) == (True, False, 1)


def test_unread_files_with_the_name_are_named_and_stay(job, owner):
    cv = added(job, owner, "cv.txt", f"{JANE}Wrote services")
    locked = added(job, owner, "Jane Quagmire.pdf", pdfs.locked(user="secret"))
    added(job, owner, "Jane.pdf", pdfs.locked(user="other"))
    plan = plan_of(cv.candidate)
    found = lookalikes(words_of(plan.people, plan.cvs), jobs=plan.jobs, cvs=plan.cvs)
    assert found == [locked]


def test_page_drawn_while_its_file_was_erased_is_not_kept(job, owner, settings):
    content = pdfs.pdf(pdfs.cv_page)
    cv = added(job, owner, "jane.pdf", content)
    path = Path(cv.file.path)
    path.unlink()
    os.mkfifo(path)  # whoever draws of it waits until somebody writes
    with ThreadPoolExecutor(1) as pool:
        drawn = pool.submit(page_picture, cv, number=1)
        with path.open("wb") as pipe:  # opens once the other end is open too
            erase(cv.candidate, by=owner)
            pipe.write(content)
        with pytest.raises(JobtrackerError) as caught:
            drawn.result()
    assert (caught.value.code, files_of(settings)) == ("not_stored", 0)


def test_file_that_the_disk_keeps_is_told(job, owner, settings):
    cv = added(job, owner, "jane.txt", f"{JANE}Wrote services")
    path = Path(cv.file.path)
    path.unlink()
    path.mkdir()
    assert erase(cv.candidate, by=owner).stuck == 1
    assert CV.objects.count() == 0


def test_abandoned_claims_of_erased_documents_are_nobodys(job, owner):
    cv = receive(job, SimpleUploadedFile("jane.txt", JANE.encode()), by=owner)
    claim(CV.objects.filter(pk=cv.pk))
    CV.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    erase_document(cv, by=owner)
    assert read_cv(cv.pk) is None
