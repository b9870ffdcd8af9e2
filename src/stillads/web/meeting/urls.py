"""Addresses of the welfare meeting."""

from django.urls import path

from . import agenda, answer, paper, projector, results

app_name = "meeting"
urlpatterns = [
    path("svar/<str:token>/", answer.choose, name="answer"),
    path("svar/<str:token>/tak/", answer.thanks, name="thanks"),
    path("svar/<str:token>/<str:item_id>/", answer.give, name="give"),
    path("<str:round_key>/", agenda.show, name="agenda"),
    path("<str:round_key>/planlaeg/", agenda.plan, name="plan"),
    path("<str:round_key>/punkt/<str:item_id>/", agenda.item, name="item"),
    path("<str:round_key>/punkt/<str:item_id>/op/", agenda.move_up, name="move-up"),
    path("<str:round_key>/aabn/", agenda.open_now, name="open"),
    path("<str:round_key>/skaerm/", projector.start, name="projector"),
    path("<str:round_key>/skaerm/<int:number>/", projector.slide, name="slide"),
    path("<str:round_key>/plakat/", projector.poster, name="poster"),
    path("<str:round_key>/papir/", paper.sheet, name="sheet"),
    path("<str:round_key>/papir/indtast/", paper.type_in, name="type-in"),
    path("<str:round_key>/tilbagemeldinger/", results.show, name="results"),
    path("<str:round_key>/tilbagemeldinger/frys/", results.freeze, name="freeze"),
]
