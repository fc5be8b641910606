"""From outcomes to the rows of the shared charts, bars and lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare import model
from fairshare.gegevens import Monitoring
from fairshare.grafieken.thema import Rijen, grootste, ronde_grens
from fairshare.lui import pd
from fairshare.model.invoer import op_het_eigen_pad
from fairshare.opmaak import ONBEKEND, getal, procent, verschil
from fairshare.scenario import Scenario

KLEINSTE_AS = 5.0
"""An axis reaches at least this far, so that what rounds to nothing does not fill it."""

NIETS = 0.05
"""A step that is smaller does nothing, and has no bar [homes per year]."""

STAAF = ["naam", "van", "tot", "streep", "kleur", "tekst"]
_LEEG = float("nan")


def _staven(rijen: Iterable[Sequence[Any]]) -> Rijen:
    """Make the rows of bars; the label stands at the end of the bar and of its mark, left of one below 0."""
    alle = list(rijen)
    getoond = [alle[plek] for plek in grootste(np.array([rij[2] - rij[1] for rij in alle], dtype=float))]
    kolommen: dict[str, Any] = {naam: [rij[plek] for rij in getoond] for plek, naam in enumerate(STAAF)}
    einden = _einden(kolommen)
    onder = einden[1] < 0
    kolommen["bij"] = np.where(onder, einden.min(axis=0), einden.max(axis=0)).tolist()
    kolommen["onder"] = onder.tolist()
    kolommen["volgorde"] = list(range(len(getoond)))
    return kolommen


def _einden(rijen: Rijen) -> NDArray[np.float64]:
    """Give where bars and marks begin and end; nothing is at 0."""
    return np.nan_to_num(np.array([rijen[naam] for naam in ("van", "tot", "streep")], dtype=float))


def domein(rijen: Rijen) -> tuple[float, float]:
    """Give round ends for the axis of bars, with room for the labels.

    Examples
    --------
    >>> domein({"van": [0.0], "tot": [90.0], "streep": [float("nan")]})
    (0.0, 150.0)
    >>> domein({"van": [0.0, 0.0], "tot": [-67.0, 11.0], "streep": [float("nan")] * 2})
    (-100.0, 30.0)
    """
    einden = _einden(rijen)
    laag, hoog = float(einden.min(initial=0.0)), float(einden.max(initial=KLEINSTE_AS))
    ruimte = 0.2 * (hoog - laag)
    return (-ronde_grens(ruimte - laag) if laag < 0 else 0.0), ronde_grens(hoog + ruimte)


def lijndomein(rijen: Rijen) -> tuple[float, float]:
    """Give round ends for the axis of lines, with room for the labels. It begins at 0: a fall looks as large as it is.

    Examples
    --------
    >>> lijndomein(pd.DataFrame({"waarde": [2390.0, 2230.0]}))
    (0.0, 3000.0)
    """
    waarden = np.concatenate([np.asarray(rijen[naam], dtype=float) for naam in ("waarde", "hoog") if naam in rijen])
    return 0.0, ronde_grens(1.1 * float(np.fmax.reduce(waarden, initial=np.nan)))


def tornado_rijen(band: model.Bandbreedte, nu: float) -> Rijen:
    """Give a bar for each uncertain input, the widest first, with the scenario as mark."""
    return _staven(
        (model.INVOER[naam], laag, hoog, nu, "niet geplaatst", f"{getal(laag)} tot {getal(hoog)}")
        for naam, (laag, hoog) in band.tornado.items()
    )


def waterval_rijen(waterval: model.Waterval) -> Rijen:
    """Give a bar for the gap of 2024, one for each step that does something, and one for what is left."""
    stappen = [
        (
            rij["label"],
            rij["van"],
            rij["tot"],
            _LEEG,
            "capaciteit" if rij["tot"] <= rij["van"] else "stil",
            verschil(rij["tot"] - rij["van"]),
        )
        for rij in waterval.stappen.to_dict("records")
        if not abs(rij["tot"] - rij["van"]) < NIETS
    ]
    begin, eind = waterval.begin, waterval.eind
    return _staven(
        [
            ("Gat in 2024", 0.0, begin, _LEEG, "niet geplaatst", getal(begin)),
            *stappen,
            ("Niet geplaatst in dit scenario", 0.0, eind, _LEEG, "niet geplaatst", getal(eind)),
        ]
    )


def opgave_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give a bar for each gemeente: its opgave in the end year, the largest first."""
    tabel = _met_heel(uitkomst, "opgave").sort_values("opgave", ascending=False, kind="stable")
    return _staven(
        (rij["naam"], 0.0, rij["opgave"], _LEEG, "stil", getal(rij["heel_opgave"])) for rij in tabel.to_dict("records")
    )


