"""Claude's models: prices, limits and lifecycles, with where and when each was read. `doctor` compares them with the
live list of models when a key is there; no interface tells prices or cache minimums, so they are kept here."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from matching.costs import Prices, Usage, cost, worst_case

CHECKED = date(2026, 11, 23)
RETIRING_NOTICE = timedelta(days=60)  # the vendor's least notice before a model is retired
DEFAULT_MODEL = "claude-haiku-4-5"
_PRICING = "platform.claude.com: about-claude/pricing"
_NEWS = "platform.claude.com: release notes and model overviews, October 2026"
_NEW_TOKENS = Decimal("1.3")  # the tokeniser since Sonnet 5 makes about 30 % more tokens of the same text
MOST_PRICE = 10_000  # US dollars per million tokens: more is a slip of the pen


class Thinking(StrEnum):
    """What a request has to say so that a model writes its answer without thinking first."""

    OFF = "off"  # it does not think unless asked to
    DISABLED = "disabled"  # thinking={"type": "disabled"}
    BETWEEN_TOOLS = "between_tools"  # thinking={"type": "between_tools"}: without tools it does not think either


class Lifecycle(StrEnum):
    ACTIVE = "active"
    RETIRING = "retiring"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudEntry:
    """One model. `prices` hold for prompts up to `long_over` tokens, `long_prices` for the whole of a longer one.

    `least_cached` is the shortest prefix, in tokens, that the server caches; `text_tokens` how many tokens the same
    text takes compared with Haiku 4.5; `us_only` whether it can be kept to the United States, at 1.1 times the price;
    `retires` the announced day of its end, None where there is none, and `successor` the model to change to.
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
    batches: bool = True
    us_only: bool = False
    retires: date | None = None
    successor: str = ""
    text_tokens: Decimal = Decimal(1)
    note: str = ""
    checked: date = field(default=CHECKED)

    def prices_for(self, prompt_tokens: int) -> Prices:
        """The table that a call with a prompt of that many tokens is charged by."""
        return self.long_prices if self.long_prices and prompt_tokens > self.long_over else self.prices

    def cost(self, usage: Usage, *, batch: bool = False, us_only: bool = False) -> Decimal:
        """What a call with that usage is charged, in US dollars, exact. `us_only` costs more where it can be chosen."""
        return cost(usage, self.prices_for(usage.prompt), batch=batch, us_only=us_only and self.us_only)

    def worst_case(
        self, sent: str, *, max_tokens: int, ttl: str = "", batch: bool = False, us_only: bool = False
    ) -> Decimal:
        """The most that a call which sends that text can be charged, in US dollars: what is reserved before it.

        `ttl` is "" when nothing in it is marked for the prompt cache, else "5m" or "1h".
        """
        size = len(sent.encode())
        tables = [self.prices] + ([self.long_prices] if self.long_prices and size >= self.long_over else [])
        options = {"max_tokens": max_tokens, "ttl": ttl, "batch": batch, "us_only": us_only and self.us_only}
        return max(worst_case(size, prices, **options) for prices in tables)

    def lifecycle(self, today: date) -> Lifecycle:
        """Whether the model can be chosen: not once it is retired, and with a warning within 60 days of its end."""
        if self.retires is None or today < self.retires - RETIRING_NOTICE:
            return Lifecycle.ACTIVE
        return Lifecycle.RETIRED if today >= self.retires else Lifecycle.RETIRING

    def usable(self, today: date) -> bool:
        """Whether the model may be called: it still runs, and it can be held to a form of answer."""
        return self.structured and self.lifecycle(today) is not Lifecycle.RETIRED

    def warning(self, today: date) -> str:
        """One sentence on the model's end with what to do; "" for a model that stays."""
        change = f" Change to {self.successor}." if self.successor else ""
        match self.lifecycle(today):
            case Lifecycle.RETIRED:
                return f"{self.label} was retired on {self.retires:%Y-%m-%d} and cannot be called.{change}"
            case Lifecycle.RETIRING:
                return f"{self.label} will be retired on {self.retires:%Y-%m-%d}; after that calls fail.{change}"
            case _:
                return ""


CLOUD_MODELS: tuple[CloudEntry, ...] = (
    CloudEntry(
        id="claude-haiku-4-5",
        also=("claude-haiku-4-5-20251001",),
        label="Haiku 4.5",
        prices=Prices.of("1", "5"),
        least_cached=4096,
        context=200_000,
        most_output=64_000,
        successor="claude-haiku-5-5",
        note="The vendor calls it legacy. No end is announced; at least 60 days' notice is promised.",
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
        us_only=True,
        text_tokens=_NEW_TOKENS,
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
        us_only=True,
        text_tokens=_NEW_TOKENS,
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
        us_only=True,
        text_tokens=_NEW_TOKENS,
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
        us_only=True,
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
        successor="claude-sonnet-5-5",
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
        effort=True,
        note="The vendor calls it legacy. No end is announced; at least 60 days' notice is promised.",
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
        successor="claude-haiku-4-5",
        source="its list price of 2025, kept for comparison",
    ),
)
_BY_NAME = {name: entry for entry in CLOUD_MODELS for name in (entry.id, *entry.also)}


def cloud_entry(model: str) -> CloudEntry | None:
    """The entry of a model by its id or a dated one; None for a model that is not in the catalogue."""
    return _BY_NAME.get(model.strip().casefold())


def typed_in(model: str, *, input_price: str, output_price: str) -> CloudEntry:
    """An entry for a model that the catalogue does not know, from the two prices that a person typed in (US dollars per
    million tokens). Nothing is assumed of its cache: no prefix is marked. Raises ValueError with a sentence when a
    price is no amount above 0: a call without a price would count against no budget.
    """
    try:
        amounts = [Decimal(price.strip()) for price in (input_price, output_price)]
    except InvalidOperation as error:
        raise ValueError("A price must be a number, such as 0.80.") from error
    if not all(amount.is_finite() and 0 < amount <= MOST_PRICE for amount in amounts):
        raise ValueError("A price must be above 0 and at most 10,000 dollars per million tokens.")
    return CloudEntry(
        id=model,
        label=model,
        prices=Prices.of(*map(str, amounts)),
        least_cached=10**9,
        context=200_000,
        most_output=8_192,
        us_only=True,
        text_tokens=_NEW_TOKENS,
        note="Not in the catalogue: its prices were typed in.",
        source="typed in",
    )
