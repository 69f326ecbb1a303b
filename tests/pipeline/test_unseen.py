"""From the upload to the prompt: what nobody sees on the page is in no prompt and changes no estimate."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from matching.models import Match
from matching.pipeline.intake import receive
from matching.pipeline.read import read_cv
from matching.pipeline.screen import Step, screen_next
from tests.reading import docxs, pdfs
from tests.servers.ollama import OllamaSimulator

pytestmark = pytest.mark.django_db(transaction=True)
FILES = {
    "white.pdf": lambda: pdfs.planted(pdfs.white_text),
    "covered.pdf": lambda: pdfs.planted(pdfs.under_a_rectangle),
    "replaced.pdf": lambda: pdfs.planted(pdfs.actual_text),
    "vanished.docx": lambda: docxs.word(docxs.cv, docxs.vanished),
    "white.docx": lambda: docxs.word(docxs.cv, docxs.white),
    "comment.docx": lambda: docxs.word(docxs.cv, docxs.comment),
}


@pytest.fixture
def ollama(settings):
    with OllamaSimulator() as server:
        settings.OLLAMA_HOST = server.url
        yield server


def read(job, owner, name: str, data: bytes) -> Match:
    cv = receive(job, SimpleUploadedFile(name, data), by=owner)
    read_cv(cv.pk)
    return Match.objects.select_related("cv").get(cv=cv)


@pytest.mark.parametrize("name", FILES)
def test_planted_sentence_reaches_no_prompt_and_no_feature(job, owner, ollama, name):
    match = read(job, owner, name, FILES[name]())
    assert screen_next(slots=1) == Step.DONE
    sent = "".join(call.body.decode() for call in ollama.calls)
    kept = match.cv.redacted + match.cv.text
    assert [word for word in ("Kubernetes", "Terraform", "twenty") if word in kept] == []
    assert "Ideal candidate" not in sent
    assert "twenty years" not in sent
    assert [text for _, text in match.cv.hidden] == [pdfs.PLANTED]


def test_estimate_is_that_of_the_same_cv_without_the_planted_sentence(job, owner):
    planted = read(job, owner, "planted.pdf", pdfs.planted(pdfs.white_text))
    honest = read(job, owner, "honest.pdf", pdfs.pdf(pdfs.cv_page))
    assert planted.features == honest.features
    assert (planted.flags, honest.flags) == (["hidden_text"], [])
    assert (planted.is_held, honest.is_held) == (True, False)


def test_places_of_hidden_text_are_kept_with_the_cv(job, owner):
    ((page, left, top, right, bottom),) = read(job, owner, "cv.pdf", pdfs.planted(pdfs.white_text)).cv.hidden_boxes
    assert (page, 0 < left < right < 1, 0 < top < bottom < 1) == (1, True, True)