def _met_heel(uitkomst: model.Uitkomst, *namen: str) -> pd.DataFrame:
    """Give the gemeenten in the end year, with figures in whole homes beside them for their labels."""
    heel = model.in_het_jaar(uitkomst, namen)
    return model.eindjaar(uitkomst).assign(**{f"heel_{naam}": heel[naam][:-1] for naam in namen})


def toen_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give a bar for each gemeente: its toewijzingen of 2024, with the opgave of the end year as mark."""
    tabel = _met_heel(uitkomst, "opgave").assign(toen=uitkomst.bron.kolom("toewijzingen_2024"))
    return _staven(
        (
            rij["naam"],
            0.0,
            rij["toen"],
            rij["opgave"],
            "capaciteit",
            f"{getal(rij['toen'])} van {getal(rij['heel_opgave'])}",
        )
        for rij in tabel.sort_values("opgave", ascending=False, kind="stable").to_dict("records")
    )


def tekort_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give a bar for each gemeente in the end year: its tekort to the left, its overschot to the right."""
    tabel = _met_heel(uitkomst, "tekort", "overschot")
    tabel = tabel.assign(saldo=tabel["overschot"] - tabel["tekort"]).sort_values("saldo", kind="stable")
    return _staven(
        (
            rij["naam"],
            0.0,
            rij["saldo"],
            _LEEG,
            "niet geplaatst" if rij["saldo"] < 0 else "capaciteit",
            _saldo(rij),
        )
        for rij in tabel.to_dict("records")
    )


def _saldo(rij: Mapping[Any, Any]) -> str:
    """Write what stands beside the bar of a gemeente: what it is short, or has to spare."""
    if np.isnan(rij["saldo"]):
        return ONBEKEND
    return f"{getal(rij['heel_tekort'])} tekort" if rij["saldo"] < 0 else f"{getal(rij['heel_overschot'])} over"


def opbrengst_rijen(tabel: pd.DataFrame) -> Rijen:
    """Give a bar for each lever: how many fewer are not placed."""
    return _staven(
        (rij["label"], 0.0, rij["minder"], _LEEG, "capaciteit", getal(rij["minder"]))
        for rij in tabel.to_dict("records")
    )


def regulier_rijen(regulier: model.Regulier) -> Rijen:
    """Give a bar for each gemeente: what is left, with 2024 as mark."""
    return _staven(
        (
            naam,
            0.0,
            over,
            toen,
            "regulier",
            getal(heel) + (f" ({verschil(anders)})" if np.isfinite(anders) else ""),
        )
        for naam, over, toen, heel, anders in zip(
            *(regulier.van_gemeenten[kolom] for kolom in ("naam", "regulier", "regulier_2024")),
            *(regulier.in_woningen[kolom][:-1] for kolom in ("regulier", "verschil")),
            strict=True,
        )
    )


def ronde_rijen(uitkomst: model.Uitkomst, ronde: model.Ronde) -> Rijen:
    """Give a bar for each gemeente: niet geplaatst after a round, with the beginning as mark."""
    begin = model.speel(uitkomst, (), 0).niet_geplaatst
    heel = model.in_het_jaar(ronde.uitkomst, ("niet_geplaatst",))["niet_geplaatst"][:-1]
    return _staven(
        (naam, 0.0, float(nu), float(toen), "niet geplaatst", getal(woningen))
        for naam, nu, toen, woningen in zip(uitkomst.bron.namen, ronde.niet_geplaatst, begin, heel, strict=True)
    )


def saldo_rijen(beeld: model.Solidariteit) -> Rijen:
    """Give a bar for each gemeente: placed less its own fair share."""
    saldi = beeld.uitkomst.per_gemeente("vereffening", beeld.jaar).tolist()
    return _saldi(beeld.uitkomst.bron.namen, saldi, beeld.heel("vereffening")[:-1])


def stand_rijen(stand: model.Stand) -> Rijen:
    """Give a bar for each gemeente, in the order of the data: how it stands since the start."""
    tabel = stand.tabel[:-1]
    return _saldi(tabel["naam"], tabel["stand"], tabel["stand"])


def _saldi(namen: Iterable[str], saldi: Iterable[float], heel: Iterable[float]) -> Rijen:
    """Make a bar a gemeente, blue for more and in the accent for less."""
    return _staven(
        (naam, 0.0, saldo, _LEEG, "capaciteit" if saldo > 0 else "niet geplaatst", verschil(geheel))
        for naam, saldo, geheel in zip(namen, saldi, heel, strict=True)
    )


def sleutel_rijen(anders: pd.DataFrame, sleutel: str) -> Rijen:
    """Give a bar for each gemeente: what a key asks more or less than inwoners."""
    return _staven(
        (
            rij["naam"],
            0.0,
            rij[sleutel],
            _LEEG,
            "niet geplaatst" if rij[sleutel] > 0 else "capaciteit",
            verschil(rij[sleutel]),
        )
        for rij in anders.to_dict("records")
    )


