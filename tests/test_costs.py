from dataclasses import fields
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.costs import ADDED_TOKENS, MICRO, Prices, Usage, cost, total, worst_case

HAIKU = Prices.of("1", "5")
HAIKU_55 = Prices.of("0.10", "0.50")
SONNET_55 = Prices.of("2", "10", read_share="0.05")
CLASSES = ("input", "output", "write_5m", "write_1h", "read")

counts = st.integers(0, 10_000_000)
usages = st.builds(Usage, *[counts] * 5)
amounts = st.decimals("0.01", "100", places=2).map(str)
prices = st.builds(Prices.of, amounts, amounts, read_share=st.sampled_from(["0.05", "0.1"]))
flags = st.booleans()


def test_table_of_prices_from_two():
    assert (
        Prices(
            Decimal("0.10"), Decimal("0.50"), write_5m=Decimal("0.125"), write_1h=Decimal("0.2"), read=Decimal("0.01")
        )
        == HAIKU_55
    )
    assert SONNET_55.read == Decimal("0.1")


@pytest.mark.parametrize(
    ("usage", "batch", "dollars"),
    [
        (Usage(input=5000, output=800), False, "0.009"),
        (Usage(input=5000, output=800), True, "0.0045"),
        (Usage(input=2000, write_5m=4200, output=800), False, "0.01125"),
        (Usage(input=2000, write_1h=4200, output=800), True, "0.0072"),
        (Usage(input=2000, read=4200, output=800), False, "0.00642"),
        (Usage(input=2000, read=4200, output=800), True, "0.00321"),
        (Usage(), False, "0"),
        (Usage(input=1), True, "0.0000005"),
    ],
)
def test_cost_of_a_call(usage, batch, dollars):
    assert cost(usage, HAIKU, batch=batch) == Decimal(dollars)


def test_cost_in_the_us_alone():
    assert cost(Usage(input=1_000_000), HAIKU_55, us_only=True) == Decimal("0.11")
    assert cost(Usage(input=1_000_000), HAIKU_55, us_only=True, batch=True) == Decimal("0.055")


@given(usages, prices, flags, flags)
def test_cost_is_the_exact_fraction(usage, table, batch, us_only):
    exact = sum(getattr(usage, name) * Fraction(getattr(table, name)) for name in CLASSES) / 10**6
    exact *= Fraction(1, 2) if batch else 1
    exact *= Fraction(11, 10) if us_only else 1
    assert Fraction(cost(usage, table, batch=batch, us_only=us_only)) == exact


@given(st.lists(usages, max_size=5), prices)
def test_cost_of_a_sum_is_the_sum_of_costs(rows, table):
    assert cost(total(rows), table) == sum((cost(row, table) for row in rows), start=Decimal(0))


def test_total_of_nothing_is_nothing():
    assert total([]) == Usage()


def test_prompt_is_all_that_was_read():
    assert Usage(input=1, output=100, write_5m=20, write_1h=300, read=4000).prompt == 4321


def test_usage_has_no_class_that_is_not_charged():
    assert tuple(field.name for field in fields(Usage)) == CLASSES


def test_worst_case_takes_every_byte_for_a_token():
    assert worst_case(19_000, HAIKU, max_tokens=3000) == Decimal("0.035")
    assert worst_case(19_000, HAIKU, max_tokens=3000, ttl="5m") == Decimal("0.04")
    assert worst_case(19_000, HAIKU, max_tokens=3000, ttl="1h", batch=True) == Decimal("0.0275")


def test_worst_case_is_rounded_up():
    assert worst_case(0, Prices.of("0.0001", "1"), max_tokens=0) == MICRO


@given(st.data(), prices, st.sampled_from(["", "5m", "1h"]), flags, flags)
def test_no_call_costs_more_than_its_worst_case(data, table, ttl, batch, us_only):
    """However the server cuts the text into tokens (each at least a byte) and the prefix is charged."""
    size, most = data.draw(st.integers(0, 50_000)), data.draw(st.integers(0, 8000))
    prompt = data.draw(st.integers(0, size + ADDED_TOKENS))
    written = data.draw(st.integers(0, prompt)) if ttl else 0
    usage = Usage(
        input=prompt - written,
        output=data.draw(st.integers(0, most)),
        write_5m=written if ttl == "5m" else 0,
        write_1h=written if ttl == "1h" else 0,
    )
    reserved = worst_case(size, table, max_tokens=most, ttl=ttl, batch=batch, us_only=us_only)
    assert cost(usage, table, batch=batch, us_only=us_only) <= reserved
    read = Usage(input=prompt - written, output=usage.output, read=written)
    assert cost(read, table, batch=batch, us_only=us_only) <= reserved
