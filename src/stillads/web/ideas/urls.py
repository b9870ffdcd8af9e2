"""Addresses of the journey ideas."""

from django.urls import path

from .views import entry, idea, listing, merge, outbox, public, themes

app_name = "ideas"
urlpatterns = [
    path("", listing.ideas, name="list"),
    path("giv/", public.give, name="give"),
    path("giv/tak/", public.given, name="given"),
    path("min/<str:token>/", public.follow, name="status"),
    path("min/<str:token>/tak/", public.thanks, name="thanks"),
    path("workshop/", entry.entry, name="entry"),
    path("workshop/ny/", entry.new_workshop, name="new-workshop"),
    path("laeg-sammen/", merge.merge, name="merge"),
    path("temaer/", themes.theme_list, name="themes"),
    path("temaer/nyt/", themes.theme, name="new-theme"),
    path("temaer/<slug:key>/", themes.theme, name="theme"),
    path("udbakke/", outbox.box, name="outbox"),
    path("udbakke/breve/", outbox.letter_pages, name="letters"),
    path("udbakke/opslag/", outbox.poster_pages, name="posters"),
    path("udbakke/printet/", outbox.printed, name="printed"),
    path("udbakke/<str:public_id>/<slug:deed>/", outbox.decide, name="notice"),
    path("<str:public_id>/", idea.idea, name="idea"),
    path("<str:public_id>/ret/", idea.edit, name="edit"),
    path("<str:public_id>/del/", idea.split, name="split"),
    path("<str:public_id>/svar/<slug:step>/", idea.answer, name="answer"),
]
