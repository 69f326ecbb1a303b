"""Pronouns and titles made neutral, in the language of the text only."""

import pytest

from matching.redaction import redact

ENGLISH = "Worked with the team and led the shop for the owner in the town.\n"
GERMAN = "Arbeit mit der Kundschaft und für das Team im Lager, die Erfahrung ist groß.\n"
FRENCH = "Travail avec les clients et pour une équipe dans le magasin, des ventes.\n"
SPANISH = "Trabajo con los clientes y para una empresa en la ciudad, las ventas del mes.\n"
DUTCH = "Werk met het team en voor een klant van de winkel op de afdeling.\n"


@pytest.mark.parametrize(
    ("before", "sentence", "left"),
    [
        (ENGLISH, "She led the ward and her team.", "They led the ward and their team."),
        (ENGLISH, "He is reliable; we trust him.", "They are reliable; we trust them."),
        (ENGLISH, "His manager praised her.", "Their manager praised them."),
        (ENGLISH, "she has run it herself", "they have run it themselves"),
        (ENGLISH, "Mr Smith and Mrs. Brown managed it", "Smith and Brown managed it"),
        (ENGLISH, "Reported to Ms Patel", "Reported to Patel"),
        (GERMAN, "Er leitete das Lager.", "Die Person leitete das Lager."),
        (GERMAN, "Bericht an Herrn Maier und Frau Kaya", "Bericht an Maier und Kaya"),
        (FRENCH, "Elle est fiable.", "La personne est fiable."),
        (FRENCH, "Sous Mme Girard et M. Faure", "Sous Girard et Faure"),
        (SPANISH, "Ella es puntual.", "La persona es puntual."),
        (SPANISH, "Con la Sra. Ruiz y el Sr. Cano", "Con la Ruiz y el Cano"),
        (DUTCH, "Zij heeft ervaring.", "De persoon heeft ervaring."),
        (DUTCH, "Onder dhr. Jansen en mevr. Bos", "Onder Jansen en Bos"),
    ],
)
def test_sentence_is_made_neutral(before, sentence, left):
    result = redact(f"Summary\n{before}{sentence}\n")

    assert result.text == f"Summary\n{before}{left}\n"
    assert result.removed["pronoun"] >= 1


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (ENGLISH, "MS Office, MS SQL Server, MR Imaging"),
        (ENGLISH, "HER2 testing and HE degrees"),
        (ENGLISH, "Sr. Engineer at Acme"),
        (ENGLISH, "Don Valley plant"),
        (GERMAN, "Von Grund auf her geplant"),
        (GERMAN, "Sie haben Fragen"),
        (FRENCH, "Il y a dix ans"),
        (FRENCH, "M. Sc. physique"),
        (SPANISH, "He trabajado en ventas"),
        (DUTCH, "Er zijn vragen"),
        (DUTCH, "500 MW Windpark"),
    ],
)
def test_lookalike_stays(before, line):
    text = f"Summary\n{before}{line}\n"

    assert redact(text).text == text
