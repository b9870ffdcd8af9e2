"""Addresses of the cases."""

from django.urls import path

from stillads.web.shell.instrument_pages import declare

from .views import case, giving, starting, steps, worklist

app_name = "cases"
declare("case", "cases:start")
urlpatterns = [
    path("", worklist.worklist_page, name="list"),
    path("nyt/", starting.places, name="places"),
    path("nyt/<slug:deployment>/", starting.start, name="start"),
    path("tegning/<slug:deployment>/", starting.drawing, name="drawing"),
    path("<slug:case>/", case.show, name="case"),
    path("<slug:case>/trin/", steps.take, name="take"),
    path("<slug:case>/overleveret/", steps.hand_over, name="hand_over"),
    path("<slug:case>/tag-tilbage/", giving.take_back, name="take_back"),
    path("<slug:case>/hvem/", giving.give, name="give"),
    path("<slug:case>/afbryd/", giving.break_off, name="break_off"),
    path("<slug:case>/maerket/", giving.copied, name="copied"),
]
