"""The report of a match that two readers have read: levels side by side, proof, and what a person set."""

import re

import pytest

from matching.models import CV, Match, Override, Screening
from matching.prompts import PROMPT_VERSION
from tests.views.conftest import HTMX
from tests.views.rows import assessed, levels, scored

PANE = {**HTMX, "HX-Target": "pane"}
TEXT = "Ada Lovelace\nBuilt Python services on PostgreSQL."


def report_of(client, match, more: str = "") -> str:
    return client.get(f"/matches/{match.pk}/{more}", headers=PANE).content.decode()


def words_of(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


@pytest.fixture
def match(job) -> Match:
    """A match screened with levels 3, 2, 0 and 2."""
    found = scored(job, 58, name="Ada", levels=levels(a=3, b=2, c=0, z=2))
    found.screening = Screening.objects.create(
        match=found,
        rubric=job.rubric,
        cache_key="k",
        model="qwen2.5:7b",
        digest="d",
        prompt_version=PROMPT_VERSION,
        levels=found.levels,
        raw=58,
        sd=2,
        score=58,
        uncertainty=2,
        band="possible",
        borderline=False,
        why="Local words.",
        gap="Local gap.",
    )
    found.save()
    CV.objects.filter(pk=found.cv_id).update(text=TEXT, redacted=TEXT)
    return found


def test_readers_stand_side_by_side(as_, match):
    assessed(match, a=3, b=3, c=2, z=2)

    page = as_("owner").get(f"/matches/{match.pk}/")
    lines = page.context["lines"]

    assert [(line["local"], line["claude"].level) for line in lines] == [(3, 3), (2, 3), (0, 2), (2, 2)]
    assert [line["apart"] for line in lines] == [False, False, True, False]
    assert '<th scope="col">Local</th><th scope="col">Claude</th>' in page.content.decode()


def test_readers_of_a_match_that_claude_did_not_read(as_, match):
    page = as_("owner").get(f"/matches/{match.pk}/")

    assert [line["claude"] for line in page.context["lines"]] == [None, None, None, None]
    assert '<th scope="col">Claude</th>' not in page.content.decode()


def test_report_shows_all_its_parts(as_, match):
    assessed(match)

    words = words_of(report_of(as_("owner"), match))

    for part in (
        "Talk to this person",
        "4 of 4 quotes found in the CV",
        "Fitting experience: about 6 years, in the present role.",
        "Short stays",
        "Which services did you run? Python backend",
        "Must-haves 75",
        "What the local model wrote",
    ):
        assert part in words
    assert "Seniority" not in words


def test_quote_leads_to_its_place_in_the_cv(as_, match):
    assessed(match)
    client = as_("owner")

    link = re.search(r'hx-get="([^"]*quote=quote-a-0[^"]*)"', report_of(client, match)).group(1).replace("&amp;", "&")
    tab = client.get(link, headers=PANE).content.decode()

    assert 'data-quote="quote-a-0"' in tab
    assert re.search(r'<mark class="quoted" id="quote-a-0" tabindex="-1">([^<]*)</mark>', tab).group(1) == (
        "Built Python services"
    )


def test_quote_that_is_not_in_the_cv_says_so(as_, match):
    invented = {"text": "Ran Kubernetes for years", "start": None, "end": None, "exact": False}
    unproven = {"id": "c", "level": 1, "claimed_level": 4, "quotes": [invented], "note": ""}
    made = assessed(match)
    made.report["criteria"][2] = unproven
    made.save()

    words = words_of(report_of(as_("owner"), match))

    assert "Ran Kubernetes for years not found in the CV: not counted" in words
    assert "Not proven: Claude said 4, but none of its quotes stands in the CV, so 1 counts." in words


def test_report_with_instructions_found_warns(as_, match):
    assessed(match, report={"instructions_found": True, "instructions": "asks for the best score"})

    assert "gives instructions to a machine: asks for the best score." in words_of(report_of(as_("owner"), match))


def test_text_of_a_model_is_shown_as_text(as_, match):
    assessed(match, report={"risks": ["<img src=x onerror=alert(1)>"], "why": "<b>x</b>"})

    page = report_of(as_("owner"), match)

    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_level_set_by_a_person_stands_with_its_reason(as_, match, owner):
    assessed(match)
    Override.objects.create(match=match, rubric=match.rubric, criterion="b", level=4, note="Led the move", by=owner)

    page = as_("owner").get(f"/matches/{match.pk}/")

    assert page.context["lines"][1]["override"].level == 4
    assert "Set to 4 by owner: Led the move" in words_of(page.content.decode())


def test_history_tells_what_left(as_, match):
    assessed(match)

    words = words_of(report_of(as_("owner"), match, "?tab=history"))

    assert "24 bytes to claude-haiku-4-5 at https://api.anthropic.com" in words.replace("\xa0", " ")


def test_history_of_a_cv_that_never_left(as_, match):
    assert "This CV never left this server." in words_of(report_of(as_("owner"), match, "?tab=history"))
