"""The egress receipt: who may have it, and that it says exactly what left."""

import json

import pytest
from django.utils import timezone

from matching.models import EgressReceipt
from tests.views.rows import assessed, scored


@pytest.fixture
def receipt(job) -> EgressReceipt:
    assessed(scored(job, 70))
    return EgressReceipt.objects.get()


@pytest.mark.parametrize(("who", "status"), [("owner", 200), ("member", 200), ("stranger", 404), ("nobody", 302)])
def test_receipt_for_each_visitor(as_, receipt, who, status):
    assert as_(who).get(f"/receipts/{receipt.pk}/").status_code == status


def test_receipt_is_a_file_with_what_was_sent(as_, receipt):
    answer = as_("owner").get(f"/receipts/{receipt.pk}/")
    told = json.loads(answer.content)

    assert answer["Content-Disposition"] == f'attachment; filename="egress-{receipt.pk.hex[:8]}.json"'
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    assert (told["payload"], told["sha256"], told["tokens"]) == (
        receipt.payload,
        receipt.sha256,
        {"prompt": 5000, "output": 800},
    )
    assert (told["candidate"], told["purpose"], told["region"]) == (str(receipt.candidate), "assess", "not set")


def test_receipt_outlives_the_text(as_, receipt):
    EgressReceipt.objects.update(payload="", text_erased_at=timezone.now())

    told = json.loads(as_("owner").get(f"/receipts/{receipt.pk}/").content)

    assert (told["payload"], told["sha256"]) == (None, receipt.sha256)
