"""Heads of invented CVs: what the name is, what must go, what must stay. No line is of a real person."""

from typing import NamedTuple


class Head(NamedTuple):
    """One head: `name` as it should be found, words (any case) that must be `gone`, words that must be `kept`."""

    id: str
    text: str
    name: str
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    file_name: str = ""


ENGLISH = (
    Head("plain", "Jane Doe\nNurse\njane.doe@example.com", "Jane Doe", ("jane", "doe"), ("Nurse",)),
    Head(
        "title on the line",
        "Jane Doe Senior Engineer\n+44 20 7946 0958",
        "Jane Doe",
        ("doe", "7946"),
        ("Senior Engineer",),
    ),
    Head(
        "title after a dash",
        "Marcus Whitfield — Registered Nurse\nLeeds",
        "Marcus Whitfield",
        ("whitfield", "leeds"),
        ("Registered Nurse",),
    ),
    Head(
        "title after a bar",
        "Priya Raman | Data Analyst | priya.raman@mail.example",
        "Priya Raman",
        ("raman",),
        ("Data Analyst",),
    ),
    Head(
        "capitals",
        "MARGARET O'SULLIVAN\nCARE HOME MANAGER",
        "MARGARET O'SULLIVAN",
        ("sullivan",),
        ("CARE HOME MANAGER",),
    ),
    Head(
        "under a title of the document",
        "Curriculum Vitae\n\nTunde Bakare\nAccountant",
        "Tunde Bakare",
        ("bakare",),
        ("Accountant",),
    ),
    Head(
        "title of the document on the line",
        "Curriculum Vitae of Helen Ashworth\nTeacher",
        "Helen Ashworth",
        ("ashworth",),
        ("Teacher",),
    ),
    Head(
        "label",
        "Name: Kwame Mensah\nPhone: 020 7946 0111\nAddress: 4 Mill Lane, Leeds LS1 4AB",
        "Kwame Mensah",
        ("mensah", "mill lane", "ls1"),
        (),
    ),
    Head(
        "label with tab",
        "Full name\tRachel Levy\nNationality\tBritish\nDate of birth\t4 May 1988",
        "Rachel Levy",
        ("levy", "british", "1988"),
        (),
    ),
    Head(
        "two labels",
        "First name: Aisha\nSurname: Qureshi\nEmail: a.qureshi@example.org",
        "Aisha Qureshi",
        ("aisha", "qureshi"),
        (),
    ),
    Head("surname first", "DOE, Jane\nStaff Nurse, NHS Trust", "DOE, Jane", ("doe", "jane"), ("Staff Nurse",)),
    Head(
        "surname first, plain",
        "Okafor, Chinedu M.\nBackend Developer",
        "Okafor, Chinedu M.",
        ("okafor", "chinedu"),
        ("Backend Developer",),
    ),
    Head(
        "degrees behind",
        "Amelia Hart, MSc, PMP\nProject Manager",
        "Amelia Hart",
        ("amelia", "hart"),
        ("MSc", "Project Manager"),
    ),
    Head(
        "doctor", "Dr. Simon Keller\nClinical Research Lead", "Simon Keller", ("keller",), ("Clinical Research Lead",)
    ),
    Head(
        "title Ms",
        "Ms. Olivia Grant\nPayroll Specialist\nolivia.grant@example.com",
        "Olivia Grant",
        ("olivia", "ms."),
        ("Payroll Specialist",),
    ),
    Head("letter-spaced", "J A N E   D O E\nG R A P H I C   D E S I G N E R", "JANE DOE", ("j a n e", "doe"), ()),
    Head("letter-spaced, even", "J A N E D O E\nDesigner", "JANE DOE", ("doe",), ("Designer",)),
    Head(
        "two lines",
        "JONATHAN\nFAIRWEATHER\nUX DESIGNER",
        "JONATHAN FAIRWEATHER",
        ("jonathan", "fairweather"),
        ("UX DESIGNER",),
    ),
    Head(
        "lower case", "jane doe\nfreelance copywriter\njane@doe.example", "jane doe", ("jane", "doe"), ("copywriter",)
    ),
    Head(
        "nickname",
        'Robert "Bob" Hastings\nSite Foreman',
        'Robert "Bob" Hastings',
        ("bob", "hastings"),
        ("Site Foreman",),
    ),
    Head(
        "nickname in brackets",
        "Xiaoming (Simon) Zhao\nTest Engineer",
        "Xiaoming (Simon) Zhao",
        ("simon", "zhao"),
        ("Test Engineer",),
    ),
    Head(
        "middle initial", "Daniel P. Kowalczyk\nTruck Driver", "Daniel P. Kowalczyk", ("kowalczyk",), ("Truck Driver",)
    ),
    Head(
        "hyphens",
        "Mary-Jane Smith-Watson\nReceptionist",
        "Mary-Jane Smith-Watson",
        ("mary", "smith", "watson"),
        ("Receptionist",),
    ),
    Head("pronouns", "Alex Morgan (they/them)\nBarista", "Alex Morgan", ("alex", "they/them"), ("Barista",)),
    Head(
        "unknown given name",
        "Zyanya Oduyale\nRegistered Nurse\n07700 900123",
        "Zyanya Oduyale",
        ("zyanya", "oduyale", "900123"),
        ("Registered Nurse",),
    ),
    Head(
        "contact line first",
        "+1 (415) 555-0142 | linkedin.com/in/tbenson | Austin, TX\nTracy Benson\nSalesforce Administrator",
        "Tracy Benson",
        ("benson", "austin", "0142"),
        ("Salesforce Administrator",),
    ),
    Head(
        "title first",
        "Senior Java Developer\nGareth Pugh\ngareth@pugh.example",
        "Gareth Pugh",
        ("gareth", "pugh"),
        ("Senior Java Developer",),
    ),
    Head(
        "skill as a name",
        "Ruby Chen\nruby.chen@example.com\nSkills: Ruby, Rails, Go, Swift",
        "Ruby Chen",
        ("ruby chen", "chen"),
        ("Skills: Ruby, Rails, Go, Swift",),
    ),
    Head(
        "trade as a surname",
        "Julia Baker\nPastry Chef\njulia.baker@example.com\nSkills: Julia, Python\nBaker at Gail's",
        "Julia Baker",
        ("julia baker",),
        ("Baker at Gail's", "Julia, Python", "Pastry Chef"),
    ),
    Head(
        "month as a name",
        "April Johnson\nWaiter\nApril 2019 - May 2020 Waiter",
        "April Johnson",
        ("april johnson",),
        ("April 2019 - May 2020 Waiter",),
    ),
    Head(
        "common words",
        "Mark Cook\nWill cook and mark exams\nCook at Bistro 5",
        "Mark Cook",
        ("mark cook",),
        ("Cook at Bistro 5", "Will cook and mark exams"),
    ),
    Head(
        "file name helps",
        "Xolela Ngqakayi Site Reliability Advocate",
        "Xolela Ngqakayi",
        ("xolela", "ngqakayi"),
        (),
        "Xolela_Ngqakayi_CV.pdf",
    ),
    Head(
        "file name only",
        "Profile\nExperienced welder from a shipyard.",
        "Jane Doe",
        (),
        ("welder",),
        "Jane-Doe-CV-2024.pdf",
    ),
    Head(
        "footer",
        "Jane Doe\nNurse\nExperience\nWard nurse 2019 - 2021\nJane Doe - page 2",
        "Jane Doe",
        ("jane",),
        ("Ward nurse 2019 - 2021", "page 2"),
    ),
    Head(
        "initials later",
        "Jane Doe\nNurse\nExperience\nSigned off by J. Doe and DOE, J.",
        "Jane Doe",
        ("doe",),
        ("Signed off by",),
    ),
    Head("no name", "Senior Software Engineer\nSummary\nTen years of Java.", "", (), ("Ten years of Java.",)),
    Head("only headings", "CURRICULUM VITAE\nPERSONAL PROFILE\nHard working.", "", (), ("Hard working.",)),
    Head("firm first", "Acme Recruitment Ltd\nCandidate profile\nForklift Operator", "", (), ("Forklift Operator",)),
    Head(
        "address first",
        "12 High Street, Leeds LS1 4AB\nForklift Operator",
        "",
        ("high street", "ls1"),
        ("Forklift Operator",),
    ),
    Head(
        "mail alone",
        "Warehouse Operative\nb.oyelaran@example.com\nOyelaran references on request",
        "",
        ("oyelaran",),
        ("Warehouse Operative",),
    ),
)
GERMAN = (
    Head(
        "Lebenslauf",
        "Lebenslauf\n\nAnna Müller\nMusterstraße 12\n10115 Berlin\nTel.: 030 1234567",
        "Anna Müller",
        ("anna", "musterstraße", "10115", "berlin", "1234567"),
        (),
    ),
    Head(
        "Persönliche Daten",
        "Lebenslauf\nPersönliche Daten\nName: Jürgen Weiß\nGeburtsdatum: 12.03.1985\n"
        "Geburtsort: Hamburg\nFamilienstand: verheiratet, 2 Kinder\nStaatsangehörigkeit: deutsch\n"
        "Berufserfahrung\n01/2015 - 12/2019 Schlosser, Muster GmbH",
        "Jürgen Weiß",
        ("jürgen", "1985", "hamburg", "verheiratet", "kinder", "deutsch"),
        ("01/2015 - 12/2019 Schlosser, Muster GmbH",),
    ),
    Head(
        "Vor- und Nachname",
        "Vor- und Nachname: Karl-Heinz von der Heide\nWohnort: Kassel",
        "Karl-Heinz von der Heide",
        ("heide", "kassel"),
        (),
    ),
    Head(
        "Name, Vorname",
        "Name, Vorname: Schröder, Ute\nAnschrift: Am Alten Markt 5, 24103 Kiel",
        "Schröder, Ute",
        ("schröder", "ute", "markt", "kiel"),
        (),
    ),
    Head(
        "Dipl.-Ing.",
        "Dipl.-Ing. Thorsten Böttcher\nProjektleiter Tiefbau",
        "Thorsten Böttcher",
        ("böttcher",),
        ("Projektleiter Tiefbau",),
    ),
    Head(
        "Prof. Dr.",
        "Prof. Dr. med. Henriette Graf\nÄrztliche Leitung",
        "Henriette Graf",
        ("henriette",),
        ("Ärztliche Leitung",),
    ),
    Head(
        "Pflegefachkraft",
        "Sabine Krüger Pflegefachkraft\nsabine.krueger@beispiel.example",
        "Sabine Krüger",
        ("krüger", "krueger"),
        ("Pflegefachkraft",),
    ),
    Head(
        "Bewerbung als",
        "Bewerbung als Buchhalterin\n\nMonika Sánchez-Vogt\n0176 12345678",
        "Monika Sánchez-Vogt",
        ("monika", "vogt", "12345678"),
        ("Buchhalterin",),
    ),
    Head("Herr", "Herr Oguz Yıldırım\nStaplerfahrer", "Oguz Yıldırım", ("oguz", "herr"), ("Staplerfahrer",)),
    Head(
        "Koch",
        "Peter Koch\nKoch im Hotel Adler\nAbschluss als Koch 2009",
        "Peter Koch",
        ("peter koch", "2009"),
        ("Koch im Hotel Adler",),
    ),
    Head(
        "geboren am",
        "Lena Hoffmann\ngeboren am 3. Mai 1992 in Ulm, ledig, keine Kinder\nErzieherin",
        "Lena Hoffmann",
        ("lena", "1992", "ulm", "ledig"),
        ("Erzieherin",),
    ),
    Head(
        "KAPITÄLCHEN",
        "MAXIMILIAN FREIHERR VON STETTEN\nVORSTAND",
        "MAXIMILIAN FREIHERR VON STETTEN",
        ("stetten",),
        ("VORSTAND",),
    ),
    Head(
        "Umlaute im Postfach",
        "Jörg Schäfer\njoerg.schaefer@beispiel.example\nIT-Administrator\nJoerg Schaefer, Seite 2",
        "Jörg Schäfer",
        ("schäfer", "schaefer", "joerg"),
        ("IT-Administrator",),
    ),
)
FRENCH = (
    Head(
        "simple",
        "Camille Lefèvre\nInfirmière diplômée d'État\n06 12 34 56 78",
        "Camille Lefèvre",
        ("camille", "lefèvre", "34 56"),
        ("Infirmière",),
    ),
    Head(
        "NOM Prénom",
        "DUPONT Jean-Pierre\nComptable\njp.dupont@exemple.example",
        "DUPONT Jean-Pierre",
        ("dupont", "pierre"),
        ("Comptable",),
    ),
    Head(
        "étiquettes",
        "Nom : Benali\nPrénom : Karim\nNé le : 24/07/1994 à Casablanca\n"
        "Situation familiale : célibataire\nNationalité : marocaine\nDéveloppeur PHP",
        "Karim Benali",
        ("benali", "karim", "1994", "célibataire", "marocaine"),
        ("Développeur PHP",),
    ),
    Head(
        "adresse",
        "Élodie Marchand-Roux\n12 bis, rue de la République\n69002 Lyon\n34 ans\nChef de projet",
        "Élodie Marchand-Roux",
        ("élodie", "république", "69002", "lyon", "34 ans"),
        ("Chef de projet",),
    ),
    Head(
        "Madame", "Madame Aïssatou Diallo\nAide-soignante", "Aïssatou Diallo", ("diallo", "madame"), ("Aide-soignante",)
    ),
    Head(
        "particule",
        "Guillaume de La Rochefoucauld\nResponsable logistique",
        "Guillaume de La Rochefoucauld",
        ("rochefoucauld",),
        ("Responsable logistique",),
    ),
    Head(
        "métier sur la ligne",
        "Sophie Nguyen Ingénieure d'études\nsophie.nguyen@exemple.example",
        "Sophie Nguyen",
        ("nguyen",),
        ("Ingénieure",),
    ),
    Head(
        "Nom et prénom",
        "Nom et prénom : Haddad Yasmine\nAdresse : 5 allée des Tilleuls, 31000 Toulouse\nPermis : B",
        "Haddad Yasmine",
        ("haddad", "tilleuls", "toulouse"),
        ("Permis : B",),
    ),
    Head("sans nom", "CURRICULUM VITAE\nDéveloppeur web\nCompétences\nPHP, MySQL", "", (), ("PHP, MySQL",)),
)
SPANISH = (
    Head(
        "dos apellidos",
        "María Fernanda López García\nEnfermera\nCalle Mayor 15, 3º B, 28013 Madrid\n+34 612 345 678",
        "María Fernanda López García",
        ("lópez", "garcía", "mayor", "28013", "madrid", "345 678"),
        ("Enfermera",),
    ),
    Head(
        "etiquetas",
        "Nombre: José Antonio\nApellidos: Ruiz Cano\nFecha de nacimiento: 02/11/1979\n"
        "Estado civil: casado\nDNI: 12345678Z\nContable",
        "José Antonio Ruiz Cano",
        ("josé", "ruiz", "1979", "casado", "12345678"),
        ("Contable",),
    ),
    Head(
        "Nombre y apellidos",
        "Nombre y apellidos: Iker Etxeberria Zubizarreta\nNacionalidad: española\nC/ Gran Vía 3, Bilbao",
        "Iker Etxeberria Zubizarreta",
        ("etxeberria", "española", "gran vía", "bilbao"),
        (),
    ),
    Head(
        "mayúsculas",
        "LUCÍA DE LA CRUZ MOLINA\nPROGRAMADORA JAVA",
        "LUCÍA DE LA CRUZ MOLINA",
        ("cruz", "molina"),
        ("PROGRAMADORA JAVA",),
    ),
    Head(
        "hoja de vida",
        "Hoja de vida\nAndrés Felipe Restrepo\nBogotá, Colombia\nAnalista contable",
        "Andrés Felipe Restrepo",
        ("restrepo", "bogotá", "colombia"),
        ("Analista contable",),
    ),
    Head(
        "título",
        "Gonzalo Ibáñez | Ingeniero de caminos | 41 años",
        "Gonzalo Ibáñez",
        ("ibáñez", "41 años"),
        ("Ingeniero de caminos",),
    ),
)
DUTCH = (
    Head(
        "tussenvoegsel",
        "Sanne van der Berg\nVerpleegkundige\nHoofdstraat 12a\n1012 AB Amsterdam\n06-12345678",
        "Sanne van der Berg",
        ("sanne", "berg", "hoofdstraat", "1012", "amsterdam", "12345678"),
        ("Verpleegkundige",),
    ),
    Head(
        "Naam",
        "Naam: Willem-Jan de Vries\nGeboortedatum: 4 april 1990\nNationaliteit: Nederlandse\n"
        "Burgerlijke staat: gehuwd\nRijbewijs: B",
        "Willem-Jan de Vries",
        ("vries", "1990", "nederlandse", "gehuwd"),
        ("Rijbewijs: B",),
    ),
    Head("dhr.", "dhr. Bart Jansen\nTimmerman", "Bart Jansen", ("jansen", "dhr"), ("Timmerman",)),
    Head(
        "Curriculum vitae",
        "Curriculum vitae\nFemke 't Hart-Postma\nWoonplaats: Zwolle\nBoekhouder",
        "Femke 't Hart-Postma",
        ("femke", "postma", "zwolle"),
        ("Boekhouder",),
    ),
    Head(
        "met functie",
        "Mohammed el Amrani, Heftruckchauffeur\nRotterdam",
        "Mohammed el Amrani",
        ("amrani", "rotterdam"),
        ("Heftruckchauffeur",),
    ),
)
OTHERS = (
    Head("Chinese", "王小明\n软件工程师\nwangxm@example.com", "王小明", ("王小明",), ("软件工程师",)),
    Head(
        "Chinese label",
        "个人简历\n姓名：李娜\n性别：女\n出生年月：1990年5月\n电话：138 0013 8000",
        "李娜",
        ("李娜", "女", "1990", "8000"),
        (),
    ),
    Head("Japanese label", "履歴書\n氏名 山田 太郎\n生年月日 1988年4月1日", "山田 太郎", ("山田", "太郎", "1988"), ()),
    Head("Korean", "김민준\n백엔드 개발자", "김민준", ("김민준",), ("백엔드 개발자",)),
    Head(
        "Russian",
        "Иванова Мария Сергеевна\nГлавный бухгалтер\nДата рождения: 12.03.1985",
        "Иванова Мария Сергеевна",
        ("иванова", "мария", "1985"),
        ("Главный бухгалтер",),
    ),
    Head(
        "Greek",
        "Γεώργιος Παπαδόπουλος\nΜηχανικός λογισμικού",
        "Γεώργιος Παπαδόπουλος",
        ("παπαδόπουλος",),
        ("Μηχανικός λογισμικού",),
    ),
    Head("Arabic", "محمد عبد الله\nSoftware Engineer", "محمد عبد الله", ("محمد",), ("Software Engineer",)),
    Head(
        "Italian",
        "Nome e cognome: Giulia D'Angelo\nData di nascita: 3 giugno 1991\nVia Garibaldi 7, 20121 Milano",
        "Giulia D'Angelo",
        ("giulia", "angelo", "1991", "garibaldi", "milano"),
        (),
    ),
    Head(
        "Portuguese",
        "João Pedro dos Santos\nEngenheiro civil\nRua das Flores 25, 4050-262 Porto",
        "João Pedro dos Santos",
        ("joão", "santos", "flores", "4050", "porto"),
        ("Engenheiro civil",),
    ),
    Head(
        "Polish",
        "Małgorzata Wiśniewska\nKsięgowa\nul. Długa 7, 00-238 Warszawa",
        "Małgorzata Wiśniewska",
        ("wiśniewska", "długa", "00-238", "warszawa"),
        ("Księgowa",),
    ),
    Head("Turkish", "ŞEYMA ÖZTÜRK\nMakine Mühendisi", "ŞEYMA ÖZTÜRK", ("şeyma", "öztürk"), ("Makine Mühendisi",)),
    Head("Vietnamese", "Nguyễn Thị Thu Hà\nQA Engineer", "Nguyễn Thị Thu Hà", ("nguyễn", "thu"), ("QA Engineer",)),
    Head("Malay", "Ahmad bin Abdullah\nElectrician", "Ahmad bin Abdullah", ("ahmad", "abdullah"), ("Electrician",)),
    Head("Swedish", "Åsa Björkqvist\nSystemutvecklare", "Åsa Björkqvist", ("åsa", "björkqvist"), ("Systemutvecklare",)),
    Head(
        "South Indian initial",
        "S. Karthikeyan\nMechanical Engineer\nkarthikeyan.s@example.in",
        "S. Karthikeyan",
        ("karthikeyan",),
        ("Mechanical Engineer",),
    ),
    Head("single name", "Suharto\nsuharto@example.id\nChauffeur", "Suharto", ("suharto",), ("Chauffeur",)),
)
HEADS = {
    **{f"en {head.id}": head for head in ENGLISH},
    **{f"de {head.id}": head for head in GERMAN},
    **{f"fr {head.id}": head for head in FRENCH},
    **{f"es {head.id}": head for head in SPANISH},
    **{f"nl {head.id}": head for head in DUTCH},
    **{head.id: head for head in OTHERS},
}
