"""The root of the addresses: all of them are the app's."""

from django.urls import include, path

handler400 = "matching.views.pages.bad_request"
urlpatterns = [path("", include("matching.urls"))]
