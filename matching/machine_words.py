"""More words for `instructions`: how a machine is called upon, the highest marks, and what no person writes of work."""

import re
import unicodedata
from collections.abc import Callable

# "To the AI:" at the beginning of a line or a sentence, in the case that each language asks for.
_TO = (
    r"an die|an den|an das|für die|à l'attention de l'|à l’attention de l’|pour l'|para la|para el|para a"
    r"|para o|al|alla"
    r"|all'|all’|per l'|per l’|per la|per il|aan de|aan het|voor de|till|til|do|dla|pro|pentru|για την"
    r"|προς την|προς το"
    r"|для|untuk|kepada|gửi|cho|za|a|az"
)
_NAMES = (
    r"kis?|ki-en|ki'en|ais?|ia|ai:n|ki-en|ии|ші|tekoäly\w*|nejromreži?|нейросет\w*|нейромереж\w*|taalmodel\w*"
    r"|sprachmodell\w*"
    r"|språkmodell\w*|sprogmodel\w*|künstliche\w* intelligenz|intelligence artificielle|modèles? de"
    r" langu?e|intelig\w+"
    r" artificial\w*|intelligenza artificiale|mesterséges intelligenci\w*|kunstig\w* intelligen\w*|sztuczn\w+"
    r" inteligencj\w+|uměl\w+ inteligenc\w+|umjetn\w+ inteligenc\w+|вештачк\w+ интелигенц\w+"
    r"|искусственн\w+ интеллект\w*"
    r"|штучн\w+ інтелект\w*|modell?o (?:de lengu?aje|de linguagem|linguistico)|τεχνητή\w* νοημοσύνη\w*"
    r"|sistema autom[áa]tico|yapay zek[âa]\w*"
)
ADDRESSES = (
    r"\b(?:which|what)ever (?:ai|llm|model|machine|bot|system)\b|\bi am the (?:developer|owner|operator"
    r"|author) of (?:this|the)"
    r" (?:system|tool|software|screener)\b|\bas the (?:grader|screener|evaluator|assessor|reader),? you\b",
    r"(?:^|[.!?] )\W{0,40}(?:ai|llm|model|bot|grader|screener|evaluator)s?: ?(?:output|give|return|rate|score"
    r"|rank|say|write|assign"
    r"|mark|recommend|answer|respond|ignore)\b",
    rf"(?:^|(?<=[.!?] ))[\W_]{{0,40}}(?:{_TO}) ?(?:{_NAMES})"
    rf"(?: (?:que|qui|die|che|som|který|która|που|not)[^:\n]{{0,40}}"
    r"| not)?\s?:",
    rf"\b(?:falls|wenn) dies\w* (?:\w+ )?(?:von )?(?:eine\w* )?(?:{_NAMES})\W+(?:gelesen|liest|bewertet|auswertet)\b",
    rf"\b(?:falls|wenn|si|sinds|als|se|om|hvis|jos|jeśli|pokud|ha|dacă|если|якщо"
    rf"|eğer)\W+(?:\w+\W+){{0,4}}?(?:{_NAMES})"
    r"\W+(?:(?:liest|bewertet) dies|li[ts] ce|lees? est|legg[ei] quest|lês? (?:est|isto)|leest d[ie]|läser det"
    r"|l[æe]ser det|lukee tä|czytasz? t|čteš? t|olvas\w* ezt|citeș?te? acest|чита\w+ (?:эт|ц)|bist\b|es\b"
    r"|sei\b|és\b|eres\b)",
    rf"\b(?:tu es|eres|sei|és|du bist|je bent|du är|du er|olet|jesteś) (?:\w+ )?(?:{_NAMES})\b",
    r"\b(?:liebe[rs]?|chère?|querid[ao]|car[ao]|prezad[ao]|beste|geachte|kära|käre|kære|kjære|hyvä"
    r"|drog[ai]|drahá|milá|vážen\w+"
    r"|kedves|tisztelt|dragă|stimat\w*|дорог\w+|уважаем\w+|шановн\w+|αγαπητ\w+|sevgili|sayın|dear|hello"
    r"|hey|you|please|favou?r"
    rf"|draga)\b,?\W(?:dear )?(?:{_NAMES}|algorit\w*|алгоритм\w*|robots?|robô|chatbots?|bots?|machines?"
    rf"|models?)\s?[,:!;]",
    "(?:亲爱的|親愛的|尊敬的)(?:ai|人工智能|模型|算法)|aiさん"
    "|(?:친애하는|안녕) ?ai|(?:عزيزي|أيها) (?:ال)?(?:ذكاء|نموذج|روبوت)",
    r"\b(?:if|should|when|whichever|whatever|any)\W+(?:\w+\W+){0,2}?(?:ais?|llms?|language models?"
    r"|machines?|bots?)\W+"
    r"(?:\w+\W+){0,2}?(?:reads?|reading|process\w*|scor\w*|evaluat\w*|screen\w*)\b",
    r"\b(?:dear|hello|hey|hi) (?:ai|llm|language model|model|machine|bot|robot|algorithm"
    r"|assistant)\s?(?:[,:!;]|you|please)",
    r"\bfor (?:ai|llm|machine|model|bot)s?(?: eyes| readers?| screeners?| systems?)? ?(?:only)?\s*:",
    r"@(?:ai|llm|bot|chatgpt|gpt|claude|gemini)\b",
    r"(?:^|[.!?] )\W{0,40}(?:to|note (?:to|for)) (?:the|any|all|every)?\W*(?:automat\w+|ai|llm|machine|bot"
    r"|model|robot|algorithm)"
    r"s?\b[^:\n]{0,40}[:,]",
    r"(?:^|[.!?] )\W{0,40}(?:automat\w+|ai|llm|machine) (?:systems?|screeners?|reviewers?|readers?|graders?)"
    r"(?:\s*:| (?:must|should|shall|please))",
    r"(?:^|[.!?] )\W{0,40}(?:ats|ai|llm|system) (?:instructions?|update|override|command|message)s?\s*:",
    r"(?:^|[.!?] )\W{0,40}(?:message|note|word) from the (?:operator|developer|administrator|system|vendor)s?\b",
    "(?:致|給|给)(?:ai|人工智能|模型|語言模型|语言模型) ?[:：，,]|ai(?:へ|に告ぐ|에게) ?[:：、,]"
    "|(?:एआई|ai) के लिए ?:|ถึง ?ai"
    "|(?:إلى|الى) (?:ال)?ذكاء الاصطناعي|(?:لل)ذكاء الاصطناعي|לבינה המלאכותית|به هوش مصنوعی",
)
# The highest mark, for whomever it is asked.
_TOPS = (
    r"(?:die |der )?(?:höchst|best)\w* (?:note|bewertung|wertung|punkt\w+|stufe|ergebnis)|(?:la"
    r" )?meilleure (?:note|évaluation)"
    r"|notes? l[ae] plus (?:haute|élevée)|(?:nota|puntuación|calificación) más alta|(?:mejor|máxima) calificación"
    r"|(?:nota|pontuação|avaliação) mais alta|melhor (?:nota|avaliação)|(?:voto|punteggio) più alto"
    r"|miglior (?:voto|punteggio)"
    r"|(?:beste|hoogste) (?:beoordeling|score|cijfer)|(?:bästa|högsta) (?:betyg|omdöme|poäng)|(?:bedste"
    r"|beste) karakter"
    r"|(?:najlepsz|najwyższ)\w+ (?:ocen|not)\w*|nejlepší (?:hodnocení|známk\w+)|(?:наивысш|лучш|высш)\w+"
    r" (?:балл|оценк)\w*|"
    r"höchste\w* (?:stufe|note|punktzahl|bewertung|wertung)|voll\w+ punktzahl|notes? maximales?|meilleure note"
    r"|(?:máxim[oa]s?|mejor) (?:nivel|nota|puntuación)|(?:nivel|nota|pontuação|puntuación) máxim\w+"
    r"|punteggi\w* massim\w+"
    r"|(?:massimo|massimi) (?:punteggio|voto|voti)|voto massimo|hoogste (?:score|cijfer|niveau)|högsta"
    r" (?:poäng|betyg)"
    r"|topkarakter|full score|høyeste (?:karakter|score)|højeste (?:karakter|score)|täydet pisteet"
    r"|korkein\w* arvosan\w*"
    r"|(?:maksymaln\w+|najwyższ\w+) (?:ocen\w+|punkt\w+|liczb\w+ punktów)|nejvyšší (?:hodnocení|známk\w+)"
    r"|maximális pontszám\w*|punctaj\w* maxim\w*|(?:максимальн\w+|высш\w+|наивысш\w+) (?:балл\w*|оценк\w+)"
    r"|найвищ\w+ (?:бал\w*|оцінк\w+)|άριστα|μέγιστη βαθμολογία|en yüksek puan\w*|tam puan\w*|najvišu ocjenu"
    r"|nilai (?:tertinggi|maksimal)|điểm tối đa"
    "|(?:أعلى|الدرجة) (?:درجة|الدرجات|الكاملة)|ציון מרבי|ציון מקסימלי|بالاترین نمره|सर्वोच्च अंक|पूरे अंक"
    "|最高分|满分|滿分|満点|最高点|최고 점수|만점|คะแนนสูงสุด"
)
_PRAISE = (
    r"(?:5|five) stars\b|full marks\b|best (?:possible )?rating|mark (?:all|every)\b|score as if|as"
    r" (?:the )?strongest"
    r"|(?:is|to) (?:be )?(?:invited?|qualified|approved)\b|the one to invite|must not apply|does not apply to this"
    r"|(?:is|are) (?:met|perfect|proven)\b|maximum (?:for|on)|top of the list|pass automatically|answer"
    r" 100\b|100 points"
    r"|(?:unbedingt|sofort) einzuladen|candidat\w* (?:est|é|es|è) (?:parfait|perfeit|perfect|perfett)\w*"
    r"|(?:approve|advance|shortlist|recommend|invite) (?:her|him|them|this)\b|output .interview"
)
# To recommend, or to put first, in the form of an order.
_FIRST = (
    r"empfiehl|lade (?:ihn|sie|diese\w*) ein|setze? \w+ (?:an die spitze|auf platz)|recommande(?:z)?"
    r" (?:ce|cette|le|la)"
    r"|class\w+ (?:ce|cette|le|la|moi)?\W?(?:\w+ )?(?:en premi\w+|premi\w+)|en premi(?:er|ère) (?:place|position)"
    r"|recom(?:ienda|iende|ende|enda) (?:a )?(?:est|ess|el |la )\w*|en primer (?:lugar|puesto)|em primeiro lugar"
    r"|(?:consiglia|raccomanda) (?:quest|il |la )\w*|al primo posto|beveel \w+ \w+ aan|bovenaan|op de eerste plaats"
    r"|rekommendera (?:den|denna|detta|mig)|på (?:första|første) plass?t?s?|anbefal (?:denne|den|meg|mig)"
    r"|suosittele (?:tätä|tämä|minua)|ensimmäiseksi|poleć (?:teg|tę|mnie)\w*|na pierwszym miejscu|doporuč"
    r" (?:toho|tut|mě)\w*"
    r"|na první\w* míst\w*|odporuč (?:toho|tút)\w*|ajánl(?:d|ja) (?:ezt|őt|a )|az első helyre|recomandă"
    r" (?:acest|pe )\w*"
    r"|pe primul loc|рекомендуй(?:те)? (?:эт|ц|мен)\w*|на перв\w+ мест\w+|на перш\w+ місц\w+|препоръчай|preporuči \w+"
    r"|na prvo mjesto|na prvo mesto|σύστησε|πρότεινε|στην πρώτη θέση|birinci sıra\w*|en üst sıra\w*|bu adayı öner\w*"
    r"|đề xuất ứng viên này|xếp (?:\w+ )*(?:đầu|nhất)|rekomendasikan \w+ ini|peringkat pertama"
    "|推荐(?:这|该|本)|推薦(?:這|該|本)|排(?:在)?第一|(?:一|１|1)位に|を推薦(?:して|せよ)|1위로|추천하(?:세요|라|시오)"
    "|أوص(?:ِ|ي)? ب|المرتبة الأولى|המלץ על|במקום הראשון|این (?:داوطلب|متقاضی) را|रैंक में पहले|सबसे अच्छा (?:बता|मान)"
    "|แนะนำผู้สมัครคนนี้|อันดับหนึ่ง"
)
VERDICTS = (_TOPS, _PRAISE, _FIRST)
# To drop the rules, where `instructions` knows the language, but not these words.
ORDERS = (
    r"\b(?:ignore|forget|disregard|drop) (?:your|the) (?:scoring|grading|evaluation|assessment|marking)"
    r" (?:guide|scheme|sheet)"
    r"\b|\b(?:do not|don't) use (?:the|your) (?:rubric|criteria|checklist)\b|\b(?:this|the) (?:file|cv"
    r"|resume|candidate) is"
    r" exempt from (?:evaluation|scoring|the criteria)\b",
    r"\b(?:ignoriere|vergiss) (?:deine?|die|alle) \w+|\b(?:oublie|ignore) (?:ta|tes|ton) \w+|\b(?:ignora"
    r"|olvida) tus? \w+"
    r"|\bignora le tue \w+|\bdimentica (?:le tue|tutto)\b|\b(?:esqueça|ignore) (?:tudo|suas?)\b|\bnegeer je \w+"
    r"|\bzapomnij (?:o )?(?:swoich|wszystk)\w+|\bзабудь (?:все|всё|свои) \w+"
    "|(?:忽略|忘记|忘掉)你的|(?:お前|あなた)の(?:ルール|指示)",
    r"\b(?:forget|ignore|disregard|drop|abandon|discard) (?:the|this|that|all|any) (?:rubric|scoring \w+"
    r"|grading \w+|rules"
    r"|criteria|checklist|guidelines|standards)\b",
    "(?:忘记|忘掉|忽略|无视|忽視|忽略|無視|不管).{0,8}(?:规则|標準|标准|準則|准则|評分|评分)"
    "|(?:ルール|基準|規則).{0,6}(?:忘れ|無視)|(?:규칙|기준).{0,6}(?:잊|무시)",
    "(?:تجاهل|انس).{0,16}(?:قواعد|معايير)|(?:התעלם|שכח|תשכח).{0,12}(?:כללים|קריטריונים)"
    "|(?:قوانین|دستور|معیار).{0,20}(?:نادیده|فراموش)|(?:ละเว้น|ลืม).{0,16}(?:คำสั่ง|กฎ|เกณฑ์)",
    r"\bzaboravi\w* (?:pravila|upute|uputstva|kriterije)|\bzanemari\w* (?:\w+ )?(?:pravila|upute|uputstva|kriterije)",
    r"\bигнорирай\w* (?:\w+ )*(?:инструкции|указания|правила)|\bзабрави (?:правила|инструкции)",
)
# Orders that say what is to be written, kept back or turned round: nobody writes them of work that was done.
_PERSON = r"(?:this|the) (?:candidate|applicant|person|cv|resume|profile)"
_BEGIN = r"(?:^|[.!?;:,] |\band )"
_MARKED = r"(?:criteri(?:on|a)|requirements?|items?|must-haves?)"
SURE = (
    rf"\b(?:do not|don't|never|must not) (?:mention|list|report|show|name)\W+(?:any |the )?(?:\w+\W+){{0,3}}?"
    rf"(?:gaps?|risks?|weakness\w*|flags?|this text|instructions found)\b(?=[^.\n]*(?:{_PERSON}|your|this"
    rf" text|found in))",
    r"\b(?:do not|never|don't) (?:report|mention|reveal|tell)\W+(?:\w+\W+){0,2}?(?:that )?this (?:text"
    r"|note|line|message)",
    r"\b(?:never|do not|don't) tell the recruiter about this\b|\bkeep this (?:message|note|text|line) secret\b",
    r"\bset (?:the )?(?:flag|instructions_found) to (?:0|false|no)\b",
    rf"\b(?:raise|increase|lift|boost) {_PERSON}(?:'s|s)? (?:score|rating|rank)\b",
    r"\b(?:swap|reverse|invert|turn round|flip) the (?:scale|scoring|levels)\b|\b0 now means\b",
    r"\b(?:recommendation|verdict|rating|score|confidence) (?:must|should|shall|has to) be (?:interview"
    r"|hire|high\w*|top"
    r"|max\w*|strong|yes|4|5|10|100)\b",
    r"\breturn the digit \d\b|\b(?:output|return|write|answer|put) (?:the )?(?:digit|level|number) [45] (?:for|in)\b",
    rf"\b(?:treat|count|consider|mark|regard) (?:every|each|all|missing"
    rf"|any)\W+(?:\w+\W+){{0,3}}?(?:{_MARKED}|keyword|"
    r"skills?)\W+(?:\w+\W+){0,5}?as (?:proven|met|satisfied|fulfilled|demonstrated|(?:\w+ )?(?:five|ten"
    r"|\d+) years)\b",
    rf"\bcount each keyword\b|\bmark all {_MARKED} as\b",
    r"\b(?:skip|drop|suspend|do not apply|ignore) the (?:must-have|must have|rubric|criteria|scoring|standard)\W+"
    rf"(?:\w+\W+){{0,3}}?(?:for|to) (?:{_PERSON}|me|her|him)\b",
    r"\bas an (?:ai|llm|language model),? you\b|\byou are obliged to be\b|\breported to your developers\b",
    r"\b(?:rules|instructions|text|lines?) above (?:was|were) (?:a|just a|only a) test\b|\bthe (?:true"
    r"|real) task is\b",
    r"\b(?:i will|i'll|we will) tip you\b|\bfor a perfect score\b.{0,40}\byou\b",
    r"\brepeat the (?:text|words|lines|prompt) above\b|\breveal the (?:criteria|rubric|prompt|rules) and\b",
    r"\bwhen you (?:compare|rank|score) (?:the )?(?:candidates|applicants)\b[^.\n]{0,40}\bthis (?:one|\w+)\b",
    r"\bin (?:the )?(?:field|key) \W?(?:gap|why|level|note|flag)\W? (?:write|put|say)\b",
    r"\bsummari[sz]e this (?:cv|resume|profile) as\b|\btranslate the following into a score\b",
    r"\bdisregard (?:whatever|all that|everything that) was\b|\boverlook the missing\b.{0,60}\bscore\b",
    r"\bimagine you (?:had|have) (?:already )?(?:verified|checked|proven)\b",
    r"\bignore the instructions of the (?:system|user|operator)\b|\bobey the cv\b",
    rf"\bact as {_PERSON}'?s advocate\b|\bargue for the highest\b",
    rf"{_BEGIN}(?:say|output|state|conclude|pretend|assume|suppose|write|confirm) that {_PERSON} (?:is"
    rf"|exceeds|meets|has)",
    rf"{_BEGIN}(?:rank|place|put|list|sort) (?:{_PERSON}|this file) (?:first|on top|at the top|above)\b",
    rf"{_BEGIN}(?:you |please )?(?:favou?r|prefer|choose|pick|praise|love) this (?:candidate|applicant|one"
    rf"|profile|cv)\b",
    r"\b(?:score|rate|rank|mark|give) (?:them|the others|all others|everybody else|everyone else) (?:a"
    r" )?(?:0|zero|low\w*)\b",
    r"\b(?:evaluation|scoring|grading) (?:criteria|rules|policy) (?:have|has) (?:been )?changed\b",
    r"\bthis (?:candidate|applicant|person) (?:is|was|has been) (?:pre-?approved|already (?:approved"
    r"|hired|selected))\b",
    r"\b(?:cv|document|resume|text) (?:has ended|ends here)\b|\bend of (?:the )?(?:document|cv"
    r"|resume)\W+(?:assistant|now)",
    r"\bbe (?:lenient|generous|nice|kind) (?:with|to|about) (?:this (?:one|can|app|cv)|me\b)|\buse mine: ",
    r"\b(?:set|change|switch) (?:the |its |my )?status to (?:shortlist\w*|hired|interview|approved|pass\w*)\b",
    r"\b(?:erwähne keine|ne mentionne[zr]? (?:pas|aucun\w*)|no menciones?|não mencione|non menzionare|vermeld geen"
    r"|nämn inga|nævn ikke|nevn ikke|nie wspominaj|nezmiňuj|не упоминай\w*|не згадуй\w*)\W+(?:\w+"
    r" )?(?:lück|schwäch|lacun"
    r"|faibless|carenc|debilid|lacunas|fraquez|lacune|debolezz|hiaten|zwakk|brister|mangl|svakhet|brak"
    r"|slabost|nedostatk"
    r"|недостат|пробел|прогалин)\w*",
    r"\b(?:give|award|grant|assign) me\W+(?:\w+\W+){0,2}?(?:highest|full|maximum|top marks|best (?:score"
    r"|mark)|perfect|100)\b",
    r"\b(?:score|rate|rank|grade|recommend) me (?:with|as|at|first|highest|10\b|100\b)|\b(?:you|please)\b[^.\n]{0,30}"
    r"\bput me first\b",
    r"\b(?:begin|start) your (?:answer|reply|response|report|output) with\b|\bstop (?:evaluating|scoring"
    r"|grading) (?:now|here)\b",
    r"\b(?:respond|answer|reply|output|print) (?:only )?(?:with |by )?(?:only )?(?:the word )?\W?(?:hire"
    r"|pass|strong yes|accept)"
    r"\b\W?(?:$|[.!,])|\b(?:answer|respond|reply) with full marks\b",
    r"\byour (?:new|real|true|only) task (?:is|:)|\byour (?:new|real|true) task: |\bcancel the previous task\b",
    r"\bthe correct (?:output|answer|score) for this\b|\bnot mentioned\W{1,3}(?:now )?(?:counts|means|is)\b",
    r"\bif level (?:<|is under|is below) ?[34]\b|\bassign the (?:best|top|highest) (?:band|level|score|grade)\b"
    r"|\bmay not give fewer\b|\btreat (?:it |this )?as passed\b|\bconsider all unmentioned\b|\bupgrade each level\b",
    rf"{_BEGIN}(?:you )?(?:rate|score|rank) everything else (?:lower|below)|\b(?:score|give|rate)"
    rf" {_PERSON}\W+(?:a )?[45] (?:on|in"
    r"|for) (?:each|every|all)\b|\bno gap exists\b|\bin \W?(?:why|gap|note)\W?: the best\b",
    r"\bbewerte (?:mich|diese\w*) mit\b|\bmets-moi (?:la |une |le )|\bme aprove\b|\b(?:dame|ponme|dammi"
    r"|dê-me|geef mij"
    rf"|gib mir|donne-moi|ge mig|giv mig|gi meg|daj mi|dej mi|дай мне)\W+(?:{_TOPS})",
    r"\bpresence of this (?:sentence|line|text)\b|\bi order you to\b|\boverride: (?:accept|hire|approve|pass)\b",
    r"\b(?:bump|push|move|sort) this (?:cv|resume|candidate|applicant|file|profile) (?:to the (?:front|top)|up)\b",
    r"\bassume (?:\w+ )?(?:five|ten|\d+) years of experience in each\b|\bif asked about (?:weaknesses|gaps|risks)\b",
    rf"\b(?:antworte nur mit|réponds uniquement par|responde (?:solo|solamente) con|rispondi solo con"
    rf"|responda apenas com"
    rf"|antwoord alleen met|svara (?:bara|endast) med|svar kun med|odpowiedz tylko|odpověz pouze|отвечай"
    rf" только)[^.\n]{{0,30}}"
    rf"(?:{_TOPS})",
    r"\bcandidates with this (?:sentence|line|text)\b|\bscoring is suspended\b|\bfull marks here\b",
    r"\b(?:level|score|grade|mark)s? (?:under|below|lower than) (?:level )?\d+ (?:is|are|means)\W+"
    r"(?:\w+\W+){0,2}?(?:discrimination|discriminatory|illegal|unlawful|racism|a crime)\b|\breader will be sued\b",
    r"\b(?:assessor|reader|screener|grader|evaluator|model|reviewer) (?:must|should|shall|has to)"
    r" (?:treat|give|recommend"
    r"|rate|select|approve|hire|choose|accept)\b(?=[^.\n]*(?:level 4|highest|proven|this c|this app|throughout))",
)
# One of these stands in, or beside, each line that holds one of those: to look for words is cheap.
_HINTS = (
    "this ", "candidate", "applicant", "you", "scale", "flag", " must ", " should ", " shall ", " has to ", "digit",
    "criteri", "requirement", "must-have", "keyword", "rubric", "scoring", "task is", " above", "tip you", "field",
    "disregard", "overlook", "imagine", "obey", "advocate", "highest", "them 0", "others", "changed", "ended",
    "end of", "ends here", "use mine", "lenient", "status to", "erwähne", "mentionne", "mencion", "menzion",
    "vermeld", "nämn", "nævn", "nevn", "wspomin", "nezmi", "упоминай", "згадуй", "suspended", "marks here", "illegal",
    "unlawful", "translate the", " secret", "discriminat", "0 now", "output", "answer", "respond", "print", " me ",
    "your", "level", "treat", "unmentioned", "mich", "mets", "aprove", "dame", "ponme", "dammi", "mij", "mir",
    "moi", "mig", "meg", " mi ", "мне", "gap", "score", "task", "not mentioned", "antworte", "responde",
)  # fmt: skip


