"""A sweep over a grid: the figures of the engine, whole chunks only, and refusals by name."""

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import product
from math import prod
from pathlib import Path
from random import Random
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from packaging.requirements import Requirement

from fairshare.export import verken as sweep
from fairshare.fouten import GegevensFout, ScenarioFout
from fairshare.gegevens import lees_regio
from fairshare.model import bereken
from fairshare.model.tabellen import REGIO
from fairshare.opdrachten import main
from fairshare.scenario import Scenario

ROOSTER = """
regios = ["stedendriehoek", "PV21"]
[vast]
pad = "direct"
bovengrens = 90
regel = "nabij"
[van]
sleutel = ["inwoners", "mutaties"]
reservering = {van = 25, tot = 37, stap = 4}
mutatiegraad = [5, 5.71]
opgave = [900, 1170]
"""


@pytest.fixture
def rooster(tmp_path: Path) -> Path:
    """The grid as a file."""
    pad = tmp_path / "rooster.toml"
    pad.write_text(ROOSTER)
    return pad


def test_a_sweep_has_the_figures_of_the_engine_bit_for_bit(rooster, tmp_path, monkeypatch, capsys):
    """Whatever the size of a chunk; what a region cannot is said, and the rest is there."""
    monkeypatch.setattr(sweep, "MEESTE_CELLEN", 400)
    assert main(["verken", str(rooster), "--naar", str(tmp_path / "uit")]) == 0
    gezegd = capsys.readouterr()
    assert "sleutel=mutaties kan niet" in gezegd.err
    assert "1 keer kon een regio dit niet" in gezegd.out
    for regio, sleutel in (("stedendriehoek", "inwoners"), ("stedendriehoek", "mutaties"), ("PV21", "inwoners")):
        bestanden = sorted((tmp_path / "uit" / f"regio={regio}").glob("*.parquet"))
        assert len(bestanden) > 1
        tabel = pd.concat(map(pd.read_parquet, bestanden)).query(f"keuze_sleutel == '{sleutel}'")
        assert len(tabel) == 4 * 2 * 2 * 10
        for (reservering, graad, opgave), deel in tabel.groupby(
            ["keuze_reservering", "keuze_mutatiegraad", "keuze_opgave"]
        ):
            scenario = Scenario(
                regio=regio,
                pad="direct",
                bovengrens=90,
                regel="nabij",
                sleutel=sleutel,
                reservering=reservering,
                mutatiegraad=graad,
                opgave=int(opgave),
            )
            uitkomst = bereken(lees_regio(regio), scenario)
            for naam in REGIO:
                np.testing.assert_array_equal(deel[naam].to_numpy(), getattr(uitkomst.regio, naam)[:, 0])


def test_a_sweep_goes_on_where_it_stopped(rooster, tmp_path, monkeypatch):
    """What is there is not computed again; what is not comes back the same; another grid is refused."""
    grid, uit = sweep.lees_rooster(rooster.read_bytes()), tmp_path / "uit"
    sweep.verken(grid, uit, None, lambda klaar, alle: None)
    eerste = {pad: pad.read_bytes() for pad in uit.rglob("*.parquet")}
    weg = next(iter(eerste))
    weg.unlink()
    gemaakt, maak = [], sweep.maak_deel
    monkeypatch.setattr(sweep, "maak_deel", lambda deel: gemaakt.append(deel.naam) or maak(deel))
    sweep.verken(grid, uit, None, lambda klaar, alle: None)
    assert gemaakt == [str(weg.relative_to(uit))]
    assert {pad: pad.read_bytes() for pad in uit.rglob("*.parquet")} == eerste
    with pytest.raises(GegevensFout, match="een ander rooster"):
        sweep.verken(sweep.lees_rooster(ROOSTER.replace("5.71", "6").encode()), uit, None, lambda klaar, alle: None)


GETALLEN = {
    "reservering": (25, 37, 0.1),
    "mutatiegraad": (4, 8, 0.01),
    "opgave": (400, 1500, 1),
    "groei": (-2, 2, 0.1),
    "nieuwbouw": (0, 300, 1),
    "doorstroming": (0, 200, 1),
    "alternatief": (0, 200, 1),
    "sloop": (0, 100, 1),
    "herhuisvesting": (0, 100, 1),
    "verhuisketen": (0, 60, 1),
    "verevening": (0, 100, 5),
    "taakstelling": (0, 400, 1),
}
VASTEN = (
    {},
    {"regel": "gelijk", "bovengrens": 60},
    {"regel": "nabij", "ondergrens": 80},
    {"ruil": "GM0262-GM0150:10", "bodem": "ja"},
    {"statushouders": "exclusief", "pad": "direct"},
    {"achterstand": "ja", "groeit": "reservering", "afwijking": "GM0150:33"},
)


