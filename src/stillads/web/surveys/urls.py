"""Addresses of those who answer."""

from django.urls import path

from .views import answer

app_name = "surveys"
urlpatterns = [
    path("<str:token>/", answer.start, name="answer"),
    path("<str:token>/forfra/", answer.restart, name="restart"),
    path("<str:token>/nej-tak/", answer.no_thanks, name="no-thanks"),
    path("<str:token>/tak/", answer.thanks, name="thanks"),
    path("<str:token>/<int:number>/", answer.step, name="step"),
]
