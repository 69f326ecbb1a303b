"""The children: one may die without hurting the others, and none outlives its parent or knows its secrets."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from matching.reading import Limits, ReaderPool
from matching.reading.folders import PREFIX, YOUNG_SECONDS, sweep_folders
from tests.reading import docxs, pdfs

GOOD = pdfs.pdf(pdfs.cv_page)
BOMB = pdfs.bomb(megabytes=3000)
SMALL = Limits(max_memory_mb=512)


@pytest.fixture
def own_pool():
    pool = ReaderPool(size=2)
    yield pool
    pool.close()


def until(condition, *, seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ask(pool: ReaderPool, data: bytes = GOOD, *, limits: Limits = SMALL) -> dict:
    return pool.read(data, name="cv.pdf", limits=limits)


def test_pool_reuses_a_child(own_pool):
    ask(own_pool)
    first = own_pool.processes()
    ask(own_pool)

    assert len(first) == 1
    assert own_pool.processes() == first


def test_pool_deflate_bomb_costs_one_child(own_pool):
    ask(own_pool)
    first = own_pool.processes()

    assert len(BOMB) < 4096
    assert ask(own_pool, BOMB)["reason"] == "bomb"
    assert ask(own_pool)["pages"] == 1
    assert set(own_pool.processes()).isdisjoint(first)


def test_pool_bomb_does_not_hurt_its_neighbours(own_pool):
    with ThreadPoolExecutor(4) as threads:
        bombs = [threads.submit(ask, own_pool, BOMB) for _ in range(2)]
        good = [threads.submit(ask, own_pool) for _ in range(12)]

    assert [future.result()["reason"] for future in bombs] == ["bomb", "bomb"]
    assert [future.result()["pages"] for future in good] == [1] * 12


def test_pool_zip_bomb(own_pool):
    assert ask(own_pool, docxs.zip_bomb(megabytes=60))["reason"] == "bomb"


def test_pool_entity_bomb(own_pool):
    assert ask(own_pool, docxs.entity_bomb())["reason"] == "bomb"


def test_pool_too_slow_document_is_stopped(own_pool):
    pages = pdfs.pdf(*[pdfs.cv_page] * 50)

    assert ask(own_pool, pages, limits=Limits(max_seconds=0.05))["reason"] == "too_slow"
    assert ask(own_pool)["pages"] == 1


def test_pool_idle_child_that_died_is_replaced(own_pool):
    ask(own_pool)
    (pid,) = own_pool.processes()
    os.kill(pid, signal.SIGKILL)
    until(lambda: not is_alive(pid))

    assert ask(own_pool)["pages"] == 1


def test_pool_child_killed_at_work_gives_a_reason(own_pool):
    """The slow document is a bomb within its limits: long at work, and then killed by a fault from outside."""
    answers = []
    limits = Limits(max_memory_mb=3000)
    thread = threading.Thread(target=lambda: answers.append(ask(own_pool, BOMB, limits=limits)))
    ask(own_pool)
    (pid,) = own_pool.processes()
    thread.start()
    until(lambda: rss(pid) > 200)
    os.kill(pid, signal.SIGSEGV)
    thread.join(60)

    assert [answer["reason"] for answer in answers] == ["crashed"]
    assert ask(own_pool)["pages"] == 1


def rss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def test_pool_close_ends_its_children():
    pool = ReaderPool(size=1)
    ask(pool)
    pids = pool.processes()
    pool.close()

    assert pool.processes() == []
    assert [is_alive(pid) for pid in pids] == [False]


def test_pool_never_has_more_children_than_its_size(own_pool):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: ask(own_pool), range(24)))

    assert len(own_pool.processes()) <= 2


def test_child_knows_no_secrets(own_pool, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "secret")
    ask(own_pool)
    (pid,) = own_pool.processes()

    assert b"secret" not in Path(f"/proc/{pid}/environ").read_bytes()


def test_child_has_no_network(own_pool):
    ask(own_pool)
    (pid,) = own_pool.processes()
    if unshare_is_refused():
        pytest.skip("this system lets no ordinary process leave its network")

    assert os.readlink(f"/proc/{pid}/ns/net") != os.readlink("/proc/self/ns/net")


def unshare_is_refused() -> bool:
    code = "import ctypes; raise SystemExit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode != 0


def test_page_with_one_endless_word_has_an_outcome(own_pool):
    page = pdfs.pdf(lambda canvas: canvas.drawString(10, 700, "abcdefgh" * 40_000))

    assert ask(own_pool, page, limits=Limits(max_seconds=20)).get("reason", "") in {"", "too_slow"}


PARENT = """
import os, sys
from matching.reading import ReaderPool, Limits
pool = ReaderPool(size=1)
pool.read(b"Jane Example", name="cv", limits=Limits())
assert "django" not in sys.modules
print(pool.processes()[0], flush=True)
{then}
"""


def start_parent(then: str) -> tuple[subprocess.Popen, int]:
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(then=then)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    return parent, int(parent.stdout.readline())


def test_child_ends_with_a_killed_parent():
    parent, child = start_parent("sys.stdin.read()")
    assert is_alive(child)
    parent.kill()
    parent.wait()

    assert until(lambda: not is_alive(child))


def test_child_ends_with_its_parent_though_a_forked_worker_lives():
    parent, child = start_parent(
        "worker = os.fork()\n"
        "if worker == 0:\n"
        "    print(pool.read(b'Again', name='cv', limits=Limits())['text'], os.getpid(), flush=True)\n"
        "    import time; time.sleep(60)\n"
        "os._exit(0)"
    )
    text, worker = parent.stdout.readline().split()
    parent.wait()
    try:
        assert text == "Again"
        assert until(lambda: not is_alive(child))
    finally:
        os.kill(int(worker), signal.SIGKILL)


def test_folder_of_a_child_that_was_killed_with_its_parent_is_swept(own_pool, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ask(own_pool)
    (living,) = tmp_path.iterdir()
    dead, young = tmp_path / f"{PREFIX}dead", tmp_path / f"{PREFIX}young"
    for folder in (dead, young):
        folder.mkdir()
        (folder / "cv.docx").write_bytes(b"x")
    long_ago = time.time() - YOUNG_SECONDS - 1
    for folder in (living, dead):
        os.utime(folder, (long_ago, long_ago))

    assert sweep_folders() == 1
    assert sorted(tmp_path.iterdir()) == sorted([living, young])


def test_child_whose_parent_is_gone_leaves_no_folder(tmp_path):
    """The parent is killed while its child is at work: the child cannot answer, and clears up all the same."""
    code = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from matching.reading.pool import Child\n"
        "child = Child(); child.ready(); print(child.process.pid, flush=True)\n"
        "import os, time\n"
        "from dataclasses import asdict\n"
        "from matching.reading import Limits\n"
        "from matching.reading.frames import send\n"
        "from tests.reading import pdfs\n"
        "data = pdfs.pdf(*[pdfs.cv_page] * 50)\n"
        "send(child._to, {'size': len(data), 'limits': asdict(Limits()), 'name': 'a', 'mend': False, 'password': ''},"
        " payload=data)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, timeout=90, check=False
    )
    pid = int(done.stdout)
    until(lambda: not is_alive(pid), seconds=60)

    assert list(tmp_path.iterdir()) == []
