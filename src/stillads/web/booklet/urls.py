"""Addresses of the journey booklet."""

from django.urls import URLPattern

app_name = "booklet"
urlpatterns: list[URLPattern] = []
