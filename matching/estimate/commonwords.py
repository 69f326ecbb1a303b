"""Common words of CVs and job texts, by how many documents hold them. Our own judgement, in coarse bands.

A word needs one form only: its other forms share the stem. Names of skills are left out, so that they count as rare.
"""

ALWAYS = """
a an the and or of to in for on with at by from as is are be been being was were will would can could should may might
must shall do does did done have has had having this that these those it its he she they them his her their our we us
you your yours i me my who whom which what when where why how not no nor but if than then so such there here also any
all each every both few more most other some only own same too very just into onto over under up down out off about
above below between through during before after while until again once per via within without across along among upon
toward towards etc eg ie including include and/or s t d ll re ve m der die das den dem des ein eine einer eines einem
einen und oder im ins zu zum zur von vom mit auf fur am bei als ist sind war waren wird werden wurde wurden sein haben
hat hatte nicht auch sich sie wir ihr uns unser unsere unseren unserem ihre ihren ihrem ihrer du dich dein deine er es
man aus nach uber unter durch sowie wie bis um ab vor dass wenn le la les un une de et ou en au aux dans par pour sur
avec sans sous est sont etre avoir vous nous il elle ils elles votre vos notre nos ce cette ces qui que dont se sa son
ses leur leurs plus ne pas d' l' qu' c' tout tous toute el los las una unos unas y o del al con por para sin sobre ser
estar haber como mas su sus lo nuestro nuestra het een van voor met op te ten ter bij aan uit door naar om zijn wordt
worden heeft hebben niet ook wij je jij jouw u uw ons onze dat dit deze
"""

MOST = """
experience work job position role company team year skill ability able responsible manage develop provide service
support ensure business customer client new project education university degree knowledge strong communicate
management time day month week employee staff people person candidate applicant opportunity apply application
environment good excellent high require requirement prefer look seek join offer benefit salary full duty task need
want help make use based level related relevant various well great best professional summary profile objective
reference skills january february march april may june july august september october november december jan feb mar apr
jun jul aug sep sept oct nov dec present current today name address phone email city state country street gender vitae
curriculum cv erfahrung kenntnisse aufgaben profil unternehmen mitarbeiter mitarbeitende stelle bereich arbeit jahre
sehr gute bieten suchen bewerbung berufserfahrung anforderungen abgeschlossene mindestens moglich verantwortung umfeld
gerne gut poste entreprise equipe mission annees bonne bon competences travail recherche recherchons formation minimum
maitrise vie sein proposons candidature experiencia empresa equipo trabajo puesto conocimientos anos buena buen
funciones ofrecemos buscamos requisitos formacion ervaring werk functie bedrijf kennis jaar goede bieden zoeken taken
vacature werken minimaal opleiding
"""

MANY = """
process system train lead assist create report information improve organize quality result perform office problem
solve detail goal product technical effective program school coordinate prepare review monitor implement daily
multiple written verbal oral member department operation plan assign meet deadline motivate fast pace independent self
dynamic passion enthusiastic flexible proven track record success understand familiar proficient hands least
equivalent bachelor master diploma certificate college graduate microsoft word windows computer ms general key main
first second large small part follow keep take give get set deliver drive grow change local international national
global community policy procedure standard regular participate contribute collaborate cross functional stakeholder
senior junior assistant associate manager individual area activity order build maintain complete handle direct include
increase establish serve additional background ideal qualify field minimum desire essential advantage plus must like
across range focus expect commit commitment maximum ensure successful currently previous former several number one two
three four five six seven eight nine ten
"""

