"""Skills of engineering, making, building, moving, hosting and guarding."""

TRADES = """
[logistics]
Logistics; Logistik; logistique; logística; logistiek; logistics coordination
Supply chain; supply chain management; Lieferkette; chaîne logistique; cadena de suministro; toeleveringsketen; SCM;
  demand planning; S&OP; supply planning
Warehouse; warehousing; warehouse management; Lager; Lagerhaltung; Lagerlogistik; entrepôt; magasinier; almacén;
  magazijn; WMS; warehouse management system; stockroom; warehouse operative
Order picking; picking and packing; pick and pack; picking; packing; Kommissionierung; Kommissionieren;
  préparation de commandes; préparateur de commandes; preparación de pedidos; orderpicken; orderpicker
Inventory management; stock control; inventory control; inventory; stocktaking; Bestandsführung; Inventur;
  gestion des stocks; control de inventario; control de stock; voorraadbeheer; cycle counts; stock management
Forklift; forklift licence; forklift truck; Gabelstapler; Staplerschein; Stapler; cariste; CACES; chariot élévateur;
  carretilla elevadora; carretillero; heftruck; heftruckcertificaat; reach truck; reachtruck; counterbalance;
  pallet truck; Flurförderzeuge; fork lift
Freight forwarding; freight; Spedition; transitaire; customs; customs clearance; Zoll; douane; aduanas;
  import/export; incoterms; shipping; Zollabwicklung; import and export; air freight; sea freight
Transport planning; route planning; Disposition; Tourenplanung; dispatcher; dispatch; transport management; =TMS;
  fleet management; planner transport; Fuhrpark; exploitation transport
Truck driving; HGV; LGV; CDL; lorry driver; truck driver; LKW-Fahrer; Berufskraftfahrer; chauffeur poids lourd;
  conductor de camión; vrachtwagenchauffeur; HGV Class 1; Class A CDL; permis C; permis CE; rijbewijs CE;
  Führerschein CE; carnet C; Code 95; FIMO; CPC driver; tachograph; chauffeur CE; CAP driver; Klasse CE
Driving licence; driver's license; driving license; driver's licence; Führerschein; permis de conduire; permis B;
  carnet de conducir; permiso de conducir; rijbewijs; rijbewijs B; Führerschein Klasse B;
  full clean driving licence; Klasse B
Courier; delivery driver; parcel delivery; Zusteller; livreur; livraison; repartidor; bezorger; last mile
ADR; dangerous goods; hazardous materials; Gefahrgut; matières dangereuses; mercancías peligrosas; hazmat;
  gevaarlijke stoffen
[engineering]
Mechanical engineering; mechanical engineer; Maschinenbau; génie mécanique; ingeniería mecánica; werktuigbouwkunde;
  machine design; mechanical design; Konstruktion; mechanics
Electrical engineering; electrical engineer; Elektrotechnik; génie électrique; ingeniería eléctrica;
  elektrotechniek; power systems; circuit design; electronics; Elektronik; PCB design; PCB
Civil engineering; civil engineer; Bauingenieur; Bauingenieurwesen; génie civil; ingeniería civil; civiele techniek;
  structural engineering; structural design; Tiefbau; geotechnical; highways
Chemical engineering; process engineering; Verfahrenstechnik; génie chimique; ingeniería química; process engineer;
  chemical engineer
Industrial engineering; manufacturing engineering; Wirtschaftsingenieur; production engineering;
  ingeniería industrial; Fertigungstechnik
CAD; AutoCAD; SolidWorks; CATIA; =Inventor; Siemens NX; =Creo; 2D drawings; technical drawings;
  technische Zeichnungen; plans techniques; Pro/E; drafting technical drawings
FEM; FEA; finite element; ANSYS; Abaqus; CFD; simulation software
BIM; Revit; Building Information Modelling; ArchiCAD
PLC; PLC programming; =SPS; SPS-Programmierung; TIA Portal; Siemens S7; automates programmables; SCADA; HMI;
  Allen-Bradley; industrial automation; automation engineering; Automatisierungstechnik; automatisme
Robotics; Robotik; robotique; =ROS; robot programming; KUKA; FANUC
CNC; CNC machining; CNC-Fräsen; CNC-Drehen; Zerspanungsmechaniker; usinage; mecanizado; machinist; milling;
  CNC turning; lathe; Heidenhain; verspaning; CNC operator; CAM programming
Welding; welder; Schweißen; Schweißer; soudure; soudeur; soldadura; soldador; lasser; =MIG; =TIG; =MAG; =WIG;
  arc welding; MIG/MAG
Maintenance; preventive maintenance; Instandhaltung; Wartung; maintenance préventive; mantenimiento; onderhoud;
  troubleshooting; fault finding; repair; repairs; Störungsbehebung; dépannage; maintenance technician; CMMS
Manufacturing; Produktion; Fertigung; fabrication; producción; fabricación; productie; assembly; assembly line;
  Montage; montaje; production line; machine operator; production planning; Anlagenbedienung
Quality management; quality assurance; =QA; quality control; ISO 9001; Qualitätssicherung; Qualitätsmanagement;
  contrôle qualité; control de calidad; kwaliteitscontrole; QA/QC; quality inspection; FMEA; 8D; SPC;
  root cause analysis; IATF 16949; CAPA; calidad; assurance qualité; Qualitätskontrolle
Automotive; vehicle mechanic; Kfz-Mechatroniker; mécanicien automobile; mecánico; automonteur; car mechanic;
  vehicle diagnostics; vehicle repair; automotive technician; =ASE; auto repair; Kfz
Aviation; aerospace; aircraft; Luftfahrt; aéronautique; aeronáutica; EASA Part-66; aircraft maintenance;
  A&P license; airline pilot; cabin crew
Renewable energy; solar; wind energy; photovoltaic; Photovoltaik; erneuerbare Energien; énergies renouvelables;
  energías renovables; zonne-energie; wind turbines
Energy sector; oil and gas; drilling; petroleum; power plant; pipelines engineering
Telecommunications; telecom; =RF; 5G; LTE; fibre optic; fiber optic; Glasfaser; fibre optique
Hydraulics; pneumatics; Hydraulik; Pneumatik; hydraulique
[building]
Electrical installation; electrician; Elektroinstallation; Elektriker; Elektroniker; électricien; électricité;
  electricista; elektricien; wiring; 18th Edition; habilitation électrique; NFPA 70E; Elektrofachkraft;
  journeyman electrician; master electrician; installations électriques; elektromonteur
Plumbing; plumber; Sanitär; Anlagenmechaniker; =SHK; plomberie; plombier; fontanería; fontanero; loodgieter;
  gas safe; heating systems; installateur
HVAC; refrigeration; air conditioning; Kältetechnik; climatisation; Klimatechnik; =CVC; EPA 608; frigoriste;
  climatización; heating and ventilation; heat pumps
Carpentry; joinery; carpenter; Schreiner; Tischler; Zimmermann; menuiserie; menuisier; charpentier; carpintería;
  carpintero; timmerman; joiner; woodworking
Bricklaying; masonry; Maurer; maçonnerie; maçon; albañil; albañilería; metselaar; bricklayer; concrete work
Painting and decorating; painter; Maler; Lackierer; peintre en bâtiment; pintor; schilder; decorating
Roofing; roofer; Dachdecker; couvreur; dakdekker
Construction; construction site; Bauleitung; Baustelle; chantier; BTP; obra; bouw; site management; site manager;
  construction management; Hochbau; Bauleiter; conducteur de travaux; jefe de obra; uitvoerder; general contractor;
  subcontractors
Quantity surveying; quantity surveyor; cost estimating; estimating; Kalkulation; métreur; bills of quantities;
  estimator; bid preparation; VOB; calculator bouw
Building architecture; architectural design; architectural drawings; registered architect; RIBA; Architekt;
  architecte; arquitecto; architectuur; building design; HOAI; building regulations
Health and safety; HSE; occupational safety; Arbeitssicherheit; Arbeitsschutz; sécurité au travail;
  prevención de riesgos laborales; =PRL; NEBOSH; IOSH; OSHA; VCA; veiligheid; EHS; safety procedures;
  risk assessments; CSCS; QHSE
Crane operation; crane; Kran; Kranschein; grutier; excavator; Bagger; heavy equipment; plant operator; pelleteuse;
  Baumaschinen; conducteur d'engins
Landscaping; gardening; horticulture; Gärtner; Gartenbau; Landschaftsbau; paysagiste; jardinier; jardinería;
  hovenier; groundskeeping; tree care; arborist
Agriculture; farming; Landwirtschaft; agricole; agricultura; landbouw; livestock; crops; tractor
Cleaning services; cleaner; deep cleaning; office cleaning; cleaning duties; cleaning tasks; window cleaning;
  Reinigung; Gebäudereinigung; nettoyage; agent d'entretien; limpieza; schoonmaak; housekeeping; janitorial;
  room attendant; Hauswirtschaft; sanitation
[hospitality]
Cooking; chef; cook; Koch; Köchin; cuisine; cuisinier; cuisinière; cocina; cocinero; cocinera; kok; kitchen;
  food preparation; mise en place; menu planning; line cook; Küche; chef de partie; sous chef; commis de cuisine;
  keuken; culinary; à la carte
Food hygiene; food safety; HACCP; Lebensmittelhygiene; hygiène alimentaire; manipulador de alimentos; ServSafe;
  food handler; Level 2 food hygiene; hygiëne; Gesundheitszeugnis; manipulación de alimentos
Waiting tables; waiter; waitress; waiting staff; Kellner; Kellnerin; serveur; serveuse; service en salle; camarero;
  camarera; bediening; table service; restaurant service; food service; Servicekraft; Servicefachkraft;
  front of house; server experience; horeca
Bartending; bar work; barista; bartender; Barkeeper; barman; cocktails; coctelería; coffee making; latte art;
  bar experience; mixology
Baking; baker; pastry; Bäcker; Bäckerei; Konditor; boulanger; boulangerie; pâtissier; pâtisserie; panadero;
  panadería; pastelería; bakker
Butchery; butcher; Metzger; Fleischer; boucher; carnicero; slager
Hotel management; hotel; Hotelfachmann; Hotelfachfrau; hôtellerie; hotelería; hospitality; Hotellerie; Opera PMS;
  Fidelio; hospitality management; Gastronomie; Gastgewerbe; restaurant management; restaurant; restaurant manager;
  restauration; hostelería; reservations; guest relations; guest service; night audit
Catering; banqueting; banquets; traiteur; event catering; Gemeinschaftsverpflegung
Wine; sommelier; WSET; Weinkenntnisse; Weinkunde
Travel and tourism; tourism; travel agent; tour guide; Tourismus; tourisme; turismo; Amadeus; toerisme;
  Reiseverkehr
Sports and fitness; personal trainer; fitness instructor; sports coaching; Fitnesstrainer; lifeguard; entrenador;
  coach sportif; yoga
Hairdressing; hairdresser; Friseur; Friseurin; coiffure; coiffeur; coiffeuse; peluquería; peluquera; peluquero;
  kapper; hair stylist; colouring; barber; cosmetology
Beauty therapy; beautician; cosmetics; Kosmetik; esthétique; esthéticienne; estética; esthetician; nail technician;
  massage
[security services]
Security guarding; security guard; security officer; Sicherheitsdienst; Wachdienst; agent de sécurité; vigilante;
  beveiliger; beveiliging; SIA licence; §34a; 34a; Sachkundeprüfung; CQP APS; SSIAP; guard card; CCTV; patrol;
  door supervisor; access control; vigilante de seguridad
Fire safety; firefighter; firefighting; Brandschutz; sécurité incendie; bombero; brandweer; prevención de incendios;
  fire protection
Law enforcement; police; policing; investigations; Polizei; investigator; detective
Emergency response; emergency planning; disaster recovery; crisis management
[making]
Sewing; tailoring; Schneiderei; couture; garment; textiles; pattern cutting; costura; fashion design; textile
Printing; print production; prepress; Drucker; imprimerie; imprenta; offset printing
Photography; photographer; Fotografie; photographie; fotografía; Lightroom; studio lighting
Music; audio production; sound engineering; Pro Tools; musician; Tontechnik; ingénieur du son
"""
