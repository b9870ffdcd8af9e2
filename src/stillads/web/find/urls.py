"""Addresses of the journey find."""

from django.urls import path

from .views import search

app_name = "find"
urlpatterns = [path("", search, name="search")]
