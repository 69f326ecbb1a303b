"""Birth, age, family, nationality, religion, service, gender, photograph and identity numbers."""

import pytest

from matching.redaction import redact

LINES = {
    "birth": (
        "Date of birth: 12 March 1985",
        "DOB 12/03/1985",
        "Born: March 12, 1985",
        "Place of birth: Hamburg",
        "Geburtsdatum: 12.03.1985",
        "geboren am 12.03.1985 in Hamburg",
        "Geb. 12.03.1985",
        "Geburtsort\tHamburg",
        "Né le 24/07/1994 à Casablanca",
        "Née le : 3 mars 1990",
        "Date de naissance : 3 mars 1990",
        "Fecha de nacimiento: 02/11/1979",
        "Nacido el 2 de noviembre de 1979",
        "Lugar de nacimiento: Sevilla",
        "Geboortedatum: 4 april 1990",
        "Geboren op 4 april 1990 te Breda",
        "Data di nascita: 3 giugno 1991",
        "Data de nascimento: 03/06/1991",
        "Дата рождения: 12.03.1985",
        "出生年月：1990年5月",
        "生年月日 1988年4月1日",
    ),
    "age": (
        "Age: 34",
        "34 years old",
        "Alter: 34 Jahre",
        "34 Jahre",
        "Âge : 34 ans",
        "34 ans",
        "Edad: 34 años",
        "Leeftijd: 34",
    ),
    "family": (
        "Marital status: married, 2 children",
        "Married with two children",
        "Familienstand: verheiratet",
        "ledig, keine Kinder",
        "verheiratet, zwei Kinder",
        "Kinder: 2",
        "Situation familiale : marié, 2 enfants",
        "Célibataire",
        "Mariée, deux enfants",
        "Estado civil: casada",
        "Soltero",
        "Burgerlijke staat: gehuwd",
        "Ongehuwd",
        "Stato civile: celibe",
    ),
    "nationality": (
        "Nationality: German",
        "Nationality German",
        "German citizen",
        "Staatsangehörigkeit: deutsch",
        "Nationalité : française",
        "Nacionalidad: española",
        "Nationaliteit: Nederlandse",
        "Cittadinanza: italiana",
        "Гражданство: РФ",
        "国籍：中国",
    ),
    "religion": (
        "Religion: Muslim",
        "Konfession: evangelisch",
        "römisch-katholisch",
        "Religión: católica",
        "Geloof: hervormd",
    ),
    "military": (
        "Military service: completed 2004",
        "Wehrdienst: 2003 - 2004",
        "2003 - 2004 Grundwehrdienst bei der Bundeswehr",
        "Zivildienst, Altenheim Kassel",
        "Service militaire : dégagé",
        "Servicio militar: cumplido",
        "Dienstplicht: vervuld",
    ),
    "gender": (
        "Gender: Female",
        "Sex: M",
        "Male",
        "Geschlecht: weiblich",
        "Sexe : F",
        "Sexo: masculino",
        "Geslacht: man",
        "性别：女",
        "she/her",
        "Pronouns: they/them",
    ),
    "photo": ("Photo", "Bewerbungsfoto", "[Photo]", "Foto"),
    "identity": (
        "Passport No: X1234567",
        "DNI: 12345678Z",
        "BSN: 123456789",
        "Codice fiscale: RSSMRA85M01H501Z",
        "NI number: QQ123456C",
    ),
    "health": ("Height: 180 cm", "Disability: none", "Blood group: O+"),
}
STAY = (
    "Driving licence: B",
    "Führerschein: B",
    "Permis : B",
    "Languages: German, French",
    "10 years of experience",
    "Notice period: 3 months",
    "Work permit: yes",
    "Single-page applications",
    "Photography and video",
    "Religion teacher",
    "Children's nurse",
    "Born2Code meetup organiser",
    "Gender studies tutor",
)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_personal_line_of_head_is_gone(kind, line):
    result = redact(f"Jane Doe\nNurse\n{line}\nExperience\n2015 - 2019 Ward nurse")

    assert result.text.replace("[address]\n", "") == "[name]\nNurse\nExperience\n2015 - 2019 Ward nurse"
    assert result.removed[kind] >= 1 if "[address]" not in result.text else True


@pytest.mark.parametrize("line", STAY)
def test_other_line_of_head_stays(line):
    assert redact(f"Jane Doe\nNurse\n{line}\njane@mail.example").text == f"[name]\nNurse\n{line}\n[email]"


def test_label_over_its_value_takes_both():
    text = "Personal details\nDate of birth\n12.03.1985\nNationality\nGerman\nMarital status\nSingle\nSkills\nWelding"

    assert redact(text).text == "Personal details\nSkills\nWelding"


def test_details_in_one_line_leave_the_trade():
    text = "Jane Doe\n34 years old, married, German, Nurse\nSkills\nWards"

    assert redact(text).text == "[name]\nNurse\nSkills\nWards"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("I am a 34-year-old nurse.", "I am a [age] nurse."),
        ("Nurse, aged 34, with a licence.", "Nurse, [age], with a licence."),
        ("Ein 45-jähriger Schlosser.", "Ein [age] Schlosser."),
        ("Âgée de 34 ans, infirmière.", "[age], infirmière."),
        ("Proud mother of two.", "[personal]."),
        ("Vater von zwei Kindern und Koch.", "[personal] und Koch."),
        ("Born on 12 March 1985 in Leeds.", "[personal]."),
        ("A 25-year-old company.", "A 25-year-old company."),
        ("Five years of nursing in a 30-bed ward.", "Five years of nursing in a 30-bed ward."),
    ],
)
def test_sentence_loses_only_the_detail(sentence, left):
    assert redact(f"Summary\n{sentence}").text == f"Summary\n{left}"


@pytest.mark.parametrize(
    "line",
    [
        "Counselled military service members and families",
        "Taught children aged 5 to 11",
        "Wrote software for single sign-on",
        "Sex education workshops",
        "Age UK volunteer coordinator",
        "Married design and engineering in one team",
    ],
)
def test_work_that_sounds_personal_stays(line):
    text = f"Experience\n{line}\n"

    assert redact(text).text == text
