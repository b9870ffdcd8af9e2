"""Addresses of the journey account; allauth's own are in `doors`."""

from django.urls import path

from .views import me

app_name = "account"
urlpatterns = [
    path("", me.me, name="me"),
]
