"""Words of skills, tools and trades in five languages: never part of a name unless another sign says so."""

from matching.redaction.words import words

SKILL_WORDS = words(
    """
    abap abaqus abweichungsanalyse access accessibilite accessibility accountancy accruals accueil acls acquisitie
    acquisition acquisitions actions active activemq activities actuarial acute administering administratie
    administratif admitted aduanas adult adverse adwords aeronautica aeronautique affairs after agees agenda
    agendabeheer agricole agricultura agriculture aide aircraft airflow airline albanil albanileria algorithms
    alimentaire alimentos almacen altenpflege alto amadeus ambiente anaesthesia analisis analyse analysis analytical
    analytics anesthesia angularjs animal anlagenbedienung anlagenbuchhaltung ansys anti apache apex apis apotheek
    apotheke applicant apprentissage apps aprendizaje arbeidsrecht arbeitsrecht arbeitsschutz arborist arcgis archicad
    architectural architectuur architekt arrange arrangements arranges arranging arrhythmias aseptic assembler assembly
    assessment assessments asset assets assistance assistenzarzt atencion audio auditing auditoria augenoptiker
    ausendienst autism auto automated automates automatico automatique automatisme automobile auxilios baccalaureate
    backerei bagger baking balance bamboohr banca bancaire bancaria bankkaufmann banque banqueting banquets barkeeper
    barman bartending basisarts basisonderwijs bathing bauleitung baumaschinen baustelle beauty bediening begroting
    behandlungspflege behavior behavioral behaviour behindertenhilfe belasting belt bench benchmarking
    berufskraftfahrer beschaffung bestandsfuhrung betriebsleitung betriebsrat beveiliger beveiliging bezorger bigquery
    bilanzbuchhalter billing bills biochemistry bioinformatics biologia biologie bitbucket bloc blockchain blogging
    blot board boekhouding bombero booking bookkeeping boot boulangerie bouw branding brandschutz brandweer bricklaying
    buchfuhrung buchhaltung budget budgetierung budgeting budgets build butchery cabin caces cadena caisse caja
    calculator calculus calendar calidad call calling calls camion campaign campaigns candidates capa capes card
    cardiac cardiologia cardiologie cardiology carnet carnicero carpentry carpinteria carretilla carretillero carte
    cases casework catering cath catheter catia cause ccna ccnp ccpa cctv celery cell cellulaire celta celular cerner
    certificate cgmp chaine challenging change changement chantier chariot chart check chemie chemotherapy childcare
    childhood children chimique chromatography cientifica cierre cima cipd circuit cisa cisco cism cissp civiele claims
    class classe classroom clean cleaning cleansing clearance clerical click cliente clients climatizacion clinicos
    cliniques close cloture cmms coaching cobol cobrar cocina cocktails cocteleria codeigniter coding coffee coiffeur
    coiffeuse coiffure cold colegiado collecte collections colouring commandes commerce commis community competitor
    component compose compras comptes computer computing conciliacion concrete conditioning conducir conduire conduite
    conformite consumer contentieux continua continue continuous contractenrecht contractor contracts contractual
    contrats control controle controlling controls conveyancing cooking copywriting coronary cosmetics cosmetology
    costes costing costura couchdb counseling counselling counterbalance counts courier course couture couvreur creche
    credit crediteuren crediteurenadministratie creo crew criminal crisis critical crops cscs csharp cuentas cuidados
    cuisine culinary cultivo culture cumplimiento curas customs cutting cybersecurity cycle dagster daily dakdekker
    dangereuses dangerous dashboards databases databricks datadog datenanalyse dateneingabe datenschutz datev debian
    debiteuren debitoren debitorenbuchhaltung decorating degree delivery demand dementia demenz dentaire dentistry
    depannage deployment derecho desarrollo desktop detail devices dhcp diagnostics diary dierenarts dietetics
    dietetique diligence directory disabilities disability disaster discharge disciplinary diseno dispatch dispensing
    dispositifs disposition dispute docencia documents domiciliary donnees donor door dossier dotnet douane down draft
    drafting drawings drehen drilling drug drupal dsgvo duties duurzaamheid dynamics dynamodb easa ecmascript ecology
    ecommerce editing edition editorial effects ehbo einkauf einzelhandel elasticsearch elderly electrica electricite
    electrique electriques electrocardiogram electrophoresis elektronik elektronische elektrotechniek element
    elementary elevadora embedded emergency empfang encadrement energias energie energien energies enfance enfermeria
    enforcement engagement engine engins ensayos enseignement ensenanza enterprise entgeltabrechnung entrada entrenador
    entrepot entretien entries entry epic epidemiologie epidemiology equipe equipment equipos equities equity
    ergotherapie erlang ernahrungsberatung erneuerbare erste especial esri essais estadistica estados estetica
    estheticienne esthetique estimating estimator estudios ethical etude evenementen evenementiel event eventos events
    exact excavator exchange export external eyfs fabricacion facharzt facilities facility facturacion facturatie
    fakturierung familia familienrecht familierecht famille family fanuc farmacia farming fashion fastapi fault femme
    fertigung fiber fibre fico fidelio filings fimo final financier financiere financiero financieros finanzanalyse
    finanzberichte finanzbuchhalter finanzbuchhaltung finding finite fire firefighting firewalls fiscalite fisica
    fisioterapia fitness fitnesstrainer fixed fleet flow flurforderzeuge fmea fonds fontaneria forderschule forecasting
    forecasts fork forklift forschung fortinet forwarding fotografia fotografie fournisseurs framework frasen freight
    fremdsprache freshdesk frigoriste fuhrerschein fuhrpark fuhrungserfahrung fuhrungsverantwortung functional fund
    fundraising fysiotherapie gaap gabelstapler gardening garment gartenbau gastgewerbe gastronomie gathering gcse gdpr
    gebaudereinigung gefahrgut gehaltsabrechnung gehandicaptenzorg geldwasche gemeinschaftsverpflegung general
    generative genetics genie genomics geospatial geotechnical geriatria geriatrics geriatrie gerontology
    gesellschaftsrecht gesundheits gesundheitszeugnis gevaarlijke glasfaser goods grading grafana grafico grafikdesign
    graphics graphisme graphql grievance grootboek groundskeeping grpc grundpflege grundschule grutier guarding guest
    haccp hacking hadoop hair hairdressing handelsrecht handler handling hauptbuch hazardous hazmat hdfs heat heating
    heavy hebamme hedge heftruck heftruckcertificaat heidenhain heilerziehungspflege helm helpdesk hibernate highways
    hilfe hipaa hiring hive hoai hochbau home horeca horticulture hospice hospitaliere hosteleria hoteleria
    hotelfachfrau hotelfachmann hotellerie housekeeping hovenier hplc hris hubspot hulp humanos hvac hydraulics
    hydraulik hydraulique hygiene hyper hypothesis iatf identity ifrs image imagerie imaging immobilien immobilienrecht
    immobilier immobilisations impact import imprenta imprimerie improvement impuestos inbound incendie incendios
    incident income incoterms induction infantil infantile infection infirmiers infosec infrastructure infusionen
    infusions ingenieria inkoop inmobiliaria inpatient inside insights inspection installations instandhaltung
    instructional intellectual intellectuelle intensifs intensive intensivos intensivpflege intercom internal
    interpreting interviews intravenous inventario inventor inventur investigacion investigations invoice invoices
    invoicing iosh ipma itsm jaarrekening jahresabschluss jahresabschlusse jakarta janitorial jardineria jardinier
    jetpack jira jmeter joiner joinery joomla journal journalism journalisme journeyman jquery junit juris juristische
    kaizen kardiologie kasse katheter kellnerin keuken kinderbetreuung kindergarten kindergeneeskunde
    kinderkrankenpflege kinderopvang kinderschutz kinesitherapeute kinesitherapie kita klantenservice klasse
    klassenfuhrung klinische know kodierung kommissionieren kommissionierung konditor konstruktion kontenabstimmung
    kosmetik kostenrechnung kran krankengymnastik krankenpflege kranschein kreditanalyse kreditoren
    kreditorenbuchhaltung kuche kuka kundenakquise kundenbetreuung kundendienst kundenservice kwaliteitscontrole labor
    laboral laborales laborarbeit laboratoire laboratorio laboratorium labour lackierer lager lagerhaltung
    lagerlogistik lambda landbouw landscaping landschaftsbau large lasser lathe latte laundering leadership leading
    learn leasing lebensmittelhygiene lecturing ledger lehramt lehrbefahigung lehrplan leidinggeven leidinggevende
    leistungsbewertung lektorat lending lernen lesbevoegdheid lesgeven lesson lettings level lieferkette life lifeguard
    lift lighting lightroom limpieza line linear liquiditatsplanung liquidity litigios livestock living livraison livre
    livreur llms load loadrunner loans logistica logistiek logistik logistique logopadie logopedia logopedie
    lohnbuchhaltung looker loonadministratie lorry loss lourd luftfahrt maandafsluiting maatschappelijk machining
    maconnerie macros magazijn magento mailchimp mainframe maintenance making mammography managing manipulacion
    manipulador mantenimiento manual mapreduce marche mariadb markenfuhrung markenrecht marketingkampagnen marketo
    marketplace marking marktforschung maschinelles maschinenbau masonry mass massage matematicas materials maternity
    math mathematik matieres matrona mbbs mecanica mecanizado mechanics medicale medicaments medicaux medicines medien
    medikamentengabe medio medizinprodukte mejora memcached menores mensual mensuelle mental mentale mentor mentoring
    mentorship menu menuiserie mercancias mercantil merchandising mergers message methodologies metreur metselaar micro
    microbiology microcontrollers microservices midwifery mile milling minute minutes mise mitarbeiterfuhrung mixology
    modeling modelling models molecular molekularbiologie monats monatsabschluss monitoring montage montaje monthly
    mortgage motion mssql mtra nail natural natuurkunde nebosh needs negociacion negocio negotiating neonatal nestjs
    netsuite nettoyage networking netzwerke neukundengewinnung neural newsletters newsroom nfpa nicu night nist nomina
    nominas nosql notaufnahme notulen numpy nursery nutricion nutrition nuxt oauth object obra observability obstetrics
    ocaml occupational ocupacional odontologia odoo offboarding offentlichkeitsarbeit offset ofimatica onboarding
    oncologia oncologie oncology onderhandelen onderhoud ondernemingsrecht onderwijs onderwijsbevoegdheid onderzoek
    onkologie online onlinehandel onlinemarketing opencv opensearch openshift opera operating operative operatoire
    optic opticien optique optometry order orderpicken orderpicker organic organisational organise organising oriented
    orthodontics orthophonie oscp osha ouderenzorg outbound outlook pack packing padiatrie paediatrics pagar paid paie
    painting pallet palliatifs palliative palliativpflege palo panaderia panadero pandas pansements papers paquete
    parcel partie pasteleria pastry patentrecht patents patient patientenakte patientenberatung patisserie patissier
    patrol pattern patterns payable paysagiste pedagogisch pediatria pediatrics pediatrie pedidos peer peintre
    peligrosas pelleteuse peluquera peluqueria peluquero penal pentest peoplesoft performance periodismo perioperative
    permiso personalbeschaffung personalentwicklung personalfuhrung personalgewinnung personalverantwortung
    personalwesen personeelszaken personio personnel personnes petite pflege pflegefachfrau pflegefachmann pflegekraft
    pflegeplanung pgce pharmacie pharmacology pharmacovigilance phlebotomy phonics photographie photography
    photovoltaic photovoltaik physical physik physiotherapie physiotherapy pick picking pintor pipedrive pipelines
    pivot place plan plans plant platform playwright plomberie plumbing pneumatics pneumatik poids point police
    policing polizei portal positive postdoctoral postgis postgres powerbi powershell practice predictive premiere
    premiers preparacion prepayments prepress preschool presse pressearbeit presupuestos prevencion prevention
    preventive primaire primaria primary primeros print printing privacy private procedures proceedings processing
    procesverbetering produccion productie produktion profesorado profit programmables programmes programmierung
    programming programs progress projektleitung prometheus promotion proofreading propriete prospecting proteccion
    protection protobuf protokollfuhrung prototypes prototyping provisions prozessfuhrung prozessoptimierung
    psychiatric psychiatrie psychiatry psychotherapy publica publicas publique pulumi pumps pupil pupils pyspark pytest
    pytorch qgis qhse qlik qlikview qpcr qualitatskontrolle qualitatssicherung qualite quantities quantity queries
    query queue quickbooks quimica quirofano quota quotas rabbitmq radiography radiologia radiologie radiology
    rapprochement rdbms reach reachtruck reactjs receivable recepcion receptie reception recherche rechnungsstellung
    reclutamiento reconcile reconciliations records recovery recruiting recrutement recursos redaccion redaction
    redaktion redes redshift redux referencement referendariat registrar registratie regulations regulatorik regulatory
    reinigung reiseverkehr relaciones relational relationship relic renewable renouvelables renovables repair repairs
    repartidor reporting requirements reservations residential resolution response responsive rest restful
    rettungsdienst returns revenue review reviewed reviews revit reward rgpd rhino riba riesgos risques roadmap robot
    robotik robotique roofing room root route routing rstudio rtos saas sachbearbeitung sachkundeprufung safe
    safeguarding safety saisie salarisadministratie salary sale salle salud saml sanctions sanitar sarbanes scada
    scheduling scheikunde schema schneiderei schoonmaak schweisen schweiser scientifique scikit scipy scolaire
    screening scripting scripts scrub scss search second secondary secours secretariat sector secundaria securite
    seguridad seguros sekundarstufe seleccion selectie selling send sequencing servicekraft servicenow servsafe sewing
    sharepoint sheet shipping shopify shrm sicherheitsdienst signs simulink slager snowflake soap sociale sociales
    sociaux societes soignant soignante soins solar soldador soldadura solidity solr solution sonderpadagogik
    sonography soudeur soudure sound sourcing sous sozialarbeit soziale sozialpadagoge sozialpadagogik spark speciaal
    special specialisee specifications spectrometry spectroscopy spedition speech spendenakquise sphr splunk
    spoedeisende sportif sports spreadsheets spss ssiap ssis ssrs staatsexamen stage stakeholder standard standards
    stapler staplerschein statements statistical statistik statistiques statutory step steuern steuerrecht stock
    stockroom stocks stocktaking stoffen store stored stories storungsbehebung strafrecht streaming structured
    structures studien studies subcontractors success successfactors suchmaschinenoptimierung suministro supervising
    supervisory supplier surg surgery surgical surveying sustainability svelte swiftui switchboard switching symfony
    sysadmin table tables tableur tachograph tailoring tailwind taking talend tally targets tasks teaching teamleitung
    technical techniek technique techniques technische tefl telecom telecommunications telemetry telesales tendering
    tensorflow terapia terminology terminplanung tesol tesoreria tests texten textile textiles therapeutique therapy
    ticketing tiefbau tierarzt tiktok tissue toeleveringsketen toerisme tools tour tourenplanung tourisme tourismus
    trabajo tracking tractor trademarks traduccion traduction train transitaire trauma travail travaux treasury tree
    tresorerie triage trials troubleshooting truck turbines turismo turning tutoring typing typography ubersetzung
    ubuntu uikit uitvoerder ultrasound umsatzsteuer umwelt underwriting unreal unternehmensberatung unterricht urgences
    urgencias urinary usability usinage valkey variance vastgoed vehicle veiligheid vendor venepuncture vente
    verhandlung verkauf verkoop verpleegkunde versicherung verspaning vertalen vertragsrecht vertrieb verzekeringen
    veterinaire veterinario veterinary viability video vigilante vital vite vlookup vmware volljurist voorraadbeheer
    voortgezet vrachtwagenchauffeur vsphere vuejs wachdienst waiting warehousing wartung wcag webpack webshop
    weinkenntnisse weinkunde weiterbildung welding werk werktuigbouwkunde werving western window wine winkel wireframes
    wireframing wiring wirtschaftsprufung wiskunde wondzorg woocommerce woodworking wordpress workday works workspace
    wound writing wset wundversorgung xero yoga youth zahnmedizin zahnmedizinische zellkultur zendesk zollabwicklung
    zonne zorgplan zusteller zweites
    """
)
