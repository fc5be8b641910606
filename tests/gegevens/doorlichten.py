"""Ask whether a known vulnerability touches a pinned package: `make audit`.

pip-audit skips what a service does not know and then still says that there are no known vulnerabilities. So a service is
believed only when it knows of one in an old version that has several, and nothing may be skipped. When no service can be
asked, that is what is said; it is never called good.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).parents[2]
BESTANDEN = ("requirements.txt", "tests/requirements.txt", "tests/gereedschap.txt")
DIENSTEN = ("pypi", "osv")
PROEF = "jinja2==2.11.2"
"""A version with vulnerabilities known since 2021: who does not know of them cannot be asked."""

GOED, FOUT, NIET_GEVRAAGD = 0, 1, 3

Antwoord = list[dict[str, Any]]
Vraag = Callable[[str, Sequence[str]], Antwoord | None]


def pinnen(tekst: str) -> list[str]:
    """Give the pinned versions of a compiled file, those for other platforms too."""
    return re.findall(r"^[a-z0-9-]+==[^\s;]+", tekst, re.MULTILINE)


def vraag_na(dienst: str, pakketten: Sequence[str]) -> Antwoord | None:
    """Ask a service through pip-audit; None when there is no answer to read."""
    with tempfile.TemporaryDirectory() as map_:
        lijst = Path(map_) / "pakketten.txt"
        lijst.write_text("\n".join(pakketten), encoding="utf-8")
        opdracht = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "-r", str(lijst)]
        opdracht += ["-f", "json", "-s", dienst, "--progress-spinner", "off", "--timeout", "10"]
        try:
            klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=120)
            antwoord: Antwoord = json.loads(klaar.stdout)["dependencies"]
        except (subprocess.TimeoutExpired, ValueError, KeyError):
            return None
    return antwoord


def oordeel(pakketten: Sequence[str], vraag: Vraag = vraag_na) -> tuple[int, list[str]]:
    """Give the exit status and what to say."""
    for dienst in DIENSTEN:
        proef = vraag(dienst, [PROEF])
        if proef and proef[0].get("vulns"):
            return _weeg(dienst, pakketten, vraag(dienst, pakketten))
    return NIET_GEVRAAGD, [
        "NIET NAGEVRAAGD: geen dienst die kwetsbaarheden kent is hiervandaan bereikbaar.",
        f"Geprobeerd: {', '.join(DIENSTEN)}; geen van beide kent de oude fouten in {PROEF}.",
        f"Of de {len(pakketten)} vastgelegde pakketten bekende kwetsbaarheden hebben is dus onbekend.",
        "Draai make audit waar pypi.org/pypi/NAAM/VERSIE/json of api.osv.dev antwoordt.",
    ]


def _weeg(dienst: str, pakketten: Sequence[str], antwoord: Antwoord | None) -> tuple[int, list[str]]:
    bekend = {f"{een['name']}=={een.get('version')}": een for een in antwoord or []}
    regels = [
        f"{pakket}: niet nagevraagd bij {dienst} ({bekend.get(pakket, {}).get('skip_reason', 'geen antwoord')})"
        for pakket in pakketten
        if "vulns" not in bekend.get(pakket, {})
    ]
    for naam, een in bekend.items():
        for lek in een.get("vulns", []):
            hersteld = ", ".join(lek["fix_versions"]) or "nog geen versie"
            regels.append(f"{naam}: {lek['id']}; hersteld in {hersteld}. Pas pyproject.toml aan en draai make lock.")
    if regels:
        return FOUT, regels
    return GOED, [f"{len(pakketten)} pakketten nagevraagd bij {dienst}: geen bekende kwetsbaarheden."]


def main(argumenten: Sequence[str]) -> int:
    """Print the judgement; with --onbereikbaar-mag only what was found counts, not that nobody could be asked."""
    teksten = [(WORTEL / naam).read_text(encoding="utf-8") for naam in BESTANDEN]
    pakketten = sorted({pin for tekst in teksten for pin in pinnen(tekst)})
    status, regels = oordeel(pakketten)
    streep = "" if status == GOED else "!" * 100 + "\n"
    print(streep + "\n".join(regels) + "\n" + streep, end="", flush=True)
    return GOED if status == NIET_GEVRAAGD and "--onbereikbaar-mag" in argumenten else status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
