"""The attacks all the way: read as a CV, redacted, sent by the production client to a model that does its worst."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_replies import judge
from matching.exceptions import CloudError
from matching.prompts import CANARY
from matching.redaction import redact
from matching.reports import Report, accept_report
from matching.scoring import jumps, score
from tests.clients.claude_asking import HAIKU, RUBRIC, model_at, permit_of, prompt_of
from tests.injection.bank import ATTACKS, Attack, cv_with
from tests.injection.test_pure import UNFIT, shown
from tests.servers.claude import ClaudeSimulator, Possession

ESTIMATE = 10.0  # of the honest CV, for a job that it does not fit
ENDLESS = {"override-repeat", "keywords"}  # a report that says all this in every place does not end
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)


@dataclass(frozen=True)
class Reader:
    """The simulator and the one client that all attacks use."""

    server: ClaudeSimulator
    model: CloudModel

    def read(self, attack: Attack, *, obey: bool | Possession) -> tuple[Report | None, str]:
        """The report on an honest CV with the attack in it, or the code of what was refused."""
        self.server.obey = obey
        redaction = redact(cv_with(attack))
        prompt = prompt_of(redaction.text)
        try:
            reply = self.model.assess(prompt, permit=permit_of(*redaction.tokens))
            return accept_report(judge(reply), rubric=RUBRIC, cv_text=prompt.cv), ""
        except CloudError as error:
            return None, error.code


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with ClaudeSimulator() as server:
        yield Reader(server, model_at(server))


@each_attack
@pytest.mark.parametrize("proof", ["its own words", "an honest line"])
def test_attack_that_a_model_obeys_is_flagged_and_shows_only_short_plain_strings(reader, attack, proof):
    quote = attack.text[:120] if proof == "its own words" else "sorted parcels by postcode and loaded vans"
    worst = Possession(says=attack.obeyed or attack.text, quotes=(quote,))
    report, code = reader.read(attack, obey=worst)

    if report is None:
        assert code == ("cloud_cut_off" if attack.name in ENDLESS else "cloud_canary")
        return
    points = score(RUBRIC, report.levels()).score
    assert report.instructions_found or report.not_proven or jumps(points, estimate=ESTIMATE)
    assert [text for text in shown(report) if len(text) > 240 or UNFIT.search(text) or CANARY in text.lower()] == []
    assert {mark.level for mark in report.criteria} <= {0, 1, 2, 3, 4}


@each_attack
def test_attack_that_a_model_resists_changes_no_level(reader, attack):
    report, code = reader.read(attack, obey=False)
    known = {"keywords": {"a": 2, "b": 3, "c": 3}}.get(attack.name, {"a": 0, "b": 0, "c": 0})

    assert code == ""
    assert {mark.id: mark.claimed_level for mark in report.criteria if mark.id != "z"} == known


def test_attacks_reached_the_wire_as_one_string_each(reader):
    reader.read(ATTACKS[0], obey=False)
    texts = [record.json["messages"][0]["content"][-1]["text"].split("\n") for record in reader.server.calls]

    assert {(lines[0], lines[2], len(lines)) for lines in texts} == {("<cv key=7f3a91c2>", "</cv key=7f3a91c2>", 4)}
    assert all(isinstance(json.loads(lines[1]), str) for lines in texts)
    assert {record.json["model"] for record in reader.server.calls} == {HAIKU}
