"""What one question to Claude is made of: the same for calls at once and for batches."""

import uuid
from dataclasses import dataclass, replace

from django.utils import timezone

from matching.cloud_catalogue import CloudEntry
from matching.cloud_faults import cloud_fault
from matching.models import CloudBatch, EgressReceipt, Escalation, Match, ModelCall, ModelServer, RubricVersion
from matching.permits import CloudPermit
from matching.pipeline.cloud import prices_kept
from matching.pipeline.receipts import payload_of, prompt_of
from matching.prompts.assess import ASSESS_VERSION, AssessPrompt, assess_prompt, cv_sent
from matching.redaction import redact
from matching.redaction.leaving import in_words, leaving
from matching.scoring import cache_key


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one match, loaded before the connection is closed. `only` is the one criterion asked about;
    `text` is the redacted CV that it is about."""

    match: Match
    rubric: RubricVersion
    entry: CloudEntry
    only: str
    prompt: AssessPrompt
    text: str

    @property
    def key(self) -> str:
        """The same for the same question about the same text: its answer is kept and not paid for twice. The day has
        no part in it: what it changes is less than what asking again costs."""
        return cache_key(
            digest=self.entry.id,
            prompt_version=ASSESS_VERSION,
            rubric_version=self.rubric.version,
            cv_text=self.text,
            options={"only": self.only, "max_tokens": self.prompt.max_tokens},
        )

    @property
    def payload(self) -> str:
        """All that leaves for it."""
        return payload_of(self.prompt, model=self.entry.id)

    @property
    def prefix(self) -> str:
        """Names what it shares with others in the server's cache."""
        return f"{self.match.job_id.hex}:{self.rubric.version}"


def load(match_id: uuid.UUID) -> Escalation | None:
    """An escalation with all that a question is made of, as it stands in the database now; None when it was erased."""
    rows = Escalation.objects.select_related("match__cv", "match__candidate", "match__job__rubric")
    return rows.filter(pk=match_id).first()


def question(escalation: Escalation, entry: CloudEntry, *, ttl: str = "") -> Question:
    """The question that a loaded escalation waits for. Raises RubricError when its criterion is gone."""
    match = escalation.match
    return _made(match, match.job.rubric, entry, only=escalation.criterion, ttl=ttl)


def question_of(call: ModelCall, entry: CloudEntry) -> Question:
    """The question that a call of the ledger asked, made again to judge its answer: from its receipt, since the CV may
    have been read anew meanwhile.

    Raises Match.DoesNotExist when the CV was erased meanwhile.
    """
    match = Match.objects.select_related("cv", "candidate", "job__rubric").get(pk=call.match_id)
    asked = _made(match, call.rubric or match.job.rubric, entry, only=call.criterion, ttl="")
    receipt = EgressReceipt.objects.filter(call=call, text_erased_at=None).first()
    return _as_sent(asked, receipt) if receipt else asked


def _as_sent(asked: Question, receipt: EgressReceipt) -> Question:
    sent = prompt_of(receipt)
    cv = cv_sent(sent.messages)
    if cv is None:
        return asked
    words = {"system": tuple(sent.system), "messages": tuple(sent.messages), "cv": cv}
    form = {"schema": dict(sent.schema), "max_tokens": sent.max_tokens}
    text = asked.text if cv == asked.prompt.cv else cv
    return replace(asked, prompt=replace(asked.prompt, **words, **form), text=text)


def permit_for(asked: Question) -> CloudPermit:
    """The permit for it, from what the rows say. Raises CloudForbiddenError when it may not leave, and CloudError
    cloud_leak when it holds something that identifies the person."""
    match, job, cv = asked.match, asked.match.job, asked.match.cv
    permit = CloudPermit(
        job_id=job.pk.hex,
        strategy=job.strategy,
        purpose="ask" if asked.only else "assess",
        never_send=match.candidate.never_send,
        held=match.is_held,
        names=redact(cv.text, file_name=cv.original_name).tokens,
    )
    if kinds := leaving(asked.prompt.system, asked.prompt.messages, names=permit.names):
        raise cloud_fault("cloud_leak", model=asked.entry.id, kinds=in_words(kinds))
    return permit


def new_call(
    asked: Question, server: ModelServer, *, token: uuid.UUID, ttl: str = "", batch: CloudBatch | None = None
) -> ModelCall:
    """The ledger's row for a question, with the most that it may cost; not saved."""
    marked = ttl if asked.prompt.cached else ""
    worst = asked.entry.worst_case(
        asked.payload, max_tokens=asked.prompt.max_tokens, ttl=marked, batch=batch is not None
    )
    return ModelCall(
        match=asked.match,
        job_id=asked.match.job_id,
        batch=batch,
        rubric=asked.rubric,
        criterion=asked.only,
        token=token,
        act=ModelCall.Act.LOOK if asked.only else ModelCall.Act.ASSESS,
        server=server,
        model=asked.entry.id,
        prompt_version=ASSESS_VERSION,
        prefix=asked.prefix,
        expected_tokens=asked.prompt.tokens,
        service_tier="batch" if batch is not None else "standard",
        **prices_kept(asked.entry),
        reserved_usd=worst,
        price_source=asked.entry.source[:80],
        price_date=asked.entry.checked,
        started_at=timezone.now(),
    )


def _made(match: Match, rubric: RubricVersion, entry: CloudEntry, *, only: str, ttl: str) -> Question:
    key = match.job.prompt_key
    text, today = match.cv.redacted, timezone.localdate()
    prompt = assess_prompt(rubric.as_rubric(), text, key=key, entry=entry, ttl=ttl, only=only, today=today)
    return Question(match, rubric, entry, only, prompt, text)
