"""Addresses of the roll-out checklist."""

from django.urls import path

from . import views

app_name = "rollout"
urlpatterns = [
    path("", views.index, name="list"),
    path("<str:public_id>/", views.show, name="spread"),
    path("<str:public_id>/enheder/", views.add, name="add-units"),
    path("<str:public_id>/stop/", views.stop, name="stop"),
    path("<str:public_id>/enhed/<str:line_id>/", views.line, name="line"),
]
