"""Root addresses: each journey of `web` brings its own."""

from django.urls import include, path

urlpatterns = [path("", include("stillads.web.urls"))]

handler400 = "stillads.web.shell.errors.bad_request"
handler403 = "stillads.web.shell.errors.forbidden"
handler404 = "stillads.web.shell.errors.not_found"
handler500 = "stillads.web.shell.errors.server_error"
