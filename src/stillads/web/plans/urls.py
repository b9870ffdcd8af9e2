"""Addresses of plans."""

from django.urls import path

from .views import lists, moving, printing, sharing, sheet, versions, writing

app_name = "plans"
urlpatterns = [
    path("", lists.index, name="list"),
    path("ny/<str:deployment>/<str:participant>/", writing.begin, name="begin"),
    path("flyt/<str:deployment>/<str:participant>/", moving.move, name="move"),
    path("<str:plan>/", sheet.show, name="plan"),
    path("<str:plan>/laest/", sheet.read, name="read"),
    path("<str:plan>/skriv/", writing.write, name="write"),
    path("<str:plan>/versioner/", versions.show, name="versions"),
    path("<str:plan>/del/", sharing.share, name="share"),
    path("<str:plan>/del/slut/", sharing.end, name="end_share"),
    path("<str:plan>/ark/", printing.paper, name="paper"),
    path("<str:plan>/ark.pdf", printing.pdf, name="pdf"),
    path("<str:plan>/nexus/", printing.copying, name="copying"),
]
