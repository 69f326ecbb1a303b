"""The prompt with which Claude assesses one CV. All before the CV is byte-identical for every CV of a job, so that the
vendor's prompt cache can hold it; the CV comes last, alone, as a JSON string that cannot close its tags. Behind it
stands the date, up to which years of work are counted: above the CV it would end the cached part every midnight.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from matching.cloud_catalogue import CloudEntry
from matching.exceptions import RubricError
from matching.prompts.assess_schema import ONE_SCHEMA, REPORT_SCHEMA
from matching.prompts.assess_words import SYSTEM
from matching.prompts.cleaning import clean, clean_line
from matching.prompts.contacts import without_contacts
from matching.prompts.screen import CANARY, asked
from matching.prompts.tokens import count_tokens
from matching.prompts.trimming import first_part, trim
from matching.schemas import Criterion, Rubric

ASSESS_VERSION = "assess-2"
MOST_CV_TOKENS = 3000
MOST_JOB_TOKENS = 700
# What the server adds around the schema of the answer and the messages: of 249 tokens that were seen for a question of
# 25 and a schema of about 50.
FORMAT_TOKENS = 175
# Our count is an estimate: a prefix that may be too short to be cached is not marked.
CACHE_MARGIN = 1.15
# A report is about 1,000 tokens with nine criteria; an answer that is cut off is paid for and cannot be used.
REPORT_TOKENS, ONE_TOKENS = 3000, 700

Ttl = Literal["", "5m", "1h"]


@dataclass(frozen=True, slots=True)
class AssessPrompt:
    """What one call sends, without model and headers.

    `tokens` is our own estimate, in the model's tokens, of all that is charged as input, `prefix_tokens` of the part
    that is the same for all CVs of the job and that `prefix_hash` (sha256, hexadecimal) names; `left_out` says what of
    the CV did not fit; `cv` is the text of the CV as it is sent, before it is written as a JSON string.
    """

    system: tuple[dict, ...]
    messages: tuple[dict, ...]
    schema: dict
    max_tokens: int
    tokens: int
    prefix_tokens: int
    left_out: tuple[str, ...]
    prefix_hash: str
    cv: str

    @property
    def cached(self) -> bool:
        """Whether the prefix is marked for the prompt cache."""
        return any("cache_control" in block for message in self.messages for block in message["content"])

    @property
    def payload(self) -> str:
        """Everything that leaves for this call, as it is sent: JSON of system, messages and schema, keys sorted."""
        content = {"system": self.system, "messages": self.messages, "schema": self.schema}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @property
    def readable(self) -> str:
        """The same words as people read them, for the receipt's page: the CV with its own line breaks."""
        head, tail = (block["text"] for block in self.messages[0]["content"])
        return "\n".join((*(block["text"] for block in self.system), head + tail.replace(_encoded(self.cv), self.cv)))


def assess_prompt(
    rubric: Rubric, cv_text: str, *, key: str, entry: CloudEntry, ttl: Ttl, today: date, only: str = ""
) -> AssessPrompt:
    """The prompt for one CV (already redacted) and one model, asked `today`.

    `key` is random per job and closes the CV's tag. `ttl` is how long the prefix is to be kept ("" for a call that no
    other will follow): it is marked only where the model caches a prefix of that length. `only` asks for one criterion
    by its id. Raises RubricError "wrong_criterion" when the rubric has no such criterion.
    """
    if only and only not in {criterion.id for criterion in asked(rubric)}:
        raise RubricError("wrong_criterion", "The criterion is not one of this job's criteria: reload the page.")
    prefix, prefix_count = _prefix(rubric, key)
    cv, left_out = trim(clean(cv_text, words=(key, CANARY)), budget=MOST_CV_TOKENS)
    tail = f"<cv key={key}>\n{_encoded(cv)}\n</cv key={key}>\n{_closing(rubric, only, today)}"
    schema = _schema(only)
    prefix_tokens = round(prefix_count * entry.text_tokens)
    head = {"type": "text", "text": prefix}
    if ttl and prefix_tokens >= entry.least_cached * CACHE_MARGIN:
        head["cache_control"] = {"type": "ephemeral", "ttl": ttl}
    return AssessPrompt(
        system=({"type": "text", "text": SYSTEM},),
        messages=({"role": "user", "content": [head, {"type": "text", "text": tail}]},),
        schema=schema,
        max_tokens=min(entry.most_output, round((ONE_TOKENS if only else REPORT_TOKENS) * entry.text_tokens)),
        tokens=prefix_tokens + round((count_tokens(tail) + _format_tokens(only)) * entry.text_tokens),
        prefix_tokens=prefix_tokens,
        left_out=left_out,
        prefix_hash=hashlib.sha256("\n".join((json.dumps(schema), SYSTEM, prefix)).encode()).hexdigest(),
        cv=cv,
    )


def cv_sent(messages: Sequence[Mapping]) -> str | None:
    """The text of the CV in the messages of a prompt that was sent; None when it does not stand where it does here."""
    try:
        return json.loads(messages[0]["content"][-1]["text"].split("\n", 2)[1])
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _encoded(cv: str) -> str:
    return json.dumps(cv, ensure_ascii=False)


def _schema(only: str) -> dict:
    return ONE_SCHEMA if only else REPORT_SCHEMA


@lru_cache(maxsize=64)
def _format_tokens(only: str) -> int:
    return FORMAT_TOKENS + count_tokens(json.dumps(_schema(only)))


def _closing(rubric: Rubric, only: str, today: date) -> str:
    ended = f"The CV has ended. Today is {today.isoformat()}."
    if only:
        return f"{ended} Look at criterion {only} once more, by itself, and give the JSON for it alone."
    ids = ", ".join(criterion.id for criterion in asked(rubric))
    return f"{ended} Give the JSON for criteria {ids}."


@lru_cache(maxsize=64)
def _prefix(rubric: Rubric, key: str) -> tuple[str, int]:
    """The first block of the user's message, and the tokens of all up to its end."""
    words = (key, CANARY)
    lines = [_criterion_lines(criterion, words) for criterion in asked(rubric)]
    job = clean(without_contacts(f"{rubric.title}\n{rubric.duties}"), words=words)
    job = first_part(job, budget=MOST_JOB_TOKENS)
    text = "\n".join(("<criteria>", *lines, "</criteria>", "<job>", job, "</job>", ""))
    return text, count_tokens(SYSTEM) + count_tokens(text)


def _criterion_lines(criterion: Criterion, words: tuple[str, ...]) -> str:
    def line(text: str, most: int = 120) -> str:
        return clean_line(without_contacts(text), words=words, most=most)

    low = line(criterion.low) or "no sign"
    mid = line(criterion.mid) or "some, in one role or project"
    high = line(criterion.high) or "much, over several years"
    also = ", ".join(filter(None, (line(alias, 40) for alias in criterion.aliases[:8])))
    label = f"{criterion.id} ({criterion.need}) {line(criterion.label)}" + (f" (also: {also})" if also else "")
    return f"{label}\n  0: {low} | 2: {mid} | 4: {high}"
