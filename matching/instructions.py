"""Sentences that speak to a machine that judges CVs, in several languages.

One sign alone is no proof: a security engineer may have a project called "Ignore previous instructions". So two kinds
of signs must stand close together: an order to drop the rules, an address to a machine, a verdict on the candidate.
"""

import re
import unicodedata
from itertools import pairwise

from matching import machine_words

WINDOW = 240
_CONTROL_TOKENS = re.compile(
    r"<\|(?:im_start|im_end|system|endoftext)\|>|\[/?INST\]|<<SYS>>|(?m:^|[ \t])\#{2,4} ?(?:Instruction"
    r"|Response|System) ?:"
    # The very answer that a model is asked for: no person writes it on a CV.
    r"|\{\s*\"[a-z]\"\s*:\s*[0-4]\s*,\s*\"[a-z]\"\s*:\s*[0-4]"
)

# Pairs of (how it begins, how it ends); up to four words may stand between the two, one in an address.
_ORDERS = (
    ("(?<!who )ignore|(?<!who )disregard|(?<!who )forget", "(?:instructions|prompts?)\\b|the above\\b"),
    (
        "set aside|neglect|(?:do not|don't) follow",
        "(?:prior|previous|former|your) (?:guidance|instructions|commands|rules)|rubric",
    ),
    (
        "ignore|disregard|forget|override|bypass",
        "(?:previous|prior|above|earlier|preceding|your|these|all(?: of)? (?:the|your|previous|prior"
        "|other)) (?:\\w+ )?"
        "(?:rules|guidelines|criteria|context|directives?|orders|instructions)\\b"
        "|(?:rules|guidelines|criteria|context) (?:above|before|given to you|you)\\b",
    ),
    (
        "ignore|disregard|forget",
        "(?:everything|anything|all|what)\\W+(?:\\w+\\W+){0,3}?(?:told|said|above|before|so far)\\b",
    ),
    ("ignoriere?n?|missachte|vergiss|vergessen", "anweisung|anleitung|vorgabe|regel|instruktion|kriterien"),
    ("ignore[zr]|oublie[zr]?", "instructions?|consignes?|règles?|directives?|critères?"),
    ("ignore", "consignes?|règles?|critères?|les instructions"),
    ("ignor[aeo]|olvid[ae]|descart[ae]", "instrucciones|indicaciones|reglas|criterios"),
    ("ignor[aei]|esqueç[ao]|dimentica", "instruções|regras|critérios|istruzioni|regole|criteri"),
    ("negeer|vergeet", "instructies?|opdrachten|regels|aanwijzingen|criteria"),
    ("zignoruj|pomiń|zapomnij", "instrukcj|polece|zasad|kryteri|wytyczn"),
    ("(?:про)?игнорируй(?:те)?|забудь(?:те)?", "инструкци|указани|правил|критери"),
    ("(?:про)?ігноруй(?:те)?|забудь(?:те)?", "інструкці|вказів|правил|критері"),
    ("ignorera|bortse|glöm", "instruktion|anvisning|regler|direktiv|kriterie"),
    ("ignorer|glem", "instruks|instruktion|anvisning|regler|retningslinje|kriterie"),
    ("ohita|unohda|älä välitä", "ohje|ohjei|säännö|kriteer"),
    ("ignoruj(?:te)?|zapomeň(?:te)?|zabudni(?:te)?", "pokyn|instrukc|pravid|kritéri|inštrukci"),
    ("ignoră|ignorați|ignora|uită", "instrucțiun|instrucţiun|regul|criterii"),
    ("hagyd figyelmen kívül|felejtsd el", "utasítás|szabály|szempont"),
    ("αγνόησε|αγνοήστε|ξέχασε|ξεχάστε", "οδηγί|εντολ|κανόν|κριτήρι"),
    ("abaikan|lupakan", "instruksi|perintah|petunjuk|aturan|kriteria"),
    ("bỏ qua|phớt lờ|quên", "hướng dẫn|chỉ dẫn|chỉ thị|quy tắc|tiêu chí"),
    ("repeat|reveal|print|show", "your (?:system )?prompt|your (?:hidden )?instructions"),
)
_MACHINE = r"(?:ais?|llms?|language models?|chat ?gpt|gpt-?\d\w*|artificial intelligence|chatbots?|ats)\b"
_KIND = (
    r"(?: (?:systems?|models?|readers?|reviewers?|recruiters?|screeners?|tools?|assistants?|agents?|bots?|graders?))*"
    r"\s*(?:[:,.!;\n-]|reading|who|that|please|if|you\b|processing|screening|evaluating|rating)"
)
# Exactly as they stand.
_CALLS = (
    rf"\byou(?:'re| are)(?: now)?(?: an?| the)?(?: \w+){{0,2}}? (?:{_MACHINE}|assistant\b|screener\b|evaluator\b)",
    rf"\b(?:act as|pretend to be)(?: an?| the)?(?: \w+)? {_MACHINE}"
    r" (?:that|who|models?|assistant|system|screener|recruiter|reader)\b",
    r"\b(?:note|notice|message|instructions?|attention|dear|hello|hi|hey)\b\W{1,3}"
    rf"(?:(?:to|for|the|any|all|every|this|whichever|reading)\W+){{0,3}}{_MACHINE}{_KIND}",
    rf"\bto (?:the|all|any|every|whichever)(?: \w+)? {_MACHINE}(?: \w+){{0,2}}\s*[:,]",
)
_ADDRESSES = (
    ("du bist|sie sind|hinweis|achtung", "ki\\b|sprachmodell"),
    ("tu es|vous êtes|note|attention", "ia\\b|modèle de langage"),
    (
        "eres|usted es|você é|sei un\\w*|nota|atención",
        "ia\\b|modelo de lenguaje|modelo de linguagem|modello linguistico",
    ),
    ("je bent|let op", "ai\\b|taalmodel"),
    ("jesteś|uwaga|notatka", "ai\\b|sztuczn|model(?:em|u)? język|asystent"),
    ("ты|вы|внимание|примечание", "ии\\b|искусственн|языков|нейросет|ассистент"),
    ("ти|ви|увага|примітка", "ші\\b|штучн|мовн|нейромереж|асистент"),
    ("sen|siz|not|dikkat", "yapay|dil modeli|asistan"),
)
_VERDICTS = (
    (
        "rate|rank|score|grade|mark|evaluate|recommend|select|shortlist|advance|approve|hire",
        "(?:this|the) (?:candidate|applicant|resume|résumé|cv|profile)\\b"
        "|(?:him|her|me) (?:as (?:the |an? )?(?:best|top|highest|ideal)|highest|first\\b|10\\b|100\\b)",
    ),
    (
        "(?:this|the) (?:candidate|applicant) (?:is|must|should|shall|has|deserves|will)",
        "best\\b|ideal\\b|perfect\\b|exceptionally|hired\\b|ranked\\b|top\\b|highest\\b|well.qualified|level 4",
    ),
    (
        "give|assign|set|award|confirm|return|output|respond|reply|answer|print|write",
        "level 4\\b|(?:the )?(?:highest|maximum|top|full|perfect|best) (?:possible )?(?:score|mark|level"
        "|rating|grade)"
        "|10 out of 10|10/10|100/100|(?:strong )?hire\\b|highly qualified",
    ),
    ("bewerten?|empfiehl|empfehlen", "kandidat|bewerber|lebenslauf|höchst|bestnote"),
    ("note[zr]?|évalue[zr]?|recommande[zr]?|classe[zr]?", "candidat|profil|cv"),
    ("califica|evalúa|recomienda|puntúa|avalie|recomende|valuta|raccomanda", "candidat|perfil|profilo|cv"),
    ("beoordeel|geef|kies", "kandidaat|sollicitant|cv|profiel|hoogste"),
    ("oceń|poleć", "kandydat|aplikant"),
    ("оцени(?:те)?|порекомендуй(?:те)?|поставь(?:те)?", "кандидат|высш"),
    ("оціни(?:ть)?|порекомендуй(?:те)?|постав(?:те)?", "кандидат|найвищ"),
)
# Some languages put the verb last, join words, or write without blanks; a name with a colon needs no second half.
_MORE_ORDERS = (
    "(?:忽略|无视|忘记|無視).{0,12}(?:指令|指示|说明|提示|规则)",
    "(?:指示|命令|指令|ルール|プロンプト).{0,12}(?:無視|忘れ)",
    "(?:지시|명령|지침|규칙|프롬프트).{0,12}(?:무시|잊)",
    "(?:निर्देश|आदेश|नियम).{0,30}(?:अनदेख|नज़रअंदाज़|नजरअंदाज|भूल|उपेक्षा)",
    "(?:تجاهل|انس|تجاوز).{0,25}(?:تعليمات|أوامر|الأوامر|القواعد|توجيهات)",
    "(?:התעלם|התעלמו|התעלמי|תתעלם|שכח).{0,25}(?:הוראות|הנחיות|כללים)",
    r"(?:vorherig|bisherig|obig)\w* (?:anweisung|vorgabe|regel|instruktion)\w*\W+(?:\w+\W+){0,2}?ignorier",
    "(?:instructions|consignes) précédentes (?:à )?ignor|ignora (?:todo )?lo anterior",
    r"(?:talimat|yönerge|komut|kural)\w*.{0,25}(?:yok say|görmezden gel|unut|dikkate alma)",
)
_MORE_ADDRESSES = (
    "(?:你是|作为).{0,6}(?:人工智能|语言模型|助手)",
    r"\b(?:chat ?gpt|claude|gemini|(?<!operating )system|assistant)\s*:\s|\[system\]",
    "(?:あなたは.{0,8}|採用)(?:ai|人工知能|言語モデル|アシスタント)|(?:ai|言語モデル)(?:への(?:指示|命令|注意|お願い|メッセージ|連絡)|は次)",
    "(?:당신은|너는).{0,10}(?:ai|인공지능|언어 ?모델|어시스턴트)",
    "(?:आप|तुम).{0,12}(?:ai|एआई|कृत्रिम|भाषा मॉडल|सहायक)",
    "(?:أنت|انت|ملاحظة).{0,14}(?:ذكاء اصطناعي|الذكاء الاصطناعي|نموذج لغ|مساعد)",
    "(?:אתה|הערה|שים לב).{0,14}(?:בינה מלאכותית|מודל שפה|עוזר)",
)
_MORE_VERDICTS = (
    "(?:评为|评分|打分|推荐|给予).{0,12}(?:候选人|申请人|最高|满分)|(?:候选人|申请人).{0,12}(?:最佳|最高|满分)",
    "(?:候補者|応募者).{0,20}(?:最高|満点|採用|推薦)|(?:最高|満点).{0,10}(?:評価|点)",
    "(?:후보자|지원자).{0,20}(?:최고|만점|추천|합격)",
    "(?:उम्मीदवार|आवेदक|अभ्यर्थी).{0,30}(?:सर्वोच्च|सर्वश्रेष्ठ|अंक|सिफारिश|चुन)",
    "(?:المرشح|المتقدم).{0,30}(?:أعلى|الأفضل|مثالي|درجة)|(?:قيّم|قيم|أوص|امنح|أعط).{0,20}(?:المرشح|المتقدم)",
    "(?:מועמד).{0,30}(?:הגבוה|הטוב|מושלם|ציון)|(?:דרג|המלץ|תן).{0,20}(?:מועמד)",
    r"(?:aday|başvuran)\w*.{0,25}(?:en yüksek|en iyi|tam puan|öner)|en yüksek puan",
)


