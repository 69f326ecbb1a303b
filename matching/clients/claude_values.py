"""What Claude's client takes and gives: plain values without a type of the vendor's library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from matching.costs import Usage
from matching.permits import CloudPermit

MOST_BATCH_REQUESTS = 100_000
MOST_BATCH_BYTES = 256 * 1024 * 1024


class CloudPrompt(Protocol):
    """What a call sends: `system` blocks and `messages` as the wire has them (with cache_control set where it pays),
    the JSON schema of the answer ({} for plain text), and the most tokens that the answer may have."""

    system: Sequence[Mapping]
    messages: Sequence[Mapping]
    schema: Mapping
    max_tokens: int


@dataclass(frozen=True, slots=True)
class CloudReply:
    """A message as Claude sent it, whatever its `stop_reason`: book `usage`, then `claude_replies.judge` it.

    `text` joins the text blocks; thinking is left out. `refusal` is the category of a refusal, "" when none was told.
    `service_tier` is "standard", "priority" or "batch": which price applies; `region` is where it was computed.
    `request_id` names the call at the vendor; `seconds` is the wall time of the call, 0 in a batch.
    """

    text: str
    stop_reason: str
    usage: Usage
    model: str
    refusal: str = ""
    thinking_tokens: int = 0
    service_tier: str = "standard"
    region: str = ""
    request_id: str = ""
    message_id: str = ""
    seconds: float = 0.0

    @property
    def batch(self) -> bool:
        """Whether the half price of batches applies."""
        return self.service_tier == "batch"

    @property
    def us_only(self) -> bool:
        """Whether the surcharge for computing in the US alone applies."""
        return self.region == "us"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model as the vendor lists it. `lifecycle` is active, deprecated or retired; `retires_at` an ISO time or "";
    token limits are 0 when not told; `thinking` names the kinds that it accepts."""

    id: str
    label: str = ""
    lifecycle: str = ""
    retires_at: str = ""
    max_input: int = 0
    max_output: int = 0
    structured_outputs: bool = False
    batch: bool = False
    effort: bool = False
    thinking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """One match of a batch. `custom_id` (1 to 64 of letters, digits, _ and -) is how its result is found again."""

    custom_id: str
    prompt: CloudPrompt
    permit: CloudPermit


@dataclass(frozen=True, slots=True)
class BatchStatus:
    """How a batch is. `state` is in_progress, canceling or ended; times are ISO, "" when they have not come.

    Until the whole batch has ended, only `processing` is above 0, whatever is done already. `total` is all requests.
    """

    id: str
    state: str
    created_at: str = ""
    expires_at: str = ""
    ended_at: str = ""
    archived_at: str = ""
    processing: int = 0
    succeeded: int = 0
    errored: int = 0
    canceled: int = 0
    expired: int = 0

    @property
    def ended(self) -> bool:
        """Whether results can be read."""
        return self.state == "ended"

    @property
    def total(self) -> int:
        return self.processing + self.succeeded + self.errored + self.canceled + self.expired


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of one request of a batch, in any order.

    `kind` is succeeded (with a `reply`, which may be a refusal or cut off), errored, canceled, expired or unknown.
    `code` is a code of matching.cloud_faults, "" when it succeeded with a message that can be read.
    """

    custom_id: str
    kind: str
    reply: CloudReply | None = None
    code: str = ""
