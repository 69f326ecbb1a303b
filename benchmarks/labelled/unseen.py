"""Invented CVs that no rule was made or corrected for: written after the rules, measured as they are. Keep it so."""

from benchmarks.labelled.structures import Labelled

LINKEDIN = """Contact
www.linkedin.com/in/marcus-thule (LinkedIn)
Top Skills
Supply Chain
SAP

Marcus Thule
Head of Logistics at Norrland Timber
Umeå, Sweden

Summary
Fifteen years in transport and warehousing.

Experience

Norrland Timber
Head of Logistics
January 2018 - Present (8 years 11 months)
Umeå

Baltic Freight AB
Transport Planner
August 2013 - December 2017 (4 years 5 months)

Education

Umeå University
Bachelor of Science, Industrial Management · (2009 - 2013)
"""
RIGHT = """REBECCA A. LINDQVIST
rebecca.lindqvist@mail.example | (612) 555-0177 | Minneapolis, MN

EXPERIENCE
Twin Lakes Credit Union                                        Minneapolis, MN
Loan Officer                                                   June 2019 - Present
• Approved 200 mortgages a year
Teller                                                         May 2016 - June 2019
• Served 90 members a day
Campus Bookstore                                               St. Paul, MN
Shift Lead                                                     Aug 2014 - May 2016

EDUCATION
Hamline University                                             St. Paul, MN
B.A. in Economics, minor in Spanish                            May 2016

LICENSES
NMLS Mortgage Loan Originator
"""
SVENSK = """Anna Bergström
Storgatan 5, 753 31 Uppsala
070-555 01 99
anna.bergstrom@post.example

Arbetslivserfarenhet
2020-08 – nuvarande
Sjuksköterska, Akademiska sjukhuset, Uppsala
2016-02 – 2020-07
Undersköterska, Hemtjänsten Norr

Utbildning
2016 – 2019 Sjuksköterskeexamen, Uppsala universitet

Språk
Svenska (modersmål), engelska (flytande)
"""
INDIA = """CURRICULUM VITAE
Name: Arjun Venkatesan
Mobile: +91 98400 55512
Email: arjun.v@mail.example

Career Objective
To work in a challenging environment.

Professional Experience
Organization: Coromandel Infotech Pvt Ltd, Chennai
Designation: Senior QA Engineer
Duration: Apr 2021 to till date
Organization: Deccan Systems, Hyderabad
Designation: Test Engineer
Duration: Jul 2017 to Mar 2021

Academic Qualification
B.E. (Computer Science), Anna University, 2017

Languages Known: English, Tamil, Hindi
"""
SUISSE = """Élise Rochat
Rue du Lac 8, 1003 Lausanne | elise.rochat@mail.example | 079 555 01 23

PARCOURS PROFESSIONNEL
Depuis 09.2021   Cheffe de projet marketing, Horlogerie du Léman SA, Genève
01.2017-08.2021  Responsable communication, Fondation Arc-en-Lac
2014-2016        Assistante marketing, Caveau Frères Sàrl, Vevey

FORMATION
2011-2014  Bachelor en communication, Université de Neuchâtel

LANGUES
Français : langue maternelle; Allemand : B2; Anglais : C1
"""
GUARD = """Tom Okello
Kampala | +256 772 555019 | okello.tom@mail.example

Profile: guard and driver, reliable, clean licence.

2019 to date: Security guard with Pearl Watch Services. Night patrols, reports, radio.
2015 to 2018: Driver for Lakeside Hauliers Ltd. Long distance, night runs.
Before that I helped on the family farm.

School: Uganda Certificate of Education, Kibuli Secondary School, 2014
Languages: English and Luganda
"""
UNSEEN = (
    Labelled(
        LINKEDIN,
        "Marcus Thule",
        location="Umeå, Sweden",
        roles=(
            ("Head of Logistics", "Norrland Timber", "2018-01", ""),
            ("Transport Planner", "Baltic Freight AB", "2013-08", "2017-12"),
        ),
        education=(("Bachelor of Science, Industrial Management", "Umeå University"),),
        years=13.3,
    ),
    Labelled(
        RIGHT,
        "REBECCA A. LINDQVIST",
        ("rebecca.lindqvist@mail.example",),
        ("+16125550177",),
        "Minneapolis, MN",
        (
            ("Loan Officer", "Twin Lakes Credit Union", "2019-06", ""),
            ("Teller", "Twin Lakes Credit Union", "2016-05", "2019-06"),
            ("Shift Lead", "Campus Bookstore", "2014-08", "2016-05"),
        ),
        (("B.A. in Economics", "Hamline University"),),
        (),
        ("NMLS Mortgage Loan Originator",),
        years=12.3,
    ),
    Labelled(
        SVENSK,
        "Anna Bergström",
        ("anna.bergstrom@post.example",),
        ("+46705550199",),
        "753 31 Uppsala",
        (
            ("Sjuksköterska", "Akademiska sjukhuset", "2020-08", ""),
            ("Undersköterska", "Hemtjänsten Norr", "2016-02", "2020-07"),
        ),
        (("Sjuksköterskeexamen", "Uppsala universitet"),),
        (("swedish", "native"), ("english", "fluent")),
        years=10.8,
    ),
    Labelled(
        INDIA,
        "Arjun Venkatesan",
        ("arjun.v@mail.example",),
        ("+919840055512",),
        roles=(
            ("Senior QA Engineer", "Coromandel Infotech Pvt Ltd", "2021-04", ""),
            ("Test Engineer", "Deccan Systems", "2017-07", "2021-03"),
        ),
        education=(("B.E. (Computer Science)", "Anna University"),),
        languages=(("english", ""), ("tamil", ""), ("hindi", "")),
        years=9.4,
    ),
    Labelled(
        SUISSE,
        "Élise Rochat",
        ("elise.rochat@mail.example",),
        ("+41795550123",),
        "1003 Lausanne",
        (
            ("Cheffe de projet marketing", "Horlogerie du Léman SA", "2021-09", ""),
            ("Responsable communication", "Fondation Arc-en-Lac", "2017-01", "2021-08"),
            ("Assistante marketing", "Caveau Frères Sàrl", "2014", "2016"),
        ),
        (("Bachelor en communication", "Université de Neuchâtel"),),
        (("french", "native"), ("german", "B2"), ("english", "C1")),
        years=11.9,
    ),
    Labelled(
        GUARD,
        "Tom Okello",
        ("okello.tom@mail.example",),
        ("+256772555019",),
        "Kampala",
        (
            ("Security guard", "Pearl Watch Services", "2019", ""),
            ("Driver", "Lakeside Hauliers Ltd", "2015", "2018"),
        ),
        (("Uganda Certificate of Education", "Kibuli Secondary School"),),
        (("english", ""), ("luganda", "")),
        years=10.4,
    ),
)
