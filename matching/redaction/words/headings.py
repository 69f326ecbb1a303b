"""Words of section headings, by the part of the CV that they open."""

from matching.redaction.words import phrases, words

# A heading is a short line that holds one of these words; what stands beside it must be a filler or of the same list.
_PARTS = {
    "experience": """
        experience experiences employment work career job jobs history internship internships
        freelance appointments positions placements achievements
        berufserfahrung berufserfahrungen erfahrung erfahrungen berufspraxis praxis praxiserfahrung werdegang laufbahn
        praktika praktikum arbeitserfahrung berufstatigkeit tatigkeiten beschaftigung
        experience experiences emploi emplois stage stages parcours missions carriere
        experiencia experiencias laboral laborales trayectoria empleo practicas
        werkervaring ervaring loopbaan stage stages arbeidsverleden
        esperienza esperienze lavorativa lavorative experiencia experiencias
        erfaring erhvervserfaring arbejdserfaring arbeidserfaring arbetslivserfarenhet erfarenhet tyokokemus
        doswiadczenie zawodowe praxe zkusenosti
        опыт работы карьера досвід εμπειρια
        工作经历 工作经验 实习经历 实习 职业经历 職歴 職務経歴 经历 경력
        """,
    "project": """
        project projects projekte projekterfahrung projet projets proyecto proyectos project projecten progetti projetos
        проекты 项目经历 项目经验 项目 프로젝트
        """,
    "education": """
        education educational academic academics studies qualifications schooling degrees degree university
        ausbildung bildung bildungsweg bildungsgang studium schulbildung schule hochschulbildung schulausbildung
        ausbildungen weiterbildung hochschulstudium berufsausbildung
        formation formations etudes diplome diplomes scolarite cursus scolaire
        educacion formacion estudios academica academico titulacion titulaciones
        opleiding opleidingen studie studies onderwijs scholing
        istruzione formazione studi educacao formacao uddannelse utdanning utbildning koulutus
        wyksztalcenie edukacja vzdelani
        образование освіта εκπαιδευση σπουδες
        教育背景 教育经历 教育 学历 学歴 학력
        """,
    "personal": """
        personal contact contacts contacting details biodata bio-data
        personlich personliche personliches angaben personalien personendaten kontakt kontaktdaten
        personnel personnelles personnels coordonnees contact civil
        personales contacto personali contatti contatto pessoais contato contactos
        personalia persoonlijk persoonlijke persoonsgegevens contactgegevens gegevens
        личные данные контакты контакти
        个人信息 基本信息 联系方式 個人情報 連絡先 인적사항 연락처
        """,
    "skills": """
        skills skill competences competencies competence technologies technology tools expertise languages strengths
        proficiencies abilities
        kenntnisse fahigkeiten kompetenzen sprachen sprachkenntnisse it-kenntnisse edv-kenntnisse starken qualifikationen
        competences langues informatique outils atouts
        habilidades competencias conocimientos idiomas aptitudes
        vaardigheden competenties talen kennis talenkennis
        competenze lingue conoscenze linguas idiomas umiejetnosci jezyki
        навыки языки умения навички δεξιοτητες
        技能 专业技能 语言 スキル 資格 기술
        """,
    "summary": """
        summary profile objective about statement overview introduction goal goals
        profil zusammenfassung kurzprofil
        profil resume objectif
        resumen perfil objetivo
        profiel samenvatting
        profilo sommario obiettivo sobre
        个人简介 自我评价 自己紹介 自己pr 소개
        """,
    "other": """
        references referees referenzen referencias references referenties referenze
        interests hobbies hobby interessen loisirs intereses aficiones interesses interessi
        volunteering volunteer ehrenamt benevolat voluntariado vrijwilligerswerk
        certifications certificates certificate certification courses training trainings licenses licences
        zertifikate zertifizierungen zertifikat fortbildungen certifications certificaciones cursos certificaten cursussen
        publications publikationen publicaciones publicaties patents talks awards honors honours auszeichnungen prizes
        distinctions premios memberships affiliations activities miscellaneous sonstiges divers varios overig overige links
        activites engagement
        获奖情况 其他 证书 受賞
        """,
}
HEADING_WORDS: dict[str, str] = {word: part for part, group in _PARTS.items() for word in words(group)}

# Beside another word these only say of what kind it is: "project management skills", "contact details of referees".
WEAK = words("job jobs work history project projects university degree details stage stages divers personal contact")

FILLERS = words(
    """
    and & of the my in to a as key core main professional relevant selected other additional further technical
    academic general recent previous past current key personal career information data details particulars background
    summary more non related industry research teaching clinical leadership management military volunteer extra
    curricular highlights section record paid full time part - / + | : hard soft computer it digital hr me
    und der die das zu zur meine berufliche beruflicher beruflich schulische akademische akademischer daten zur person
    fachliche besondere weitere sonstige wichtigste stationen mich uber edv
    et de des du la le les en mes professionnelle professionnelles professionnel academique informations cle cles
    complementaires d' etat centres d'interet a propos l'experience techniques linguistiques autres
    y e del los las el mis datos profesional profesionales complementaria informacion otros otras clave de tecnicas mi mas
    van het de mijn over mij opleidingsgegevens relevante professionele overige computer
    professionale professionali tecniche dati dei delle profissional profissionais
    """
)

# Titles of the document itself: neither a heading nor a name.
DOCUMENT_TITLES = phrases(
    """
    curriculum vitae, curriculum, vitae, cv, resume, lebenslauf, tabellarischer lebenslauf, bewerbung, bewerbungsunterlagen,
    hoja de vida, curriculum vitae et studiorum, europass, europass cv, europass curriculum vitae, biodata, bio-data, vita,
    personal profile, my cv, levensloop, professional resume, curriculo, zyciorys, meritforteckning, ansioluettelo, cv resume,
    резюме, βιογραφικο σημειωμα, βιογραφικο, 简历, 个人简历, 履歴書, 職務経歴書, 이력서, 履 歴 書, סיכום, קורות חיים, السيرة الذاتية,
    سيرة ذاتية, anschreiben, cover letter, motivation letter, lettre de motivation, portfolio, confidential, page
    """
)
