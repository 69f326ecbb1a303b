"""Words that stand in the head of a CV and are no part of a name: trades, ranks, techniques, fields, firms, headings.

`ENDINGS` does the same for trades that are spelt as one word in many ways, such as the German compounds.
"""

from matching.redaction.words import words

NOT_NAMES = words(
    # Ranks and trades in English
    """
    senior junior lead leader principal chief head staff associate assistant deputy vice president founder cofounder
    co-founder owner partner intern trainee apprentice graduate student freelance freelancer independent certified
    registered licensed chartered qualified experienced professional aspiring passionate creative innovative dedicated
    motivated results driven dynamic bilingual multilingual executive global regional national international local
    engineer developer programmer architect manager director officer analyst consultant specialist administrator reliability site
    coordinator supervisor representative clerk technician operator nurse midwife doctor physician surgeon dentist
    pharmacist therapist psychologist counselor counsellor paramedic radiographer teacher instructor trainer lecturer
    professor tutor educator researcher scientist biologist chemist physicist mathematician statistician economist
    accountant bookkeeper auditor controller banker broker trader teller cashier actuary underwriter treasurer
    designer artist illustrator photographer editor writer copywriter journalist author translator interpreter
    lawyer attorney solicitor barrister paralegal notary judge advisor adviser adviser strategist planner buyer
    seller salesperson salesman marketer merchandiser recruiter receptionist secretary typist librarian driver
    electrician mechanic welder machinist fitter builder surveyor roofer plasterer bricklayer labourer laborer
    employee janitor cleaner housekeeper caretaker carer caregiver nanny babysitter childminder sommelier bartender
    barista waitress server hostess attendant guard soldier sailor pilot dispatcher inspector investigator firefighter
    detective policeman superintendent foreman forewoman hairdresser beautician stylist optician veterinarian
    dietitian nutritionist optometrist hygienist expert guru ninja evangelist ambassador advocate champion
    enthusiast maker creator producer composer musician actor actress dancer model entrepreneur investor
    cto ceo cfo coo cio cmo vp svp evp hr qa ux ui bi erp crm sre devops fullstack full-stack frontend
    backend front-end back-end front back end stack mobile ios android generalist practitioner worker handyman
    """
    # Fields, techniques and words of the trade
    """
    software hardware web cloud data database network networks security cyber information technology technologies tech
    system systems it ict ai ml machine learning deep artificial intelligence robotics automation digital product
    project program programme process quality assurance test testing user experience interface design graphic visual
    interaction industrial mechanical electrical electronic electronics electro civil chemical structural environmental
    biomedical aerospace automotive marine mining petroleum energy power nuclear manufacturing production operations
    operational supply chain logistics procurement purchasing warehouse transport inventory retail sales marketing
    advertising media communications communication public relations content social brand business development account
    accounts accounting finance financial audit tax payroll investment banking insurance risk compliance legal law
    corporate commercial human resources people talent recruitment training education educational school university
    college institute academy faculty department medical medicine clinical health healthcare care nursing pediatric
    paediatric dental pharmacy pharmaceutical laboratory research science sciences scientific biology chemistry physics
    physico mathematics maths statistics economics politics political history philosophy psychology sociology
    linguistics literature language languages arts music theatre film architecture construction building real estate
    property hospitality hotel restaurant kitchen food beverage tourism travel customer client service services
    support help desk office administrative administration management strategy strategic planning policy government
    consulting solutions group company firm agency studio studios labs lab team teams division bureau
    inc ltd llc llp plc corp corporation gmbh ag kg ohg ug mbh se sa sas sarl sl slu srl spa bv nv oy ab as aps pty pte
    limited incorporated foundation association society council committee ministry bank trust union club center centre
    holdings holding royal infirmary hospital clinic church museum library airport station university
    python java javascript typescript php html css sql mysql postgresql mongodb linux windows macos unix aws azure gcp
    docker kubernetes git github gitlab linkedin stackoverflow xing twitter facebook instagram skype telegram whatsapp
    react angular vue node nodejs django flask spring laravel rails flutter swift kotlin golang rust scala ruby perl
    excel word powerpoint office photoshop illustrator indesign figma autocad solidworks matlab tableau salesforce sap
    ansible terraform oracle microsoft google amazon apple ibm meta netflix accenture nvidia bootstrap
    scrum agile kanban itil prince2 pmp
    """
    # Headings, labels and words of the form
    """
    curriculum vitae cv resume lebenslauf portfolio profile profiles profil perfil summary about objective career statement
    experience education skills contact personal details information data page date name surname address phone mobile
    email e-mail mail website web fax tel location born birth age nationality gender status references available
    upon request work employment history projects publications certifications certificates awards honors interests
    hobbies languages achievements qualifications competencies expertise strengths key core areas
    last updated update version welcome hello hi the and of in for with my me i am is an a to from at on by or not this that
    your you we our their new current present today january february march april june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    years year months month experience expected remote hybrid onsite full part time permanent contract
    phd md mba msc bsc ba ma bs ms beng meng llb llm rn cpa acca cfa pe mr mrs ms miss dr prof
    mission vision values services overview introduction background highlights photo picture passport
    heading title deaths cases number figure chapter abstract main attachment report annual
    republic republica federativa ministerio ministere ministerium республика федерация министерство
    native fluent intermediate beginner advanced basic proficient english spanish french german dutch italian chinese
    mandarin cantonese japanese korean arabic hindi russian polish portuguese turkish swedish danish norwegian finnish
    greek hebrew ukrainian czech romanian hungarian american british european african asian indian canadian australian
    citizen visa permit license licence driving resident residence married single divorced male female
    street road avenue lane drive boulevard court square apt suite unit floor box po north south east west upper lower
    united states kingdom republic city county state province region area greater bay metropolitan valley island
    bakery cafe salon garage foods motors cleaners builders traders stores shop express logistics partners
    growth hacker hard working individual dog dogs cat cats pet pets groomer problem solver solvers happy coder proven track
    record world traveller traveler lover passion dream dreamer thinker thinkers doer value believer changer learner
    writing speaker storyteller story stories night shift shifts time animal animals horse sport sports fitness yoga
    wellness hair nails fashion event events wedding kids baby youth elderly community safety fire water sea ocean
    self motivated employed starter maker makers mover shaker rockstar wizard craftsman explorer pioneer visionary
    open source native born raised recent young eager reliable trustworthy friendly punctual flexible organised
    organized detail detailed oriented focused minded proactive enthusiastic ambitious energetic hardworking
    looking seeking wanted needed ready position positions opportunity vacancy letter motivation
    profession professions trade trades skilled unskilled unqualified seasonal temporary casual weekend
    bahn konzern banco banque banca caixa sparkasse versicherung stadtwerke klinikum krankenhaus praxis handwerk gelernter
    gelernte ausgebildeter ausgebildete erfahrener erfahrene motivierter motivierte zuverlassiger zuverlassige
    dynamique motive motivee experimente experimentee polyvalent polyvalente autonome
    responsable dinamico dinamica polivalente trabajador con experiencia busco empleo
    ervaren gemotiveerde zelfstandige allround enthousiaste gedreven
    stars beautiful sunrise nomad great good better best top high low global game hidden
    """
    # German
    """
    bewerbung bewerbungsunterlagen anschreiben lebenslaufe angaben person personliche daten kontakt kontaktdaten
    anschrift adresse telefon mobil handy geburtsdatum geburtsort geboren familienstand staatsangehorigkeit
    berufserfahrung ausbildung kenntnisse sprachen schulbildung studium werdegang zeugnisse anlagen seite stand
    leiter leiterin leitung fuhrungskraft geschaftsfuhrer geschaftsfuhrerin abteilungsleiter teamleiter fachkraft
    fachfrau fachmann kauffrau kaufmannische kaufmannischer angestellte angestellter beamter referent referentin
    berater beraterin entwickler entwicklerin ingenieur ingenieurin informatiker informatikerin techniker technikerin
    mechaniker mechatroniker elektriker elektroniker elektronikerin arzt arztin krankenschwester krankenpfleger pfleger
    pflegerin altenpfleger altenpflegerin erzieher erzieherin lehrerin lehrkraft sekretarin sekretar assistentin
    sachbearbeiter sachbearbeiterin verkaufer verkauferin buchhalter buchhalterin steuerberater wirtschaftsprufer
    rechtsanwalt rechtsanwaltin jurist juristin fahrer lagerist lagerhelfer helfer arbeiter facharbeiter geselle
    auszubildende auszubildender azubi praktikant praktikantin werkstudent werkstudentin student studentin absolvent
    diplom dipl ing staatlich gepruft geprufte gepruefter examinierte examinierter medizinische medizinischer
    wissenschaftlicher wissenschaftliche mitarbeiter mitarbeiterin hochschule universitat schule gymnasium gesellschaft
    strasse platz weg und der die das fur im als bei von vom zur zum mit freiberufler freiberufliche selbststandig
    backerin kochin friseur friseurin malerin maurerin gestalter gestalterin designerin managerin redakteur redakteurin
    deutsch englisch franzosisch spanisch sprachkenntnisse ledig verheiratet
    """
    # French
    """
    monsieur madame mademoiselle coordonnees adresse telephone portable courriel naissance nationalite permis
    ingenieur ingenieure developpeur developpeuse chef cheffe responsable directeur directrice gestionnaire charge
    chargee consultante technicien technicienne infirmier infirmiere comptable assistante secretaire vendeur vendeuse
    commercial commerciale conseiller conseillere formateur formatrice enseignant enseignante professeur professeure
    etudiant etudiante stagiaire apprenti apprentie alternant alternante cuisinier cuisiniere serveur serveuse
    chauffeur conducteur conductrice ouvrier ouvriere menuisier macon electricien plombier mecanicien architecte
    avocat avocate juriste notaire medecin pharmacien pharmacienne sage-femme aide-soignant aide-soignante
    educateur educatrice chercheur chercheuse analyste graphiste redacteur redactrice traducteur traductrice
    coordinateur coordinatrice acheteur acheteuse magasinier cariste agent agente hotesse cadre gerant gerante
    informatique logiciel logiciels reseaux developpement projet projets marketing ventes achats comptabilite gestion
    ressources humaines communication sante batiment electronique electrotechnique mecanique physicien physicienne
    physique chimie mathematiques economie droit langues francais anglais allemand espagnol competences formation
    formations experiences professionnelles diplome diplomee universite ecole lycee faculte institut societe
    en et du des les aux sur pour avec sans chez ans rue boulevard
    """
    # Spanish, Portuguese, Italian
    """
    ingeniero ingeniera desarrollador desarrolladora programador programadora jefe jefa gerente director directora
    responsable consultor consultora tecnico tecnica enfermero enfermera contable contador contadora administrativo
    administrativa auxiliar asistente secretario secretaria vendedor vendedora comercial asesor asesora formador
    profesor profesora maestra docente estudiante becario becaria cocinero cocinera camarero camarera conductor
    conductora operario operaria carpintera electricista fontanero mecanico arquitecto arquitecta abogado abogada
    medico medica farmaceutico farmaceutica educador educadora investigador investigadora analista disenador
    disenadora redactor redactora traductor traductora coordinador coordinadora comprador licenciado licenciada
    graduado graduada psicologo psicologa trabajador trabajadora periodista economista biologo biologa quimico
    datos personales direccion telefono movil correo electronico nacimiento nacionalidad experiencia formacion
    educacion habilidades idiomas conocimientos ventas contabilidad finanzas informatica sistemas proyectos calle
    em no na ao avenida plaza universidad colegio escuela instituto empresa hoja vida perfil profesional el los las del para con por
    desenvolvedor desenvolvedora engenheiro engenheira enfermeiro enfermeira analista advogado advogada
    ingegnere sviluppatore sviluppatrice infermiere infermiera ragioniere impiegato impiegata commesso cuoco
    cameriere insegnante avvocato commercialista magazziniere operaio geometra architetto universita scuola
    """
    # Dutch
    """
    persoonlijke gegevens adres telefoon geboortedatum geboorteplaats woonplaats rijbewijs burgerlijke nationaliteit
    ontwikkelaar ontwikkelaarster programmeur ingenieur verpleegkundige verzorgende verkoper verkoopster medewerker
    medewerkster beheerder adviseur docent leraar lerares leerkracht onderwijzer boekhouder administratief
    administratieve secretaresse directeur afdelingshoofd teamleider projectleider manager coordinator stagiair
    stagiaire chauffeur magazijnmedewerker monteur elektricien loodgieter ober
    serveerster kapper kapster jurist advocaat arts tandarts apotheker huisarts fysiotherapeut psycholoog
    onderzoeker redacteur vertaler vormgever tekstschrijver inkoper planner hoofd werkervaring opleiding opleidingen
    vaardigheden talen nederlands engels duits frans universiteit hogeschool straat laan zelfstandig
    """
    # Other scripts
    """
    резюме разработчик инженер программист менеджер бухгалтер учитель врач медсестра водитель юрист аналитик
    директор специалист опыт образование навыки контакты телефон адрес дата рождения город москва россия
    βιογραφικο σημειωμα μηχανικος λογιστης
    """
)

