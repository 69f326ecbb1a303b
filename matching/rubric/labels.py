"""A clause of a job text made into a short label that means something alone."""

import re

from matching.rubric.kinds import YEARS
from matching.rubric.text import fold
from matching.rubric.vocabulary import find_skills
from matching.rubric.words import strip_need

LABEL_LENGTH = 70
_ADJECTIVES = (
    r"(?:(?:a|an|the|your|some|any|very|highly|strong|stronger|excellent|outstanding|exceptional|good|great|solid|"
    r"proven|demonstrated|demonstrable|demonstrate|deep|extensive|working|sound|thorough|basic|general|"
    r"advanced|expert|in-depth|hands-on|practical|previous|prior|recent|relevant|related|professional|significant|"
    r"substantial|some|direct|commercial|clear|full|broad|proficient|intermediate|minimum|successful|progressive|"
    r"progressively responsible|verifiable|"
    r"fundierte[nrs]?|gute[nrs]?|sehr|umfassende[nrs]?|sichere[nrs]?|erste|einschlagige|mehrjahrige|praktische|"
    r"relevante|tiefgehende|ausgepragte[sn]?|solide|nachweisbare|"
    r"bonnes?|solides?|excellentes?|parfaite|premiere|une|un|la|de|"
    r"amplia|solidos?|buenos?|buen|alto|demostrable|previa|"
    r"aantoonbare|goede|uitstekende|ruime|relevante|gedegen|enige|een)\s+)*"
)
_LEAD = re.compile(
    r"^\W*(?:(?:you|we|candidates?|applicants?|the (?:ideal |successful )?candidate|the role|he/she|they|sie|du|"
    r"vous|je|jij|u)\s+(?:(?:will|must|should|would|need to|need|are|'re|have|'ve|also|can|may|is|"
    r"verfugen uber|verfugst uber|haben|hast|bringen|bringst|beherrschen|sind|bist|avez|etes|justifiez d'|"
    r"maitrisez|disposez d'|possedez|hebt|bent|beschikt over|heeft|kunt)\s+)+(?:be |have |possess |hold |bring |"
    r"able to |a |an )*|"
    r"(?:must|should|will|need to)\s+(?:have|be|possess|hold|demonstrate|know)\s+|(?:have|having|possess(?:es|"
    r"ion of)?|holds?|being|be|with|is)\s+(?=\w+ \w+)|we (?:need|require|want|expect|ask for|are looking for)\s+)"
)
_KNOWING = re.compile(
    rf"^\W*{_ADJECTIVES}(?:"
    r"(?:(?:(?:knowledge|experience|understanding|skills?|background|expertise|proficiency|familiarity|ability|"
    r"command|track record|competenc[ey]|exposure|grasp|mastery|awareness|qualifications?|capability|aptitude|"
    r"history)(?:,? (?:and|or|and/or|&) |/|, ))*"
    r"(?:knowledge|experience|understanding|skills?|background|expertise|proficiency|familiarity|ability|command|"
    r"track record|competenc[ey]|exposure|grasp|mastery|awareness|capability|aptitude|history)\s+"
    r"(?:of|with|in|to|using|working (?:with|in|on|as)|as|on|within|at|across|for|from|building|"
    r"developing)\s+(?:working (?:with|in|as|on) |using |the use of |the )?)|"
    r"(?:proficient|experienced?|familiar|skilled|fluent|competent|knowledgeable|comfortable|adept|versed|trained|"
    r"expert|well[- ]versed|conversant)\s+(?:working )?(?:in|with|at|using|of)\s+(?:the use of |using |"
    r"working with )?|"
    r"(?:able|ability|capable|capacity) (?:to|of) |"
    r"(?:berufs|praxis)?erfahrung(?:en)?\s+(?:in|mit|im|als|bei|auf|aus)\s+(?:der |dem |den |einer |einem )?|"
    r"(?:fach)?kenntnisse\s+(?:in|der|von|im|des|mit|uber)\s+(?:der |dem |den )?|umgang mit\s+(?:den |dem |der )?|"
    r"beherrschung\s+(?:von|der)\s+|verstandnis\s+(?:fur|von|der)\s+|"
    r"experience (?:de |d'|en |dans |du |sur |avec |significative |confirmee |reussie )+(?:la |le |les |l'|des |"
    r"un |une )?|connaissances? (?:de |d'|en |des |du |sur )(?:la |le |les |l')?|maitrise (?:de |d'|du |des |"
    r"parfaite de )(?:la |le |les |l')?|"
    r"experiencia (?:en |con |como |de |previa |demostrable |minima )+(?:el |la |los |las |un |una )?|"
    r"conocimientos? (?:de |en |sobre |solidos de )(?:la |el )?|dominio (?:de |del )|manejo (?:de |del )|"
    r"(?:werk)?ervaring (?:met|in|als|op|binnen)\s+(?:het |de |een )?|kennis (?:van|over)\s+(?:het |de )?|"
    r"beheersing van\s+(?:de |het )?"
    r")"
)
_PLAIN_ADJECTIVES = re.compile(rf"^\W*{_ADJECTIVES}(?=\w)")
_YEARS_HEAD = re.compile(
    rf"(?:\b(?:at least|a minimum of|minimum of|minimum|min\.?|over|more than|with|approximately|mindestens|min|"
    rf"wenigstens|uber|au moins|minimum de|plus de|al menos|minimo(?: de)?|mas de|un minimo de|minimaal|"
    rf"ten ?minste|meer dan)\s+)*{YEARS.pattern}"
    r"(?:'s?|s')?(?:\s+(?:or more|minimum|of|in|with|as|the|a|an|full[- ]time|professional|relevant|related|"
    r"commercial|industry|practical|hands-on|proven|progressive|work|working|prior|previous|experience|erfahrung|"
    r"berufserfahrung|einschlagige|"
    r"d'experience|experience|de|en|dans|minimum|experiencia|ervaring|werkervaring|aan|relevante|met|mit|als|im|"
    r"experienced?|'|or))*(?![\w-])"
)
_CUT = re.compile(
    r"\s*(?:[:;]\s|\s[-–—]\s|\(|,? (?:including|such as|e\.g\.?|like|for example|in order to|so that|that |which |"
    r"who |where |to (?:ensure|support|meet|achieve|help|deliver|provide|drive|enable|improve|make)|through|"
    r"in accordance|in line with|as well as|while|within (?:a|an|the)|from|across|when|"
    r"wie (?:z|zum)|sowie|inklusive|um |damit|tels? que|telles? que|afin|notamment|ainsi que|como |tales como|"
    r"asi como|para |zoals|zodat|om ))"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def bare(text: str) -> str:
    """The clause without its polite start, its years and the words that only say how much it is needed."""
    text = strip_need(_BRACKET_NEED.sub("", text)).strip(" .,;:!•*-–—")
    for _ in range(2):
        text = _drop(_LEAD, text)
        text = _without_years(text)
        text = _drop(_KNOWING, text)
    return _drop(_PLAIN_ADJECTIVES, text).strip(" .,;:!•*-–—'")


_BRACKET_NEED = re.compile(
    r"\s*[(\[](?:required|preferred|essential|desirable|must|nice to have|a plus|optional|mandatory|m/w/d|obligatoire|imprescindible|deseable|vereist)[)\]]",
    re.I,
)


def _drop(pattern: re.Pattern, text: str) -> str:
    found = pattern.match(fold(text))
    rest = text[found.end() :] if found else text
    return rest if re.search(r"[^\W\d_]{1,}", rest) else text


def _without_years(text: str) -> str:
    found = _YEARS_HEAD.search(fold(text))
    if not found:
        return text
    rest = f"{text[: found.start()].rstrip(' ,(-')} {text[found.end() :].lstrip(' ,)-')}".strip()
    return rest if re.search(r"[^\W\d_]{2,}", rest) else text


def label_of(text: str, *, years: int | None = None, title: str = "") -> str:
    """A label of at most LABEL_LENGTH characters; `years` is put at its end, `title` stands in where only years were said."""
    words = bare(text)
    tail = f", {years}+ year{'s' if years > 1 else ''}" if years else ""
    if years and (not _content(words) or YEARS.search(fold(words))):
        words = f"Experience as {title}" if title else "Relevant professional experience"
    return _capital(shorten(words, length=LABEL_LENGTH - len(tail))) + tail


_EMPTY = frozenset(
    ["experience", "relevant", "professional", "work", "working", "related", "industry", "field", "similar", "role", "position", "equivalent", "in", "a", "an", "of", "the", "or", "and", "with", "as", "practical", "minimum", "proven", "job", "years", "year", "comparable", "same", "environment", "setting", "erfahrung", "berufserfahrung", "einschlagige", "ahnlichen", "position", "bereich", "experiencia", "similar", "puesto", "ervaring", "werkervaring", "functie", "soortgelijke", "vergelijkbare", "poste", "similaire", "dans", "un"]
)


def _content(text: str) -> bool:
    return any(word not in _EMPTY for word in re.findall(r"[^\W\d_]{2,}", fold(text)))


def _capital(text: str) -> str:
    word = text.split(" ", 1)[0]
    return (
        text if any(char.isupper() for char in word) or word.endswith((".js", "dbt")) else text[:1].upper() + text[1:]
    )


def shorten(text: str, *, length: int = LABEL_LENGTH) -> str:
    """The text cut at a place where it still reads well; known skills that fall off are put back while there is room."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text.strip(" ,;:-–—.")
    short = _BRACKETS.sub("", text)
    if len(short) > length:
        found = next((cut for cut in _CUT.finditer(short) if 12 <= cut.start() <= length), None)
        short = short[: found.start()] if found else short
    if len(short) > length:
        at = max(
            short.rfind(", ", 20, length),
            short.rfind(" and ", 24, length),
            short.rfind(" und ", 24, length),
            short.rfind(" et ", 24, length),
            short.rfind(" y ", 24, length),
            short.rfind(" en ", 24, length),
        )
        short = short[:at] if at > 0 else short[: length + 1].rsplit(" ", 1)[0]
    short = re.sub(
        r"(?:\s(?:and|or|of|with|in|the|to|for|a|an|by|on|at|und|oder|mit|der|die|das|et|ou|de|des|la|le|en|y|o|con|van|met|het|&|as|our|your|from|are|is))+$",
        "",
        short.strip(" ,;:-–—.(/"),
    )
    return _with_lost_skills(short.strip(" ,;:-–—.(/"), text, length)


def _with_lost_skills(short: str, text: str, length: int) -> str:
    kept = {hit.skill.name for hit in find_skills(short)}
    lost = []
    for hit in find_skills(text):
        word = text[hit.start : hit.end]
        if hit.skill.name not in kept and len(short) + 2 + sum(len(item) + 2 for item in lost) + len(word) <= length:
            lost.append(word)
            kept.add(hit.skill.name)
    return f"{short}: {', '.join(lost)}" if lost and ":" not in short else ", ".join([short, *lost])
