"""Addresses of the journey evaluation."""

from django.urls import path

from .views import boxes, outcome, page, settling, texts

app_name = "evaluation"
_IN_BOX = "<str:phase>/felt/<str:side>/<str:perspective>/"
urlpatterns = [
    path("<str:phase>/", page.evaluation, name="page"),
    path("<str:phase>/begynd/", page.begin, name="begin"),
    path("<str:phase>/aflever/", page.submit, name="submit"),
    path("<str:phase>/tag-tilbage/", page.take_back, name="take_back"),
    path("<str:phase>/oensk-aendringer/", page.ask_for_changes, name="ask_for_changes"),
    path("<str:phase>/godkend/", page.approve, name="approve"),
    path("<str:phase>/genaabn/", page.reopen, name="reopen"),
    path("<str:phase>/dom/", page.verdicts, name="verdicts"),
    path("<str:phase>/tekst/<str:key>/", texts.text, name="text"),
    path("<str:phase>/laering/", texts.learning, name="learning"),
    path(_IN_BOX, boxes.box, name="box"),
    path(f"{_IN_BOX}nyt/", boxes.finding_new, name="finding_new"),
    path("<str:phase>/udsagn/<str:key>/", boxes.finding, name="finding"),
    path("<str:phase>/udsagn/<str:key>/flyt/", boxes.finding_move, name="finding_move"),
    path("<str:phase>/udsagn/<str:key>/fjern/", boxes.finding_remove, name="finding_remove"),
    path("<str:phase>/belaeg/<str:key>/fjern/", boxes.evidence_remove, name="evidence_remove"),
    path("<str:phase>/fra-sidste-afproevning/", boxes.carry, name="carry"),
    path("<str:phase>/anbefaling/ny/", outcome.part_new, name="part_new"),
    path("<str:phase>/anbefaling/<str:key>/", outcome.part, name="part"),
    path("<str:phase>/anbefaling/<str:key>/flyt/", outcome.part_move, name="part_move"),
    path("<str:phase>/anbefaling/<str:key>/fjern/", outcome.part_remove, name="part_remove"),
    path("<str:phase>/vurdering/<str:perspective>/", outcome.rating, name="rating"),
    path("<str:phase>/oekonomi/ny/", outcome.line_new, name="line_new"),
    path("<str:phase>/oekonomi/<str:key>/", outcome.line, name="line"),
    path("<str:phase>/oekonomi/<str:key>/fjern/", outcome.line_remove, name="line_remove"),
    path("<str:phase>/tal/nyt/", outcome.figure_new, name="figure_new"),
    path("<str:phase>/to-udgaver/<str:kept>/", settling.settle, name="settle"),
]
