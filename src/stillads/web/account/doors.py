"""The doors of allauth that are open here, under Danish addresses and allauth's own names.

Only what is listed exists. Signing up, changing one's e-mail and confirming it are not among
it: accounts are made by import or by an administrator.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from stillads.organisation.permissions import SIGNED_IN
from stillads.web.shell.access import page, public_page

from .views.closed import closed
from .views.log_in import LogInView
from .views.municipal import come_back, leave

_unsigned = public_page("whoever is not signed in yet; allauth limits the tries")
_halfway = public_page("between password and second step; allauth keeps the stage in the session")
_signed_in = page(SIGNED_IN)

urlpatterns = [
    path("log-ind/", _unsigned(LogInView.as_view()), name="account_login"),
    path("log-ind/<slug:provider_id>/", leave, name="openid_connect_login"),
    path("log-ind/<slug:provider_id>/retur/", come_back, name="openid_connect_callback"),
    path("log-ud/", public_page("anybody may leave")(account.logout), name="account_logout"),
    path("lukket/", _unsigned(account.account_inactive), name="account_inactive"),
    path("opret/", closed, name="account_signup"),
    path("e-mail/", closed, name="account_email"),
    path("e-mail/bekraeft/", closed, name="account_email_verification_sent"),
    path("bekraeft/", _signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("adgangskode/", _signed_in(account.password_change), name="account_change_password"),
    path("adgangskode/ny/", _signed_in(account.password_set), name="account_set_password"),
    path("adgangskode/glemt/", _unsigned(account.password_reset), name="account_reset_password"),
    path(
        "adgangskode/glemt/sendt/",
        _unsigned(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^adgangskode/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public_page("the link in the e-mail, good once and for three days")(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "adgangskode/skiftet/",
        _unsigned(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("to-trin/", _signed_in(mfa.index), name="mfa_index"),
    path("to-trin/kode/", _halfway(mfa.authenticate), name="mfa_authenticate"),
    path("to-trin/bekraeft/", _signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("to-trin/app/", _signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("to-trin/app/fjern/", _signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("to-trin/reservekoder/", _signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "to-trin/reservekoder/nye/",
        _signed_in(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "to-trin/reservekoder/hent/",
        _signed_in(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("adgangsnoegler/", _signed_in(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("adgangsnoegler/ny/", _signed_in(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path(
        "adgangsnoegler/bekraeft/",
        _signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("adgangsnoegler/<int:pk>/fjern/", _signed_in(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("adgangsnoegler/<int:pk>/", _signed_in(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("adgangsnoegler/log-ind/", _unsigned(webauthn.login_webauthn), name="mfa_login_webauthn"),
]
