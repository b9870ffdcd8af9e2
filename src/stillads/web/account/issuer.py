"""Our talk with the issuer: allauth's, without its short cut past the signature."""

from typing import Any

from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponseBase


def leave(request: HttpRequest, provider: str) -> HttpResponseBase:
    """The answer that sends a browser to the issuer."""
    answer: HttpResponseBase = OAuth2LoginView.adapter_view(_Issuer(request, provider))(request)
    return answer


def come_back(request: HttpRequest, provider: str) -> HttpResponseBase:
    """The answer to a browser that the issuer sent back with a code or a refusal."""
    answer: HttpResponseBase = OAuth2CallbackView.adapter_view(_Issuer(request, provider))(request)
    return answer


class _Issuer(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """The claims of the signed statement; an address that stands beside it must be about the same person."""
        statement = kwargs["response"].get("id_token")
        if not statement:
            raise OAuth2Error("no id_token")
        claims = self._decode_id_token(app, statement)
        if "email" not in claims:
            claims = self._with_userinfo(claims, token)
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _with_userinfo(self, claims: dict[str, Any], token: Any) -> dict[str, Any]:
        beside: dict[str, Any] = self._fetch_user_info(token.token)
        if beside.get("sub") != claims["sub"]:
            raise OAuth2Error("userinfo is about somebody else")
        return {**beside, **claims}

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except KeyError as lacking:
            raise OAuth2Error(f"no {lacking} in the issuer's answer") from lacking
        return claims
