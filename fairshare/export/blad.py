"""The one-pager of a gemeente for its college, as PDF."""

from collections.abc import Sequence
from io import BytesIO

import pandas as pd

from fairshare.export.beeld import HALF, los_png
from fairshare.export.papier import ACCENT, BLAUW, INKT, LINT, RAND, STIL, Blad, alinea, kaarten, nieuw, punten, regel
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Tekening, domein, gemeente_rijen, grens, per_gemeente, staven
from fairshare.model import Profiel, Uitkomst, eindjaar, profiel, zinnen
from fairshare.opmaak import ONBEKEND, benodigd, getal, nodig, procent

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
    cijfers = profiel(uitkomst, code)
    blad = nieuw(f"{cijfers.naam} in {cijfers.jaar}", stempel)
    kaarten(
        blad,
        (
            (getal(cijfers.niet_geplaatst), "niet geplaatst, huishoudens per jaar", ACCENT),
            (getal(cijfers.opgave), "opgave (fair share), huishoudens per jaar", INKT),
            (getal(cijfers.capaciteit), "capaciteit, woningen per jaar", BLAUW),
            (benodigd(cijfers.benodigd_percentage), "van wat vrijkomt nodig voor de opgave", LINT),
        ),
    )
    verteld = zinnen(cijfers)
    punten(blad, (verteld[1], verteld[2], verteld[4]))
    blad.ln(3)
    _grafieken(blad, uitkomst, cijfers, code)
    _dichten(blad, cijfers)
    for zin in stempel.waarschuwingen:
        alinea(blad, f"Let op: {zin}", 9, STIL)
    return bytes(blad.output())


def _grafieken(blad: Blad, uitkomst: Uitkomst, cijfers: Profiel, code: str) -> None:
    """Draw the path of the gemeente, and its place among the others beside it."""
    pad = pad_tekening(uitkomst, uitkomst.bron.codes.index(code))
    plaats = plaats_rijen(uitkomst, code)
    boven, rechts = blad.get_y(), RAND + 112
    regel(blad, "Per jaar", 12, LINT, vet=True)
    blad.set_xy(rechts, boven)
    regel(blad, "Benodigd percentage", 12, LINT, vet=True)
    blad.image(BytesIO(los_png(pad, 260)), x=RAND - 3, y=boven + 6, w=108, h=88, keep_aspect_ratio=True)
    if len(plaats):
        spec = staven(len(plaats), domein(plaats), "% van wat vrijkomt", donker=False)
        staaf = los_png(Tekening(spec, plaats, ""), HALF // 3)
        blad.image(BytesIO(staaf), x=rechts - 3, y=boven + 6, w=66, h=88, keep_aspect_ratio=True)
    else:
        blad.set_xy(rechts, boven + 10)
        alinea(blad, ONBEKEND, 12, STIL)
    blad.set_xy(RAND, boven + 97)


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
    """Give a bar for each gemeente with a known benodigd percentage, the highest first and the own one in blue.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> rijen = plaats_rijen(bereken(lees_regio("stedendriehoek")), "GM0262")
    >>> rijen[["naam", "kleur", "tekst"]].values.tolist()[:2]
    [['Lochem', 'capaciteit', '58,0%'], ['Voorst', 'stil', '55,8%']]
    """
    tabel = eindjaar(uitkomst).dropna(subset="benodigd_percentage")
    tabel = tabel.sort_values("benodigd_percentage", ascending=False, kind="stable").reset_index(drop=True)
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
            "tekst": deel.map(lambda waarde: procent(waarde, 1)),
            "bij": deel,
            "volgorde": range(len(tabel)),
        }
    )


def _dichten(blad: Blad, cijfers: Profiel) -> None:
    """Say what would close the own gap, where there is one."""
    reservering = (benodigd(cijfers.nodige_reservering), "reservering van wat vrijkomt", LINT)
    if getal(cijfers.tekort) == "0":
        regel(blad, "Er is geen eigen tekort; dit is genoeg", 12, LINT, vet=True)
        blad.ln(1.5)
        kaarten(blad, (reservering,))
        return
    regel(
        blad, "Wat zou het eigen tekort dichten? Elk afzonderlijk, zonder hulp van andere gemeenten", 12, LINT, vet=True
    )
    blad.ln(1.5)
    kaarten(
        blad,
        (
            reservering,
            (getal(nodig(cijfers.extra_plekken)), "extra plekken per jaar buiten de sociale huur", LINT),
            (getal(nodig(cijfers.nieuwbouw)), "nieuwe sociale huurwoningen per jaar", LINT),
        ),
    )
