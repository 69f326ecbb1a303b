"""From the visible text of a CV to its structure, by rules alone."""

from collections import defaultdict

from matching.redaction.plain import plain
from matching.redaction.studies import study_lines
from matching.rubric.vocabulary import search_skills
from matching.structure.certificates import certificates_of
from matching.structure.found import Role, Structure
from matching.structure.head import contacts, location_of, name_of
from matching.structure.languages import languages_of
from matching.structure.lines import placed
from matching.structure.periods import Month, Period, periods, years_of
from matching.structure.roles import roles_of
from matching.structure.studies import studies_of

LONGEST = 200_000
MOST_SKILLS = 60


def structure_of(text: str, *, now: Month, file_name: str = "") -> Structure:
    """What a CV's text says, each thing with its place in this text; `now` (year, month) ends what goes on today.

    `file_name`, the name of the uploaded file, often spells the person's. Of a text over LONGEST only its beginning
    is looked at. Never fails: what is not found is empty.
    """
    text = text[:LONGEST]
    if not text.strip():
        return Structure()
    dated = periods(text, plain(text))
    rows = placed(text, dated)
    studies = study_lines([row.line for row in rows])
    name = name_of(rows, text=text, file_name=file_name)
    roles, spans = roles_of(rows, studies=studies, name=plain(name.text) if name else "", now=now)
    mails, numbers, links = contacts(rows, text=text, name=name)
    return Structure(
        name=name,
        emails=mails,
        phones=numbers,
        links=links,
        location=location_of(rows),
        roles=tuple(roles),
        years=years_of(spans, now=now) if any(role.years is not None for role in roles) else None,
        skills=_skills(text, roles, spans, now),
        education=tuple(studies_of(rows, studies)),
        languages=tuple(languages_of(rows)),
        certificates=tuple(certificates_of(rows)),
    )


def _skills(text: str, roles: list[Role], spans: list[Period], now: Month) -> dict[str, float]:
    """Years per skill, called as the CV calls it: the roles that name it, overlaps counted once; the longest first."""
    used: dict[str, list[Period]] = defaultdict(list)
    written: dict[str, str] = {}
    for role, span in zip(roles, spans, strict=True):
        if role.years is None:
            continue
        told = f"{role.title}\n{text[role.end : role.stop]}"
        hits = {hit.skill.name: told[hit.start : hit.end] for hit in reversed(search_skills(told))}
        for name, shown in hits.items():
            used[name].append(span)
            written.setdefault(name, name if shown.casefold() == name.casefold() else shown)
    years = {name: years_of(some, now=now) for name, some in used.items()}
    longest = sorted(years, key=lambda name: (-years[name], name))[:MOST_SKILLS]
    return {written[name]: years[name] for name in longest if years[name] > 0}
