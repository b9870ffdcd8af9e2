"""Addresses of the journey account; allauth's own are in `doors`."""

from django.urls import path

from .views import invitation, me, phone

app_name = "account"
urlpatterns = [
    path("", me.me, name="me"),
    path("kode/", me.my_code, name="code"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("telefon/", phone.front, name="phone"),
    path("telefon/faerdig/", phone.done, name="phone_done"),
    path("telefon/ny-kode/", phone.new_code, name="phone_code_new"),
    path("telefon/tilknyt/<str:token>/", phone.claim, name="phone_claim"),
    path("telefon/<slug:person>/", phone.code, name="phone_code"),
]
