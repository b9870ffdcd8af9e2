"""Addresses that the page frame itself needs; included at the root by `web.urls`."""

from django.urls import path

from . import theme

app_name = "ui"

urlpatterns = [
    path("tema.css", theme.theme, name="theme"),
    path("site.webmanifest", theme.manifest, name="manifest"),
]
