"""Addresses of the journey booklet."""

from django.urls import URLPattern, path

from .views import front, importing, overview, preview, public, publish, sheets

app_name = "booklet"
urlpatterns: list[URLPattern] = [
    path("", public.shelf, name="shelf"),
    path("indlaes/", importing.upload, name="import"),
    path("indlaes/se/", importing.confirm, name="import_confirm"),
    path("runde/<slug:key>/", overview.overview, name="overview"),
    path("runde/<slug:key>/", overview.overview, name="round"),  # as the other journeys call it
    path("runde/<slug:key>/forord/", front.front, name="front"),
    path("runde/<slug:key>/kladde/", preview.preview, name="preview"),
    path("runde/<slug:key>/kladde/hent/<slug:form>/", preview.download, name="preview_file"),
    path("runde/<slug:key>/udgiv/", publish.publish, name="publish"),
    path("runde/<slug:key>/udgave/<int:number>/filer/", publish.files, name="files"),
    path("runde/<slug:key>/tavle/<slug:phase>/", sheets.sheet, name="sheet"),
    path("<slug:key>/", public.newest, name="newest"),
    path("<slug:key>/udgave/<int:number>/", public.edition, name="edition"),
    path("<slug:key>/udgave/<int:number>/hent/<slug:form>/", public.download, name="file"),
]
