"""`python -m jobtracker.supervisor.guard SIGNAL COMMAND...`: runs a command and ends it if the supervisor is gone.

For systems whose kernel has no parent-death signal (macOS, BSD).
"""

import os
import signal
import sys
import time

LOOK_SECONDS = 0.5
LAST_SECONDS = 10.0
REQUESTS = (signal.SIGTERM, signal.SIGINT)


def main(orphan_signal: int, command: list[str]) -> int:
    """The command's exit code, or 128 + the signal that ended it."""
    parent = os.getppid()
    # A request to stop that comes before it can be passed on waits for that.
    signal.pthread_sigmask(signal.SIG_BLOCK, REQUESTS)
    child = os.fork()
    if child == 0:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, REQUESTS)
        os.execvp(command[0], command)  # noqa: S606 - the supervisor's own command line, no shell
    for number in REQUESTS:
        signal.signal(number, lambda number, _frame: os.kill(child, number))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, REQUESTS)
    killed_at = None
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
        if os.getppid() != parent and killed_at is None:
            os.kill(child, orphan_signal)
            killed_at = time.monotonic()
        if killed_at is not None and time.monotonic() - killed_at > LAST_SECONDS:
            os.killpg(0, signal.SIGKILL)
        time.sleep(LOOK_SECONDS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
