"""Addresses of those who see to a survey."""

from django.urls import path

from .views import links, paper, people, survey, talk

app_name = "asking"
urlpatterns = [
    path("", survey.listing, name="list"),
    path("runde/<str:wave>/", people.show, name="people"),
    path("runde/<str:wave>/med/", survey.med, name="med"),
    path("runde/<str:wave>/send/", survey.send, name="send"),
    path("runde/<str:wave>/delt-ud/", people.hand_out, name="hand-out"),
    path("runde/<str:wave>/sedler/", people.letters, name="letters"),
    path("runde/<str:wave>/svar/", survey.answers, name="answers"),
    path("runde/<str:wave>/ark/", paper.sheets, name="sheets"),
    path("runde/<str:wave>/ark.pdf", paper.sheets_file, name="sheets-file"),
    path("runde/<str:wave>/tast/", paper.type_in, name="type-in"),
    path("spurgt/<str:asked>/", people.channel, name="channel"),
    path("spurgt/<str:asked>/svarer-ikke/", people.no_answer, name="no-answer"),
    path("link/<str:link>/", links.poster, name="poster"),
    path("link/<str:link>/plakat.pdf", links.poster_file, name="poster-file"),
    path("link/<str:link>/luk/", links.close, name="close-link"),
    path("<str:deployment>/", survey.show, name="survey"),
    path("<str:deployment>/samtale/", talk.choose, name="choose"),
    path("<str:deployment>/samtale/<str:entry>/fortryd/", talk.undo, name="undo"),
    path("<str:deployment>/samtale/<str:participant>/", talk.hold, name="talk"),
    path("<str:deployment>/link/", links.make, name="make-link"),
]
