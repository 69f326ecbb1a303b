"""Whole CVs of invented people: what must go from anywhere, and the evidence that must stay."""

from tests.redaction.headers import Head

NURSE = """Margaret Osei-Bonsu
Registered General Nurse | NMC PIN 12A3456E
14 Larch Grove, Sheffield S8 9TT | 07700 900321 | margaret.osei@mail.example | linkedin.com/in/mosei

PERSONAL STATEMENT
I am a 41-year-old nurse and mother of two with twelve years on acute wards. Margaret has led teams of 14.

EMPLOYMENT HISTORY
Ward Sister, Northern General Hospital, Sheffield — March 2016 to present
• Led 14 staff on a 28-bed ward; cut falls by 30% in 2019.
• Mentored 12 students; audited against NICE guidelines.
Staff Nurse, Royal Hallamshire Hospital, Sheffield — Sept 2011 to Feb 2016
• Gave IV therapy, tracheostomy care and ECG monitoring.

EDUCATION
BSc (Hons) Adult Nursing, Sheffield Hallam University, 2008 – 2011
A-levels: Biology, Chemistry. King Edward VII School, 2006

REFERENCES
Mrs Jean Platt, Matron, 0114 496 0000, jean.platt@nhs.example
Ms Osei-Bonsu can start in May 2025.
Osei-Bonsu CV, page 2 of 2
"""
ENTWICKLER = """Lebenslauf
Persönliche Daten
Name: Dr. Björn Hallgrímsson-Vogel
Anschrift: Große Bleichen 21, 20354 Hamburg
Telefon: 040 / 555 66 77, mobil 0171-5556677
E-Mail: b.hallgrimsson@post.example
Geburtsdatum: 7. Juli 1983
Geburtsort: Kiel
Familienstand: verheiratet, zwei Kinder
Staatsangehörigkeit: deutsch
Konfession: ev.

Beruflicher Werdegang
seit 04/2018 Leitender Softwareentwickler, Hafendata GmbH, Hamburg
- Entwicklung von Microservices mit Java 17, Spring Boot und Kafka
- Herr Hallgrímsson-Vogel leitete ein Team von 6 Personen
07/2012 - 03/2018 Softwareentwickler, Nordlicht Systeme AG, Kiel
- Migration von Oracle 11g nach PostgreSQL 9.6

Wehrdienst
10/2002 - 06/2003 Grundwehrdienst bei der Marine

Ausbildung
10/2003 - 05/2009 Diplom-Informatiker, Christian-Albrechts-Universität zu Kiel
Promotion zum Dr.-Ing. 2012, Technische Universität Hamburg
06/2002 Abitur, Max-Planck-Schule Kiel

Kenntnisse
Java, Kotlin, Kubernetes, ISO 27001, Englisch C1
Hamburg, den 3. März 2024
Björn Hallgrímsson-Vogel
"""
COMPTABLE = """Aurélie DESCHAMPS-N'DIAYE
Comptable générale confirmée
35 ans – Mariée, 1 enfant – Nationalité française – Permis B
27 rue Pasteur, 59000 Lille
Tél. : 06 11 22 33 44 – aurelie.deschamps@courriel.example

EXPÉRIENCES PROFESSIONNELLES
Depuis 2017 : Comptable générale, Cabinet Lemoine SARL, Lille
- Clôtures mensuelles, TVA, liasses fiscales sous Sage 100
2012 – 2017 : Assistante comptable, Transports Duvivier SA, Roubaix
- Rapprochements bancaires, 1 200 factures par mois

FORMATION
2010 – 2012 : BTS Comptabilité et gestion, Lycée Gaston Berger, Lille
2010 : Baccalauréat STG, mention bien

COMPÉTENCES
Sage 100, SAP FI, Excel (TCD, macros), anglais B2
CENTRES D'INTÉRÊT
Course à pied, Aurélie Deschamps-N'Diaye joue du violon
"""
COCINERO = """CURRÍCULUM VITAE
DATOS PERSONALES
Nombre y apellidos: Joaquín Beltrán Urrutia
Fecha de nacimiento: 14 de febrero de 1990
Lugar de nacimiento: Zaragoza
Nacionalidad: española
Estado civil: soltero
Dirección: Avda. de Navarra 44, 2º izq., 50010 Zaragoza
Teléfono: 655 44 33 22
Correo electrónico: joaquin.beltran@correo.example
Carné de conducir: B

EXPERIENCIA LABORAL
2016 - Actualidad Jefe de cocina, Restaurante El Cierzo S.L., Zaragoza
Control de costes, APPCC, equipo de 8 personas
2011 - 2016 Cocinero, Hotel Reino de Aragón, Zaragoza

FORMACIÓN ACADÉMICA
2008 - 2010 Técnico en Cocina y Gastronomía, IES Miralbueno, Zaragoza

IDIOMAS
Español nativo, inglés B1
J. Beltrán Urrutia
"""
MONTEUR = """Curriculum Vitae
Naam: Dennis van den Heuvel-Kip
Adres: Lindelaan 8
Postcode / woonplaats: 5611 AB Eindhoven
Telefoon: 06 24 68 10 12
E-mail: d.vandenheuvel@post.example
Geboortedatum: 19-09-1987
Geslacht: man
Burgerlijke staat: samenwonend
Nationaliteit: Nederlandse

Werkervaring
2014 – heden: Servicemonteur, Koeltech Brabant B.V., Eindhoven
- Onderhoud aan koelinstallaties, F-gassen, NEN 3140
2009 – 2014: Elektromonteur, Bakker & Zn, Helmond

Opleiding
2005 – 2009: MBO niveau 4 Elektrotechniek, ROC Ter AA, Helmond
2005: VMBO-diploma, Dr. Knippenbergcollege

Vaardigheden
VCA-VOL, rijbewijs B en BE, SAP PM
Dennis is lid van de brandweer.
"""
ANALYST = """Data Analyst                                                   hello@tarasjuk.example
Oksana Tarasjuk                                                +1 (312) 555-0188
                                                               Chicago, IL 60614
Summary
Analyst who turns messy data into decisions. She has 6 years of SQL, Python and Tableau.
Technical Skills
SQL, Python (pandas), R, Tableau, dbt, Snowflake, A/B tests
Experience
Northbeam Retail Inc., Chicago, IL
Senior Data Analyst, Jan 2020 - Present
• Built a churn model that kept $1,200,000 of revenue in 2022
• Node.js dashboards, 2,000 users
Lakeside Health LLC
Data Analyst, Jun 2016 - Dec 2019
• Automated 40 reports; see github.com/otarasjuk/reports
Education
DePaul University | Chicago, IL
Master of Science in Predictive Analytics | 2014 - 2016
Kyiv Polytechnic Institute, BSc Applied Mathematics, 2012
Certifications
Tableau Desktop Specialist, 2019
"""
CVS = {
    "en nurse": Head(
        "en nurse",
        NURSE,
        "Margaret Osei-Bonsu",
        (
            "margaret",
            "osei",
            "bonsu",
            "larch",
            "s8 9tt",
            "900321",
            "41-year",
            "mother of",
            "hallam university",
            "edward",
            "2008",
            "2006",
            "496 0000",
            "jean.platt",
        ),
        (
            "Ward Sister, Northern General Hospital",
            "March 2016 to present",
            "Sept 2011 to Feb 2016",
            "tracheostomy",
            "BSc (Hons) Adult Nursing",
            "cut falls by 30% in 2019",
            "May 2025",
        ),
        "Osei-Bonsu_Margaret_CV.docx",
    ),
    "de developer": Head(
        "de developer",
        ENTWICKLER,
        "Björn Hallgrímsson-Vogel",
        (
            "björn",
            "hallgr",
            "vogel",
            "bleichen",
            "20354",
            "1983",
            "verheiratet",
            "staatsang",
            "konfession",
            "5556677",
            "marine",
            "albrechts",
            "planck",
            "2009",
            "abitur, max",
            "herr ",
        ),
        (
            "04/2018",
            "Hafendata GmbH",
            "07/2012 - 03/2018",
            "Java 17, Spring Boot und Kafka",
            "Diplom-Informatiker",
            "ISO 27001",
            "Abitur",
            "Nordlicht Systeme AG",
        ),
    ),
    "fr accountant": Head(
        "fr accountant",
        COMPTABLE,
        "Aurélie DESCHAMPS-N'DIAYE",
        (
            "aurélie",
            "deschamps",
            "diaye",
            "35 ans",
            "mariée",
            "enfant",
            "nationalité",
            "pasteur",
            "59000",
            "22 33",
            "berger",
            "2010",
        ),
        (
            "Permis B",
            "Comptable générale confirmée",
            "Depuis 2017",
            "Cabinet Lemoine SARL",
            "2012 – 2017",
            "Sage 100",
            "BTS Comptabilité et gestion",
            "1 200 factures",
        ),
    ),
    "es cook": Head(
        "es cook",
        COCINERO,
        "Joaquín Beltrán Urrutia",
        (
            "joaquín",
            "beltrán",
            "urrutia",
            "1990",
            "española",
            "soltero",
            "navarra",
            "50010",
            "655 44",
            "miralbueno",
            "2008",
        ),
        (
            "Carné de conducir: B",
            "2016 - Actualidad Jefe de cocina",
            "2011 - 2016 Cocinero",
            "APPCC",
            "Técnico en Cocina",
            "inglés B1",
        ),
    ),
    "nl engineer": Head(
        "nl engineer",
        MONTEUR,
        "Dennis van den Heuvel-Kip",
        (
            "dennis",
            "heuvel",
            "lindelaan",
            "5611",
            "1987",
            "geslacht",
            "samenwonend",
            "nederlandse",
            "24 68",
            "ter aa",
            "knippenberg",
            "2005",
        ),
        (
            "2014 – heden",
            "Koeltech Brabant B.V.",
            "2009 – 2014",
            "NEN 3140",
            "MBO niveau 4 Elektrotechniek",
            "rijbewijs B en BE",
        ),
    ),
    "en analyst in columns": Head(
        "en analyst in columns",
        ANALYST,
        "Oksana Tarasjuk",
        ("oksana", "tarasjuk", "0188", "60614", "she ", "depaul", "kyiv", "2012"),
        (
            "SQL, Python (pandas), R, Tableau",
            "Northbeam Retail Inc.",
            "Jan 2020 - Present",
            "$1,200,000",
            "Node.js",
            "Master of Science in Predictive Analytics",
            "Tableau Desktop Specialist, 2019",
        ),
    ),
}