# Beside an order to drop the rules it is enough that marks or candidates are spoken of.
_MARKS = re.compile(
    r"candidat|applicant|bewerber|kandidat|sollicitant|kandydat|кандидат|υποψήφι|pelamar|ứng viên|hakija"
    r"|jelölt|uchazeč"
    r"|\b(?:top|highest|full|best|perfect|maximum) (?:score|mark|rating|level)|\b10/10|\blevels? (?:4|four)\b|criteri"
    r"|kriteri|critère|critério"
    r"|(?:niveau|nivel|nível|livello|poziom|stufe|nivå|taso|úroveň) 4|(?:уров|рів)\w+ 4"
    r"|betyg|poäng|karakter|pisteet|pistemäär|punktac|punctaj|pontszám|βαθμο|nilai|skor\b|điểm|bestnote"
    r"|meilleure note|note maximale|mejor nota|puntuación máxima|full marks|оценк|балл|оцінк|候选人"
    r"|申请人|满分|最高|标准|候補者|応募者|満点|基準|후보자|지원자|점수|기준"
    r"|उम्मीदवार|मानदंड|अंक|المرشح|المعايير|درجة|المستوى|מועמד|ציון|קריטריון|aday|ölçüt|puan|ผู้สมัคร|คะแนน"
    r"|this (?:cv|resume|profile)"
)
# What no person writes of work done.
_WHO = r"(?:this|the) (?:candidate|applicant|person|cv|resume|profile)"
_BEST = (
    r"(?:(?:highest|maximum|top|full|perfect|best)(?: possible)? (?:score|mark|rating|points|grade)"
    r"|score of 100|100 points|level 4)"
)
_SURE = re.compile(
    r"\b(?:levels? (?:4|four)|(?:highest|maximum|top) (?:level|score))\W+(?:for|on|to)\W+(?:each|every)\W+"
    r"(?:\w+\W+)?criterion\b|\blevels? (?:4|four) for all criteria\b|\blevel 4 on all criteria\b|\bevery level to\b"
    r"|\blevel (?:4|four) (?:for|to) (?:all|each|every(?:thing)?)\s*(?:$|[.,;:!<])"
    rf"|\b(?:rate|grade|score|mark) {_WHO}\W+(?:as (?:the )?)?(?:10/10|100\b|highest\b|best\b"
    rf"|outstanding\b|perfect\b)"
    r"|\b(?:return|output|respond with|answer with|say)\W+(?:\w+\W+){0,2}?10/10"
    r"|\b(?:answer|output|give|set|return)\W+(?:\w+\W+){0,3}?(?:highest|maximum|top) level for all"
    r"|\bdecode (?:this )?and (?:obey|follow|execute)\b"
    rf"|\b(?:give|giving|assign|award|grant)\W+{_WHO}\W+(?:\w+\W+){{0,3}}?{_BEST}"
    rf"|{_BEST} (?:to|for) (?:this|the) (?:candidate|applicant|cv)\b"
    r"|\bthis (?:cv|candidate)\W+(?:\w+\W+){0,4}?level 4\b"
    r"|\b(?:reader|model|system|ai|you) (?:must|should|shall) (?:recommend|rate|select|approve|hire|choose)"
    r" (?:this|the) c"
    r"|\bskip the criteria for this\b|\b(?:kandidaten|bewerber) (?:100|volle) punkte\b"
    r"|\bcandidat\w*(?: la)? note maximale|\"(?:level|recommendation|instructions_found)\"\s*:",
    re.MULTILINE,
)
_SQUEEZED = re.compile(
    r"(?:ignore|disregard|forget)(?:all|any|the|of|my|your|previous|prior|above|earlier)*(?:instruction|rule|prompt)"
)
_SPACED = re.compile(r"(?<!\w)(?:\w[ \t._-]{1,3}){5,300}\w(?!\w)")
_FOLDED = str.maketrans("аеорсухіјѕһԁԛԝηονυιακ", "aeopcyxijshdqwnovuiak")
# Digits in place of letters, as in "1gn0re", and the words of an order backwards.
_DIGITS = re.compile(r"\b[a-z]*(?:1gn|gn0|truct[1!]|ct[1i]0n|d[1!]sr|f0rg|cand[1!]d|rat[3]\b|sc0r)")
_AS_LETTERS = str.maketrans("013457@$!", "oieastasi")
_BACKWARDS = re.compile("snoitcurtsni|etadidnac|tpmorp metsys|suoiverp|elur")
_FOREIGN = re.compile("[\u0370-\u052f\uff01-\uff5e\U0001d400-\U0001d7ff]")


