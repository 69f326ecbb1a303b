"""The product's addresses with one more that fails."""

from django.http import HttpRequest
from django.urls import path

from matching.urls import handler400, urlpatterns

__all__ = ["handler400", "urlpatterns"]


def fail(request: HttpRequest):
    raise RuntimeError("secret detail")


urlpatterns = [*urlpatterns, path("broken/", fail)]
