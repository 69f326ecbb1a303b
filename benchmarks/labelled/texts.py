"""Invented CVs in eleven ways of writing dates and heads; what stands in them is in structures.py."""

KELNER = """Giulia Ferrante
Via Emilia 12, 40121 Bologna | cell. 347 555 0199 | giulia.ferrante@posta.example

Esperienza lavorativa
giugno 2019 – in corso
Responsabile di sala, Trattoria da Nino S.r.l., Bologna
Gestione di 12 camerieri e degli ordini
settembre 2014 – maggio 2019
Cameriera, Hotel Savoia, Rimini

Istruzione
2009 - 2014 Diploma alberghiero, Istituto Malatesta, Rimini

Lingue
Italiano: madrelingua
Inglese: B2
Tedesco: A2
"""
PROGRAMISTA = """Curriculum Vitae
Imię i nazwisko: Tomasz Zieliński
E-mail: t.zielinski@poczta.example
Telefon: +48 601 555 019
Kraków, Polska

Doświadczenie zawodowe
marzec 2018 – obecnie  Starszy programista Java, Wisła Soft Sp. z o.o.
- mikroserwisy, Spring Boot, PostgreSQL
lipiec 2014 – luty 2018  Programista, Bank Zachodni S.A.
- Java, Oracle

Wykształcenie
2009 – 2014  Magister informatyki, Politechnika Krakowska

Języki
angielski C1, niemiecki B1
"""
BUCHHALTERIN = """Petra Lindner
Musterweg 3 · 04109 Leipzig · Tel. 0341 555 0123 · petra.lindner@post.example

Berufserfahrung
seit 10/2019    Bilanzbuchhalterin
                Elbtal Logistik GmbH & Co. KG, Leipzig
                - Monats- und Jahresabschlüsse mit DATEV
01/2015–09/2019 Finanzbuchhalterin
                Sächsische Werkzeugbau AG, Chemnitz
                - Debitoren, Kreditoren, SAP FI

Ausbildung
2011–2014 Ausbildung zur Steuerfachangestellten, Kanzlei Roth
2011 Abitur, Gymnasium am Markt, Leipzig

Weiterbildung und Zertifikate
Geprüfte Bilanzbuchhalterin (IHK), 2018

Sprachen
Deutsch (Muttersprache), Englisch (gut)
"""
MANAGER = """DANIEL K. OWUSU, PMP
Accra, Ghana • +233 24 555 0148 • d.owusu@mail.example • linkedin.com/in/dkowusu

PROFESSIONAL EXPERIENCE
Goldshore Mining Ltd., Accra
Senior Project Manager (Mar '19 - Present)
• Delivered three plants worth $40m
Project Engineer (Aug '15 - Feb '19)
• Planned shutdowns in MS Project
Volta Engineering Services
Graduate Engineer (Sep '13 - Jul '15)

EDUCATION
BSc Mechanical Engineering, Kwame Nkrumah University of Science and Technology, 2009 - 2013

CERTIFICATIONS
Project Management Professional (PMP), 2018
PRINCE2 Practitioner

LANGUAGES
English (fluent), Twi (native), French (basic)
"""
INTERN = """Lena Fischer
lena.fischer@uni.example
Summary
Student of business administration who likes numbers.
Experience
Marketing Intern, Brightwave Media
Summer 2023
- Wrote newsletters in HubSpot
Barista, Cafe Central
Oct 2021 - Jun 2022
Education
B.A. Business Administration, University of Mannheim
2021 - 2024
"""
OVERLAP = """Samir Haddad
+33 6 55 01 99 00 | samir.haddad@courriel.example
Lyon, France

Expérience professionnelle
2018 - aujourd'hui : Développeur indépendant (freelance)
Python, Django, PostgreSQL
2016 - 2020 : Développeur, Rhône Numérique SAS, Lyon
Python, Docker
2012 - 2016 : Technicien support, Mairie de Lyon

Formation
2010 - 2012 : BTS Informatique, Lycée La Martinière

Langues
Français (langue maternelle), arabe (courant), anglais (B2)
"""
CHINESE = """王小明
电话：138 0013 8000  邮箱：wang.xm@mail.example
现居：上海

工作经历
2019年3月 - 至今  高级软件工程师  云帆科技有限公司
负责后端开发，使用 Java 和 Kafka
2015年7月 - 2019年2月  软件工程师  海联网络有限公司

教育背景
2011年 - 2015年  本科 计算机科学  复旦大学

语言
英语 C1
"""
RUSSIAN = """Иванова Мария Сергеевна
Телефон: +7 912 555-01-23
E-mail: m.ivanova@pochta.example
Город: Екатеринбург

Опыт работы
апрель 2017 — настоящее время
Главный бухгалтер, ООО «Уралсталь-Сервис»
январь 2012 — март 2017
Бухгалтер, ЗАО «Исеть»

Образование
2006 — 2011 Уральский федеральный университет, специалист, экономика

Языки
Английский (средний)
"""
TABLE = """Sofie Jansen
Utrecht, Nederland | 06 55501234 | sofie@jansen.example

Werkervaring
feb. 2020 - heden\tVerpleegkundige\tUMC Zonnehof
aug. 2016 - jan. 2020\tVerpleegkundige\tZiekenhuis De Linde
sept. 2014 - juli 2016\tZorgassistent\tStichting Thuiszorg Oost

Opleiding
2012 - 2016\tHBO Verpleegkunde\tHogeschool Utrecht

Talen
Nederlands (moedertaal), Engels (goed)
"""
RETURNER = """Hannah Price
Cardiff, UK
07700 900456 | hannah.price@mail.example

Employment
Office Manager at Severn Dental Practice, Cardiff
05/2021 to date
Career break
2018 - 2021
Receptionist, Bute Surgery
11/2012 - 07/2018
Sales Assistant, Marks Outfitters
2010 - 2012

Qualifications
NVQ Level 3 Business Administration, Cardiff and Vale College, 2012

Skills
Microsoft Excel, Sage, Welsh (native), English
"""
ENGENHEIRO = """Rafael Monteiro
rafael.monteiro@correio.example | +351 912 555 014 | Porto, Portugal

Experiência profissional
jan. 2021 – atual
Engenheiro de dados — Atlântico Telecom S.A.
Python, Spark, Airflow
set. 2017 – dez. 2020
Analista de dados — Banco do Norte
SQL, Power BI

Formação académica
Mestrado em Engenharia Informática, Universidade do Porto, 2015 – 2017

Idiomas
Português (nativo), Inglês (C1), Espanhol (B1)
"""
