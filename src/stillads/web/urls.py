"""Addresses of all journeys. Every view declares its policy; a test walks them."""

from django.urls import include, path

urlpatterns = [
    path("", include("stillads.ui.urls")),
    path("", include("stillads.web.start.urls")),
    path("konto/", include("stillads.web.account.urls")),
    path("konto/", include("stillads.web.account.doors")),
    path("organisation/", include("stillads.web.organisation.urls")),
    path("log/", include("stillads.web.privacy.urls")),
    path("ideer/", include("stillads.web.ideas.urls")),
    path("runder/", include("stillads.web.rounds.urls")),
    path("proevehandlinger/", include("stillads.web.trials.urls")),
    path("drejeboeger/", include("stillads.web.playbooks.urls")),
    path("registrer/", include("stillads.web.register.urls")),
    path("evaluering/", include("stillads.web.evaluation.urls")),
    path("haefte/", include("stillads.web.booklet.urls")),
    path("velfaerdsmoede/", include("stillads.web.meeting.urls")),
    path("beslutning/", include("stillads.web.decisions.urls")),
    path("udbredelse/", include("stillads.web.rollout.urls")),
    path("planer/", include("stillads.web.plans.urls")),
    path("svar/", include("stillads.web.surveys.urls")),
    path("spoergeskemaer/", include("stillads.web.surveys.staff_urls")),
    path("forloeb/", include("stillads.web.cases.urls")),
    path("oensker/", include("stillads.web.wishes.urls")),
    path("klippekort/", include("stillads.web.balances.urls")),
    path("tal/", include("stillads.web.series.urls")),
    path("traad/", include("stillads.web.thread.urls")),
    path("tilstede/", include("stillads.web.presence.urls")),
    path("interview/", include("stillads.web.interviews.urls")),
    path("soeg/", include("stillads.web.find.urls")),
    path("stilguide/", include("stillads.web.styleguide.urls")),
]
