"""Addresses of the start page."""

from django.urls import path

from . import views

app_name = "start"
urlpatterns = [path("", views.today, name="today")]
