"""Every headline: what a screen, a story, a deck, a PDF, a picture and a link say in one line of an outcome.

``iedereen`` is said only where no gemeente is short without verevening, nothing is unknown and nothing was rounded away;
else a headline names who is short, in whose surplus they are counted, or what is unknown.
"""

from collections.abc import Sequence

import numpy as np

from fairshare.model import Bandbreedte, Kerncijfers, Omslag, Profiel, Uitkomst, heel, in_het_jaar
from fairshare.model.invoer import gekozen, mutatiegraad, periode, taakstelling
from fairshare.opmaak import (
    NIETS,
    aantal,
    benodigd,
    gemist_of_ingehaald,
    getal,
    is_een,
    minstens,
    opsomming,
    plekken,
    procent,
)
from fairshare.weergave import Weergave

MEESTE = 3
"""So many gemeenten are named; of the rest it is said how many they are."""

GOEDKOOP = "geteld met alleen de goedkope woningen, tot de eerste aftoppingsgrens"
"""What a figure of that segment leaves out."""

BENODIGD = "de reservering waarmee een gemeente haar eigen aandeel zelf zou huisvesten"
"""What the benodigd percentage is, whatever counts beside the homes that come free."""


def kop(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say in one line who finds no home in the end year, without a full stop.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst = bereken(regio)
    >>> kop(uitkomst, kerncijfers(uitkomst))[:75]
    'In 2035 vinden 215 van de 1.170 urgente huishoudens per jaar geen woning al'
    """
    wanneer = f"{'Eind' if uitkomst.scenario.wacht else 'In'} {kern.jaar}"
    if not np.isfinite(kern.niet_geplaatst):
        wat = "wachten" if uitkomst.scenario.wacht else "geen woning vinden"
        return f"Hoeveel urgente huishoudens {wanneer[0].lower()}{wanneer[1:]} {wat}, is onbekend: {_mist(uitkomst)}"
    return f"{wanneer} {_bevinding(uitkomst, kern)}"


def zin(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say the headline with the choices that it rests on and what it would take; ``**`` around what stands out.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> zin(uitkomst, kerncijfers(uitkomst)).split(". ")[1:]
    ['Dat is bij 30,0% reservering en 5,71% mutatiegraad', 'Het benodigd percentage is 36,8% van de vrijkomende woningen voor de hele regio; het hoogst is het in Lochem: **58,0%**.']
    """
    if not np.isfinite(kern.opgave):
        return (
            f"De opgave van deze regio is onbekend. Bij {keuze(uitkomst)} zijn er {getal(kern.capaciteit)} woningen per jaar "
            f"voor urgenten in {kern.jaar}{_goedkoop(uitkomst)}{onbekend(uitkomst)}."
        )
    samen = f"{getal(kern.niet_geplaatst)} van de {getal(kern.vraag)}"
    eerst = kop(uitkomst, kern).replace(samen, f"**{samen}**", 1)
    return f"{eerst}. Dat is bij {keuze(uitkomst)}.{_benodigd(uitkomst, kern)}"


def kans(band: Bandbreedte, weergave: Weergave) -> str:
    """Say how likely a 0 is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, onzekerheid
    >>> from fairshare.scenario import Scenario
    >>> zonder_marges = Weergave(marge_opgave=0, marge_mutatiegraad=0)
    >>> kans(onzekerheid(bereken(lees_regio("stedendriehoek"), Scenario(reservering=37)), zonder_marges), zonder_marges)[:88]
    'De 0 geldt als alles gaat zoals verwacht. Met de marges en het toeval van de pagina Onze'
    """
    waarmee = "de marges en het toeval" if weergave.toeval == "ja" else "de marges"
    hoe = f"Met {waarmee} van de pagina Onzekerheid erbij is de kans op 0 {procent(band.dicht)}"
    return f"De 0 geldt als alles gaat zoals verwacht. {hoe} ({getal(band.aantal)} trekkingen)."


def kort(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Tell an outcome in a few sentences, to paste in a message.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> kort(uitkomst, kerncijfers(uitkomst))[:57]
    'Regio Stedendriehoek: in 2035 vinden 215 van de 1.170 urg'
    """
    begin, eind = periode(uitkomst.bron)
    gemist = kern.gemiste_plaatsingen
    over = f" {_hoofdletter(_gemist(begin, eind, gemist))}." if np.isfinite(gemist) else ""
    eerst = zin(uitkomst, kern).replace("**", "")
    rest = f"Voor regulier woningzoekenden blijven er {getal(kern.regulier)} woningen per jaar over"
    regulier = f" {rest}{onbekend(uitkomst)}." if np.isfinite(kern.regulier) else ""
    return f"{uitkomst.bron.register.naam}: {eerst[0].lower()}{eerst[1:]}{over}{regulier}"


def keuze(uitkomst: Uitkomst) -> str:
    """Name the two live controls.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> keuze(bereken(lees_regio("stedendriehoek")))
    '30,0% reservering en 5,71% mutatiegraad'
    """
    graad = procent(mutatiegraad(uitkomst.bron, uitkomst.scenario), 2)
    return f"{procent(uitkomst.scenario.reservering, 1)} reservering en {graad} mutatiegraad"


def _goedkoop(uitkomst: Uitkomst) -> str:
    """Say which homes a figure leaves out."""
    return f", {GOEDKOOP}" if uitkomst.scenario.segment == "aftoppingsgrens" else ""


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _mist(uitkomst: Uitkomst) -> str:
    return "de opgave van deze regio is niet bekend" + onbekend(uitkomst)


def _bevinding(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say as the rest of a sentence who finds no home, or for whom there is enough."""
    if kern.vraag <= NIETS and kern.zonder_verevening <= NIETS:
        wie = "is de opgave 0: er is niemand te plaatsen"
    elif kern.niet_geplaatst > NIETS:
        wie = f"{_zonder_woning(uitkomst, kern)}{_lezingen(uitkomst, kern)}"
    elif kern.zonder_verevening > NIETS:
        wie = _in_wiens_overschot(uitkomst, kern)
    elif not uitkomst.volledig:
        wie = f"is er voor de {getal(kern.vraag)} urgente huishoudens die geteld zijn genoeg"
    elif uitkomst.scenario.wacht:
        wie = "wacht er niemand meer van wie dit scenario telt"
    elif statushouders_zonder(uitkomst) > NIETS:
        wie = f"zijn 0 van de {getal(kern.vraag)} urgente huishoudens niet geplaatst"
    else:
        wie = "vindt iedereen uit de opgave een woning, in elke gemeente zonder hulp van een andere"
    return f"{wie}{_goedkoop(uitkomst)}{_statushouders(uitkomst)}{onbekend(uitkomst)}{_begin(uitkomst)}"


def _zonder_woning(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    over = aantal(kern.niet_geplaatst)
    een = is_een(kern.niet_geplaatst)
    if uitkomst.scenario.wacht:
        return f"wacht {over} urgent huishouden" if een else f"wachten {over} urgente huishoudens"
    werkwoord = "vindt" if een else "vinden"
    return f"{werkwoord} {over} van de {getal(kern.vraag)} urgente huishoudens per jaar geen woning"


def _lezingen(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Give both readings of verevening, where they differ."""
    met, zonder = aantal(kern.met_verevening), aantal(kern.zonder_verevening)
    if met == zonder:
        return ", met of zonder verevening"
    alles, niets = f"{met} als elk overschot elders meetelt", f"{zonder} als geen overschot meetelt"
    if uitkomst.scenario.verevening == 100:
        return f" als elk overschot elders meetelt, of {niets}"
    if uitkomst.scenario.verevening == 0:
        return f" als geen overschot elders meetelt, of {alles}"
    return f" bij {getal(uitkomst.scenario.verevening)}% verevening ({alles}, {niets})"


def _in_wiens_overschot(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Name who is short where the region as a whole is not, and in whose surplus they are counted."""
    zonder = f"{hoogstens(uitkomst)}{aantal(kern.zonder_verevening)}"
    wie = _met_getal(uitkomst.bron.namen, kern.alleen, uitkomst.onvolledig)
    if uitkomst.scenario.wacht:
        rest = f", vooral in {wie}" if wie else ""
        return f"wacht er niemand meer als overschotten elders meetellen; zonder dat wachten er {zonder}{rest}"
    gevers = _wie(uitkomst.bron.namen, uitkomst.per_gemeente("geleverd"))
    zijn = "is" if is_een(kern.zonder_verevening) else "zijn"
    komt = "komen samen" if np.sum(kern.alleen > NIETS) + len(uitkomst.onvolledig) > 1 else "komt"
    return f"is er in de regio als geheel genoeg, maar {wie} {komt} {hoogstens(uitkomst)}{plekken(kern.zonder_verevening)} tekort; die {zijn} geteld in het overschot van {gevers}"


def hoogstens(uitkomst: Uitkomst) -> str:
    """Say that a shortage is no more than what follows, where someone counts as 0."""
    return "hoogstens " if uitkomst.onvolledig else ""


def _wie(namen: Sequence[str], waarden: np.ndarray) -> str:
    """Name who has most of something; "" where nobody has any."""
    return _eerste([namen[i] for i in _van_hoog_naar_laag(waarden)])


def _met_getal(namen: Sequence[str], waarden: np.ndarray, onbekend: Sequence[str] = ()) -> str:
    """Name who has most of something, each with how much, and of whom it is unknown; "" where nobody has any."""
    bekend = [f"{namen[i]} ({aantal(float(waarden[i]))})" for i in _van_hoog_naar_laag(waarden)]
    return _eerste([*bekend, *(f"{naam} (onbekend)" for naam in onbekend)])


def _van_hoog_naar_laag(waarden: np.ndarray) -> list[int]:
    return [i for i in np.argsort(-np.nan_to_num(waarden), kind="stable").tolist() if waarden[i] > NIETS]


def _eerste(delen: Sequence[str]) -> str:
    """Join the first few, and say how many more there are."""
    rest = len(delen) - MEESTE
    meer = [f"nog {rest} gemeente{'n' if rest > 1 else ''}"] if rest > 0 else []
    return opsomming([*delen[:MEESTE], *meer])


def statushouders_zonder(uitkomst: Uitkomst) -> float:
    """Give the statushouders who are counted apart and find no home; of those without priority, all who look."""
    if uitkomst.scenario.statushouders == "zonder_voorrang":
        return float(taakstelling(uitkomst.bron, uitkomst.scenario) or 0.0)
    if uitkomst.scenario.statushouders == "exclusief":
        return uitkomst.regionaal("statushouders_niet_geplaatst")
    return 0.0


def _statushouders(uitkomst: Uitkomst) -> str:
    over = statushouders_zonder(uitkomst)
    if over <= NIETS:
        return ""
    if uitkomst.scenario.statushouders == "zonder_voorrang":
        return f"; {getal(over)} statushouders zoeken zonder voorrang"
    return f"; daarnaast {'vindt' if is_een(over) else 'vinden'} {aantal(over)} statushouders geen woning"


def onbekend(uitkomst: Uitkomst) -> str:
    """Say of whom it is unknown what comes free."""
    if not uitkomst.onvolledig:
        return ""
    return f"; wat er in {_eerste(uitkomst.onvolledig)} vrijkomt, is onbekend en telt als 0"


def _begin(uitkomst: Uitkomst) -> str:
    """Say that the first who wait are unknown."""
    if not uitkomst.scenario.wacht or uitkomst.scenario.wachtend:
        return ""
    return "; hoeveel er nu al wachten, is onbekend en telt als 0"


def _benodigd(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say which part of what comes free it takes, in the region and where it is most."""
    if not kern.benodigd_percentage > 0:  # nobody to house, or no home to house them in
        return ""
    van = f"{'bekende ' if uitkomst.onvolledig else ''}vrijkomende {'goedkope ' if _goedkoop(uitkomst) else ''}woningen"
    samen = f" Het benodigd percentage is {benodigd(kern.benodigd_percentage)} van de {van} voor de hele regio"
    if not np.isfinite(kern.hoogste_percentage) or len(uitkomst.bron.namen) == 1:
        return f"{samen}."
    if nooit := _nooit_genoeg(uitkomst):
        return f"{samen}; in {_eerste(nooit)} is geen percentage genoeg, want er komt geen woning vrij."
    naam = uitkomst.bron.namen[uitkomst.bron.codes.index(kern.hoogste)]
    bekend = np.isfinite(uitkomst.per_gemeente("benodigd_percentage")).all()
    hoogst = "het hoogst is het" if bekend else "voor zover bekend is het het hoogst"
    return f"{samen}; {hoogst} in {naam}: **{benodigd(kern.hoogste_percentage)}**."


def _nooit_genoeg(uitkomst: Uitkomst) -> list[str]:
    """Name the gemeenten where no home comes free for those who are asked for: known, and not to be had."""
    delen = in_het_jaar(uitkomst, ("benodigd_percentage",))["benodigd_percentage"][:-1]
    return [naam for naam, deel in zip(uitkomst.bron.namen, delen, strict=True) if deel == np.inf]


def kop_gemeenten(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say where those without a home are.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> kop_gemeenten(uitkomst, kerncijfers(uitkomst))
    'Waar in 2035 huishoudens zonder woning blijven: Apeldoorn (64), Lochem (40), Epe (29) en nog 5 gemeenten'
    """
    if not np.isfinite(kern.niet_geplaatst):
        return f"In {kern.jaar} zijn er {getal(kern.capaciteit)} woningen voor urgenten; hoeveel er nodig zijn, is onbekend"
    wie = _met_getal(uitkomst.bron.namen, heel(uitkomst, "niet_geplaatst")[:-1, uitkomst.eind])
    if not wie and kern.zonder_verevening > NIETS and not uitkomst.scenario.wacht:
        tekort = _met_getal(uitkomst.bron.namen, kern.alleen, uitkomst.onvolledig)
        return (
            f"Waar in {kern.jaar} plekken tekort zijn die een andere gemeente overneemt: {tekort}{onbekend(uitkomst)}"
        )
    if not wie:
        return kop(uitkomst, kern)
    waar = (
        f"Waar eind {kern.jaar} huishoudens wachten"
        if uitkomst.scenario.wacht
        else f"Waar in {kern.jaar} huishoudens zonder woning blijven"
    )
    return f"{waar}: {wie}{onbekend(uitkomst)}"


def kop_benodigd(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say that one percentage does not suit all, where that is so.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> kop_benodigd(uitkomst, kerncijfers(uitkomst))
    'Het benodigd percentage verschilt: Lochem 58,0% van wat er vrijkomt, Deventer 28,9%'
    """
    delen = uitkomst.per_gemeente("benodigd_percentage")
    if nooit := _nooit_genoeg(uitkomst):
        return f"In {_eerste(nooit)} is geen percentage genoeg: er komt geen woning vrij"
    if not np.isfinite(delen).any():
        return "Het benodigd percentage is van elke gemeente onbekend"
    hoog, laag = int(np.nanargmax(delen)), int(np.nanargmin(delen))
    meest, minst = (benodigd(float(delen[i])) for i in (hoog, laag))
    if meest == minst:
        return f"Het benodigd percentage: {meest} van wat er vrijkomt in elke gemeente waarvan het bekend is"
    namen = uitkomst.bron.namen
    return f"Het benodigd percentage verschilt: {namen[hoog]} {meest} van wat er vrijkomt, {namen[laag]} {minst}"


def _gemist(begin: int, eind: int, waarde: float) -> str:
    return f"van {begin} tot en met {eind} {gemist_of_ingehaald(waarde)}"


def kop_pad(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say what is missed along the path.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> kop_pad(uitkomst, kerncijfers(uitkomst))
    'Van 2026 tot en met 2035 missen we samen 2.867 plaatsingen'
    """
    begin, eind = periode(uitkomst.bron)
    if not np.isfinite(kern.gemiste_plaatsingen):
        return f"Hoeveel plaatsingen we van {begin} tot en met {eind} missen, is onbekend"
    return f"{_hoofdletter(_gemist(begin, eind, kern.gemiste_plaatsingen))}{onbekend(uitkomst)}"


def vaker(uitkomst: Uitkomst) -> str:
    """Say whether a sum over the years holds a household more than once, as the rest of a sentence.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> vaker(bereken(lees_regio("stedendriehoek")))
    'dezelfde huishoudens kunnen vaker meetellen'
    """
    if uitkomst.scenario.wacht:
        return "wie later alsnog een woning vindt, gaat er weer af"
    return "dezelfde huishoudens kunnen vaker meetellen"


def kop_omslag(kern: Kerncijfers) -> str:
    """Say what the break-evens are."""
    return f"Wat er elk op zichzelf nodig is om in {kern.jaar} op 0 niet geplaatst te komen of te blijven"


def zin_omslag(punten: Omslag) -> str:
    """Say which reservering and how many places close the gap.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, omslag
    >>> zin_omslag(omslag(bereken(lees_regio("stedendriehoek"))))[:62]
    'Met 36,8% reservering heeft de regio als geheel genoeg, of met'
    """
    alleen, extra = punten.reservering_zonder_verevening, minstens(punten.extra_plekken, getal)
    samen = (
        f"Ook met elke vrijkomende woning is er niet genoeg plek: er zijn {extra} extra plekken per jaar nodig."
        if punten.reservering is None
        else f"Met {minstens(punten.reservering, procent, 1)} reservering heeft de regio als geheel genoeg, of met {extra} extra plekken per jaar."
    )
    ieder = "is geen percentage genoeg" if alleen is None else f"is pas {minstens(alleen, procent, 1)} genoeg"
    return f"{samen} Als elke gemeente het alleen doet, {ieder}."


def zin_ongelijk(uitkomst: Uitkomst, kern: Kerncijfers) -> str:
    """Say what gemeenten lack when each does it alone, and what others have to spare.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> zin_ongelijk(uitkomst, kerncijfers(uitkomst))[:65]
    'Bij 30,0% reservering komen gemeenten samen 225 plekken tekort in'
    """
    bij = procent(uitkomst.scenario.reservering, 1)
    over, tekort = uitkomst.regionaal("overschot"), kern.zonder_verevening
    if not np.isfinite(tekort):
        return f"Hoeveel plekken gemeenten bij {bij} reservering tekortkomen, is onbekend."
    if tekort <= NIETS:
        return f"Bij {bij} reservering komt geen gemeente{' waarvan het bekend is' if uitkomst.onvolledig else ''} in {kern.jaar} plekken tekort."
    kort = f"Bij {bij} reservering komen gemeenten samen {hoogstens(uitkomst)}{plekken(tekort)} tekort in {kern.jaar}{', wie al wacht meegeteld' if uitkomst.scenario.wacht else ''}"
    if over <= NIETS:
        return f"{kort}, en geen enkele houdt er over{onbekend(uitkomst)}."
    return f"{kort}, terwijl andere er {aantal(over)} overhouden: een overschot helpt pas met een afspraak{onbekend(uitkomst)}."


def zin_toen(uitkomst: Uitkomst, toewijzingen: float, mutaties: float) -> str:
    """Say what was done in 2024, and what that leaves of the opgave.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> zin_toen(bereken(lees_regio("stedendriehoek")), 795.0, 3185.0)
    'In 2024 gingen 795 woningen naar urgenten, 25,0% van wat vrijkwam: 375 minder dan de opgave van 1.170 per jaar.'
    """
    deel = f", {procent(100 * toewijzingen / mutaties, 1)} van wat vrijkwam" if mutaties > 0 else ""
    toen = f"In 2024 gingen {getal(toewijzingen)} woningen naar urgenten{deel}"
    opgave = gekozen(uitkomst.bron, uitkomst.scenario, "opgave")
    if not np.isfinite(opgave):
        return f"{toen}; de opgave van deze regio is onbekend."
    hoe = "minder" if opgave > toewijzingen else "meer"
    return f"{toen}: {aantal(abs(opgave - toewijzingen))} {hoe} dan de opgave van {getal(opgave)} per jaar."


def kop_gemeente(eigen: Profiel, wacht: bool = False) -> str:
    """Say how one gemeente stands.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, profiel
    >>> kop_gemeente(profiel(bereken(lees_regio("stedendriehoek")), "GM0262"))
    'Lochem: voor 40 urgente huishoudens is er in 2035 geen woning'
    """
    if not np.isfinite(eigen.niet_geplaatst):
        return f"{eigen.naam}: hoeveel huishoudens in {eigen.jaar} geen woning vinden, is onbekend"
    if eigen.niet_geplaatst > NIETS:
        over = eigen.hoogstens + aantal(eigen.heel("niet_geplaatst"))
        huishoudens = "urgent huishouden" if is_een(eigen.heel("niet_geplaatst")) else "urgente huishoudens"
        if wacht:
            return f"{eigen.naam}: eind {eigen.jaar} {'wachten' if huishoudens[-1] == 's' else 'wacht'} {over} {huishoudens}"
        return f"{eigen.naam}: voor {over} {huishoudens} is er in {eigen.jaar} geen woning"
    if eigen.tekort > NIETS:
        return f"{eigen.naam} komt in {eigen.jaar} {plekken(eigen.heel('tekort'))} tekort, bij andere gemeenten geteld"
    apart = " voor wie geen statushouder is" if eigen.statushouders_geplaatst > NIETS else ""
    return f"{eigen.naam} heeft in {eigen.jaar} plek voor de eigen opgave{apart}"
