"""Invented job texts as they come off job boards: in one paragraph, with pieces missing. No employer exists."""

POSTINGS = {
    "indian_it": (
        "Job Description :Role : Java Developer Exp : 4-6 yrs Location : Pune Notice Period : Immediate to 30 "
        "days Mandatory Skills : Core Java, Spring Boot, Microservices, Hibernate, REST API Good to have : AWS, "
        "Kafka, Docker Roles & Responsibilities : Involved in design and development of web applications. Write "
        "clean and testable code. Coordinate with the onsite team. Qualification : B.E/B.Tech/MCA Interested "
        "candidates can share their profile to hr@example.in with current CTC and expected CTC"
    ),
    "staffing_contract": (
        "Title: Network Engineer Duration: 12 months contract Location: Dallas, TX (onsite) Rate: $65/hr W2 "
        "Description: Our client is looking for a Network Engineer to support a data center migration. Top "
        "skills: Cisco routing and switching (Nexus, Catalyst), BGP/OSPF, F5 load balancers, Palo Alto firewalls. "
        "Required: 7+ years of network engineering experience. CCNP required, CCIE a plus. Experience with Python "
        "or Ansible automation preferred. Bachelor's degree in Computer Science or equivalent. Equal Opportunity "
        "Employer, including disability and veterans."
    ),
    "linkedin_tail": (
        "About the job\nAs a Financial Analyst you will join the FP&A team of a growing consumer goods company.\n"
        "Responsibilities\nOwn the monthly forecast and the annual budget for two business units\nPrepare "
        "variance analysis and commentary for senior management\nBuild and maintain financial models in Excel\n"
        "Support month-end close and reporting\nAd hoc analysis for pricing and investments\nQualifications\n"
        "Bachelor's degree in Finance, Accounting or Economics\n2-4 years of experience in FP&A, corporate "
        "finance or audit\nAdvanced Excel and financial modeling skills\nExperience with SAP, Hyperion or Anaplan "
        "preferred\nPower BI or Tableau a plus\nStrong analytical and communication skills\nShow less\nSeniority "
        "level\nAssociate\nEmployment type\nFull-time\nJob function\nFinance\nIndustries\nConsumer Goods"
    ),
    "hospital_long": (
        "Overview Founded in 1921, Lakeside Health is a not-for-profit health system with a passion for caring. "
        "Position Summary The Registered Nurse (RN) - Emergency Department provides direct patient care to "
        "patients of all ages in a fast-paced Level II trauma center. Essential Duties & Responsibilities 1. "
        "Performs triage and initial assessment of patients. 2. Administers medications and IV therapy as "
        "ordered. 3. Documents care in the electronic medical record (Cerner). 4. Educates patients and families "
        "on discharge instructions. 5. Acts as charge nurse when assigned. Minimum Qualifications Education: "
        "Graduate of an accredited school of nursing, BSN preferred. Licensure: Current RN license in the State "
        "of Michigan. Certifications: BLS required upon hire; ACLS, PALS and TNCC within 12 months. Experience: "
        "One year of emergency or critical care experience preferred. Physical Requirements Must be able to lift "
        "50 pounds, push, pull and stand for 12 hours. Benefits Tuition reimbursement, 403(b), PTO. Lakeside "
        "Health is an Equal Opportunity Employer and does not discriminate on the basis of race, color, religion, "
        "sex, national origin, age, disability or veteran status."
    ),
    "middle_dots": (
        "Construction Project Manager Our company builds schools and hospitals across the region. "
        "Responsibilities · Plan and manage projects from preconstruction to closeout · Prepare budgets, "
        "schedules and RFIs · Manage subcontractors and vendors · Ensure OSHA compliance on site Requirements · "
        "8+ years of commercial construction project management experience · Procore, MS Project or Primavera P6 "
        "· Bachelor's degree in Construction Management or Engineering · OSHA 30 · PMP or LEED a plus We offer "
        "competitive pay, truck allowance, medical insurance and 401k."
    ),
    "retail_store": (
        "Now Hiring: Assistant Store Manager! Come join our fun, fast growing team! As an Assistant Store Manager "
        "you'll lead by example, open and close the store, handle cash and bank deposits, train new associates, "
        "drive sales and take care of visual merchandising and stock. What we are looking for: high school "
        "diploma, 1-2 years in retail supervision, comfortable with POS systems, able to lift 40 lbs, available "
        "nights and weekends, great attitude! What you get: employee discount, bonus program, 401k, career "
        "growth. Must be 18 or older. EOE."
    ),
    "escaped_newlines": (
        "Marketing Manager\\n\\nAbout the Role:\\nWe need someone to own our demand "
        "generation.\\n\\nRequirements:\\n- 5+ years in B2B marketing\\n- Hands-on with HubSpot and Google "
        "Ads\\n- Proven record in SEO and content\\n- Managing an agency and a budget\\n\\nNice to have:\\n- "
        "Webinar and event marketing\\n- German\\n\\nBenefits:\\n- Remote work\\n- Learning budget"
    ),
    "university_post": (
        "The Department of Chemistry invites applications for a Postdoctoral Research Associate in computational "
        "catalysis. The post is for two years. The successful candidate will hold (or be about to obtain) a PhD "
        "in computational chemistry, chemical physics or a related field. Experience of density functional theory "
        "(VASP, Quantum ESPRESSO) and programming in Python or Fortran is essential. Experience of machine "
        "learning for interatomic potentials is desirable. A record of publications in peer-reviewed journals "
        "appropriate to career stage is expected. The University is committed to equality and values diversity. "
        "Applications from women are particularly welcome. Closing date: 30 June."
    ),
    "insurance_underwriter": (
        "PURPOSE OF THE JOB: To underwrite commercial property risks within authority. KEY RESPONSIBILITIES: "
        "Assess new and renewal risks, price and negotiate terms with brokers, keep the portfolio within its loss "
        "ratio, survey larger risks with the engineers. KNOWLEDGE & EXPERIENCE: Three years' commercial property "
        "underwriting (essential). ACII or working towards it (desirable). Knowledge of the Lloyd's market an "
        "advantage. Sound Excel skills. PERSONAL QUALITIES: Confident negotiator, organised, team player."
    ),
    "driver_short": (
        "HGV Class 2 driver needed asap in Bristol. Mon-Fri, 6am start, £15.50 p/h. Must have valid CPC and digi "
        "card, no more than 6 points, 2 yrs experience. Multi drop, some handball. Call Dave 0117 000 0000"
    ),
    "caregiver_list_no_heads": (
        "Caregiver (Home Health Aide)\nHelp clients with bathing, dressing and meals\nLight housekeeping and "
        "laundry\nDrive clients to appointments\nKeep notes of each visit\nHHA or CNA certificate\nValid driver's "
        "license and auto insurance\n1 year of experience with dementia care\nCPR/First Aid\nWeekly pay, mileage "
        "paid, 24/7 support line"
    ),
    "qa_pharma": (
        "QA Specialist - GMP Manufacturing Reports To: QA Manager Job Purpose: Ensures that products are made and "
        "released in line with cGMP. Main Accountabilities: Review of batch records; handling of deviations, CAPA "
        "and change controls; support of internal audits and regulatory inspections (FDA, EMA); writing and "
        "revision of SOPs. Education: BSc in life sciences or pharmacy. Experience: 3 years in QA in a sterile "
        "manufacturing site. Knowledge of TrackWise and Veeva is an asset. Languages: English; French is a plus."
    ),
    "data_scientist_story": (
        "Hey! We are Kelpie, a tiny climate start-up. Our models predict how seagrass grows. We are after a data "
        "scientist who is not scared of messy sensor data. On a normal week you would clean time series in "
        "pandas, train gradient boosting or neural network models, talk to the marine biologists and put the "
        "thing in production on GCP. You have probably done this for three years or so, know statistics properly, "
        "write decent Python and have deployed at least one model that people really used. Remote sensing, "
        "PyTorch or a PhD in something wet would make us smile. We don't care about your hairstyle. Pay is "
        "55-65k, four-day week, dogs welcome."
    ),
    "template_site": (
        "Job brief\nWe are looking for a Bookkeeper who likes order and finishes the month on time.\n\nWhat does "
        "a Bookkeeper do?\nA Bookkeeper records what comes in and goes out and keeps the ledgers right.\n\n"
        "Responsibilities\nRecord day to day transactions in Xero\nReconcile bank accounts every week\nPrepare "
        "the VAT return\nChase late payers politely\nRequirements and skills\nProven work as a bookkeeper\nSolid "
        "understanding of bookkeeping principles and GAAP\nHands-on experience with Xero or QuickBooks\n"
        "Proficiency in MS Office\nHigh degree of accuracy\nBSc in Finance, Accounting or Business Administration"
    ),
    "sentences_only": (
        "Diploma in electrical engineering or 4+ years of relevant work. Experience commissioning motor drives "
        "(ABB, Danfoss). Strong PLC skills are mandatory — you will change Siemens code on site. Good "
        "understanding of hydraulic schematics. Working knowledge of AutoCAD Electrical. Knowledge of safety PLCs "
        "as an asset. Familiarity with SAP PM is a plus. Excellent communication skills. Work closely with the "
        "sales and design teams. Eagerness to travel. Responsibilities include commissioning, fault finding and "
        "training of customers' staff."
    ),
}
