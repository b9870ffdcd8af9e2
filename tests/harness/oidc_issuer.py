"""An OpenID Connect issuer of our own, on loopback: discovery, keys, authorization code, signed statement."""

import base64
import hashlib
import json
import secrets
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "stillads", "en hemmelighed mellem os to"
_KEY_NAME = "noegle-1"
_PLACES = {
    "authorization_endpoint": "login",
    "token_endpoint": "token",
    "jwks_uri": "keys",
    "userinfo_endpoint": "me",
}


class Issuer:
    """Says who somebody is. `claims` is what it says of the next; `key` is what it signs with."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.published = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.key = self.published
        self.claims: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.refuses = ""
        self._codes: dict[str, dict[str, str]] = {}

    def answer(self, path: str, query: dict[str, str], form: dict[str, str]) -> dict[str, Any] | str:
        """JSON as a dict, or the address to be sent on to."""
        if path.endswith("/openid-configuration"):
            return {"issuer": self.url, **{name: f"{self.url}/{place}" for name, place in _PLACES.items()}}
        if path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key(), as_dict=True)
            return {"keys": [{**public, "kid": _KEY_NAME, "alg": "RS256", "use": "sig"}]}
        if path == "/login":
            return self._log_in(query)
        if path == "/token":
            return self._sell(form)
        return self.userinfo

    def _log_in(self, query: dict[str, str]) -> str:
        back = {"state": query["state"]}
        if self.refuses:
            back["error"] = self.refuses
        else:
            back["code"] = secrets.token_urlsafe(16)
            self._codes[back["code"]] = query
        return f"{query['redirect_uri']}?{urllib.parse.urlencode(back)}"

    def _sell(self, form: dict[str, str]) -> dict[str, Any]:
        asked = self._codes.pop(form["code"])  # a code is good once
        proof = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != asked["code_challenge"]:
            raise ValueError("the browser that bought is not the one that asked")
        if (form["client_id"], form["client_secret"], form["redirect_uri"]) != (
            CLIENT, SECRET, asked["redirect_uri"],
        ):  # fmt: skip
            raise ValueError("not the installation that asked")
        said = {"iss": self.url, "aud": CLIENT, "sub": "1", "iat": time.time(), "exp": time.time() + 60}
        signed = jwt.encode({**said, **self.claims}, self.key, algorithm="RS256", headers={"kid": _KEY_NAME})
        return {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": signed}


@contextmanager
def issuing() -> Iterator[Issuer]:
    """An issuer that answers on a free port of this machine; gone in the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.issuer = Issuer(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]  # ours
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.issuer  # type: ignore[attr-defined]  # as above
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer(dict(urllib.parse.parse_qsl(sent)))

    def _answer(self, form: dict[str, str]) -> None:
        place = urllib.parse.urlsplit(self.path)
        issuer: Issuer = self.server.issuer  # type: ignore[attr-defined]  # as above
        try:
            said = issuer.answer(place.path, dict(urllib.parse.parse_qsl(place.query)), form)
        except (KeyError, ValueError) as fault:
            said = {"error": "invalid_grant", "error_description": str(fault)}
        if isinstance(said, str):
            self.send_response(302)
            self.send_header("Location", said)
            self.end_headers()
            return
        self.send_response(400 if "error" in said else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *_words: Any) -> None:
        """Says nothing."""
