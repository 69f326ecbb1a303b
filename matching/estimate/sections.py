"""The parts of a CV: which text is experience, projects, education, a list of skills, or something else."""

import re
from dataclasses import dataclass

from matching.estimate.words import fold

# What a term found in such a part is worth. A bare list of skills proves less than work that was done.
CREDIT = {
    "experience": 1.0,
    "project": 1.0,
    "certificate": 1.0,
    "body": 1.0,
    "summary": 0.8,
    "education": 0.8,
    "skills": 0.6,
    "other": 0.3,
}

_HEADINGS = {
    "experience": """experience|work experience|professional experience|employment|employment history|work history|
        career history|relevant experience|employment experience|professional background|career|experiences|
        work and experience|military experience|teaching experience|clinical experience|volunteer experience|
        berufserfahrung|beruflicher werdegang|berufspraxis|praxiserfahrung|werdegang|arbeitserfahrung|praktika|
        experience professionnelle|experiences professionnelles|parcours professionnel|emplois|
        experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|experiencia professional|
        werkervaring|ervaring|loopbaan|experiencia profissional|esperienza|esperienze lavorative|esperienza lavorativa|
        опыт работы|опыт|工作经历|工作经验|实习经历|職歴|職務経歴""",
    "project": """projects|personal projects|selected projects|key projects|project experience|academic projects|
        publications|portfolio|projekte|projets|proyectos|projecten|progetti|проекты|项目经历|项目经验""",
    "education": """education|education and training|academic background|educational background|qualifications|
        academic qualifications|education & training|training|studies|degrees|ausbildung|bildung|bildungsweg|studium|
        schulbildung|formation|formations|etudes|diplomes|educacion|formacion|formacion academica|estudios|opleiding|
        opleidingen|istruzione|formacao|образование|教育经历|教育背景|学歴""",
    "skills": """skills|technical skills|key skills|core skills|highlights|skill highlights|core qualifications|
        core competencies|areas of expertise|competencies|technologies|skills & expertise|professional skills|
        skills and technologies|skills and abilities|tools|technical proficiencies|expertise|languages|
        kenntnisse|fahigkeiten|kompetenzen|it-kenntnisse|edv-kenntnisse|sprachkenntnisse|sprachen|
        competences|competences techniques|langues|habilidades|competencias|conocimientos|idiomas|vaardigheden|
        competenties|talen|competenze|навыки|ключевые навыки|技能|专业技能|スキル|資格""",
    "summary": """summary|professional summary|profile|objective|career objective|about me|about|executive summary|
        career overview|overview|executive profile|personal statement|career summary|professional profile|
        summary of qualifications|career focus|personal profile|profil|zusammenfassung|kurzprofil|uber mich|a propos|
        resumen|perfil|perfil profesional|sobre mi|profiel|samenvatting|over mij|profilo|о себе|个人简介|自我评价""",
    "certificate": """certifications|certificates|licenses|licenses and certifications|certification|
        licences|professional certifications|certifications and licenses|zertifikate|zertifizierungen|
        certificaciones|certificaten|accomplishments|achievements|awards|honors|honours|auszeichnungen|сертификаты""",
    "other": """references|interests|hobbies|hobbies and interests|personal information|personal details|
        additional information|volunteering|affiliations|professional affiliations|activities|memberships|interessen|
        referenzen|centres d'interet|loisirs|intereses|referencias|interesses|referenties|hobby's|personal data|
        personliche daten|datos personales|persoonlijke gegevens|личные данные""",
}
_KIND = {
    " ".join(heading.split()): kind
    for kind, group in _HEADINGS.items()
    for heading in group.split("|")
    if heading.strip()
}
_INLINE = re.compile(
    r"(?:(?<=[.!?;:|•])\s+|\s{2,})("
    + "|".join(
        sorted(
            {
                re.escape(form)
                for heading in _KIND
                for form in (heading.title(), heading.upper(), heading.capitalize())
                if heading.isascii() and len(heading) > 5
            },
            key=lambda heading: (-len(heading), heading),
        )
    )
    + r")(?=\s*[:\n]|\s{2,}|\s+[A-Z0-9•])"
)
_LINE_NOISE = " \t:|-–—_•*#=.·►▪●"
_WIDE = 300
_HEADING_SPACES = 4
# A list of skills or interests that goes on for more words has lost the next heading (columns read in the wrong order).
_LONGEST = {"skills": 160, "other": 80}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a CV: its `kind` (a key of CREDIT) and its raw `text`."""

    kind: str
    text: str


def split(text: str) -> list[Section]:
    """The parts of a CV's text in order. Without any heading all of it is one "body"; empty text gives no part."""
    parts: list[tuple[str, list[str]]] = [("summary", [])]
    size = 0
    for line in _lines(text):
        found = heading_kind(line)
        if found:
            parts.append((found, []))
            size = 0
            continue
        size += line.count(" ") + 1
        if size > _LONGEST.get(parts[-1][0], size):
            parts.append(("body", []))
        parts[-1][1].append(line)
    kinds = {kind for kind, _ in parts}
    unsure = () if kinds & {"experience", "project"} else ("summary", "other")
    return [Section("body" if kind in unsure else kind, "\n".join(lines)) for kind, lines in parts if lines]


def _lines(text: str) -> list[str]:
    """Lines, with headings that sit inside a long line (a lost line break) put on lines of their own."""
    lines: list[str] = []
    for line in text.splitlines():
        if len(line) > _WIDE:
            lines += _INLINE.sub(r"\n\1\n", line).split("\n")
        elif line.strip():
            lines.append(line)
    return lines


def heading_kind(line: str) -> str:
    """The kind of part that a heading line opens, or "" when the line is no heading."""
    if len(line) > 60:
        return ""
    bare = line.strip(_LINE_NOISE)
    if not 1 < len(bare) <= 40 or bare.count(" ") > _HEADING_SPACES:
        return ""
    return _KIND.get(" ".join(fold(bare).split()), "")
