"""E-mail addresses, links, profile names and telephone numbers."""

import re
from collections import Counter
from dataclasses import dataclass, field

from matching.redaction.parts import Line
from matching.redaction.phones import phones
from matching.redaction.plain import Span
from matching.redaction.words import words

_EMAIL = re.compile(
    r"(?:mailto:)?(?<![\w.+%'-])([\w.+%'-]+) ?@ ?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?![\w-])"
    r"|[\w-]+ ?\. ?(?:com|org|net|de|fr|es|nl|co\.uk|uk|eu|at|ch|be|it)\b)"
)
_AT = re.compile(
    r"(?<![\w.+%-])([\w.+%-]+)(?: ?[\[({] ?at ?[\])}] ?| at (?=[\w-]+ dot ))"
    r"([\w-]+(?:(?: ?[\[({] ?dot ?[\])}] ?| dot |\.)[\w-]+)+)"
)
_LINK = re.compile(r"(?:https?|ftp) ?: ?/ ?/? ?[^\s|<>\"]+|www\d?\.[^\s|<>\"]+")
_SAFE_ENDS = (
    "com|org|net|edu|gov|mil|int|io|dev|app|info|biz|eu|uk|de|fr|nl|ch|es|pt|se|dk|fi|pl|cz|sk|hu|ro|bg|gr|tr|ua|ru|"
    "us|ca|mx|br|ar|cl|jp|kr|cn|hk|tw|sg|au|nz|za|ng|ke|il|ie|lu|cat|xyz|tech|site|online|blog|page|design|studio|art|"
    "store|shop|cloud|agency|space|website|works|systems|codes|engineer|solutions|digital|media|ai|tv|gg|ly|name|pro|cv|рф"
)
_UNSURE_ENDS = "me|it|at|be|in|is|so|to|co|cc|am|as|no|my|do|pm|la|md|sh|rs|py|id|ps|im|fm|li"
_DOMAIN = re.compile(
    rf"(?<![\w@.+-])(?:[\w-]+\.)+(?:(?P<safe>{_SAFE_ENDS})|(?:{_UNSURE_ENDS}))(?![\w-])(?!\.\w)(?P<path>/[^\s|<>\"]*)?"
)
# Techniques and products whose names look like a domain.
_TECHNIQUES = words(
    """
    socket.io draw.io asp.net ado.net vb.net ml.net paint.net lucene.net spring.io bpmn.io fly.io jwt.io keras.io
    fast.ai h2o.ai material.io json.net mod.io ion.io itch.io readme.io cron.io diagrams.net pkg.dev go.dev c.ai crew.ai
    node.io express.io xamarin.net quartz.net dot.net microsoft.net entity.net web.dev
    """
)
_HANDLE = re.compile(
    r"(?:linkedin|git ?hub|gitlab|bitbucket|xing|twitter|skype(?: id)?|telegram|instagram|facebook|whatsapp|wechat|"
    r"weixin|微信|qq|line id|stack ?overflow|medium|behance|dribbble|kaggle|orcid|discord|youtube|tiktok|"
    r"mastodon|signal|"
    r"leetcode|hackerrank|researchgate|google scholar)(?: ?(?:id|profile|username|handle))? ?[:@] ?@?"
    r"(?P<slug>[^\s|,;\[\]]*[\w/])"
)
_AT_HANDLE = re.compile(r"(?<![\w@/.])@[\w.]{3,}")
_SLASH_HANDLE = re.compile(r"(?<![\w./])(?:/(?:in|pub|u|users?)/[\w-]{3,}/?|in/[\w-]{6,}/?)")
_LINK_SIGN = re.compile(r"[:/@]|\.\w|www|\d-\d{4}-")
_ORCID = re.compile(r"(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dx](?!\w)")
LONGEST = 160
_SLUG = re.compile(r"(?:/(?:in|pub|u|users?)?/?@?)([\w.-]{3,})/?$")


@dataclass
class Contacts:
    """What was found: `locals` of e-mail addresses and `slugs` of links, which may spell the name, and
    counts by kind."""

    locals: list[str] = field(default_factory=list)
    slugs: list[str] = field(default_factory=list)
    removed: Counter = field(default_factory=Counter)


