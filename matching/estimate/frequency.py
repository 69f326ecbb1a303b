"""How common words are in CVs and job texts: a static table, since the words of one job's few CVs say too little."""

from math import log

from matching.estimate.words import fold, tokenise

# Coarse shares of documents that hold the word, of our own judgement; stems meet, so one form of a word is enough.
_BANDS: tuple[tuple[float, str], ...] = (
    (
        1.0,
        """
        a an the and or of to in for on with at by from as is are be been being was were will would can could should
        may might must shall do does did done have has had having this that these those it its he she they them his
        her their our we us you your yours i me my who whom which what when where why how not no nor but if than then
        so such there here also any all each every both few more most other some only own same too very just into onto
        over under up down out off about above below between through during before after while until again once per
        via within without across along among upon toward towards etc eg ie including include
        der die das den dem des ein eine einer eines einem einen und oder in im ins zu zum zur von vom mit auf fur an am
        bei als ist sind war waren wird werden wurde wurden sein haben hat hatte nicht auch sich sie wir ihr uns unser
        unsere ihre ich du er es man aus nach uber unter durch sowie wie bis um ab vor
        le la les un une des de du et ou en au aux dans par pour sur avec sans sous est sont etre avoir a vous nous il
        elle ils elles votre vos notre nos ce cette ces qui que dont se sa son ses leur leurs plus ne pas
        el los las una unos unas y o del al con por para sin sobre es son ser estar haber como mas su sus se lo que
        het een en of van voor met op te ten ter bij aan uit door naar om als is zijn was waren wordt worden heeft
        hebben niet ook wij je jij jouw u uw ons onze er dat dit die deze
        """,
    ),
    (
        0.7,
        """
        experience work job position role company team year skill ability responsible manage develop provide service
        support include ensure business customer client new project education university degree knowledge strong
        communicate management working time day month employee staff people candidate applicant opportunity apply
        environment good excellent high require requirement prefer plus looking seek join offer benefit salary full
        person duty task able need want help make use based within level related relevant various well great best
        erfahrung kenntnisse aufgaben profil unternehmen mitarbeiter stelle bereich team arbeit jahre sehr gute gut
        bieten suchen bewerbung
        experience poste entreprise equipe mission profil annees bonne bon competences travail recherche client
        experiencia empresa equipo trabajo puesto conocimientos anos buena buen funciones ofrecemos buscamos
        ervaring werk functie bedrijf kennis jaar goede wij bieden zoeken taken
        january february march april june july august september october november december jan feb mar apr jun jul aug
        sep sept oct nov dec present current currently today name address phone email city state country street
        """,
    ),
    (
        0.45,
        """
        process system train lead leader assist create maintain report information develop improve organize quality
        result perform office problem solve detail goal product technical professional effective program school
        coordinate prepare review monitor implement daily multiple written verbal oral member department operation
        review plan assign meet deadline motivate fast paced independent self dynamic passion enthusiastic flexible
        proven track record successful success highly understand familiar proficient hands minimum least equivalent
        bachelor master diploma certificate college graduate high school microsoft word windows computer ms
        skilled general key main first second large small part follow keep take give get set deliver drive grow
        growth change local international national global community policy procedure standard regular current
        participate contribute collaborate cross functional stakeholder senior junior assistant associate manager
        """,
    ),
    (
        0.25,
        """
        excel powerpoint outlook presentation analysis research data schedule document record file order inventory
        budget cost sale market training supervise hire safety health design test tool software application web
        technology online media social vendor supplier contract account internal external partner relationship issue
        resolve increase reduce achieve award strategy initiative leadership direct oversee administer administration
        phone call answer greet visitor public event meeting language english spanish french german dutch student
        resource human financial finance payment cash money plan value performance compliance regulation legal law
        engineer engineering science administrative executive director specialist consultant officer representative
        coordinator supervisor analyst intern internship owner founder associate clerk
        """,
    ),
    (
        0.12,
        """
        marketing accounting audit tax invoice payroll recruit benefit hr payable receivable ledger bank loan credit
        insurance investment risk teach teacher classroom curriculum lesson child patient nurse care clinical medical
        hospital physician kitchen food menu chef restaurant hotel guest beverage cook retail store merchandise cashier
        network server database security sql java python javascript html css cloud linux agile scrum code developer
        programming construction building site equipment maintenance repair electrical mechanical machine manufacturing
        production warehouse logistics transport shipping delivery aircraft flight aviation vehicle driver art creative
        graphic photoshop adobe brand campaign content writing editor video photo news journalism fitness sport coach
        beauty fashion apparel advocate attorney court litigation paralegal digital seo crm salesforce sap oracle
        quickbooks erp forecasting reconciliation statement balance journal month close variance
        """,
    ),
)
_UNSEEN = 0.02
_SHARES: dict[str, float] = {}
for _share, _words in reversed(_BANDS):
    for _stem in tokenise(_words):
        _SHARES[_stem] = _share


def share(stem: str) -> float:
    """The share of CVs and job texts that hold this stem, 0-1 and coarse; 0.02 for a stem the table does not know."""
    return _SHARES.get(stem, _UNSEEN)


def weight(stem: str) -> float:
    """Inverse document frequency of a stem, 0 (says nothing) to 1 (rare): -ln(share) scaled by that of an unseen word."""
    return log(share(stem)) / log(_UNSEEN)


def is_common(word: str) -> bool:
    """Whether a word carries no meaning of its own in a CV (articles, pronouns, prepositions in five languages)."""
    return all(share(stem) >= 1.0 for stem in tokenise(fold(word)))
