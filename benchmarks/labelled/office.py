"""Invented professions, first part: offices. `PROFESSIONS` is text that `labelled.parse` reads."""

PROFESSIONS = """
=== accountant
titles: Financial Accountant | Accountant | General Ledger Accountant | Finance Officer
junior: Accounts Assistant | Trainee Accountant
degree: Bachelor of Commerce, Accounting | ACCA part qualified | BSc Accounting and Finance
skills: IFRS | SAP FI | Excel | Power BI | VAT | general ledger | fixed assets | audit | accruals
near-titles: Payroll Clerk | Credit Controller
years: 3
a| Closed the books of two subsidiaries each month within five working days
a| Owned month end: accruals, prepayments, journals and review of the trial balance
b| Reconciled bank, intercompany and balance sheet accounts and cleared old items
b| Prepared balance sheet recs and explained variances to the controller
c| Submitted quarterly VAT returns and annual statutory accounts
c| Prepared sales tax and corporate tax filings without a penalty
d| Dealt with the external auditors from planning to the signed report
d| Prepared the audit file and answered auditor queries
e| Reported under IFRS, with new standards on leases and revenue
e| Converted local GAAP ledgers to IFRS for group reporting
f| Built management reports in advanced Excel and SAP FI
f| Moved reporting spreadsheets from Excel to Power BI on SAP data
-| Posted supplier invoices and ran the weekly payment run
-| Kept the fixed asset register and ran depreciation
-| Helped with budgets and forecasts by cost centre
~| Ran a weekly payroll for 300 staff and answered payslip queries
~| Chased overdue debtors by phone and agreed payment plans
~| Matched purchase orders with delivery notes
~| Filed expense claims and checked receipts
job: Financial Accountant

We make industrial pumps in three countries. You will join a finance team of six and report to the Group Controller.

Your tasks
* Month-end and year-end close for two entities, including accruals, provisions and fixed assets
* Balance sheet reconciliations and variance analysis
* VAT returns and statutory filings
* Support of the external audit
* Improvement of our Excel and SAP reporting

Your profile
* Degree in accounting or finance, or a professional qualification (ACCA, CIMA, CPA)
* Three or more years in financial accounting or audit
* Working knowledge of IFRS
* Advanced Excel; SAP FI or a comparable ERP

We offer a pension, free parking, a canteen and 28 days of leave in a friendly town by the sea.
job: Accountant wanted. Growing import firm needs an experienced accountant who can run month end alone, reconcile all balance sheet accounts, file VAT and deal with auditors. IFRS and strong Excel needed, SAP is a plus.
=== hr
titles: HR Generalist | Human Resources Advisor | HR Business Partner | People Operations Specialist
junior: HR Assistant | Human Resources Intern
degree: BA Human Resource Management | CIPD Level 5 | SHRM-CP
skills: employee relations | onboarding | HRIS | Workday | recruitment | payroll | labour law | performance reviews
near-titles: Office Manager | Training Coordinator
years: 4
a| Advised line managers on grievances, discipline and dismissals
a| Handled employee relations cases from investigation to outcome
b| Recruited 40 people a year: adverts, interviews, offers
b| Ran full-cycle hiring with managers and agencies
c| Kept employee records in Workday and cleaned the HRIS data
c| Produced headcount and turnover reports from the HR system
d| Applied employment law in contracts, policies and handbooks
d| Kept policies in line with labour legislation
e| Led onboarding for all starters and exit interviews for leavers
e| Designed the induction week for new employees
f| Coordinated the yearly performance review and pay round
f| Administered benefits, leave of absence and compensation reviews
-| Answered staff questions about leave, pay and policies
-| Organised wellbeing events and the staff survey
-| Supported a restructuring of two departments
~| Booked rooms and trainers and kept the training calendar
~| Ordered stationery and managed the front desk
~| Kept diaries and travel for three directors
~| Took minutes of board meetings
job: HR Generalist

About us: Lindqvist Foods bakes for half of the north. 600 colleagues on two sites.

Responsibilities:
- Be the first contact for managers in employee relations: grievances, disciplinary cases, absence
- Full-cycle recruitment for office and plant
- Onboarding and offboarding
- Maintain employee data in our HRIS (Workday) and report on headcount
- Coordinate performance reviews, benefits and compensation rounds

Requirements:
- 4+ years in a generalist HR role
- Sound knowledge of employment law
- Experience with an HRIS
- Degree in human resources or CIPD

Benefits: bread for free, gym, bonus.
job: People partner for a 200-strong software house. You advise managers on employee relations and labour law, hire, onboard, run performance and pay reviews and keep Workday tidy. Four years as HR generalist or business partner.
=== banker
titles: Relationship Manager | Corporate Banker | Commercial Banking Officer | Business Banking Manager
junior: Bank Teller | Credit Analyst Trainee
degree: BSc Banking and Finance | BA Economics | CFA Level 1
skills: credit analysis | loan structuring | KYC | AML | portfolio management | cross-selling | financial statements
near-titles: Insurance Advisor | Mortgage Processor
years: 5
a| Managed a portfolio of 60 mid-sized corporate clients with 120 million in lending
a| Looked after commercial clients and grew the loan book by 18 percent
b| Analysed financial statements and cash flow for credit proposals
b| Wrote credit memos and presented them to the credit committee
c| Structured term loans, overdrafts and trade finance
c| Negotiated terms, covenants and collateral of facilities
d| Ran KYC reviews and anti money laundering checks
d| Kept client files compliant with AML rules and bank policy
e| Won new business clients by networking and referrals
e| Cross-sold cash management, treasury and card products
f| Watched covenants and acted early on problem loans
f| Reviewed risk grades yearly and cleared past due accounts
-| Served branch customers and opened accounts
-| Balanced cash drawers and the vault
-| Explained savings and deposit products
~| Sold household and life insurance policies
~| Processed mortgage papers and checked deeds
~| Settled insurance claims by phone
~| Entered forms in the back office
job: Relationship Manager, Commercial Banking

Our bank has served the valley since 1888.

What you will do: manage and grow a portfolio of business clients; analyse financial statements and prepare credit proposals; structure loans and trade finance; cross-sell treasury and cash management; monitor covenants and risk; keep KYC and AML files in order.
What we expect: five years of corporate or commercial banking, strong credit analysis, business development record, degree in finance or economics.
What we offer: bonus, pension, flexible hours.
job: Wanted: commercial banker with own network. Credit analysis, loan structuring, portfolio of corporate clients, AML/KYC discipline, 5 years.
=== marketing
titles: Digital Marketing Manager | Online Marketing Specialist | Performance Marketing Manager | Growth Marketer
junior: Marketing Assistant | Social Media Intern
degree: BA Marketing | BSc Business Administration | Google Ads certificate
skills: SEO | Google Ads | Google Analytics | HubSpot | email campaigns | content | A/B testing | social media
near-titles: Event Coordinator | Public Relations Assistant
years: 4
a| Raised organic traffic by 70 percent with technical SEO and content plans
a| Did keyword research and on-page search engine optimisation
b| Ran paid search and social with a budget of 600,000 a year
b| Managed PPC campaigns in Google Ads and Meta
c| Measured the funnel in Google Analytics 4 and reported weekly
c| Built dashboards on conversion, cost per lead and return on ad spend
d| Set up email nurturing and lead scoring in HubSpot
d| Ran newsletters and marketing automation for 90,000 contacts
e| A/B tested landing pages and lifted conversion from 2 to 3.4 percent
e| Led conversion rate optimisation with design and product
f| Led two juniors and an agency
f| Planned the yearly marketing budget and briefed agencies
-| Wrote blog posts and case studies
-| Kept the social media calendar and replied to comments
-| Briefed designers on banners and videos
~| Organised trade fairs with stands, travel and leaflets
~| Wrote press releases and called journalists
~| Ordered give-aways and kept the stock of brochures
~| Planned the summer party and two product launches
job: Digital Marketing Manager (all genders)

Who we are
Vela sells sailing gear online in 14 countries. Dogs welcome.

Your role
+ Own SEO and content strategy
+ Plan and optimise paid search and paid social (Google Ads, Meta)
+ Build email automation in HubSpot
+ Report on the funnel with Google Analytics and run A/B tests
+ Lead a small team and external agencies

You bring
+ 4 years in online marketing, e-commerce preferred
+ Hands-on SEO and SEM
+ Analytical mind: conversion, CAC, ROAS
+ Degree in marketing or similar

Perks: sailing weekends, remote work.
job: Growth marketer: SEO, PPC, HubSpot automation, analytics, conversion testing. At least four years. Team lead experience welcome.
=== sales
titles: Account Executive | Sales Manager | Business Development Manager | Key Account Manager
junior: Sales Development Representative | Inside Sales Trainee
degree: BA Business | BSc Industrial Engineering
skills: Salesforce | prospecting | negotiation | pipeline | SaaS | forecasting | demos | closing
near-titles: Store Manager | Customer Support Agent
years: 3
a| Closed 1.4 million in new annual contracts, 122 percent of quota
a| Beat target three years in a row selling software subscriptions
b| Prospected by phone, email and LinkedIn and booked 12 meetings a month
b| Built a territory from nothing by cold outreach
c| Kept pipeline and forecast in Salesforce accurate within 8 percent
c| Managed the whole funnel in the CRM from lead to signature
d| Gave product demos to IT and finance leaders
d| Presented to boards and ran proofs of concept
e| Negotiated multi-year contracts with procurement and legal
e| Led price and contract talks with enterprise buyers
f| Grew key accounts by upselling and renewals
f| Expanded existing customers by 35 percent
-| Qualified inbound leads for the field team
-| Worked with marketing on campaigns and fairs
-| Wrote proposals and answered tenders
~| Ran a clothes shop with six people and a yearly stock count
~| Served customers at the till and arranged displays
~| Answered support tickets about deliveries
~| Took complaints by phone and arranged refunds
job: Account Executive (B2B SaaS)

You sell our planning software to manufacturers.
* New business: prospecting, demos, negotiation, closing
* Own a quota and a forecast in Salesforce
* Grow existing accounts together with customer success
Must have: 3 years of B2B software sales with proven quota attainment; experience with enterprise contracts and procurement; CRM discipline.
Nice to have: manufacturing background, German.
Base 60k + 60k variable, car, stock options.
job: We seek a business development manager for software. You hunt, present, negotiate and close and keep your pipeline clean in the CRM. 3+ years selling to companies, quota carrying.
=== paralegal
titles: Paralegal | Legal Assistant | Litigation Paralegal | Legal Executive
junior: Law Clerk | Legal Intern
degree: Bachelor of Laws LLB | Paralegal Certificate | BA Political Science
skills: legal research | discovery | Westlaw | drafting | court filing | case management | trial preparation
near-titles: Executive Assistant | Court Reporter
years: 2
a| Drafted pleadings, motions and affidavits for partners
a| Prepared first drafts of complaints, answers and subpoenas
b| Did legal research on Westlaw and LexisNexis and cite-checked briefs
b| Researched statutes and case law and wrote memoranda
c| Managed discovery: document review, privilege logs, production
c| Reviewed and coded 40,000 documents in Relativity for e-discovery
d| Filed papers electronically with state and federal courts and kept the docket
d| Tracked deadlines and court calendars for 70 matters
e| Prepared trial binders, exhibits and witness files
e| Assisted attorneys at trial and at depositions
f| Interviewed clients and witnesses and kept them informed
f| First contact for clients about the state of their case
-| Opened files, ran conflict checks and billed time
-| Kept the law library up to date
-| Summarised deposition transcripts and medical records
~| Kept calendars and travel of two managing directors
~| Typed dictation and formatted letters
~| Recorded hearings word by word
~| Answered the switchboard
job: Litigation Paralegal
A mid-size law firm seeks a paralegal for its commercial litigation group. Duties include drafting pleadings and motions, legal research (Westlaw/Lexis), managing discovery and document review, e-filing with state and federal courts, calendaring deadlines, trial preparation. Requirements: paralegal certificate or law degree; minimum two years in litigation; organised, discreet. We offer health insurance and 401(k).
job: Legal assistant for court work: drafts, research, discovery, filings, deadlines, trial bundles. 2 years.
"""
