"""What the documents say is true: generated parts are fresh, and numbers are recomputed."""

import doctest
import re
from difflib import unified_diff
from pathlib import Path

import jsonschema
import pytest
import yaml

from fairshare import MODELDATUM, MODELVERSIE, link
from fairshare.dienst import INSLUITERS, KAMERS
from fairshare.link import STANDAARD, VERSIE
from fairshare.model.graaf import VERGELIJKINGEN
from fairshare.opdrachten import main
from fairshare.weergave import PARAMETERS

WORTEL = Path(__file__).parents[2]


def lees(naam: str) -> str:
    return (WORTEL / naam).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("opdracht", "naam"),
    [
        ("parameters", "docs/parameters.md"),
        ("rekenregels", "docs/rekenregels.md"),
        ("schema", "docs/monitoring.schema.json"),
    ],
)
def test_what_is_generated_is_fresh(opdracht, naam, capsys):
    """The parameters, the equations and the schema of the monitoring are what `make docs` writes now."""
    main([opdracht])
    anders = list(
        unified_diff(lees(naam).splitlines(), capsys.readouterr().out.splitlines(), "nu", "straks", "", "", 0)
    )
    assert not anders, f"{naam} loopt achter: draai make docs"


def test_the_example_in_the_readme_prints_what_it_says(capsys):
    """Every line of the example stands in the output of its command."""
    voorbeeld = re.search(r'    \$ python -m fairshare bereken "(.*?)"\n((?:    .*\n)+)', lees("README.md"))
    assert voorbeeld
    main(["bereken", voorbeeld[1]])
    uit = capsys.readouterr().out.splitlines()
    assert [regel.strip() for regel in voorbeeld[2].splitlines()] == uit[:3]


@pytest.mark.parametrize("naam", ["README.md", "docs/als-bibliotheek.md"])
def test_the_examples_in_python_give_what_they_say(naam, tmp_path, monkeypatch):
    """Each line with >>> is run, in a folder where the checkout is not; a chart that is saved is there."""
    monkeypatch.chdir(tmp_path)
    hoe = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    mis, aantal = doctest.testfile(str(WORTEL / naam), module_relative=False, optionflags=hoe, encoding="utf-8")
    assert not mis and aantal > 2
    bewaard = re.findall(r'save\("(.*?)"', lees(naam))
    assert all((tmp_path / bestand).stat().st_size > 5_000 for bestand in bewaard)


def test_every_link_in_the_readme_is_good():
    """The links to try open without a fault."""
    from fairshare.gegevens import lees_regios

    links = re.findall(r"<http://localhost:8501(/[^>]+)>", lees("README.md"))
    assert len(links) == 6
    assert not [fout for adres in links for fout in link.lees(f"http://x{adres}", lees_regios()).fouten]


def test_every_measurement_is_written_down():
    """docs/metingen.md is what `make bench` wrote: each measurement with its method as it is now."""
    from tests.metingen.bench import APART, METINGEN

    tekst = lees("docs/metingen.md")
    alle = (*METINGEN, *APART)
    assert [meting.__name__ for meting in alle if f"## {meting.TITEL}\n\n{meting.METHODE}" not in tekst] == []


def test_every_promise_has_a_command_that_is_there():
    """Each test that docs/beloften.md names exists, and each make target too."""
    genoemd = re.findall(r"`(tests/[^`:]+)(?:::(\w+))?`", lees("docs/beloften.md"))
    assert len(genoemd) > 15
    for bestand, naam in genoemd:
        assert f"def {naam}" in lees(bestand), naam
    for doel in re.findall(r"`make (\w+)`", lees("docs/beloften.md")):
        assert f"\n{doel}:" in lees("Makefile"), doel


def test_every_room_and_document_in_the_readme_exists():
    """Each path in the map of rooms is there."""
    paden = re.findall(r"^\| `([^`]+)`", lees("README.md"), re.MULTILINE) + re.findall(
        r"\]\((docs/[^)]+)\)", lees("README.md")
    )
    assert len(paden) > 10
    assert not [pad for pad in paden if not (WORTEL / pad).exists()]


