"""Addresses of the journey start."""

from django.urls import URLPattern

app_name = "start"
urlpatterns: list[URLPattern] = []
