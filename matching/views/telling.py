"""Calls whose cost nobody knows, on the page of costs: how much it may be, and a person who looked it up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from matching.exceptions import JobtrackerError
from matching.forms import CostForm
from matching.models import ModelCall
from matching.pipeline.money import tell
from matching.tasks import kick_assess
from matching.templatetags.claude import usd

SHOWN = 50


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The calls of unknown outcome: `count` in all that may have cost up to `most`; `calls` are the oldest of those
    that this person may see, `mine` the ids of the calls among them of which this person may say what they cost."""

    count: int
    most: Decimal
    calls: list[ModelCall]
    mine: frozenset[UUID]

    @classmethod
    def of(cls, calls: QuerySet, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Those among `calls`, as this person may see them."""
        unknown = calls.unknown()
        bill = unknown.bill()
        seen = unknown.filter(pk__in=unknown.visible_to(user).values("pk")) | unknown.tellable_by(user)
        rows = list(seen.select_related("job__owner").order_by("started_at", "pk")[:SHOWN])
        mine = unknown.tellable_by(user).filter(pk__in=[row.pk for row in rows])
        return cls(bill["calls"], bill["spent"], rows, frozenset(mine.values_list("pk", flat=True)))

    @property
    def unseen(self) -> int:
        """How many there are beside those that are shown."""
        return self.count - len(self.calls)


@require_POST
def tell_cost(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person looked up at the vendor what one call cost. Only whose budget it is may say so."""
    call = get_object_or_404(ModelCall.objects.cloud().tellable_by(request.user), pk=pk)
    form = CostForm(request.POST)
    if form.is_valid():
        _tell(request, {call.pk: form.cleaned_data["cost"]})
    else:
        messages.warning(request, form.errors["cost"][0])
    return _back(request)


@require_POST
def tell_not_charged(request: HttpRequest) -> HttpResponse:
    """None of the calls that were shown was charged."""
    calls = ModelCall.objects.cloud().tellable_by(request.user).unknown()
    shown = calls.filter(pk__in=ids_in(request.POST.getlist("call")))
    _tell(request, dict.fromkeys(shown.values_list("pk", flat=True), Decimal(0)))
    return _back(request)


def ids_in(texts: list[str]) -> list[UUID]:
    """The well-formed ids among what a form sent."""
    found = []
    for text in texts[:1000]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _tell(request: HttpRequest, costs: dict[UUID, Decimal]) -> None:
    """Book it, say what came of it, and let those go on who waited for money."""
    try:
        told = tell(costs, by=request.user)
    except JobtrackerError as error:
        messages.warning(request, str(error))
        return
    if not told:
        messages.info(request, "Nothing was changed: what it cost is known by now.")
        return
    kick_assess()
    calls = "1 call is" if len(told) == 1 else f"{len(told)} calls are"
    messages.success(request, f"{calls} booked with {usd(sum(call.cost_usd for call in told))}, as you say.")


def _back(request: HttpRequest) -> HttpResponse:
    month = request.GET.urlencode()
    return redirect(reverse("costs") + (f"?{month}" if month else ""))