def mask_contacts(lines: list[Line]) -> Contacts:
    """Put [email], [link] and [phone] in place of contact data, and tell what they spelt."""
    found = Contacts()
    for line in lines:
        if line.settled:
            continue
        if "@" in line.plain or "at" in line.plain:
            spans = emails(line.plain)
            found.locals += [line.plain[start:end].partition("@")[0].partition(" ")[0] for start, end, _ in spans]
            found.removed["email"] += line.put(spans)
        if _LINK_SIGN.search(line.plain):
            _mask_links(line, found)
        if line.has_digit:
            found.removed["phone"] += line.put(phones(line.plain, in_head=line.in_head))
        if not line.in_head and len(line.plain) < LONGEST and ("[email]" in line.plain or "[phone]" in line.plain):
            line.part = "personal"
    _mask_bare_slugs(lines, found)
    return found


def _mask_bare_slugs(lines: list[Line], found: Contacts) -> None:
    """A profile name without its site, as beside an icon: only on lines of the head that hold contact data."""
    slugs = {slug for slug in found.slugs if len(slug) > 3}
    for line in lines if slugs else ():
        if line.in_head and ("[email]" in line.plain or "[link]" in line.plain):
            bare = re.finditer(r"(?<![\w\[.-])[\w.-]{4,}(?![\w\]])", line.plain)
            found.removed["link"] += line.put([(*word.span(), "[link]") for word in bare if word[0] in slugs])


def _mask_links(line: Line, found: Contacts) -> None:
    spans = links(line.text, line.plain, in_head=line.in_head)
    for start, end, _ in spans:
        shown = line.plain[start:end]
        slug = _SLUG.search(shown)
        host = shown.partition("//")[2] or shown
        parts = host.removeprefix("www.").partition("/")[0].split(".")
        found.slugs += [slug[1]] if slug and "." in host.partition("/")[0] else parts[-2:-1]
    found.removed["link"] += line.put(spans)
    if line.in_head or _is_handle_line(line.plain):
        spans = [(match.start("slug"), match.end(), "[link]") for match in _HANDLE.finditer(line.plain)]
        spans = [span for span in spans if "[" not in line.plain[span[0] : span[1]]]
        found.slugs += [line.plain[start:end] for start, end, _ in spans]
        spans += [(*match.span(), "[link]") for match in _AT_HANDLE.finditer(line.plain)]
        spans += [(*match.span(), "[link]") for match in _SLASH_HANDLE.finditer(line.plain)]
        found.removed["link"] += line.put(spans)


def _is_handle_line(folded: str) -> bool:
    """A line that is nothing but the name of a site and a profile name."""
    match = _HANDLE.search(folded)
    return bool(match) and match.end() == len(folded.rstrip()) and not folded[: match.start()].strip(" |-*")


def emails(folded: str) -> list[Span]:
    """The e-mail addresses of a folded line as spans, also those spelt with (at) and (dot)."""
    spans = [(*match.span(), "[email]") for match in _EMAIL.finditer(folded)] if "@" in folded else []
    if "at" in folded and ("(" in folded or "[" in folded or "{" in folded or " dot " in folded):
        spans += [(*match.span(), "[email]") for match in _AT.finditer(folded)]
    return spans


def links(text: str, folded: str, *, in_head: bool) -> list[Span]:
    """The links of a line as spans. Outside the head a bare `Name.com` with a capital is taken for a firm and stays."""
    spans = (
        [_trimmed(folded, *match.span()) for match in _LINK.finditer(folded)]
        if ":/" in folded or "www" in folded
        else []
    )
    taken = [(start, end) for start, end, _ in spans]
    for match in _DOMAIN.finditer(folded) if "." in folded else ():
        start, end = match.span()
        if any(left <= start < right for left, right in taken):
            continue
        host = folded[start:end].partition("/")[0]
        if (match["path"] and host not in _TECHNIQUES) or (
            host not in _TECHNIQUES and (in_head or (match["safe"] and not text[start].isupper()))
        ):
            spans.append(_trimmed(folded, start, end))
    if "-" in folded:
        spans += [(*match.span(), "[link]") for match in _ORCID.finditer(folded)]
    return spans


def _trimmed(folded: str, start: int, end: int) -> Span:
    return start, start + len(folded[start:end].rstrip(".,;:!?)'\"")), "[link]"
