"""Patterns of streets and postcodes, in the folded spelling."""

_NUMBER = r"\d{1,4} ?[a-z]?(?: ?[-/] ?\d{1,4}[a-z]?)?(?![\w%+])"
_W = r"[^\W\d_][\w'.-]{0,30}"
_EN = (
    r"street|road|avenue|boulevard|crescent|terrace|lane|drive|close|court|gardens|grove|highway|parkway|circle|mews|"
    r"square|place|way|walk|st|rd|ave|blvd|ln|dr|ct|hwy|pkwy|cres|sq"
)
_DE = r"[^\W\d_]{0,30}(?:strasse|strase|str|weg|allee|platz|gasse|ring|damm|ufer|chaussee|steig|stieg|pfad|wall|graben|berg|hof)"
_NL = r"[^\W\d_]{0,30}(?:straat|laan|plein|kade|gracht|dijk|singel|steeg|dreef|weg|hof|pad|markt|ring|baan|lei)"
_FR = (
    r"rue|avenue|av\.|boulevard|bd\.?|allees?|chaussee|chemin|impasse|route|quai|cours|passage|residence|place|square|faubourg|ruelle|"
    r"lieu-dit"
)
_SOUTH = (
    r"calle|c/|avda\.?|av\.|avenida|plaza|pza\.?|paseo|ronda|camino|carretera|ctra\.?|travesia|urb\.|urbanizacion|carrer|via|"
    r"viale|piazza|corso|vicolo|largo|rua|travessa|praca|estrada|ul\.|ulica|al\.|os\.|ул\.|улица|проспект|пр-т"
)
_NEAR = r"am|an der|an den|auf der|auf dem|in der|im|zum|zur|unter den|hinter der|vor dem|aan de|op de"

# With their number; for the head of a CV, where nothing else looks like them.
STREETS = "|".join(
    (
        rf"(?<![\w.,])\d{{1,5}}[a-z]?,? (?:(?:{_W}|\d{{1,3}}(?:st|nd|rd|th)) ){{1,4}}(?:{_EN})\b\.?",
        rf"(?<!\w)(?:(?:{_NEAR}|alte[rs]?|neue[rs]?|lange|kurze|gross?e|kleine|obere|untere|hohe|{_W}) )?(?:{_DE})\.? {_NUMBER}",
        rf"(?<!\w)(?:{_NEAR}) (?:{_W} ){{1,2}}\d{{1,3}} ?[a-z]?(?![\w%+./-])",
        rf"(?<!\w)(?:{_W} ){{0,3}}(?:{_NL}) {_NUMBER}",
        rf"(?<![\w.])(?:\d{{1,4}} ?(?:bis|ter|quater)?,? )?(?:{_FR})(?: {_W}){{1,6}}(?:,? \d{{1,4}}(?![\w%+]))?",
        rf"(?<!\w)(?:{_SOUTH}) ?{_W}(?: {_W}){{0,5}},? ?(?:n[o.º°]{{0,2}} ?|numero |№ ?|д\. ?)?\d{{1,4}}[a-z]?"
        r"(?:,? ?\d{1,2}[º°ª.]{0,2} ?[a-z]{0,3}(?!\w))?",
        r"(?<!\w)(?:p\.? ?o\.? ?box|postfach|boite postale|b\.p\.|apartado(?: de correos)?|postbus|casella postale) \d{1,6}",
        r"(?<!\w)[^\W\d_]{3,30} (?:st|rd|ave|str)\. \d{1,4}(?!\w)",
        r"(?<!\w)(?:flat|apt\.?|apartment|unit|suite|wohnung) ?#?\d{1,5}[a-z]?(?!\w)",
        r"[\u3400-\u9fff]{2,8}(?:省|市|区|県|都|路|街)[^\s,|]{0,24}",
    )
)
# So telling that they go from any part of a CV.
SURE_STREETS = "|".join(
    (
        r"(?<![\w.,])\d{1,5}[a-z]? (?:[^\W\d_]{2,30} ){1,3}(?:street|road|avenue|boulevard|lane|crescent)(?!\w)",
        r"(?<!\w)[^\W\d_]{3,30}(?:strasse|strase|str\.|straat|laan|gracht|allee|gasse|platz|weg) \d{1,3} ?[a-z]?(?![\w%+./-])",
        rf"(?<![\w.])\d{{1,4}}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|allee|chemin|impasse)(?: {_W}){{1,4}}",
        r"(?<!\w)(?:calle|avenida|paseo) (?:[^\W\d_]{2,30} ){1,4}\d{1,3}(?!\w)",
    )
)
SURE_WORDS = (
    *(
        "street",
        "road",
        "avenue",
        "boulevard",
        "lane",
        "crescent",
        "strasse",
        "strase",
        "str.",
        "straat",
        "laan",
        "gracht",
    ),
    *("allee", "gasse", "platz", "weg", "rue", "chemin", "impasse", "calle", "avenida", "paseo"),
)
POSTCODE = (
    r"(?<![\w-])(?:[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}|\d{4} ?[a-z]{2}(?= |,|$)|[a-z]{1,3}-\d{4,5}|\d{2}-\d{3}|\d{4}-\d{3}|"
    r"\d{5}(?:-\d{3,4})?|\d{4,6}|\d{3} \d{2}|[a-z]\d[a-z] ?\d[a-z]\d|〒 ?\d{3}-\d{4})(?!\w)"
)
