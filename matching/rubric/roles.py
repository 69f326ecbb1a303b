"""The words that name a role, in five languages: "engineer", "Sachbearbeiter", "vendeuse", "camarero", "medewerker"."""

from matching.rubric.text import pattern

ROLE = pattern(
    r"""\b\w*(?:engineer|developer|manager|nurse|analyst|designer|accountant|assistant|officer|consultant|teacher|
    driver|technician|specialist|
    coordinator|administrator|director|lead|architect|scientist|representative|executive|supervisor|advisor|
    adviser|associate|clerk|chef|cook|
    waiter|waitress|cleaner|operator|operative|worker|therapist|pharmacist|doctor|physician|lawyer|solicitor|
    paralegal|attorney|recruiter|buyer|
    planner|controller|auditor|bookkeeper|receptionist|secretary|writer|editor|translator|interpreter|researcher|
    professor|lecturer|trainer|
    instructor|electrician|plumber|mechanic|welder|carpenter|surveyor|inspector|guard|agent|broker|trader|banker|
    teller|cashier|salesperson|
    barista|bartender|baker|butcher|hairdresser|stylist|host|hostess|pilot|programmer|tester|intern|trainee|
    apprentice|head|president|partner|
    counsel|strategist|producer|photographer|librarian|psychologist|counsellor|counselor|midwife|paramedic|
    physiotherapist|dentist|hygienist|
    optician|veterinarian|carer|caregiver|handyman|janitor|housekeeper|concierge|foreman|picker|packer|loader|
    dispatcher|scrum master|owner|
    superintendent|generalist|estimator|underwriter|actuary|adjuster|processor|handler|fitter|roofer|painter|
    gardener|labourer|laborer|
    machinist|merchandiser|marketer|economist|statistician|chemist|biologist|tutor|nanny|sommelier|custodian|expert|
    entwickler|ingenieur|leiter|fuhrer|kraft|pfleger|fahrer|berater|mitarbeiter|sachbearbeiter|kaufmann|kauffrau|
    fachmann|fachfrau|meister|
    mechaniker|mechatroniker|elektroniker|elektriker|buchhalter|lehrer|erzieher|verkaufer|techniker|koch|
    assistenz|referent|helfer|schlosser|arzt|
    apotheker|kellner|lagerist|disponent|jurist|
    ingenieure?|developpeu(?:rs?|se)|infirmiere?|comptable|chargee?|responsable|conseillere?|vendeu(?:r|se)|
    technicienne?|assistante?|
    serveu(?:r|se)|cuisiniere?|enseignante?|directeur|directrice|gestionnaire|preparateur|boulanger|macon|
    electricien|commerciale?|
    ingenier[oa]|desarrollador(?:a)?|enfermer[oa]|contable|tecnic[oa]|conductor(?:a)?|camarer[oa]|cociner[oa]|
    profesor(?:a)?|comercial|
    vendedor(?:a)?|administrativ[oa]|dependient[ea]|moz[oa] de almacen|encargad[oa]|jef[ea]|abogad[oa]|auxiliar|
    ontwikkelaar|verpleegkundige|medewerk(?:er|ster)|boekhouder|monteur|adviseur|docent|leraar|leerkracht|
    chauffeur|verkoper|begeleider|
    projectleider|beheerder|kok|magazijnier|verzorgende|hulp)(?:s|:in|in|/in|\*in|e|n|en|:innen|/a)?\b"""
)
