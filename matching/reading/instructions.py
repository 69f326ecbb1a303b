"""Sentences that speak to a machine that judges CVs, in several languages.

One sign alone is no proof: a security engineer may have a project called "Ignore previous instructions". So two kinds
of signs must stand close together: an order to drop the rules, an address to a machine, a verdict on the candidate.
"""

import re

WINDOW = 240
_CONTROL_TOKENS = re.compile(r"<\|(?:im_start|im_end|system|endoftext)\|>|\[/?INST\]|<<SYS>>")

# Pairs of (how it begins, how it ends); up to four words may stand between the two.
_ORDERS = (
    ("ignore|disregard|forget|override|bypass", "instructions?|prompts?|rules|guidelines|criteria|context"),
    ("ignoriere?n?|missachte|vergiss|vergessen", "anweisung|anleitung|vorgabe|regel|instruktion|kriterien"),
    ("ignore[zr]?|oublie[zr]?", "instructions?|consignes?|règles?|directives?|critères?"),
    ("ignor[aeo]|olvid[ae]|descart[ae]", "instrucciones|indicaciones|reglas|criterios"),
    ("ignor[aei]|esqueç[ao]|dimentica", "instruções|regras|critérios|istruzioni|regole|criteri"),
    ("negeer|vergeet", "instructies?|opdrachten|regels|aanwijzingen|criteria"),
    ("zignoruj|pomiń|zapomnij", "instrukcj|polece|zasad|kryteri"),
    ("игнорируй(?:те)?|забудь(?:те)?", "инструкци|указани|правил|критери"),
)
_ADDRESSES = (
    ("you are|act as|pretend to be", "ai|llm|assistant|chatbot|language model|screener"),
    ("note|message|attention|dear|hello|to (?:the|all|any)", "ai|llms?|language models?|chat ?gpt|gpt-?\\d|ats"),
    ("du bist|sie sind|hinweis|achtung", "ki|sprachmodell"),
    ("tu es|vous êtes|note|attention", "ia|modèle de langage"),
    ("eres|usted es|você é|sei|nota|atención", "ia|modelo de lenguaje|modelo de linguagem|modello linguistico"),
    ("je bent|let op", "ai|taalmodel"),
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
    ("return|output|respond|reply|answer|print|write", "10/10|100|highest|maximum|perfect|hire|qualified|level 4"),
    ("bewerten?|empfiehl|empfehlen", "kandidat|bewerber|lebenslauf|höchst|bestnote"),
    ("note[zr]?|évalue[zr]?|recommande[zr]?|classe[zr]?", "candidat|profil|cv"),
    ("califica|evalúa|recomienda|puntúa|avalie|recomende|valuta|raccomanda", "candidat|perfil|profilo|cv"),
    ("beoordeel|geef|kies", "kandidaat|sollicitant|cv|profiel|hoogste"),
    ("oceń|poleć", "kandydat|aplikant"),
    ("оцени(?:те)?|порекомендуй(?:те)?", "кандидат"),
)
# Chinese has no blanks between words, and a name with a colon needs no second half.
_MORE_ORDERS = "(?:忽略|无视|忘记|無視).{0,12}(?:指令|指示|说明|提示|规则)"
_MORE_ADDRESSES = r"(?:你是|作为).{0,6}(?:人工智能|语言模型|助手)|\b(?:chat ?gpt|claude|gemini|system|assistant)\s*:\s"
_MORE_VERDICTS = (
    "(?:评为|评分|打分|推荐|给予).{0,12}(?:候选人|申请人|最高|满分)|(?:候选人|申请人).{0,12}(?:最佳|最高|满分)"
)


def _compiled(pairs: tuple[tuple[str, str], ...], more: str) -> re.Pattern:
    parts = [rf"\b(?:{begin})\W+(?:\w+\W+){{0,4}}?(?:{end})" for begin, end in pairs]
    return re.compile("|".join((*parts, more)))


_SIGNS = (
    _compiled(_ORDERS, _MORE_ORDERS),
    _compiled(_ADDRESSES, _MORE_ADDRESSES),
    _compiled(_VERDICTS, _MORE_VERDICTS),
)


def speaks_to_a_machine(text: str) -> bool:
    """Whether a text gives orders to a model: its control tokens, or two kinds of signs within 240 characters."""
    if _CONTROL_TOKENS.search(text):
        return True
    lowered = text.lower()
    orders, addresses, verdicts = ([found.start() for found in sign.finditer(lowered)] for sign in _SIGNS)
    return _near(orders, addresses) or _near(orders, verdicts) or _near(addresses, verdicts)


def _near(ones: list[int], others: list[int]) -> bool:
    return any(abs(one - other) <= WINDOW for one in ones for other in others)
