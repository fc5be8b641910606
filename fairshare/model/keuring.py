"""What a scenario asks that a region cannot give: each refusal names what, which value, what is allowed and what to do."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import Regio, niet_van
from fairshare.model.invoer import afstanden, gekozen_opgave, lokale_groepen, periode, taakstelling
from fairshare.model.regels import er_is_ruimte, grenzen_van, hoogste_aandeel
from fairshare.model.uitkomst import Uitkomst
from fairshare.onthouden import onthoud
from fairshare.opmaak import getal, opsomming_kort, procent
from fairshare.scenario import Scenario, parameter

Reeks = NDArray[np.float64]

_RUIS = 1e-9

ZONDER_SEGMENT = ("achterstand", "bodem", "bovengrens", "ondergrens", "verhuisketen")
"""What asks for a path or for all homes, and so cannot go with the reading of a segment."""


def keur(regio: Regio, scenario: Scenario) -> None:
    """Refuse what this region cannot compute.

    Raises
    ------
    ScenarioFout
        With every fault that was found.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> keur(lees_regio("gmr"), Scenario(regio="gmr", statushouders="bovenop"))
    Traceback (most recent call last):
        ...
    fairshare.fouten.ScenarioFout: statushouders=bovenop kan niet: het aantal statushouders van deze regio is onbekend; kies inclusief.
    """
    fouten = _gekeurd(regio, scenario)
    if fouten:
        raise ScenarioFout(fouten)


@onthoud
def _gekeurd(regio: Regio, scenario: Scenario) -> tuple[Fout, ...]:
    soorten = (_gemeenten, _eind, _segment, _statushouders, _bodem, _bovengrens, _nabij, _lokaal)
    return tuple(fout for soort in soorten for fout in soort(regio, scenario))


def _fout(scenario: Scenario, naam: str, advies: str, *opties: str, van: str = "") -> Fout:
    """Name a parameter, its value, and what to do: the advice may go on with options, of this parameter or of another."""
    kies = tuple((optie, parameter(van or naam).toon(optie)) for optie in opties)
    return Fout(naam, parameter(naam).schrijf(getattr(scenario, naam)), advies, kies)


def _gemeenten(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    """Find gemeenten that are not in the region."""
    for naam in ("afwijking", "bouw", "inzet", "ruil"):
        codes = [code for paar in getattr(scenario, naam) for code in paar[0].split("-")]
        vreemd = [code for code in codes if code not in regio.codes]
        if vreemd:
            yield Fout(naam, ",".join(vreemd), niet_van(regio, vreemd))


def _eind(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    """Find a path that ends before the period of the region begins."""
    begin = periode(regio)[0]
    if scenario.eind < begin:
        yield _fout(scenario, "eind", f"de periode van {regio.register.naam} begint in {begin}; kies {begin} of later")


def _segment(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    if scenario.segment != "aftoppingsgrens":
        return
    if not regio.heeft("mutaties_aftoppingsgrens"):
        advies = "in deze regio zijn geen mutaties tot de aftoppingsgrens bekend;"
        yield _fout(scenario, "segment", advies, "liberalisatiegrens")
    kader = Scenario()
    advies = "bij de aftoppingsgrens is onbekend hoeveel van 2024 erin viel; laat het weg of"
    for naam in ZONDER_SEGMENT:
        if getattr(scenario, naam) != getattr(kader, naam):
            yield _fout(scenario, naam, advies, "liberalisatiegrens", van="segment")
    if scenario.statushouders == "zonder_voorrang":
        yield _fout(scenario, "statushouders", advies, "liberalisatiegrens", van="segment")


def _statushouders(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    """Find a reading of statushouders that needs a number that is not known, or that leaves no opgave."""
    eigen = regio.cijfer("statushouders")
    if eigen is None:
        onbekend = "het aantal statushouders van deze regio is onbekend"
        if scenario.statushouders != "inclusief":
            yield _fout(scenario, "statushouders", f"{onbekend};", "inclusief")
        if scenario.taakstelling is not None:
            yield _fout(scenario, "taakstelling", f"{onbekend}; laat de taakstelling weg")
        return
    if scenario.statushouders == "zonder_voorrang" and regio.volledig("toewijzingen_2024"):
        toen = float(regio.kolom("toewijzingen_2024").sum())
        if eigen > toen:
            advies = f"van de {getal(toen)} toewijzingen van 2024 kunnen er geen {getal(eigen)} naar statushouders zijn gegaan;"
            yield _fout(scenario, "statushouders", advies, "inclusief")
    gekozen, erbij = gekozen_opgave(regio, scenario), taakstelling(regio, scenario)
    erin = {"inclusief": erbij - eigen, "bovenop": erbij}.get(scenario.statushouders, -eigen)
    if gekozen + erin < 0:
        telt = ("opgave", "taakstelling") if scenario.statushouders == "inclusief" else ("opgave",)
        waar = next((naam for naam in telt if getattr(scenario, naam) is not None), "statushouders")
        yield _fout(
            scenario,
            waar,
            f"er blijft geen opgave over: {getal(eigen)} huishoudens erin zijn statushouders; kies een opgave van {getal(-erin)} of meer",
        )


def _bodem(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    """Find an afwijking below the floor of 2024."""
    if scenario.bodem != "ja" or not scenario.afwijking:
        return
    toen = 100 * regio.kolom("toewijzingen_2024") / np.maximum(1, regio.kolom("mutaties_liberalisatiegrens"))
    if scenario.statushouders == "zonder_voorrang":
        toen = toen * (1 - (regio.cijfer("statushouders") or 0) / np.maximum(1, regio.kolom("toewijzingen_2024").sum()))
    for code, deel, _ in scenario.afwijking:
        if code in regio.codes and deel < toen[regio.codes.index(code)] - _RUIS:
            i = regio.codes.index(code)
            advies = (
                f"met Niemand onder 2024 gaat {regio.namen[i]} niet onder haar {procent(toen[i], 1)} van 2024; kies een afwijking daarboven, "
                "of laat een van beide weg"
            )
            yield Fout("afwijking", f"{code}:{deel:g}", advies)


def _bovengrens(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    """Find gemeenten whose upper bound is unknown."""
    zonder = regio.zonder("mutaties_liberalisatiegrens") if regio.heeft("mutaties_liberalisatiegrens") else ()
    if scenario.bovengrens is not None and zonder and scenario.segment == "liberalisatiegrens":
        yield _fout(
            scenario, "bovengrens", f"van {opsomming_kort(zonder)} zijn de mutaties onbekend; laat de bovengrens weg"
        )


def _nabij(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    if scenario.regel != "nabij":
        return
    zonder = [naam for naam, rij in zip(regio.namen, np.isnan(afstanden(regio)), strict=True) if rij.all()]
    if zonder:
        yield _fout(
            scenario, "regel", f"het middelpunt van {opsomming_kort(zonder)} is onbekend;", "evenredig", "gelijk"
        )


def _lokaal(regio: Regio, scenario: Scenario) -> Iterator[Fout]:
    if scenario.lokaal != "ja":
        return
    onbekend = np.isnan(lokale_groepen(regio))
    zonder = [naam for naam, weet_niet in zip(regio.namen, onbekend, strict=True) if weet_niet]
    if zonder:
        wie = "deze regio" if len(zonder) == len(regio.namen) else opsomming_kort(zonder)
        yield _fout(
            scenario,
            "lokaal",
            f"de lokale groepen van {wie} zijn onbekend; kies nee, of vul ze in in een eigen bestand (0 waar er geen zijn)",
        )


def keur_ruimte(uitkomst: Uitkomst) -> None:
    """Refuse bounds that leave no room in a year, and a ruil that is larger than the share it takes from.

    Raises
    ------
    ScenarioFout
        Naming gemeente, year, number and the nearest that fits.
    """
    scenario = uitkomst.scenario
    if not (
        scenario.ondergrens or scenario.ruil or scenario.bovengrens is not None or scenario.statushouders == "exclusief"
    ):
        return
    fouten = [*_geen_ruimte(uitkomst), *_te_veel_geruild(uitkomst), *_te_veel_statushouders(uitkomst)]
    if fouten:
        raise ScenarioFout(fouten[:1])


def _geen_ruimte(uitkomst: Uitkomst) -> Iterator[Fout]:
    """Find the first year in which the bounds cannot hold."""
    scenario = uitkomst.scenario
    if scenario.bovengrens is None and not scenario.ondergrens:
        return
    laag, hoog, totaal = (reeks[..., 0] for reeks in _grenzen(uitkomst))
    for j, jaar in enumerate(uitkomst.jaren):
        te = np.flatnonzero(laag[:, j] > hoog[:, j] + _RUIS)
        minst, meest, opgave = laag[:, j].sum(), hoog[:, j].sum(), totaal[0, j]
        if te.size:
            i = int(te[np.argmax(laag[te, j] - hoog[te, j])])
            yield _fout(
                scenario, "ondergrens",
                f"in {jaar} is voor {uitkomst.bron.namen[i]} de ondergrens {getal(laag[i, j], 1)} en de bovengrens {getal(hoog[i, j], 1)} "
                f"woningen; {_passend(uitkomst, 'ondergrens')}",
            )  # fmt: skip
        elif minst > opgave + _RUIS:
            yield _fout(
                scenario, "ondergrens",
                f"in {jaar} is de som van de ondergrenzen {getal(minst, 1)} en de opgave {getal(opgave, 1)} woningen; "
                f"{_passend(uitkomst, 'ondergrens')}",
            )  # fmt: skip
        elif meest < opgave - _RUIS:
            yield _fout(
                scenario, "bovengrens",
                f"in {jaar} mogen alle gemeenten samen {getal(meest, 1)} woningen krijgen en de opgave is {getal(opgave, 1)}; "
                f"{_passend(uitkomst, 'bovengrens')}",
            )  # fmt: skip


def _grenzen(uitkomst: Uitkomst, **anders: Reeks) -> tuple[Reeks, Reeks, Reeks]:
    """Give the least and the most of each gemeente and the opgave, of shape (gemeente, jaar, scenario), with other bounds where given."""
    figuren, vorm = uitkomst.gemeenten, (len(uitkomst.bron.codes), len(uitkomst.jaren), 1)
    namen = ("gewicht_inwoners", "opgave_regio", "ondergrens", "bovengrens", "vrij", "buiten")
    laag, hoog = grenzen_van(*(anders.get(naam, getattr(figuren, naam)) for naam in namen))
    gevraagd, laag, hoog = np.broadcast_arrays(figuren.gewicht * figuren.opgave_regio, laag, hoog, np.empty(vorm))[:3]
    return laag, hoogste_aandeel(gevraagd, laag, hoog), np.broadcast_to(figuren.opgave_regio, (1, *vorm[1:]))


def _passend(uitkomst: Uitkomst, naam: str) -> str:
    """Give the nearest whole percentage of a bound that leaves room in every year, as advice."""
    anders = {naam: np.arange(101).reshape(1, 1, -1) / 100}
    kan = np.atleast_1d(er_is_ruimte(*_grenzen(uitkomst, **anders)).all(axis=(0, 1)))
    if not kan.any():
        return f"kies geen {naam}: geen enkele past"
    return (
        f"kies {int(kan.argmax())} of hoger"
        if naam == "bovengrens"
        else f"kies hoogstens {int(np.flatnonzero(kan)[-1])}"
    )


def _te_veel_geruild(uitkomst: Uitkomst) -> Iterator[Fout]:
    """Find a gemeente that hands over more than its share, or than what the path asks of it in a year."""
    if not uitkomst.scenario.ruil:
        return
    over = uitkomst.over_de_jaren
    geruild, jaren = over("geruild"), uitkomst.jaren
    rest = np.min([over("aandeel") - over("lokale_opgave"), *_op_weg(uitkomst)], axis=0)
    mis = (rest < -_RUIS) & (geruild < 0)
    for i in np.flatnonzero(mis.any(axis=1)).tolist():
        j = int(np.argmin(np.where(mis[i], rest[i], np.inf)))
        zelf = max(0.0, float(rest[i, j] - geruild[i, j]))
        yield _fout(
            uitkomst.scenario, "ruil",
            f"{uitkomst.bron.namen[i]} heeft in {jaren[j]} een taak van {getal(zelf, 1)} woningen en kan niet meer dan dat overdragen; kies samen hoogstens {int(zelf)}",
        )  # fmt: skip


def _op_weg(uitkomst: Uitkomst) -> list[Reeks]:
    """Give what the path asks in each year; nothing with achterstand, where the own share is asked from the first year on."""
    return [] if uitkomst.scenario.wacht else [uitkomst.over_de_jaren("opgave")]


def _te_veel_statushouders(uitkomst: Uitkomst) -> Iterator[Fout]:
    """Find a gemeente of which statushouders alone are more than its whole task."""
    scenario = uitkomst.scenario
    if scenario.statushouders != "exclusief":
        return
    rest = np.min([uitkomst.over_de_jaren("eigen_aandeel"), *_op_weg(uitkomst)], axis=0)
    for i, j in np.argwhere(rest < -_RUIS)[:1]:
        advies = (
            f"in {uitkomst.jaren[j]} zijn er in {uitkomst.bron.namen[i]} {getal(-rest[i, j], 1)} woningen voor statushouders meer dan de "
            "hele opgave; kies een hogere opgave of een lagere taakstelling, of"
        )
        yield _fout(scenario, "statushouders", advies, "inclusief")
