"""Addresses of the journey styleguide."""

from django.urls import path

from . import views

app_name = "styleguide"
urlpatterns = [
    path("", views.index, name="index"),
    path("enkel/", views.bare, name="bare"),
    path("billeder/", views.charts, name="charts"),
    path("billeder/<slug:key>.<slug:form>", views.chart_example, name="chart-example"),
]
