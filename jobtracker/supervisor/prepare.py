"""`python -m jobtracker.supervisor.prepare [--demo]`: tables, static files and the first account.

A process of its own, so that the supervisor holds neither Django's memory nor a database connection.
"""

import hashlib
import os
import secrets
import signal
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

# No letter or digit that is taken for another one when it is typed from a terminal.
PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105 - an alphabet, not a password
PASSWORD_GROUPS, GROUP_LENGTH = 4, 4
FIRST_NAME = "admin"


def prepare(*, demo: bool) -> None:
    """Bring the database and the static files up to date, and say the first account's password if it was made now."""
    call_command("migrate", interactive=False, verbosity=0)
    collect_static(settings.STATIC_ROOT)
    if password := first_account():
        sys.stdout.write(
            f"\n  First account made. Sign in as  {FIRST_NAME}  with the password  {password}\n"
            f"  It is shown this once. To set your own:  .venv/bin/python manage.py changepassword {FIRST_NAME}\n\n"
        )
    if demo:
        load_demo()


def check_database() -> None:
    """Open a connection, or say in one sentence which database does not answer (never its password)."""
    options = connection.settings_dict["OPTIONS"]
    if options.pop("pool", None):  # one connection is enough here, and a pool tries for 20 s before it says no
        options.setdefault("connect_timeout", 10)
    try:
        connection.ensure_connection()
    except OperationalError as error:
        place = connection.settings_dict
        where = f"{place['HOST']}:{place['PORT'] or 5432}" if place["HOST"] else str(place["NAME"])
        raise ImproperlyConfigured(
            f"The database at {where} cannot be opened. Nothing was changed. Start it, or correct DATABASE_URL."
        ) from error


def load_demo() -> None:
    """Make the demo job; everything else starts even if it cannot be made."""
    try:
        call_command("demo", stdout=sys.stdout)
    except CommandError as error:
        sys.stderr.write(f"The demo job was not made: {error}\n")


def collect_static(root: Path) -> bool:
    """Collect the static files if a source changed since the last time; whether it did."""
    stamp, now = root / ".sources", _sources()
    if stamp.exists() and stamp.read_text() == now:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)
    return True


def first_account() -> str | None:
    """Make the first account if there is none; its password, else None."""
    people = get_user_model().objects
    if people.exists():
        return None
    groups = ("".join(secrets.choice(PASSWORD_LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(PASSWORD_GROUPS))
    password = "-".join(groups)
    people.create_superuser(username=FIRST_NAME, password=password)
    return password


def _sources() -> str:
    """A digest that changes when any source file, or the way they are stored, does."""
    found = [settings.STORAGES["staticfiles"]["BACKEND"]]
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = os.stat(storage.path(name))
            found.append(f"{name} {about.st_size} {about.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a traceback; the supervisor says the rest
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobtracker.settings")
    try:
        django.setup()
        check_database()
        prepare(demo="--demo" in arguments)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"jobtracker cannot start: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
