"""Addresses of the thread."""

from django.urls import path

from . import views

app_name = "thread"
urlpatterns = [
    path("ide/<str:public_id>/", views.idea, name="idea"),
    path("<str:public_id>/", views.trial, name="trial"),
]