def aandeel_rijen(uitkomst: model.Uitkomst, jaar: int, grens: float) -> Rijen:
    """Give a bar for each gemeente, or one for all where it is the same: the reserved share in a year, with a line to compare with."""
    tabel = model.gemeenten_tabel(uitkomst)
    delen = tabel[tabel["jaar"] == jaar]
    gelijk = delen["reservering"].map(lambda deel: procent(deel, 1)).nunique() == 1
    return _staven(
        (
            "Elke gemeente" if gelijk else rij["naam"],
            0.0,
            rij["reservering"],
            grens,
            "capaciteit",
            procent(rij["reservering"], 1),
        )
        for rij in delen[: 1 if gelijk else None].to_dict("records")
    )


def band_rijen(uitkomst: model.Uitkomst, band: model.Bandbreedte) -> pd.DataFrame:
    """Give niet geplaatst of the region per year, with its band."""
    tabel = model.regio_tabel(uitkomst)
    return _lijn("Niet geplaatst", tabel, "niet_geplaatst").assign(laag=band.pad_laag, hoog=band.pad_hoog)


AFSPRAAK_REGULIER = "Deel van de afspraak"
"""The line of what stays for regulier woningzoekenden by the agreement of the region."""


def regulier_pad_rijen(regulier: model.Regulier) -> Rijen:
    """Give what is left per year, beside 2024 and beside the share of the agreement."""
    jaren, vrij = regulier.per_jaar["jaar"], regulier.per_jaar["vrij"]
    lijnen = {"Regulier": regulier.per_jaar["regulier"], "Zoals in 2024": [regulier.regulier_2024] * len(jaren)}
    if np.isfinite(regulier.deel_afspraak):
        lijnen[AFSPRAAK_REGULIER] = [regulier.deel_afspraak / 100 * een for een in vrij]
    tekst = [getal(waarde) for lijn in lijnen.values() for waarde in lijn]
    return {
        "jaar": [*jaren] * len(lijnen),
        "reeks": [reeks for reeks in lijnen for _ in jaren],
        "waarde": [waarde for lijn in lijnen.values() for waarde in lijn],
        "tekst": tekst,
        "bij": tekst[: len(jaren)] + [""] * (len(tekst) - len(jaren)),
    }


def vergelijk_rijen(kandidaten: Sequence[model.Kandidaat]) -> pd.DataFrame:
    """Give niet geplaatst of the region per year for each scenario."""
    tabel = model.vergelijk_per_jaar(kandidaten)
    return pd.concat(
        [_lijn(str(naam), deel, "niet_geplaatst") for naam, deel in tabel.groupby("naam", sort=False)],
        ignore_index=True,
    )


def _lijn(reeks: str, tabel: pd.DataFrame, kolom: str) -> pd.DataFrame:
    tekst = tabel[kolom].map(getal)
    return pd.DataFrame({"jaar": tabel["jaar"], "reeks": reeks, "waarde": tabel[kolom], "tekst": tekst, "bij": tekst})


def eigen_pad_rijen(scenario: Scenario) -> Rijen:
    """Give how far an own path is in each year [percent of the way], with the years that were chosen."""
    jaren = list(range(scenario.start, scenario.eind + 1))
    delen = [op_het_eigen_pad(scenario, jaar) for jaar in jaren]
    punten = {int(jaar) for jaar, _ in scenario.punten}
    return {
        "jaar": jaren,
        "deel": delen,
        "tekst": [procent(deel) for deel in delen],
        "gekozen": [jaar in punten for jaar in jaren],
    }


def voortgang_rijen(
    uitkomst: model.Uitkomst, monitoring: Monitoring, nu: model.Voortgang
) -> tuple[tuple[tuple[str, str], ...], pd.DataFrame]:
    """Give the pad, fair share, what was realised and the projection with its band per year, with the colours of the series."""
    tabel = model.realisatie_per_jaar(uitkomst, monitoring, nu)
    reeksen = (
        ("Pad", "pad", "capaciteit"),
        ("Fair share", "opgave", "stil"),
        ("Prognose", "prognose", "niet geplaatst"),
        ("Gerealiseerd", "gerealiseerd", "regulier"),
    )
    rijen = [_lijn(woord, tabel.dropna(subset=[kolom]), kolom) for woord, kolom, _ in reeksen]
    rijen[2] = rijen[2].assign(**tabel.dropna(subset=["prognose"])[["laag", "hoog"]])
    return tuple((woord, kleur) for woord, _, kleur in reeksen), pd.concat(rijen, ignore_index=True)
