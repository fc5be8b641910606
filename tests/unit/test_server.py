"""What every answer has in common: safe, small, and a page that is Dutch and shows what a link is about."""

import re
from html import unescape
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from fairshare.dienst import VERSIE, Klein, Pagina, Veilig, Voorproef, adressen, insluiters
from fairshare.dienst.voorproef import voorproef

STREAMLIT = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
BUNDEL = b"let getal = 1;\n" * 5000
ELDERS = "https://www.gemeente.example"


async def proef(pad: str, vraag: str, browser: bool) -> Voorproef:
    return voorproef(vraag, lambda regio: f"{pad} van {regio}")


@pytest.fixture(scope="module")
def gegeven() -> list[str]:
    """What the app itself was asked for."""
    return []


@pytest.fixture(scope="module")
def server(gegeven: list[str]) -> TestClient:
    """A server with the page of Streamlit, a bundle whose name says what is in it, and the addresses."""

    def bundel(verzoek) -> Response:
        gegeven.append(verzoek.url.path)
        koppen = {"cache-control": "public, immutable, max-age=1", "etag": '"a"'}
        return Response(BUNDEL, media_type="text/javascript", headers=koppen)

    routes = [
        Route("/wonen/static/{naam}", bundel),
        Route("/wonen/_stcore/metrics", lambda _: PlainTextResponse("sessies 3")),
        Route("/wonen/plaat.png", lambda _: Response(b"\0" * 900, media_type="image/png")),
        *adressen("/wonen"),
        Route("/wonen/{pad:path}", lambda _: HTMLResponse(STREAMLIT, headers={"etag": '"van het bestand"'})),
    ]
    rondom = [Middleware(Veilig), Middleware(Klein), Middleware(Pagina, proef, "/wonen")]
    return TestClient(Starlette(routes=routes, middleware=rondom), base_url="https://verkenner.example/wonen/")


def meta(antwoord) -> dict[str, str]:
    return {
        naam: unescape(tekst)
        for naam, tekst in re.findall(r'<meta property="([^"]+)" content="([^"]*)">', antwoord.text)
    }


@pytest.mark.parametrize("pad", ["", "groeipad", "static/index.A1.js", "_stcore/metrics", "api/v1/regios", "api/x"])
def test_every_answer_tells_a_browser_what_may_run(server: TestClient, pad: str):
    """Only what comes from here, without eval; on a page, a file, a figure and a refusal alike."""
    koppen = server.get(pad).headers
    beleid = dict(regel.split(" ", 1) for regel in koppen["content-security-policy"].split("; "))
    assert beleid["default-src"] == "'none'" and beleid["frame-ancestors"] == "'self'"
    assert "unsafe" not in beleid["script-src"] and "eval" not in koppen["content-security-policy"]
    assert (koppen["x-content-type-options"], koppen["referrer-policy"]) == ("nosniff", "no-referrer")
    assert koppen["x-frame-options"] == "SAMEORIGIN" and "camera=()" in koppen["permissions-policy"]


def test_the_figures_of_the_server_itself_are_not_for_visitors(server: TestClient):
    """Below a path too."""
    assert server.get("_stcore/metrics").status_code == server.get("_stcore/metrics/").status_code == 404


def test_a_site_that_is_named_may_show_a_page_inside_its_own():
    """X-Frame-Options, which can name none, gives way; what is no address of a site stops the start, with what to do."""
    app = Starlette(
        routes=[Route("/", lambda _: PlainTextResponse(""))], middleware=[Middleware(Veilig, insluiters(ELDERS))]
    )
    koppen = TestClient(app).get("/").headers
    assert f"frame-ancestors 'self' {ELDERS}" in koppen["content-security-policy"] and "x-frame-options" not in koppen
    for tekst in (
        "*",
        "gemeente.example",
        f"{ELDERS}/pad",
        f"{ELDERS}; script-src *",
        "https://a.example,https://b.example",
    ):
        with pytest.raises(ValueError, match="kan niet: geef adressen van sites"):
            insluiters(tekst)


