"""What a piece of a role's head is: a title, an employer, a place, or something that may be a name."""

import re
from dataclasses import replace
from functools import lru_cache

from matching.estimate.families import titles_in
from matching.estimate.words import fold, words
from matching.redaction.employers import WITH_FORM
from matching.redaction.plain import plain
from matching.redaction.shapes import is_place
from matching.redaction.words import words as listed
from matching.redaction.words.places import COUNTRIES, STATES
from matching.redaction.words.schools import JOB_WORDS
from matching.rubric.vocabulary import search_skills
from matching.structure.lines import Piece

_LETTERS = re.compile(r"[^\W\d_]+")
# Endings that make a long word the name of a trade in German, Dutch and Scandinavian languages.
_TRADES = tuple(
    listed(
        """
        entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin assistent assistentin techniker
        technikerin mechaniker mechanikerin mechatroniker elektroniker kaufmann kauffrau kraft pfleger pflegerin
        schwester lehrer lehrerin fahrer fahrerin arbeiter arbeiterin verwalter verwalterin monteur monteurin meister
        meisterin fachmann fachfrau helfer helferin arzt arztin bauer schlosser koch kochin ontwikkelaar medewerker
        medewerkster beheerder adviseur leraar kundige verkoper utvecklare konsulent konsult chef ansvarig
        sachbearbeiter manager analyst buchhalter buchhalterin verkaufer verkauferin
        """
    )
)
_MORE_TRADES = listed(
    """
    sister matron porter apprentice volunteer fellow partner owner president chairman vp cfo coo cio dba devops sre
    scrum master admin sysadmin tester qa artist photographer journalist reporter producer hairdresser barber baker
    butcher carpenter joiner plumber welder painter bricklayer roofer gardener farmer foreman labourer laborer packer
    picker stocker merchandiser salesperson salesman saleswoman barista bartender host hostess housekeeper concierge
    nanny caregiver paramedic firefighter soldier sergeant captain physician surgeon doctor dentist veterinarian
    radiographer dietitian psychologist counselor counsellor solicitor barrister paralegal attorney actuary economist
    statistician biologist chemist physicist geologist surveyor estimator dispatcher inspector superintendent
    werkstudent azubi auszubildender auszubildende geselle freiberufler geschaftsfuhrer geschaftsfuhrerin vorstand
    koch kochin tischler maler gartner friseur friseurin servicekraft aushilfe volontar trainee referendar
    secretaire technicien technicienne commercial commerciale employe employee animateur animatrice educateur educatrice
    vendeur caissier caissiere aide-soignante auxiliaire estheticienne ouvrier ouvriere maçon plombier mecanicien
    ingenieur ingenieure charge apprenti alternant benevole adjoint adjointe gerant gerante cuisinier commis plongeur
    cocinero cocinera ayudante auxiliar encargado encargada dependiente dependienta operario mozo tecnico programador
    programadora ingeniero director coordinador coordinadora administrativo administrativa directora
    monteur kok ober winkelmedewerker magazijnmedewerker zzp zelfstandig
    sviluppatore ingegnere impiegato impiegata cameriere cuoco responsabile consulente tecnico operaio infermiere
    desenvolvedor engenheiro engenheira assistente estagiario enfermeiro
    inzynier programista kierownik specjalista asystent analityk kucharz kierowca ksiegowa sprzedawca
    sjukskoterska underskoterska larare ingenjor saljare ekonom snickare elektriker kock sygeplejerske laerer
    pedagog sykepleier laerer selger sairaanhoitaja opettaja myyja pielegniarka nauczyciel elektryk
    инженер программист разработчик менеджер руководитель специалист бухгалтер директор аналитик консультант врач
    медсестра учитель продавец водитель повар стажер
    """
)
_TRADE_SIGNS = re.compile(
    "工程师|工程師|经理|主管|总监|开发|设计师|实习生|助理|分析师|顾问|会计|护士|教师|エンジニア|マネージャー|担当|リーダー|"
    "개발자|매니저|엔지니어"
)
_EMPLOYER_WORDS = listed(
    """
    hospital clinic klinik klinikum krankenhaus spital hopital clinique ziekenhuis hospitalario bank banque banco
    group gruppe groupe grupo holding company co corp partners associates solutions systems technologies technology
    labs laboratories consulting industries enterprises services agency ministry council gemeinde stadt
    municipality
    ministerium amt behorde verband verein foundation stiftung fondation trust nhs university
    universitat universitatsklinikum
    hotel restaurant ristorante restaurante cafe bistro supermarket school schule kita kindergarten praxis kanzlei
    cabinet
    studio werk werke verlag press airlines railway bahn insurance versicherung versicherungen assurance seguros
    logistics logistik transports airways pharmacy apotheke pharma software media networks stores
    """
)
BREAK = re.compile(
    r"(?<!\w)(?:career break|parental leave|maternity leave|paternity leave|elternzeit|mutterschutz|sabbatical\w*|"
    r"conge parental|conge maternite|baja maternal|excedencia|ouderschapsverlof|unemployed|arbeitssuchend|arbeitslos|"
    r"job ?seeking|recherche d'emploi|travel+ing|gap year|weltreise)(?!\w)"
)
_FORMS = re.compile(r"(?<!\w)(?:sp\. ?z ?o\. ?o|s\.r\.o|d\.o\.o|spolka|as|oy|ab|asa|aps)(?!\w)")
_EASTERN = re.compile("公司|集团|银行|医院|株式会社|有限|대학교|주식회사|(?<!\\w)(?:ооо|оао|зао|пао|ао)(?!\\w)")
ENDS_WITH_FORM = re.compile(
    r"(?<!\w)(?:inc|ltd|co|corp|s\.a|s\.l|s\.r\.l|s\.p\.a|b\.v|n\.v|e\.v|llc|plc|s\.a\.s|o\.o|s\.r\.o)\.$"
)
_BEHIND = ("at", "@", "bei", "beim", "chez", "presso", "bij")
_SMALL = listed("of the and & de la le du des der die das und et y e van von für fur for in at to del di da do")
LONGEST_TITLE, MOST_WORDS = 80, 9
_NO_NAME = listed(
    "full time part remote hybrid contract freelance permanent temporary vollzeit teilzeit present heute months years "
    "month year jahre monate remoto page seite onsite on-site internship employment type"
)


