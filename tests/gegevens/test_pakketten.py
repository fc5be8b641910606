"""The packages that come along: their licences go with ours, and known vulnerabilities are really asked for."""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

from tests.gegevens import doorlichten as d
from tests.gegevens import platformen
from tests.gegevens.stuklijst import stuklijst

WORTEL = Path(__file__).parents[2]

TOEGESTAAN = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "LGPL-3.0-only",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Zlib",
}
"""What may stand beside EUPL-1.2: permissive, or copyleft of a library or a file only, or in its own appendix."""

GESCHREVEN_ALS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""How a package without an SPDX expression calls its licence; altair, authlib, itsdangerous, jinja2 and segno say only BSD."""

NAGEKEKEN = {"axe-playwright-python": "MIT"}
"""Packages that say it nowhere but in the text of their licence."""


def gepind(naam: str) -> list[Requirement]:
    tekst = (WORTEL / naam).read_text(encoding="utf-8")
    return [Requirement(regel.rstrip(" \\")) for regel in re.findall(r"^[a-z0-9-]+==.*", tekst, re.MULTILINE)]


def licentie(naam: str) -> str:
    """The licence as a package states it: the expression, else the first of its classifiers, else the short text."""
    gegevens = metadata(naam)
    soorten = [een.rpartition(" :: ")[2] for een in gegevens.get_all("Classifier") or [] if een.startswith("License")]
    gezegd = gegevens.get("License-Expression") or next(iter(soorten), None) or gegevens.get("License") or ""
    return NAGEKEKEN.get(naam) or GESCHREVEN_ALS.get(gezegd, gezegd)


def mag(uitdrukking: str) -> bool:
    """Whether every part of an expression is allowed, or one of those to choose from."""
    return any(
        all(deel.strip("() ") in TOEGESTAAN for deel in re.split(r"\bAND\b", keuze))
        for keuze in re.split(r"\bOR\b", uitdrukking)
    )


def test_every_licence_goes_with_ours():
    """Each pinned package for this platform; what is not installed is a fault too."""
    fouten = {}
    for eis in gepind("tests/requirements.txt"):
        if eis.marker is None or eis.marker.evaluate():
            try:
                gezegd = licentie(eis.name)
            except PackageNotFoundError:
                gezegd = "niet geinstalleerd"
            if not mag(gezegd):
                fouten[eis.name] = gezegd
    assert not fouten


def test_what_a_reader_installs_is_judged_too():
    """The packages of the app are among those of the tests, so that both tests here see them."""
    assert {str(eis) for eis in gepind("requirements.txt")} <= {str(eis) for eis in gepind("tests/requirements.txt")}


@pytest.mark.parametrize(
    ("uitdrukking", "goed"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR (MIT AND Zlib)", True),
        ("MIT AND AGPL-3.0-only", False),
        ("SSPL-1.0", False),
        ("", False),
    ],
)
def test_a_licence_is_weighed_as_a_whole(uitdrukking, goed):
    """Of OR one is enough, of AND each counts, and no licence is no permission."""
    assert mag(uitdrukking) is goed


LEK = {"id": "PYSEC-2021-66", "fix_versions": ["2.11.3"]}
PROEF = {"name": "jinja2", "version": "2.11.2", "vulns": [LEK]}


def dienst(*antwoord: dict, kent_proef: bool = True):
    """A service that answers this about the packages, and knows the old version or not."""
    return lambda _, pakketten: (
        ([PROEF] if kent_proef else [PROEF | {"vulns": []}]) if pakketten == [d.PROEF] else list(antwoord)
    )


def test_clean_is_said_only_after_everything_was_asked():
    """One package, known and without a fault."""
    status, regels = d.oordeel(["click==8.5.1"], dienst({"name": "click", "version": "8.5.1", "vulns": []}))
    assert status == d.GOED
    assert regels == ["1 pakketten nagevraagd bij pypi: geen bekende kwetsbaarheden."]


def test_a_skipped_package_is_a_fault():
    """Skipped with a reason, and left out altogether."""
    overgeslagen = {"name": "click", "skip_reason": "not found"}
    status, regels = d.oordeel(["click==8.5.1", "idna==3.20"], dienst(overgeslagen))
    assert status == d.FOUT
    assert [regel.split(":")[0] for regel in regels] == ["click==8.5.1", "idna==3.20"]


def test_a_vulnerability_is_named_with_its_remedy():
    """The package, the fault, the version that mends it and what to do."""
    status, regels = d.oordeel(["jinja2==2.11.1"], dienst({"name": "jinja2", "version": "2.11.1", "vulns": [LEK]}))
    assert status == d.FOUT
    assert regels == ["jinja2==2.11.1: PYSEC-2021-66; hersteld in 2.11.3. Pas pyproject.toml aan en draai make lock."]


@pytest.mark.parametrize("vraag", [dienst(kent_proef=False), lambda *_: None, lambda *_: []])
def test_who_could_not_be_asked_is_never_called_good(vraag):
    """A service that knows no old fault, none that answers, and one that skips everything."""
    status, regels = d.oordeel(["click==8.5.1"], vraag)
    assert status == d.NIET_GEVRAAGD
    assert regels[0].startswith("NIET NAGEVRAAGD")
    assert not any("geen bekende" in regel for regel in regels)


def test_the_check_of_a_change_asks_too():
    """.ci/run runs make audit after make test, and every compiled file is looked at."""
    assert "make audit" in (WORTEL / ".ci" / "run").read_text(encoding="utf-8")
    for naam in d.BESTANDEN:
        assert len(d.pinnen((WORTEL / naam).read_text(encoding="utf-8"))) > 15


def test_the_bill_of_materials_has_every_package_with_the_hashes_of_its_files():
    """What is compiled and nothing else, each once; a package for some platforms says which."""
    slot = (WORTEL / "requirements.txt").read_text(encoding="utf-8")
    lijst = stuklijst(slot)
    assert (lijst["bomFormat"], lijst["specVersion"]) == ("CycloneDX", "1.6")
    assert [een["purl"] for een in lijst["components"]] == [
        f"pkg:pypi/{wat.name}{str(wat.specifier).replace('==', '@')}" for wat in gepind("requirements.txt")
    ]
    assert sum(len(een["hashes"]) for een in lijst["components"]) == slot.count("--hash=sha256:")
    assert any("properties" in een for een in lijst["components"])
    met = [een for een in lijst["components"] if "licenses" in een]
    assert len(met) > 0.9 * len(lijst["components"]) - 5
    assert set(lijst["dependencies"][0]["dependsOn"]) == {een["bom-ref"] for een in lijst["components"]}
    naar_het_schema = JsonStrictValidator(SchemaVersion.V1_6)
    assert naar_het_schema.validate_str(json.dumps(lijst)) is None
    assert naar_het_schema.validate_str(json.dumps(lijst | {"bomFormat": "anders"}))


def test_the_table_of_platforms_is_of_these_pins():
    """Every platform and Python has its cell, found for the packages as they are pinned now: else run `make platformen`."""
    blad = (WORTEL / "docs" / "platformen.md").read_text(encoding="utf-8")
    rijen = [[cel.strip() for cel in rij.strip("|").split("|")] for rij in blad.splitlines() if rij.startswith("|")]
    assert platformen.zegel() in blad
    assert [rij[0] for rij in rijen[2:]] == [*platformen.PLATFORMEN]
    assert rijen[0][1:] == [f"Python {python}" for python in platformen.PYTHONS]
    assert all(cel == "ja" or cel.startswith("nee: ") for rij in rijen[2:] for cel in rij[1:])
    assert rijen[2][1] == "ja"  # where all of this runs
