"""Addresses of the journey find."""

from django.urls import URLPattern

app_name = "find"
urlpatterns: list[URLPattern] = []