def _compiled(pairs: tuple[tuple[str, str], ...], more: tuple[str, ...], *, reach: int = 4) -> re.Pattern:
    parts = [rf"(?:{begin})\W+(?:\w+\W+){{0,{reach}}}?(?:{end})" for begin, end in pairs]
    # One word boundary before all of them: inside a word none is tried, which is most of the speed.
    return machine_words.pattern((rf"\b(?:{'|'.join(parts)})", *more))


_SIGNS = (
    _compiled(_ORDERS, (*_MORE_ORDERS, *machine_words.ORDERS)),
    _compiled(_ADDRESSES, (*_CALLS, *_MORE_ADDRESSES, *machine_words.ADDRESSES), reach=1),
    _compiled(_VERDICTS, (*_MORE_VERDICTS, *machine_words.VERDICTS)),
)


_SURE_ORDERS = machine_words.pattern(machine_words.SURE)
# A level or a score that is asked for: a third kind of sign that counts only beside another one.
_GRADES = re.compile(
    r"\b(?:give|assign|set|award|mark|use|choose|put|return|output|answer|vergib|gib|setze|donne[zr]?|attribue[zr]?|"
    r"asigna|otorga|pon|atribua|dê|assegna|dai|geef|przyznaj|daj|поставь(?:те)?|дай(?:те)?)\W+(?:\w+\W+){0,5}?"
    r"(?:levels?|scores?|points|grades?|ratings?|stufe|punkte|niveau|note|nivel|nível|puntuación|pontuação|livello|"
    r"punteggio|poziom|punkt\w+|уров\w+|балл\w*|оценк\w+)\W+(?:\w+\W+){0,2}?(?:4|5|10|100|max\w*|highest|four)\b"
    r"|\b(?:level|score|stufe|niveau|nivel)s?\W{0,3}(?:=|:|of|is|to)?\W{0,3}(?:4|100)\W+(?:\w+\W+){0,3}?"
    r"(?:all|every|each|alle|tous|toutes|todos|todas|tutti)\b"
    r"|(?:给|打|评).{0,8}(?:满分|100分|4级|最高)|(?:最高|満点|レベル4|100点)"
)


