"""What calls of Claude cost: exact sums in Decimal from token counts and a table of prices."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from operator import attrgetter

MILLION = Decimal(1_000_000)
BATCH = Decimal("0.5")  # Message Batches halve every price
US_ONLY = Decimal("1.1")  # inference_geo "us", for models from 4.6 on
MICRO = Decimal("0.000001")
# Beside the text: the instructions that the server adds for a JSON schema (249 tokens were seen for a small one) and
# the marks around messages.
ADDED_TOKENS = 1000


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call as the server counted them, all 0 or more. `input` counts what was neither written to nor
    read from the prompt cache; `output` includes thinking."""

    input: int = 0
    output: int = 0
    write_5m: int = 0
    write_1h: int = 0
    read: int = 0

    @property
    def prompt(self) -> int:
        """All tokens of the prompt, however they were charged."""
        return self.input + self.write_5m + self.write_1h + self.read


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars per million tokens, by class."""

    input: Decimal
    output: Decimal
    write_5m: Decimal
    write_1h: Decimal
    read: Decimal

    @classmethod
    def of(cls, input_price: str, output_price: str, *, read_share: str = "0.1") -> "Prices":
        """The usual table of a model from two prices: writes cost 1.25 (5 minutes) and 2 (1 hour) times the input."""
        base = Decimal(input_price)
        return cls(
            input=base,
            output=Decimal(output_price),
            write_5m=base * Decimal("1.25"),
            write_1h=base * 2,
            read=base * Decimal(read_share),
        )

    def dearest_input(self, ttl: str) -> Decimal:
        """The most that one token of a prompt can cost: more than usual where a prefix is written to the cache."""
        return max(self.input, {"": self.input, "5m": self.write_5m, "1h": self.write_1h}[ttl])


def cost(usage: Usage, prices: Prices, *, batch: bool = False, us_only: bool = False) -> Decimal:
    """What a call with that usage is charged, in US dollars, exact and not rounded."""
    pairs = (
        (usage.input, prices.input),
        (usage.output, prices.output),
        (usage.write_5m, prices.write_5m),
        (usage.write_1h, prices.write_1h),
        (usage.read, prices.read),
    )
    total = sum((tokens * price for tokens, price in pairs), start=Decimal(0)) / MILLION
    return total * (BATCH if batch else 1) * (US_ONLY if us_only else 1)


def worst_case(
    text_bytes: int, prices: Prices, *, max_tokens: int, ttl: str = "", batch: bool = False, us_only: bool = False
) -> Decimal:
    """The most that a call can be charged, in US dollars, rounded up to a millionth: what is reserved before it.

    `text_bytes` is the size of everything sent, in UTF-8. A token is at least one byte, so that many tokens (and those
    that the server adds) is the most that can be counted, whatever the model's tokeniser; all of them at the dearest
    price that a prompt marked with `ttl` can have, and `max_tokens` of answer.
    """
    usage = Usage(input=text_bytes + ADDED_TOKENS, output=max_tokens)
    dearest = Prices(prices.dearest_input(ttl), prices.output, Decimal(0), Decimal(0), Decimal(0))
    return cost(usage, dearest, batch=batch, us_only=us_only).quantize(MICRO, rounding=ROUND_UP)


def total(usages: Iterable[Usage]) -> Usage:
    """The sum of several usages, class by class."""
    rows = list(usages)
    names = ("input", "output", "write_5m", "write_1h", "read")
    return Usage(**{name: sum(map(attrgetter(name), rows)) for name in names})
