"""Addresses of the journey trials."""

from django.urls import URLPattern

app_name = "trials"
urlpatterns: list[URLPattern] = []
