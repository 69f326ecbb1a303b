import json
from dataclasses import replace

import pytest

from matching.clients.claude import CloudModel
from matching.clients.claude_values import BatchRequest
from matching.exceptions import CloudForbiddenError
from tests.clients.asking import failure
from tests.clients.claude_asking import CV, HAIKU, KEY, model_at, permit_of, prompt_of
from tests.clients.odd_server import odd_server, sending
from tests.servers.claude import ClaudeSimulator, faults


def requests_of(count: int = 6) -> list[BatchRequest]:
    return [BatchRequest(f"m{n}", prompt_of(f"{CV}- course {n}\n", ttl="1h"), permit_of()) for n in range(count)]


def ended(cloud, claude, count: int = 6) -> str:
    batch = claude.create_batch(requests_of(count))
    cloud.finish()
    return batch.id


def test_batch_goes_from_its_making_to_its_results(cloud, claude):
    made = claude.create_batch(requests_of())
    assert (made.state, made.ended, made.processing, made.total) == ("in_progress", False, 6, 6)
    assert claude.batch(made.id) == made

    cloud.clock.advance(cloud.batch_seconds)
    done = claude.batch(made.id)
    assert (done.state, done.ended, done.processing, done.succeeded) == ("ended", True, 0, 6)

    results = list(claude.results(made.id))
    assert sorted(one.custom_id for one in results) == [f"m{n}" for n in range(6)]
    assert [one.custom_id for one in results] != [f"m{n}" for n in range(6)]
    assert {(one.kind, one.code, one.reply.batch, one.reply.stop_reason) for one in results} == {
        ("succeeded", "", True, "end_turn")
    }


def test_counts_are_frozen_until_all_has_ended(cloud, claude):
    batch = claude.create_batch(requests_of())
    cloud.clock.advance(cloud.batch_seconds * 0.9)

    assert claude.batch(batch.id).processing == 6


def test_batch_costs_half(cloud, claude):
    prompt = prompt_of(ttl="")
    claude.assess(prompt, permit=permit_of())
    alone = cloud.bill
    claude.create_batch([BatchRequest("m", prompt, permit_of())])
    cloud.finish()

    assert cloud.bill - alone == alone / 2


def test_newest_batches_come_first(claude):
    first, second, third = (claude.create_batch(requests_of(n)) for n in (1, 2, 3))

    assert [one.id for one in claude.batches(limit=2)] == [third.id, second.id]
    assert claude.batches()[-1] == first


def test_batch_whose_making_was_not_answered_is_found_again(cloud, claude):
    cloud.fault(faults.LOST_CREATE)
    error = failure(claude.create_batch, requests_of(4))

    assert (error.code, error.billed) == ("cloud_batch_lost", None)
    assert [one.total for one in claude.batches()] == [4]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (faults.RATE_LIMITED_429, "cloud_rate_limited"),
        (faults.OVERLOADED_529, "cloud_overloaded"),
        (faults.SPEND_CAP_429, "cloud_spend_cap"),
        (faults.KEY_401, "cloud_key_refused"),
        (faults.ERROR_500, "cloud_batch_lost"),
        (faults.GATEWAY_502, "cloud_batch_lost"),
        (faults.HTML_200, "cloud_batch_lost"),
        (faults.RESET_BEFORE, "cloud_batch_lost"),
    ],
)
def test_making_that_failed_says_whether_a_batch_may_exist(cloud, claude, fault, code):
    cloud.fault(fault)

    assert failure(claude.create_batch, requests_of(1)).code == code


def test_batch_that_is_not_known_yet_is_a_passing_fault(cloud, claude):
    batch = claude.create_batch(requests_of(1))
    cloud.fault(faults.BATCH_404, times=2)

    errors = [failure(claude.batch, batch.id) for _ in range(2)]
    assert [(error.code, error.permanent) for error in errors] == [("cloud_batch_missing", False)] * 2
    assert claude.batch(batch.id) == batch


def test_results_before_the_end_are_not_there_yet(claude):
    batch = claude.create_batch(requests_of(1))

    assert failure(list, claude.results(batch.id)).code == "cloud_batch_not_ended"
    assert failure(claude.delete, batch.id).code == "cloud_batch_not_ended"


def test_each_kind_of_line_has_its_code(cloud, claude):
    kinds = [faults.LINE_INVALID, faults.LINE_ERRORED, faults.LINE_EXPIRED, faults.LINE_CANCELED, faults.LINE_UNKNOWN]
    for number, fault in enumerate(kinds):
        cloud.fault(fault, match=f"course {number}")
    cloud.fault(faults.REFUSAL, match="course 5")

    found = {one.custom_id: (one.kind, one.code) for one in claude.results(ended(cloud, claude))}
    assert found == {
        "m0": ("errored", "cloud_batch_refused_request"),
        "m1": ("errored", "cloud_batch_errored"),
        "m2": ("expired", "cloud_batch_expired"),
        "m3": ("canceled", "cloud_batch_canceled"),
        "m4": ("unknown", "cloud_batch_odd"),
        "m5": ("succeeded", ""),
    }


def test_refusal_in_a_batch_is_a_reply_that_was_charged(cloud, claude):
    cloud.fault(faults.REFUSAL)
    [result] = claude.results(ended(cloud, claude, 1))

    assert (result.reply.stop_reason, result.reply.refusal, cloud.bill > 0) == ("refusal", "general_harms", True)


