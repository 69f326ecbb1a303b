"""Review: what a person does with a match."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from matching.models import Match
from matching.pipeline.jobs import want_escalation


def see_flags(match: Match, *, by: AbstractBaseUser) -> bool:
    """Note that a person has looked at what is flagged: from now on the flags keep the match from no cloud.

    False, and nothing changes, when there is no flag or somebody has looked before. A flag that comes later, from
    another reading or screening, asks for a new look.
    """
    unseen = Match.objects.filter(pk=match.pk, flags_seen_at=None).exclude(flags=[])
    if not unseen.update(flags_seen_by=by, flags_seen_at=timezone.now()):
        return False
    want_escalation(match.job_id)
    return True
