"""Clauses turned into drafts of criteria: what kind, which skills, how many years, which label."""

import re
from dataclasses import dataclass, replace

from matching.rubric.clauses import Clause, with_text
from matching.rubric.kinds import Kind, kind_of, years_of
from matching.rubric.labels import LABEL_LENGTH, bare, label_of, shorten
from matching.rubric.sections import Section
from matching.rubric.text import fold
from matching.rubric.tongues import TONGUES, asks_tongue, tongues_in
from matching.rubric.vocabulary import Skill, find_skills
from matching.rubric.words import is_availability, is_noise, is_soft
from matching.schemas import Need

MAX_ALIASES = 24
MAX_PER_SKILL = 8
_TERM = re.compile(r"(?<![\w-])(?:[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*|[A-Z]{2,6}(?:[-/][A-Z0-9]+)*)(?![\w-])")
_NOT_TERMS = frozenset(
    ["EUR", "USD", "GBP", "CHF", "UK", "US", "USA", "EU", "AND", "OR", "PTO", "EOE", "IT", "HR", "CV", "FTE", "PM", "AM", "TV", "II", "III", "MUST", "NOT", "THE", "NHS", "DE", "ES", "FR", "NL", "ID", "OK", "GA", "CA", "NY", "TX", "FL", "ASAP", "EEO", "EEOC", "LLC", "GED", "MBA", "PHD", "BSC", "MSC", "PLUS", "WITH", "IN", "OF", "TO", "BS", "BA", "MS", "MA"]
)
_EQUIVALENT = re.compile(r"\bequivalent (?:combination|experience)|combination of education", re.I)
_BEFORE_YEARS = re.compile(
    r"(?:,| and| with| plus| und| mit| et| avec| y| con| en| met|\s-)+\s+(?=(?:at least |a minimum of |minimum |mindestens |au moins |al menos |minimaal )?(?:\d{1,2}|two|three|five|zwei|drei|dos|tres|deux|trois|twee|drie)\s?\+?(?:\s?(?:-|to)\s?\d{1,2})?\s?\+?\s?(?:years?|yrs?|jahre|ans|años|jaar)\b)",
    re.I,
)
_LIST = re.compile(r"\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\ben\b(?=\s+[A-Z])|&)\s*(?!or\b|oder\b|ou\b|o\b|of\b)")
_DEGREE_WORDS = {
    "phd": ("PhD", "doctorate", "doctoral degree", "Promotion"),
    "master": ("Master", "MSc", "MA", "MBA", "M.Sc.", "Diplom", "postgraduate"),
    "bachelor": (
        "Bachelor",
        "BSc",
        "BA",
        "B.Sc.",
        "B.A.",
        "BS",
        "B.Tech",
        "degree",
        "graduate",
        "Licence",
        "Grado",
        "licenciatura",
        "HBO",
    ),
    "school": ("diploma", "high school", "GED", "secondary school"),
    "vocational": (
        "apprenticeship",
        "Ausbildung",
        "BTS",
        "DUT",
        "CAP",
        "formación profesional",
        "ciclo formativo",
        "MBO",
        "NVQ",
        "vocational training",
    ),
}
_DEGREE_CUES = (
    ("phd", r"\bph\.? ?d|doctora\w+|promotion\b"),
    (
        "master",
        r"\bmaster|\bm\.?sc|\bmba\b|\bm\.s\b|bac ?\+ ?5|wo\b|postgraduate|universitat\w*|studium|hochschul\w*|ingenieur",
    ),
    (
        "bachelor",
        r"\bbachelor|\bb\.?sc|\bb\.a\b|\bb\.s\b|\bdegree|graduate|universit\w+|studium|hochschul\w*|bac ?\+ ?[345]|licence|licenciatura|grado|hbo|college",
    ),
    ("school", r"\bhigh school|\bged\b|\bdiploma\b|abitur|secondary"),
    (
        "vocational",
        r"apprentice|ausbildung|\bbts\b|\bdut\b|\bcap\b|\bbep\b|formacion profesional|\bfp\b|ciclo|mbo\b|bac pro|vocational|opleiding",
    ),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A criterion in the making. `fixed` means that the text itself set the need; `order` is its place in the text."""

    label: str
    kind: Kind
    need: Need
    section: Section
    order: int
    fixed: bool = False
    skills: tuple[Skill, ...] = ()
    spelled: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    years: int | None = None
    weak: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """What a CV may say for this criterion: as the job spells it first, then known synonyms; at most MAX_ALIASES."""
        room = max(3, min(MAX_PER_SKILL, MAX_ALIASES // max(1, len(self.skills))))
        words = [*self.spelled, *self.extra]
        for skill in self.skills:
            words += skill.spellings[:room]
        unique: dict[str, str] = {}
        for word in words:
            unique.setdefault(fold(word), word)
        return tuple(unique.values())[:MAX_ALIASES]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(skill.name for skill in self.skills)

    @property
    def families(self) -> frozenset[str]:
        return frozenset(skill.family for skill in self.skills)


def drafts_of(clauses: list[Clause], *, title: str) -> list[Draft]:
    """One draft for each thing that the clauses ask; character, shifts and the like come out marked weak."""
    made = []
    for clause in clauses:
        for part in _parts(clause):
            draft = _draft(part, order=len(made), title=title)
            if draft:
                made.append(draft)
    return made


def _draft(clause: Clause, *, order: int, title: str) -> Draft | None:
    text = clause.text
    if _EQUIVALENT.match(text) or len(text) < 2:
        return None
    duty = clause.section is Section.DUTIES
    kind = kind_of(text, duty=duty)
    hits = find_skills(text)
    years = None if duty else years_of(text)
    plain_skill = kind in (Kind.SKILL, Kind.DUTY, Kind.LEADING)
    soft = is_soft(text) and plain_skill
    weak = plain_skill and not hits and not years and (soft or is_availability(text))
    if weak and (len(text) > 160 or is_noise(text)):
        return None
    skills = tuple({hit.skill.name: hit.skill for hit in hits}.values())
    spelled = tuple(dict.fromkeys(text[hit.start : hit.end] for hit in hits))
    label = (
        _tongue_label(text)
        if kind is Kind.TONGUE
        else label_of(text, years=years if plain_skill else None, title=title)
    )
    if soft and hits and not years and not duty:
        label = shorten(", ".join(spelled))
        label = label[:1].upper() + label[1:]
    if not re.search(r"[^\W\d_]{2,}|\b[CR]\b", label):
        return None
    return Draft(
        label=label,
        kind=kind,
        need=_need(clause),
        section=clause.section,
        order=order,
        fixed=clause.need is not None or clause.section in (Section.NEED, Section.NICE),
        skills=skills,
        spelled=spelled,
        extra=_extra(text, kind, title=title if years and not skills else ""),
        years=years,
        weak=weak,
    )


def _need(clause: Clause) -> Need:
    if clause.section is Section.NICE or clause.need is Need.NICE:
        return Need.NICE
    if clause.section is Section.NEED:
        return Need.MUST
    if clause.section is Section.DUTIES:
        return Need.SHOULD
    return clause.need or Need.SHOULD


def _tongue_label(text: str) -> str:
    names = tongues_in(text)
    if len(bare(text)) <= 40 and len(names) == 1:
        return label_of(text) if len(bare(text)) > len(names[0]) + 3 else f"{names[0]} language"
    joint = " or " if re.search(r"\b(?:or|oder|ou|o|of)\b", fold(text)) else ", "
    return shorten(joint.join(names) + (" language" if len(names) == 1 else " languages"))


def _extra(text: str, kind: Kind, *, title: str) -> tuple[str, ...]:
    words: list[str] = []
    folded = fold(text)
    if kind is Kind.TONGUE:
        words += [name for tongue in tongues_in(text) for name in TONGUES[tongue]]
    if kind is Kind.DEGREE:
        words += [word for cue, pattern in _DEGREE_CUES if re.search(pattern, folded) for word in _DEGREE_WORDS[cue]]
    if title:
        words += [spelling for hit in find_skills(title) for spelling in hit.skill.spellings[:MAX_PER_SKILL]] or [title]
    words += [found.group() for found in _TERM.finditer(text) if found.group().upper() not in _NOT_TERMS]
    return tuple(words)


def _parts(clause: Clause) -> list[Clause]:
    """A clause that asks for things of different kinds ("a degree and 5 years of sales, fluent Dutch") as several."""
    text = clause.text
    if clause.section is Section.DUTIES or len(text) < 12:
        return [clause]
    cut = _BEFORE_YEARS.search(text)
    if cut and cut.start() > 6 and kind_of(text[: cut.start()], duty=False) in (Kind.DEGREE, Kind.LICENCE):
        return [with_text(clause, text[: cut.start()]), *_parts(with_text(clause, text[cut.end() :]))]
    pieces = [piece.strip() for piece in _LIST.split(text)]
    if len(pieces) < 2 or any(len(piece) < 2 for piece in pieces) or "(" in text:
        return [clause]
    sorts = [_sort(piece) for piece in pieces]
    if len({sort for sort in sorts if sort}) < 2 or None in sorts:
        return [clause]
    return [with_text(clause, ", ".join(group)) for group in _runs(pieces, sorts)]


def _sort(piece: str) -> str | None:
    if asks_tongue(piece):
        return "tongue"
    kind = kind_of(piece, duty=False)
    if kind in (Kind.DEGREE, Kind.LICENCE):
        return kind.value
    return "skill" if find_skills(piece) or years_of(piece) else None


def _runs(pieces: list[str], sorts: list[str | None]) -> list[list[str]]:
    runs: list[list[str]] = []
    last = None
    for piece, sort in zip(pieces, sorts, strict=True):
        if sort == last and runs:
            runs[-1].append(piece)
        else:
            runs.append([piece])
        last = sort
    return runs


def by_family(draft: Draft) -> list[Draft]:
    """A draft that lists skills of several families as one draft each; itself when it is about one thing."""
    if draft.kind is not Kind.SKILL or draft.years or len(draft.families) < 2:
        return [draft]
    groups: dict[str, list[Skill]] = {}
    for skill in draft.skills:
        groups.setdefault(skill.family, []).append(skill)
    made = []
    for skills in groups.values():
        spelled = tuple(word for word in draft.spelled if any(hit.skill in skills for hit in find_skills(word)))
        label = shorten(", ".join(spelled) or skills[0].name, length=LABEL_LENGTH)
        made.append(
            replace(draft, label=label[:1].upper() + label[1:], skills=tuple(skills), spelled=spelled, extra=())
        )
    return made
