"""Addresses of the journey desk. A label's QR code leads to `ting/…`: such an address must never change."""

from django.urls import path

from stillads.web.shell.instrument_pages import declare

from .views import arriving, hours, items, loans, notes, queue, shelf, waiting

app_name = "desk"
declare("desk", "desk:queue")
urlpatterns = [
    path("", queue.place_list, name="list"),
    path("ting/<slug:item>/", items.item, name="item"),
    path("ting/<slug:item>/retur/", items.give_back, name="give_back"),
    path("ting/<slug:item>/tilstand/", items.set_state, name="item_state"),
    path("<slug:deployment>/", queue.queue, name="queue"),
    path("<slug:deployment>/naeste/", queue.call_next, name="next"),
    path("<slug:deployment>/kom/", arriving.walk_in, name="walk_in"),
    path("<slug:deployment>/tid/", arriving.book, name="book"),
    path("<slug:deployment>/besoeg/<slug:visit>/", queue.finish, name="finish"),
    path("<slug:deployment>/besoeg/<slug:visit>/<slug:step>/", queue.move, name="move"),
    path("<slug:deployment>/hylden/", shelf.shelf, name="shelf"),
    path("<slug:deployment>/hylden/flere/", shelf.add, name="add_items"),
    path("<slug:deployment>/maerkater/", shelf.labels, name="labels"),
    path("<slug:deployment>/laan/", loans.loans, name="loans"),
    path("<slug:deployment>/laan/<slug:loan>/rykket/", loans.reminded, name="remind"),
    path("<slug:deployment>/venteliste/", waiting.waiting, name="waiting"),
    path("<slug:deployment>/venteliste/ny/", waiting.new, name="wait"),
    path("<slug:deployment>/venteliste/<slug:waiting>/udlaan/", waiting.lend_to, name="lend_to"),
    path("<slug:deployment>/venteliste/<slug:waiting>/slut/", waiting.end, name="end_waiting"),
    path("<slug:deployment>/dage/", hours.hours, name="hours"),
    path("<slug:deployment>/dage/aaben/", hours.open_again, name="open_day"),
    path("<slug:deployment>/noter/", notes.noted, name="notes"),
    path("<slug:deployment>/tilpasning/", notes.fitting, name="fitting"),
    path("<slug:deployment>/levering/", notes.delivery, name="delivery"),
]
