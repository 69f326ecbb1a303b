"""Names in nine layouts and five languages, with and without signs elsewhere; and first lines that are no name."""

import itertools

import pytest

from matching.redaction import leaks, redact

NAMES = (
    ("Emma Grünwald", "emma.grunwald"),
    ("Brynhild Featherstonehaugh", "bfeatherstonehaugh"),
    ("RÜSTEM VAN DER OOSTERHOUT", "ruestem77"),
    ("João Pedro N'Guessan-Garnier", "post4711"),
)
LANGUAGES = {
    "en": (
        "Curriculum Vitae",
        "Name: ",
        "Staff Nurse",
        "{mail} | +44 7700 900123 | Leeds, UK",
        "Experience\n2015 - 2019 {trade}, Acme Ltd",
    ),
    "de": (
        "Lebenslauf",
        "Name: ",
        "Pflegefachkraft",
        "{mail} · 0171 5556123 · 20354 Hamburg",
        "Berufserfahrung\n2015 - 2019 {trade}, Muster GmbH",
    ),
    "fr": (
        "Curriculum Vitae",
        "Nom et prénom : ",
        "Comptable",
        "{mail} – 06 12 34 56 78",
        "Expérience professionnelle\n2015 - 2019 {trade}, Exemple SARL",
    ),
    "es": (
        "Currículum Vítae",
        "Nombre y apellidos: ",
        "Jefe de cocina",
        "{mail} | +34 612 345 678 | Madrid",
        "Experiencia laboral\n2015 - 2019 {trade}, Ejemplo S.L.",
    ),
    "nl": (
        "Curriculum vitae",
        "Naam: ",
        "Verpleegkundige",
        "{mail} | 06-12345678 | Utrecht",
        "Werkervaring\n2015 - 2019 {trade}, Voorbeeld B.V.",
    ),
}
LAYOUTS = {
    "name, trade, contact": "{name}\n{trade}\n{contact}",
    "trade behind a dash": "{name} – {trade}\n{contact}",
    "trade behind a bar": "{name} | {trade}\n{contact}",
    "under the document's title": "{document}\n\n{name}\n{contact}\n{trade}",
    "behind a label": "{document}\n{label}{name}\n{contact}",
    "under the trade": "{trade}\n{name}\n{contact}",
    "under the contact line": "{contact}\n{name}\n{trade}",
    "on two lines": "{first}\n{last}\n{trade}\n{contact}",
    "with a footer": "{name}\n{contact}\n{trade}\n{name} - 2",
}
# First lines of CVs without a name.
NO_NAMES = """
Night Shift Supervisor, Chartered Quantity Surveyor, Results-Driven Sales Leader, Customer Success, Brand
Strategist, Growth Hacker, Hard Working Individual, Hotel Front Desk, Bilingual Paralegal, Community Outreach, Kids
Club Assistant, Private Chef, Dog Groomer, Cloud Native Engineer, Java Spring Boot, Retail Banking, Red Hat
Certified, Ten Years Experience, Power Plant Operator, Blue Ocean Consulting, Royal Mail, Deutsche Bahn, Crédit
Agricole, Banco Santander, Thank You, Key Skills, Career Objective, Professional Highlights, Cover Letter,
Application Form, Motivation Letter, Persönliches Profil, Kaufmännische Angestellte, Gelernter Tischler, Staatlich
geprüfte Technikerin, Technicien Supérieur, Assistante Maternelle, Chef de Rang, Jefe de Obra, Técnico Superior,
Auxiliar de Enfermería, Administratief Medewerker, Zelfstandig Ondernemer, Interim Manager, Warehouse Picker
Packer, Creative Thinker, Problem Solver, Team Player, Happy Coder, Young Professional, Recent Graduate, Proven
Track Record, World Traveller, Data Wizard, Amazon Redshift, Microsoft Excel, San Francisco, New York, Last updated
in Mar 2026, Page 1 of 2
"""


def cases():
    for (language, words), (layout, pattern), (name, local) in itertools.product(
        LANGUAGES.items(), LAYOUTS.items(), NAMES
    ):
        document, label, trade, contact, body = words
        first, _, last = name.partition(" ")
        head = pattern.format(
            name=name,
            first=first,
            last=last,
            trade=trade,
            document=document,
            label=label,
            contact=contact.format(mail=f"{local}@mail.example"),
        )
        yield pytest.param(f"{head}\n{body.format(trade=trade)}", name, trade, id=f"{language} {name} {layout}")


@pytest.mark.parametrize(("text", "name", "trade"), list(cases()))
def test_name_of_layout_is_found_and_masked(text, name, trade):
    result = redact(text)

    assert " ".join(result.name.split()) == name
    assert [word for word in name.replace("-", " ").split() if len(word) > 3 and word in result.text] == []
    assert result.text.count(trade) == text.count(trade)
    assert leaks(result.text, tokens=result.tokens) == ()


@pytest.mark.parametrize("line", [line.strip() for line in NO_NAMES.replace("\n", " ").split(",") if line.strip()])
def test_first_line_without_a_name_gives_none(line):
    for contact in ("mailbox77@mail.example | +44 7700 900123\n", ""):
        assert redact(f"{line}\n{contact}Summary\nTen years.\nExperience\n2015 - 2019 Worker").name == ""
