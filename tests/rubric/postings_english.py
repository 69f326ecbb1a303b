"""Invented job texts in English, in the shapes that people really paste. No employer in them exists."""

POSTINGS = {
    "one_line": ("Senior Java developer"),
    "two_words_shouted": ("TRUCK DRIVER"),
    "sentence": ("Looking for an experienced pastry chef for our new bakery in Leeds."),
    "prose_semicolons": (
        "Payroll Officer. Must have: end-to-end payroll for 300+ employees; Sage or ADP; knowledge of PAYE and "
        "pensions; 3 years in a payroll role. Good to have: CIPP; Excel pivot tables; experience of TUPE. Not "
        "needed: a degree."
    ),
    "one_paragraph_scraped": (
        "Sr. Accountant - Manufacturing - Columbus, OHSummaryThe Senior Accountant is responsible for the general "
        "ledger, month-end close and balance sheet reconciliations of two plants.Essential Functions:Prepare "
        "monthly financial statements in accordance with GAAP.Analyze variances between actual and "
        "budget.Maintain the fixed asset register and depreciation schedules.Support the annual external "
        "audit.Prepare sales tax filings.Requirements:Bachelor's degree in Accounting required, CPA "
        "preferred.Minimum of 5 years of accounting experience in a manufacturing environment.Advanced Excel "
        "skills including pivot tables and VLOOKUP.Experience with SAP or another ERP system.Strong communication "
        "skills and attention to detail.Benefits:We offer a competitive salary, 401(k), medical, dental and "
        "vision insurance, and paid time off.Acme Widgets is an equal opportunity employer. All qualified "
        "applicants will receive consideration without regard to race, color, religion, sex or age."
    ),
    "run_on_without_stops": (
        "Job Description We are seeking a Data Analyst to join our growing team in Austin Responsibilities Build "
        "dashboards in Tableau and Power BI Write complex SQL queries against Snowflake Work with stakeholders to "
        "define KPIs Requirements Bachelor's degree in Statistics, Economics or a related field 3+ years of "
        "experience in data analysis Strong SQL skills Experience with Python or R Knowledge of A/B testing "
        "Excellent communication skills Preferred Qualifications Experience with dbt and Airflow Familiarity with "
        "healthcare data Benefits Health insurance 401k matching Unlimited PTO"
    ),
    "html": (
        "<div class='posting'><h1>DevOps Engineer (f/m/x)</h1><p><strong>About us</strong><br>We&rsquo;re a "
        "fintech with a great culture &amp; free fruit.</p><h2>What you&#39;ll do</h2><ul><li>Run our Kubernetes "
        "clusters on AWS</li><li>Automate everything with Terraform and Ansible</li><li>Build CI/CD pipelines in "
        "GitLab</li></ul><h2>What you bring</h2><ul><li>4+ years in a DevOps or SRE role</li><li>Linux "
        "administration</li><li>Docker &amp; Kubernetes in production</li><li>Scripting in Python or "
        "Bash</li><li>Monitoring with Prometheus/Grafana is a plus</li></ul><h2>Perks</h2><p>30 days holiday, "
        "gym, office dog.</p><script>var tracking = 'Java PHP Oracle';</script></div>"
    ),
    "capitals": (
        "REGISTERED NURSE - ICU\n\nST MARIA HOSPITAL IS LOOKING FOR A REGISTERED NURSE FOR ITS INTENSIVE CARE "
        "UNIT.\n\nREQUIREMENTS:\n- CURRENT RN LICENSE IN THE STATE OF OHIO\n- BLS AND ACLS CERTIFICATION\n- "
        "MINIMUM 2 YEARS OF ICU EXPERIENCE\n- EXPERIENCE WITH EPIC PREFERRED\n\nDUTIES:\n- ASSESS AND MONITOR "
        "CRITICALLY ILL PATIENTS\n- ADMINISTER IV MEDICATION\n- WORK WITH THE MULTIDISCIPLINARY TEAM\n\nWE OFFER "
        "A SIGN-ON BONUS."
    ),
    "emoji_post": (
        "🚀 We're hiring: Social Media Manager 🚀\n\n👉 You will run our Instagram, TikTok and LinkedIn channels\n👉 "
        "You will plan and produce short videos\n👉 You will report on reach and engagement\n\n✅ 2+ years in "
        "social media marketing\n✅ Copywriting that makes people stop scrolling\n✅ Canva and Premiere Pro\n✅ Paid "
        "campaigns on Meta Ads is a bonus\n\n🎉 What we offer: free lunch, 4-day week, yearly retreat in Portugal "
        "🌴\n\nApply now 💌"
    ),
    "bold_alphabet": (
        "𝗪𝗮𝗿𝗲𝗵𝗼𝘂𝘀𝗲 𝗢𝗽𝗲𝗿𝗮𝘁𝗶𝘃𝗲\n𝗥𝗲𝗾𝘂𝗶𝗿𝗲𝗺𝗲𝗻𝘁𝘀\n► Counterbalance forklift licence\n► 1 year in a busy warehouse\n► "
        "Used to hand-held scanners\n► Able to lift 25kg\n𝗣𝗮𝘆\n£12.80 per hour, days or nights"
    ),
    "no_headings_duties_only": (
        "Executive Assistant to the CEO\n\nThe person in this post manages the diary of the chief executive, "
        "arranges travel in three time zones, prepares board papers and takes minutes, keeps expenses in order "
        "and looks after visitors. They will also organise two off-site events a year and help the office manager "
        "with supplier invoices."
    ),
    "letter_style": (
        "Hi there,\n\nwe're a small family-run hotel by the sea and we need someone for our kitchen. You'd be "
        "cooking breakfast and a small dinner menu for up to 40 guests, ordering from local suppliers and keeping "
        "the kitchen to HACCP standards. You should have worked as a chef de partie or sous chef for at least two "
        "years, have a Level 2 food hygiene certificate and be at ease with vegetarian cooking. Pastry skills "
        "would be lovely but aren't essential. We offer a room, two days off in a row and as much sea air as you "
        "like.\n\nWrite to Tom."
    ),
    "wrapped_pdf": (
        "Harbour Logistics Ltd                                   Page 1 of 2\n\nTransport Planner\n\nPurpose of "
        "the role\nTo plan the daily routes of 35 vehicles so that deliveries arrive on time\nat the lowest cost, "
        "within drivers' hours rules.\n\nKey responsibilities\n\uf0b7 Plan and optimise daily multi-drop routes "
        "using\n  Paragon or a similar route planning system\n\uf0b7 Brief and debrief drivers; monitor "
        "tachograph\n  infringements\n\uf0b7 Liaise with warehouse and customers on delays\n\nHarbour Logistics "
        "Ltd                                   Page 2 of 2\n\nPerson specification\nEssential\n\uf0b7 2 years' "
        "experience in transport planning or\n  dispatch\n\uf0b7 Knowledge of EU drivers' hours and working time\n"
        "  regulations\n\uf0b7 Good Excel\nDesirable\n\uf0b7 Transport Manager CPC\n\uf0b7 Experience of chilled "
        "distribution\n\nHarbour Logistics Ltd is an equal opportunities employer."
    ),
    "long_board_scrape": (
        "Job Title: Enterprise Account Executive (SaaS)\nLocation: Remote, US\nJob Type: Full-time\nSalary: "
        "$120,000 - $150,000 base + OTE\nReports to: VP Sales\n\nCompany Overview\nBrightpath is the leading "
        "provider of workforce software, founded in 2011 and trusted by 2,000 customers. Named a great place to "
        "work five years in a row, we are passionate about people. Our values are grit, candor and fun.\n\nThe "
        "Role\nWe are looking for a driven Enterprise Account Executive who will own the full sales cycle in the "
        "Midwest territory.\n\nWhat You'll Do\n• Prospect and close new enterprise logos with deal sizes of "
        "$150k+\n• Manage a pipeline in Salesforce and forecast accurately every week\n• Run discovery, demos and "
        "negotiations with C-level buyers\n• Work with solution engineers, legal and customer success\n\nWhat "
        "We're Looking For\n• 5+ years of B2B SaaS sales experience, 3 of them in enterprise\n• A record of "
        "meeting a quota above $1M\n• Experience with MEDDIC or Challenger\n• Bachelor's degree or equivalent "
        "experience\n• Excellent communication and presentation skills\n• Self-starter, coachable, team player\n\n"
        "Nice to Have\n• HR technology background\n• Spanish\n\nBenefits & Perks\n• Medical, dental and vision "
        "from day one\n• 401k match\n• Unlimited PTO\n• Home office stipend\n\nBrightpath is an Equal Opportunity "
        "Employer. We celebrate diversity and do not discriminate on the basis of race, religion, color, national "
        "origin, gender, sexual orientation, age, marital status, veteran status or disability status.\n\nHow to "
        "apply\nSend your CV and a short cover letter to jobs@brightpath.example."
    ),
    "teacher": (
        "Teacher of Mathematics (maternity cover)\nOak Hill School, 11-18 mixed comprehensive\n\nWe wish to "
        "appoint an enthusiastic teacher of mathematics.\n\nThe successful candidate will:\n- teach mathematics "
        "across Key Stages 3, 4 and 5\n- plan lessons and assess pupils' work in line with the curriculum\n- act "
        "as a form tutor\n\nEssential\n- Qualified Teacher Status\n- Degree in mathematics or a closely related "
        "subject\n- Successful teaching to GCSE\nDesirable\n- Experience of A-level Further Mathematics\n- "
        "Willing to run a coding club\n\nOak Hill is committed to safeguarding children. An enhanced DBS check is "
        "required."
    ),
    "lawyer": (
        "Commercial Contracts Lawyer\nYou will draft, review and negotiate technology contracts (SaaS, licensing, "
        "data processing), advise the business on GDPR and help build our contract templates. We look for a "
        "qualified solicitor or barrister with at least 4 years PQE in commercial or technology law, gained in a "
        "law firm or in-house. You know data protection law inside out. In-house experience is preferred. German "
        "would be an advantage."
    ),
    "hr": (
        "HR BUSINESS PARTNER\n\nKey duties include: partnering with managers on employee relations, performance "
        "and restructuring; leading recruitment for the region; reporting HR metrics from Workday.\n\nSkills and "
        "experience: CIPD Level 5 or above. Proven HR generalist experience (5 years+). Sound knowledge of UK "
        "employment law. Experience of TUPE desirable."
    ),
    "numbered": (
        "Position: Site Manager (Civil Engineering)\n1. Manage day-to-day operations on highway schemes up to 5m\n"
        "2. Supervise subcontractors and direct labour\n3. Produce RAMS, programmes and weekly reports\nWhat we "
        "need from you:\n1. HNC/HND or degree in civil engineering\n2. SMSTS, CSCS black card and First Aid\n3. "
        "Minimum 5 years running highways sites\n4. Full UK driving licence\n5. NEC contract knowledge - desirable"
    ),
    "dashes_in_one_line": (
        "Restaurant Manager wanted! Requirements: - 3 years running a restaurant of 80+ covers - Strong knowledge "
        "of food safety and licensing law - P&L responsibility - Rota planning and staff training - Level 3 food "
        "hygiene (desirable) - Wine knowledge WSET 2 a plus. What we offer: - 35k plus tips - staff meals"
    ),
    "scientist": (
        "Scientist II, Cell Biology\n\nResponsibilities:\nDesign and perform cell-based assays (ELISA, flow "
        "cytometry, qPCR)\nMaintain mammalian cell culture under aseptic conditions\nAnalyze data in GraphPad "
        "Prism and present at group meetings\nWrite SOPs and study reports\n\nQualifications:\nPhD in Cell "
        "Biology, Immunology or a related field, or MSc with 4+ years of industry experience\nHands-on experience "
        "with flow cytometry is required\nExperience in GLP preferred\nFamiliarity with CRISPR is a plus"
    ),
    "mechanic": (
        "Heavy Duty Diesel Mechanic\nDiagnose and repair diesel engines, hydraulics, brakes and electrical "
        "systems on trucks and trailers. Perform preventive maintenance and DOT inspections. Must have own tools, "
        "3 years experience, valid CDL a plus. ASE certification preferred. Able to read wiring diagrams. High "
        "school diploma or GED."
    ),
    "marketing_agency": (
        "Digital Marketing Specialist\n**Location:** Hybrid, Manchester\n**Salary:** £32k\n\n**The role**\nYou'll "
        "run paid and organic campaigns for five clients.\n\n**You'll need**\n* Google Ads and Meta Ads (2 yrs+)\n"
        "* GA4 & Looker Studio\n* SEO: keyword research, on-page, technical audits\n* Basic HTML/WordPress\n\n"
        "**Bonus points**\n* E-mail automation (HubSpot, Klaviyo)\n* Agency background\n\n**What's in it for "
        "you**\n* Flexi hours, pizza Fridays"
    ),
    "support_worker": (
        "Support Worker - Learning Disabilities\nWe support adults with autism and learning disabilities to live "
        "in their own homes. You will help people with personal care, medication, cooking and getting out into "
        "the community. No experience needed as full training is given, but experience of autism or challenging "
        "behaviour is a plus. You must hold a full driving licence and be willing to work sleep-ins and weekends. "
        "NVQ Level 2 in Health and Social Care desirable."
    ),
    "gov_form": (
        "POSITION SUMMARY\nUnder general supervision, performs professional accounting work for the county.\n\n"
        "ESSENTIAL JOB FUNCTIONS\nPrepares journal entries and reconciles general ledger accounts. Reviews grant "
        "expenditures for compliance. Assists with the annual budget and comprehensive financial report. Performs "
        "related duties as assigned.\n\nKNOWLEDGE, SKILLS AND ABILITIES\nKnowledge of governmental accounting "
        "principles (GASB). Skill in using spreadsheets and financial software. Ability to communicate "
        "effectively orally and in writing. Ability to establish effective working relationships.\n\nMINIMUM "
        "QUALIFICATIONS\nBachelor's degree in accounting, finance or business and two years of professional "
        "accounting experience; or an equivalent combination of education and experience.\n\nPHYSICAL DEMANDS\n"
        "The work is sedentary. Must be able to lift 20 pounds.\n\nWORK ENVIRONMENT\nOffice."
    ),
    "not_a_job": (
        "Preheat the oven to 180 degrees. Beat the butter with the sugar until pale, fold in the flour, and bake "
        "for forty minutes. Let it cool before you cut it. It keeps for three days in a tin."
    ),
    "stack_list": (
        "Full Stack Engineer\nReact, TypeScript, Node.js, PostgreSQL, AWS, Docker, GraphQL. 3+ yrs. Remote."
    ),
    "recruiter_blurb": (
        "My client, a market leading insurer in London, is looking for a Claims Handler to join on a permanent "
        "basis. The ideal candidate will have 2 years motor claims experience, be Cert CII qualified (or working "
        "towards) and have handled claims from first notification to settlement. Knowledge of fraud indicators is "
        "desirable. Salary up to 30k plus bonus. Apply now or call Jo."
    ),
    "electrician": (
        "Electrician - Maintenance\n\nResponsibilities\n- Install, maintain and repair electrical equipment, "
        "motors and control panels\n- Troubleshoot PLCs (Siemens S7) and drives\n- Test and certify to BS 7671\n\n"
        "Requirements\n- Time-served electrician with NVQ Level 3\n- 18th Edition Wiring Regulations\n- 2391 "
        "Inspection & Testing is advantageous\n- Experience in food manufacturing preferred\n- Shift work: 4 on 4 "
        "off"
    ),
    "product_manager_questions": (
        "Product Manager, Payments\n\nWhat will you be doing?\nOwn the roadmap of our payments product; talk to "
        "customers every week; write specs; work with 8 engineers; define and track KPIs.\n\nWho are you?\nYou "
        "have 4 years as a product manager in fintech. You understand card schemes, PSD2 and SCA. You can query "
        "data with SQL. You write well.\n\nWhat will you get?\nEquity, health cover, a bike."
    ),
}
