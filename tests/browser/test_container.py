"""The image of Dockerfile and compose.yaml, run without Docker: only its files, no rights, no disk but a small /tmp."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

import pages
from fairshare.export import SOORTEN
from tests.browser.conftest import WORTEL, start, stop, vrije_poort, wacht_op
from tests.browser.gast import Gast
from tests.browser.test_eigen import gebruik

pytestmark = pytest.mark.browser


def dockerfile() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, in order."""
    tekst = (WORTEL / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [(regel.split()[0], regel.split(None, 1)[1]) for regel in tekst.splitlines() if regel[:1] not in ("", "#")]


def instructie(naam: str) -> str:
    return next(inhoud for soort, inhoud in dockerfile() if soort == naam)


def dienst() -> dict[str, Any]:
    """How compose.yaml runs one process."""
    return yaml.safe_load((WORTEL / "compose.yaml").read_text(encoding="utf-8"))["services"]["verkenner-1"]


def blijft_buiten(pad: str) -> bool:
    """Whether .dockerignore keeps a file out of the build; of the lines that match the last one counts."""
    buiten = False
    for regel in (WORTEL / ".dockerignore").read_text(encoding="utf-8").splitlines():
        patroon = re.escape(regel.lstrip("!")).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*")
        if regel[:1] not in ("", "#") and re.fullmatch(f"{patroon}(/.*)?", pad):
            buiten = not regel.startswith("!")
    return buiten


def bouw(doel: Path) -> Path:
    """Do the COPY lines of the Dockerfile, with what .dockerignore lets through."""
    for soort, inhoud in dockerfile():
        *bronnen, naar = inhoud.split()
        for bron in [WORTEL / naam for naam in bronnen] if soort == "COPY" else []:
            for bestand in [bron] if bron.is_file() else [pad for pad in bron.rglob("*") if pad.is_file()]:
                if not blijft_buiten(bestand.relative_to(WORTEL).as_posix()):
                    plek = doel / naar / (bestand.name if bron.is_file() else bestand.relative_to(bron))
                    plek.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(bestand, plek)
    return doel


@dataclass
class Container:
    """A running image: where it answers, and its process."""

    adres: str
    proces: subprocess.Popen
    omgeving: list[str]

    def voer_uit(self, *opdracht: str) -> subprocess.CompletedProcess:
        """Run a command inside, as its user."""
        wie = instructie("USER")
        binnen = ["nsenter", "-t", str(self.proces.pid), "-m", "-r", "-w", "-S", wie, "-G", wie, "--", *self.omgeving]
        return subprocess.run([*binnen, *opdracht], capture_output=True, text=True, timeout=60)

    def stand(self, naam: str) -> str:
        """A line of the status of its process."""
        tekst = Path(f"/proc/{self.proces.pid}/status").read_text(encoding="utf-8")
        return re.search(rf"^{naam}:\s+(.*)$", tekst, re.MULTILINE)[1]


def afgesloten(wortel: Path, app: Path, opdracht: list[str]) -> list[str]:
    """The command that runs another one in a root of its own, as compose.yaml asks: read-only, with a /tmp in memory."""
    van_python = {sys.base_prefix, str(Path(sys.prefix).resolve())} - {"/usr"}
    werkmap = instructie("WORKDIR")
    regels = ["set -e", "mount --make-rprivate /", f"mount -t tmpfs -o mode=755 geen {wortel}"]
    for map_ in dienst()["tmpfs"]:
        regels += [f"mkdir -p {wortel}{map_}", f"mount -t tmpfs -o size=8m,mode=1777 geen {wortel}{map_}"]
    for bron, plek in [(app, werkmap), *((map_, map_) for map_ in ("/usr", "/etc", "/proc", "/dev", *van_python))]:
        regels += [f"mkdir -p {wortel}{plek}", f"mount --rbind {bron} {wortel}{plek}"]
        regels += [f"mount -o remount,ro,bind {wortel}{plek}"] if str(plek) not in ("/proc", "/dev") else []
    regels += [
        f"[ -e /{map_} ] && ln -s usr/{map_} {wortel}/{map_} || true" for map_ in ("bin", "lib", "lib64", "sbin")
    ]
    regels += [f"mount -t tmpfs geen {wortel}/usr/share/fonts"]  # the image has no fonts
    regels += [f"mount -o remount,ro {wortel}"] if dienst()["read_only"] else []
    wie = instructie("USER")
    rechten = f"setpriv --reuid {wie} --regid {wie} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all"
    regels += [f'exec chroot {wortel} {rechten} sh -c "cd {werkmap} && exec {shlex.join(opdracht)}"']
    return ["unshare", "-m", "sh", "-c", "\n".join(regels)]


def kan_afsluiten() -> bool:
    """Whether this machine lets a test have mounts of its own: root on Linux, mostly."""
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(["unshare", "-m", "mount", "--make-rprivate", "/"], capture_output=True).returncode
    )


