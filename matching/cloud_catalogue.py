"""Claude's models: prices, limits and lifecycles, with where and when each was read. `doctor` compares them with the
live list of models when a key is there; no interface tells prices or cache minimums, so they are kept here."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from matching.costs import Prices, Usage

CHECKED = date(2026, 11, 23)
RETIRING_NOTICE = timedelta(days=60)  # the vendor's least notice before a model is retired
DEFAULT_MODEL = "claude-haiku-4-5"
_PRICING = "platform.claude.com: about-claude/pricing"
_NEWS = "platform.claude.com: release notes and model overviews, October 2026"


class Thinking(StrEnum):
    """What a request has to say so that a model writes its answer without thinking first."""

    OFF = "off"  # it does not think unless asked to
    DISABLED = "disabled"  # thinking={"type": "disabled"}
    BETWEEN_TOOLS = "between_tools"  # the lowest setting there is


class Lifecycle(StrEnum):
    ACTIVE = "active"
    RETIRING = "retiring"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudEntry:
    """One model. `prices` hold for prompts up to `long_over` tokens, `long_prices` for the whole of a longer one.

    `least_cached` is the shortest prefix, in tokens, that the server caches; `text_tokens` how many tokens the same
    text takes compared with Haiku 4.5; `retires` the announced day of its end, None where there is none.
    """

    id: str
    label: str
    prices: Prices
    least_cached: int
    context: int
    most_output: int
    source: str
    also: tuple[str, ...] = ()
    long_over: int = 0
    long_prices: Prices | None = None
    thinking: Thinking = Thinking.OFF
    effort: bool = False
    structured: bool = True
    retires: date | None = None
    text_tokens: Decimal = Decimal(1)
    checked: date = field(default=CHECKED)

    def prices_for(self, usage: Usage) -> Prices:
        """The table that a call with that usage is charged by."""
        return self.long_prices if self.long_prices and usage.prompt > self.long_over else self.prices

    def lifecycle(self, today: date) -> Lifecycle:
        """Whether the model can be chosen: not once it is retired, and with a warning within 60 days of its end."""
        if self.retires is None or today < self.retires - RETIRING_NOTICE:
            return Lifecycle.ACTIVE
        return Lifecycle.RETIRED if today >= self.retires else Lifecycle.RETIRING


CLOUD_MODELS: tuple[CloudEntry, ...] = (
    CloudEntry(
        id="claude-haiku-4-5",
        also=("claude-haiku-4-5-20251001",),
        label="Haiku 4.5",
        prices=Prices.of("1", "5"),
        least_cached=4096,
        context=200_000,
        most_output=64_000,
        source=_PRICING,
    ),
    CloudEntry(
        id="claude-haiku-5-5",
        label="Haiku 5.5",
        prices=Prices.of("0.10", "0.50"),
        long_over=100_000,
        long_prices=Prices.of("0.50", "2.50"),
        least_cached=512,
        context=1_000_000,
        most_output=128_000,
        thinking=Thinking.DISABLED,
        effort=True,
        text_tokens=Decimal("1.3"),
        source=_NEWS,
    ),
    CloudEntry(
        id="claude-sonnet-5-5",
        label="Sonnet 5.5",
        prices=Prices.of("2", "10", read_share="0.05"),
        least_cached=512,
        context=1_000_000,
        most_output=128_000,
        thinking=Thinking.BETWEEN_TOOLS,
        effort=True,
        text_tokens=Decimal("1.3"),
        source=_NEWS,
    ),
    CloudEntry(
        id="claude-sonnet-5",
        label="Sonnet 5",
        prices=Prices.of("2", "10"),
        least_cached=1024,
        context=1_000_000,
        most_output=128_000,
        thinking=Thinking.DISABLED,
        effort=True,
        source=_PRICING,
    ),
    CloudEntry(
        id="claude-sonnet-4-6",
        label="Sonnet 4.6",
        prices=Prices.of("3", "15"),
        least_cached=1024,
        context=1_000_000,
        most_output=128_000,
        effort=True,
        source=_PRICING,
    ),
    CloudEntry(
        id="claude-sonnet-4-5",
        also=("claude-sonnet-4-5-20250929",),
        label="Sonnet 4.5",
        prices=Prices.of("3", "15"),
        least_cached=1024,
        context=200_000,
        most_output=64_000,
        retires=date(2026, 11, 30),
        source=_PRICING,
    ),
    CloudEntry(
        id="claude-opus-4-5",
        also=("claude-opus-4-5-20251101",),
        label="Opus 4.5",
        prices=Prices.of("5", "25"),
        least_cached=4096,
        context=200_000,
        most_output=64_000,
        source=_PRICING,
    ),
    CloudEntry(
        id="claude-3-5-haiku-latest",
        also=("claude-3-5-haiku-20241022",),
        label="Haiku 3.5",
        prices=Prices.of("0.80", "4"),
        least_cached=2048,
        context=200_000,
        most_output=8_192,
        structured=False,
        retires=date(2026, 2, 19),
        source="its list price of 2025, kept for comparison",
    ),
)
_BY_NAME = {name: entry for entry in CLOUD_MODELS for name in (entry.id, *entry.also)}


def cloud_entry(model: str) -> CloudEntry | None:
    """The entry of a model by its id or a dated one; None for a model that is not in the catalogue."""
    return _BY_NAME.get(model)


def typed_in(model: str, *, input_price: str, output_price: str) -> CloudEntry:
    """An entry for a model that the catalogue does not know, from the two prices that a person typed in (US dollars per
    million tokens). Nothing is assumed of its cache: no prefix is marked. Raises ValueError when a price is no amount.
    """
    amounts = [Decimal(price) for price in (input_price, output_price)]
    if not all(amount.is_finite() and 0 <= amount <= 10_000 for amount in amounts):
        raise ValueError("a price must be from 0 to 10,000 dollars per million tokens")
    return CloudEntry(
        id=model,
        label=model,
        prices=Prices.of(input_price, output_price),
        least_cached=10**9,
        context=200_000,
        most_output=8_192,
        source="typed in",
    )
