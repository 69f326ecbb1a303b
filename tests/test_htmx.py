"""The answer of "nothing changed"."""

from django.http import HttpRequest
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails
from hypothesis import given
from hypothesis import strategies as st

from matching.htmx import tag_of, unchanged


def request(**headers: str) -> HttpRequest:
    made = RequestFactory().get("/", headers=headers)
    made.htmx = HtmxDetails(made)
    return made


def test_unchanged_for_the_same_tag_is_304():
    response = unchanged(request(**{"HX-Request": "true", "If-None-Match": '"abc"'}), "abc")
    assert (response.status_code, response["ETag"]) == (304, '"abc"')


def test_unchanged_for_another_tag_is_none():
    assert unchanged(request(**{"HX-Request": "true", "If-None-Match": '"abc"'}), "abd") is None


def test_unchanged_without_htmx_is_none():
    assert unchanged(request(**{"If-None-Match": '"abc"'}), "abc") is None


@given(st.lists(st.text(alphabet="ab1", max_size=3), min_size=1, max_size=3))
def test_tag_is_equal_for_equal_parts_only(parts):
    assert tag_of(*parts) == tag_of(*parts)
    assert tag_of(*parts) != tag_of(*parts, "more")


def test_tag_does_not_run_parts_together():
    assert tag_of("ab", "c") != tag_of("a", "bc")