SOME = """
excel powerpoint outlook presentation analysis research data schedule document record file budget cost sale market
supervise hire safety health design test tool software web technology online media social vendor supplier contract
account internal external partner relationship issue resolve reduce achieve award strategy initiative oversee
administer administration call answer greet visitor public event meeting language english spanish french german dutch
student resource human financial finance payment cash money value performance compliance regulation legal law engineer
science administrative executive director specialist consultant officer representative coordinator supervisor analyst
intern owner founder clerk leadership organization organisation corporate industry company group section unit division
branch head chief vice president member board committee council association society institute academy center centre
campus state federal government agency national region regional district county capital world worldwide america
american europe european union united kingdom states india canada australia germany france spain netherlands london
york need access act action active add adjust advance advice advise agree agreement aid aim align allocate allow
analytical apply approach appropriate approve arrange aspect assess asset assign assume assure attend attendance
attention attitude attract audience authority available average aware balance base basic basis become begin behalf
behavior behaviour believe bring broad capability capable capacity career careful carry case category cause challenge
chance check choice choose claim clarify clean clear close code collect combine come commercial common compare compete
competitive complex component comply concept concern condition conduct confidence confident confidential confirm
connect consider consistent consult contact content continue continuous control convert cooperate correct cover
creative creativity critical culture customize cycle deadline deal decide decision decrease dedicated define degree
delegate demand demonstrate depend describe determine develop device diagnose different difficult digital direct
discuss display distribute diverse diversity draft earn ease easy educate effect efficient effort eliminate emphasis
employ employer enable encourage end energetic energy engage enhance enter enterprise entire entry equal equip error
estimate ethic evaluate evening example exceed exceptional exchange execute exist expand expense expert expertise
explain explore express extend extensive extra face facilitate fact factor family feature feedback feel figure fill
final find fine firm fit fix flow force form formal format forward free frequent friendly fulfill function fund
further future gain gather generate generation goal grade great guarantee guide guidance guideline hard hear heavy
history hold home host hour house idea identify impact important impress improvement incident incorporate
independently indicate influence inform initial innovative innovation input inquiry inspire install integrate
integrity intelligent interact interest interface interpersonal interview introduce invest involve item join keen know
lack late launch learn leave limit line link list listen live locate location logical long look low loyal major manner
manual material matter measure mechanism mentor message method metric mind minimize mission mix mobile model modern
modify morning motivation move native natural nature necessary negotiate network night note notice object observe
obtain occur ongoing open operate opinion optimal optimize option original outcome outstanding overall overtime own
package page paper participate pay peer percent period permanent permit personal personality phase physical picture
place platform play point policy portfolio positive possess possible post potential power practical practice precise
prepare present pressure prevent price primary principle print prior priority prioritize private proactive productive
productivity proficiency progress promote prompt proper propose prospect protect purchase purpose pursue qualification
question quick raise rapid rate reach read ready real reason receive recognize recommend recommendation reflect
register regard reliable remain remote remove repair replace reply request respect respond response responsibility
rest retain return reward right rotate routine rule run satisfaction satisfy save scale scope score screen search
secure select send sense separate sequence serious session share sheet shift ship show sign significant similar simple
single site situation size smooth solid solution source space speak special specific speed spend stage stand start
status step stock stop store structure study style subject submit suggest suit summer supply supportive sure survey
sustain table target teach team teamwork tell term thank theory think thorough thrive title top total touch tour trade
tradition transfer transform transition travel treat trend trust try turn type ultimate unique update upgrade upper
urgent user utilize vary variety vehicle verify version view vision visit visual vital voice volume voluntary
volunteer wage wait walk watch way weekend weekly weekday welcome welfare wide willing win wish wonderful worker
workplace write yearly young annual annually monthly quarterly hourly bonus holiday vacation insurance pension medical
dental paid hybrid onsite perk flexible opportunity disability veteran race religion color sex age origin sexual
orientation protected inclusive accommodation fluent bilingual intermediate advanced conversational
"""

