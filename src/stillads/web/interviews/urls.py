"""Addresses of the journey interviews."""

from django.urls import path

from stillads.web.shell.instrument_pages import declare

from .views import passages, sessions

app_name = "interviews"
declare("interview", "interviews:place")
urlpatterns = [
    path("", sessions.place_list, name="list"),
    path("<slug:deployment>/", sessions.place, name="place"),
    path("<slug:deployment>/ny/", sessions.new, name="new"),
    path("<slug:deployment>/temaer/", sessions.themes, name="themes"),
    path("<slug:deployment>/<slug:session>/", passages.session, name="session"),
    path("<slug:deployment>/<slug:session>/ret/", sessions.correct, name="correct"),
    path("<slug:deployment>/<slug:session>/<slug:passage>/", passages.correct, name="passage"),
    path("<slug:deployment>/<slug:session>/<slug:passage>/fjern/", passages.remove, name="remove"),
]
