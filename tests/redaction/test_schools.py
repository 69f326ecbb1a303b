"""Names of schools and the years of studies go; degrees, fields and the dates of work stay."""

import pytest

from matching.redaction import redact

ENTRIES = (
    ("BSc Computer Science, University of Leeds, 2012", "BSc Computer Science, [school]"),
    ("University of Leeds — BSc Computer Science (2009 – 2012)", "[school] — BSc Computer Science"),
    ("Stanford University, MS in Statistics, 2015", "[school], MS in Statistics"),
    ("MSc Data Science | Imperial College London | Sept 2014 – Sept 2015", "MSc Data Science | [school]"),
    ("Massachusetts Institute of Technology, PhD Physics", "[school], PhD Physics"),
    ("MIT, PhD Physics, 2016", "[school], PhD Physics"),
    ("BA Economics, Harvard, 1998", "BA Economics, [school]"),
    ("MBA, London Business School, 2010", "MBA, [school]"),
    ("Juris Doctor, Harvard Law School, 1991", "Juris Doctor, [school]"),
    ("LLB Law, King's College London, 2011", "LLB Law, [school]"),
    ("High School Diploma, Lincoln High School, 2005", "High School Diploma, [school]"),
    ("High School Diploma, 2005", "High School Diploma"),
    (
        "B.Tech in Mechanical Engineering from Indian Institute of Technology, Delhi",
        "B.Tech in Mechanical Engineering from [school]",
    ),
    ("B.E. Electronics, Anna University, Chennai, 2013", "B.E. Electronics, [school]"),
    (
        "Bachelor of Science in Nursing, University of California, Berkeley, CA",
        "Bachelor of Science in Nursing, [school]",
    ),
    ("Diploma, School of Nursing", "Diploma, School of Nursing"),
    ("BSc Mining, Kwame Nkrumah University of Science and Technology, 2013", "BSc Mining, [school]"),
    ("Уральский федеральный университет, специалист", "[school], специалист"),
    ("M.Sc. Informatik, Technische Universität München, 10/2012 – 09/2014", "M.Sc. Informatik, [school]"),
    ("Universität Bonn, B.Sc. Physik, 2009", "[school], B.Sc. Physik"),
    ("Ludwig-Maximilians-Universität München: Magister Germanistik", "[school]: Magister Germanistik"),
    ("Diplom-Ingenieur (FH), Fachhochschule Köln, 2004", "Diplom-Ingenieur (FH), [school]"),
    ("Hochschule für Technik und Wirtschaft Berlin, Bachelor Maschinenbau", "[school], Bachelor Maschinenbau"),
    ("Abitur, Goethe-Gymnasium Frankfurt, 2006", "Abitur, [school]"),
    ("06/2006 Abitur am Goethe-Gymnasium", "Abitur am [school]"),
    ("Allgemeine Hochschulreife (Note 1,7)", "Allgemeine Hochschulreife (Note 1,7)"),
    ("Realschulabschluss, Städtische Realschule Bad Tölz", "Realschulabschluss, [school]"),
    ("Master Informatique, Université Paris-Saclay, 2014", "Master Informatique, [school]"),
    ("Licence de physique, Université Hassan II de Casablanca", "Licence de physique, [school]"),
    ("Diplôme d'ingénieur, École Polytechnique, 2010", "Diplôme d'ingénieur, [school]"),
    ("BTS Comptabilité – Lycée Victor Hugo, Besançon – 2008", "BTS Comptabilité – [school]"),
    ("Grado en Enfermería, Universidad Complutense de Madrid, 2011", "Grado en Enfermería, [school]"),
    ("Bachillerato, IES Ramiro de Maeztu, 2007", "Bachillerato, [school]"),
    ("Licenciatura en Derecho, Universidad de Sevilla (2001-2006)", "Licenciatura en Derecho, [school]"),
    ("HBO Verpleegkunde, Hogeschool Rotterdam, 2010 - 2014", "HBO Verpleegkunde, [school]"),
    ("Master Rechten, Vrije Universiteit Amsterdam, 2012", "Master Rechten, [school]"),
    ("VWO, Stedelijk Gymnasium Leiden, 2008", "VWO, [school]"),
    ("Laurea in Economia, Università di Bologna, 2009", "Laurea in Economia, [school]"),
    ("上海交通大学, 硕士 信息与通信工程", "[school], 硕士 信息与通信工程"),
)
HEADINGS = (
    "Education",
    "EDUCATION",
    "Ausbildung",
    "Formation",
    "Formación académica",
    "Opleidingen",
    "Studium und Ausbildung",
    "E D U C A T I O N",
    "3. Education & Training",
)
DATES = (
    "2012",
    "2009 - 2012",
    "09/2009 – 06/2012",
    "Sept 2009 – May 2012",
    "2009–present",
    "(2009-2012)",
    "since 2009",
    "expected May 2026",
    "Class of 2012",
    "10.2009 bis 09.2012",
    "de 2009 à 2012",
    "2009/10",
    "Sep '09 - Jun '12",
)


