"""Addresses of the journey register."""

from django.urls import path

from stillads.web.shell import instrument_pages

from .views import batch, photos, start, taps, temps, worker

instrument_pages.declare("register", "register:tap")

app_name = "register"
urlpatterns = [
    path("", start.start, name="start"),
    path("arbejder.js", worker.worker, name="worker"),
    path("vikar/<str:token>/", temps.come, name="temp"),
    path("vikarer/<slug:unit>/", temps.posters, name="posters"),
    path("vikarer/<slug:unit>/<slug:link>/", temps.poster, name="poster"),
    path("vikarer/<slug:unit>/<slug:link>/luk/", temps.close, name="poster_close"),
    path("foto/<slug:entry>/<slug:photo>/", photos.photo, name="photo"),
    path("<slug:deployment>/", taps.tap, name="tap"),
    path("<slug:deployment>/mere/", taps.more, name="more"),
    path("<slug:deployment>/fortryd/", taps.undo, name="undo"),
    path("<slug:deployment>/batch/", batch.send, name="batch"),
    path("<slug:deployment>/nu/", batch.now_here, name="now"),
]
