"""Skills of health, social care, science and teaching."""

CARE = """
[care]
Nursing; nursing care; registered nurse; =RN; staff nurse; nurse; Gesundheits- und Krankenpfleger; Krankenpflege;
  Pflegefachkraft; Pflegefachmann; Pflegefachfrau; examinierte Pflegekraft; Krankenschwester; infirmier; infirmière;
  infirmier diplômé; soins infirmiers; enfermería; enfermero; enfermera; verpleegkundige; verpleegkunde;
  registered adult nurse; patient care; nursing registration; NMC; BIG-registratie; Grundpflege; Behandlungspflege;
  LPN; =BSN
Patient assessment; care planning; care plans; nursing assessment; Pflegeplanung; Pflegedokumentation;
  plan de soins; zorgplan
Advanced life support; ACLS; =ALS; advanced cardiac life support; intermediate life support; ILS
Basic life support; BLS; CPR; first aid; Erste Hilfe; premiers secours; primeros auxilios; EHBO; BHV; PSC1
Intravenous therapy; =IV; intravenous; IV therapy; IV administration; intravenous medication;
  intravenous administration; cannulation; venepuncture; phlebotomy; perfusion; infusions; Infusionen
Medication administration; administering medication; medication management; drug administration; Medikamentengabe;
  administration des médicaments; medicines management
Intensive care; ICU; critical care; ITU; Intensivstation; Intensivpflege; réanimation; soins intensifs; UCI;
  cuidados intensivos
Emergency care; emergency department; A&E; =ER; emergency room; emergency medicine; Notaufnahme; urgences;
  urgencias; spoedeisende hulp; triage; trauma; EMT; paramedic; Rettungsdienst
Cardiology; cardiac; cardiac care; coronary care; telemetry; arrhythmias; Kardiologie; cardiologie; cardiología;
  cath lab
ECG interpretation; ECG; EKG; 12-lead ECG; electrocardiogram; EKG-Interpretation
Operating theatre; theatre nurse; perioperative; scrub; surgery; surgical; OP-Pflege; bloc opératoire; quirófano;
  anaesthesia; anesthesia; operating room
Medical-surgical nursing; med-surg; acute care; acute medical; medical ward; surgical ward; inpatient;
  ward experience; acute ward; step-down
Paediatrics; pediatrics; paediatric; pediatric; Pädiatrie; Kinderkrankenpflege; pédiatrie; pediatría;
  kindergeneeskunde; neonatal; NICU
Midwifery; midwife; obstetrics; Hebamme; sage-femme; matrona; labour ward; maternity; verloskundige; OB/GYN
Mental health; psychiatry; psychiatric; Psychiatrie; santé mentale; salud mental; ggz; counselling; counseling;
  psychotherapy; behavioral health; psychologist; psychology
Oncology; chemotherapy; Onkologie; oncologie; oncología; palliative care; palliative; hospice; Palliativpflege;
  soins palliatifs
Elderly care; geriatrics; home health aide; HHA; CNA; activities of daily living; bathing; Altenpflege;
  aide aux personnes âgées; gerontology; dementia; Demenz; care home; nursing home; residential care; ouderenzorg;
  gériatrie; geriatría; home care; domiciliary care; personal care; verzorgende IG; aide-soignant; aide-soignante;
  auxiliar de enfermería; caregiver
Wound care; Wundversorgung; Wundmanagement; pansements; curas; wondzorg; tissue viability
Infection control; infection prevention; hygiene standards; Hygiene; hygiène hospitalière; aseptic technique
Electronic patient records; EHR; EMR; electronic health records; electronic medical records; =Epic; Cerner;
  patient records; medical records; =KIS; EPD; dossier patient; elektronische Patientenakte
Physiotherapy; physical therapy; physiotherapist; Physiotherapie; kinésithérapie; kinésithérapeute; fisioterapia;
  fysiotherapie; rehabilitation; manual therapy; physical therapist; Krankengymnastik
Occupational therapy; occupational therapist; Ergotherapie; ergothérapie; terapia ocupacional
Speech therapy; speech and language therapy; Logopädie; orthophonie; logopedia; logopedie
Radiography; radiology; MRI; =CT; X-ray; ultrasound; sonography; Radiologie; MTRA; imagerie médicale; radiología;
  imaging; mammography
Pharmacy; pharmacist; dispensing; Apotheke; Apotheker; =PTA; pharmacie; farmacia; apotheek; pharmacy technician;
  pharmacology
Dental care; dentistry; dental nurse; dental hygiene; Zahnmedizin; zahnmedizinische Fachangestellte; dentaire;
  odontología; tandarts; orthodontics; dental assistant
Physician; medical doctor; general practice; general practitioner; Facharzt; Assistenzarzt; médecin; médico;
  huisarts; basisarts; board certified; MBBS; GMC registration; Approbation; specialist registrar;
  internal medicine
Medical assistant; medizinische Fachangestellte; =MFA; doktersassistent; Arzthelferin; secrétaire médicale;
  medical receptionist; vital signs
Medical coding; ICD-10; CPT; medical billing; =DRG; Kodierung; medical terminology
Catheterisation; catheterization; male catheterisation; urinary catheter; Katheter
Patient education; health education; patient teaching; discharge planning; Patientenberatung;
  education thérapeutique
Optometry; optician; Augenoptiker; opticien
Veterinary; veterinary nurse; veterinarian; Tierarzt; vétérinaire; veterinario; dierenarts; animal care
Nutrition; dietetics; dietitian; dietician; Ernährungsberatung; diététique; nutrición
Public health; epidemiology; health promotion; Epidemiologie; santé publique; salud pública
[social work]
Social work; social worker; Sozialarbeit; Sozialpädagogik; Sozialpädagoge; Sozialarbeiter; travail social;
  assistant social; trabajo social; trabajador social; maatschappelijk werk; case management; casework;
  child protection; youth work
Safeguarding; child safeguarding; Kinderschutz; protection de l'enfance; protección de menores;
  safeguarding children
Learning disabilities; learning disability; autism; special needs; challenging behaviour; Behindertenhilfe;
  Heilerziehungspflege; gehandicaptenzorg; positive behaviour support
[teaching]
Teaching; teacher; classroom teaching; lesson planning; Unterricht; Lehrer; Lehrerin; enseignement; enseignant;
  professeur; enseñanza; docencia; profesor; profesora; docent; lesgeven; leerkracht; lecturer; lecturing; tutoring;
  teaching experience; classroom
Teaching qualification; qualified teacher status; QTS; PGCE; Lehramt; CAPES; Referendariat; onderwijsbevoegdheid;
  lesbevoegdheid; teaching license; teaching licence; teacher certification; teaching certificate; lehrbefähigung;
  Zweites Staatsexamen; máster de profesorado
Classroom management; behaviour management; behavior management; Klassenführung; gestion de classe;
  klassenmanagement
Curriculum development; curriculum; curriculum design; Lehrplan; programme scolaire; plan de estudios;
  instructional design; e-learning; course design; GCSE; =A-level; Key Stage; International Baccalaureate; =IB
Special education; =SEN; =SEND; Sonderpädagogik; éducation spécialisée; educación especial; speciaal onderwijs;
  =IEP; special educational needs; Förderschule
Early years; early childhood; nursery; EYFS; Erzieher; Erzieherin; Kindergarten; Kita; petite enfance;
  éducation infantile; educación infantil; kinderopvang; preschool; crèche; childcare; pedagogisch medewerker;
  Kinderbetreuung; CAP petite enfance
Primary education; primary school; elementary school; Grundschule; école primaire; educación primaria;
  basisonderwijs; elementary education; phonics
Secondary education; secondary school; high school; Gymnasium; Sekundarstufe; lycée; collège; educación secundaria;
  voortgezet onderwijs
ESL; TEFL; EFL; TESOL; =ELE; =FLE; =DaF; Deutsch als Fremdsprache; English as a second language; CELTA; NT2
Mathematics; maths; math; Mathematik; mathématiques; matemáticas; wiskunde; calculus
Physics; Physik; physique; física; natuurkunde
Assessment of pupils; marking pupils' work; student assessment; Leistungsbewertung; pupil progress
[science]
Chemistry; Chemie; chimie; química; scheikunde; analytical chemistry; organic chemistry; chemist
Biology; Biologie; biología; molecular biology; cell biology; biochemistry; microbiology; Molekularbiologie;
  microbiologist; genetics; biotechnology
Laboratory work; laboratory; lab techniques; Laborarbeit; im Labor; laboratoire; laboratorio; laboratorium;
  laboratory techniques; lab technician; bench work
Cell culture; Zellkultur; culture cellulaire; cultivo celular
PCR; qPCR; Western blot; ELISA; sequencing; gel electrophoresis
HPLC; chromatography; mass spectrometry; GC-MS; LC-MS; spectroscopy
GMP; GLP; GxP; good manufacturing practice; good laboratory practice; cGMP
Clinical trials; clinical research; GCP; ICH-GCP; good clinical practice; klinische Studien; essais cliniques;
  ensayos clínicos; clinical studies; CRA; clinical research associate
Pharmacovigilance; drug safety; adverse events
Medical devices; ISO 13485; =MDR; FDA; 510(k); Medizinprodukte; dispositifs médicaux
Research; scientific research; publications; peer-reviewed; Forschung; recherche scientifique;
  investigación científica; onderzoek; postdoctoral; literature review
Bioinformatics; genomics; Bioinformatik
Environmental science; sustainability; ESG; environmental impact; Umwelt; Nachhaltigkeit; medio ambiente;
  duurzaamheid; ecology
"""
