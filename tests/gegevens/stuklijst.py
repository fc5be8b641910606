"""The packages that come along as a CycloneDX bill of materials, from what `make lock` compiled: ``make stuklijst``.

It says what may be installed on any platform; the hashes are those of every file of a package that may.
"""

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from fairshare import MODELVERSIE, PRODUCT

WORTEL = Path(__file__).parents[2]


def stuklijst(slot: str) -> dict[str, Any]:
    """Write a compiled file of requirements as CycloneDX."""
    delen = re.findall(r"^([a-z0-9][^ \\\n]*==[^\\\n]*?) ?\\\n((?:    --hash=.*\n?)+)", slot, re.MULTILINE)
    wortel = {"type": "application", "bom-ref": "verkenner", "name": PRODUCT, "version": MODELVERSIE}
    stukken = [_stuk(Requirement(wat), re.findall(r"sha256:([0-9a-f]{64})", hashes)) for wat, hashes in delen]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**wortel, "licenses": [{"license": {"id": "EUPL-1.2"}}]}},
        "components": stukken,
        "dependencies": [{"ref": "verkenner", "dependsOn": [stuk["bom-ref"] for stuk in stukken]}],
    }


def _stuk(wat: Requirement, hashes: list[str]) -> dict[str, Any]:
    versie = str(wat.specifier).removeprefix("==")
    purl = f"pkg:pypi/{wat.name}@{versie}"
    wanneer = [{"name": "python:marker", "value": str(wat.marker)}] if wat.marker else []
    return {
        "type": "library",
        "bom-ref": purl,
        "name": wat.name,
        "version": versie,
        "purl": purl,
        "hashes": [{"alg": "SHA-256", "content": een} for een in hashes],
        **({"licenses": licenties} if (licenties := _licenties(wat.name)) else {}),
        **({"properties": wanneer} if wanneer else {}),
    }


def _licenties(naam: str) -> list[dict[str, Any]]:
    """Give the licence as a package states it; of one that is not installed here nothing."""
    try:
        gegevens = metadata(naam)
    except PackageNotFoundError:
        return []
    if uitdrukking := gegevens.get("License-Expression"):
        return [{"expression": uitdrukking}]
    soorten = [een.rpartition(" :: ")[2] for een in gegevens.get_all("Classifier") or [] if een.startswith("License")]
    gezegd = soorten or [kort for kort in [gegevens.get("License") or ""] if kort and len(kort) < 60]
    return [{"license": {"name": een}} for een in gezegd]


if __name__ == "__main__":
    inhoud = stuklijst((WORTEL / "requirements.txt").read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps(inhoud, indent=1, ensure_ascii=False) + "\n")
