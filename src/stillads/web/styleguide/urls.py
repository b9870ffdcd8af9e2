"""Addresses of the journey styleguide."""

from django.urls import URLPattern

app_name = "styleguide"
urlpatterns: list[URLPattern] = []
