"""Lines that any CV may hold, whatever its grade: they blur lengths and share words with job texts."""

from random import Random

FILLER = """
Reliable team player with strong communication skills
Worked in a fast-paced environment and met tight deadlines
Responsible for daily operations and reporting to management
Received employee of the month twice
Quick learner who pays attention to detail
Supported colleagues during busy times and covered holidays
Took part in training on quality and safety
Helped to improve processes and documentation
Proficient in Microsoft Word, Excel, Outlook and PowerPoint
Organised, flexible and highly motivated professional
Built good relationships with customers and suppliers
Wrote clear reports and presentations for managers
Prepared weekly reports and kept records up to date
Handled complaints from customers calmly and found solutions
Trained new staff and wrote a short handbook
Managed a small budget and ordered supplies
Made the shift plan for eight people
Counted stock each month and corrected the inventory
Followed health and safety rules and reported hazards
Took part in audits and closed the findings
Planned meetings, wrote the agenda and kept minutes
Coordinated several departments during a move to a new building
Introduced a new software system and helped users
Answered phone calls and e-mails from clients within a day
Kept confidential files in order and protected data
Represented the company at a fair and collected contacts
Led a project that cut waste by ten percent
Mentored an intern for three months
Analysed problems and suggested improvements to the team lead
Reviewed contracts with suppliers and compared offers
Designed a simple form that saved time for everybody
Ran a monthly survey and presented the results
Worked with people of many cultures and backgrounds
Monitored quality and documented deviations
Developed a plan for emergencies and practised it
Maintained equipment and arranged repairs
Delivered results under pressure with a positive attitude
Strong analytical and problem solving skills
Excellent written and verbal communication
Proven track record of success in a demanding role
Flexible about shifts, nights and weekends
Ability to work alone and as part of a team
Scheduled appointments and managed the calendar of the team
Assisted the manager with research and daily tasks
Processed payments and checked invoices now and then
Created content for the notice board and the intranet
Tested new procedures before they were rolled out
Helped with recruitment of seasonal staff
Supervised students on work placement
Kept the workplace clean and tidy
Drove a company car to visit partners in the region
Achieved all yearly goals and received a bonus
Implemented a filing system for paper and digital documents
Provided first class service to guests and visitors
Assessed needs, set priorities and followed up
Planned and organised a charity run for the whole company
""".strip().splitlines()

FILLER_DE = """
Zuverlässig, teamfähig und belastbar
Gute Kenntnisse in Microsoft Office und Outlook
Einarbeitung neuer Mitarbeitender in der Abteilung
Bestellung von Material und Kontrolle der Lieferungen
Mitarbeit an Projekten zur Verbesserung der Abläufe
Dokumentation und Berichte an die Leitung
Beachtung der Vorschriften zur Arbeitssicherheit
Freundlicher Umgang mit Kunden und Lieferanten
Bereitschaft zu Überstunden und Arbeit am Wochenende
Führerschein Klasse B vorhanden
Teilnahme an Schulungen zur Qualität
Selbstständige und sorgfältige Arbeitsweise
Pflege der Ablage und der Stammdaten
Vertretung des Vorarbeiters im Urlaub
Planung von Terminen und Besprechungen
Unterstützung anderer Abteilungen bei hohem Arbeitsaufkommen
""".strip().splitlines()

FILLER_FR = """
Bonne maîtrise de Word, Excel et Outlook
Esprit d'équipe et sens de l'organisation
Formation des nouveaux collaborateurs
Rédaction de rapports pour la direction
Participation à des projets d'amélioration
Relations avec les clients et les fournisseurs
Commande de matériel et contrôle des livraisons
Respect des règles de sécurité et de qualité
Autonomie, rigueur et discrétion
Permis B et véhicule personnel
Organisation de réunions et suivi des actions
Remplacement de collègues pendant les congés
Mise à jour des dossiers et archivage
Suivi d'indicateurs et présentation des résultats
Anglais professionnel lu et écrit
Aide aux autres services en période de forte activité
""".strip().splitlines()