def test_request_that_the_model_does_not_take_is_found_when_its_turn_comes(cloud, claude):
    wrong = BatchRequest("wrong", replace(prompt_of(), max_tokens=10**6), permit_of())
    batch = claude.create_batch([wrong, *requests_of(1)])
    cloud.finish()

    found = {one.custom_id: one.code for one in claude.results(batch.id)}
    assert found == {"wrong": "cloud_batch_refused_request", "m0": ""}
    assert claude.batch(batch.id).errored == 1


def test_canceled_batch_ends_with_what_was_not_reached(cloud, claude):
    batch = claude.create_batch(requests_of(8))
    cloud.clock.advance(cloud.batch_seconds / 2)
    assert claude.cancel(batch.id).state == "canceling"

    assert claude.batch(batch.id).state == "ended"
    kinds = [one.kind for one in claude.results(batch.id)]
    assert (kinds.count("succeeded"), kinds.count("canceled")) == (4, 4)


def test_batch_that_takes_over_a_day_expires():
    with ClaudeSimulator(key=KEY, batch_seconds=48 * 3600) as cloud:
        claude = model_at(cloud)
        batch = claude.create_batch(requests_of(4))
        cloud.clock.advance(25 * 3600)

        done = claude.batch(batch.id)
    assert (done.state, done.succeeded, done.expired) == ("ended", 2, 2)


def test_results_are_kept_for_29_days(cloud, claude):
    batch_id = ended(cloud, claude)
    cloud.clock.advance(30 * 86400)

    assert claude.batch(batch_id).archived_at != ""
    assert failure(list, claude.results(batch_id)).code == "cloud_batch_missing"


def test_deleted_batch_is_gone(cloud, claude):
    batch_id = ended(cloud, claude)
    claude.delete(batch_id)

    assert (claude.batches(), failure(claude.batch, batch_id).code) == ((), "cloud_batch_missing")


def test_line_that_cannot_be_read_is_left_out_and_the_rest_comes(cloud, claude):
    batch_id = ended(cloud, claude)
    cloud.fault(faults.BAD_LINE)

    assert len(list(claude.results(batch_id))) == 6


def test_broken_results_give_what_was_whole_and_then_a_passing_fault(cloud, claude):
    batch_id = ended(cloud, claude)
    cloud.fault(faults.CUT_RESULTS)
    rows, results = [], claude.results(batch_id)

    with pytest.raises(Exception) as caught:
        rows.extend(results)
    assert (caught.value.code, caught.value.permanent, len(rows)) == ("cloud_batch_cut", False, 3)
    assert len(list(claude.results(batch_id))) == 6


def test_blank_line_between_results_is_none(cloud, claude):
    batch_id = ended(cloud, claude)
    cloud.fault(faults.BLANK_LINE)

    assert len(list(claude.results(batch_id))) == 6


def test_results_that_end_early_are_fewer_than_the_batch_says(cloud, claude):
    batch_id = ended(cloud, claude)
    cloud.fault(faults.SHORT_RESULTS)

    assert (len(list(claude.results(batch_id))), claude.batch(batch_id).total) == (3, 6)


def test_results_are_asked_for_at_our_address_whatever_the_answer_says(cloud, claude):
    with odd_server(sending(200, "")) as other:
        cloud.results_base = other.url
        assert len(list(claude.results(ended(cloud, claude)))) == 6

    assert other.paths == []


def test_id_of_a_batch_cannot_lead_elsewhere():
    with odd_server(sending(200, "")) as server:
        list(CloudModel(key=KEY, model=HAIKU, base_url=server.url).results("../../models?x=1"))

    assert server.paths == ["/v1/messages/batches/..%2F..%2Fmodels%3Fx%3D1/results"]


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "null",
        '{"custom_id": 5}',
        '{"result": {"type": "succeeded"}}',
        "[" * 100_000,
    ],
)
def test_line_without_an_id_is_no_result(line):
    with odd_server(sending(200, line + "\n")) as server:
        assert list(CloudModel(key=KEY, model=HAIKU, base_url=server.url).results("msgbatch_1")) == []


@pytest.mark.parametrize("message", [None, {}, "text", {"type": "message", "content": []}])
def test_success_without_a_message_that_can_be_read_may_have_been_charged(message):
    line = {"custom_id": "m0", "result": {"type": "succeeded", "message": message}}
    with odd_server(sending(200, json.dumps(line))) as server:
        [result] = CloudModel(key=KEY, model=HAIKU, base_url=server.url).results("msgbatch_1")

    assert (result.kind, result.code, result.reply) == ("unknown", "cloud_batch_odd", None)


def test_one_request_without_a_permit_keeps_the_whole_batch_back(cloud, claude):
    rows = [*requests_of(1), BatchRequest("m9", prompt_of(), None)]

    with pytest.raises(CloudForbiddenError):
        claude.create_batch(rows)
    assert cloud.requests == []


def test_one_request_that_shows_a_name_keeps_the_whole_batch_back(cloud, claude):
    rows = [*requests_of(1), BatchRequest("m9", prompt_of(f"{CV}Jane led it\n"), permit_of("jane"))]

    assert (failure(claude.create_batch, rows).code, cloud.requests) == ("cloud_leak", [])
