"""Patterns of personal details that do not belong in a judgement, by what they tell, in the folded spelling."""

DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[. /-]{1,2}(?:de )?(?:[^\W\d_]{3,10}|\d{1,2})\.?(?: de)?[., /-]{1,3}\d{2,4}|"
    r"[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d\d(?:[./-]\d{1,2}){0,2})"
)
_FEW = (
    r"(?:\d|no|one|two|three|four|five|ein|eine[mnr]?|zwei|drei|vier|funf|keine|un|une|deux|trois|quatre|sans|uno|una|dos|tres|"
    r"cuatro|sin|een|twee|drie|vier|geen|due|tre)"
)
_CHILDREN = (
    r"(?:(?:small |young |little |adult |grown-up |kleine |jeunes |grands )?(?:child(?:ren)?|kids?|boys?|girls?|sons?|daughters?|"
    r"kind(?:er|ern)?|sohne?|sohnen|tochtern?|enfants?|fils|filles?|hij[oa]s?|kinderen|figli[oae]?|filhos?))"
)
# Labels that mean one thing wherever a line starts with them and a colon.
STRONG = {
    "birth": (
        r"date (?:and place )?of birth|birth ?date|birth ?day|birth ?place|place of birth|year of birth|d\.?o\.?b\.?|"
        r"born(?: on| in)?|geburtsdatum(?: und -?ort)?|geburtstag|geburtsort|geburtsjahr|geburtsname|geb\.?(?: am)?|"
        r"geboren(?: am| in| op| te)?|jahrgang|date (?:et lieu )?de naissance|lieu de naissance|nee?(?:\(e\))?(?: le| en| a)|"
        r"fecha (?:y lugar )?de nacimiento|lugar de nacimiento|nacid[oa](?: el| en)?|geboortedatum(?: en -?plaats)?|"
        r"geboorteplaats|geboorteland|data (?:e luogo )?di nascita|luogo di nascita|nat[oa] (?:il|a)|data de nascimento|"
        r"naturalidade|nascid[oa] (?:em|a)|data urodzenia|fodelsedatum|fodselsdato|dogum tarihi|дата рождения|место рождения|"
        r"ημερομηνια γεννησης|出生日期|出生年月|生年月日|생년월일"
    ),
    "nationality": (
        r"nationalit(?:y|at|e|eit)|nationalities|citizenships?|staatsangehorigkeit(?:en)?|staatsburgerschaft|nacionalidade?|"
        r"ciudadania|nazionalita|cittadinanza|obywatelstwo|narodowosc|nationalitet|medborgarskap|гражданство|"
        r"ethnicity|ethnic origin|国籍|民族|籍贯|국적"
    ),
    "family": (
        r"marital status|civil status|family status|relationship status|familienstand|zivilstand|personenstand|"
        r"situation (?:familiale|de famille|matrimoniale)|etat (?:civil|matrimonial)|estado civil|burgerlijke staat|"
        r"stato civile|stan cywilny|sivilstatus|civilstand|семейное положение|婚姻状况|婚姻|配偶者|결혼 여부|"
        r"number of children|anzahl (?:der )?kinder|nombre d'enfants|numero de hijos|aantal kinderen|"
        r"(?:father|mother|husband|wife|spouse)(?:'s)? name"
    ),
    "religion": (
        r"religion|religious affiliation|religionszugehorigkeit|konfession|religiose zugehorigkeit|geloof|godsdienst|"
        r"religione|religiao|вероисповедание|宗教|政治面貌"
    ),
    "military": (
        r"military (?:service|status|obligations?|duty)(?! (?:members?|personnel|families))|veteran status|national service|"
        r"compulsory service|(?:grund)?wehrdienst|zivildienst|wehrpflicht|wehrersatzdienst|service (?:militaire|national)|"
        r"obligations? militaires?|servicio militar|militaire dienst(?:plicht)?|dienstplicht|servizio (?:militare|di leva)|"
        r"obblighi (?:militari|di leva)|servico militar|воинская обязанность|askerlik(?: durumu)?|병역"
    ),
    "gender": (
        r"gender(?: identity)?|geschlecht|geslacht|(?:preferred )?pronouns|pronomen|pronoms|pronombres|性别|性別|성별|cinsiyet"
    ),
    "identity": (
        r"passport(?: no\.?| number)?|id(?:entity)?(?: card)? (?:no\.?|number)|national id(?: number)?|"
        r"social security(?: number)?|ssn|ni(?:no| number)|national insurance(?: number)?|"
        r"(?:personal)?ausweis(?:nummer|nr\.?)|sozialversicherungsnummer|steuer-?(?:id|nummer)|"
        r"numero de securite sociale|dni(?:/nie)?|nie|nif|n\.i\.f\.?|bsn|burgerservicenummer|codice fiscale|"
        r"cpf|aadhaa?r(?: no\.?| number)?|pan (?:no\.?|number|card)|身份证号?"
    ),
    "photo": r"(?:bewerbungs|pass)?foto|photo(?:graph)?|lichtbild",
    "health": (
        r"disabilit(?:y|ies)|health(?: status)?|blood (?:group|type)|schwerbehinder(?:ung|t)|grad der behinderung|handicap|"
        r"discapacidad|gesundheit(?:szustand)?"
    ),
}
# Labels that mean something else in other parts of a CV: taken in the head and among personal details only.
WEAK = {
    "age": r"age|alter|edad|leeftijd|eta|idade|wiek|возраст|年龄|年齢|나이|yas",
    "family": r"children|kinder|enfants|hijos|kinderen|figli|filhos|дети|dependents|spouse|zahl der kinder",
    "gender": r"sex|sexe|genre|sexo|genero|sesso|пол|plec",
    "nationality": r"race|herkunft|origine?|caste|citizen",
    "religion": r"confession|faith",
    "health": r"height|weight|grosse|grose|gewicht|taille|poids|estatura|altura|peso|lengte",
}
# What stands between two separators in a head without any label.
BARE = {
    "family": (
        r"(?:unmarried|married|single|divorced|widowed|engaged|ledig|verheiratet|geschieden|verwitwet|verpartnert|"
        r"celibataire|marie(?:e|\(e\))?|pacsee?|divorcee?|veuf|veuve|concubinage|vie maritale|solter[oa]|casad[oa]|"
        r"divorciad[oa]|viud[oa]|(?:on)?gehuwd|(?:on)?getrouwd|samenwonend|gescheiden|celibe|nubile|coniugat[oa]|"
        rf"sposat[oa]|solteir[oa])(?: (?:(?:and|with|und|mit|et|avec|y|con|en|met) )?{_FEW} {_CHILDREN})?"
        rf"|{_FEW} {_CHILDREN}(?: \([^)]{{1,30}}\))?|kinderlos|childless"
    ),
    "gender": (
        r"male|female|mannlich|weiblich|masculin|feminin|masculino|femenino|mannelijk|vrouwelijk|non-binary|maschio|femmina|"
        r"(?:she|he|they|ze) ?/ ?(?:her|him|them|they|elle)(?: ?/ ?(?:hers|his|theirs))?|sie/ihr|er/ihm|elle|il/lui|男|女"
    ),
    "age": (
        r"(?:aged?:? |im alter von )?\d{2} ?(?:years? old|years? of age|yrs? old|y/?o|jahre alt|anos de edad|jaar oud|岁|歳)|"
        r"aged \d{2}|(?:1[6-9]|[2-6]\d) ?(?:jahre|ans|anos|jaar|anni|lat)"
    ),
    "nationality": (
        r"(?:[^\W\d_]{2,14} )?(?:citizen|national|nationality|passport holder)|[^\W\d_]{2,14} (?:citizen|national) of [^\W\d_]+|"
        r"(?:[^\W\d_]{2,20}e )?(?:staatsangehorigkeit|staatsburger(?:in)?)|(?:de )?nationalite [^\W\d_]+|"
        r"nacionalidad [^\W\d_]+|[^\W\d_]+e nationaliteit"
    ),
    "religion": (
        r"(?:rom(?:isch|\.)?-?)?(?:kath(?:olisch|\.)|evangelisch|ev\.)|konfessionslos|protestantisch|roman catholic|muslim|"
        r"moslem|hindu|buddhist|jewish|sikh|protestant|catholique|musulmane?|catolic[oa]|rooms-katholiek|hervormd|gereformeerd"
    ),
    "photo": (
        r"(?:(?:passport |bewerbungs|pass|your |insert )?(?:photo|foto)(?:graph)?(?: here| attached)?|lichtbild|写真を貼る位置|照片)"
    ),
}
# Beside one of the above on the same line, or as the whole line: a nationality or an age without further words.
BESIDE = {
    "age": r"[1-7]\d ?years",
    "nationality": (
        r"german|deutsche?r?|french|francaise?|spanish|espanola?|dutch|nederlandse?|italian[oa]?|british|irish|polish|polnisch|"
        r"portuguese|belgian|belge|belg|swiss|schweizer(?:in)?|suisse|austrian|osterreicher(?:in)?|turkish|turkisch|turc|turque|"
        r"indian|chinese|american|canadian|australian|nigerian|ghanaian|moroccan|marocaine?|algerien(?:ne)?|tunisien(?:ne)?|"
        r"russian|ukrainian|ukrainisch|romanian|bulgarian|greek|hungarian|mexican[oa]?|argentin[oa]|brazilian|colombian[oa]?"
    ),
}
# One of these stands in every text on military service.
SERVICE_WORDS = (
    *("militar", "wehr", "zivildienst", "service national", "national service", "compulsory service", "veteran status"),
    *("dienstplicht", "di leva", "воинская", "askerlik", "병역"),
)
# In running text: (the words of which one must stand in the line, pattern, placeholder, kind).
PROSE = (
    (
        ("old", "jahrig", "jarige", " ans", "edad", "jaar", "jahre alt", "aged "),
        r"(?<![\w.,])\d{2}[- ]?(?:years?|yrs?)[- ]old(?! (?:company|firm|business|code|software|system|platform|legacy|building|"
        r"application|institution|organi[sz]ation))|(?<!\w)aged \d{2}(?!\d|[ -]+(?:to|and|-)?[ -]*\d)|\d{2}[ -]?jahrige[rnms]?|"
        r"agee? de \d{2} ans|\d{2} anos de edad|\d{2}[- ]jarige|"
        r"(?<=ich bin )\d{2} jahre(?: alt)?|(?<=j'ai )\d{2} ans|(?<=tengo )\d{2} anos|(?<=ik ben )\d{2} jaar(?: oud)?|"
        r"(?<=i am )\d{2}(?= years old)",
        "[age]",
        "age",
    ),
    (
        ("born", "geboren", "nee le", "ne le", "nacid", "nee en", "ne en", "nee a", "ne a"),
        rf"(?<!\w)(?:(?:i was |ich wurde |je suis )?(?:born(?: and raised)?|geboren|nee?(?= le| en| a )|nacid[oa])"
        rf"(?: (?:on|in|am|le|en|el|op)(?: the)?)? (?:{DATE}|(?-i:in|en|te|a) [^\W\d_]{{3,20}})"
        rf"(?: (?:in|a|te|en) [^\W\d_]{{3,20}})?)",
        "[personal]",
        "birth",
    ),
    (
        (
            "mother",
            "father",
            "mum",
            "mom",
            "dad",
            "parent",
            "vater",
            "mutter",
            "mere",
            "pere",
            "madre",
            "padre",
            "moeder",
            "vader",
            "married",
            "verheiratet",
            "mariee",
            "marie ",
            "casad",
            "getrouwd",
            "gehuwd",
        ),
        rf"(?<!\w)(?:proud |single |stolzer |stolze |working )*(?:mother|father|mum|mom|dad|parent|vater|mutter|mere|pere|madre|"
        rf"padre|moeder|vader) (?:of|to|von|de|van|d') ?(?:a )?{_FEW}?(?: {_CHILDREN})?(?= |[.,;)]|$)(?<! of)(?<! de)(?<! van)(?<! von)(?<! to)"
        rf"|(?<!\w)(?:married|verheiratet|mariee?|casad[oa]|getrouwd|gehuwd),? (?:and |with |und |mit |et |avec |y |con |en |met )*"
        rf"{_FEW} {_CHILDREN}(?!\w)",
        "[personal]",
        "family",
    ),
)
