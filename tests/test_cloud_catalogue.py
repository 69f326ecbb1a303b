from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from matching.cloud_catalogue import CLOUD_MODELS, DEFAULT_MODEL, Lifecycle, Thinking, cloud_entry, typed_in
from matching.cloud_live import Difference, compare_with_live
from matching.costs import Usage

TODAY = date(2026, 11, 25)
HAIKU_45, HAIKU_55, SONNET_45 = (
    cloud_entry(name) for name in ("claude-haiku-4-5", "claude-haiku-5-5", "claude-sonnet-4-5")
)


@dataclass(frozen=True)
class Listed:
    id: str
    lifecycle: str = "active"
    retires_at: str = ""
    max_input: int = 0
    max_output: int = 0
    structured_outputs: bool = True
    batch: bool = True
    effort: bool = True
    thinking: tuple[str, ...] = ("adaptive", "between_tools", "disabled")


def differences(*models: Listed, entries=(HAIKU_55,), chosen: str = "", today: date = TODAY) -> list[tuple[str, bool]]:
    found = compare_with_live(entries, models, today=today, chosen=chosen)
    return [(one.sentence, one.serious) for one in found]


def test_catalogue_has_each_model_once_under_every_name():
    found = [(name, entry.id) for entry in CLOUD_MODELS for name in (entry.id, *entry.also)]
    assert [(name, cloud_entry(name).id) for name in dict(found)] == found


def test_catalogue_is_the_list_that_was_asked_for():
    assert sorted(entry.label for entry in CLOUD_MODELS) == [
        "Haiku 3.5",
        "Haiku 4.5",
        "Haiku 5.5",
        "Opus 4.5",
        "Sonnet 4.5",
        "Sonnet 4.6",
        "Sonnet 5",
        "Sonnet 5.5",
    ]
    assert cloud_entry(DEFAULT_MODEL).label == "Haiku 4.5"


@pytest.mark.parametrize(
    ("model", "row"),
    [
        ("claude-3-5-haiku-latest", ("0.80", "4", "1.00", "1.60", "0.08", 2048, 200_000)),
        ("claude-haiku-4-5", ("1", "5", "1.25", "2", "0.10", 4096, 200_000)),
        ("claude-haiku-5-5", ("0.10", "0.50", "0.125", "0.20", "0.01", 512, 1_000_000)),
        ("claude-sonnet-4-5", ("3", "15", "3.75", "6", "0.30", 1024, 200_000)),
        ("claude-sonnet-4-6", ("3", "15", "3.75", "6", "0.30", 1024, 1_000_000)),
        ("claude-sonnet-5", ("2", "10", "2.50", "4", "0.20", 1024, 1_000_000)),
        ("claude-sonnet-5-5", ("2", "10", "2.50", "4", "0.10", 512, 1_000_000)),
        ("claude-opus-4-5", ("5", "25", "6.25", "10", "0.50", 4096, 200_000)),
    ],
)
def test_prices_and_limits(model, row):
    entry = cloud_entry(model)
    table = entry.prices
    assert (table.input, table.output, table.write_5m, table.write_1h, table.read) == tuple(map(Decimal, row[:5]))
    assert (entry.least_cached, entry.context) == row[5:]


def test_every_entry_says_where_and_when_it_was_read():
    assert all(entry.source and entry.checked <= TODAY for entry in CLOUD_MODELS)


def test_a_successor_can_be_chosen():
    for entry in CLOUD_MODELS:
        assert not entry.successor or cloud_entry(entry.successor).usable(TODAY)


def test_a_name_is_known_in_any_case_and_by_its_date():
    assert cloud_entry(" Claude-Haiku-4-5-20251001 ") is HAIKU_45
    assert cloud_entry("claude-haiku-6") is None


@pytest.mark.parametrize(
    ("model", "today", "lifecycle", "usable"),
    [
        ("claude-haiku-4-5", TODAY, Lifecycle.ACTIVE, True),
        ("claude-sonnet-4-5", date(2026, 9, 30), Lifecycle.ACTIVE, True),
        ("claude-sonnet-4-5", date(2026, 10, 1), Lifecycle.RETIRING, True),
        ("claude-sonnet-4-5", date(2026, 11, 29), Lifecycle.RETIRING, True),
        ("claude-sonnet-4-5", date(2026, 11, 30), Lifecycle.RETIRED, False),
        ("claude-3-5-haiku-20241022", TODAY, Lifecycle.RETIRED, False),
        ("claude-3-5-haiku-20241022", date(2025, 1, 1), Lifecycle.ACTIVE, False),
    ],
)
def test_lifecycle_of_a_model(model, today, lifecycle, usable):
    entry = cloud_entry(model)
    assert (entry.lifecycle(today), entry.usable(today)) == (lifecycle, usable)


@pytest.mark.parametrize(
    ("entry", "today", "sentence"),
    [
        (HAIKU_45, TODAY, ""),
        (
            SONNET_45,
            TODAY,
            "Sonnet 4.5 will be retired on 2026-11-30; after that calls fail. Change to claude-sonnet-5-5.",
        ),
        (
            SONNET_45,
            date(2026, 12, 1),
            "Sonnet 4.5 was retired on 2026-11-30 and cannot be called. Change to claude-sonnet-5-5.",
        ),
    ],
    ids=range(3),
)
def test_warning_names_the_day_and_the_successor(entry, today, sentence):
    assert entry.warning(today) == sentence


