"""Logging in through OpenID Connect, tried with a small provider of our own on this machine."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import expect

from fairshare.zaal import AANMELDEN
from tests.browser.conftest import Bezoek, start, stop, verkenner, vrije_poort, wacht_op

pytestmark = pytest.mark.browser

NAAM = "Jo <b>Jansen</b>"
KLANT, GEHEIM = "verkenner", "proefgeheim"


class Aanbieder(ThreadingHTTPServer):
    """An OpenID provider: discovery, authorize, token with a signed id token, keys, and the end of a session."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Balie)
        self.adres = f"http://localhost:{self.server_port}"
        self.sleutel = RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})
        self.ondertekent = self.sleutel
        self.uitgegeven: dict[str, dict[str, str]] = {}
        self.afgemeld = 0


class Balie(BaseHTTPRequestHandler):
    """What the provider does with one request."""

    server: Aanbieder

    def log_message(self, *_: object) -> None:
        """Stay silent."""

    def antwoord(self, inhoud: object, status: int = 200, **koppen: str) -> None:
        tekst = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)
        self.send_response(status)
        for naam, waarde in {"Content-Type": "application/json", **koppen}.items():
            self.send_header(naam.replace("_", "-"), waarde)
        self.end_headers()
        self.wfile.write(tekst.encode())

    def do_GET(self) -> None:
        pad, vraag = urlsplit(self.path).path, {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
        hier = self.server.adres
        if pad == "/.well-known/openid-configuration":
            self.antwoord(
                {
                    "issuer": hier,
                    "authorization_endpoint": f"{hier}/aanmelden",
                    "token_endpoint": f"{hier}/token",
                    "jwks_uri": f"{hier}/sleutels",
                    "end_session_endpoint": f"{hier}/afmelden",
                    "response_types_supported": ["code"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                    "code_challenge_methods_supported": ["S256"],
                }
            )
        elif pad == "/sleutels":
            self.antwoord({"keys": [self.server.sleutel.as_dict(private=False)]})
        elif pad == "/aanmelden":
            self.server.uitgegeven["code-" + vraag["state"]] = vraag
            terug = f"{vraag['redirect_uri']}?{urlencode({'code': 'code-' + vraag['state'], 'state': vraag['state']})}"
            nee = f"{vraag['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': vraag['state']})}"
            self.antwoord(
                f"<h1>Gemeente</h1><a href='{terug}'>Ik ben Jo</a> <a href='{nee}'>Nee</a>", Content_Type="text/html"
            )
        elif pad == "/afmelden":
            self.server.afgemeld += 1
            self.antwoord("", 302, Location=vraag["post_logout_redirect_uri"])
        else:
            self.antwoord("", 204)

    def do_POST(self) -> None:
        veld = {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
        gevraagd = self.server.uitgegeven.pop(veld["code"])
        klant = base64.b64encode(f"{KLANT}:{GEHEIM}".encode()).decode()
        bewijs = base64.urlsafe_b64encode(hashlib.sha256(veld["code_verifier"].encode()).digest()).decode().rstrip("=")
        if self.headers["Authorization"] != f"Basic {klant}" or bewijs != gevraagd["code_challenge"]:
            self.antwoord({"error": "invalid_grant"}, 400)
            return
        nu = int(time.time())
        wie = {"iss": self.server.adres, "aud": KLANT, "sub": "1", "nonce": gevraagd["nonce"], "name": NAAM}
        kop = {"alg": "RS256", "kid": "een"}
        token = jwt.encode(kop, wie | {"iat": nu, "exp": nu + 300}, self.server.ondertekent)
        self.antwoord({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": token})


@pytest.fixture(scope="module")
def aanbieder() -> Iterator[Aanbieder]:
    server = Aanbieder()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@contextmanager
def besloten_met(bestand: Path, inhoud: str, poort: int = 0) -> Iterator[str]:
    """The app with this file of secrets."""
    bestand.write_text(inhoud, encoding="utf-8")
    poort = poort or vrije_poort()
    proces = start([*verkenner(poort), "--secrets.files", bestand])
    try:
        yield wacht_op(poort, proces)
    finally:
        stop(proces)


@pytest.fixture(scope="module")
def besloten(aanbieder: Aanbieder, tmp_path_factory) -> Iterator[str]:
    """The app as docs/installeren.md sets it up for who has logged in."""
    poort = vrije_poort()
    instellingen = {
        "redirect_uri": f"http://localhost:{poort}/oauth2callback",
        "cookie_secret": "proef" * 10,
        "client_id": KLANT,
        "client_secret": GEHEIM,
        "server_metadata_url": f"{aanbieder.adres}/.well-known/openid-configuration",
    }
    inhoud = "[auth]\n" + "".join(f"{naam} = {json.dumps(waarde)}\n" for naam, waarde in instellingen.items())
    with besloten_met(tmp_path_factory.mktemp("geheim") / "secrets.toml", inhoud, poort) as adres:
        yield adres


def is_dicht(bezoek: Bezoek, knop: int = 1) -> None:
    """There is the way to log in, where there is one, and nothing of the app."""
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Fair Share Verkenner")
    bezoek.rust()
    expect(bezoek.page.get_by_role("button", name="Aanmelden")).to_have_count(knop)
    expect(bezoek.page.get_by_text("Deze Verkenner is alleen voor wie is aangemeld.")).to_have_count(knop)
    expect(bezoek.page.get_by_role("dialog")).to_have_count(0)
    for deel in (".kaart", ".tekening", "nav", "[data-testid=stSidebar]"):
        assert bezoek.page.locator(deel).count() == 0, deel


def test_a_link_survives_the_login_and_logging_out_shuts_the_door(besloten, aanbieder, vers):
    """Only the login, then the picture of the link, also after F5; out here and at the provider, it is shut again."""
    bezoek, link = vers(locale="en-US"), f"{besloten}/groeipad?v=2&reservering=34"
    is_dicht(bezoek.open(link))
    bezoek.page.get_by_role("button", name="Aanmelden").click()
    bezoek.page.get_by_role("link", name="Ik ben Jo").click()
    expect(bezoek.page).to_have_url(link)
    for _ in range(2):
        expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Groeipad")
        bezoek.rust()
        expect(bezoek.kaart()).to_have_text("2.167")
        expect(bezoek.page.get_by_text(f"Aangemeld als {NAAM}.")).to_be_visible()
        bezoek.page.reload()
    bezoek.rust()
    bezoek.wegwijzer("Zaal").click()
    with bezoek.page.expect_popup() as venster:
        bezoek.page.get_by_role("link", name="Open een kamer").click()
    expect(venster.value.locator("#stand")).to_have_text("Ronde 1, 0 gehoord.")
    buiten = vers().page
    buiten.goto(f"{besloten}/deelnemen#{venster.value.locator('#code').text_content()}")
    expect(buiten.get_by_role("alert")).to_have_text(AANMELDEN)
    venster.value.close()
    bezoek.page.get_by_role("button", name="Afmelden").click()
    expect(bezoek.page).to_have_url(f"{besloten}/")  # back from the provider: what stood here before goes away
    is_dicht(bezoek)
    assert aanbieder.afgemeld == 1
    is_dicht(bezoek.open(link))
    assert not bezoek.klachten


def test_who_says_no_or_is_not_who_he_says_stays_out(besloten, aanbieder, vers):
    """Refused at the provider, and a token that another signed: the login again, no figure, no traceback."""
    bezoek = vers(locale="en-US").open(f"{besloten}/?v=2&reservering=35")
    vreemd = RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})
    for keuze, ondertekent in (("Nee", aanbieder.sleutel), ("Ik ben Jo", vreemd)):
        aanbieder.ondertekent = ondertekent
        bezoek.page.get_by_role("button", name="Aanmelden").click()
        bezoek.page.get_by_role("link", name=keuze).click()
        is_dicht(bezoek)
    aanbieder.ondertekent = aanbieder.sleutel
    bezoek.open(f"{besloten}/oauth2callback?code=geraden&state={quote('een staat')}")
    is_dicht(bezoek)


def test_a_file_of_secrets_that_cannot_be_read_leaves_the_door_shut(venster, tmp_path):
    """It was meant to keep people out: the screen says what to do, and shows nothing else."""
    with besloten_met(tmp_path / "secrets.toml", "[auth\nclient_id =") as adres:
        gast = venster().open(f"{adres}/?v=2")
        expect(gast.page.get_by_text("daarom blijft de Verkenner dicht")).to_be_visible()
        is_dicht(gast, knop=0)


def test_settings_that_are_not_complete_are_said_in_dutch(venster, tmp_path):
    """Without a client there is no login to go to; the door stays shut."""
    half = '[auth]\nredirect_uri = "http://localhost/oauth2callback"\ncookie_secret = "proef"\n'
    with besloten_met(tmp_path / "secrets.toml", half) as adres:
        gast = venster().open(f"{adres}/?v=2")
        gast.page.get_by_role("button", name="Aanmelden").click()
        expect(gast.page.get_by_text("Aanmelden kan nu niet")).to_be_visible()
        is_dicht(gast)
