"""Invented professions, second part: care, kitchens, sites and schools. `PROFESSIONS` is text that `labelled.parse` reads."""

PROFESSIONS = """
=== nurse
titles: Staff Nurse | Registered Nurse | RN | Charge Nurse
junior: Student Nurse | Newly Qualified Nurse
degree: BSc Adult Nursing | Diploma in Nursing | BSN
skills: IV therapy | telemetry | ECG | ILS | ACLS | medication administration | electronic health records | triage
near-titles: Health Care Assistant | Medical Receptionist
years: 1
a| Cared for six acute cardiac patients per shift on a 28-bed ward
a| Worked on a coronary care unit with step-down beds after PCI
b| Gave intravenous drugs and infusions and cannulated
b| Certified in IV therapy and administration of high-risk medicines
c| Watched telemetry and acted on arrhythmias
c| Read 12-lead ECGs and escalated changes at once
d| Holds ILS and responds to cardiac arrests
d| ACLS and BLS certified, member of the crash team
e| Mentored student nurses and health care assistants
e| Preceptor of newly qualified staff
f| Rotating night and weekend shifts in charge of the ward
f| Worked nights for three years, safe handover by SBAR
-| Took vital signs, dressed wounds and planned discharge
-| Registered with the nursing council, registration current
-| Documented care in Epic
~| Washed, fed and moved residents of a care home
~| Booked clinic slots and answered phones
~| Cleaned rooms and restocked trolleys
~| Drove patients to day care
job: Staff Nurse, Cardiology Ward (nights)

St Brigid's is a 400-bed teaching hospital. The cardiology ward has 28 beds and a six-bed step-down unit.
Duties: assess, plan and deliver care for adults after cardiac events and procedures; monitor telemetry and act on arrhythmias; give intravenous medication; prepare patients for angiography and pacing; teach patients and families; hand over safely; supervise students and health care assistants.
Essential: registered adult nurse with current registration; at least one year on an acute medical or surgical ward; intravenous administration competence; intermediate life support or higher; able to work night shifts.
Desirable: cardiology or coronary care experience; 12-lead ECG interpretation; mentorship qualification; electronic patient records.
job: RN needed for cardiac telemetry unit, night shift. ACLS, IV skills, 12-lead ECG. One year acute care.
=== chef
titles: Sous Chef | Head Chef | Chef de Partie | Executive Chef
junior: Commis Chef | Kitchen Porter
degree: Diploma in Culinary Arts | Food Hygiene Level 3 | NVQ Professional Cookery
skills: menu planning | HACCP | food costing | pastry | grill | stock control | allergens | mise en place
near-titles: Restaurant Manager | Barista
years: 4
a| Ran the pass for 140 covers a night in a brasserie
a| Second in command of a kitchen with a brigade of nine
b| Wrote seasonal menus with local farms
b| Created dishes and tasting menus and tested recipes
c| Kept food cost at 28 percent by portions and stock rotation
c| Ordered, negotiated with suppliers and counted stock weekly
d| Ran HACCP and passed each inspection with top marks
d| In charge of food safety, allergens and cleaning plans
e| Trained commis and apprentices at every station
e| Hired, scheduled and coached the kitchen crew
f| Worked grill, sauce and pastry in a one-star kitchen
f| Cooked classic French and modern European cuisine from scratch
-| Prepared mise en place and plated starters
-| Cooked for weddings and banquets up to 300 guests
-| Kept walk-in and dry store in order
~| Greeted guests and led a floor team of twelve
~| Mixed drinks and served coffee
~| Took bookings and closed the tills
~| Washed pots and peeled vegetables
job: Sous Chef

Our brasserie on the harbour does 120 covers a night. We cook French with the seasons.

You will run the kitchen when the head chef is off, lead a brigade of eight, plan menus, keep food cost below 30 %, order, and train the young ones. HACCP is second nature to you.

We want: 4 years in a busy kitchen, one as chef de partie or sous chef; a culinary diploma; food hygiene certificate; sauce and grill.
We give: five-day week, staff meals, tips.
job: Hotel seeks head chef / sous chef: menu planning, costing, HACCP, team of ten, banquets. 4 yrs experience, culinary training.
=== teacher
titles: Primary School Teacher | Class Teacher | Elementary Teacher | Year 4 Teacher
junior: Teaching Assistant | Student Teacher
degree: PGCE Primary | BEd Primary Education | QTS
skills: phonics | lesson planning | safeguarding | assessment | differentiation | SEN | classroom management | maths
near-titles: Nursery Worker | Museum Educator
years: 2
a| Taught a class of 29 in years 3 and 4 all subjects of the national curriculum
a| Class teacher of grade 2, lead for literacy
b| Planned lessons and schemes of work with two colleagues
b| Wrote weekly plans and resources for mixed abilities
c| Tracked progress and reported to parents each term
c| Used assessment for learning to set next steps
d| Adapted teaching for pupils with special educational needs
d| Worked with the SENCO on support plans for autistic children
e| Managed behaviour with calm routines and positive rewards
e| Kept an orderly classroom in a demanding school
f| Designated safeguarding training, led two school trips
f| Ran the phonics programme for key stage 1
-| Ran the choir and the football club
-| Supported small reading groups
-| Met parents each Thursday
~| Looked after toddlers in a day nursery
~| Led museum tours for families
~| Drove the school bus
~| Supervised lunch and the playground
job: Primary School Teacher (Key Stage 2)

Hillside is a two-form entry school of 410 children.
The successful candidate will teach a year 4 class, plan and assess across the curriculum, adapt for pupils with SEN, keep parents informed and hold high expectations of behaviour.
Person specification: qualified teacher status; two years of primary teaching; secure knowledge of the national curriculum, phonics and assessment for learning; safeguarding.
job: Elementary teacher, grades 2-4. Lesson planning, classroom management, special needs, parent contact. Teaching certificate and 2 years.
=== aviation
titles: Aircraft Maintenance Technician | Aviation Mechanic | Line Maintenance Engineer | Airframe and Powerplant Mechanic
junior: Apprentice Aircraft Mechanic | Hangar Assistant
degree: FAA A&P licence | EASA Part-66 B1 | Diploma Aircraft Maintenance
skills: B737 | A320 | troubleshooting | avionics | hydraulics | torque | borescope | aircraft logbooks
near-titles: Car Mechanic | Baggage Handler
years: 3
a| Did line and base checks on Boeing 737 and Airbus A320
a| A-checks, C-checks and transit inspections of narrow-body jets
b| Holds A&P licence with inspection authorisation
b| EASA Part-66 B1.1 with type rating A320
c| Found and fixed faults in hydraulic, fuel and landing gear systems
c| Troubleshot engines and APU by manual and borescope
d| Signed releases and kept airworthiness records and logbooks
d| Wrote task cards and entries under Part 145
e| Worked to FAA regulations and safety management
e| Followed human factors and foreign object rules, no findings in audits
f| Night shift lead of five technicians on the ramp
f| AOG team, travelled to recover aircraft
-| Replaced wheels, brakes and cabin parts
-| Towed and jacked aircraft
-| Calibrated tools and kept the store
~| Serviced brakes and engines of cars and vans
~| Loaded bags and drove the belt loader
~| Fuelled trucks and kept the yard
~| Checked in passengers
job: Aircraft Maintenance Technician

Regional airline, base at two airports.
KEY DUTIES
1. Line and base maintenance of A320 and B737 fleet
2. Troubleshooting of airframe, engine, hydraulic and landing gear systems
3. Certify work and keep maintenance records under EASA Part 145 / FAA
REQUIRED
1. EASA Part-66 B1 or FAA A&P licence
2. 3 years of commercial aircraft maintenance
3. Shift work, nights
Type rating is an advantage. Travel benefits for the family.
job: A&P mechanic for jets. Line checks, troubleshooting, logbooks, 3 years, night shift.
=== construction
titles: Site Manager | Construction Project Manager | Project Superintendent | Works Manager
junior: Assistant Site Manager | Site Trainee
degree: BEng Civil Engineering | HND Construction | SMSTS
skills: scheduling | MS Project | subcontractors | health and safety | SMSTS | CSCS | quality | budgets | concrete
near-titles: Quantity Surveyor | Property Caretaker
years: 5
a| Ran a site of 120 flats worth 24 million from groundworks to handover
a| Led the build of a four-storey school, finished two weeks early
b| Coordinated 25 subcontractors and weekly look-ahead meetings
b| Managed trades, labour and deliveries on site each day
c| Kept the programme in MS Project and reported progress
c| Planned and rescheduled works in Primavera P6
d| Held toolbox talks, risk assessments and method statements; no lost-time accident
d| SMSTS, CSCS black card, first aid; responsible for site safety
e| Inspected quality, closed snags and handed over to clients
e| Checked drawings and concrete pours against the specification
f| Controlled costs, variations and monthly valuations
f| Kept the site within a budget of 9 million
-| Set out levels and checked deliveries
-| Wrote site diaries and permits
-| Met neighbours and building control
~| Measured quantities and prepared bills
~| Repaired fences and boilers in rented flats
~| Priced tenders in the office
~| Drove a forklift in a builders' yard
job: Site Manager - residential

A family contractor, 90 staff.
You are responsible for a residential site of about 100 units: programme, subcontractors, health and safety, quality, cost and handover. You hold SMSTS and CSCS, have five years as site manager for a main contractor, and read drawings and MS Project with ease. Degree in civil engineering or construction welcome.
Car allowance, private health.
job: Construction superintendent / project manager. Subcontractor coordination, schedule, safety, quality, budget. 5 years on residential projects.
=== vet
titles: Veterinary Nurse | Veterinary Technician | Vet Tech | Animal Nurse
junior: Veterinary Care Assistant | Kennel Hand
degree: Diploma in Veterinary Nursing | RVN | Associate Degree Veterinary Technology
skills: anaesthesia monitoring | radiography | venepuncture | dental scaling | triage | pet owners | sterilisation
near-titles: Dog Groomer | Zoo Keeper
years: 2
a| Monitored anaesthesia of dogs, cats and rabbits during surgery
a| Prepared patients, scrubbed in and watched recovery
b| Took blood, placed catheters and ran in-house lab tests
b| Ran haematology, urine and parasite tests
c| Took and developed radiographs and dental x-rays
c| Assisted with ultrasound and radiography safely
d| Advised owners on diets, vaccines and aftercare
d| Held nurse clinics for weight and dental checks
e| Handled emergencies and triage on call
e| Gave first aid to injured animals at night
f| Sterilised packs and kept the theatre log of controlled drugs
f| Ordered medicines and kept the dangerous drugs register
-| Cleaned kennels and walked inpatients
-| Booked visits and took payments
-| Wrote discharge notes
~| Clipped and bathed dogs in a salon
~| Fed reptiles and led tours of the zoo
~| Sold pet food
~| Trained puppies on weekends
job: Registered Veterinary Nurse
Small-animal practice with five vets. You monitor anaesthesia, assist in surgery, take blood and radiographs, run nurse clinics and share on-call emergencies. RVN or equivalent and two years in practice. Kindness to owners and animals is a must.
job: Vet tech: surgery, anesthesia, x-ray, lab, client advice. 2 years. Weekends.
"""
