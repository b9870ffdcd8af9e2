"""Addresses of the journey playbooks."""

from django.urls import path

from .views import library, playbook

app_name = "playbooks"
urlpatterns = [
    path("", library.library, name="library"),
    path("tag-ind/<slug:key>/", library.take_in, name="take_in"),
    path("d/<slug:key>/", playbook.playbook, name="playbook"),
    path("d/<slug:key>/kladde/", playbook.draft, name="draft"),
    path("d/<slug:key>/<int:number>/", playbook.version, name="version"),
    path("d/<slug:key>/<int:number>/fil/", playbook.file, name="file"),
    path("d/<slug:key>/<int:number>/redskab/<slug:instrument>/", playbook.preview, name="preview"),
    path("d/<slug:key>/aendringer/<int:before>/<int:after>/", playbook.changes, name="changes"),
]
