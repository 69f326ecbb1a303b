"""The root of the addresses: all of them are the app's."""

from django.urls import include, path

urlpatterns = [path("", include("matching.urls"))]