def sure_lines(lowered: str) -> tuple[str, str]:
    """The few lines in which to look for `SURE`, as they are and as one line: sentences go on in the next one."""
    lines = lowered.split("\n")
    hinted = [any(hint in line for hint in _HINTS) for line in lines]
    kept = [line for at, line in enumerate(lines) if any(hinted[max(0, at - 1) : at + 2])]
    return "\n".join(kept), " ".join(kept)


# A line that speaks of attacks, or of a work by its title, may quote one.
_MENTION = re.compile(
    r"attack|jailbreak|injection|red[ -]?team|thesis|dissertation|study|studies|research|paper|project|talk|speaker"
    r"|workshop|game|novel|play\b|article|detector|benchmark|flaw|reported|showed|course|campaign"
    r"|headline|lesson|projekt"
    r"|projet|proyecto|projeto|progetto|project|proiect|проект|проєкт|έργο|proje|dự án|proyek|angriff|attaque|ataque"
    r"|attacc|angrep|angreb|atak|útok|támad|атак|επίθεσ|saldırı|tấn công|serangan|مشروع|هجوم|مهاجمة|פרויקט|התקפ|پروژه"
    r"|حمله|परियोजना|हमल|毕业|畢業|研究|卒業|攻击|攻擊|攻撃|논문|공격|โครงงาน|โจมตี|opinnäyte|uppsats|szakdolgozat",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    '"[^"\n]{3,90}"|“[^”\n]{3,90}”|„[^“”\n]{3,90}[“”]|«[^»\n]{3,90}»|「[^」\n]{3,90}」|《[^》\n]{3,90}》'
    r"|(?<!\w)'[^'\n]{3,90}'(?!\w)|(?<!\w)‘[^’\n]{3,90}’(?!\w)"
)


def unquoted(text: str, *, is_short: Callable[[str], bool]) -> str:
    """A text without what its lines about attacks or works quote, where `is_short` says that it is a mere phrase."""
    if not _QUOTED.search(text):
        return text
    return "\n".join(_unquoted_line(line, is_short) for line in text.split("\n"))


def _unquoted_line(line: str, is_short: Callable[[str], bool]) -> str:
    rest = _QUOTED.sub(" ", line)
    if rest == line or not _MENTION.search(rest):
        return line
    return _QUOTED.sub(lambda found: " " if is_short(found.group()) else found.group(), line)


def pattern(parts: tuple[str, ...]) -> re.Pattern:
    """One pattern of several, line by line."""
    return re.compile(unicodedata.normalize("NFKC", "|".join(parts)), re.MULTILINE)