# What no CV says of somebody's work: levels of criteria, one level for all.
_ALONE = re.compile(
    r"\b(?:levels?|scores?)\W+(?:\w+\W+)?(?:for|on|in|to)\W+(?:all|each|every)\W+(?:\w+\W+)?criteri(?:on|a)\b"
    r"|\bevery level to\b"
    r"|\blevel (?:4|four) (?:for|to|in|on) (?:all|each|every)\b(?! (?:of the )?(?:staff|colleagues|users|teams?))"
)


def speaks_to_a_machine(text: str, *, quoting: bool = True) -> bool:
    """Whether a text gives orders to a model: its control tokens, or two kinds of signs within 240 characters.

    What lines about attacks, or about works by their titles, quote in a few words is a mention and no order, where the
    text may be `quoting`: one that people see.
    """
    if quoting:
        text = machine_words.unquoted(text, is_short=_is_phrase)
    if _CONTROL_TOKENS.search(text) or any(
        _SQUEEZED.search(_closed(found).replace(" ", "")) for found in _spaced(text)
    ):
        return True
    return any(map(_speaks, _views(text))) or bool(_disguised(text))


def _is_phrase(quoted: str) -> bool:
    """Whether a quotation holds no whole order: one kind of sign at most."""
    lowered = _lowered(quoted)
    return not _CONTROL_TOKENS.search(quoted) and sum(bool(sign.search(lowered)) for sign in (*_SIGNS, _GRADES)) < 2


