"""A sweep over a grid: the figures of the engine, whole chunks only, and refusals by name."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fairshare.__main__ import main
from fairshare.export import verken as sweep
from fairshare.fouten import GegevensFout
from fairshare.gegevens import lees_regio
from fairshare.model import bereken
from fairshare.model.tabellen import REGIO
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
