"""Addresses of cards."""

from django.urls import path

from . import views

app_name = "balances"
urlpatterns = [
    path("", views.index, name="list"),
    path("<str:account>/", views.card, name="card"),
    path("<str:account>/tilbage/<str:entry>/", views.back, name="back"),
]
