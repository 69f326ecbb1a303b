"""Files without a row: a little later they are gone; what a row names stays."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from matching.pipeline.intake import receive
from matching.pipeline.sweeping import FEW, sweep_files

pytestmark = pytest.mark.django_db


def stray(name: str, *, days: float = 2) -> Path:
    path = Path(default_storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    age(path, days=days)
    return path


def age(path: Path, *, days: float) -> None:
    then = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))


def sweep_a_day() -> list[int]:
    midnight = timezone.now().replace(hour=0)
    return [sweep_files(now=midnight + timedelta(hours=hour)) for hour in range(24)]


def test_stray_file_goes_in_the_hour_of_its_folder(db):
    kept, gone = stray("cvs/1b/young", days=0.5), [stray("cvs/1b/old"), stray("archives/1b/old")]
    counts = sweep_a_day()
    assert [hour for hour, count in enumerate(counts) if count] == [0x1B % 24]
    assert (sum(counts), [path.exists() for path in gone], kept.exists()) == (2, [False, False], True)


def test_file_of_a_row_and_its_pictures_stay(job, owner):
    cv = receive(job, SimpleUploadedFile("a.txt", b"Zoe"), by=owner)
    path = Path(cv.file.path)
    picture = path.with_name(f"{path.name}.p1.webp")
    picture.write_bytes(b"x")
    left = stray(f"cvs/{path.parent.name}/gone.p1.webp")
    for one in (path, picture):
        age(one, days=9)
    assert (sum(sweep_a_day()), path.exists(), picture.exists(), left.exists()) == (1, True, True, False)


def test_many_strays_at_once_are_another_database_and_stay(db, caplog):
    paths = [stray(f"cvs/00/{number}") for number in range(FEW + 1)]
    assert (sum(sweep_a_day()), all(path.exists() for path in paths)) == (0, True)
    assert caplog.messages == ["6 of 6 stored files belong to no row: none was deleted"]
