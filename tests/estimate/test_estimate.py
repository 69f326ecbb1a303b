"""The quick estimate as its callers use it."""

from matching.estimate import combine, features, profile
from matching.schemas import Criterion, Need, Rubric

ACCOUNTANT = Rubric(
    "Financial Accountant",
    (
        Criterion("a", "Month-end close and balance sheet reconciliations", Need.MUST),
        Criterion("b", "VAT returns", Need.SHOULD, aliases=("value added tax", "sales tax")),
    ),
)


def test_combine_puts_the_nearer_cv_first():
    job = profile(ACCOUNTANT)
    near = features(
        job, "Accountant\n\nExperience\nAccountant, 2019 - 2023\nClosed each month, reconciled balance sheets, VAT."
    )
    far = features(job, "Chef\n\nExperience\nSous chef, 2019 - 2023\nRan the pass and wrote menus.")
    scores = [one.score for one in combine([far, near])]
    assert scores[1] > scores[0]
