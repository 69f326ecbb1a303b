"""A CV's text without what must not decide: who somebody is, where they live, their age, family, origin and schools.

What reads as part of a line or sentence becomes a short placeholder, two to four tokens long, so that the line still
parses and a reader sees that something was there. Lines of personal details, and dates and towns at the edge of a line
about studies, tell nothing about work: they go without a trace. Dates, places and employers of jobs stay.
"""

import re
from collections import Counter
from collections.abc import Iterable

from matching.redaction.contacts import mask_contacts
from matching.redaction.employers import mask_employers as hide_employers
from matching.redaction.evidence import loose_tokens, spellings
from matching.redaction.mentions import Spelling, may_mention, mentions, spelling
from matching.redaction.names import Name, find_name
from matching.redaction.parts import Line, assign_parts, lines_of
from matching.redaction.personal import mask_personal
from matching.redaction.places import mask_places
from matching.redaction.plain import clean, plain
from matching.redaction.pronouns import mask_pronouns
from matching.redaction.schools import mask_schools
from matching.schemas import Redaction

MOST_ROUNDS = 6
REACH = 3  # No rule on a line looks further than this, save those that run anew over all lines.
_OURS = re.compile(r"\[(?:name|email|phone|link|address)\]")
_REPEATED = re.compile(r"(\[(?:email|phone|link|address|school|year|personal)\])(?:[ ,|/·•-]{0,4}\1)+")
_BULLET = re.compile(r"\s*(?:[•·●▪◦‣*-]\s+)?")
_EDGES = " \t,;|/·•–—-"
_EMPTY = re.compile(r" ?\( {0,2}[,;–-]? {0,2}\)")
_GAPS = re.compile(r" {0,3}([,;|·•/–—-])(?: {0,3}[,;|·•/–—-])+ ")


def redact(
    text: str, *, file_name: str = "", mask_employers: bool = False, known: Iterable[tuple[str, str]] = ()
) -> Redaction:
    """Take identifying and protected details out of a CV's text, without a model and always in the same way.

    Put in their place: [name], [email], [phone], [link], [address], [school], [year], [age], [personal], [employer N].
    Whole lines of personal details (birth, family, nationality, religion, military service, gender, photograph) go.
    `file_name` is the name of the uploaded file, which often spells the person's. Employers stay unless
    `mask_employers`. `known` are (contact as written, "email" or "phone") pairs that go wherever they stand.
    Doing it twice changes nothing: the rounds go on until one finds nothing more.
    """
    removed: Counter[str] = Counter()
    tokens: dict[str, None] = {}
    name, lines = "", lines_of(clean(text))
    fresh, known = _is_fresh(lines), list(known)
    removed.update(_mask_elsewhere(lines, known, kind="phone"))
    for number in range(MOST_ROUNDS):
        before = [(line.text, line.part) for line in lines]
        found, seen, counts = _round(lines, fresh=fresh, file_name=file_name, mask_employers=mask_employers)
        if number == 0:  # by then addresses have told what they spell of the name
            counts.update(_mask_elsewhere(lines, known, kind="email"))
        name = name or found
        tokens.update(dict.fromkeys(seen))
        removed.update(counts)
        for line, (old, _) in zip(lines, before, strict=True):
            if line.text != old:
                line.become(_tidy(line.text, old))
        lines, is_done = _settled(lines, before)
        if is_done:
            break
        fresh = _is_fresh(lines)
    text = "\n".join(line.text for line in lines)
    return Redaction(text=text, name=name, removed={kind: n for kind, n in removed.items() if n}, tokens=tuple(tokens))


def _is_fresh(lines: list[Line]) -> bool:
    return not any("[" in line.text and _OURS.search(line.text) for line in lines)


def _mask_elsewhere(lines: list[Line], known: Iterable[tuple[str, str]], *, kind: str) -> Counter[str]:
    """Known contacts of one kind outside the head, such as a bare number in a footer that by itself could be anything.

    The head is left as it is: there the rules see more around them.
    """
    removed: Counter[str] = Counter()
    for folded in [plain(written) for written, what in known if what == kind]:
        for line in lines:
            if folded and not line.in_head and folded in line.plain:
                spans = re.finditer(rf"(?<!\w){re.escape(folded)}(?!\w)", line.plain)
                removed[kind] += line.put([(*span.span(), f"[{kind}]") for span in spans])
    return removed


def _settled(lines: list[Line], before: list[tuple[str, str]]) -> tuple[list[Line], bool]:
    """The lines that are left, and whether nothing changed; those far enough from any change are marked as settled."""
    pairs = [(line, old, part) for line, (old, part) in zip(lines, before, strict=True) if not line.gone]
    kept = [line for line, *_ in pairs]
    assign_parts(kept)
    changed = {index for index, (line, old, part) in enumerate(pairs) if line.text != old or line.part != part}
    gone = [sum(not line.gone for line in lines[:index]) for index, line in enumerate(lines) if line.gone]
    changed.update(place for index in gone for place in (index - 1, index))
    for line in kept:
        line.settled = True
    for index in changed:
        for line in kept[max(0, index - REACH) : index + REACH + 1]:
            line.settled = False
    return kept, not changed and not gone


def _round(
    lines: list[Line], *, fresh: bool, file_name: str, mask_employers: bool
) -> tuple[str, tuple[str, ...], Counter[str]]:
    """Mask what one look over the lines finds; returns the name, its tokens and the counts by kind."""
    contacts = mask_contacts(lines)
    removed = contacts.removed
    spelt = spellings(contacts.locals, contacts.slugs)
    name = find_name(lines, spelt=spelt, file_name=file_name, fresh=fresh)
    known = _known(lines, name, contacts.locals)
    removed["name"] += _mask_name(lines, known)
    removed += mask_personal(lines)
    removed["address"] += mask_places(lines)
    removed += mask_schools(lines)
    removed["pronoun"] += mask_pronouns(lines)
    if mask_employers:
        removed["employer"] += hide_employers(lines)
    return name.text, known.tokens, removed


def _known(lines: list[Line], name: Name, locals_: list[str]) -> Spelling:
    head = {word for line in lines if line.in_head for word in re.findall(r"[^\W\d_]{3,}", line.plain)}
    loose = frozenset() if name.text else frozenset(loose_tokens(locals_, head))
    return spelling(name.words, loose=loose) if name.words or loose else Spelling()


def _mask_name(lines: list[Line], known: Spelling) -> int:
    if not (known.beside or known.whole):
        return 0
    return sum(line.put(mentions(line.text, line.plain, known)) for line in lines if may_mention(line, known))


def _tidy(text: str, old: str) -> str:
    """A changed line without doubled placeholders, empty brackets and marks that now part nothing; its bullet stays."""
    bullet = _BULLET.match(old)[0]
    text = text[len(bullet) :] if text.startswith(bullet) else text
    text = _REPEATED.sub(r"\1", text)
    text = _EMPTY.sub("", text)
    text = _GAPS.sub(lambda match: f"{match[1]} ", text).strip(_EDGES)
    return bullet + text if text else ""
