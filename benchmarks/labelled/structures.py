"""Invented CVs with what stands in them, written down by hand: for measuring what the structure finds and misses."""

from dataclasses import dataclass, field

from benchmarks.labelled import texts
from tests.redaction import cvs


@dataclass(frozen=True, slots=True)
class Labelled:
    """One CV and all of its facts. Roles are (title, employer, begin, last), studies (degree, school), "" = unsaid."""

    text: str
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    location: str = ""
    roles: tuple[tuple[str, str, str, str], ...] = ()
    education: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    certificates: tuple[str, ...] = ()
    skills: dict[str, float] = field(default_factory=dict)
    years: float | None = None


SET = (
    Labelled(
        cvs.NURSE,
        "Margaret Osei-Bonsu",
        ("margaret.osei@mail.example",),
        ("07700900321",),
        "Sheffield S8 9TT",
        (
            ("Ward Sister", "Northern General Hospital", "2016-03", ""),
            ("Staff Nurse", "Royal Hallamshire Hospital", "2011-09", "2016-02"),
        ),
        (("BSc (Hons) Adult Nursing", "Sheffield Hallam University"), ("A-levels", "King Edward VII School")),
        years=15.2,
    ),
    Labelled(
        cvs.ENTWICKLER,
        "Björn Hallgrímsson-Vogel",
        ("b.hallgrimsson@post.example",),
        ("+49405556677", "+491715556677"),
        "20354 Hamburg",
        (
            ("Leitender Softwareentwickler", "Hafendata GmbH", "2018-04", ""),
            ("Softwareentwickler", "Nordlicht Systeme AG", "2012-07", "2018-03"),
        ),
        (
            ("Diplom-Informatiker", "Christian-Albrechts-Universität zu Kiel"),
            ("Promotion zum Dr.-Ing.", "Technische Universität Hamburg"),
            ("Abitur", "Max-Planck-Schule Kiel"),
        ),
        (("english", "C1"),),
        skills={"Java": 8.7, "Kafka": 8.7, "PostgreSQL": 5.8},
        years=14.4,
    ),
    Labelled(
        cvs.COMPTABLE,
        "Aurélie DESCHAMPS-N'DIAYE",
        ("aurelie.deschamps@courriel.example",),
        ("+33611223344",),
        "59000 Lille",
        (
            ("Comptable générale", "Cabinet Lemoine SARL", "2017", ""),
            ("Assistante comptable", "Transports Duvivier SA", "2012", "2017"),
        ),
        (("BTS Comptabilité et gestion", "Lycée Gaston Berger"), ("Baccalauréat STG", "")),
        (("english", "B2"),),
        years=14.4,
    ),
    Labelled(
        cvs.COCINERO,
        "Joaquín Beltrán Urrutia",
        ("joaquin.beltran@correo.example",),
        ("+34655443322",),
        "50010 Zaragoza",
        (
            ("Jefe de cocina", "Restaurante El Cierzo S.L.", "2016", ""),
            ("Cocinero", "Hotel Reino de Aragón", "2011", "2016"),
        ),
        (("Técnico en Cocina y Gastronomía", "IES Miralbueno"),),
        (("spanish", "native"), ("english", "B1")),
        years=15.4,
    ),
    Labelled(
        cvs.MONTEUR,
        "Dennis van den Heuvel-Kip",
        ("d.vandenheuvel@post.example",),
        ("+31624681012",),
        "5611 AB Eindhoven",
        (
            ("Servicemonteur", "Koeltech Brabant B.V.", "2014", ""),
            ("Elektromonteur", "Bakker & Zn", "2009", "2014"),
        ),
        (("MBO niveau 4 Elektrotechniek", "ROC Ter AA"), ("VMBO-diploma", "Knippenbergcollege")),
        (),
        ("VCA-VOL",),
        years=17.4,
    ),
    Labelled(
        cvs.ANALYST,
        "Oksana Tarasjuk",
        ("hello@tarasjuk.example",),
        ("+13125550188",),
        "Chicago, IL 60614",
        (
            ("Senior Data Analyst", "Northbeam Retail Inc.", "2020-01", ""),
            ("Data Analyst", "Lakeside Health LLC", "2016-06", "2019-12"),
        ),
        (
            ("Master of Science in Predictive Analytics", "DePaul University"),
            ("BSc Applied Mathematics", "Kyiv Polytechnic Institute"),
        ),
        (),
        ("Tableau Desktop Specialist",),
        years=10.5,
    ),
    Labelled(
        texts.KELNER,
        "Giulia Ferrante",
        ("giulia.ferrante@posta.example",),
        ("+393475550199",),
        "40121 Bologna",
        (
            ("Responsabile di sala", "Trattoria da Nino S.r.l.", "2019-06", ""),
            ("Cameriera", "Hotel Savoia", "2014-09", "2019-05"),
        ),
        (("Diploma alberghiero", "Istituto Malatesta"),),
        (("italian", "native"), ("english", "B2"), ("german", "A2")),
        years=12.2,
    ),
    Labelled(
        texts.PROGRAMISTA,
        "Tomasz Zieliński",
        ("t.zielinski@poczta.example",),
        ("+48601555019",),
        "Kraków, Polska",
        (
            ("Starszy programista Java", "Wisła Soft Sp. z o.o.", "2018-03", ""),
            ("Programista", "Bank Zachodni S.A.", "2014-07", "2018-02"),
        ),
        (("Magister informatyki", "Politechnika Krakowska"),),
        (("english", "C1"), ("german", "B1")),
        skills={"Java": 12.4, "PostgreSQL": 8.8},
        years=12.4,
    ),
    Labelled(
        texts.BUCHHALTERIN,
        "Petra Lindner",
        ("petra.lindner@post.example",),
        ("+493415550123",),
        "04109 Leipzig",
        (
            ("Bilanzbuchhalterin", "Elbtal Logistik GmbH & Co. KG", "2019-10", ""),
            ("Finanzbuchhalterin", "Sächsische Werkzeugbau AG", "2015-01", "2019-09"),
        ),
        (("Ausbildung zur Steuerfachangestellten", ""), ("Abitur", "Gymnasium am Markt")),
        (("german", "native"), ("english", "good")),
        ("Geprüfte Bilanzbuchhalterin (IHK)",),
        years=11.9,
    ),
    Labelled(
        texts.MANAGER,
        "DANIEL K. OWUSU",
        ("d.owusu@mail.example",),
        ("+233245550148",),
        "Accra, Ghana",
        (
            ("Senior Project Manager", "Goldshore Mining Ltd.", "2019-03", ""),
            ("Project Engineer", "Goldshore Mining Ltd.", "2015-08", "2019-02"),
            ("Graduate Engineer", "Volta Engineering Services", "2013-09", "2015-07"),
        ),
        (("BSc Mechanical Engineering", "Kwame Nkrumah University of Science and Technology"),),
        (("english", "fluent"), ("twi", "native"), ("french", "basic")),
        ("Project Management Professional (PMP)", "PRINCE2 Practitioner"),
        years=13.2,
    ),
    Labelled(
        texts.INTERN,
        "Lena Fischer",
        ("lena.fischer@uni.example",),
        roles=(
            ("Marketing Intern", "Brightwave Media", "2023-06", "2023-08"),
            ("Barista", "Cafe Central", "2021-10", "2022-06"),
        ),
        education=(("B.A. Business Administration", "University of Mannheim"),),
        years=1.0,
    ),
    Labelled(
        texts.OVERLAP,
        "Samir Haddad",
        ("samir.haddad@courriel.example",),
        ("+33655019900",),
        "Lyon, France",
        (
            ("Développeur indépendant", "", "2018", ""),
            ("Développeur", "Rhône Numérique SAS", "2016", "2020"),
            ("Technicien support", "Mairie de Lyon", "2012", "2016"),
        ),
        (("BTS Informatique", "Lycée La Martinière"),),
        (("french", "native"), ("arabic", "fluent"), ("english", "B2")),
        skills={"Python": 10.4, "Docker": 4.0},
        years=14.4,
    ),
    Labelled(
        texts.CHINESE,
        "王小明",
        ("wang.xm@mail.example",),
        ("+8613800138000",),
        "上海",
        (
            ("高级软件工程师", "云帆科技有限公司", "2019-03", ""),
            ("软件工程师", "海联网络有限公司", "2015-07", "2019-02"),
        ),
        (("本科 计算机科学", "复旦大学"),),
        (("english", "C1"),),
        skills={"Java": 7.8, "Kafka": 7.8},
        years=11.4,
    ),
    Labelled(
        texts.RUSSIAN,
        "Иванова Мария Сергеевна",
        ("m.ivanova@pochta.example",),
        ("+79125550123",),
        "Екатеринбург",
        (
            ("Главный бухгалтер", "ООО «Уралсталь-Сервис»", "2017-04", ""),
            ("Бухгалтер", "ЗАО «Исеть»", "2012-01", "2017-03"),
        ),
        (("специалист", "Уральский федеральный университет"),),
        (("english", "good"),),
        years=14.9,
    ),
    Labelled(
        texts.TABLE,
        "Sofie Jansen",
        ("sofie@jansen.example",),
        ("+31655501234",),
        "Utrecht, Nederland",
        (
            ("Verpleegkundige", "UMC Zonnehof", "2020-02", ""),
            ("Verpleegkundige", "Ziekenhuis De Linde", "2016-08", "2020-01"),
            ("Zorgassistent", "Stichting Thuiszorg Oost", "2014-09", "2016-07"),
        ),
        (("HBO Verpleegkunde", "Hogeschool Utrecht"),),
        (("dutch", "native"), ("english", "good")),
        years=12.2,
    ),
    Labelled(
        texts.RETURNER,
        "Hannah Price",
        ("hannah.price@mail.example",),
        ("+447700900456",),
        "Cardiff, UK",
        (
            ("Office Manager", "Severn Dental Practice", "2021-05", ""),
            ("Receptionist", "Bute Surgery", "2012-11", "2018-07"),
            ("Sales Assistant", "Marks Outfitters", "2010", "2012"),
        ),
        (("NVQ Level 3 Business Administration", "Cardiff and Vale College"),),
        (("welsh", "native"), ("english", "")),
        years=13.4,
    ),
    Labelled(
        texts.ENGENHEIRO,
        "Rafael Monteiro",
        ("rafael.monteiro@correio.example",),
        ("+351912555014",),
        "Porto, Portugal",
        (
            ("Engenheiro de dados", "Atlântico Telecom S.A.", "2021-01", ""),
            ("Analista de dados", "Banco do Norte", "2017-09", "2020-12"),
        ),
        (("Mestrado em Engenharia Informática", "Universidade do Porto"),),
        (("portuguese", "native"), ("english", "C1"), ("spanish", "B1")),
        years=9.2,
    ),
)