ENDINGS = (
    *("entwickler", "entwicklerin", "ingenieur", "ingenieurin", "fachkraft", "pfleger", "pflegerin", "kauffrau"),
    *("leiter", "leiterin", "berater", "beraterin", "techniker", "technikerin", "assistent", "assistentin", "helferin"),
    *("arbeiter", "arbeiterin", "verkaufer", "verkauferin", "managerin", "schwester", "lehrerin", "erzieher"),
    *("erzieherin", "mechaniker", "mechanikerin", "elektroniker", "informatiker", "informatikerin", "mechatroniker"),
    *(
        "referent",
        "referentin",
        "spezialist",
        "spezialistin",
        "redakteur",
        "redakteurin",
        "angestellte",
        "angestellter",
    ),
    *(
        "therapeut",
        "therapeutin",
        "gestalter",
        "gestalterin",
        "ologist",
        "ician",
        "ological",
        "ologue",
        "ation",
        "sion",
    ),
    *("ungen", "schaft", "keit", "heit", "lichkeit", "medewerker", "kundige", "ontwikkelaar", "beheerder", "adviseur"),
    *("wissenschaftler", "wissenschaftlerin", "okonom", "okonomin", "ware", "technik", "technology", "engineering"),
    *("engineer", "developer", "manager", "consultant", "designer", "analyst", "worker", "strasse", "straat"),
    *("kaufmannische", "ingenieurwesen", "informatik", "management", "therapist", "developpeur", "teur", "trice"),
)