OTHER = """
Waiter in a beach cafe, served guests and carried plates
Volunteer at a charity shop, sorted clothes and served customers
Postal worker, delivered letters on foot
Call centre agent, took surveys by phone
Cleaner in an office block
Harvest helper on a fruit farm
Fitness trainer for beginners
Taxi driver at night
Babysitter for two families
Removal man at weekends
Tour guide in the old town
Swimming teacher for children
""".strip().splitlines()

HOBBIES = [
    "hiking",
    "chess",
    "choir",
    "gardening",
    "photography",
    "baking",
    "football",
    "reading about history",
    "cooking for friends",
    "travel",
    "running",
    "guitar",
    "volunteering",
    "sailing",
    "board games",
]
FIRMS = [
    "Alder Group",
    "Company Name",
    "Brightwell Ltd",
    "Kestrel GmbH",
    "Northgate",
    "Company Name",
    "Oakham Partners",
    "Solis",
]

# Words for invented lines of general working life: (what was done) (which) (what) (how).
_DONE_WORDS = """managed supported prepared organised reviewed improved coordinated delivered monitored planned developed
 maintained designed presented handled documented supervised implemented analysed evaluated processed scheduled
 updated tracked controlled arranged negotiated launched created trained"""
_DONE = _DONE_WORDS.split()
_WHICH_WORDS = """weekly monthly internal external regional strategic operational new complex large small annual critical
 sensitive seasonal digital technical commercial global local key urgent detailed joint pilot legacy standard
 special customer supplier"""
_WHICH = _WHICH_WORDS.split()
_WHAT_WORDS = """reports projects schedules budgets orders contracts meetings events records files tickets deliveries workshops
 presentations policies procedures audits inspections surveys campaigns newsletters databases dashboards systems
 tools accounts invoices payments shifts teams vendors clients partners requests complaints incidents repairs
 transfers releases forecasts targets plans programmes trainings interviews reviews statistics samples stocks
 shipments leases permits drawings menus lessons designs tests websites documents travel bookings visits cases
 claims risks changes migrations"""
_WHAT = _WHAT_WORDS.split()
_HOW = """for the whole department|with two other sites|under time pressure|for the head office|with great care|and reported the results
for a team of six|with outside partners|in line with company rules|and cut the cost by 8 percent|for the management board
by phone and e-mail|using spreadsheets|together with sales and finance|during a busy season|and trained the users
with high quality|across three countries|for new customers|to agreed standards""".replace("\n", "|").split("|")


def invented_lines(rng: Random, *, count: int) -> list[str]:
    """Lines of general working life that fit any trade: noise with the words of job texts."""
    return [
        f"{rng.choice(_DONE).capitalize()} {rng.choice(_WHICH)} {rng.choice(_WHAT)} and {rng.choice(_WHAT)} {rng.choice(_HOW)}"
        for _ in range(count)
    ]


# What job texts say whatever the trade.
BOILERPLATE = """
Strong communication skills and the ability to work with people at all levels
Able to manage several priorities at once and to meet deadlines in a fast-paced environment
Experience with reports, records and presentations for management
High standards of quality, safety and customer service
Proficient in Microsoft Office, with good knowledge of Excel and PowerPoint
A proactive team player with a positive attitude and attention to detail
Improve processes and procedures and support change projects
Coordinate with other departments, suppliers and external partners
Prepare weekly and monthly reports on performance, costs and targets
Train and support new colleagues and share knowledge
Take part in audits, reviews, meetings and workshops
Maintain accurate files and databases and protect confidential data
Plan schedules and resources and monitor budgets
Handle requests and complaints from clients and resolve issues quickly
Willing to travel and to work flexible hours, evenings and weekends
Carry out other duties as assigned by your manager
""".strip().splitlines()
ABOUT = """Our company is a leading organisation with a strong history of growth and innovation. We value diversity, integrity and
respect, and we believe that great people create great results. You will join a dynamic international team in a modern office
where your ideas have an impact from day one. We are an equal opportunity employer and welcome applications from all backgrounds.
We offer a competitive salary, a yearly bonus, health insurance, training, a pension plan, free drinks and team events.""".replace(
    "\n", " "
)
