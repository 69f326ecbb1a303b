"""Professions: titles that mean nearly the same work, and what people in it name in their CVs. A table of our own.

Each entry is `name: titles | related terms`, both separated by commas.
German, French, Spanish and Dutch titles are mixed in.
"""

TABLE = """
software: software engineer, software developer, programmer, backend engineer, backend developer, full stack
 developer, full stack engineer, web developer, application developer, java developer, python developer, .net
 developer, php developer, c++ developer, ruby developer, golang developer, node developer, software architect, coder,
 sde, programmer analyst, softwareentwickler, anwendungsentwickler, entwickler, developpeur, desarrollador,
 ontwikkelaar, programmeur, programador | api, rest, microservices, git, sql, docker, kubernetes, unit testing, ci/cd,
 agile, scrum, java, python, c#, .net, javascript, backend, code review, design patterns, postgresql, mysql, mongodb,
 redis, kafka, linux, aws, django, spring
frontend: frontend developer, frontend engineer, ui developer, react developer, angular developer, javascript
 developer, web designer | html, css, javascript, typescript, react, angular, vue, sass, webpack, responsive,
 accessibility, jquery
mobile: ios developer, android developer, mobile developer, app developer, flutter developer, mobile engineer | swift,
 kotlin, objective-c, android studio, xcode, app store, flutter, react native, firebase
devops: devops engineer, site reliability engineer, sre, cloud engineer, platform engineer, cloud architect,
 infrastructure engineer, build engineer, release engineer | aws, azure, gcp, terraform, ansible, kubernetes, docker,
 jenkins, ci/cd, prometheus, grafana, linux, helm, monitoring, pipelines, cloudformation
testing: qa engineer, test engineer, software tester, qa analyst, quality assurance engineer, sdet, test analyst, test
 automation engineer, tester | test cases, regression, selenium, cypress, junit, jira, defects, automation, test
 plans, uat, postman, cucumber
datascience: data scientist, machine learning engineer, ai engineer, ml engineer, research scientist, nlp engineer |
 machine learning, python, pandas, numpy, scikit-learn, tensorflow, pytorch, deep learning, nlp, statistics, models,
 regression, classification, neural networks, r, sql, jupyter, llm
dataanalysis: data analyst, business intelligence analyst, bi analyst, bi developer, reporting analyst, insights
 analyst, analytics engineer, datenanalyst, analista de datos | sql, excel, tableau, power bi, dashboards, python, r,
 statistics, reporting, kpi, visualization, a/b testing, looker, etl, insights
dataengineering: data engineer, etl developer, database developer, data architect, data warehouse engineer, database
 administrator, dba, sql developer | etl, sql, spark, hadoop, airflow, snowflake, redshift, bigquery, kafka, data
 warehouse, dbt, pipelines, oracle, backup, data modeling, stored procedures, performance tuning
itsupport: it support, help desk technician, helpdesk, desktop support, service desk analyst, technical support,
 support engineer, it specialist, it technician, computer technician, it analyst, information technology specialist,
 fachinformatiker, technicien informatique | active directory, windows, office 365, tickets, troubleshooting, vpn,
 hardware, printers, laptops, servicenow, network, installation, password, end users, remote support, imaging
sysadmin: systems administrator, system administrator, network engineer, network administrator, systems engineer, it
 manager, it administrator, infrastructure manager, linux administrator, windows administrator, information technology
 manager, systemadministrator, netzwerkadministrator | active directory, vmware, servers, linux, windows server,
 cisco, firewall, routers, switches, dns, dhcp, backup, exchange, virtualization, tcp/ip, lan, wan, azure, powershell
security: security analyst, security engineer, information security, cybersecurity, penetration tester, soc analyst,
 ciso | siem, firewall, vulnerability, penetration testing, incident response, iso 27001, nist, threat, splunk, cissp
embedded: embedded engineer, firmware engineer, hardware engineer, electronics engineer, embedded software engineer |
 c, c++, microcontroller, firmware, rtos, pcb, fpga, uart, spi, can, oscilloscope, arm
product: product manager, product owner, technical product manager, head of product, produktmanager | roadmap,
 backlog, user stories, stakeholders, agile, launch, metrics, discovery, prioritization, jira, requirements
project: project manager, program manager, programme manager, scrum master, project coordinator, pmo, delivery
 manager, projektleiter, projektmanager, chef de projet, jefe de proyecto, projectmanager, agile coach | project plan,
 pmp, prince2, agile, scrum, milestones, risk, budget, stakeholders, scope, schedule, ms project, jira, gantt,
 governance, deliverables
businessanalysis: business analyst, systems analyst, process analyst, functional analyst, requirements analyst |
 requirements, process mapping, user stories, uat, stakeholders, gap analysis, use cases, sql, visio, workshops, bpmn
uxdesign: ux designer, ui designer, product designer, interaction designer, user experience designer, ux researcher,
 user interface designer, service designer | figma, sketch, wireframes, prototyping, user research, usability testing,
 design systems, personas, accessibility, adobe xd, interaction design, journey maps, wcag
graphicdesign: graphic designer, visual designer, illustrator, art director, creative director, grafikdesigner,
 multimedia designer, designer, animator, web designer, mediengestalter, graphiste, artist | photoshop, illustrator,
 indesign, adobe creative suite, branding, logo, typography, layout, print, brochures, packaging, illustration,
 animation, after effects, drawing, exhibition, painting
media: video editor, producer, journalist, reporter, editor, photographer, broadcaster, videographer, content
 producer, news anchor, redakteur, film maker, media manager, cameraman | editing, premiere, final cut, footage,
 interviews, news, stories, camera, production, broadcast, script, publishing, photography, articles, audio, digital
 media
writing: copywriter, content writer, technical writer, editor, translator, content strategist, proofreader, ubersetzer
 | writing, editing, proofreading, style guide, blog, articles, seo, documentation, publishing, translation, copy
marketing: marketing manager, digital marketing manager, marketing specialist, marketing coordinator, brand manager,
 online marketing manager, growth marketer, performance marketing manager, marketing executive, seo specialist,
 marketing director, marketing assistant, chief marketing officer, product marketing manager, campaign manager |
 campaigns, seo, sem, google ads, google analytics, social media, email marketing, content, hubspot, brand, ppc, lead
 generation, crm, conversion, market research, advertising, newsletter, e-commerce, events
socialmedia: social media manager, community manager, content creator, social media specialist | instagram, facebook,
 tiktok, content calendar, engagement, posts, followers, hootsuite, influencers
publicrelations: public relations manager, pr manager, communications manager, communications specialist, press
 officer, public relations specialist, communications director, media relations, public information officer,
 spokesperson | press releases, media relations, journalists, newsletters, crisis communication, speeches, events,
 publicity, outreach, internal communications, campaigns
sales: sales manager, account executive, sales representative, business development manager, key account manager,
 sales executive, account manager, business development representative, sales consultant, sales engineer, sales
 director, territory manager, inside sales, sales associate, business development director, sales specialist,
 vertriebsmitarbeiter, vertriebsleiter, aussendienst, commercial, ejecutivo de ventas, accountmanager, verkaufer,
 business developer | quota, pipeline, prospecting, crm, salesforce, negotiation, closing, leads, cold calling,
 territory, revenue, b2b, customers, presentations, upselling, contracts, targets, key accounts, forecast, deals
retail: store manager, retail manager, retail sales associate, shop assistant, cashier, merchandiser, assistant store
 manager, sales assistant, visual merchandiser, department manager, filialleiter, vendeur, vendeuse, buyer |
 merchandise, pos, inventory, customers, store, displays, cash register, stock, loss prevention, floor, visual
 merchandising
customerservice: customer service representative, call center agent, customer support, customer success manager,
 customer care, contact center, client services, call center manager, bpo, customer service manager, kundenberater,
 customer service associate, team leader operations | calls, tickets, complaints, inbound, outbound, zendesk,
 satisfaction, sla, retention, resolution, csat, crm, process, voice, call quality, escalations
accountant: accountant, financial accountant, bookkeeper, accounts payable, accounts receivable, general ledger
 accountant, staff accountant, senior accountant, accounting manager, accounting clerk, accounts assistant, cost
 accountant, tax accountant, controller, buchhalter, bilanzbuchhalter, finanzbuchhalter, comptable, contable,
 boekhouder, finance officer, accounts officer, management accountant, assistant controller, accounts executive |
 general ledger, reconciliation, month end, journal entries, balance sheet, accounts payable, accounts receivable,
 gaap, ifrs, tax, vat, invoices, quickbooks, sap, payroll, financial statements, accruals, fixed assets, trial
 balance, cpa, audit, closing, excel, sage, datev, cost accounting
audit: auditor, internal auditor, audit manager, external auditor, compliance auditor, wirtschaftsprufer | audit,
 internal controls, sox, risk assessment, findings, workpapers, compliance, gaap, cpa, cia, testing
finance: financial analyst, finance manager, fp&a analyst, cfo, chief financial officer, finance director, financial
 controller, finance business partner, treasury analyst, finance specialist, director of finance, vp finance |
 budgeting, forecasting, financial modeling, variance analysis, excel, reporting, cash flow, kpi, valuation, treasury,
 financial statements, hyperion, investment, p&l, budget
banking: banker, relationship manager, bank teller, branch manager, loan officer, credit analyst, corporate banker,
 personal banker, mortgage advisor, credit officer, commercial banking, teller, bankkaufmann, loan processor, banking
 officer, universal banker, credit manager, private banker, underwriter, investment banker | loans, credit, deposits,
 kyc, aml, mortgage, branch, banking, lending, cash, portfolio, underwriting, accounts, cross selling, financial
 products, collateral, compliance, trade finance
investment: investment analyst, portfolio manager, trader, equity analyst, wealth manager, financial advisor, research
 analyst, fund manager, financial planner | equities, bonds, portfolio, valuation, bloomberg, derivatives, trading,
 cfa, securities, asset management, hedge, funds, retirement
insurance: insurance agent, claims adjuster, insurance broker, underwriter, actuary, claims handler, insurance advisor
 | policies, claims, underwriting, premiums, coverage, actuarial, reinsurance, settlement, risk
tax: tax consultant, tax advisor, tax manager, tax analyst, steuerberater, steuerfachangestellter, tax preparer | tax
 returns, vat, corporate tax, compliance, transfer pricing, filing, irs, deductions
payroll: payroll specialist, payroll manager, payroll administrator, lohnbuchhalter, payroll clerk, gestionnaire de
 paie | payroll, timesheets, deductions, adp, payslips, tax, benefits, garnishments
humanresources: hr manager, human resources manager, hr generalist, hr business partner, human resources specialist,
 hr assistant, human resources assistant, hr coordinator, people operations, hr director, people partner, hr advisor,
 hr specialist, personalreferent, personalleiter, responsable rh, recursos humanos, hr administrator, chro, hr
 officer, human resources director, human resources generalist, hr adviseur, human resources | employee relations,
 onboarding, recruitment, payroll, benefits, hris, performance management, labor law, policies, training,
 compensation, talent, workday, employment law, fmla, grievances, shrm, staffing, retention, personnel, eeo,
 interviews, orientation, terminations, benefits administration
recruitment: recruiter, talent acquisition specialist, technical recruiter, recruitment consultant, sourcer, talent
 acquisition manager, staffing specialist, headhunter | sourcing, interviews, candidates, ats, linkedin, hiring, job
 descriptions, screening, offers, boolean search, job fairs
learning: training manager, learning and development, corporate trainer, instructional designer, training specialist,
 training coordinator | training, e-learning, lms, workshops, curriculum, facilitation, needs analysis, articulate
administration: administrative assistant, office manager, executive assistant, secretary, personal assistant, office
 clerk, receptionist, administrator, office administrator, administrative coordinator, sachbearbeiter, sekretarin,
 data entry clerk, assistante administrative, auxiliar administrativo, administratief medewerker, virtual assistant,
 front desk | calendar, scheduling, filing, travel, phones, correspondence, minutes, office supplies, data entry,
 meetings, front desk, records, mail, typing, expense reports
legal: lawyer, attorney, solicitor, legal counsel, associate attorney, rechtsanwalt, jurist, avocat, abogado, general
 counsel, advocate, legal advisor, barrister, legal officer, juriste, contract manager | litigation, contracts, legal
 research, drafting, court, pleadings, corporate law, negotiation, clients, hearings, depositions, motions,
 arbitration, civil, criminal, legal advice, agreements, llb, bar
paralegal: paralegal, legal assistant, law clerk, legal secretary, litigation paralegal, legal executive | legal
 research, discovery, westlaw, filing, pleadings, court, case management, drafting, trial, docket, motions
compliance: compliance officer, compliance manager, risk manager, regulatory affairs, risk analyst, data protection
 officer | compliance, regulatory, risk, policies, audit, controls, aml, gdpr, kyc, fda, reporting
nursing: nurse, registered nurse, rn, staff nurse, charge nurse, nurse practitioner, licensed practical nurse, lpn,
 clinical nurse, krankenschwester, pflegefachkraft, gesundheits und krankenpfleger, altenpfleger, infirmier,
 infirmiere, enfermera, enfermero, verpleegkundige, nurse manager, ward sister, director of nursing, midwife |
 patients, medication, vital signs, wound care, iv, acute, ward, bls, acls, charting, triage, emr, epic, telemetry,
 nursing, care plans, icu, bedside, hospital, discharge
medicine: physician, doctor, surgeon, medical officer, resident physician, general practitioner, arzt, medecin,
 medico, arts, psychiatrist, cardiologist, radiologist, dentist | diagnosis, patients, clinical, surgery, treatment,
 residency, hospital, prescriptions, outpatient, emergency, medical
caregiving: caregiver, health care assistant, nursing assistant, cna, home health aide, care assistant, support
 worker, patient care technician, pflegehelfer, aide soignante, personal care assistant | personal care, bathing,
 feeding, mobility, residents, vital signs, elderly, dementia, adl, hygiene, companionship
healthadmin: medical assistant, medical receptionist, healthcare administrator, medical biller, medical coder, medical
 office manager, patient coordinator, health information, phlebotomist, medical secretary, hospital administrator,
 practice manager | patients, appointments, insurance, billing, icd-10, cpt, hipaa, medical records, ehr, clinic,
 vital signs
pharmacy: pharmacist, pharmacy technician, apotheker, pharmacien | prescriptions, dispensing, medication, drugs,
 inventory, patients, pharmacy, compounding, insurance
therapy: physical therapist, physiotherapist, occupational therapist, speech therapist, therapist, rehabilitation |
 rehabilitation, exercises, patients, treatment plans, mobility, assessment, therapy, manual therapy
mentalhealth: psychologist, counselor, social worker, case manager, mental health counselor, sozialarbeiter,
 sozialpadagoge, family therapist, youth worker, case worker, trabajador social | counseling, case management,
 clients, crisis intervention, therapy, families, referrals, treatment plans, mental health, substance abuse, group
 sessions, welfare, advocacy
laboratory: laboratory technician, lab technician, medical technologist, chemist, biologist, research associate, lab
 assistant, microbiologist, scientist, laborant | pcr, hplc, assays, samples, glp, chromatography, cell culture,
 quality control, microscopy, calibration, specimens, molecular biology
teaching: teacher, primary school teacher, elementary teacher, high school teacher, class teacher, lehrer, lehrerin,
 enseignant, professeur, maestro, profesor, leraar, leerkracht, kindergarten teacher, special education teacher,
 substitute teacher, english teacher, math teacher, school teacher, educator, preschool teacher, instructor, tutor,
 teaching assistant, docent, grundschullehrer | lesson plans, classroom, students, curriculum, pupils, assessment,
 parents, classroom management, differentiation, special needs, iep, grade, phonics, learning, school, teaching
 certificate, reading, instruction
childcare: nanny, childcare worker, early childhood educator, erzieher, erzieherin, nursery worker, daycare teacher,
 babysitter | children, toddlers, play, early years, infants, activities, safeguarding, parents, daycare
academia: professor, lecturer, research fellow, postdoctoral researcher, researcher, phd student, adjunct professor |
 publications, research, lectures, grants, thesis, courses, supervision, conference, peer review, university
chef: chef, sous chef, head chef, cook, chef de partie, executive chef, line cook, pastry chef, kitchen manager, koch,
 kochin, cuisinier, cocinero, kok, commis chef, baker, prep cook, culinary | menu, kitchen, haccp, food cost,
 culinary, recipes, food safety, cooking, grill, pastry, sauces, plating, brigade, sanitation, catering, banquets,
 servsafe, food preparation, cuisine
hospitality: hotel manager, restaurant manager, front desk agent, waiter, waitress, bartender, server, barista,
 hostess, food and beverage manager, general manager restaurant, housekeeping, concierge, kellner, serveur, guest
 relations, banquet manager, event manager, event coordinator, event planner, hotel receptionist, room attendant |
 guests, reservations, hotel, restaurant, beverages, service, banquets, opera, front desk, tables, bar, events,
 catering, housekeeping, menus
aviation: pilot, first officer, flight attendant, cabin crew, air traffic controller, flight instructor, captain,
 flight engineer, flight dispatcher, airline, aviation manager, crew chief, aviation operations, airport operations |
 flight, aircraft, aviation, faa, easa, airline, airport, cockpit, passengers, safety, crew, flying hours, boeing,
 airbus
aircraftmaintenance: aircraft mechanic, aircraft maintenance technician, aviation technician, avionics technician,
 aircraft maintenance engineer, airframe and powerplant mechanic, aviation mechanic, line maintenance engineer,
 fluggeratmechaniker, aviation maintenance | aircraft, airframe, powerplant, a&p, avionics, hydraulics, inspections,
 faa, easa, part 145, engines, airworthiness, hangar, boeing, airbus, maintenance manuals, troubleshooting, turbine
automotive: auto mechanic, automotive technician, car mechanic, service technician, vehicle technician, kfz
 mechatroniker, service advisor, automobile, diesel mechanic | brakes, engines, diagnostics, vehicles, repairs, tires,
 transmission, ase, oil changes, alignment, dealership, automotive
electrical: electrician, electrical technician, elektriker, elektroniker, betriebselektriker, electricien,
 electricista, elektricien, mechatroniker, industrieelektriker, instandhaltungselektriker, elektroniker fur
 betriebstechnik | wiring, circuits, installation, switchgear, voltage, plc, sps, schaltschrank, instandhaltung,
 conduit, panels, motors, schaltplan, storungen, wartung
electricalengineering: electrical engineer, power engineer, control engineer, automation engineer, elektroingenieur,
 plc programmer | plc, scada, autocad, power systems, control systems, substation, siemens, motors, drives, circuit
 design
mechanical: mechanical engineer, design engineer, cad designer, maschinenbauingenieur, konstrukteur, draftsman,
 drafter, product development engineer | solidworks, autocad, cad, catia, fea, tolerances, prototypes, manufacturing,
 drawings, thermodynamics, ansys, hvac, materials
manufacturing: production manager, machine operator, production worker, cnc machinist, assembler, plant manager,
 manufacturing engineer, process engineer, quality engineer, welder, production supervisor, industrial engineer,
 maschinenbediener, produktionsleiter, quality inspector, quality manager, fabricator, machinist | lean, six sigma,
 production, cnc, assembly, iso 9001, quality control, machines, 5s, shift, kaizen, downtime, welding, blueprints,
 safety, yield
maintenance: maintenance technician, maintenance engineer, facilities manager, maintenance mechanic,
 industriemechaniker, instandhalter, millwright, facility manager, handyman, caretaker, hausmeister, building engineer
 | preventive maintenance, repairs, hvac, plumbing, electrical, pumps, work orders, cmms, hydraulic, equipment,
 pneumatic
construction: site manager, construction manager, construction project manager, superintendent, foreman, bauleiter,
 carpenter, plumber, mason, construction worker, builder, painter, roofer, chef de chantier, construction supervisor,
 project superintendent, works manager, construction engineer, laborer, polier, site supervisor, contractor, estimator
 | construction, site, subcontractors, concrete, blueprints, safety, osha, building, drawings, schedule, trades,
 inspections, permits, framing, contractors, residential, commercial buildings, primavera
civil: civil engineer, structural engineer, quantity surveyor, architect, surveyor, bauingenieur, urban planner,
 landscape architect, interior designer, geotechnical engineer, bim manager | autocad, revit, structural, drawings,
 civil 3d, surveying, bim, roads, drainage, specifications, building codes, sketchup
logistics: logistics manager, supply chain manager, warehouse manager, logistics coordinator, supply chain analyst,
 transport manager, dispatcher, disponent, logistician, logistiker, import export specialist, freight forwarder,
 supply planner, demand planner, shipping manager | supply chain, inventory, shipping, freight, warehouse, customs,
 transport, carriers, demand planning, sap, distribution, imports, 3pl, fleet
warehouse: warehouse worker, warehouse operative, forklift operator, picker, packer, lagermitarbeiter, lagerist,
 magasinier, magazijnmedewerker, stock clerk, material handler, fachkraft fur lagerlogistik, warehouse associate |
 forklift, picking, packing, pallets, loading, inventory, rf scanner, shipping, receiving, stock
driving: driver, truck driver, delivery driver, bus driver, lkw fahrer, berufskraftfahrer, chauffeur, conductor,
 courier | cdl, deliveries, routes, vehicle, dot, driving licence, loading, freight
procurement: buyer, procurement manager, purchasing manager, procurement specialist, strategic buyer, einkaufer,
 purchasing agent, category manager, sourcing manager, acheteur, inkoper | suppliers, rfq, negotiation, purchase
 orders, sourcing, contracts, vendors, cost savings, sap, tenders, spend
management: general manager, operations manager, chief executive officer, ceo, managing director, coo, director of
 operations, operations director, geschaftsfuhrer, president, business owner, founder, branch manager, betriebsleiter
 | p&l, operations, strategy, budget, kpi, growth, leadership, profitability, process improvement, board
consulting: consultant, management consultant, strategy consultant, business consultant, unternehmensberater, senior
 consultant, sap consultant, erp consultant, it consultant, implementation consultant, salesforce consultant |
 clients, engagements, workshops, process improvement, strategy, transformation, recommendations, implementation, sap,
 erp
fitness: personal trainer, fitness instructor, coach, gym manager, yoga instructor, athletic trainer, sports coach,
 fitness manager, athletic director, head coach, group fitness instructor | fitness, exercise, clients, training
 programs, gym, nutrition, classes, cpr, sports, strength, athletes, workout
beauty: hairdresser, cosmetologist, stylist, esthetician, nail technician, beautician, makeup artist, barber, friseur
 | salon, skin care, hair, makeup, color, clients, facials, waxing
fashion: fashion designer, textile designer, apparel designer, pattern maker, fashion stylist, garment technologist,
 fashion buyer, tailor, merchandising manager | apparel, garments, fabric, textiles, collections, trend, sewing,
 fittings, patterns, sketches
agriculture: farmer, farm manager, agronomist, gardener, landscaper, agricultural technician, horticulturist, farm
 worker | crops, irrigation, soil, livestock, harvest, fertilizer, agriculture, greenhouse, plants, tractor
publicsafety: police officer, security guard, firefighter, paramedic, emt, security officer, correctional officer,
 detective, soldier, security manager, military officer | patrol, emergency, surveillance, law enforcement, cpr,
 incident reports, safety, first aid, investigations, security
environment: environmental engineer, ehs manager, safety officer, sustainability manager, hse manager, safety manager,
 environmental scientist, sicherheitsingenieur | osha, iso 14001, safety, environmental, hazardous, permits, incident
 investigation, risk assessment, waste, emissions, audits
realestate: real estate agent, property manager, realtor, leasing consultant, immobilienmakler, real estate broker,
 leasing manager, letting agent | property, leases, tenants, listings, rent, real estate, buyers, appraisal, mls,
 maintenance
nonprofit: fundraiser, grant writer, program coordinator, volunteer coordinator, development officer, community
 organizer, outreach coordinator, program director | donors, fundraising, grants, volunteers, community, outreach,
 nonprofit, events
library: librarian, archivist, library assistant, museum curator, bibliothekar | catalog, collections, archives,
 library, reference, patrons
"""