def _speaks(lowered: str) -> bool:
    if _SURE.search(lowered) or any(map(_SURE_ORDERS.search, machine_words.sure_lines(lowered))):
        return True
    orders, addresses = ([one.start() for one in sign.finditer(lowered)] for sign in _SIGNS[:2])
    # A verdict alone is none: most texts need not be searched for them.
    verdicts = [one.start() for one in _SIGNS[2].finditer(lowered)] if orders or addresses else []
    if not orders:
        return _near(addresses, verdicts)
    marks = [one.start() for found in (_MARKS, _GRADES) for one in found.finditer(lowered)]
    return _near(orders, addresses) or _near(orders, verdicts) or _near(orders, marks) or _near(addresses, verdicts)


def _views(text: str) -> list[str]:
    """A text in lower case; and, where it holds letters that look like others, as it looks."""
    lowered = _lowered(text)
    views = [lowered]
    if _FOREIGN.search(text):
        views.append("".join(unicodedata.normalize("NFKC", sign)[:1].lower()[:1] for sign in text).translate(_FOLDED))
    if spaced := _spaced(text):
        for found in spaced:
            lowered = lowered.replace(found.lower(), _closed(found), 1)
        views.append(lowered)
    return views


def _disguised(text: str) -> list[tuple[int, int]]:
    """Where a text holds an order with digits for letters, or backwards: whoever hides an order means it."""
    lowered, end = _lowered(text), len(text)
    spans = []
    if _DIGITS.search(lowered):
        spans += [one.span() for one in _SIGNS[0].finditer(lowered.translate(_AS_LETTERS))]
    if _BACKWARDS.search(lowered):
        spans += [(end - one.end(), end - one.start()) for one in _SIGNS[0].finditer(lowered[::-1])]
    return spans


