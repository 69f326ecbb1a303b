"""When to try again after a fault: a pure function of the fault, the attempt and a number drawn by the caller."""

from matching.cloud_faults import CLOUD_FAULTS
from matching.faults import FAULTS, Fault

MOST_ASKED = 900.0
UNKNOWN = Fault("", "", tries=3)


def next_try(code: str, *, attempt: int, jitter: float = 1.0, retry_after: float | None = None) -> float | None:
    """Seconds to wait after attempt number `attempt` (from 1) failed with `code`; None to give up.

    wait * 2 ** (attempt - 1), capped, times `jitter` (0.5 to 1.5, drawn by the caller), never less than what the server
    asked for in `retry_after` (up to 15 minutes). A fault of the server itself is never given up. An unknown code is
    tried 3 times.
    """
    fault = FAULTS.get(code) or CLOUD_FAULTS.get(code, UNKNOWN)
    if fault.permanent or (attempt >= fault.tries and not fault.server_wide):
        return None
    seconds = min(fault.most, fault.wait * 2 ** min(attempt - 1, 30)) * jitter
    return max(seconds, min(retry_after or 0.0, MOST_ASKED))
