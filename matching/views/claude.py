"""A job's second reader: how it is asked, what it would cost, whom it reads and why; and what a person asks of it."""

from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matching.cloud_catalogue import CLOUD_MODELS, Lifecycle, cloud_entry
from matching.exceptions import JobtrackerError
from matching.forms import CloudForm, OverrideForm
from matching.htmx import tag_of
from matching.models import CloudBatch, EgressReceipt, Escalation, Job, Match, ModelCall
from matching.pipeline.again import again_forecast, ask_again
from matching.pipeline.cancelling import cancel
from matching.pipeline.cloud import cloud_obstacle, money_obstacle
from matching.pipeline.escalate import Asked
from matching.pipeline.escalate import ask as ask_claude
from matching.pipeline.outlook import outlook_of
from matching.pipeline.override import OTHER_RUBRIC, set_level, take_back
from matching.pipeline.strategy import change_reader, set_limits
from matching.pipeline.waves import send_wave, waiting_for_night
from matching.policy import Why
from matching.prompts import asked
from matching.tasks import enqueue_batch, enqueue_escalate, kick_assess, kick_screen
from matching.views.costs import asked_share
from matching.views.shortlist import address_with, query_of
from matching.views.telling import ids_in

TEMPLATE = "matching/claude.html"
STRATEGIES = (
    (Job.Strategy.LOCAL, "Local", "Nothing leaves this server: no cloud call can be made for this job."),
    (
        Job.Strategy.HYBRID,
        "Hybrid",
        "The local model screens every CV; the best share gets a report by Claude. Without Ollama the CVs wait for it; "
        "without a key, or past the budget, the local scores stand and the rest waits.",
    ),
    (
        Job.Strategy.CLOUD,
        "Cloud",
        "Claude reads every CV; no local model is needed. Without a key, or past the budget, the quick estimate puts "
        "them in order and they wait.",
    ),
)
SETTINGS = (
    *("strategy", "share", "audit_share", "budget_usd", "timing"),
    *("cloud_model", "cloud_input_price", "cloud_output_price"),
)
LOOK = "Below is what you chose: save again if it is right, or load the page anew."
REFUSED = {
    "local": "This job is in local mode: nothing of it leaves this server.",
    "closed": "This job is closed. Its owner can open it again.",
    "never": "This candidate is marked as never to be sent to a cloud model.",
    "held": "The document is flagged: look at its flags and confirm that first.",
    "under_way": "Claude has it already, or has it in an overnight batch.",
}
NO_SHARE = {
    "local": "This job is in local mode by now: nothing of it goes to Claude, and nothing was changed.",
    "cloud": "This job is in cloud mode by now: Claude reads every CV, whatever the share. Nothing was changed.",
}
CANCELLABLE = (CloudBatch.State.PREPARING, CloudBatch.State.CREATING, CloudBatch.State.IN_PROGRESS)
BATCHES_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def claude(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of a job's second reader. Only its owner may change it."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("owner", "rubric"), pk=pk)
    if request.method != "POST":
        return _render(request, job, CloudForm.of(job))
    get_object_or_404(Job, pk=pk, owner=request.user)
    form = CloudForm(request.POST)
    if not form.is_valid():
        return _render(request, job, form)
    if _is_stale(request, job, form):
        form.add_error(None, f"Nothing was saved: in the meantime this job was set to {_settings_words(job)}. {LOOK}")
        return _render(request, job, form)
    try:
        switched = change_reader(job, by=request.user, **form.values)
    except JobtrackerError as error:
        job.refresh_from_db()  # what was changed of it until then was taken back
        form.add_error(None, str(error))
        return _render(request, job, form)
    enqueue_escalate(job.pk)
    kick_screen()
    messages.success(request, "Saved. Who goes on to Claude is chosen anew; what was sent before stays.")
    if switched.kept:
        messages.info(request, f"{switched.kept} that waited for Claude stay here now.")
    if switched.in_flight and job.strategy == Job.Strategy.LOCAL:
        messages.warning(request, f"{switched.in_flight} had left before: their answers come back and are paid for.")
    return redirect("claude", pk=job.pk)


@require_safe
def outlook(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a share would mean: how many, what it costs, how many of the truly best are kept. `slider` brings the slider
    along."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("rubric"), pk=pk)
    part = "slider" if "slider" in request.GET else "outlook"
    found = outlook_of(job, share=_share(request, job))
    return render(
        request,
        f"{TEMPLATE}#{part}",
        {"job": job, "outlook": found, "owns": job.owner_id == request.user.pk, "percent": round(100 * job.share)},
    )


@require_POST
def set_share(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change the share that goes to Claude, from the shortlist."""
    job = get_object_or_404(Job, pk=pk, owner=request.user)
    text = request.POST.get("share", "")
    if not (text.isdecimal() and len(text) < 4 and int(text) <= 100):
        messages.warning(request, "The share is a whole number from 0 to 100.")
    elif job.strategy != Job.Strategy.HYBRID:
        messages.warning(request, NO_SHARE[job.strategy])
    else:
        set_limits(job, by=request.user, share=Decimal(text) / 100)
        enqueue_escalate(job.pk)
        messages.success(request, f"{int(text)} % of this job goes to Claude. What was sent before stays.")
    return redirect("job", pk=job.pk)


@require_POST
def send_tonight(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send now what waits for the night, at half price all the same."""
    job = get_object_or_404(Job.objects.select_related("rubric"), pk=pk, owner=request.user)
    try:
        batch = send_wave(job, by=request.user)
    except JobtrackerError as error:
        messages.warning(request, str(error))
        return redirect("claude", pk=job.pk)
    if batch is None:
        messages.info(request, "Nobody of this job waits for the night.")
    else:
        enqueue_batch(batch.pk)
        messages.success(request, "The batch is being put together. Most come back within an hour.")
    return redirect("claude", pk=job.pk)


@require_POST
def ask(request: HttpRequest, pk: UUID, criterion: str = "") -> HttpResponse:
    """Have Claude read one CV, or look at one criterion of it, whatever the policy chose."""
    match = get_object_or_404(Match.objects.visible_to(request.user).select_related("job__rubric", "candidate"), pk=pk)
    if criterion and request.POST.get("rubric", "") not in {"", str(match.job.rubric_id)}:
        messages.warning(request, OTHER_RUBRIC)
        return _back_to(request, match)
    known = {one.id for one in asked(match.job.rubric.as_rubric())}
    if criterion and criterion not in known:
        raise Http404("There is no such criterion.")
    _tell(request, ask_claude([match], by=request.user, criterion=criterion))
    return _back_to(request, match)


@require_POST
def ask_selected(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have Claude read the CVs that were marked in the shortlist."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    marked = set(ids_in(request.POST.getlist("m")))
    chosen = list(Match.objects.filter(job=job, pk__in=marked).select_related("job", "candidate"))
    if gone := len(marked) - len(chosen):
        words = "1 of those marked is" if gone == 1 else f"{gone} of those marked are"
        messages.warning(request, f"{words} not here any more: erased in the meantime.")
    if chosen or not marked:
        _tell(request, ask_claude(chosen, by=request.user))
    return redirect(address_with(reverse("job", args=[job.pk]), query_of(request)))


@require_POST
def ask_outdated(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have Claude read again whose report belongs to a rubric before: at once, or with the next overnight batch."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("rubric"), pk=pk)
    tonight = request.POST.get("when") == "tonight" and job.timing == Job.Timing.OVERNIGHT
    came = ask_again(job, by=request.user, tonight=tonight)
    if tonight and came.count:
        messages.success(request, f"{came.count} go with the next overnight batch. The old reports stay until then.")
    elif came.count or came.refused:
        _tell(request, came)
    else:
        messages.info(request, "No report belongs to an older rubric, or all of them are in line already.")
    return redirect("job", pk=job.pk)


def _tell(request: HttpRequest, came: Asked) -> None:
    """Say what came of a question, and start the work."""
    if came.count:
        kick_assess()
        messages.success(
            request, "In line for Claude." if came.count == 1 else f"{came.count} CVs are in line for Claude."
        )
    for code, count in came.refused.items():
        words = REFUSED[code]
        messages.warning(request, words if count == 1 else f"{count} times: {words}")
    if not came.count and not came.refused:
        messages.info(request, "No CV was marked.")


@require_POST
def override(request: HttpRequest, pk: UUID, criterion: str) -> HttpResponse:
    """Set the level of one criterion by hand; both readers' levels stay on record."""
    match = get_object_or_404(Match.objects.visible_to(request.user).select_related("job"), pk=pk)
    form = OverrideForm(request.POST)
    if not form.is_valid():
        messages.warning(request, next(iter(form.errors.values()))[0])
        return _back_to(request, match)
    try:
        set_level(match, criterion, by=request.user, rubric=request.POST.get("rubric", ""), **form.cleaned_data)
    except JobtrackerError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "The level is set and the score reckoned again.")
    return _back_to(request, match)


@require_POST
def withdraw_override(request: HttpRequest, pk: UUID, criterion: str) -> HttpResponse:
    """Take a level back that was set by hand."""
    match = get_object_or_404(Match.objects.visible_to(request.user).select_related("job"), pk=pk)
    try:
        taken = take_back(match, criterion, by=request.user, rubric=request.POST.get("rubric", ""))
    except JobtrackerError as error:
        messages.warning(request, str(error))
        return _back_to(request, match)
    if taken:
        messages.success(request, "Taken back. What the readers said counts again.")
    else:
        messages.info(request, "No level set by a person stands there: nothing was changed.")
    return _back_to(request, match)


@require_POST
def cancel_batch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop an overnight batch; what was answered until then is kept and paid for."""
    batch = get_object_or_404(CloudBatch.objects.visible_to(request.user), pk=pk)
    owned = Job.objects.filter(owner=request.user).filter(Q(pk=batch.job_id) | Q(calls__batch=batch)).distinct()
    job = get_object_or_404(owned[:1])
    try:
        stopped = cancel(batch, by=request.user)
    except JobtrackerError as error:
        messages.warning(request, str(error))
        return redirect("claude", pk=job.pk)
    if stopped:
        kick_assess()
        messages.success(request, "The batch is being cancelled. What was answered until now is kept; the rest waits.")
    else:
        messages.info(request, "It has ended already.")
    return redirect("claude", pk=job.pk)


def settings_print(job: Job) -> str:
    """Equal while a job's settings are: the form sends back that of those it was shown with."""
    return tag_of(*(getattr(job, name) for name in SETTINGS))


def _is_stale(request: HttpRequest, job: Job, form: CloudForm) -> bool:
    """Whether the settings are others by now than those that the form was shown with, and than what it says: a second
    click says what stands."""
    if request.POST.get("seen", settings_print(job)) == settings_print(job):
        return False
    return any(getattr(job, name) != value for name, value in form.values.items())


def _settings_words(job: Job) -> str:
    model = job.cloud_model or "the model of this server"
    share, audit = (f"{100 * part:.2f}".rstrip("0").rstrip(".") for part in (job.share, job.audit_share))
    parts = (job.strategy, f"{share} %", f"audit {audit} %", f"${job.budget_usd}", model)
    return ", ".join((*parts, job.get_timing_display().lower()))


def _render(request: HttpRequest, job: Job, form: CloudForm) -> HttpResponse:
    today = timezone.now().date()
    default = cloud_entry(settings.CLOUD_MODEL)
    entry = cloud_entry(job.cloud_model) if job.cloud_model else default
    escalations = Escalation.objects.filter(match__job=job)
    counts = escalations.reasons()
    cvs = Match.objects.filter(job=job).count()
    sent = Match.objects.filter(job=job, receipts__in=EgressReceipt.objects.left())
    context = {
        "job": job,
        "form": form,
        "seen": settings_print(job),
        "owns": job.owner_id == request.user.pk,
        "strategies": STRATEGIES,
        "timings": Job.Timing.choices,
        "catalogue": [(one, one.lifecycle(today)) for one in CLOUD_MODELS],
        "default_label": default.label if default else settings.CLOUD_MODEL,
        "retiring": entry if entry and entry.lifecycle(today) is Lifecycle.RETIRING else None,
        "bill": ModelCall.objects.cloud().filter(job=job).bill(),
        "reasons": [(why, counts[why]) for why in Why if counts.get(why)],
        "batches": CloudBatch.objects.filter(Q(job=job) | Q(calls__job=job)).distinct()[:BATCHES_SHOWN],
        "cancellable": CANCELLABLE,
        "for_tonight": waiting_for_night(timezone.now()).filter(match__job=job).count(),
        "batch_hour": settings.CLOUD_BATCH_HOUR,
        "stayed": {"cvs": cvs, "stayed": cvs - sent.distinct().count()},
        "outlook": outlook_of(job, share=_share(request, job)),
        "obstacle": cloud_obstacle(job) or money_obstacle(job),
        "again": again_forecast(job),
        "tab": "claude",
        "section": "jobs",
    }
    return render(request, TEMPLATE, context)


def _share(request: HttpRequest, job: Job) -> float:
    """The share asked about (0 to 100 in the address), else the job's; from 0 to 1."""
    found = asked_share(request)
    return float(job.share) if found is None else found


def _back_to(request: HttpRequest, match: Match) -> HttpResponse:
    return redirect(address_with(reverse("match", args=[match.pk]), query_of(request)))
