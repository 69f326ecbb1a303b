"""Sentences that speak to a machine that judges CVs, in several languages.

One sign alone is no proof: a security engineer may have a project called "Ignore previous instructions". So two kinds
of signs must stand close together: an order to drop the rules, an address to a machine, a verdict on the candidate.
"""

import re
import unicodedata
from itertools import pairwise

WINDOW = 240
_CONTROL_TOKENS = re.compile(
    r"<\|(?:im_start|im_end|system|endoftext)\|>|\[/?INST\]|<<SYS>>"
    # The very answer that a model is asked for: no person writes it on a CV.
    r"|\{\s*\"[a-z]\"\s*:\s*[0-4]\s*,\s*\"[a-z]\"\s*:\s*[0-4]"
)

# Pairs of (how it begins, how it ends); up to four words may stand between the two.
_ORDERS = (
    ("ignore|disregard|forget|override|bypass", "instructions?|prompts?|rules|guidelines|criteria|context"),
    ("ignoriere?n?|missachte|vergiss|vergessen", "anweisung|anleitung|vorgabe|regel|instruktion|kriterien"),
    ("ignore[zr]?|oublie[zr]?", "instructions?|consignes?|règles?|directives?|critères?"),
    ("ignor[aeo]|olvid[ae]|descart[ae]", "instrucciones|indicaciones|reglas|criterios"),
    ("ignor[aei]|esqueç[ao]|dimentica", "instruções|regras|critérios|istruzioni|regole|criteri"),
    ("negeer|vergeet", "instructies?|opdrachten|regels|aanwijzingen|criteria"),
    ("zignoruj|pomiń|zapomnij", "instrukcj|polece|zasad|kryteri|wytyczn"),
    ("(?:про)?игнорируй(?:те)?|забудь(?:те)?", "инструкци|указани|правил|критери"),
    ("(?:про)?ігноруй(?:те)?|забудь(?:те)?", "інструкці|вказів|правил|критері"),
    ("repeat|reveal|print|show", "your (?:system )?prompt|your (?:hidden )?instructions"),
)
_ADDRESSES = (
    ("you are|act as|pretend to be", "ai|llm|assistant|chatbot|language model|screener"),
    ("note|message|attention|dear|hello|to (?:the|all|any)", "ai|llms?|language models?|chat ?gpt|gpt-?\\d|ats"),
    ("du bist|sie sind|hinweis|achtung", "ki|sprachmodell"),
    ("tu es|vous êtes|note|attention", "ia|modèle de langage"),
    ("eres|usted es|você é|sei|nota|atención", "ia|modelo de lenguaje|modelo de linguagem|modello linguistico"),
    ("je bent|let op", "ai|taalmodel"),
    ("jesteś|uwaga|notatka", "ai|sztuczn|model(?:em|u)? język|asystent"),
    ("ты|вы|внимание|примечание", "ии|искусственн|языков|нейросет|ассистент"),
    ("ти|ви|увага|примітка", "ші|штучн|мовн|нейромереж|асистент"),
    ("sen|siz|not|dikkat", "yapay|dil modeli|asistan"),
)
_VERDICTS = (
    (
        "rate|rank|score|grade|give|assign|mark|evaluate|recommend|select|shortlist|advance|approve",
        "(?:this|the) (?:candidate|applicant|resume|résumé|cv|profile)|(?:him|her|me) (?:as|highest|first|a|10|100)",
    ),
    (
        "(?:this|the) (?:candidate|applicant)",
        "best|ideal|perfect|exceptionally|hired|ranked|top|highest|well.qualified",
    ),
    (
        "give|assign|set|award|confirm",
        "level 4|(?:the )?(?:highest|maximum|top|full) (?:score|mark|level|rating)|10 out of 10",
    ),
    ("return|output|respond|reply|answer|print|write", "10/10|100|highest|maximum|perfect|hire|qualified|level 4"),
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
    r"(?:talimat|yönerge|komut|kural)\w*.{0,25}(?:yok say|görmezden gel|unut|dikkate alma)",
)
_MORE_ADDRESSES = (
    "(?:你是|作为).{0,6}(?:人工智能|语言模型|助手)",
    r"\b(?:chat ?gpt|claude|gemini|system|assistant)\s*:\s",
    "(?:あなたは.{0,8}|採用)(?:ai|人工知能|言語モデル|アシスタント)|(?:ai|言語モデル)(?:への|は次)",
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


def _compiled(pairs: tuple[tuple[str, str], ...], more: tuple[str, ...]) -> re.Pattern:
    parts = [rf"(?:{begin})\W+(?:\w+\W+){{0,4}}?(?:{end})" for begin, end in pairs]
    # One word boundary before all of them: inside a word none is tried, which is most of the speed.
    return re.compile(unicodedata.normalize("NFKC", "|".join((rf"\b(?:{'|'.join(parts)})", *more))))


_SIGNS = (
    _compiled(_ORDERS, _MORE_ORDERS),
    _compiled(_ADDRESSES, _MORE_ADDRESSES),
    _compiled(_VERDICTS, _MORE_VERDICTS),
)


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


def speaks_to_a_machine(text: str) -> bool:
    """Whether a text gives orders to a model: its control tokens, or two kinds of signs within 240 characters."""
    if _CONTROL_TOKENS.search(text):
        return True
    lowered = _lowered(text)
    orders, addresses = ([found.start() for found in sign.finditer(lowered)] for sign in _SIGNS[:2])
    if not orders and not addresses:
        return False
    verdicts = [found.start() for found in _SIGNS[2].finditer(lowered)]
    return _near(orders, addresses) or _near(orders, verdicts) or _near(addresses, verdicts)


def orders_a_machine(text: str) -> bool:
    """The same for what has no reason to hold any order, such as a file's title or keywords: one order is enough."""
    return bool(_signs(text)[0]) or speaks_to_a_machine(text)


def passages(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text speaks to a machine, as [start, end) in characters, out to the ends of the sentences. Wider than
    `speaks_to_a_machine`, which holds a whole document: a level that is asked for counts as a sign too. What stands
    there is no evidence of anything.
    """
    signs = [(span, number) for number, group in enumerate([*_signs(text), _grades(text)]) for span in group]
    signs.sort()
    spans = [found.span() for found in _CONTROL_TOKENS.finditer(text)]
    spans += [found.span() for found in _ALONE.finditer(_lowered(text))]
    for (one, kind), (other, next_kind) in pairwise(signs):  # two kinds within reach have two neighbours within reach
        if kind != next_kind and other[0] - one[0] <= WINDOW:
            spans.append((one[0], max(one[1], other[1])))
    return tuple(sorted({_sentence(text, *span) for span in spans}))


def _grades(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _GRADES.finditer(_lowered(text))]


def _signs(text: str) -> list[list[tuple[int, int]]]:
    """Orders, addresses and verdicts, each with its places."""
    lowered = _lowered(text)
    return [[found.span() for found in sign.finditer(lowered)] for sign in _SIGNS]


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
