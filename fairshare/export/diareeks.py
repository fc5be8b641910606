"""The slides of the deck: a question of an alderman each, with its finding, its chart and what its notes say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from fairshare import koppen, toetsing
from fairshare.export import diavorm as vorm
from fairshare.export.diavorm import ACCENT, BLAUW, GRIJS, INHOUD, INKT, LINT, STIL, Reeks
from fairshare.export.stempel import Stempel
from fairshare.grafieken import MEESTE
from fairshare.model import Kerncijfers, Profiel, Uitkomst, eindjaar, in_het_jaar, omslag, op_weg, profiel, zinnen
from fairshare.model.invoer import mutatiegraad, periode
from fairshare.opmaak import NIETS, ONBEKEND, benodigd, deel_van, getal, minstens, procent, van_naar

HEEL, LINKS, RECHTS = (0.75, 2.05, 11.9, 4.75), (0.75, 2.05, 6.4, 4.75), (7.35, 2.05, 5.35, 4.75)
"""The whole of a slide and its halves, below their headings [inch]."""


@dataclass(frozen=True)
class Dia:
    """A slide: its finding, what its notes say, and how it is drawn."""

    titel: str
    hoe: str
    vraag: str
    antwoord: str
    teken: Callable[[Any], None]


@dataclass(frozen=True)
class Beeld:
    """What every slide is made of."""

    uitkomst: Uitkomst
    stempel: Stempel
    kern: Kerncijfers
    gemeente: str

    @property
    def jaar(self) -> int:
        return self.kern.jaar

    @property
    def vraag(self) -> str:
        """What the capaciteit must cover."""
        return "Opgave met achterstand" if self.uitkomst.scenario.wacht else "Opgave"

    @property
    def bekend(self) -> bool:
        """Whether the headline is a figure."""
        return bool(np.isfinite(self.kern.niet_geplaatst))

    def deel(self, getoond: pd.DataFrame) -> str:
        """Say that a chart shows a part of the gemeenten, where it does."""
        return deel_van(len(getoond), len(self.uitkomst.bron.namen))

    def gesorteerd(self, maat: str) -> pd.DataFrame:
        """Give the gemeenten in the end year, homes in whole homes, the highest figure first and unknown last."""
        heel = in_het_jaar(self.uitkomst, ("vraag", "capaciteit", "tekort", "niet_geplaatst"))
        tabel = (
            eindjaar(self.uitkomst)
            .assign(**{naam: kolom[:-1] for naam, kolom in heel.items()})
            .sort_values(maat, ascending=False, na_position="last", kind="stable")
        )
        onbekend = tabel[maat].isna()
        return tabel.assign(kop=tabel["naam"].where(~onbekend, tabel["naam"] + f" ({ONBEKEND})"))


def _kop(beeld: Beeld) -> Dia:
    kern, jaar = beeld.kern, beeld.jaar
    wacht = beeld.uitkomst.scenario.wacht
    wat = f"huishoudens wachten eind {jaar}" if wacht else f"huishoudens per jaar niet geplaatst in {jaar}"

    def teken(dia: Any) -> None:
        cijfer = getal(kern.niet_geplaatst)
        vorm.tekst(dia, (0.75, 2.1, 5.6, 2.4), [cijfer], 138 if len(cijfer) < 6 else 66, vet=True, kleur=ACCENT)
        vorm.tekst(dia, (0.85, 4.75, 5.4, 1.5), [wat], 26)
        for plek, (getoond, woord, kleur) in enumerate(_kopkaarten(kern, bool(beeld.uitkomst.onvolledig))):
            vorm.kaart(dia, (6.7 + 3.05 * (plek % 2), 1.95 + 2.45 * (plek // 2), 2.9, 2.25), getoond, woord, kleur)

    return Dia(
        koppen.kop(beeld.uitkomst, kern),
        f"niet geplaatst is de opgave waarvoor geen capaciteit is, na wat gemeenten van elkaar overnemen; onafgerond "
        f"{getal(kern.niet_geplaatst, 2)}. Als elk overschot elders meetelt {getal(kern.met_verevening, 2)}, als niets "
        f"meetelt {getal(kern.zonder_verevening, 2)}. Afgerond wordt één keer, aan het eind.",
        "Is dit een wachtlijst?",
        "Een schatting ervan: wie geen woning vindt, telt in dit scenario het jaar daarna weer mee. Het is geen lijst met mensen."
        if wacht
        else "Nee: het is per jaar het aantal urgente huishoudens zonder woning, niet een lijst met mensen.",
        teken,
    )


def _kopkaarten(kern: Kerncijfers, onvolledig: bool) -> list[tuple[str, str, Any]]:
    """Give at most four figures beside the headline, each figure once."""
    kaarten = (
        (getal(kern.opgave), "urgente huishoudens per jaar: de opgave", INKT),
        (getal(kern.vraag), "opgave met de achterstand van eerdere jaren", INKT),
        (getal(kern.capaciteit), "woningen voor hen: de capaciteit", BLAUW),
        (getal(kern.zonder_verevening), "niet geplaatst als geen overschot elders meetelt", ACCENT),
        (getal(kern.met_verevening), "niet geplaatst als elk overschot elders meetelt", ACCENT),
        (
            benodigd(kern.benodigd_percentage),
            f"van wat {'er bekend ' if onvolledig else ''}vrijkomt is nodig voor de hele opgave",
            LINT,
        ),
    )
    uniek: dict[str, tuple[str, str, Any]] = {}
    for kaart in kaarten:
        uniek.setdefault(kaart[0], kaart)
    return [kaart for cijfer, kaart in uniek.items() if cijfer not in (getal(kern.niet_geplaatst), ONBEKEND)][:4]


def _gemeenten(beeld: Beeld) -> Dia:
    wat, maat = ("Niet geplaatst, huishoudens", "niet_geplaatst")
    if beeld.kern.niet_geplaatst <= NIETS < beeld.kern.zonder_verevening:
        wat, maat = ("Tekort zonder hulp van een andere gemeente, plekken", "tekort")
    tabel = beeld.gesorteerd(maat if beeld.bekend else "capaciteit").head(MEESTE)

    def teken(dia: Any) -> None:
        if not beeld.bekend:
            vorm.kop(dia, (0.75, 1.65, 11.9, 0.4), f"Capaciteit, woningen per jaar{beeld.deel(tabel)}")
            delen = [Reeks("Capaciteit", tabel["capaciteit"], BLAUW)]
            vorm.staven(dia, HEEL, list(tabel["kop"]), delen, vorm.DUIZENDTAL)
            return
        vorm.kop(dia, (0.75, 1.65, 6.4, 0.4), f"{wat} per jaar{beeld.deel(tabel)}")
        delen = [Reeks(wat.partition(",")[0], tabel[maat], ACCENT)]
        vorm.staven(dia, LINKS, list(tabel["kop"]), delen, vorm.DUIZENDTAL)
        vorm.kop(dia, (7.35, 1.65, 5.4, 0.4), f"Capaciteit (blauw) van de {beeld.vraag.lower()} (grijs)")
        reeksen = [Reeks(beeld.vraag, tabel["vraag"], GRIJS), Reeks("Capaciteit", tabel["capaciteit"], BLAUW)]
        koppen = [f"{getal(c)} van {getal(o)}" for c, o in zip(tabel["capaciteit"], tabel["vraag"], strict=True)]
        hardop = [f"{naam} {kop}" for naam, kop in zip(tabel["naam"], koppen, strict=True)]
        vorm.staven(dia, RECHTS, koppen, reeksen, vorm.DUIZENDTAL, hardop)

    regels = [
        f"{rij['naam']}: {beeld.vraag.lower()} {getal(rij['vraag'])}, capaciteit {getal(rij['capaciteit'])}, tekort {getal(rij['tekort'])}, "
        f"niet geplaatst {getal(rij['niet_geplaatst'])}"
        for rij in tabel.to_dict("records")
    ]
    return Dia(
        koppen.kop_gemeenten(beeld.uitkomst, beeld.kern),
        f"per gemeente is het tekort de {beeld.vraag.lower()} min de capaciteit. Niet geplaatst is wat van dat tekort overblijft nadat "
        f"overschotten elders zijn verrekend (verevening). In {beeld.jaar}: {'; '.join(regels)}.",
        "Waarom helpt een overschot elders niet vanzelf?",
        "Een overschot is ongebruikte reservering, nog geen woning voor een ander; daar is een afspraak voor nodig.",
        teken,
    )


def _nodig(beeld: Beeld) -> Dia | None:
    tabel = beeld.gesorteerd("benodigd_percentage")
    if tabel["benodigd_percentage"].isna().all():
        return None
    tabel = tabel.head(MEESTE)
    eigen = np.asarray((tabel["code"] == beeld.gemeente) & tabel["benodigd_percentage"].notna())
    delen = [Reeks("Benodigd percentage", tabel["benodigd_percentage"], LINT)]
    if eigen.any():
        delen = [
            Reeks("Benodigd percentage", tabel["benodigd_percentage"].mask(eigen), GRIJS),
            Reeks(_naam(beeld), tabel["benodigd_percentage"].where(eigen), LINT),
        ]

    def teken(dia: Any) -> None:
        vorm.kop(
            dia,
            (0.75, 1.65, 11.9, 0.4),
            "Benodigd percentage van de woningen die vrijkomen"
            + (f"; {_naam(beeld)} gemarkeerd" if eigen.any() else "")
            + beeld.deel(tabel),
        )
        koppen_ = [
            f"{rij['kop']} {benodigd(rij['benodigd_percentage'])}"
            if np.isfinite(rij["benodigd_percentage"])
            else rij["kop"]
            for rij in tabel.to_dict("records")
        ]
        vorm.staven(dia, HEEL, koppen_, delen, vorm.PROCENT, koppen_)

    return Dia(
        koppen.kop_benodigd(beeld.uitkomst, beeld.kern),
        f"het benodigd percentage is {koppen.BENODIGD}, zonder hulp van andere gemeenten. De regio als geheel heeft "
        f"{benodigd(beeld.kern.benodigd_percentage)} nodig{koppen.onbekend(beeld.uitkomst)}.",
        "Waarom verschilt het zo?",
        "De opgave volgt de verdeelsleutel, terwijl de sociale huurwoningen anders over de gemeenten liggen.",
        teken,
    )


def _pad(beeld: Beeld) -> Dia | None:
    uitkomst, regio = beeld.uitkomst, beeld.uitkomst.regio
    begin, eind = periode(uitkomst.bron)
    if not beeld.bekend or not np.isfinite(beeld.kern.gemiste_plaatsingen):
        return None

    def teken(dia: Any) -> None:
        vorm.kop(dia, (0.75, 1.65, 11.9, 0.4), f"Niet geplaatst in de hele regio, {uitkomst.scenario.eenheid}")
        reeks = Reeks("Niet geplaatst", regio.niet_geplaatst[:, 0], ACCENT)
        vorm.kolommen(dia, HEEL, [str(jaar) for jaar in uitkomst.jaren], reeks)

    return Dia(
        koppen.kop_pad(uitkomst, beeld.kern),
        f"eigen aandeel min plaatsingen, van {begin} tot en met {eind} bij elkaar opgeteld, onafgerond "
        f"{getal(beeld.kern.gemiste_plaatsingen, 2)}. De capaciteit {van_naar(float(regio.capaciteit[0, 0]), beeld.kern.capaciteit)} "
        f"woningen per jaar, de opgave {van_naar(float(regio.opgave[0, 0]), beeld.kern.opgave)}.",
        "Zijn dit allemaal verschillende huishoudens?",
        f"{'Ja' if uitkomst.scenario.wacht else 'Niet per se'}: {koppen.vaker(uitkomst)}. Het is een som over de jaren, geen wachtlijst.",
        teken,
    )


def _hefbomen(beeld: Beeld) -> Dia | None:
    if not beeld.uitkomst.volledig:
        return None
    punten, jaar = omslag(beeld.uitkomst), beeld.jaar

    samen = ", als elk overschot elders meetelt"
    kaarten = (
        (minstens(punten.reservering, procent, 1), f"reservering{samen}"),
        (minstens(punten.reservering_zonder_verevening, procent, 1), "reservering, als elke gemeente het alleen doet"),
        (minstens(punten.mutatiegraad, procent, 2), f"mutatiegraad{samen}"),
        (minstens(punten.extra_plekken, getal), f"extra plekken per jaar buiten de sociale huur{samen}"),
    )

    def teken(dia: Any) -> None:
        for plek, (cijfer, woord) in enumerate(kaarten):
            vorm.kaart(dia, (0.75 + 6.1 * (plek % 2), 1.95 + 2.45 * (plek // 2), 5.85, 2.25), cijfer, woord)

    return Dia(
        koppen.kop_omslag(beeld.kern),
        f"elk omslagpunt is de laagste waarde waarbij niet geplaatst in {jaar} op nul staat, terwijl de rest van het "
        f"scenario blijft zoals het is, op de verevening na. Nu: reservering {procent(beeld.uitkomst.scenario.reservering, 1)}, mutatiegraad "
        f"{procent(mutatiegraad(beeld.uitkomst.bron, beeld.uitkomst.scenario), 2)}.",
        "Kunnen we ze ook combineren?",
        "Ja: op de pagina Wat is er nodig staat een mix waarin elke hefboom een deel van de weg aflegt.",
        teken,
    )


def _naam(beeld: Beeld) -> str:
    return beeld.uitkomst.bron.namen[beeld.uitkomst.bron.codes.index(beeld.gemeente)]


def _gemeente(beeld: Beeld) -> Dia | None:
    """Make the slide of the chosen gemeente."""
    if not beeld.gemeente:
        return None
    eigen, uitkomst = profiel(beeld.uitkomst, beeld.gemeente), beeld.uitkomst
    plek = uitkomst.bron.codes.index(beeld.gemeente)
    alle = [
        Reeks(woord, uitkomst.over_de_jaren(naam)[plek], kleur)
        for woord, naam, kleur in (
            ("Opgave", "opgave", STIL),
            ("Capaciteit", "capaciteit", BLAUW),
            ("Niet geplaatst", "niet_geplaatst", ACCENT),
        )
    ]
    bekend = [reeks for reeks in alle if np.isfinite(reeks.waarden).any()]
    weg = op_weg(uitkomst, beeld.gemeente)

    def teken(dia: Any) -> None:
        begint = "; de opgave begint bij de verdeling van 2024" if weg else ""
        vorm.kop(dia, (0.75, 1.65, 7.5, 0.4), f"Huishoudens per jaar{begint}")
        vorm.lijnen(dia, (0.75, 2.0, 7.6, 4.8), [str(jaar) for jaar in uitkomst.jaren], bekend)
        for nummer, (cijfer, woord) in enumerate(_gemeentekaarten(eigen)):
            vorm.kaart(dia, (8.6, 1.75 + 1.68 * nummer, 4.1, 1.55), cijfer, woord)

    return Dia(
        koppen.kop_gemeente(eigen, uitkomst.scenario.wacht),
        " ".join(filter(None, [*zinnen(eigen), weg])),
        f"Wat zou {eigen.naam} nodig hebben om het alleen te doen?",
        _alleen(eigen),
        teken,
    )


def _alleen(eigen: Profiel) -> str:
    """Say what would close the gap of a gemeente without help, each by itself."""
    if not np.isfinite(eigen.tekort):
        return "Dat valt niet te zeggen: of zij tekortkomt, is onbekend."
    if eigen.tekort <= NIETS:
        return f"Niets meer: {minstens(eigen.nodige_reservering, procent, 1)} reservering is genoeg."
    return (
        f"Elk afzonderlijk, zonder hulp van andere gemeenten: reservering {minstens(eigen.nodige_reservering, procent, 1)}, "
        f"{minstens(eigen.extra_plekken, getal)} extra plekken per jaar, of {minstens(eigen.nieuwbouw, getal)} nieuwe sociale huurwoningen per jaar."
    )


def _gemeentekaarten(eigen: Profiel) -> Sequence[tuple[str, str]]:
    plaats = f", plaats {eigen.plaats} van {eigen.van}" if eigen.plaats else ""
    return (
        (benodigd(eigen.benodigd_percentage), f"van wat vrijkomt is nodig{plaats}"),
        (getal(eigen.toewijzingen_2024), "toewijzingen aan urgenten in 2024"),
        (getal(eigen.heel("regulier")), f"woningen over voor anderen in {eigen.jaar}"),
    )


def _toetsing(beeld: Beeld) -> Dia:
    """Make the slide with the answers to the questions of the agreement."""
    oordelen = toetsing.toets(beeld.uitkomst, beeld.kern, beeld.stempel.normen)
    rijen = [("Vraag", "Antwoord"), *((een.vraag, een.zin) for een in oordelen)]
    bronnen = "; ".join(f"{een.vraag} {een.bron}" for een in oordelen if een.bron)
    return Dia(
        toetsing.kop(oordelen),
        f"{toetsing.aanhef(beeld.uitkomst.bron.register)} {bronnen}".strip(),
        "Waarom staat er niet overal ja of nee?",
        "Een vraag zonder getal in haar bron heeft geen grens om aan te toetsen; dan staat er alleen het cijfer. Waar een gegeven "
        "ontbreekt, is het antwoord onbekend.",
        lambda dia: vorm.tabel(dia, (0.75, 1.75, 11.95, 4.9), (5.6, 6.35), rijen, 14),
    )


def _let_op(beeld: Beeld) -> Dia | None:
    """Make the slide with what a reader must know first, where there is something."""
    if not beeld.stempel.waarschuwingen:
        return None
    daardoor = (
        [] if beeld.uitkomst.volledig else ["Wat er nodig is om iedereen te plaatsen, valt daardoor niet te zeggen."]
    )
    return Dia(
        "Wat u moet weten voordat u op deze cijfers bouwt",
        "de Verkenner rekent met wat een bron of dit scenario noemt; wat ontbreekt heet onbekend en wordt nergens stil ingevuld.",
        "Maakt dat de uitkomst onbruikbaar?",
        "Nee: de richting blijft zichtbaar. Een bedrag of aantal waar een onbekende in zit, hoort niet in een besluit.",
        lambda dia: vorm.tekst(dia, INHOUD, [*beeld.stempel.waarschuwingen, *daardoor], 20),
    )


def _motivering(beeld: Beeld) -> Dia | None:
    """Make the slide that says why the scenario or its amendment differs, where someone did; many lines are small ones."""
    redenen = [f"{wat}: {reden}" for wat, reden in beeld.stempel.motiveringen()]
    if not redenen:
        return None
    return Dia(
        "Waarom dit voorstel afwijkt" + (", en wat een amendement wil" if beeld.stempel.amendement else ""),
        "dit is geschreven door wie het voorstel maakte, niet berekend.",
        "Geldt dit ook voor de punten zonder motivering?",
        "Nee: een afwijking die hier niet staat, heeft geen motivering gekregen.",
        lambda dia: vorm.tekst(dia, INHOUD, redenen, 20 if len(redenen) <= 6 else 11),
    )


DIAS: tuple[Callable[[Beeld], Dia | None], ...] = (
    _kop,
    _let_op,
    _gemeenten,
    _nodig,
    _pad,
    _hefbomen,
    _toetsing,
    _motivering,
    _gemeente,
)
"""The slides after the cover, in their order; what a scenario has nothing to say of is left out. Those of the sources follow."""
