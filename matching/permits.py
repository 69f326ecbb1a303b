"""The permit without which the second reader's client sends nothing about a candidate."""

from dataclasses import dataclass, field

from matching.exceptions import CloudForbiddenError

SENDING_STRATEGIES = frozenset({"hybrid", "cloud"})
PURPOSES = frozenset({"assess", "ask", "warm", "count", "draft", "live_test"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudPermit:
    """That this one payload may leave the machine: made per match from what the rows say, never stored.

    `strategy` is the job's; `never_send` is a person's mark on the candidate; `held` says that a flagged document still
    waits for a person's look. `names` are the folded name tokens of the candidate's `Redaction`: the client looks for
    them in all that it is about to send. Raises CloudForbiddenError instead of coming into being for a job in local
    mode, an unknown strategy or purpose, a candidate marked "never send" and a document that is held.
    """

    job_id: str
    strategy: str
    purpose: str
    never_send: bool = False
    held: bool = False
    names: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.strategy == "local":
            raise CloudForbiddenError("local", "This job is in local mode: nothing of it may leave this machine.")
        if self.never_send:
            raise CloudForbiddenError("never_send", "This candidate is marked as never to be sent to the cloud.")
        if self.held:
            raise CloudForbiddenError("held", "This document waits for a person's look before it may be sent.")
        if self.strategy not in SENDING_STRATEGIES or self.purpose not in PURPOSES or not self.job_id:
            raise CloudForbiddenError("no_permit", "Nothing says that this may be sent, so it was not.")
