"""Addresses of the journey privacy."""

from django.urls import path

from . import views

app_name = "privacy"
urlpatterns = [
    path("", views.log, name="log"),
    path("hent/", views.export, name="export"),
    path("segl/", views.check_seals, name="check_seals"),
    path("opbevaring/", views.retention, name="retention"),
    path("roller/", views.policy, name="policy"),
]
