"""Addresses of the journey rounds."""

from django.urls import path

from .views import board, milestones, moving, portfolio, results, rounds

app_name = "rounds"
urlpatterns = [
    path("", rounds.round_list, name="list"),
    path("ny/", rounds.new, name="new"),
    path("samlet/", portfolio.all_trials, name="portfolio"),
    path("<slug:key>/", board.round_board, name="round"),
    path("<slug:key>/plan/", rounds.plan, name="plan"),
    path("<slug:key>/resultater/", results.results, name="results"),
    path("<slug:key>/ret/", rounds.rename, name="rename"),
    path("<slug:key>/videre/<slug:target>/", rounds.step, name="step"),
    path("<slug:key>/flyt/", moving.move, name="move"),
    path("<slug:key>/milepael/ny/", milestones.new, name="milestone_new"),
    path("<slug:key>/milepael/<slug:milestone>/", milestones.edit, name="milestone"),
    path("<slug:key>/milepael/<slug:milestone>/gjort/", milestones.finish, name="milestone_done"),
    path("<slug:key>/milepael/<slug:milestone>/fjern/", milestones.remove, name="milestone_remove"),
]