def test_every_finding_is_listed_and_says_what_it_must():
    """findings/README.md has a line for each script, and a script has the four parts of its header."""
    scripts = sorted((WORTEL / "findings").glob("*.sh"))
    assert sorted(re.findall(r"^\| `([^`]+)`", lees("findings/README.md"), re.MULTILINE)) == [
        pad.stem for pad in scripts
    ]
    delen = ("What:", "Expected:", "Happens:", "Matters:", "Exit:")
    assert not [pad.name for pad in scripts if not all(f"\n# {deel} " in pad.read_text("utf-8") for deel in delen)]


def test_every_dependency_says_what_it_is_for():
    """Each pinned package of pyproject.toml stands in CONTRIBUTING."""
    namen = re.findall(r'^    "([a-z0-9-]+)==', lees("pyproject.toml"), re.MULTILINE)
    assert len(namen) > 10
    assert not [naam for naam in namen if naam not in lees("CONTRIBUTING.md").split("## Dependencies")[1]]


def test_every_pin_is_compiled():
    """The compiled files hold the versions that pyproject.toml asks for."""
    gepind = lees("tests/requirements.txt") + lees("tests/gereedschap.txt")
    for regel in re.findall(r'^    "([a-z0-9-]+==[0-9a-z.]+)"', lees("pyproject.toml"), re.MULTILINE):
        assert regel in gepind


@pytest.mark.parametrize("naam", ["requirements.txt", "tests/requirements.txt", "tests/gereedschap.txt"])
def test_every_package_is_pinned_with_its_hashes(naam):
    """One version each, and at least one file that may be installed."""
    regels = lees(naam).replace("\\\n", "").splitlines()
    pakketten = [regel for regel in regels if not regel.startswith("#")]
    assert len(pakketten) > 20
    for pakket in pakketten:
        assert re.match(r"[a-z0-9-]+==[0-9a-z.]+ ", pakket), pakket
        assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |$)", pakket)) >= 1, pakket


def test_only_what_has_the_right_hash_is_installed():
    """Each command that installs for make or the image asks for hashes; so does the README."""
    for naam in ("Makefile", "Dockerfile", "README.md"):
        regels = [regel for regel in lees(naam).splitlines() if re.search(r"install .*-r |INSTALLEER =", regel)]
        assert regels and all("--require-hashes" in regel or "$(INSTALLEER)" in regel for regel in regels), naam


def test_how_to_install_names_what_is_there():
    """Every setting and file that docs/installeren.md speaks of stands where it says."""
    tekst, compose = lees("docs/installeren.md"), lees("compose.yaml")
    for kop in ("proxy_read_timeout 1d", "listen 8080", "mem_limit: 1g", "VERKENNER_PAD", INSLUITERS, KAMERS):
        assert kop in compose, kop
    for woord in (
        "8080",
        "1 GB",
        "10001",
        "redirect_uri",
        "requirements.txt",
        "make audit",
        "/api/v1/gezond",
        "VERKENNER_PAD",
        INSLUITERS,
        KAMERS,
    ):
        assert woord in tekst, woord
    assert "USER 10001" in lees("Dockerfile")


def test_the_versions_agree():
    """One version in the package, the project, the changelog and publiccode.yml, which has its day too."""
    for naam, patroon in (
        ("pyproject.toml", rf'version = "{MODELVERSIE}"'),
        ("CHANGELOG.md", rf"\[{MODELVERSIE}\]"),
        ("publiccode.yml", rf'softwareVersion: {MODELVERSIE}\nreleaseDate: "{MODELDATUM}"'),
    ):
        assert re.search(patroon, lees(naam)), naam


