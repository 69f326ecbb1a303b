"""Invented job texts in German, French, Spanish and Dutch. No employer in them exists."""

POSTINGS = {
    "de_accountant": (
        "Finanzbuchhalter (m/w/d) in Vollzeit\n\nWir sind ein mittelständisches Unternehmen der Medizintechnik "
        "mit 300 Mitarbeitenden.\n\nIhre Aufgaben\n• Selbstständige Bearbeitung der Debitoren- und "
        "Kreditorenbuchhaltung\n• Mitwirkung bei Monats- und Jahresabschlüssen nach HGB\n• Erstellung der "
        "Umsatzsteuervoranmeldungen\n• Abstimmung von Konten\n\nIhr Profil\n• Abgeschlossene kaufmännische "
        "Ausbildung, idealerweise Weiterbildung zum Bilanzbuchhalter\n• Mindestens 3 Jahre Berufserfahrung in der "
        "Finanzbuchhaltung\n• Sicherer Umgang mit DATEV und MS Excel\n• Gute Englischkenntnisse von Vorteil\n• "
        "Teamfähigkeit und eine strukturierte Arbeitsweise\n\nWir bieten\n• 30 Tage Urlaub\n• Betriebliche "
        "Altersvorsorge\n• Obstkorb"
    ),
    "de_nurse": (
        "Pflegefachkraft (m/w/d) für unsere Intensivstation gesucht!\nDas bringst du mit: eine abgeschlossene "
        "Ausbildung als Gesundheits- und Krankenpfleger/in, gerne mit Fachweiterbildung Intensivpflege, "
        "Bereitschaft zum Schichtdienst, Deutschkenntnisse mindestens B2. Das erwartet dich: Grund- und "
        "Behandlungspflege, Überwachung beatmeter Patienten, Dokumentation in ORBIS. Wir bieten: TVöD, Jobticket, "
        "31 Tage Urlaub."
    ),
    "de_developer": (
        "Softwareentwickler Java (w/m/d)\nDeine Aufgaben\n- Du entwickelst Backend-Services mit Java 17 und "
        "Spring Boot\n- Du schreibst automatisierte Tests\n- Du arbeitest im Scrum-Team\nDas bringst du mit\n- "
        "Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung\n- Mehrjährige Erfahrung mit Java "
        "und Spring\n- Kenntnisse in SQL und Hibernate\n- Erfahrung mit Docker und Kubernetes ist von Vorteil\n- "
        "Fließend Deutsch, gutes Englisch\nDas bieten wir dir\n- Homeoffice, Kicker, Weiterbildung"
    ),
    "de_prose": (
        "Wir suchen ab sofort einen erfahrenen Elektriker (m/w/d) für unsere Baustellen in Hamburg. Sie verfügen "
        "über eine abgeschlossene Ausbildung als Elektroniker für Energie- und Gebäudetechnik, einen Führerschein "
        "Klasse B und mindestens zwei Jahre Berufserfahrung. Kenntnisse in KNX sind wünschenswert. Sie "
        "installieren Schaltanlagen, prüfen nach DGUV V3 und betreuen unsere Kunden vor Ort. Wir bieten "
        "übertarifliche Bezahlung und einen Firmenwagen."
    ),
    "fr_accountant": (
        "Comptable général H/F - Lyon\n\nQui sommes-nous ?\nNous sommes un cabinet de 40 personnes.\n\nVos "
        "missions :\n- Tenue de la comptabilité générale, clients et fournisseurs\n- Déclarations de TVA\n- "
        "Préparation des bilans et liasses fiscales\n- Rapprochements bancaires\n\nProfil recherché :\n- Diplôme "
        "BTS CG ou DCG\n- 3 ans d'expérience minimum en cabinet\n- Maîtrise d'Excel et de Sage exigée\n- "
        "L'anglais serait un plus\n- Rigueur et esprit d'équipe\n\nNous offrons : mutuelle, tickets restaurant, "
        "RTT."
    ),
    "fr_nurse": (
        "INFIRMIER DIPLÔMÉ D'ÉTAT H/F EN EHPAD\n\nSous la responsabilité du cadre de santé, vous assurez les "
        "soins infirmiers, la distribution des médicaments, la surveillance des résidents et la tenue du dossier "
        "de soins. Vous encadrez les aides-soignants. Diplôme d'État d'infirmier obligatoire. Expérience en "
        "gériatrie souhaitée. Connaissance du logiciel Netsoins appréciée. CDI temps plein, un week-end sur deux. "
        "Salaire selon convention."
    ),
    "fr_sales": (
        "Nous recrutons un commercial B2B (F/H) pour développer notre portefeuille de clients PME en "
        "Île-de-France. Vous prospectez, négociez et fidélisez. De formation Bac+2 minimum, vous justifiez de "
        "deux ans d'expérience en vente de services. Vous maîtrisez un CRM (Salesforce ou HubSpot). Permis B "
        "indispensable. Anglais courant apprécié. Fixe + variable, voiture de fonction, mutuelle."
    ),
    "es_admin": (
        "Administrativo/a contable\n\nFunciones:\n- Registro de facturas y conciliación bancaria\n- Gestión de "
        "cobros y pagos\n- Preparación de impuestos (IVA, IRPF)\n\nRequisitos:\n- Ciclo formativo de grado "
        "superior en Administración y Finanzas\n- Experiencia mínima de 2 años en puesto similar\n- Dominio de "
        "Excel y A3ERP\n- Nivel alto de inglés\n\nDeseable:\n- Conocimientos de SAP\n- Francés\n\nSe ofrece:\n- "
        "Contrato indefinido\n- Salario 22.000 €"
    ),
    "es_cook": (
        "Buscamos cocinero/a para restaurante en Valencia. Imprescindible experiencia demostrable de 3 años en "
        "cocina mediterránea y carnet de manipulador de alimentos. Se valorarán conocimientos de arroces y "
        "repostería. Incorporación inmediata, jornada completa, dos días libres seguidos. Interesados enviar CV."
    ),
    "nl_nurse": (
        "Verpleegkundige wijkzorg (m/v)\n\nWat ga je doen?\nJe verzorgt wonden, dient medicatie toe en stelt "
        "zorgplannen op voor cliënten thuis. Je werkt nauw samen met huisartsen.\n\nWat vragen wij?\n- Diploma "
        "mbo-verpleegkundige niveau 4 of hbo-v\n- BIG-registratie\n- Rijbewijs B en eigen vervoer\n- Ervaring in "
        "de wijk is een pré\n- Je bent flexibel en zelfstandig\n\nWat bieden wij?\n- Salaris cao VVT\n- "
        "Reiskostenvergoeding"
    ),
    "nl_logistics": (
        "Magazijnmedewerker gezocht! Taken: orderpicken, laden en lossen, voorraad tellen. Eisen: "
        "heftruckcertificaat, minimaal 1 jaar ervaring in een magazijn, beheersing van de Nederlandse of Engelse "
        "taal. Pluspunten: ervaring met een WMS, VCA. Wij bieden € 14,50 per uur en reiskostenvergoeding."
    ),
    "mixed_language": (
        "Customer Success Manager DACH (m/w/d)\nYour mission:\n– Onboard and grow 40 SaaS customers in Germany, "
        "Austria and Switzerland\n– Run quarterly business reviews\nYour profile:\n– 3+ years in customer success "
        "or account management\n– German native or C1, fluent English\n– Experience with HubSpot or Gainsight\n– "
        "Knowledge of e-commerce is a plus"
    ),
}
