"""Words of dates in many languages, folded: months, parts of a year, "today", "since" and "to"."""

from matching.estimate import dates
from matching.redaction.plain import plain

_MONTHS = (
    "janv janvier janner ene gen gennaio janeiro tammikuu ocak sty styczen stycznia leden ledna ianuarie iануари "
    "січень січня янв январь января ιανουαριος ιανουαριου ιαν jan. كانون",
    "fevr fev fevereiro febbraio helmikuu subat luty lutego lut unor unora februarie лютий лютого фев февраль февраля "
    "φεβρουαριος φεβρουαριου φεβ",
    "marc marca maart mrt marco marts maaliskuu mart marzec martie marcius brezen brezna березень березня мар март "
    "марта μαρτιος μαρτιου μαρ maerz",
    "avr avril abr aprile huhtikuu nisan kwiecien kwietnia kwi duben dubna aprilie aprilis квітень квітня апр апрель "
    "апреля απριλιος απριλιου απρ",
    "maj maja maio mag toukokuu mayis kveten kvetna majus травень травня май мая μαιος μαιου mei",
    "juin junho giu giugno kesakuu haziran czerwiec czerwca cze cerven cervna iunie junius червень червня июн июнь "
    "июня ιουνιος ιουνιου ιουν",
    "juil juillet julho lug luglio heinakuu temmuz lipiec lipca lip cervenec cervence iulie julius липень липня июл "
    "июль июля ιουλιος ιουλιου ιουλ",
    "aout ago agosto augusti elokuu agustos sierpien sierpnia sie srpen srpna augusztus серпень серпня авг август "
    "августа αυγουστος αυγουστου αυγ",
    "set setembro setiembre settembre syyskuu eylul wrzesien wrzesnia wrz zari septembrie szeptember вересень вересня "
    "сен сент сентябрь сентября σεπτεμβριος σεπτεμβριου σεπ",
    "out outubro ott ottobre lokakuu ekim pazdziernik pazdziernika paz rijen rijna octombrie жовтень жовтня окт "
    "октябрь октября οκτωβριος οκτωβριου οκτ",
    "novembro novembre marraskuu kasim listopad listopada lis noiembrie листопад листопада ноя нояб ноябрь ноября "
    "νοεμβριος νοεμβριου νοε",
    "dez dezembro dic dicembre desember joulukuu aralik grudzien grudnia gru prosinec prosince decembrie грудень "
    "грудня дек декабрь декабря δεκεμβριος δεκεμβριου δεκ des",
)
MONTHS = {plain(name): number for name, number in dates.MONTHS.items()} | {
    plain(name): number for number, group in enumerate(_MONTHS, start=1) for name in group.split()
}
# The first and the last month of each part of a year.
SEASONS = {
    **dict.fromkeys(["spring", "fruhling", "fruhjahr", "printemps", "primavera", "voorjaar", "lente", "весна"], (3, 5)),
    **dict.fromkeys(["summer", "sommer", "ete", "verano", "estate", "zomer", "verao", "лето"], (6, 8)),
    **dict.fromkeys(["autumn", "fall", "herbst", "automne", "otono", "autunno", "herfst", "outono", "осень"], (9, 11)),
    **dict.fromkeys(["winter", "hiver", "invierno", "inverno", "зима"], (12, 12)),
    **{f"q{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in (1, 2, 3, 4)},
    **{f"h{half}": (6 * half - 5, 6 * half) for half in (1, 2)},
}
NOW = """present|presently|current|currently|now|today|ongoing|till date|til date|to date|till now|date|
 heute|aktuell|jetzt|laufend|dato|
 aujourd'hui|actuel|actuelle|actuellement|ce jour|en cours|actualidad|la actualidad|actualmente|actual|presente|
 hoy|la fecha|heden|nu|oggi|attuale|attualmente|in corso|atual|atualmente|o momento|momento|obecnie|teraz|nadal|
 soucasnost|dosud|prezent|jelenleg|jelen|nykyinen|nykyhetki|halen|gunumuz|devam|idag|nuvarande|naa|
 настоящее время|настоящее|наст. время|н.в.|н. в.|сеичас|теперь|теперішнии час|дотепер|σημερα|至今|今|现在|現在|
 現在に至る|현재|الان|حتى الان"""
SINCE = "since|seit|ab|depuis|desde|sinds|vanaf|dal|od|sedan|siden|from|с|з|από"
TO = "to|until|till|through|thru|bis|bis zum|au|a|jusqu'a|hasta|al|ate|tot|tot en met|t/m|do|al|po|до|по|til|till|up to"