def _spaced(text: str) -> list[str]:
    """The letter-spaced stretches of a text."""
    return _SPACED.findall(text)


def _closed(spaced: str) -> str:
    """A letter-spaced stretch closed up; wider gaps are the blanks between words."""
    return " ".join("".join(re.split(r"[ \t._-]+", word)) for word in re.split(r"[ \t]{2,}", spaced)).lower()


def orders_a_machine(text: str) -> bool:
    """The same for what has no reason to hold any order, such as a file's title or keywords: one order is enough."""
    return any(_SIGNS[0].search(view) for view in _views(text)) or speaks_to_a_machine(text, quoting=False)


def passages(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text speaks to a machine, as [start, end) in characters, out to the ends of the sentences. Wider than
    `speaks_to_a_machine`, which holds a whole document: a level that is asked for counts as a sign too. What stands
    there is no evidence of anything.
    """
    spans = [found.span() for found in _CONTROL_TOKENS.finditer(text)] + _disguised(text)
    views = _views(text)
    for view in views:
        if len(view) == len(text):
            spans += _passages(view)
    if _SPACED.search(text) and (_speaks(views[-1]) or speaks_to_a_machine(text, quoting=False)):
        spans += [found.span() for found in _SPACED.finditer(text)]
    return tuple(sorted({_sentence(text, *span) for span in spans}))


def _passages(lowered: str) -> list[tuple[int, int]]:
    found = [[one.span() for one in sign.finditer(lowered)] for sign in (*_SIGNS, _GRADES)]
    spans = [one.span() for sign in (_ALONE, _SURE, _SURE_ORDERS) for one in sign.finditer(lowered)]
    signs = sorted((span, kind) for kind, group in enumerate(found) for span in group)
    for (one, kind), (other, next_kind) in pairwise(signs):  # two kinds within reach have two neighbours within reach
        if kind != next_kind and other[0] - one[0] <= WINDOW:
            spans.append((one[0], max(one[1], other[1])))
    marks = [one.span() for one in _MARKS.finditer(lowered)] if found[0] else []
    for order in found[0]:
        near = [mark for mark in marks if abs(mark[0] - order[0]) <= WINDOW]
        spans += [(min(order[0], near[0][0]), max(order[1], near[-1][1]))] if near else []
    return spans


def _lowered(text: str) -> str:
    """Lower case, character for character, so that places agree."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(char.lower()[:1] for char in text)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    before = max(at + len(mark) if (at := text.rfind(mark, 0, start)) >= 0 else 0 for mark in _ENDS)
    after = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    return before, min(after, default=len(text))


_ENDS = ("\n", ". ", "! ", "? ", "。")


def _near(ones: list[int], others: list[int]) -> bool:
    return any(abs(one - other) <= WINDOW for one in ones for other in others)
