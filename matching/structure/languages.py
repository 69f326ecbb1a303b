"""Languages that somebody speaks, with the level that is written beside them."""

import re
from collections.abc import Sequence

from matching.estimate.rules import LANGUAGE
from matching.redaction.parts import heading_part
from matching.redaction.plain import plain
from matching.redaction.words import words
from matching.structure.found import Language
from matching.structure.lines import Placed

_MORE = {
    "english": "английскии английский англииська angielski engleski anglicky engelska engelsk ingilizce 英语 英語 영어",
    "german": "немецкии niemiecki nemecky tyska tysk almanca 德语 德語 ドイツ語 독일어 deutsche alemao",
    "french": "frances французскии francuski francouzsky franska fransk fransizca 法语 法語 フランス語 프랑스어",
    "spanish": "espanhol испанскии hiszpanski spanelsky spanska spansk ispanyolca 西班牙语",
    "italian": "итальянскии wloski italsky italienska italiensk italyanca 意大利语",
    "dutch": "flemish vlaams flamand hollandsk nederlandska holenderski",
    "portuguese": "португальскии portugalski portugisiska 葡萄牙语",
    "russian": "русскии rosyjski rusky ryska russisk russo ruso 俄语 русскии",
    "polish": "polski польскии polonais polnische polacco",
    "ukrainian": "ukrainian ukrainisch ukrainien ucraniano украинскии українська ukrainski oekraiens",
    "arabic": "арабскии arabski arabo arabisk 阿拉伯语 arapca العربية",
    "chinese": "chinese mandarin cantonese putonghua китаискии chinski 普通话 中文 汉语 中国語 중국어 cinese",
    "japanese": "японскии japonski giapponese 日语 日本語 일본어",
    "korean": "korean koreanisch coreen coreano корейскии 韩语 韓国語 한국어",
    "hindi": "hindi हिन्दी",
    "turkish": "turkish turkce turks турецкии turecki turco",
    "swedish": "swedish schwedisch suedois sueco zweeds svenska szwedzki",
    "danish": "danish danisch danois danes deens dansk",
    "norwegian": "norwegian norwegisch norvegien noruego noors norsk",
    "finnish": "finnish finnisch finnois fines suomi",
    "czech": "czech tschechisch tcheque checo tsjechisch cestina cesky",
    "slovak": "slovak slowakisch slovaque slovencina",
    "hungarian": "hungarian ungarisch hongrois hungaro magyar",
    "romanian": "romanian rumanisch roumain rumano romana roemeens",
    "bulgarian": "bulgarian bulgarisch bulgare български",
    "greek": "greek griechisch grec griego grieks ελληνικα",
    "croatian": "croatian kroatisch croate croata hrvatski",
    "serbian": "serbian serbisch serbe serbio srpski српски",
    "bosnian": "bosnian bosnisch bosanski",
    "slovenian": "slovenian slowenisch slovenscina",
    "albanian": "albanian albanisch albanais shqip",
    "hebrew": "hebrew hebraisch hebreu hebreo עברית",
    "persian": "persian farsi persisch persan dari",
    "urdu": "urdu",
    "bengali": "bengali bangla",
    "punjabi": "punjabi panjabi",
    "tamil": "tamil",
    "telugu": "telugu",
    "marathi": "marathi",
    "gujarati": "gujarati",
    "malayalam": "malayalam",
    "kannada": "kannada",
    "vietnamese": "vietnamese vietnamesisch vietnamien vietnamita",
    "thai": "thai",
    "indonesian": "indonesian indonesisch bahasa",
    "tagalog": "tagalog filipino",
    "swahili": "swahili kiswahili",
    "yoruba": "yoruba",
    "luganda": "luganda",
    "xhosa": "xhosa isixhosa",
    "zulu": "zulu isizulu",
    "afrikaans": "afrikaans",
    "igbo": "igbo",
    "hausa": "hausa",
    "twi": "twi",
    "amharic": "amharic",
    "somali": "somali",
    "kurdish": "kurdish kurdisch kurde",
    "catalan": "catalan katalanisch catala",
    "basque": "basque euskera",
    "galician": "galician gallego galego",
    "latvian": "latvian lettisch",
    "lithuanian": "lithuanian litauisch",
    "estonian": "estonian estnisch",
    "welsh": "welsh cymraeg",
    "irish": "gaelic gaeilge",
    "latin": "latinum",
    "sign language": "bsl asl gebardensprache",
}
_NAME = {plain(word): name for word, name in LANGUAGE.items()} | {
    plain(word): name for name, group in _MORE.items() for word in group.split()
}
_CJK = [word for word in _NAME if "\u3040" <= word[0] <= "\uffff" and not word.isascii()]
_LEVELS = (
    (
        "native",
        r"native|mother ?tongue|first language|muttersprach\w*|langue maternelle|maternel\w*|lengua materna|nativ\w+|"
        r"materna|moedertaal|madrelingua|lingua madre|bilingu\w*|rodn\w*|ojczyst\w*|роднои|носитель|рідна|母语|母語|"
        r"modersmal",
    ),
    (
        "fluent",
        r"fluent\w*|proficien\w*|full professional|near[- ]native|verhandlungssicher\w*|fliessend\w*|fliesend\w*|"
        r"flieend\w*|courant\w*|couramment|fluid\w+|vloeiend|fluente|biegl\w*|свободно|вільно|流利|ビジネス|flytande|"
        r"sehr gut\w*|excellent\w*|uitstekend",
    ),
    (
        "good",
        r"advanced|intermediate|professional working|working knowledge|good|gut|gute|conversational|business|bon|bonne|"
        r"intermediaire|avance|intermedio|avanzado|gevorderd|goed|buono|avanzato|средни\w*|хорош\w*|professional\w*",
    ),
    (
        "basic",
        r"basic\w*|beginner\w*|elementary|grundkenntnisse|grundlagen|anfanger\w*|notions|debutant|scolaire|schulkenntnisse|"
        r"basico|basica|nociones|elemental|basis\w*|matig|scolastico|elementare|базов\w*|начальн\w*|limited working",
    ),
)
_CEFR = re.compile(r"(?<!\w)([abc][12])(?:[+-]|\.[12])?(?!\w)")
_LEVEL = [(level, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for level, pattern in _LEVELS]
_WORD = re.compile(r"[^\W\d_]+")
_HEADING = words(
    "languages language sprachen sprachkenntnisse sprachkompetenzen fremdsprachen langues idiomas lenguas talen "
    "talenkennis lingue linguas jezyki jazyky sprak sprog kielet языки мови γλωσσες 语言 語学 語言 外语 언어 diller"
)
_LABEL = re.compile(
    rf"^\W*(?:[^\W\d_]+ (?:and |& |und )?)?(?:{'|'.join(sorted(_HEADING))})(?: known| spoken)? ?[:\-|\t]"
)
REACH, LONGEST = 34, 240


def languages_of(rows: Sequence[Placed]) -> list[Language]:
    """The languages in the order of the text, each once, with the best level that stands beside it."""
    found: dict[str, Language] = {}
    listed = False
    for row in rows:
        if row.blank:
            continue
        opened = heading_part(row.line.plain)
        if opened:
            listed = not row.line.words.isdisjoint(_HEADING)
        labelled = bool(_LABEL.match(row.line.plain))
        if len(row.line.plain) > LONGEST:
            continue
        for language in _in_line(row, listed=listed or labelled, sole=bool(opened) and not labelled):
            known = found.get(language.name)
            if known is None or (language.level and not known.level):
                found[language.name] = language
    return list(found.values())


def _in_line(row: Placed, *, listed: bool, sole: bool) -> list[Language]:
    folded = row.line.plain
    hits = [(match.start(), match.end(), _NAME[match[0]]) for match in _WORD.finditer(folded) if match[0] in _NAME]
    hits += [(at, at + len(word), _NAME[word]) for word in _CJK if (at := folded.find(word)) >= 0]
    hits.sort()
    some = []
    for number, (start, end, name) in enumerate(hits):
        after = min(hits[number + 1][0] if number + 1 < len(hits) else len(folded), end + REACH)
        before = max(hits[number - 1][1] if number else 0, start - REACH)
        level = _level(folded[end:after]) or _level(folded[before:start] if not number else "")
        if (listed and not sole and len(folded) < 120) or level in ("native", "fluent") or level[:1].isupper():
            some.append(Language(name, row.start + start, row.start + end, level))
    if not listed:
        return [one for one in some if one.level]
    return some


def _level(folded: str) -> str:
    if cefr := _CEFR.search(folded):
        return cefr[1].upper()
    places = [(found.start(), level) for level, pattern in _LEVEL if (found := pattern.search(folded))]
    return min(places)[1] if places else ""
