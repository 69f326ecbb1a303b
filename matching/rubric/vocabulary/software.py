"""Skills of software, data, infrastructure, security and design."""

SOFTWARE = """
[programming languages]
Python
Java; J2EE; Java EE; Jakarta EE; JEE
JavaScript; JS; ECMAScript; ES6
TypeScript; =TS
C++; =CPP
C#; CSharp
.NET; dotnet; ASP.NET; .NET Core; VB.NET
=C
=Go; Golang
=R; RStudio; R programming
Ruby; Ruby on Rails; =Rails
PHP; Laravel; Symfony; CodeIgniter
=Rust
Kotlin
=Swift; SwiftUI
Objective-C
Scala
Perl
MATLAB; Simulink
COBOL; mainframe
Visual Basic; VBA; Excel macros
Shell scripting; Bash; =Shell; shell scripts
PowerShell
Haskell; OCaml; F#; functional programming
Elixir; Erlang
Groovy
Assembly language; assembler language
=SAS; SAS programming
ABAP; SAP ABAP
PL/SQL; T-SQL; stored procedures
[backend work]
Backend development; backend; back-end; back end development; server-side
[backend]
Django; Django REST framework
FastAPI
=Flask
=Spring; Spring Boot; Spring MVC; Spring Cloud; Spring Framework
Hibernate; JPA
Node.js; NodeJS; Express.js; NestJS
REST APIs; =REST; RESTful; RESTful services; REST API; web services; SOAP; API development; API design
GraphQL
gRPC; protobuf
Microservices; micro-services; service-oriented architecture; SOA
=Celery
RabbitMQ; message queue; message broker; ActiveMQ; MQ; JMS
Kafka; Apache Kafka; event streaming; event-driven
Redis; Memcached; Valkey
[frontend]
=React; React.js; ReactJS; Redux; Next.js
Angular; AngularJS; Angular.js
Vue.js; Vue; VueJS; Nuxt
Svelte
HTML; HTML5; HTML/CSS
CSS; CSS3; Sass; SCSS; Tailwind; Bootstrap
jQuery
Webpack; Vite
Responsive design; responsive web design
Web development; web developer; front-end; frontend; front end development; full stack; full-stack; fullstack
WordPress; Drupal; Joomla; CMS; content management system
Accessibility; WCAG; a11y; Barrierefreiheit; accessibilité
[mobile]
iOS; =UIKit
Android; Android SDK; Jetpack Compose
React Native
=Flutter; =Dart
Mobile development; mobile apps; mobile application development; native apps
[databases]
SQL; query language; SQL queries; Structured Query Language
PostgreSQL; Postgres; PostGIS
MySQL; MariaDB
Microsoft SQL Server; SQL Server; MS SQL; MSSQL; SSRS; SSIS
Oracle database; Oracle DB; Oracle SQL; Oracle
MongoDB; NoSQL; Cassandra; DynamoDB; CouchDB
Elasticsearch; OpenSearch; Solr; ELK
Database design; schema design; data modelling; data modeling; database administration; relational databases; RDBMS;
  databases
=DB2
[cloud and operations]
AWS; Amazon Web Services; EC2; AWS Lambda; CloudFormation
Azure; Microsoft Azure; Azure DevOps
Google Cloud; GCP; Google Cloud Platform
Cloud; cloud computing; cloud infrastructure; cloud-native; SaaS
Docker; containerisation; containerization
Kubernetes; k8s; OpenShift; Helm; EKS; AKS; GKE
Terraform; infrastructure as code; IaC; Ansible; =Puppet; =Chef; Pulumi
CI/CD; continuous integration; continuous delivery; continuous deployment; Jenkins; GitLab CI; GitHub Actions;
  build pipelines
DevOps; SRE; site reliability
Git; GitHub; GitLab; Bitbucket; version control; SVN
Linux; Unix; Red Hat; Ubuntu; Debian
Windows Server; Active Directory; Group Policy; Azure AD
Monitoring; observability; Prometheus; Grafana; Datadog; Splunk; New Relic
Networking; network engineering; network engineer;
  TCP/IP; DNS; DHCP; VPN; LAN; WAN; routing and switching; computer networks; Netzwerke
Cisco; CCNA; CCNP
VMware; virtualisation; virtualization; Hyper-V; vSphere
IT support; help desk; helpdesk; service desk; desktop support; technical support; ticketing system
ITIL; ITSM; ServiceNow
Office 365; Microsoft 365; Exchange Server; SharePoint; M365; O365
System administration; systems administration; sysadmin; system administrator
[security]
Information security; cybersecurity; cyber security; IT security; infosec; IT-Sicherheit
Penetration testing; pentest; ethical hacking; OSCP
SIEM; incident response; SOC analyst
CISSP; CISM; CISA
ISO 27001; NIST; SOC 2
Identity and access management; =IAM; SSO; OAuth; SAML
Firewalls; Palo Alto; Fortinet; Check Point
[testing]
Automated testing; test automation; Selenium; Cypress; Playwright; pytest; JUnit; unit testing; unit tests; TDD;
  test-driven
Manual testing; test cases; test plans; QA testing; QA engineer; software QA; quality assurance testing;
  regression testing; UAT; software testing
Performance testing; JMeter; LoadRunner; load testing
[data]
Data analysis; data analytics; data cleaning; data cleansing; data analyst; Datenanalyse; analyse de données;
  análisis de datos; data-analyse
Statistics; statistical analysis; statistical modelling; statistical modeling; hypothesis testing; A/B testing;
  Statistik; statistiques; estadística
Machine learning; ML; scikit-learn; predictive modelling; predictive modeling; maschinelles Lernen;
  apprentissage automatique; aprendizaje automático
Deep learning; TensorFlow; PyTorch; Keras; neural networks
Natural language processing; NLP; large language models; LLM; LLMs; generative AI
Computer vision; OpenCV; image processing
Data science; data scientist
pandas; NumPy; SciPy
Apache Spark; =Spark; PySpark; Databricks
Hadoop; =Hive; HDFS; MapReduce; big data
Airflow; dbt; =Dagster; data orchestration
Data pipelines; ETL; ELT; data engineering; Informatica; data integration; Talend
Data warehousing; data warehouse; Snowflake; Redshift; BigQuery
Power BI; PowerBI; DAX; Power Query
=Tableau; =Looker; Qlik; QlikView; data visualisation; data visualization; dashboards
Business intelligence; =BI; reporting tools
SPSS; Stata
GIS; ArcGIS; QGIS; geospatial; ESRI
[design]
UX design; user experience; UX; UX/UI; UI/UX; usability; interaction design
User research; user interviews; usability testing
UI design; user interface design; visual design
Prototyping; wireframes; wireframing; prototypes
Figma; =Sketch; Adobe XD; InVision
Design systems; design system; component library
Adobe Creative Suite; Photoshop; Illustrator; InDesign; Creative Cloud; Adobe CC
Graphic design; Grafikdesign; graphisme; diseño gráfico; typography; branding
Video editing; Premiere Pro; After Effects; Final Cut; motion graphics; motion design
3D modelling; 3D modeling; Blender; =Maya; 3ds Max; =Rhino
Game development; =Unity; =Unreal; Unreal Engine
[ways of working]
Agile; Scrum; Kanban; agile methodologies; scrum master; Jira; SAFe
Requirements analysis; business analysis; business analyst; requirements gathering; user stories; Business Analyse;
  functional specifications
Software architecture; system architecture; technical architecture; system design; solution architecture;
  design patterns; object-oriented; OOP; data structures; algorithms
Embedded systems; firmware; RTOS; microcontrollers; embedded software; embedded C
Product management; product manager; product owner; roadmap; Produktmanagement; product roadmap
Technical writing; technical documentation
Salesforce; Apex; Salesforce CRM
SAP; SAP FI; SAP MM; SAP SD; S/4HANA; SAP HANA; SAP ERP; SAP FICO
ERP; ERP system; Oracle ERP; NetSuite; Dynamics 365; Microsoft Dynamics; Navision; Odoo; PeopleSoft; JD Edwards
Blockchain; Solidity; smart contracts; Web3
Optimisation; optimization; operations research; linear programming
"""