def test_a_long_prompt_has_its_own_prices_for_all_of_it():
    assert HAIKU_55.cost(Usage(input=100_000, output=1000)) == Decimal("0.0105")
    assert HAIKU_55.cost(Usage(input=60_000, read=40_001, output=1000)) == Decimal("0.03450005")
    assert HAIKU_45.cost(Usage(input=150_000)) == Decimal("0.15")


@pytest.mark.parametrize(("entry", "dollars"), [(HAIKU_45, "1"), (HAIKU_55, "0.55")], ids=range(2))
def test_the_us_alone_costs_more_where_it_can_be_chosen(entry, dollars):
    assert entry.cost(Usage(input=1_000_000), us_only=True) == Decimal(dollars)
    us, anywhere = (entry.worst_case("x" * 9000, max_tokens=0, us_only=only) for only in (True, False))
    assert (us > anywhere) is entry.us_only


def test_worst_case_of_a_text_that_may_be_a_long_prompt_takes_the_long_prices():
    assert HAIKU_55.worst_case("x" * 99_000, max_tokens=0) == Decimal("0.01")
    assert HAIKU_55.worst_case("x" * 100_000, max_tokens=0) == Decimal("0.0505")
    assert HAIKU_55.worst_case("é" * 50_000, max_tokens=0) == Decimal("0.0505")


def test_model_that_was_typed_in():
    entry = typed_in("claude-haiku-6", input_price=" 0.8 ", output_price="4")
    assert (entry.id, entry.prices.input, entry.prices.output) == ("claude-haiku-6", Decimal("0.8"), Decimal("4"))
    assert entry.usable(TODAY) and entry.thinking is Thinking.OFF and entry.warning(TODAY) == ""
    assert entry.least_cached > 10**6


@pytest.mark.parametrize("price", ["", "x", "nan", "inf", "-1", "0", "0.0", "10001", "1,5", "$1"])
def test_prices_that_are_no_amount_are_refused(price):
    with pytest.raises(ValueError, match="A price must be"):
        typed_in("claude-haiku-6", input_price=price, output_price="4")
    with pytest.raises(ValueError, match="A price must be"):
        typed_in("claude-haiku-6", input_price="1", output_price=price)


def test_a_list_like_the_catalogue_differs_in_nothing():
    live = [
        Listed(
            entry.also[0] if entry.also else entry.id,
            retires_at=f"{entry.retires}T00:00:00Z" if entry.retires else "",
            max_input=entry.context,
            max_output=entry.most_output,
        )
        for entry in CLOUD_MODELS
        if entry.usable(TODAY)
    ]
    assert differences(*live, Listed("claude-opus-7"), entries=CLOUD_MODELS, chosen=DEFAULT_MODEL) == []


def test_a_model_that_is_gone_is_serious_when_it_is_chosen():
    assert differences() == [("Haiku 5.5 is not in the list.", False)]
    assert differences(chosen="claude-haiku-5-5") == [("Haiku 5.5 is not in the list.", True)]


def test_a_model_that_we_know_to_be_retired_is_not_missed():
    assert differences(entries=(SONNET_45,), today=date(2026, 12, 1)) == []


def test_a_chosen_model_that_nobody_knows_is_serious():
    assert differences(entries=(), chosen="claude-haiku-6") == [("claude-haiku-6 is not in the list.", True)]
    assert differences(Listed("claude-haiku-6"), entries=(), chosen="claude-haiku-6") == []


@pytest.mark.parametrize(
    ("change", "sentence", "serious"),
    [
        (
            {"retires_at": "2027-03-01T00:00:00Z", "lifecycle": "deprecated"},
            "Haiku 5.5 will be retired on 2027-03-01; the catalogue says that none is announced.",
            True,
        ),
        ({"lifecycle": "retired"}, "Haiku 5.5 is retired: calls fail.", True),
        ({"max_input": 500_000}, "Haiku 5.5 reads 500,000 tokens; the catalogue says 1,000,000.", False),
        ({"max_output": 64_000}, "Haiku 5.5 writes 64,000 tokens; the catalogue says 128,000.", False),
        ({"structured_outputs": False}, "Haiku 5.5 takes no form of answer any more: calls fail.", True),
        ({"batch": False}, "Haiku 5.5 takes no batches any more: only calls at once work.", False),
        ({"effort": False}, "Haiku 5.5 takes no effort any more: calls fail.", True),
        ({"thinking": ("adaptive",)}, "Haiku 5.5 takes no thinking of the kind disabled any more: calls fail.", True),
    ],
    ids=range(8),
)
def test_a_difference_is_one_sentence(change, sentence, serious):
    model = replace(Listed("claude-haiku-5-5"), **change)
    assert differences(model) == [(sentence, False)]
    assert differences(model, chosen="claude-haiku-5-5") == [(sentence, serious)]


def test_an_end_that_was_called_off_is_told():
    found = compare_with_live([SONNET_45], [Listed("claude-sonnet-4-5-20250929")], today=TODAY)
    sentence = "Sonnet 4.5 has no announced end; the catalogue says 2026-11-30."
    assert found == (Difference(model="claude-sonnet-4-5", sentence=sentence),)


def test_catalogue_is_not_older_than_the_vendors_notice():
    """Prices cannot be compared by a program: within the vendor's notice somebody has to read them again."""
    assert max(entry.checked for entry in CLOUD_MODELS) - min(entry.checked for entry in CLOUD_MODELS) < timedelta(60)
