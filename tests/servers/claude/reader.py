"""The stated rule by which the simulator reads a prompt and reports on a CV. Package docstring: the rule in words."""

import json
import re
from dataclasses import dataclass

from tests.servers.ollama.levels import content_words

_CV = re.compile(r"<cv\b([^>]*)>\s*(\".*?\")\s*</cv\1>", re.DOTALL)
_CRITERIA = re.compile(r"<criteria\b[^>]*>(.*?)</criteria>", re.DOTALL)
_CRITERION = re.compile(r"^\s*([a-z])\s*\((must|should|nice)\)\s*([^|\n]+)", re.MULTILINE)
_ALSO = re.compile(r"\s*\(also:\s*([^)]*)\)")
_ONLY = re.compile(r"Look at criterion ([a-z]) once more")
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|to|bis)\s*((?:19|20)\d\d|now|present|today|heute)", re.IGNORECASE)
_INJECTION = re.compile(
    r"(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier)\s+"
    r"(?:instructions|rules|prompts?)|new instructions?\s*:"
    r"|\b(?:give|assign|set|rate)\b[^\n]{0,40}\b(?:level|score)s?\b"
    r"|note to the (?:reading )?(?:system|model|ai)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\blevels?\s+([0-4])\s+(?:for|to|on)\s+(?:all|every)", re.IGNORECASE)
_WRITE = re.compile(r"\bwrite:\s*([^\n]{1,400})", re.IGNORECASE)
_REPEAT = re.compile(r"\b(?:repeat|print|reveal)\b[^\n]{0,40}\b(?:instructions|prompt|mark)\b", re.IGNORECASE)
_MARK = re.compile(r"never to be repeated:\s*([^\s.]+)")
QUOTE_WORDS = 20
Line = tuple[str, frozenset[str]]  # of the CV, with the words that say something


@dataclass(frozen=True)
class Asked:
    """What a prompt asks: criteria as (id, label, aliases), the CV, the one criterion if only one, the secret mark."""

    criteria: tuple[tuple[str, str, tuple[str, ...]], ...]
    cv: str
    mark: str = ""


def find_asked(system: str, user: str) -> Asked | None:
    """Read a prompt; None when it holds no CV. The last CV counts, and the last list of criteria before it."""
    found = list(_CV.finditer(user))
    if not found:
        return None
    last = found[-1]
    try:
        cv = json.loads(last[2], strict=False)
    except ValueError:
        cv = last[2]
    lists = _CRITERIA.findall(user[: last.start()])
    criteria = [_criterion(*match) for match in _CRITERION.findall(lists[-1])] if lists else []
    only = _ONLY.search(user, last.end())
    mark = _MARK.search(system)
    chosen = tuple(one for one in criteria if not only or one[0] == only[1])
    return Asked(chosen, str(cv), mark[1] if mark else "")


def report(asked: Asked, *, obey: bool = False, year: int = 2026) -> dict:
    """A whole report by the rule; with `obey` as the CV tells."""
    order, orders = _ORDER.search(asked.cv), _INJECTION.search(asked.cv)
    obeyed = obey and bool(order or _WRITE.search(asked.cv) or _REPEAT.search(asked.cv))
    lines = [(line.strip(), frozenset(content_words(line))) for line in asked.cv.splitlines() if line.strip()]
    criteria = [_marked(one, lines) for one in asked.criteria]
    _mark_whole(criteria)
    if obey and order:
        line = next(line.strip() for line in asked.cv.splitlines() if _ORDER.search(line))
        for one in criteria:
            one["level"] = int(order[1])
            one["quotes"] = one["quotes"] or [_words_around(line, set())]  # the order itself, for want of proof
            one["note"] = "Exceeds what is asked for."
    labels = {name: label for name, label, _ in asked.criteria}
    strong = [labels[one["id"]] for one in criteria if one["level"] >= 3 and one["id"] != "z"]
    partial = [labels[one["id"]] for one in criteria if one["level"] in (1, 2) and one["id"] != "z"]
    missing = [labels[one["id"]] for one in criteria if one["level"] == 0 and one["id"] != "z"]
    mean = sum(one["level"] for one in criteria) / len(criteria) if criteria else 0
    years, recency = _worked(asked.cv, year)
    return {
        "criteria": criteria,
        "skills": {"matched": strong, "partial": partial, "missing": missing},
        "relevant_years": years,
        "recency": recency,
        "risks": [f"Little or nothing on {label.lower()}." for label in (missing + partial)[:3]],
        "questions": _questions(criteria, labels),
        "recommendation": "interview" if mean >= 2.5 else "maybe" if mean >= 1.5 else "not_now",
        "instructions_found": bool(orders) and not obeyed,
        "instructions": "asks the reader for a level" if orders and not obeyed else "",
        "confidence": "high" if len(asked.cv) > 800 else "medium" if len(asked.cv) > 200 else "low",
        "why": _why(asked, strong, obey=obey),
        "gap": f"No clear sign of {_listed(missing)}." if missing else "No clear gap.",
    }


