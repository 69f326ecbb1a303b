"""Invented professions, third part: computers and machines, and two in German and French. `labelled.parse` reads it."""

PROFESSIONS = """
=== backend
titles: Senior Backend Engineer | Python Developer | Software Engineer | Backend Programmer
junior: Junior Developer | Software Engineering Intern
degree: BSc Computer Science | MSc Software Engineering
skills: Python | Django | PostgreSQL | Redis | Celery | Docker | Git | CI/CD | AWS | Kubernetes
near-titles: Frontend Developer | QA Tester
years: 5
a| Built REST services in Python with Django and FastAPI for 2 million users
a| Wrote the order service in Python 3, Flask and SQLAlchemy
b| Designed schemas and tuned slow queries on PostgreSQL, p95 from 4 s to 200 ms
b| Modelled data in Postgres, added partial indexes and partitioning
c| Moved background jobs to Celery with RabbitMQ
c| Ran Kafka consumers that handle 30k events a second
d| Raised test coverage to 92 percent with pytest and GitHub Actions
d| Set up continuous integration with GitLab and automated tests
e| Deployed on Kubernetes with Terraform and watched alerts in Grafana
e| Ran services on AWS ECS, wrote runbooks and post-mortems
f| Reviewed code and mentored two juniors
f| Led a squad of four engineers and the design of a new service
-| Fixed bugs and wrote small features in an existing code base
-| Wrote internal scripts and command line tools
-| Integrated payment and shipping APIs
~| Built pages in React and TypeScript from Figma files
~| Tested releases by hand and wrote bug reports
~| Kept a WordPress shop with PHP plugins
~| Wrote Selenium scripts in Java
job: Senior Backend Engineer (Python)

Northlight Freight moves parcels between 60 depots. Our routing platform decides, forty times a second, which van takes which parcel. We are a friendly team of nine and we love table football.

## What you will do
- Design and run the services behind routing and tracking: Django and FastAPI on PostgreSQL, with Celery and Redis for background work.
- Own features from the first sketch to production: code, tests, deployment, alerts, and the post-mortem when something breaks.
- Review code and coach two junior engineers.

## What you need
- At least 5 years of professional backend development, 3 of them with Python.
- Strong SQL and PostgreSQL: schema design, indexes, query plans.
- Experience with a message queue or task system in production (Celery, RabbitMQ, Kafka or similar).
- Automated testing and continuous integration as a habit.

## Nice to have
- Kubernetes, Terraform or other infrastructure as code.
- Experience in logistics.

## What we offer
62,000 to 78,000 EUR, 30 days of leave, hybrid work from Rotterdam.
job: python dev, backend. django/fastapi, postgres, queues (celery/kafka), tests + ci, aws or k8s. senior, 5 yrs
=== data
titles: Data Analyst | Business Intelligence Analyst | BI Developer | Reporting Analyst
junior: Junior Data Analyst | Data Intern
degree: BSc Statistics | MSc Data Science | BA Economics
skills: SQL | Tableau | Power BI | Python | R | Excel | dbt | statistics | A/B testing
near-titles: Data Entry Clerk | Database Administrator
years: 3
a| Wrote SQL on Snowflake and BigQuery for weekly business reviews
a| Queried a warehouse of 3 TB and documented the metrics
b| Built Tableau dashboards used by 200 managers
b| Designed Power BI reports with row-level security
c| Analysed experiments and cohorts in Python with pandas
c| Forecast demand in R with time series models
d| Modelled tables in dbt with tests and lineage
d| Automated data pipelines with Airflow
e| Presented findings to executives that changed pricing
e| Turned questions of product managers into analyses
f| Applied regression and significance tests to churn
f| Designed A/B tests and judged statistical power
-| Cleaned spreadsheets and merged customer lists
-| Answered ad hoc requests from sales
-| Kept the data dictionary
~| Typed 9,000 keystrokes an hour from paper forms
~| Backed up Oracle databases and granted rights
~| Scanned and filed survey forms
~| Updated addresses in the CRM
job: Data Analyst

You will
- answer product and pricing questions with SQL on our Snowflake warehouse
- build and maintain dashboards (Tableau or Power BI)
- design and read A/B tests with product teams
- model clean tables in dbt

You have
- 3+ years as data or BI analyst
- excellent SQL, good Python or R
- statistics: regression, significance, forecasting
- the gift to explain numbers to people who fear them
Free fruit, bikes, and a sunny roof.
job: BI analyst, 3 years: SQL, Tableau/Power BI, Python or R, experiments, stakeholder presentations.
=== support
titles: IT Support Specialist | Systems Administrator | Help Desk Technician | Desktop Support Engineer
junior: IT Trainee | Service Desk Apprentice
degree: CompTIA A+ | Associate Degree Information Technology | MCSA
skills: Active Directory | Windows 11 | Office 365 | Intune | VPN | ServiceNow | networking | PowerShell
near-titles: Call Centre Agent | Electronics Salesperson
years: 2
a| Solved 30 tickets a day in ServiceNow for 900 users
a| First and second level help desk by phone, chat and on site
b| Created and locked accounts, groups and policies in Active Directory
b| Managed Entra ID, MFA and permissions
c| Rolled out Windows 11 and patches with Intune to 600 laptops
c| Imaged PCs and Macs and kept the asset list
d| Administered Microsoft 365, Exchange Online and Teams
d| Moved mailboxes to Office 365 and SharePoint
e| Fixed LAN, Wi-Fi, VPN and printer faults
e| Configured switches, DHCP and DNS and found network faults
f| Wrote PowerShell scripts that saved ten hours a week
f| Wrote knowledge base articles and trained users
-| Replaced disks, screens and batteries
-| Set up meeting rooms and phones
-| Ordered licences and hardware
~| Answered 80 calls a day about phone bills
~| Sold laptops and phones in a shop
~| Repaired TVs and washing machines
~| Logged deliveries at the gate
job: IT Support Specialist (2nd level)

The hospital group runs 4,000 workplaces.
Tasks: tickets and incidents by phone and on site; Active Directory and Microsoft 365 administration; roll-out of Windows clients with Intune; network and printer faults; documentation.
Profile: IT training or CompTIA A+; two years of help desk or desktop support; AD, M365, Windows 11; basics of networking; PowerShell is a plus.
job: help desk / sysadmin, small firm. windows, AD, office 365, network, vpn, tickets. 2 yrs
=== designer
titles: Product Designer | UX Designer | UI/UX Designer | Interaction Designer
junior: Design Intern | Junior Graphic Designer
degree: BA Interaction Design | MA Human-Computer Interaction
skills: Figma | prototyping | user research | wireframes | design systems | WCAG | usability testing | HTML/CSS
near-titles: Print Designer | Photographer
years: 4
a| Shipped three mobile apps on iOS and Android, from sketch to store
a| Led the redesign of a banking app with 1 million users
b| Planned and ran interviews and usability tests with 60 people
b| Did user research, personas and journey maps
c| Prototyped flows and interactions in Figma
c| Turned wireframes into clickable prototypes
d| Made products accessible to WCAG 2.2 AA, tested with screen readers
d| Led an accessibility audit and fixed contrast and focus
e| Built a design system with tokens and 80 components
e| Kept the component library in step with engineering
f| Worked in a health product under regulation
f| Designed for patients and clinicians
-| Made icons, banners and landing pages
-| Handed over specs to developers
-| Ran design critiques
~| Laid out brochures and packaging in InDesign
~| Photographed products and retouched in Photoshop
~| Printed posters and vehicle wraps
~| Cut wedding videos
job: Product Designer - patient apps

About the role
You will design the app with which 200,000 people manage a long-term condition: from interviews with patients to the last pixel, with two product managers and eleven engineers.

Must have: a portfolio of shipped mobile products; 4+ years of product or UX design; user research you planned and ran yourself; interaction design and prototyping in Figma; accessibility (WCAG 2.2) in practice.
Good to have: design systems; health or another regulated field; basic HTML/CSS; motion design.
Not needed: a degree.
job: UX/UI designer with Figma, research, prototyping, accessibility, design systems; apps; 4 years
=== elektroniker
titles: Elektroniker für Betriebstechnik | Instandhaltungselektriker | Betriebselektriker | Servicetechniker Elektrotechnik
junior: Auszubildender Elektroniker | Elektrohelfer
degree: Ausbildung Elektroniker für Betriebstechnik | Staatlich geprüfter Techniker
skills: SPS | Siemens S7 | TIA Portal | Schaltschrankbau | DGUV V3 | Antriebstechnik | Pneumatik
near-titles: Hausmeister | Lagermitarbeiter
years: 3
a| Wartung und Instandhaltung von Produktionsanlagen und Pressen
a| Vorbeugende Instandhaltung an Verpackungsmaschinen
b| Störungssuche und Fehlerbehebung an elektrischen Anlagen
b| Beseitigung von Störungen im Drei-Schicht-Betrieb
c| Programmierung und Anpassung von SPS mit TIA Portal
c| Änderungen an Steuerungen Siemens S7-300 und S7-1500
d| Prüfung ortsfester Anlagen und Geräte nach DGUV Vorschrift 3
d| VDE-Messungen und Prüfprotokolle
e| Verdrahtung von Schaltschränken nach Schaltplan
e| Umbau von Anlagen, Montage von Sensoren und Antrieben
f| Schichtbetrieb mit Rufbereitschaft
f| Anleitung von Auszubildenden in der Schicht
-| Austausch von Motoren und Frequenzumrichtern
-| Installation von Beleuchtung und Unterverteilungen
-| Dokumentation im Wartungssystem
~| Pflege von Grünanlagen und kleine Reparaturen am Haus
~| Kommissionierung und Verladung mit dem Stapler
~| Wareneingang und Inventur
~| Reinigung von Treppenhäusern
job: Elektroniker für Betriebstechnik (m/w/d)

Wir sind ein Hersteller von Verpackungen mit 300 Mitarbeitenden.
Ihre Aufgaben
- Wartung, Instandhaltung und Störungsbeseitigung an Produktionsanlagen
- Anpassung von SPS-Programmen (Siemens S7, TIA Portal)
- Prüfungen nach DGUV V3
- Umbauten und Schaltschrankbau
Ihr Profil
- Abgeschlossene Ausbildung als Elektroniker, Mechatroniker oder vergleichbar
- Mindestens drei Jahre Berufserfahrung in der Instandhaltung
- Bereitschaft zur Schichtarbeit
Wir bieten: Tarifvertrag, 30 Tage Urlaub, Kantine.
job: Betriebselektriker gesucht: Störungssuche, S7, Wartung von Anlagen, DGUV, Schicht. Ausbildung und 3 Jahre Erfahrung.
=== comptable
titles: Comptable fournisseurs | Comptable général | Comptable unique | Collaborateur comptable
junior: Assistant comptable | Stagiaire en comptabilité
degree: DCG | BTS Comptabilité et gestion | Licence professionnelle comptabilité
skills: Sage | TVA | rapprochements bancaires | liasse fiscale | Excel | clôture mensuelle | immobilisations
near-titles: Secrétaire administrative | Gestionnaire de stocks
years: 3
a| Saisie et contrôle des factures fournisseurs, 900 par mois
a| Traitement des factures et préparation des règlements
b| Rapprochements bancaires et lettrage des comptes
b| Justification des comptes et suivi des écarts
c| Déclarations de TVA et autres déclarations fiscales
c| Établissement des déclarations sociales et fiscales
d| Clôtures mensuelles et annuelles, provisions et immobilisations
d| Préparation du bilan et de la liasse fiscale avec l'expert-comptable
e| Utilisation quotidienne de Sage et tableaux croisés sous Excel
e| Migration de Sage vers SAP et fichiers de suivi Excel
f| Relances des clients et suivi de la trésorerie
f| Préparation des prévisions de trésorerie
-| Classement et archivage des pièces comptables
-| Saisie des notes de frais
-| Accueil des commissaires aux comptes
~| Accueil téléphonique et gestion des agendas
~| Suivi des stocks et des livraisons
~| Rédaction de courriers et de comptes rendus
~| Commande de fournitures
job: Comptable général H/F

PME industrielle de 80 personnes près de Lyon.
Vos missions :
- Comptabilité fournisseurs et clients, rapprochements bancaires
- Déclarations de TVA
- Clôtures mensuelles, préparation du bilan et de la liasse
- Suivi de la trésorerie
Votre profil :
- Formation comptable (BTS, DCG)
- Trois ans d'expérience minimum en comptabilité générale
- Maîtrise de Sage et d'Excel
Nous offrons : mutuelle, tickets restaurant, RTT.
job: Cherche comptable : factures, TVA, rapprochements, clôture, Sage. Trois ans d'expérience.
"""
