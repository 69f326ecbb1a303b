"""The map of addresses."""

urlpatterns = []
