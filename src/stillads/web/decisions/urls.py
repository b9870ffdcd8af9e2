"""Addresses of hearing, committee item and decision."""

from django.urls import path

from . import actions_list, hearing, item, overview, ruling

app_name = "decisions"
urlpatterns = [
    path("runde/<str:round_key>/", overview.show, name="round"),
    path("runde/<str:round_key>/hoering/", hearing.step, name="hearing"),
    path("runde/<str:round_key>/sag/ny/", item.draft, name="draft"),
    path("sag/<str:public_id>/", item.show, name="item"),
    path("sag/<str:public_id>/ret/", item.edit, name="edit"),
    path("sag/<str:public_id>/indsend/", item.submit, name="submit"),
    path("sag/<str:public_id>/tilbage/", item.take_back, name="take-back"),
    path("sag/<str:public_id>/udvalg/", item.wording, name="wording"),
    path("sag/<str:public_id>/sag.<str:form>", item.download, name="download"),
    path("fase/<str:phase_id>/", ruling.decide_whole, name="decide"),
    path("fase/<str:phase_id>/del/<str:part_id>/", ruling.decide_part, name="decide-part"),
    path("<str:public_id>/handling/", actions_list.add, name="add-action"),
    path("handling/<str:public_id>/", actions_list.tick, name="tick"),
]
