"""Words of schools, degrees and fields."""

from matching.redaction.words import phrases, words

# A word that makes the words around it the name of a school.
SCHOOL_WORDS = words(
    """
    university universitat universitaet universite universidad universiteit universita universidade universitet uniwersytet
    univerzita universitatea universitesi yliopisto uni univ university's universities
    college colegio colegiul institute institut instituto istituto instytut academy akademie academie academia accademia
    akademia polytechnic polytechnique politecnica politecnico politechnika polytechnical politecnic school schule ecole
    escuela escola scuola szkola school's hochschule fachhochschule musikhochschule kunsthochschule padagogische
    gymnasium gymnasio realschule gesamtschule hauptschule grundschule berufsschule fachschule fachoberschule berufskolleg
    berufsakademie wirtschaftsschule handelsschule volkshochschule oberschule kolleg
    lycee liceo lyceum licee lyceum iut ies ifp cfa bts ensa ensi insa isep epita ecam iup iae
    hogeschool middelbare mbo-college roc scholengemeenschap atheneum
    conservatory conservatoire conservatorio konservatorium conservatorium seminary
    университет институт академия школа техникум колледж гимназия лицей университета
    πανεπιστημιο
    """
)
SCHOOL_ENDINGS = (
    "gymnasium",
    "schule",
    "hochschule",
    "universitat",
    "hogeschool",
    "kolleg",
    "lyceum",
    "college",
    "akademie",
    "universiteit",
)
SCHOOL_SIGNS = ("大学", "学院", "中学", "高校", "高等学校", "大学院", "대학교", "고등학교")
# Schools known by a name of one or two words that holds none of the words above.
KNOWN_SCHOOLS = phrases(
    """
    harvard, stanford, princeton, yale, oxford, cambridge, mit, m.i.t., caltech, berkeley, uc berkeley, ucla, ucsd, uc davis,
    uc san diego, uc irvine, usc, nyu, cornell, columbia, dartmouth, brown, upenn, penn state, duke, carnegie mellon, cmu,
    georgia tech, virginia tech, texas a&m, ut austin, purdue, uiuc, umich, johns hopkins, caltech, wharton, kellogg, lse,
    ucl, imperial, imperial college, king's college, kings college, soas, eth, eth zurich, eth zuerich, epfl, insead, hec, hec paris,
    essec, escp, edhec, em lyon, emlyon, polytechnique, centralesupelec, centrale paris, sorbonne, sciences po, mines paristech,
    ponts paristech, supelec, ensimag, epitech, ecole 42, ku leuven, kul, vub, ulb, ucl, ugent, uantwerpen, tu delft, tu/e,
    tu eindhoven, uva, vu amsterdam, hva, hu utrecht, fontys, avans, saxion, inholland, tu munchen, tum, lmu, lmu munchen, rwth,
    rwth aachen, kit, tu berlin, fu berlin, hu berlin, tu dresden, tu darmstadt, tu wien, tu graz, whu, esmt, hhl, hpi, dhbw,
    fom, iubh, htw, htw berlin, haw hamburg, th koln, fh aachen, fh munster, hs bremen, uni bonn, iese, esade, icade,
    upm, upc, ucm, uam, uned, uab, upf, uc3m, ugr, deusto, bocconi, luiss, politecnico, polimi, polito, sapienza, unibo,
    iit, iit bombay, iit delhi, iit madras, iit kanpur, iit kharagpur, iim, iisc, nit, bits, bits pilani, vit, iiit, nus, ntu, hku,
    hkust, cuhk, tsinghua, peking, fudan, sjtu, zju, kaist, postech, snu, todai, kth, dtu, ntnu, aalto, chalmers, cbs, sse,
    unsw, uq, anu, mcgill, uoft, ubc, waterloo, unam, tec de monterrey, usp, unicamp
    """
)
# What keeps its place beside a school: the level and the field.
DEGREE_WORDS = words(
    """
    bsc b.sc b.sc. bs b.s b.s. ba b.a b.a. beng b.eng b.eng. btech b.tech b.tech. bcom b.com bba bachelor bachelors bachelor's
    baccalaureate honours hons
    msc m.sc m.sc. ms m.s m.s. ma m.a m.a. meng m.eng m.eng. mtech m.tech mba m.b.a mphil master masters master's mres mbbs
    phd ph.d ph.d. dphil doctorate doctor doctoral md m.d jd j.d llb llm ll.b ll.m pgce pgdip pgde associate diploma degree
    certificate a-levels a-level gcse gcses hnd hnc btec nvq foundation major minor graduate undergraduate postgraduate ged
    thesis dissertation studied graduated studies semester auslandssemester abroad
    diplom diplom- dipl dipl.-ing dipl.-ing. dipl.-kfm. magister staatsexamen promotion abitur fachabitur hochschulreife
    fachhochschulreife mittlere reife realschulabschluss hauptschulabschluss gesellenbrief ausbildung umschulung abschluss
    meisterbrief bachelorarbeit masterarbeit studium examen matura maturitat
    licence licenciatura licenciado licenciada grado graduado graduada maestria doctorado diplome baccalaureat bac brevet
    master doctorat bts dut cap bep mastere ingenieur diplomee titulo bachillerato tecnico fp eso
    laurea dottorato diploma maturita mestrado doutorado
    vwo havo vmbo mbo hbo wo propedeuse doctoraal diploma bachelor opleiding
    бакалавр магистр специалист 学士 硕士 博士 本科 修士
    """
)
FIELD_WORDS = words(
    """
    computer science sciences engineering software electrical mechanical civil chemical business administration management
    economics finance accounting marketing law medicine nursing education psychology sociology history philosophy physics
    chemistry biology mathematics maths statistics arts art design architecture media communication communications
    information technology systems data political international relations studies literature english linguistics music
    applied social environmental electronics industrial human resources public health health care informatics robotics
    informatik wirtschaftsinformatik maschinenbau elektrotechnik betriebswirtschaft betriebswirtschaftslehre bwl
    volkswirtschaft wirtschaft rechtswissenschaften medizin padagogik germanistik physik chemie biologie mathematik
    informatique mecanique genie gestion droit economie chimie physique mathematiques biologie comptabilite
    informatica ingenieria derecho administracion empresas economia enfermeria fisica quimica matematicas
    bedrijfskunde rechten geneeskunde verpleegkunde werktuigbouwkunde elektrotechniek economie natuurkunde wiskunde
    """
)
# A trade: with dates and without a degree it turns a line of the education part into one of experience.
JOB_WORDS = words(
    """
    engineer developer programmer architect manager director officer analyst consultant specialist administrator assistant
    associate coordinator supervisor representative clerk technician operator nurse teacher instructor trainer lecturer
    professor accountant bookkeeper auditor controller cashier chef cook waiter waitress driver mechanic electrician
    designer editor writer lawyer advisor planner buyer recruiter receptionist secretary intern internship trainee lead
    head freelancer founder scientist researcher worker cleaner guard carer midwife therapist pharmacist pilot tutor cto ceo
    entwickler entwicklerin ingenieurin leiter leiterin berater beraterin assistentin mitarbeiter mitarbeiterin werkstudent
    werkstudentin praktikant praktikantin praktikum sachbearbeiter sachbearbeiterin verkaufer verkauferin pfleger pflegerin
    krankenschwester referent referentin teamleiter projektleiter kaufmann kauffrau lehrer lehrerin fahrer techniker
    developpeur developpeuse responsable directeur directrice stagiaire stage consultante infirmier infirmiere comptable
    assistante vendeur vendeuse chef charge chargee conseiller conseillere professeur serveur serveuse analyste
    desarrollador desarrolladora ingeniera gerente jefe jefa becario becaria enfermero enfermera contable vendedor vendedora
    consultor consultora profesor profesora camarero camarera analista responsable practicas
    employee employees postdoc doktorand doktorandin doctorant doctorante doctorando promovendus
    ontwikkelaar medewerker medewerkster verpleegkundige adviseur verkoper verkoopster docent leraar teamleider
    projectleider stagiair stagiaire beheerder boekhouder chauffeur
    """
)
