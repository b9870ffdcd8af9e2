"""Addresses of the journey meeting."""

from django.urls import URLPattern

app_name = "meeting"
urlpatterns: list[URLPattern] = []
