"""Addresses of the journey playbooks."""

from django.urls import path

from .views import editor, library, moving, parts, playbook

app_name = "playbooks"
urlpatterns = [
    path("", library.library, name="library"),
    path("ny/", editor.new, name="new"),
    path("tag-ind/<slug:key>/", library.take_in, name="take_in"),
    path("d/<slug:key>/", playbook.playbook, name="playbook"),
    path("d/<slug:key>/kladde/", playbook.draft, name="draft"),
    path("d/<slug:key>/ret/", editor.edit, name="edit"),
    path("d/<slug:key>/ret/udgiv/", editor.publish, name="publish"),
    path("d/<slug:key>/ret/kasser/", editor.discard, name="discard"),
    path("d/<slug:key>/ret/flyt/", moving.shift, name="shift"),
    path("d/<slug:key>/ret/fjern/", moving.take_away, name="take_away"),
    path("d/<slug:key>/ret/fortryd/", moving.undo, name="undo"),
    path("d/<slug:key>/ret/ny/<path:place>/", parts.add, name="add"),
    path("d/<slug:key>/ret/del/<path:place>/", parts.change, name="change"),
    path("d/<slug:key>/ret/<slug:part>/", parts.part, name="part"),
    path("d/<slug:key>/<int:number>/", playbook.version, name="version"),
    path("d/<slug:key>/<int:number>/fil/", playbook.file, name="file"),
    path("d/<slug:key>/<int:number>/redskab/<slug:instrument>/", playbook.preview, name="preview"),
    path("d/<slug:key>/aendringer/<int:before>/<int:after>/", playbook.changes, name="changes"),
]
