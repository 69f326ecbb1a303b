"""The egress receipt: what left this server, written with the reservation, before it leaves."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from matching.clients.claude_values import CloudPrompt
from matching.models import EgressReceipt, Match, ModelCall


@dataclass(frozen=True, slots=True)
class StoredPrompt:
    """A prompt as its receipt holds it: what goes into a batch is what the receipt says."""

    system: list[Mapping]
    messages: list[Mapping]
    schema: Mapping
    max_tokens: int


def payload_of(prompt: CloudPrompt, *, model: str) -> str:
    """Everything that leaves for one candidate, as JSON with sorted keys."""
    content = {
        "model": model,
        "max_tokens": prompt.max_tokens,
        "system": list(prompt.system),
        "messages": list(prompt.messages),
        "schema": dict(prompt.schema),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def prompt_of(receipt: EgressReceipt) -> StoredPrompt:
    """The prompt in a receipt whose text was not erased."""
    content = json.loads(receipt.payload)
    return StoredPrompt(content["system"], content["messages"], content["schema"], content["max_tokens"])


def receipt_for(
    call: ModelCall, match: Match, *, payload: str, address: str, purpose: str, at_once: bool = True
) -> EgressReceipt:
    """The receipt of a call that is about to be made; not saved. One that waits for its batch has not left."""
    return EgressReceipt(
        call=call,
        candidate=match.candidate_id,
        match=match,
        job_id=match.job_id,
        payload=payload,
        sha256=hashlib.sha256(payload.encode()).hexdigest(),
        size=len(payload.encode()),
        model=call.model,
        address=address,
        purpose=purpose,
        sent_at=timezone.now() if at_once else None,
    )


def erase_texts(receipts: QuerySet) -> int:
    """Erase what was sent, and answers not yet stored, of these receipts; that it was sent, stays known."""
    rows = EgressReceipt.objects.filter(pk__in=list(receipts.filter(text_erased_at=None).values_list("pk", flat=True)))
    ModelCall.objects.filter(receipt__in=rows.values("pk")).update(answer="")
    return rows.update(payload="", text_erased_at=timezone.now())