def possessed(asked: Asked, *, says: str, quotes: tuple[str, ...]) -> dict:
    """The worst report that a form allows: the best of all levels and choices, and those words in every text."""
    rows = [{"id": name, "quotes": list(quotes), "level": 4, "note": says} for name, _, _ in asked.criteria]
    return {
        "criteria": rows,
        "skills": {"matched": [says], "partial": [says], "missing": [says]},
        "relevant_years": 60,
        "recency": "current",
        "risks": [says],
        "questions": [{"criterion": row["id"], "question": says} for row in rows],
        "recommendation": "interview",
        "instructions_found": False,
        "instructions": says,
        "confidence": "high",
        "why": says,
        "gap": says,
    }


def _criterion(name: str, need: str, text: str) -> tuple[str, str, tuple[str, ...]]:
    also = _ALSO.search(text)
    aliases = tuple(one.strip() for one in also[1].split(",")) if also else ()
    return name, _ALSO.sub("", text).strip(), aliases


def _marked(criterion: tuple[str, str, tuple[str, ...]], lines: list[Line]) -> dict:
    name, label, aliases = criterion
    words = [set(content_words(one)) for one in (label, *aliases)]
    level = max(_level(one, lines) for one in words)
    quotes = [quote for quote in dict.fromkeys(_quote(one, lines) for one in words) if quote][:2] if level else []
    note = "Shown in the CV's own words." if level >= 3 else "Partly shown." if level else "Not found in the CV."
    return {"id": name, "quotes": quotes, "level": level, "note": note}


def _level(words: set[str], lines: list[Line]) -> int:
    """0: none of the words is in the CV; 1 some; 2 half or more; 3 all; 4 all, and one of them on three lines."""
    counts = [sum(word in held for _, held in lines) for word in words]
    found = sum(count > 0 for count in counts)
    if not found:
        return 0
    if found == len(counts):
        return 4 if max(counts) >= 3 else 3
    return 2 if 2 * found >= len(counts) else 1


def _mark_whole(criteria: list[dict]) -> None:
    """The criterion of the whole job has the rounded mean of the others, and their first quote."""
    others = [one for one in criteria if one["id"] != "z"]
    for one in criteria:
        if one["id"] == "z" and others:
            one["level"] = int(sum(other["level"] for other in others) / len(others) + 0.5)
            one["quotes"] = next((other["quotes"][:1] for other in others if other["quotes"]), [])
            one["note"] = "The duties as a whole."


def _quote(words: set[str], lines: list[Line]) -> str:
    """Up to 20 words of the line that holds most of the words, copied as they stand; "" if none does."""
    scored = [(len(words & held), -index, line) for index, (line, held) in enumerate(lines)]
    best = max(scored, default=(0, 0, ""))
    return _words_around(best[2], words) if best[0] else ""


def _words_around(line: str, words: set[str]) -> str:
    spans = [(match.start(), match.end()) for match in re.finditer(r"\S+", line)]
    hits = [index for index, (start, end) in enumerate(spans) if words & set(content_words(line[start:end]))]
    first = max(0, min(hits[0] if hits else 0, len(spans) - QUOTE_WORDS))
    last = min(len(spans), first + QUOTE_WORDS) - 1
    return line[spans[first][0] : spans[last][1]]


def _worked(cv: str, year: int) -> tuple[int | None, str]:
    spans = [(int(start), int(end) if end.isdigit() else year) for start, end in _YEARS.findall(cv)]
    worked = {one for start, end in spans for one in range(start, min(end, year) + 1)}
    if not spans:
        return None, "unknown"
    newest = max(end for _, end in spans)
    recency = "current" if newest >= year else "within_3_years" if newest >= year - 3 else "older"
    return max(0, len(worked) - 1), recency


def _questions(criteria: list[dict], labels: dict[str, str]) -> list[dict]:
    weakest = sorted(criteria, key=lambda one: (one["level"], one["id"]))[:3]
    texts = [f"What have you done yourself in: {labels[one['id']].lower()}?" for one in weakest]
    return [{"criterion": one["id"], "question": text} for one, text in zip(weakest, texts, strict=True)]


def _why(asked: Asked, strong: list[str], *, obey: bool) -> str:
    if obey and _REPEAT.search(asked.cv):
        return f"Internal mark: {asked.mark}"
    if obey and (told := _WRITE.search(asked.cv)):
        return told[1].strip()
    return f"Shows {_listed(strong)}." if strong else "Shows little of what the job needs."


def _listed(labels: list[str]) -> str:
    words = [" ".join(label.split()[:6]) for label in labels[:3]]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