TEKST = {"type": "string", "minLength": 1}
PUBLICCODE = {
    "additionalProperties": False,
    "required": [
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"),
        *("legal", "maintenance", "localisation"),
    ],
    "properties": {
        "publiccodeYmlVersion": {"const": "0.7"},
        "name": TEKST,
        "url": {"pattern": "^https://"},
        "softwareVersion": TEKST,
        "releaseDate": {"pattern": r"^20\d\d-\d\d-\d\d$"},
        "platforms": {"items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]}},
        "categories": {"items": {"enum": ["data-analytics", "data-visualization"]}},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {"enum": ["standalone/web"]},
        "intendedAudience": {
            "additionalProperties": False,
            "properties": {
                "countries": {"items": {"pattern": "^[A-Z]{2}$"}},
                "scope": {"items": {"enum": ["government", "local-authorities", "welfare"]}},
            },
        },
        "description": {
            "minProperties": 1,
            "additionalProperties": {
                "additionalProperties": False,
                "required": ["shortDescription", "longDescription", "features"],
                "properties": {
                    "shortDescription": {"type": "string", "maxLength": 150},
                    "longDescription": {"type": "string", "minLength": 150, "maxLength": 10_000},
                    "features": {"type": "array", "minItems": 1, "items": TEKST},
                },
            },
        },
        "legal": {"additionalProperties": False, "required": ["license"], "properties": {"license": {"const": "EUPL-1.2"}}},
        "maintenance": {
            "additionalProperties": False,
            "required": ["type", "contacts"],
            "properties": {
                "type": {"enum": ["internal", "community"]},
                "contacts": {"minItems": 1, "items": {"required": ["name"], "properties": {"name": TEKST}}},
            },
        },
        "localisation": {
            "additionalProperties": False,
            "required": ["localisationReady", "availableLanguages"],
            "properties": {"localisationReady": {"type": "boolean"}, "availableLanguages": {"minItems": 1, "items": TEKST}},
        },
        "dependsOn": {
            "additionalProperties": False,
            "properties": {"open": {"items": {"required": ["name"], "properties": {"name": TEKST, "versionMin": TEKST}}}},
        },
    },
}  # fmt: skip
"""What the standard 0.7 asks of a file like ours, written from its text (schema.core): it has no schema of its own that a program reads.

Of its lists of words only ours stand here, each found in them; a new one is looked up there first.
"""


def test_the_description_for_catalogues_is_what_the_standard_asks():
    """publiccode.yml: nothing is missing, and a word that the standard does not have is a fault."""
    zegt = yaml.safe_load(lees("publiccode.yml"))
    keur = jsonschema.Draft202012Validator(PUBLICCODE)
    assert not list(keur.iter_errors(zegt))
    for weg in PUBLICCODE["required"]:
        assert not keur.is_valid({naam: waarde for naam, waarde in zegt.items() if naam != weg}), weg
    for anders in (
        {"categories": ["government-transparency"]},
        {"legal": {}},
        {"releaseDate": "29-11-2026"},
        {"extra": 1},
    ):
        assert len(list(keur.iter_errors(zegt | anders))) == 1, anders


def test_every_equation_is_written_down():
    """docs/rekenregels.md has every figure of the model in it."""
    tekst = lees("docs/rekenregels.md")
    assert not [naam for naam in VERGELIJKINGEN if f"(`{naam}`)" not in tekst]


def test_every_parameter_is_announced():
    """Who reads the changelog learns of each name that came after version 1 of the link."""
    woorden = set(re.findall(r"\w+", lees("CHANGELOG.md")))
    stil = set(STANDAARD[VERSIE]) - set(STANDAARD[1]) - woorden
    assert not stil, f"noem {sorted(stil)} in CHANGELOG.md onder Unreleased"


def test_the_glossary_has_the_words_of_the_model():
    """The five words that a beginner must know, and every label of a parameter group."""
    begrippen = lees("docs/begrippen.md")
    for woord in ("opgave", "mutatie", "capaciteit", "tekort", "verevening", "niet geplaatst", "gemiste plaatsingen"):
        assert f"| {woord}" in begrippen or f", {woord}" in begrippen, woord


def test_the_default_scenario_is_the_documented_one():
    """Each parameter has a default in the present version of the link."""
    assert set(PARAMETERS) == set(STANDAARD[VERSIE])