@pytest.mark.parametrize("zaad", range(12))
def test_a_sweep_is_the_engine_everywhere_between_its_ends(zaad):
    """Three numbers at a time, each with values inside its range; what is judged at the ends is refused nowhere between."""
    toeval = Random(zaad)
    van = {}
    for naam in toeval.sample(sorted(GETALLEN), 3):
        laag, hoog, stap = GETALLEN[naam]
        waarden = sorted({round(laag + stap * toeval.randint(0, round((hoog - laag) / stap)), 2) for _ in range(4)})
        van[naam] = tuple(int(een) if stap == 1 else een for een in waarden)
    rooster = sweep.Rooster(("stedendriehoek",), VASTEN[zaad % len(VASTEN)], van)
    regio = lees_regio("stedendriehoek")
    [deel] = sweep.delen(rooster)
    if isinstance(deel, ScenarioFout):
        with pytest.raises(ScenarioFout):
            [bereken(regio, Scenario(**rooster.vast, **keuze)) for keuze in _alle(van)]
        return
    tabel = pd.read_parquet(io.BytesIO(sweep.maak_deel(deel)[1]))
    assert len(tabel) == prod(map(len, van.values())) * 10
    for keuze, (_, rijen) in zip(_alle(van), tabel.groupby(np.arange(len(tabel)) // 10), strict=True):
        uitkomst = bereken(regio, Scenario(**rooster.vast, **keuze))
        assert {naam: rijen[f"keuze_{naam}"].iloc[0] for naam in keuze} == keuze
        for naam in REGIO:
            np.testing.assert_array_equal(rijen[naam].to_numpy(), getattr(uitkomst.regio, naam)[:, 0], naam)


def _alle(van: dict[str, tuple[float, ...]]) -> Iterator[dict[str, float]]:
    return (dict(zip(van, hoek, strict=True)) for hoek in product(*van.values()))


EXTRA = [
    Requirement(een)
    for een in tomllib.loads(Path("pyproject.toml").read_text())["project"]["optional-dependencies"]["dask"]
]


def test_the_extra_for_a_cluster_is_pinned_and_asks_nothing_that_we_pin_otherwise():
    """Dask and distributed at one version each, the same of both, in no lock that is installed without it."""
    assert [een.name for een in EXTRA] == ["dask", "distributed"]
    assert {str(een.specifier)[:2] for een in EXTRA} == {"=="} and len({str(een.specifier) for een in EXTRA}) == 1
    assert not re.search(r"^(dask|distributed)==", Path("tests/requirements.txt").read_text(), re.MULTILINE)
    assert "| dask, distributed |" in Path("CONTRIBUTING.md").read_text()


class Nagedaan:
    """What a cluster of one worker is to a sweep: it computes at once, and hands over what was asked first."""

    def __init__(self, bezig=(), **_):
        self.bezig = list(bezig)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __iter__(self):
        while self.bezig:
            yield self.bezig.pop(0)

    def scheduler_info(self):
        return {"workers": {"een": {}}}

    def submit(self, doe, deel, pure):
        return SimpleNamespace(result=lambda: doe(deel))

    def add(self, een):
        self.bezig.append(een)


@pytest.mark.parametrize(
    "echt",
    [
        False,
        pytest.param(
            True, marks=pytest.mark.skipif(not find_spec("distributed"), reason="the extra dask is not installed")
        ),
    ],
)
def test_a_cluster_gives_the_same_files_bit_for_bit(echt, rooster, tmp_path, monkeypatch):
    """Also with more chunks than are asked ahead: those of this process alone, the same bytes in every file; the pins are those installed."""
    if echt:
        assert [version(een.name) for een in EXTRA] == [str(een.specifier)[2:] for een in EXTRA]
    else:
        monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Nagedaan, as_completed=Nagedaan))
    monkeypatch.setattr(sweep, "MEESTE_CELLEN", 400)
    grid = sweep.lees_rooster(rooster.read_bytes())
    for waar, adres in (("een", None), ("cluster", "lokaal")):
        sweep.verken(grid, tmp_path / waar, adres, lambda klaar, alle: None)
    een, ander = (
        {str(pad.relative_to(tmp_path / waar)): pad.read_bytes() for pad in (tmp_path / waar).rglob("*.parquet")}
        for waar in ("een", "cluster")
    )
    assert len(een) > 8 and een.keys() == ander.keys()
    assert not [pad for pad in een if een[pad] != ander[pad]]


def test_without_the_extra_a_cluster_says_what_to_install(rooster, tmp_path, monkeypatch):
    """A Dutch line that names the extra, and that it can do without."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(GegevensFout, match=r"installeer de extra fairshare-verkenner\[dask\], of laat --cluster weg"):
        sweep.verken(sweep.lees_rooster(rooster.read_bytes()), tmp_path / "uit", "lokaal", lambda klaar, alle: None)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("regios = [", "dit is geen TOML"),
        ('regios = ["gmr"]', "geef regios"),
        ("[van]\nreserving = [30]", "reserving kan niet"),
        ("[van]\nreservering = {van = 30, tot = 20, stap = 1}", "geef een lijst, of van, tot en stap"),
    ],
)
def test_a_grid_that_cannot_be_is_refused_by_name(tekst, melding):
    """No TOML, nothing that varies, a parameter that is not there, a range that ends before it begins."""
    with pytest.raises(GegevensFout, match=melding):
        sweep.lees_rooster(tekst.encode())
