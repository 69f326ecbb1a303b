"""Forms of words that cutting suffixes would miss or mix up ("engine" and "engineer"), each with its stem.

Each entry is `stem: forms`, so that "internal", "intern" and "international" stay apart.
"""

TABLE = """
accounting: accounting accountant accountants accountancy accountings
administr: administration administrations administrator administrators administrative admin administer administered
 administering administrate administered
analy: analysis analyses analyst analysts analyze analyzed analyzing analyse analysed analytics analytical
angular: angular angularjs angular.js
artist: artist artists
aspnet: asp.net aspnet
audit: audit audits auditing audited auditor auditors
aws: aws
boekhoud: boekhouding boekhouder
bookkeep: bookkeeping bookkeeper bookkeepers
buchhalt: buchhaltung buchhalter buchhalterin finanzbuchhaltung
build: build builds building built builder
business: business businesses
car: car cars
care: care cares caring carer carers cared
career: career careers
carrier: carrier carriers
cash: cash
cashier: cashier cashiers
chef: chef chefs
cicd: ci/cd
commerce: commerce commercial commercials ecommerce
community: community communities
comptable: comptable comptables comptabilite
comput: compute computes computing computer computers computational
construct: construct constructs constructed constructing construction
cont: count counts counted counting
contable: contable contabilidad contador contables
cook: cook cooks cooking cooked
council: council councils
counsel: counsel counselor counselors counsellor counsellors counseling counselling
counter: counter counters
country: country countries
county: county counties
cplusplus: c++ cpp
csharp: c#
customs: customs
develop: dev devs developer developers
director: director directors
dotnet: .net dotnet
driver: driver drivers
editor: editor editors
electric: electric electrical electrician electricians electricity
electro: electro
electronic: electronic electronics
enfermer: enfermera enfermero enfermeria
engine: engine engines
entwickl: entwickler entwicklerin entwicklung entwickeln entwickelt entwickelte
execut: execute executes executed executing execution
executive: executive executives
experiment: experiment experiments experimental experimentation
finan: finance finances financial financially finanzen finanz financier financiere finanzas
firm: firm firms
fit: fit fits fitting fitted
fitness: fitness
form: form forms
format: format formats formatting formatted
fsharp: f#
general: general generally
generat: generate generates generated generating generation
golang: golang
hospital: hospital hospitals
hospitality: hospitality
human: human
important: important importance
infirmier: infirmier infirmiere infirmiers infirmieres
inform: inform informs informed informing
information: information informations
instruct: instruct instructs instructed instruction instructions instructor instructors instructional
interior: interior interiors
internal: internal internally interne
international: international internationally internationale
internship: intern interns internship internships
ios: ios
javascript: js javascript ecmascript
koch: koch kochin kochen
kubernetes: k8s kubernetes
labor: labor labour
laboratory: laboratory laboratories lab labs
lead: lead leads leading led leader leaders leadership
lehrer: lehrer lehrerin lehrkraft lehrkrafte
maint: maintain maintains maintained maintaining maintenance
marketing: marketing marketer marketers
medical: medical
medication: medication medications
mission: mission missions
model: model models modeling modelling modeled
nation: nation nations national nationally nationale
news: news
nodejs: node.js nodejs
nurs: nurse nurses nursing nursed
offer: offer offers offered offering offerings
office: office offices
officer: officer officers
opera: opera
organic: organic
owner: owner owners
ownership: ownership
part: part parts
party: party parties
patient: patient patients
perform: perform performs performed performing performance performances performer
personnel: personnel
pflege: pflege pfleger pflegerin pflegen
pharmac: pharmacy pharmacies pharmacist pharmacists pharmaceutical pharmaceuticals
phonics: phonics
physical: physical physically
physician: physician physicians
physics: physics
physio: physio physiotherapy physiotherapist physiotherapists
polic: policy policies
police: police
portfolio: portfolio portfolios
postgres: postgres postgresql psql
posting: posting postings
process: process processes processing processed processor
product: product products produkt produkte produit produits producto productos
production: production productions produktion
productiv: productive productivity
programming: programmer programmers programming programmed
publication: publication publications
reactjs: react reactjs react.js
real: real really
recept: reception receptionist receptionists
relation: relation relations
relationship: relationship relationships
relative: relative relatives
reporter: reporter reporters
responsib: responsible responsibility responsibilities
sale: sales sale sell selling seller sold salesperson salesman saleswoman salespeople
sas: sas
scien: science sciences scientist scientists scientific
secretar: secretary secretaries secretarial
section: section sections
sector: sector sectors
server: server servers
statement: statement statements
station: station stations
statist: statistics statistical statistician statistic
store: store stores stored storing
story: story stories
strateg: strategy strategies strategic strategist strategically
success: success successful successfully succeeded
tax: tax taxes taxation
teach: teach teacher teachers teaching taught teaches
technic: technical technically
technician: technician technicians technicien techniciens techniker technikerin tecnico
teller: teller tellers
train: train trains trained training trainings trainer trainers
trainee: trainee trainees
treasure: treasure
treasury: treasury treasurer treasurers
tsql: t-sql tsql
typescript: ts typescript
universe: universe
university: university universities
vehicle: vehicle vehicles
vendeur: vendeur vendeuse vendeurs vente ventes vendre
ventas: ventas venta vendedor vendedora vender
verkauf: verkauf verkaufer verkauferin verkaufen
vuejs: vue vuejs vue.js
waiter: waiter waiters waitress waitresses
wareh: warehouse warehouses warehousing
wire: wire wires wired wiring
writ: write writes writing writer writers written wrote
"""

STEM_OF: dict[str, str] = {
    form: entry.partition(":")[0]
    for entry in TABLE.strip().replace("\n ", " ").split("\n")
    for form in entry.partition(":")[2].split()
}
