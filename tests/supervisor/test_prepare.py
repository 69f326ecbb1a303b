"""Before the web starts: static files only when they changed, and the first account once."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders

from jobtracker.supervisor.prepare import collect_static, first_account


@pytest.fixture
def sources(settings, tmp_path):
    """A folder of static files that is the only source of them."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "page.css").write_text("a")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [folder], tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    yield folder
    finders.get_finder.cache_clear()


def test_collect_static_only_when_a_source_changed(sources, tmp_path):
    done = [collect_static(tmp_path / "static"), collect_static(tmp_path / "static")]
    (sources / "page.css").write_text("bb")
    done.append(collect_static(tmp_path / "static"))

    assert done == [True, False, True]
    assert (tmp_path / "static" / "page.css").read_text() == "bb"


def test_collect_static_when_a_source_is_added_or_stored_otherwise(sources, settings, tmp_path):
    collect_static(tmp_path / "static")
    (sources / "more.css").write_text("c")
    added = collect_static(tmp_path / "static")
    backend = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}

    assert (added, collect_static(tmp_path / "static")) == (True, True)


@pytest.mark.django_db
def test_first_account_made_once():
    password = first_account()

    assert get_user_model().objects.get().check_password(password)
    assert first_account() is None


@pytest.mark.django_db
def test_first_account_not_made_beside_others(owner):
    assert first_account() is None
    assert get_user_model().objects.filter(username="admin").count() == 0