@pytest.fixture(scope="module")
def container(tmp_path_factory) -> Iterator[Container]:
    """Build what the Dockerfile copies, and run its command as it and compose.yaml say."""
    if not kan_afsluiten():
        pytest.skip("running the image without Docker needs mount namespaces: root on Linux")
    app, wortel = bouw(tmp_path_factory.mktemp("image") / "app"), tmp_path_factory.mktemp("wortel")
    poort, python = vrije_poort(), str(Path(sys.prefix).resolve() / "bin" / "python")
    omgeving = ["env", "-i", f"PATH={Path(python).parent}:/usr/bin:/bin", *instructie("ENV").split()]
    opdracht = json.loads(instructie("CMD"))
    assert opdracht[0] == "streamlit"
    assert opdracht[-2:] == ["--server.port=8501", "--server.address=0.0.0.0"]
    opdracht = [python, "-m", *opdracht[:-2], f"--server.port={poort}", "--server.address=127.0.0.1"]
    proces = start(afgesloten(wortel, app, [*omgeving, *opdracht]))
    try:
        yield Container(wacht_op(poort, proces), proces, omgeving)
    finally:
        stop(proces)


def test_the_image_holds_what_the_app_needs_and_nothing_else(tmp_path):
    """Everything of the app, its licence, nothing of the tests, no byte code, no secrets, and of what is large only what has a name here; little over three megabytes."""
    app = bouw(tmp_path / "app")
    erin = {pad.relative_to(app).as_posix(): pad for pad in app.rglob("*") if pad.is_file()}
    for map_ in ("data", "fairshare", "pages"):
        hier = {
            p.relative_to(WORTEL).as_posix() for p in (WORTEL / map_).rglob("*") if p.is_file() and p.suffix != ".pyc"
        }
        assert hier <= set(erin)
    assert {"app.py", "LICENSE", "requirements.txt", ".streamlit/config.toml"} <= set(erin)
    assert {PurePosixPath(pad).parts[0] for pad in erin} <= {
        *("app.py", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "requirements.txt"),
        *(".streamlit", "data", "docs", "fairshare", "pages"),
    }
    assert all(
        blijft_buiten(pad)
        for pad in (".streamlit/secrets.toml", "tests/x.py", ".git/HEAD", "pages/x.pyc", ".env", "docs/overzicht.png")
    )
    groot = {pad for pad, bestand in erin.items() if bestand.stat().st_size > 100_000}
    assert groot == {"data/omtrek.topojson", "pages/levend/vega.js", "requirements.txt"}
    assert sum(pad.stat().st_size for pad in erin.values()) < 3_200_000


def test_compose_gives_a_process_no_more_than_it_needs():
    """Both processes: read-only, /tmp in memory, no capabilities, no new ones, bounded memory."""
    diensten = yaml.safe_load((WORTEL / "compose.yaml").read_text(encoding="utf-8"))["services"]
    for naam in ("verkenner-1", "verkenner-2"):
        een = diensten[naam]
        assert een["read_only"] and een["tmpfs"] == ["/tmp"] and een["cap_drop"] == ["ALL"]
        assert een["security_opt"] == ["no-new-privileges:true"] and een["mem_limit"] == "1g"
        assert "ports" not in een


def test_the_image_runs_without_rights_and_every_page_opens(container, vers):
    """As user 10001 with no capability left; nothing but /tmp can be written, and nothing is; it says it is healthy."""
    assert set(container.stand("Uid").split()) == {instructie("USER")} == {"10001"}
    assert int(container.stand("CapEff"), 16) == int(container.stand("CapBnd"), 16) == 0
    assert container.stand("NoNewPrivs") == "1"
    for pad in ("/app/x", "/app/data/x", "/x", "/etc/x", "/usr/x"):
        assert container.voer_uit("touch", pad).returncode, pad
    bezoek = vers().open(f"{container.adres}/?v=2&reservering=35")
    expect(bezoek.kaart()).to_have_text("55")
    assert not bezoek.klachten
    with Gast(
        container.adres
    ) as gast:  # what a browser makes of each is asked in test_elke_pagina.py, of the same files
        for pagina in pages.PAGINAS:
            gast.pagina = pages.pad(pagina)
            assert f"<h1>{escape(pagina.TITEL)}</h1>" in gast.draai().tekst
            assert "kan niet worden getoond" not in gast.tekst
    gezond = json.loads(instructie("HEALTHCHECK").partition("CMD ")[2])
    gezond = [deel.replace("localhost:8501", container.adres.removeprefix("http://")) for deel in gezond]
    assert container.voer_uit(*gezond).returncode == 0
    dood = [deel.replace(container.adres.removeprefix("http://"), "localhost:1") for deel in gezond]
    assert container.voer_uit(*dood).returncode != 0
    assert container.voer_uit("find", "/tmp", "-xdev", "-type", "f").stdout == ""
    assert int(container.stand("VmHWM").split()[0]) < 1024**2, "more than the gigabyte of compose.yaml"


def test_a_full_disk_stops_nobody(container, venster):
    """Not a byte is left in /tmp: a file is read and used, every kind of file comes out, and the slider moves."""
    vol = container.voer_uit("dd", "if=/dev/zero", "of=/tmp/vol", "bs=64k")
    assert "No space left" in vol.stderr
    bezoek = venster()
    gebruik(bezoek, container.adres)
    bezoek.open(f"{container.adres}/delen?v=2&reservering=34")
    knoppen = bezoek.page.get_by_test_id("stDownloadButton").get_by_role("button")
    assert knoppen.count() >= len(SOORTEN) - 1
    for knop in knoppen.all():
        with bezoek.page.expect_download() as wacht:
            knop.click()
        assert wacht.value.path().stat().st_size > 100
        bezoek.rust()
    bezoek.wegwijzer("Overzicht").click()
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    bezoek.rust()
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("End")
    expect(bezoek.kaart()).to_have_text("0")
    assert not bezoek.klachten
