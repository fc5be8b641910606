"""Many visitors at once on a real server: nobody sees another's data, and no file stops anyone."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fairshare.gegevens import lees_regios
from fairshare.gegevens.gemeentenamen import alle_codes, naam_van
from tests.browser.gast import Gast
from tests.gegevens.slechte_bestanden import BESTANDEN

pytestmark = pytest.mark.browser

BOMMEN = (
    "zipbom",
    "cel in de verste hoek",
    "xml die zichzelf vermenigvuldigt",
    "parquet dat uitdijt",
    "parquet met te veel rijen",
    "aanhalingsteken open",
)
CODES = [code for code in alle_codes() if all(code not in regio.codes for regio in lees_regios().values())]
"""Gemeenten that are in no region of the Verkenner itself."""

PADEN = {"Direct": "2.145", "Lineair": "2.867"}
"""Two shapes of the path, and what the card of gemiste plaatsingen then says."""


@pytest.fixture(scope="module")
def warm(app: str) -> str:
    """A server that has had its first visitor, whose page is drawn twice."""
    with Gast(app):
        return app


def eigen_bestand(nummer: int) -> tuple[str, bytes]:
    """A file of two gemeenten that no other visitor has, with a name and a figure of its own."""
    een, twee = CODES[2 * nummer], CODES[2 * nummer + 1]
    cijfers = f"Gemeentecode;Inwoners;Mutaties\n{een};{710_000 + nummer};500\n{twee};{720_000 + nummer};600\n"
    return f"regio van bezoeker {nummer:02d}.csv", cijfers.encode()


def geheimen(nummer: int) -> list[str]:
    """What only this visitor may ever see; the names of gemeenten stand on the pages of others too, as neighbours."""
    return [f"bezoeker {nummer:02d}", f"710.0{nummer:02d}", f"720.0{nummer:02d}"]


def test_nobody_sees_the_data_of_another(warm):
    """Twenty sessions with twenty files, side by side through four pages: every byte that each was sent is looked through."""

    def bezoek(nummer: int) -> str:
        with Gast(warm, "gegevens") as gast:
            gast.breng(*eigen_bestand(nummer)).druk("Reken met deze gegevens")
            for pagina in ("", "gemeenteprofiel", "gegevens"):
                gast.pagina = pagina
                gast.draai()
            return gast.alles

    with ThreadPoolExecutor(20) as samen:
        gezien = list(samen.map(bezoek, range(20)))
    for nummer, tekst in enumerate(gezien):
        assert all(geheim in tekst for geheim in geheimen(nummer))
        vreemd = [geheim for ander in range(20) if ander != nummer for geheim in geheimen(ander)]
        assert not [geheim for geheim in vreemd if geheim in tekst]
    with Gast(warm) as later:
        assert not [geheim for nummer in range(20) for geheim in geheimen(nummer) if geheim in later.alles]


def test_no_file_stops_anyone(warm):
    """Bombs come in while ten others go on changing their scenario: each answer is right, and each bomb is refused."""
    with ExitStack() as open_:
        rustig = [open_.enter_context(Gast(warm)) for _ in range(10)]
        boos = [open_.enter_context(Gast(warm, "gegevens", "v=2&reservering=33")) for _ in BOMMEN]

        def wissel(gast: Gast) -> list[tuple[str, str]]:
            keuzes = ["Direct", "Lineair"] * 4
            return [(pad, gast.kies("p_pad", pad).cijfer("Gemiste plaatsingen")) for pad in keuzes]

        with ThreadPoolExecutor(16) as samen:
            bommen = [
                samen.submit(gast.breng, f"{naam}.csv", BESTANDEN[naam])
                for gast, naam in zip(boos, BOMMEN, strict=True)
            ]
            gewisseld = [uit for antwoorden in samen.map(wissel, rustig) for uit in antwoorden]
            geweigerd = [bom.result() for bom in bommen]
        assert all(PADEN[pad] == cijfer for pad, cijfer in gewisseld)
        assert len(gewisseld) == 80
        for gast in geweigerd:
            assert "Dit bestand is niet gebruikt" in gast.tekst
            assert "foutnummer" not in gast.tekst


def test_a_bad_file_leaves_the_good_one_and_the_scenario(warm):
    """Row, column, value and remedy of what is wrong; the region is still that of the file before."""
    with Gast(warm, "gegevens") as gast:
        gast.breng(*eigen_bestand(3)).druk("Reken met deze gegevens")
        gast.breng("slecht.csv", BESTANDEN["alles tegelijk"])
        for deel in (
            "rij 2, kolom Inwoners",
            "12,5",
            "schrijf een heel getal",
            "U rekent nu met **regio van bezoeker 03**",
        ):
            assert deel in gast.tekst
        gast.pagina = "gemeenteprofiel"
        assert str(naam_van(CODES[6])) in gast.draai().tekst


def geheugen(app: str) -> int:
    """Give the memory of the server [kB]."""
    poort = urlsplit(app).port
    for proces in Path("/proc").glob("[0-9]*"):
        try:
            if f"--server.port\0{poort}\0".encode() in (proces / "cmdline").read_bytes() + b"\0":
                return int(
                    next(r for r in (proces / "status").read_text().splitlines() if r.startswith("VmRSS")).split()[1]
                )
        except OSError:
            continue
    raise AssertionError("the server is gone")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_file_that_is_too_large_is_refused_at_the_door(warm):
    """Straight to where files go, past the widget: 413 before it is in memory, however often, half a gigabyte too."""
    with Gast(warm, "gegevens") as gast:
        eerst = geheugen(warm)
        assert gast.stuur("groot.csv", b"x" * 1_048_000)[0] == 204
        for _ in range(10):
            assert gast.stuur("groot.csv", b"x" * 8_000_000)[0] in (413, 0)
        for lengte in (True, False):
            assert gast.stuur("reus.csv", b"x" * 1_000_000, keer=500, lengte=lengte)[0] in (413, 0)
        vreemd = {gast.stuur("groot.csv", b"x" * 1_000, {"X-Xsrftoken": "x"})[0] for _ in range(5)}
        assert 403 in vreemd <= {403, 0}, (
            "refused each time; 0 where the answer closed the line while the file was still on its way"
        )
        assert geheugen(warm) - eerst < 20_000
        assert gast.draai().elementen("file_uploader")
