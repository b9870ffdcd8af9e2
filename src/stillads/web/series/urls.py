"""Addresses of figures that others hold."""

from django.urls import path

from .views import batches, files, lists

app_name = "series"
urlpatterns = [
    path("", lists.index, name="list"),
    path("fil/<str:upload>/", files.file, name="file"),
    path("fil/<str:upload>/fremdrift/", files.progress_part, name="progress"),
    path("indlaest/<str:batch>/", batches.show, name="batch"),
    path("indlaest/<str:batch>/fortryd/", batches.undo, name="undo"),
    path("indlaest/<str:batch>/fremdrift/", batches.progress_part, name="taking_back"),
    path("<str:series>/", lists.one, name="one"),
]
