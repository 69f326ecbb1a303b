"""What one command may spend at Claude, without database: reserved before each call, put right after it."""

import threading
from dataclasses import dataclass, field
from decimal import Decimal

from matching.clients.claude import CloudModel
from matching.clients.claude_values import CloudPrompt, CloudReply
from matching.exceptions import JobtrackerError
from matching.permits import CloudPermit
from matching.pipeline.receipts import payload_of

NO_MONEY = "JOB_BUDGET_USD does not reach for it, so it was not sent."


@dataclass
class Till:
    """What one run may spend, over all its threads."""

    limit: Decimal
    spent: Decimal = Decimal(0)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, amount: Decimal) -> bool:
        """Reserve an amount; False when it would pass the limit."""
        with self._lock:
            if self.spent + amount > self.limit:
                return False
            self.spent += amount
            return True

    def give_back(self, amount: Decimal) -> None:
        with self._lock:
            self.spent -= amount


def ask_within(
    till: Till, prompt: CloudPrompt, permit: CloudPermit, *, model: CloudModel, ttl: str = ""
) -> tuple[CloudReply, Decimal]:
    """The reply and what it cost; the till keeps the most that it may cost while that is not known.

    `ttl` is how long a part of it is to be cached ("": nothing is). Raises JobtrackerError "job_budget", and nothing is
    sent, when the till does not reach; CloudError and CloudForbiddenError as the client does.
    """
    payload = payload_of(prompt, model=model.name)
    worst = model.entry.worst_case(payload, max_tokens=prompt.max_tokens, ttl=ttl)
    if not till.take(worst):
        raise JobtrackerError("job_budget", NO_MONEY)
    try:
        reply = model.assess(prompt, permit=permit)
    except JobtrackerError as error:
        if getattr(error, "billed", False) is False:
            till.give_back(worst)
        raise
    paid = model.entry.cost(reply.usage, us_only=reply.us_only)
    till.give_back(worst - paid)
    return reply, paid