def test_a_file_that_never_changes_is_made_small_once(server: TestClient, gegeven: list[str]):
    """And kept; who cannot read it small gets it as it is, and what is small already stays."""
    eerst, weer = (server.get("static/index.B2.js") for _ in range(2))
    assert eerst.content == weer.content == BUNDEL and gegeven.count("/wonen/static/index.B2.js") == 1
    for antwoord in (eerst, weer):
        assert antwoord.headers["content-encoding"] == "gzip" and antwoord.headers["vary"] == "Accept-Encoding"
        assert int(antwoord.headers["content-length"]) < len(BUNDEL) / 10 and antwoord.headers["etag"] == 'W/"a"'
        assert "immutable" in antwoord.headers["cache-control"]
    heel = server.get("static/index.B2.js", headers={"accept-encoding": "identity"})
    assert heel.content == BUNDEL and "content-encoding" not in heel.headers
    assert "content-encoding" not in server.get("plaat.png").headers
    assert server.get("").headers["content-encoding"] == "gzip"


def test_the_page_is_ours_before_any_script_has_run(server: TestClient):
    """Dutch, one title, no script in the page itself, and nothing by which an old one would count as still the same."""
    antwoord = server.get("groeipad?v=2", headers={"range": "bytes=0-99"})
    assert re.findall(r"<html[^>]*>", antwoord.text) == ['<html lang="nl">']
    assert re.findall(r"<title>(.*?)</title>", antwoord.text) == ["groeipad van Regio Stedendriehoek"]
    assert not re.findall(r"<script>", antwoord.text) and "JavaScript nodig" in antwoord.text
    assert 'rel="service-desc" href="./api/v1/openapi.json"' in antwoord.text
    assert antwoord.status_code == 200 and "etag" not in antwoord.headers


def test_a_link_in_a_chat_shows_the_figure_of_its_scenario(server: TestClient):
    """With whole addresses, the picture of that scenario, and the protocol of whoever stands before the server."""
    delen = meta(server.get("nodig?v=2&reservering=35", headers={"x-forwarded-proto": "http"}))
    assert delen["og:title"] == "Niet geplaatst in 2035: 55 · Regio Stedendriehoek"
    assert "vinden 55 van de 1.170" in delen["og:description"] and "35,0% reservering" in delen["og:description"]
    assert delen["og:url"] == "http://verkenner.example/wonen/nodig?v=2&reservering=35"
    assert re.fullmatch(
        rf"http://verkenner\.example/wonen{VERSIE}/uitkomst\.png\?v=2&c=\w+&reservering=35", delen["og:image"]
    )
    plaat = server.get(delen["og:image"].replace("http:", "https:"))
    assert plaat.content[:4] == b"\x89PNG" and len(plaat.content) < 600_000
    assert plaat.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("v=2&reservering=99", "iets wat niet kan"),
        ("v=2&regio=eigen-888cecd2", "eigen gegevens"),
        ("v=2&regio=gmr", "onbekend"),
    ],
)
def test_a_preview_has_no_figure_that_the_screen_does_not_have(server: TestClient, vraag: str, zin: str):
    """What is refused, what is not here and what is unknown is said."""
    delen = meta(server.get(f"?{vraag}"))
    assert zin in delen["og:description"]
    assert not re.search(r": [0-9]", delen["og:title"])


@pytest.mark.parametrize("gast", ['verkenner.example"><script>', "a b", "", "x/y", "a@b.example"])
def test_what_a_visitor_sends_stays_text(server: TestClient, gast: str):
    """In the title, the path, the query and the name of the host; an address that is none is left out."""
    kwaad = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    antwoord = server.get(f"groeipad{kwaad}?v=2&titel={kwaad}&{kwaad}=1", headers={"host": gast})
    assert not re.search(r"<script(?! type=\"module\" crossorigin src=\"\./static/)", antwoord.text)
    assert "og:image" not in meta(antwoord) and "og:url" not in meta(antwoord)
    assert '"><' not in antwoord.text.partition("<title>")[2].partition("</title>")[0]
