"""Doctor: the second reader's key, model and money."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from matching.cloud_catalogue import CLOUD_MODELS, Lifecycle, cloud_entry, typed_in
from matching.cloud_faults import cloud_mend
from matching.cloud_live import compare_with_live
from matching.exceptions import CloudError
from matching.models import Budget
from matching.pipeline.cloud import client_of
from matching.pipeline.doctor import Check, Health
from matching.pipeline.money import recount

CHOOSE = "Set CLOUD_MODEL to a model that the models page lists."


def check_cloud() -> Iterator[Check]:
    """Whether Claude can be asked, with what model, and what of the catalogue the vendor sees differently."""
    if not settings.ANTHROPIC_API_KEY:
        yield Check("claude", Health.OK, "No key is set: nothing is ever sent to the cloud.")
        return
    yield _model()
    entry = cloud_entry(settings.CLOUD_MODEL) or typed_in(settings.CLOUD_MODEL, input_price="1", output_price="1")
    try:
        listed = client_of(entry).models()
    except CloudError as error:
        yield Check("claude", Health.FAULT, str(error), cloud_mend(error.code, model=settings.CLOUD_MODEL))
        return
    yield Check("claude", Health.OK, f"Claude answers and lists {len(listed)} models.")
    today = timezone.now().date()
    for found in compare_with_live(CLOUD_MODELS, listed, today=today, chosen=settings.CLOUD_MODEL):
        health = Health.FAULT if found.serious else Health.WARNING
        yield Check("claude's models", health, found.sentence, CHOOSE if found.serious else "")


def check_money() -> Check:
    """Whether the budgets are the sums of the ledger."""
    rows = {row.scope: (row.spent_usd, row.reserved_usd) for row in Budget.objects.all()}
    ledger = recount()
    # A job that was deleted leaves its calls in the month alone.
    wrong = [scope for scope in rows if scope.startswith("month:") and rows[scope] != ledger.get(scope, (0, 0))]
    if wrong:
        return Check(
            "money", Health.FAULT, f"The ledger and the budget differ: {', '.join(wrong)}.", "Please report it."
        )
    return Check("money", Health.OK, "What is booked is the sum of the ledger.")


def _model() -> Check:
    name, today = settings.CLOUD_MODEL, timezone.now().date()
    entry = cloud_entry(name)
    if entry is None:
        sentence = f"{name} is not in the catalogue: each job needs its prices typed in."
        return Check("cloud model", Health.WARNING, sentence, CHOOSE)
    if not entry.usable(today):
        return Check("cloud model", Health.FAULT, entry.warning(today) or f"{entry.label} cannot be used.", CHOOSE)
    if entry.lifecycle(today) is Lifecycle.RETIRING:
        return Check("cloud model", Health.WARNING, entry.warning(today), CHOOSE)
    return Check(
        "cloud model", Health.OK, f"{entry.label} assesses, at {entry.prices.input} / {entry.prices.output} $."
    )