def is_trade(word: str) -> bool:
    """Whether one folded word names a trade."""
    return word in JOB_WORDS or word in _MORE_TRADES or (len(word) > 8 and word.endswith(_TRADES))


@lru_cache(maxsize=4096)
def is_title(folded: str) -> bool:
    """Whether a folded piece names a trade."""
    if len(folded) > LONGEST_TITLE or len(folded.split()) > MOST_WORDS:
        return False
    found = _LETTERS.findall(folded)
    if any(map(is_trade, found)) or _TRADE_SIGNS.search(folded):
        return True
    return bool(titles_in(words(fold(folded))))


def is_employer(piece: Piece) -> bool:
    """Whether a piece is sure to name an employer: by a legal form, a telling word, or the word before it."""
    if len(piece.text) > LONGEST_TITLE:
        return False
    if piece.behind in _BEHIND and piece.text[:1].isupper():
        return True
    if (form := WITH_FORM.search(piece.plain)) and not piece.text[form.start("form")].islower():
        return True
    if not piece.text[:1].isupper() and piece.text.isascii():
        return False
    if not _has_capitals(piece.text):
        return False
    found = _LETTERS.findall(piece.plain)
    if _EASTERN.search(piece.plain):
        return True
    return len(found) > 1 and (bool(_FORMS.search(piece.plain)) or not _EMPLOYER_WORDS.isdisjoint(found))


def is_place_piece(piece: Piece) -> bool:
    """Whether a piece is a town, a state or a country that we know, or says that work was done remotely."""
    folded = piece.plain.strip(" .")
    if is_place(folded) or folded in COUNTRIES or (folded in STATES and piece.text[:2].isupper()):
        return True
    return not set(_LETTERS.findall(folded)) - _NO_NAME


def is_skill(piece: Piece) -> bool:
    """Whether a piece is nothing but a known skill, as in a list of techniques."""
    return any(hit.end - hit.start >= len(piece.text.strip()) for hit in search_skills(piece.text))


def may_be_name(piece: Piece) -> bool:
    """Whether a piece has the shape of a title or of a firm's name: a few words, the first of them with a capital."""
    found = piece.text.split()
    if not 0 < len(found) <= 7 or len(piece.text) > 60 or not any(char.isalpha() for char in piece.text):
        return False
    if piece.text[-1] in ".!?" and len(found) > 3 and not ENDS_WITH_FORM.search(piece.plain):
        return False
    return _has_capitals(piece.text)


def may_be_title(piece: Piece) -> bool:
    """Whether a piece has the shape of a title: up to six words, the first with a capital, no sentence."""
    found = piece.text.split()
    if not 0 < len(found) <= 6 or len(piece.text) > 60 or not any(char.isalpha() for char in piece.text):
        return False
    return not piece.text[:1].islower() and (piece.text[-1] not in ".!?" or bool(ENDS_WITH_FORM.search(piece.plain)))


def _has_capitals(text: str) -> bool:
    """Whether nearly all words of a phrase have a capital, the small ones left aside; the first one must."""
    main = [word for word in text.split() if word.lower() not in _SMALL]
    if not main or main[0][:1].islower():
        return False
    return sum(not word[:1].islower() for word in main) > len(main) * 0.6


def without_place(piece: Piece) -> Piece:
    """The piece without a town, state or country that ends it: "Stripe San Francisco" is Stripe."""
    found = piece.text.split(" ")
    for count in (3, 2, 1):
        tail = " ".join(found[-count:])
        if count < len(found) and is_place(plain(tail)) and found[-count - 1].lower() not in _SMALL:
            size = len(piece.text) - len(tail)
            kept = piece.text[:size].rstrip(" ,-–—")
            return replace(piece, text=kept, plain=piece.plain[: len(kept)], end=piece.start + len(kept))
    return piece
