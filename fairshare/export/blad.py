"""The page of a gemeente for its college, as PDF; the questions of the agreement and the origin stand on the next."""

from collections.abc import Iterator, Sequence

import pandas as pd

from fairshare import toetsing
from fairshare.export import papier
from fairshare.export.beeld import HALF
from fairshare.export.papier import ACCENT, BLAUW, INKT, LINT, Stuk, kaarten, kop, naast, punten
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Tekening, domein, gemeente_rijen, grens, per_gemeente, staven
from fairshare.model import Profiel, Uitkomst, eindjaar, kerncijfers, op_weg, profiel, zinnen
from fairshare.opmaak import NIETS, benodigd, getal, minstens, procent

MEESTE = 12
"""So many gemeenten fit in the small chart: those around the own one."""


def gemeenteblad(uitkomst: Uitkomst, stempel: Stempel, code: str) -> bytes:
    """Make the page of one gemeente: its figures, three sentences, its path, its place and what would close its gap.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> gemeenteblad(uitkomst, Stempel.van(uitkomst, "v=2"), "GM0262")[:5]
    b'%PDF-'
    """
    cijfers, plek = profiel(uitkomst, code), uitkomst.bron.codes.index(code)
    plaats = plaats_rijen(uitkomst, code)
    tekeningen = {"pad": (pad_tekening(uitkomst, plek), 260)}
    if len(plaats):
        spec = staven(len(plaats), domein(plaats), "% van wat vrijkomt", donker=False)
        tekeningen["plaats"] = (Tekening(spec, plaats, ""), HALF // 3)
    verteld = zinnen(cijfers)
    delen = [
        kaarten(
            (getal(cijfers.heel("niet_geplaatst")), f"niet geplaatst, {uitkomst.scenario.eenheid}", ACCENT),
            (getal(cijfers.heel("opgave")), "opgave (fair share), huishoudens per jaar", INKT),
            (getal(cijfers.heel("capaciteit")), "capaciteit, woningen per jaar", BLAUW),
            (benodigd(cijfers.benodigd_percentage), "van wat vrijkomt nodig voor de opgave", LINT),
        ),
        punten(filter(None, (verteld[1], verteld[2], verteld[4], op_weg(uitkomst, code)))),
        *_dichten(cijfers),
        _grafieken(cijfers, plaats),
        *_toetsing(uitkomst, stempel),
    ]
    return papier.zet(f"{cijfers.naam} in {cijfers.jaar}", stempel, delen, tekeningen)


def _toetsing(uitkomst: Uitkomst, stempel: Stempel) -> Iterator[Stuk]:
    """Give the answers of the scenario to the questions of the agreement."""
    oordelen = toetsing.toets(uitkomst, kerncijfers(uitkomst), stempel.normen)
    yield papier.bladzijde()
    yield kop("Toetsing van de hele regio")
    yield papier.tabel(("Vraag", "Antwoord"), [(een.vraag, een.zin) for een in oordelen], woorden=(1,))
    yield papier.alinea(toetsing.aanhef(uitkomst.bron.register))


def _grafieken(cijfers: Profiel, plaats: pd.DataFrame) -> Stuk:
    """Give the path of the gemeente, and its place among the others beside it."""
    pad = f"Lijnen: opgave, capaciteit en niet geplaatst van {cijfers.naam}, elk jaar. De kaarten geven de cijfers van {cijfers.jaar}."
    staven_ = "; ".join(f"{rij['naam']} {rij['tekst']}" for rij in plaats.to_dict("records"))
    return naast(
        (108, 66),
        ("Per jaar", "pad", pad, 95),
        (
            "Benodigd percentage",
            "plaats" if staven_ else None,
            f"Staven: {staven_}." if staven_ else benodigd(cijfers.benodigd_percentage),
            95,
        ),
    )


def pad_tekening(uitkomst: Uitkomst, plek: int) -> Tekening:
    """Draw the small chart of a gemeente with the name and the last figure of each line beside its end."""
    rijen = pd.DataFrame(gemeente_rijen(uitkomst, plek)).dropna(subset=["waarde"])
    jaren = (uitkomst.jaren[0], uitkomst.jaren[-1])
    hoogste = grens(rijen)
    spec = per_gemeente(jaren, hoogste, donker=False)
    x, y, kleur = (spec["encoding"][naam] for naam in ("x", "y", "color"))
    einden = rijen[rijen["jaar"] == jaren[1]].sort_values("waarde", kind="stable")
    hoogten = uiteen(einden["waarde"].tolist(), hoogste / 14)
    rijen = rijen.assign(label=rijen["reeks"] + " " + rijen["tekst"], hoog=pd.Series(hoogten, index=einden.index))
    tekst = {
        "transform": [{"filter": f"datum.jaar == {jaren[1]}"}],
        "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 15, "fontWeight": "bold"},
        "encoding": {"x": x, "y": y | {"field": "hoog"}, "text": {"field": "label"}, "color": kleur},
    }
    lijn = {naam: spec[naam] for naam in ("mark", "encoding")}
    return Tekening({"config": spec["config"], "height": 290, "layer": [lijn, tekst]}, rijen, "")


def uiteen(hoogten: Sequence[float], afstand: float) -> list[float]:
    """Push heights, from low to high, so far apart that words beside them do not touch.

    Examples
    --------
    >>> uiteen([40, 45, 87], 10)
    [40, 50, 87]
    """
    weg: list[float] = []
    for hoog in hoogten:
        weg.append(max(hoog, weg[-1] + afstand) if weg else hoog)
    return weg


def plaats_rijen(uitkomst: Uitkomst, code: str) -> pd.DataFrame:
    """Give a bar for each gemeente, the highest benodigd percentage first, unknown last and the own one in blue; none where all are unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> rijen = plaats_rijen(bereken(lees_regio("stedendriehoek")), "GM0262")
    >>> rijen[["naam", "kleur", "tekst"]].values.tolist()[:2]
    [['Lochem', 'capaciteit', '58,0%'], ['Voorst', 'stil', '55,8%']]
    """
    tabel = eindjaar(uitkomst).sort_values("benodigd_percentage", ascending=False, kind="stable", ignore_index=True)
    if tabel["benodigd_percentage"].isna().all():
        tabel = tabel.iloc[:0]
    eigen = tabel.index[tabel["code"] == code]
    begin = max(0, min(int(eigen[0]) - MEESTE // 2, len(tabel) - MEESTE)) if len(eigen) else 0
    tabel = tabel.iloc[begin : begin + MEESTE]
    deel = tabel["benodigd_percentage"]
    return pd.DataFrame(
        {
            "naam": tabel["naam"],
            "van": 0.0,
            "tot": deel,
            "streep": float("nan"),
            "kleur": tabel["code"].map(lambda ander: "capaciteit" if ander == code else "stil"),
            "tekst": deel.map(benodigd),
            "bij": deel.fillna(0.0),
            "volgorde": range(len(tabel)),
        }
    )


def _dichten(cijfers: Profiel) -> Iterator[Stuk]:
    """Say what would close the own gap, where there is one."""
    reservering = (minstens(cijfers.nodige_reservering, procent, 1), "reservering van wat vrijkomt", LINT)
    if cijfers.tekort <= NIETS:
        yield kop("Er is geen eigen tekort; dit is genoeg")
        yield kaarten(reservering)
        return
    yield kop("Wat zou het eigen tekort dichten? Elk afzonderlijk, zonder hulp van andere gemeenten")
    yield kaarten(
        reservering,
        (minstens(cijfers.extra_plekken, getal), "extra plekken per jaar buiten de sociale huur", LINT),
        (minstens(cijfers.nieuwbouw, getal), "nieuwe sociale huurwoningen per jaar", LINT),
    )
