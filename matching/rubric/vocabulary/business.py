"""Skills of finance, sales, marketing, people, law, administration and management."""

BUSINESS = """
[finance]
Accounting; accountancy; comptable; contable; boekhouder; Buchhalter; Finanzbuchhalter; bookkeeping;
  financial accounting; Buchhaltung; Finanzbuchhaltung; Buchführung; comptabilité; contabilidad; boekhouding;
  accountant; general accounting
General ledger; =GL; journal entries; chart of accounts; Hauptbuch; grand livre; grootboek
Month-end close; month end; year-end close; monthly close; financial close; Monatsabschluss; Jahresabschluss;
  clôture mensuelle; cierre contable; cierre mensual; maandafsluiting; jaarrekening; Monats- und Jahresabschlüsse
Balance sheet reconciliation; reconcile; account reconciliation; bank reconciliation; reconciliations; reconciliation;
  Kontenabstimmung; rapprochement bancaire; conciliación bancaria
Accounts payable; =AP; vendor invoices; invoice processing; Kreditorenbuchhaltung; Kreditoren;
  comptabilité fournisseurs; crediteuren; crediteurenadministratie; cuentas por pagar
Accounts receivable; =AR; collections; credit control; Debitorenbuchhaltung; Debitoren; comptabilité clients;
  debiteuren; cuentas por cobrar
Payroll; payroll processing; Lohnbuchhaltung; Gehaltsabrechnung; Entgeltabrechnung; paie; nómina; nóminas;
  salarisadministratie; loonadministratie; ADP
Financial reporting; statutory accounts; financial statements; statutory filings; Finanzberichte;
  reporting financier; estados financieros
IFRS; International Financial Reporting Standards; IAS
GAAP; US GAAP; HGB; FRS 102
Budgeting; budget; forecasting; budgets; forecasts; Budgetierung; budgétisation; presupuestos; begroting;
  financial planning; FP&A
Variance analysis; Abweichungsanalyse; budget variance
Financial modelling; financial modeling; valuation; DCF; financial models
Financial analysis; financial analyst; Finanzanalyse; analyse financière; análisis financiero
Audit; auditing; external audit; internal audit; Wirtschaftsprüfung; auditoría; auditor; statutory audit
Internal controls; SOX; Sarbanes-Oxley; internal control; IKS
Tax; taxation; VAT; tax returns; corporate tax; Umsatzsteuer; Steuern; Steuerrecht; fiscalité; TVA; impuestos; IVA;
  belasting; btw; sales tax
Cost accounting; controlling; management accounting; Kostenrechnung; contrôle de gestion; contabilidad de costes;
  standard costing
Treasury; cash flow; cash management; liquidity; Liquiditätsplanung; trésorerie; tesorería
Credit analysis; credit risk; underwriting; loan processing; loans; mortgage; Kreditanalyse; lending
Risk management; operational risk; market risk; Risikomanagement; gestion des risques; gestión de riesgos
Banking; retail banking; teller; cash handling; Bankkaufmann; Bankkauffrau; banque; banca
Insurance; claims; claims handling; actuarial; Versicherung; assurance claims; seguros; verzekeringen
Investment; portfolio management; asset management; equities; fixed income; Bloomberg; hedge fund; private equity
AML; KYC; anti-money laundering; Know Your Customer; sanctions screening; Geldwäsche
ACCA; CIMA; CPA; =ACA; chartered accountant; Bilanzbuchhalter; expert-comptable; CFA; certified public accountant;
  Wirtschaftsprüfer
QuickBooks; Xero; =Sage; DATEV; Exact Online; =Tally; Lexware
Fixed assets; accruals; provisions; depreciation; prepayments; Anlagenbuchhaltung; immobilisations
Invoicing; billing; Fakturierung; facturation; facturación; facturatie; Rechnungsstellung
Procurement; purchasing; buyer; sourcing; strategic sourcing; Einkauf; Beschaffung; achats; compras; inkoop;
  tendering; vendor management; supplier management
Mergers and acquisitions; M&A; due diligence
[office]
=Excel; MS Excel; Microsoft Excel; spreadsheets; pivot tables; VLOOKUP; Tabellenkalkulation; tableur
Microsoft Office; MS Office; MS-Office; Office suite; Word and Excel; PowerPoint; Outlook; Pack Office;
  Paquete Office; Ofimática; Google Workspace; Microsoft Word; MS Word
Data entry; Dateneingabe; saisie de données; entrada de datos; typing
Office administration; administrative support; Sachbearbeitung; Büroorganisation; secrétariat; administratif;
  administrativo; administratie; clerical; office management
Diary management; diary; arranging travel; travel booking; arranges travel; arrange travel; board papers;
  calendar management; executive assistant; executive assistance; travel arrangements; scheduling; Terminplanung;
  Terminkoordination; gestion d'agenda; gestión de agenda; agendabeheer; personal assistant
Minute taking; taking minutes; Protokollführung; notulen
Reception; receptionist; front desk; front office; Empfang; accueil; recepción; receptie; switchboard
Customer service; customer support; customer care; client service; Kundenservice; Kundendienst; Kundenbetreuung;
  service client; relation client; atención al cliente; klantenservice; call centre; call center; contact centre;
  contact center; inbound calls
Zendesk; Freshdesk; Intercom
[sales]
Sales; selling; sales representative; sales executive; Vertrieb; Verkauf; vente; ventas; verkoop;
  commercial experience; field sales; inside sales; Außendienst; sales experience; salesperson; telesales
Account management; key account management; key accounts; account manager; Key-Account; gestion de comptes;
  client relationship management; customer success
Business development; new business; Neukundengewinnung; Kundenakquise; lead generation; prospecting; cold calling;
  développement commercial; desarrollo de negocio; acquisitie; outbound
B2B; B2B sales; business-to-business; enterprise sales
Sales targets; quota; sales quota; revenue targets; quotas
Negotiation; negotiating; contract negotiation; Verhandlung; négociation; negociación; onderhandelen
CRM; HubSpot; CRM system; Pipedrive; customer relationship management
Retail; retail store; shop floor; retail sales; Einzelhandel; commerce de détail; retail management; winkel;
  merchandising; visual merchandising; store manager; cashier; point of sale; POS; Kasse; caisse; caja
E-commerce; ecommerce; Shopify; Magento; WooCommerce; Amazon marketplace; Onlinehandel; webshop
[marketing]
Marketing; marketing campaigns; marketing strategy; Marketingkampagnen; campaigns; campaign management
Digital marketing; online marketing; Onlinemarketing; marketing digital; performance marketing
SEO; search engine optimisation; search engine optimization; Suchmaschinenoptimierung; référencement
=SEM; Google Ads; AdWords; PPC; paid search; pay-per-click; paid media
Google Analytics; GA4; web analytics
Social media; Instagram; LinkedIn; TikTok; community management; réseaux sociaux; redes sociales; sociale media;
  soziale Medien; Facebook
Content marketing; copywriting; content creation; content writing; Texten; rédaction; redacción; copywriter;
  blogging; editing
E-mail marketing; email marketing; Mailchimp; newsletters; marketing automation; Marketo
Public relations; =PR; media relations; Öffentlichkeitsarbeit; Pressearbeit; relations presse; relaciones públicas;
  corporate communications
Market research; market analysis; Marktforschung; étude de marché; competitor analysis; consumer insights
Brand management; branding strategy; Markenführung
Event management; organising events; organise events; off-site events; event planning; Veranstaltungen;
  Veranstaltungsmanagement; événementiel; eventos; evenementen
[people]
Recruiting; recruitment; talent acquisition; sourcing candidates; Personalbeschaffung; Personalgewinnung;
  recrutement; reclutamiento; selección de personal; werving; werving en selectie; applicant tracking; =ATS; hiring;
  full-cycle recruiting; recruiter
Human resources; HR; HR management; HR generalist; Personalwesen; Personalmanagement; ressources humaines;
  recursos humanos; personeelszaken; HR business partner; personnel; HRM
Employee relations; labour relations; labor relations; industrial relations; Betriebsrat; relations sociales;
  grievance; disciplinary; works council
Employment law; labour law; labor law; Arbeitsrecht; droit du travail; derecho laboral; arbeidsrecht
Performance management; performance reviews; talent management; succession planning; Personalentwicklung
Onboarding; induction; offboarding
Learning and development; L&D; training programmes; training programs; staff training; Weiterbildung;
  formation du personnel; formación; training delivery; train the trainer
Compensation design; job grading; reward management; salary benchmarking
Workday; SuccessFactors; BambooHR; HRIS; Personio; HR information system
CIPD; SHRM; PHR; SPHR
[law]
Contract law; contract drafting; technology contracts; technology law;
  commercial contracts; supplier contracts; draft contracts;
  negotiating contracts; drafting contracts; contract management; Vertragsrecht; droit des contrats;
  derecho contractual; contractenrecht; contract review
Corporate law; company law; commercial law; Gesellschaftsrecht; Handelsrecht; droit des sociétés; derecho mercantil;
  ondernemingsrecht
Litigation; dispute resolution; court proceedings; Prozessführung; contentieux; litigios; arbitration
Family law; Familienrecht; droit de la famille; derecho de familia; familierecht
Criminal law; Strafrecht; droit pénal; derecho penal
Legal research; legal drafting; legal writing; juristische Recherche; paralegal; legal assistant; legal documents
Intellectual property; patents; trademarks; IP law; Markenrecht; Patentrecht; propriété intellectuelle
Data protection; GDPR; privacy law; DSGVO; RGPD; =AVG; Datenschutz; HIPAA; CCPA; protection des données
Compliance; regulatory compliance; Regulatorik; conformité; cumplimiento; regulatory affairs; regulatory
Conveyancing; property law; Immobilienrecht; real estate law
Admitted to the bar; bar admission; solicitor; barrister; qualified lawyer; Rechtsanwalt; Volljurist; avocat;
  abogado; advocaat; attorney; licensed to practice law; colegiado; Staatsexamen; juris doctor; JD degree
[management]
Project management; project manager; Projektmanagement; Projektleitung; gestion de projet; gestión de proyectos;
  projectmanagement; projectleider; chef de projet; project planning; PMO; project coordination
PMP; PRINCE2; Prince 2; IPMA
Programme management; program management; portfolio delivery
Stakeholder management; Stakeholdermanagement; stakeholder engagement
People management; line management; team leadership; Mitarbeiterführung; Personalverantwortung; Führungserfahrung;
  Personalführung; Teamleitung; management d'équipe; encadrement; gestión de equipos; leidinggeven; leidinggevende;
  supervision; supervisory; supervising; staff management; team management; team lead; leading teams;
  managing a team; lead a team; coaching a team; Führungsverantwortung
Coaching and mentoring; coaching; mentoring; mentorship; coach junior; mentor junior
Operations management; business operations; Betriebsleitung; gestion des opérations; operations manager; P&L;
  profit and loss
Change management; transformation; organisational change; Veränderungsmanagement; conduite du changement
Process improvement; continuous improvement; Lean; Six Sigma; Kaizen; Prozessoptimierung; amélioration continue;
  mejora continua; Green Belt; Black Belt; lean manufacturing; procesverbetering
Strategic planning; business strategy; consulting; management consulting; Unternehmensberatung
Fundraising; grant writing; donor relations; Spendenakquise; collecte de fonds
Policy development; policy analysis; public policy; government relations
Translation; interpreting; translator; interpreter; Übersetzung; traduction; traducción; vertalen
Journalism; editorial; proofreading; Redaktion; journalisme; Lektorat; periodismo; newsroom
Real estate; property management; Immobilien; immobilier; inmobiliaria; vastgoed; leasing; lettings;
  facility management; facilities management
[-]
teaching hospital; sales tax exempt; bank holiday; food bank; data protection officer contact; personal data;
  research park; retail park; insurance benefits; health insurance; contract position; audit trail of candidates;
  sales team of; security clearance; energy and passion; first aid kit; customer database
"""
