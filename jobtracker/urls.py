"""The root of the addresses: all of them are the app's."""

from django.urls import include, path

from matching.urls import handler400

__all__ = ["handler400", "urlpatterns"]
urlpatterns = [path("", include("matching.urls"))]