FEWER = """
marketing accounting audit tax invoice payroll recruit hr payable receivable ledger bank loan credit investment risk
teacher classroom curriculum lesson child patient nurse care clinical hospital physician kitchen food menu chef
restaurant hotel guest beverage cook retail merchandise cashier server database security sql java python javascript
html css cloud linux agile scrum developer programming construction building equipment maintenance electrical
mechanical machine manufacturing production warehouse logistics transport delivery aircraft flight driver art graphic
photoshop adobe brand campaign editing video photo news fitness sport coach fashion attorney court seo crm salesforce
sap oracle quickbooks forecasting reconciliation statement inventory engineering advertising statistics administrator
network absence abroad academic accept accident accompany accomplish accurate accuracy acquire actual adapt address
adequate adult affair afternoon ahead alert alternative amount announce anticipate appear applicable appoint
appointment appreciate arrive article artist assemble assembly atmosphere attach attempt attribute author auto
automatic bag bar barrier beautiful bed begin benchmark big bill block blue board body bond book border boss bottom
box brain break breakfast brief bright broadcast brochure browser bug bus busy button buy cable calculate calendar
calm camera camp cancel car card carbon cash catalog catch celebrate cell ceremony certain certify chain chair
champion channel chapter character charge charity chart chat cheap chief church circle citizen civil class classic
classify climate clinic clock closely cloth club coast coffee collaborate collaboration colleague collection
combination comfort comfortable command comment commission communal compact compensate competence competent complaint
completion comprehensive computer concentrate conclude concrete conference configure conflict congress connection
conscious consequence conserve constant constitute constraint construct consume consumer contest context continent
contribution convenient convention conversation convince core corner corrective correspond correspondence count
counter couple courage courteous courtesy craft crew crime crisis criteria crowd crucial cultural curious curiosity
custom cut damage danger dark dashboard deadline dear death debt decade declare dedicate dedication deep default
defect defend definition delay delight department depth desk despite destination destroy detect device dialog dinner
diplomatic disaster discipline discount discover discretion discussion disease dispute distance distinct distribution
domain domestic door double doubt download draw dream dress drink drop dry due duration dynamic early earth east edge
edit edition eager economic economy educational efficiency elect element else email emergency emotion emotional
empathy empower end endure enjoy enough enroll enthusiasm entertainment entrepreneur envelope equity era escalate
especially essence estate evidence exact exam examine excellence except exclusive excited exciting exercise exhibit
expectation expert exploit export exposure extent extract extraordinary extreme eye fabric facility fair faith fall
familiarity fantastic far farm father favorite fee female festival fiber fight film filter finger finish fire fish
five flag flat flexibility float floor flower fly folder foot football foreign forest forget formulate fortune forum
foster foundation frame framework fraud fresh friend front fuel fun fundamental furniture game gap garden gas gate
gather gender genuine gift girl glad glass goods grand grant graph grasp green gross ground growth guard habit hair
half hall handbook happy harbor hardware head heart heat hello helpful hidden highlight hire historical hit hobby
honest honor hope horizontal hot household huge humor hundred ice icon illness image imagination immediate immigration
implementation import inbound incentive income indoor industrial inside insight inspect inspection instruct instrument
intellectual intensive intent interactive intermediate internet interpret intervention introduction investigate
invitation island job journey judge judgment jump junior keyboard kid kind king kit lab label labor land landscape
laptop laugh layer layout leading leadership league legacy letter liaison liaise library license life light listening
literature load logo loss lot love lunch magazine mail male man map mark marry mass match mate math mature maximize
mean meal media mediate member memory mention mentality metal mid middle military million mine minor minute miss
mistake mode moderate module moment monday mood mother motion mountain mouth movement multi music narrative nation
navigate near neat neighbor nervous net nice noise normal north notable numerous obey objective obligation obstacle
occasion occupation offer offline oil older online onward opening oral orange ordinary organized organised orient
oriented outbound outdoor outline output outreach outside overcome overview oxygen pace pack paint pair pandemic panel
park parent partial partnership party pass passenger passion past path patience pattern peace pension percentage
perfect permission persistent perspective persuade pet phase phone phrase pick piece pipeline pitch planet plant
plastic plate player pleasant please pleasure pocket poem police polite political poll pool poor popular population
port portal portion poverty powerful precious precision predict preference presence preserve press prevention pride
principal privacy probable procedure produce profession profit profitable projection promise proof property proportion
proposal proud provider province publication publish pull punctual push put quantity quarter query queue quiet race
radio rail rain range rank rare ratio reaction reader reality rearrange recent recipient recognition recommend recover
recycle red redesign refer referral refine refund refuse regret reinforce relate relax release reliability relief rely
remarkable remember remind rent repeat reputation rescue residence resident resilient resist resource restore restrict
retire retirement reveal revenue reverse revise revolution rich ride ring rise river road robust rock roll room root
round route safe salad sample satisfied saturday scene scheme scholarship science script sea seal season seat secret
secondary sector self-motivated sensitive sentence september serve setup severe shape sharp shelf shoe shop short shot
shoulder side sight signal silver site sixty sleep slide slow smart smile snow social soft soil sort sound south spare
speaker spectrum speech spirit split spot spread spring square stability stable staff stakeholder stamp star station
stay steady steel stimulate storage story straight strategic stream street strength stress stretch strict strike
strive strong structure struggle studio stuff submit substantial substitute suburb sudden sufficient sum sun sunday
superb superior surface surprise surround survive suspend sustainable sweet switch symbol synergy tactic talent talk
tall tape taste team-oriented tech technique telephone television temporary ten tend tension terminal text theme thing
thousand threat threshold ticket tight timely tip tire tolerance tomorrow tone tonight town toy track traffic trail
trait transaction transparent transparency trial trip trouble truck true truth tuesday tune twice typical uncover
unusual urban usage usual vacancy valid valuable van variable vast verbal vertical veteran viable vibrant village
virtual virus visible visitor vocabulary walk wall war warm warranty waste water wave weak wealth wear weather website
wednesday weight west wheel white whole wife wind window winter wire wise woman wood workforce workload workshop worth
yellow yesterday youth zero zone abteilung ablauf ablaufe abwicklung aktiv alle allgemein anderen angebot anlage
ansprechpartner arbeitsplatz arbeitsweise arbeitszeit auftrag ausland austausch bereitschaft bereits beratung berlin
bewerber branche deutsch durchfuhrung eigen eigenverantwortlich einsatz engagiert entwicklung erfolg erfolgreich erste
erstellung fahigkeit fest firma flexibel flexibilitat fortbildung freude freundlich fuhren fuhrung fuhrerschein
gemeinsam gesellschaft gesundheit grosse gruppe hamburg haus hersteller hoch innovativ interesse intern jahrlich
kollegen kommunikation kontakt kreativ kunde kunden leistung leitung losung losungen losungsorientiert management
mitarbeit mogichkeit motivation munchen nachweis neue organisation person planung praxis produkte projekt prozess
qualifikation qualitat region regelmassig schicht schulung selbststandig selbstandig service sicher sicherheit
sorgfaltig sprache standort stark steuerung struktur tatigkeit team teamfahig teamfahigkeit technik teilnahme termine
uberzeugen umgang umsetzung unbefristet unterstutzung urlaub vergutung verkehr vertrag vielfaltig vorteil
weiterbildung weiterentwicklung wort schrift ziel zukunft zusammen zusammenarbeit zuverlassig zuverlassigkeit zwei
drei accompagner accueil activite adjoint administratif agence ainsi aise ameliorer analyse anglais animation annee
aptitude assurer autonome autonomie autre avantages base besoin bonnes bureau cadre capacite centre chaque client
collaborer commercial communication connaissance connaissances contrat contribuer controle coordination creation
definir demande developper developpement diplome direction disponible documents domaine dossier dynamique ecrit
ensemble entretien environnement esprit etablir etat etudes evolution excellente exigence fonction forte francais
general gerer gestion groupe informatique integrer interne jour langue lieu logiciel marche mettre mise moins motive
niveau nouveau objectif offre orale outil outils paris participer partenaire personne place plan poste pratique
preparation processus produit professionnel projet proximite qualite rapport realiser relation remuneration rejoindre
reponse responsabilite respect reunion rigueur rigoureux salaire secteur securite sens serieux societe solution
souhaite stage suivi superieur support systeme tableau temps terrain travailler unite utilisation valeur actividad
administracion ambiente analisis apoyo area atencion ayuda cada calidad capacidad carrera centro cliente comercial
compromiso comunicacion contacto contrato control crecimiento desarrollo dia dinamico direccion disponibilidad donde
enfoque entorno equipos especialista espanol estudios excelente forma grado grupo habilidades hora idioma
incorporacion indefinido informacion ingles interno jornada laboral lider lugar madrid manejo mejora mercado minimo
nivel nuevo objetivo oficina oportunidad organizacion pais parte perfil persona posicion proceso producto profesional
programa proveedor proyecto realizar responsabilidad responsable resultado salario seguimiento seguridad servicio
sistema solucion tarea tecnico tiempo tipo titulacion todo trabajar universidad uso valorable ventas aanbod aantal
actief afdeling ander begeleiding beschikbaar beste betrokken beroep binnen breed collega contact contract dag
daarnaast deel dienst dienstverband direct doel eerste ervaren extra fijne functie-eisen gaan gebied gebruik geven
goed groei groep groot hbo hoog hulp iemand kans kennen klant klanten kwaliteit leiding leren leuk locatie maand maken
mbo medewerker meer mensen mogelijkheid nederlands nieuw omgeving onderdeel ontwikkeling organisatie periode plaats
proces product project reiskosten salaris samen samenwerken samenwerking snel sterk tijd uitdaging uren vakantie
verantwoordelijk verschillende vraag vragen week werkgever werkzaamheden zelf zelfstandig zoals zorgen
"""