@pytest.mark.parametrize(("entry", "left"), ENTRIES)
def test_education_entry_keeps_degree_and_field(entry, left):
    text = f"Nurse\nEducation\n{entry}\nSkills\nWelding"

    assert redact(text).text == f"Nurse\nEducation\n{left}\nSkills\nWelding"


@pytest.mark.parametrize("heading", HEADINGS)
def test_heading_opens_the_education_part(heading):
    result = redact(f"Nurse\n{heading}\nMSc Physics, University of Leeds, 2012")

    assert result.text.endswith("\nMSc Physics, [school]")
    assert {kind: result.removed[kind] for kind in ("school", "year")} == {"school": 1, "year": 1}


@pytest.mark.parametrize("dates", DATES)
def test_dates_of_studies_are_gone(dates):
    for line in (f"MSc Physics, {dates}", f"{dates} MSc Physics", f"{dates}\nMSc Physics"):
        text = redact(f"Nurse\nEducation\n{line}").text

        assert not any(char.isdigit() for char in text)
        assert "MSc Physics" in text


@pytest.mark.parametrize("dates", [dates for dates in DATES if "Class" not in dates])
def test_dates_of_work_stay(dates):
    text = f"Nurse\nExperience\nWard nurse, Acme Hospital, {dates}\nSkills\nWelding"

    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Experience\nLecturer, University of Leeds, 2012 - 2015",
        "Experience\nSoftware engineer at Stanford University, 2012 - 2015",
        "Skills\nSchool administration, university admissions",
        "Experience\nTaught at primary schools and colleges",
        "Education\nThesis: Windows 2000 drivers",
    ],
)
def test_school_as_a_place_of_work_stays(text):
    assert redact(text).text == text


def test_school_that_was_both_goes_everywhere():
    text = "Experience\nLecturer, University of Leeds, 2012 - 2015\nEducation\nPhD Physics, University of Leeds, 2011"

    assert redact(text).text == "Experience\nLecturer, [school], 2012 - 2015\nEducation\nPhD Physics, [school]"


def test_study_without_a_heading_is_found():
    text = "Fitter with Acme since 2015.\nBSc Physics, University of Leeds, 2012\nFitter, Acme Works, 2013 - 2015"

    assert redact(text).text == "Fitter with Acme since 2015.\nBSc Physics, [school]\nFitter, Acme Works, 2013 - 2015"


def test_study_over_several_lines_is_found():
    text = "Projects\nEngine bench\nUniversity of Leeds\nLeeds, UK\nBSc Physics\nAugust 2009 to May 2012"

    assert redact(text).text == "Projects\nEngine bench\n[school]\nBSc Physics"


def test_job_under_education_keeps_its_dates():
    study = "Education\nMSc Physics\nUniversity of Leeds\n2009 - 2012"
    text = f"{study}\nDevOps engineer Jan 2015 - Sep 2016\nBuilt a platform in 2015"

    assert redact(text).text == (
        "Education\nMSc Physics\n[school]\nDevOps engineer Jan 2015 - Sep 2016\nBuilt a platform in 2015"
    )


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("I graduated in 2014 and joined Acme in 2015.", "I graduated in [year] and joined Acme in 2015."),
        ("Abitur 1999, danach Lehre.", "Abitur [year], danach Lehre."),
        ("Diplômée en 2012, je cherche un poste.", "Diplômée en [year], je cherche un poste."),
        ("Graduado en 2011.", "Graduado en [year]."),
        ("Afgestudeerd in 2013.", "Afgestudeerd in [year]."),
        ("Class of 2016.", "Class of [year]."),
    ],
)
def test_year_of_graduation_in_a_sentence_is_masked(sentence, left):
    assert redact(f"Summary\n{sentence}").text == f"Summary\n{left}"
