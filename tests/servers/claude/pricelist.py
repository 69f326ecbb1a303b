"""The simulator's own list of models and prices, and its own bill: written apart from the product's, so that one can
be compared with the other to the cent."""

from dataclasses import dataclass
from decimal import Decimal

_MILLION = Decimal(10) ** 6


@dataclass(frozen=True)
class Model:
    """A model. Prices in US dollars per million tokens; `long` are those of prompts over 100,000 tokens; `thinks` when
    nothing is said about thinking; `kinds` are the types of thinking that are not a 400."""

    id: str
    label: str
    price_in: str
    price_out: str
    least_cached: int
    context: int
    most_output: int
    line: str
    alias: str = ""
    long: tuple[str, str] | None = None
    read_share: str = "0.1"
    density: float = 1.0
    thinks: bool = False
    kinds: tuple[str, ...] = ("disabled", "enabled")
    effort: bool = False
    forced_region: bool = True
    lifecycle: str = "active"
    retires_at: str | None = None
    structured: bool = True


_ADAPTIVE = ("adaptive", "between_tools", "disabled")
MODELS = (
    Model("claude-haiku-5-5", "Claude Haiku 5.5", "0.10", "0.50", 512, 1_000_000, 128_000, "haiku",
          long=("0.50", "2.50"), density=1.3, thinks=True, kinds=_ADAPTIVE, effort=True),
    Model("claude-sonnet-5-5", "Claude Sonnet 5.5", "2", "10", 512, 1_000_000, 128_000, "sonnet",
          read_share="0.05", density=1.3, thinks=True, kinds=("adaptive", "between_tools"), effort=True),
    Model("claude-sonnet-5", "Claude Sonnet 5", "2", "10", 1024, 1_000_000, 128_000, "sonnet",
          density=1.3, thinks=True, kinds=_ADAPTIVE, effort=True),
    Model("claude-sonnet-4-6", "Claude Sonnet 4.6", "3", "15", 1024, 1_000_000, 128_000, "sonnet",
          kinds=("adaptive", "disabled", "enabled"), effort=True),
    Model("claude-opus-4-5-20251101", "Claude Opus 4.5", "5", "25", 4096, 200_000, 64_000, "opus",
          alias="claude-opus-4-5", effort=True, forced_region=False),
    Model("claude-haiku-4-5-20251001", "Claude Haiku 4.5", "1", "5", 4096, 200_000, 64_000, "haiku",
          alias="claude-haiku-4-5", forced_region=False),
    Model("claude-sonnet-4-5-20250929", "Claude Sonnet 4.5", "3", "15", 1024, 200_000, 64_000, "sonnet",
          alias="claude-sonnet-4-5", forced_region=False, lifecycle="deprecated", retires_at="2026-11-30T00:00:00Z"),
    Model("claude-3-5-haiku-20241022", "Claude Haiku 3.5", "0.80", "4", 2048, 200_000, 8_192, "haiku",
          alias="claude-3-5-haiku-latest", forced_region=False, lifecycle="retired", structured=False,
          retires_at="2026-02-19T00:00:00Z"),
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """Tokens of one call by class."""

    plain: int
    read: int
    write_5m: int
    write_1h: int
    output: int
    thinking: int = 0

    @property
    def prompt(self) -> int:
        return self.plain + self.read + self.write_5m + self.write_1h

    def usage(self, *, tier: str, region: str) -> dict:
        """The `usage` of a Message."""
        return {
            "input_tokens": self.plain,
            "cache_creation_input_tokens": self.write_5m + self.write_1h,
            "cache_read_input_tokens": self.read,
            "cache_creation": {
                "ephemeral_5m_input_tokens": self.write_5m,
                "ephemeral_1h_input_tokens": self.write_1h,
            },
            "output_tokens": self.output,
            "output_tokens_details": {"thinking_tokens": self.thinking},
            "service_tier": tier,
            "inference_geo": region,
        }


def charge(model: Model, counted: Counted, *, batch: bool, region: str) -> Decimal:
    """What the call costs, in US dollars, exactly."""
    is_long = model.long is not None and counted.prompt > 100_000
    price_in, price_out = map(Decimal, model.long if is_long else (model.price_in, model.price_out))
    parts = [
        counted.plain * price_in,
        counted.write_5m * price_in * Decimal("1.25"),
        counted.write_1h * price_in * Decimal("2"),
        counted.read * price_in * Decimal(model.read_share),
        counted.output * price_out,
    ]
    usd = sum(parts, Decimal(0)) / _MILLION
    if batch:
        usd /= 2
    return usd * Decimal("1.1") if region == "us" and model.forced_region else usd


def info(model: Model, lifecycle: str) -> dict:
    """The model as /v1/models tells it."""

    def can(value: bool) -> dict:
        return {"supported": value}

    levels = {name: can(model.effort) for name in ("low", "medium", "high", "xhigh", "max")}
    kinds = {kind: can(kind in model.kinds) for kind in ("adaptive", "between_tools", "disabled", "enabled")}
    return {
        "id": model.id,
        "type": "model",
        "display_name": model.label,
        "created_at": "2026-10-07T00:00:00Z",
        "lifecycle": lifecycle,
        "deprecated_at": None if lifecycle == "active" else "2026-08-01T00:00:00Z",
        "retires_at": model.retires_at,
        "line": model.line,
        "max_input_tokens": model.context,
        "max_tokens": model.most_output,
        "capabilities": {
            "batch": can(True),
            "citations": can(True),
            "code_execution": can(False),
            "context_management": can(False),
            "effort": can(model.effort) | levels,
            "image_input": can(True),
            "pdf_input": can(True),
            "server_tools": can(False),
            "structured_outputs": can(model.structured),
            "thinking": can(True) | {"types": kinds},
        },
    }
