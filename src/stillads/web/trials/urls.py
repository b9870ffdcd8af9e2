"""Addresses of the journey trials."""

from django.urls import path

from .views import (
    ends,
    figures,
    legal,
    listing,
    log,
    parts,
    people,
    phases,
    places,
    prediction,
    registrations,
    trial,
)

app_name = "trials"
_FASE = "<slug:trial>/fase/<slug:phase>/"
urlpatterns = [
    path("", listing.trial_list, name="list"),
    path("ny/", trial.new, name="new"),
    path("<slug:trial>/", trial.show, name="trial"),
    path("<slug:trial>/ret/", trial.edit, name="edit"),
    path("<slug:trial>/lovgrundlag/", legal.legal, name="legal"),
    path("<slug:trial>/ansvarlig/", trial.lead, name="lead"),
    path("<slug:trial>/etaper/", parts.stages, name="stages"),
    path("<slug:trial>/etaper/ny/", parts.stage_new, name="stage_new"),
    path("<slug:trial>/etaper/<slug:stage>/", parts.stage_edit, name="stage"),
    path("<slug:trial>/knyt/", parts.link, name="link"),
    path("<slug:trial>/loesn/<slug:other>/", parts.unlink, name="unlink"),
    path("<slug:trial>/saml/", ends.merge, name="merge"),
    path("<slug:trial>/drop/", ends.drop, name="drop"),
    path("<slug:trial>/tag-op/", ends.take_up, name="take_up"),
    path("<slug:trial>/planlaeg/", phases.plan, name="plan"),
    path(f"{_FASE}ret/", phases.edit, name="phase_edit"),
    path(f"{_FASE}videre/<slug:target>/", phases.step, name="phase_step"),
    path(f"{_FASE}naeste/", phases.next_phase, name="next"),
    path(f"{_FASE}steder/", places.places, name="places"),
    path(f"{_FASE}steder/nyt/", places.site_new, name="site_new"),
    path(f"{_FASE}steder/<slug:site>/", places.site_edit, name="site"),
    path(f"{_FASE}steder/<slug:site>/udgaar/", places.site_withdraw, name="site_withdraw"),
    path(f"{_FASE}vinduer/nyt/", places.window_new, name="window_new"),
    path(f"{_FASE}vinduer/<slug:window>/", places.window_edit, name="window"),
    path(f"{_FASE}vinduer/<slug:window>/fjern/", places.window_remove, name="window_remove"),
    path(f"{_FASE}forudsigelse/", prediction.prediction, name="prediction"),
    path(f"{_FASE}forudsigelse/ny/", prediction.criterion_new, name="criterion_new"),
    path(f"{_FASE}forudsigelse/regel/", prediction.rule, name="rule"),
    path(f"{_FASE}forudsigelse/laas/", prediction.lock, name="lock"),
    path(f"{_FASE}forudsigelse/uden/", prediction.without, name="without"),
    path(f"{_FASE}forudsigelse/dag/", prediction.amend_day, name="amend_day"),
    path(f"{_FASE}forudsigelse/<slug:criterion>/", prediction.criterion, name="criterion"),
    path(
        f"{_FASE}forudsigelse/<slug:criterion>/fjern/", prediction.criterion_remove, name="criterion_remove"
    ),
    path(f"{_FASE}tal/", figures.figures, name="figures"),
    path(f"{_FASE}tal/nyt/", figures.figure_new, name="figure_new"),
    path(f"{_FASE}tal/<slug:figure>/", figures.figure_correct, name="figure"),
    path(f"{_FASE}logbog/", log.log, name="log"),
    path(f"{_FASE}logbog/foto/<slug:photo>/", log.photo, name="photo"),
    path(f"{_FASE}logbog/<slug:entry>/fjern/", log.remove, name="log_remove"),
    path(f"{_FASE}registreringer/", registrations.registrations, name="registrations"),
    path(f"{_FASE}registreringer/<slug:deployment>/", registrations.entries, name="entries"),
    path(
        f"{_FASE}registreringer/<slug:deployment>/<slug:entry>/fortryd/",
        registrations.take_back,
        name="entry_take_back",
    ),
    path(f"{_FASE}deltagere/", people.participants, name="participants"),
    path(f"{_FASE}deltagere/<slug:participant>/", people.participant, name="participant"),
]
