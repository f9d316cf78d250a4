"""Addresses of the showcase."""

app_name = "initiatives"
urlpatterns = []
