"""Certificates and licences: the lines below such a heading, and names that are known to be certificates."""

import re
from collections.abc import Sequence

from matching.redaction.parts import heading_part
from matching.structure.found import Found
from matching.structure.lines import BULLET, Placed, pieces
from matching.structure.pieces import may_be_name

_HEADING = re.compile(
    r"(?<!\w)(?:certif\w+|licen[cs]es?|licensure|zertifi\w+|accreditations?|certificac\w+|certificaz\w+|certyfik\w+|"
    r"сертифик\w+|证书|資格|자격증|registrations?|scheine)(?!\w)"
)
_KNOWN = re.compile(
    r"(?<!\w)(?:(?:aws|microsoft|azure|google|oracle|cisco|red ?hat|salesforce|sap|vmware|comptia|scrum|istqb|togaf|"
    r"kubernetes|databricks|snowflake|hubspot|linux|adobe)[^,;|\n()]{0,40}?(?:certif\w+|zertifi\w+)[^,;|\n()]{0,50}|"
    r"certif(?:ied|ied in|ication)[^,;|\n()]{3,60}|"
    r"prince2(?: (?:foundation|practitioner))?|pmp|cissp|cisa|cism|ccna|ccnp|ceh|oscp|ckad?|cfa(?: level [i123]+)?|"
    r"acca|cima|itil(?: v?[34])?(?: foundation)?|lean six sigma(?: \w+ belt)?|six sigma(?: \w+ belt)?|psm ?i{1,3}|pspo|"
    r"csm|ada-schein|adr-schein|staplerschein|caces(?: \d)?|vca(?:-vol)?|first aid at work|haccp certificate)(?!\w)"
)
_PARTS = ("skills", "other", "summary", "top", "personal")
LONGEST, MOST = 140, 20


def certificates_of(rows: Sequence[Placed]) -> list[Found]:
    """The certificates in the order of the text, each once, without their dates."""
    found: dict[str, Found] = {}
    inside = False
    for row in rows:
        if row.blank or len(row.line.plain) > LONGEST:
            continue
        if heading_part(row.line.plain):
            inside = bool(_HEADING.search(row.line.plain))
            continue
        inside = inside and not _is_prose(row)
        for start, end in _whole(row) if inside else _named(row):
            text = " ".join(row.line.text[start - row.start : end - row.start].split())
            found.setdefault(text.casefold(), Found(text, start, end))
    longer = [key for key in found if len(key.split()) > 1]
    return [one for key, one in found.items() if not any(key != other and key in other for other in longer)][:MOST]


def _whole(row: Placed) -> list[tuple[int, int]]:
    """The line without bullet and dates: up to three pieces, as in "AWS Solutions Architect, Amazon"."""
    dates = [(each.start, each.stop) for each in row.periods]
    some = [piece for piece in pieces(row, without=dates) if any(char.isalpha() for char in piece.text)]
    if not some or not (may_be_name(some[0]) or _KNOWN.search(row.line.plain)):
        return []
    last = 0
    while last + 1 < min(3, len(some)) and not any(
        some[last].end <= start < some[last + 1].start for start, _ in dates
    ):
        last += 1
    end = some[last].end
    shown = row.line.text[some[0].start - row.start : end - row.start]
    closed = shown.count("(") > shown.count(")") and row.line.text[end - row.start :][:1] == ")"
    return [(some[0].start, end + closed)]


def _is_prose(row: Placed) -> bool:
    """A sentence or the middle of one: the list of certificates is over."""
    text = row.line.text.strip(" -*•·")
    return text[:1].islower() or text[-1:] == "."


def _named(row: Placed) -> list[tuple[int, int]]:
    if row.line.part not in _PARTS and not BULLET.match(row.line.plain):
        return []
    return [
        (row.start + match.start(), row.start + match.end() - len(match[0]) + len(match[0].rstrip()))
        for match in _KNOWN.finditer(row.line.plain)
        if row.line.text[match.start()].isupper()
    ]
