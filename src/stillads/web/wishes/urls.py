"""Addresses of the wishes."""

from django.urls import path

from stillads.web.shell.instrument_pages import declare

from .views import hearing, lists, steps

app_name = "wishes"
declare("wishes", "wishes:hear")
urlpatterns = [
    path("", lists.waiting, name="list"),
    path("nyt/", hearing.places, name="places"),
    path("nyt/<slug:deployment>/", hearing.hear, name="hear"),
    path("borger/<slug:participant>/", lists.citizen, name="citizen"),
    path("<slug:wish>/", steps.show, name="wish"),
    path("<slug:wish>/gjort/", steps.act, name="act"),
    path("<slug:wish>/fortalt/", steps.tell, name="tell"),
    path("<slug:wish>/luk/", steps.close, name="close"),
]
