"""Addresses of the journey presence."""

from django.urls import path

from stillads.web.shell.instrument_pages import declare

from .views import agenda, planned, points

app_name = "presence"
declare("presence", "presence:place")
urlpatterns = [
    path("", planned.place_list, name="list"),
    path("<slug:deployment>/", planned.place, name="place"),
    path("<slug:deployment>/ny/", planned.plan, name="plan"),
    path("<slug:deployment>/tid/<slug:presence>/", planned.tell, name="tell"),
    path("<slug:deployment>/tid/<slug:presence>/ja/", planned.tell_yes, name="tell_yes"),
    path("<slug:deployment>/tid/<slug:presence>/tilbage/", planned.take_back, name="take_back"),
    path("<slug:deployment>/punkt/", points.add, name="add_point"),
    path("<slug:deployment>/punkt/<slug:point>/", points.settle, name="settle"),
    path("<slug:deployment>/moede/", agenda.agenda, name="agenda"),
    path("<slug:deployment>/moede/holdt/", agenda.hold, name="hold"),
    path("<slug:deployment>/moede/<slug:meeting>/", agenda.meeting, name="meeting"),
]
