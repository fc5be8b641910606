"""Two processes behind nginx, as compose.yaml has them, without Docker."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

import yaml

from tests.browser.conftest import WORTEL, draaiend, start, vrije_poort, wacht_op


@dataclass
class Replicas:
    """Where nginx answers, where the two apps do, their processes, and what nginx wrote down."""

    adres: str
    apps: list[str]
    processen: list[Popen]
    map_: Path

    def gelogd(self) -> str:
        return "".join(pad.read_text(encoding="utf-8") for pad in self.map_.glob("*") if pad.name in ("log", "fouten"))


def instelling(map_: Path, poort: int, apps: list[str], pad: str) -> str:
    """The settings of nginx as compose.yaml has them, with the ports and the logs of this run."""
    tekst = yaml.safe_load((WORTEL / "compose.yaml").read_text(encoding="utf-8"))["configs"]["nginx"]["content"]
    for van, naar in (
        ("${VERKENNER_PAD:-}", pad),
        ("$$", "$"),
        *((f"verkenner-{nummer}:8501", urlsplit(app).netloc) for nummer, app in enumerate(apps, 1)),
        ("listen 8080", f"listen 127.0.0.1:{poort}"),
        ("/dev/stdout", f"{map_}/log"),
        ("/dev/stderr", f"{map_}/fouten"),
    ):
        assert van in tekst, van
        tekst = tekst.replace(van, naar)
    return tekst


@contextmanager
def achter_nginx(bestand: str = "app.py", pad: str = "", **omgeving: str) -> Iterator[Replicas]:
    """Start two of an app, below a path, and nginx before them; whoever uses this may kill the apps."""
    with ExitStack() as stapel:
        map_, poort = Path(stapel.enter_context(tempfile.TemporaryDirectory())), vrije_poort()
        processen, apps = zip(
            *(
                stapel.enter_context(draaiend(bestand, STREAMLIT_SERVER_BASE_URL_PATH=pad, **omgeving))
                for _ in range(2)
            ),
            strict=True,
        )
        paden = "".join(
            f"{wat}_temp_path {map_}/{wat};" for wat in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        conf = map_ / "nginx.conf"
        conf.write_text(
            f"pid {map_}/pid; error_log {map_}/fouten crit; events {{}}"
            f" http {{ {paden} {instelling(map_, poort, list(apps), pad)} }}",
            encoding="utf-8",
        )
        nginx = start(["nginx", "-c", conf, "-g", "daemon off;"])
        try:
            yield Replicas(wacht_op(poort, nginx, pad=pad), list(apps), list(processen), map_)
        finally:
            nginx.terminate()
            nginx.wait(timeout=10)
