"""The egress receipt: exactly what left this server in one call, to keep or to hand on."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from matching.models import EgressReceipt


@require_safe
def receipt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One receipt as a JSON file. Its text is what was sent; None once it was erased."""
    found = get_object_or_404(EgressReceipt.objects.visible_to(request.user).select_related("call"), pk=pk)
    call = found.call
    content = {
        "receipt": str(found.pk),
        "candidate": str(found.candidate),
        "sent_at": found.sent_at.isoformat() if found.sent_at else "not sent",
        "address": found.address,
        "model": found.model,
        "region": found.region or "not set",
        "purpose": found.purpose,
        "request_id": call.request_id,
        "outcome": call.state,
        "tokens": {"prompt": found.tokens, "output": call.output_tokens},
        "cost_usd": str(call.cost_usd),
        "bytes": found.size,
        "sha256": found.sha256,
        "text_erased_at": found.text_erased_at.isoformat() if found.text_erased_at else None,
        "payload": found.payload or None,
    }
    response = HttpResponse(json.dumps(content, ensure_ascii=False, indent=2), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="egress-{found.pk.hex[:8]}.json"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
