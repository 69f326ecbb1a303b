"""The scripts that the README names: how they find Python, when they install, what they start."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("cat", "cmp", "dirname", "grep", "ls", "mkdir", "rm", "sh")
NO_PYTHON = (
    "jobtracker cannot start: it needs Python 3.11, 3.12 or 3.13, which is not on this machine; "
    "install it from python.org or your package manager.\n"
)


class Machine:
    """A machine with the plain tools, the project in a folder whose name has a space, and Pythons as a test wants."""

    def __init__(self, folder: Path) -> None:
        self.programs, self.project, self.calls = folder / "bin", folder / "the project", folder / "calls"
        self.programs.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool))
        shutil.copytree(ROOT / "script", self.project / "script")
        for name in ("requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, self.project / name)

    def add_python(self, path: Path, *, script: str = "") -> None:
        """A program that notes its arguments and its working directory, and does what the script says."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\nprintf \'%s|%s\\n\' "$PWD" "$*" >> "{self.calls}"\n{script}\n')
        path.chmod(0o755)

    def add_environment(self, *, script: str = "") -> None:
        """An environment that was made and filled before."""
        self.add_python(self.project / ".venv" / "bin" / "python", script=script)
        wanted = (self.project / "requirements.txt").read_text() * 2
        (self.project / ".venv" / "installed-requirements.txt").write_text(wanted)

    def start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.project / "script" / "start"), *arguments]
        return subprocess.run(command, cwd="/", env={"PATH": str(self.programs)}, capture_output=True, text=True)

    def called(self) -> list[tuple[str, str]]:
        return (
            [tuple(line.split("|", 1)) for line in self.calls.read_text().splitlines()] if self.calls.exists() else []
        )


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def test_start_without_python_says_what_is_missing(machine):
    done = machine.start()

    assert (done.stderr, done.stdout, done.returncode) == (NO_PYTHON, "", 2)


def test_start_with_an_old_python_says_what_is_missing(machine):
    machine.add_python(machine.programs / "python3", script="exit 1")

    assert machine.start().stderr == NO_PYTHON


def test_start_without_the_venv_module_names_debians_package(machine):
    machine.add_python(machine.programs / "python3", script='case "$*" in *ensurepip*) exit 1;; esac')
    done = machine.start()

    assert done.stderr == (
        f"jobtracker cannot start: the venv module of {machine.programs / 'python3'} is missing; "
        "on Debian and Ubuntu: sudo apt-get install python3-venv\n"
    )
    assert done.returncode == 2


def test_start_a_second_time_installs_nothing(machine):
    machine.add_environment()
    done = machine.start("--demo")

    assert machine.called() == [(str(machine.project), "-m jobtracker.supervisor --demo")]
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_start_after_the_requirements_changed_installs_once(machine):
    machine.add_environment()
    with (machine.project / "requirements.txt").open("a") as requirements:
        requirements.write("one-more==1.0\n")
    machine.start()
    machine.start()

    assert [arguments for _, arguments in machine.called()] == [
        "-m pip --version",
        "-m pip install --quiet --disable-pip-version-check -r requirements.txt",
        "-m jobtracker.supervisor",
        "-m jobtracker.supervisor",
    ]


def test_start_when_installing_fails_says_so_and_tries_again_next_time(machine):
    machine.add_environment(script='case "$*" in *install*) exit 1;; esac')
    (machine.project / ".venv" / "installed-requirements.txt").unlink()
    done = machine.start()

    assert done.stderr == (
        "jobtracker cannot start: the packages could not be installed (see above); "
        "check the connection or the proxy, then run it again.\n"
    )
    assert (done.returncode, (machine.project / ".venv" / "installed-requirements.txt").exists()) == (2, False)


def test_start_makes_an_environment_again_that_was_left_half_made(machine):
    made = (
        f'case "$*" in "-m venv"*) mkdir -p .venv/bin; ln -s "{machine.programs / "python3"}" .venv/bin/python;; esac'
    )
    (machine.programs / "ln").symlink_to(shutil.which("ln"))
    machine.add_python(machine.programs / "python3", script=made)
    machine.add_python(machine.project / ".venv" / "bin" / "python", script="exit 1")
    done = machine.start()

    assert done.returncode == 0
    assert machine.called()[-1] == (str(machine.project), "-m jobtracker.supervisor")


@pytest.mark.parametrize("name", ["start", "test", "lint"])
def test_script_is_plain_sh_and_executable(name):
    script = ROOT / "script" / name

    assert script.read_text().startswith("#!/bin/sh\n")
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", script], capture_output=True, text=True).stderr == ""


def test_environment_is_read_by_every_script_and_parses():
    assert subprocess.run(["sh", "-n", ROOT / "script" / "environment"], capture_output=True, text=True).stderr == ""
    assert [". script/environment" in (ROOT / "script" / name).read_text() for name in ("start", "test", "lint")] == [
        True,
        True,
        True,
    ]
