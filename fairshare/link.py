"""A scenario, and what someone looks at in it, as the query string of a link: the public address of a picture.

Old links never change: the defaults that were left out of a link are frozen per version of the link, and a newer
version comes with a function that brings the values of the version before it up to date.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode
from zlib import crc32

from fairshare.fouten import Fout, Onbekend, ScenarioFout, leesbaar
from fairshare.gegevens import Regio, geen_regio, niet_van
from fairshare.model import bereken
from fairshare.model.invoer import eigen_mutatiegraad, jaren
from fairshare.model.knoppen import knop
from fairshare.model.verdeelsleutel import beginscenario
from fairshare.opmaak import getal, opsomming
from fairshare.parameters import Getal, NietToegestaan, Parameter
from fairshare.scenario import Scenario, samenhang
from fairshare.weergave import HOOGSTE_BOD, PARAMETERS, Weergave

VERSIE = 2
"""The version of the links that are written now."""

CONTROLE = "c"
"""Where the check stands: the end of a link is what gets lost."""

LANGSTE_LINK = 2000
"""Characters that a query string may have; every server and chat program passes on this many."""

KOLOM = "kolom-"
"""How a published column stands among the links of ``naast``."""

MEESTE_ONBEKENDE = 10
"""Unknown parameters that are each named; the others are counted."""

STANDAARD: Mapping[int, Mapping[str, str]] = {
    1: {
        "regio": "stedendriehoek",
        "reservering": "30",
        "mutatiegraad": "5.71",
        "pad": "lineair",
        "punten": "",
        "start": "2026",
        "eind": "2035",
        "groeit": "reservering,verdeling",
        "sleutel": "inwoners",
        "gewichten": "",
        "segment": "liberalisatiegrens",
        "statushouders": "inclusief",
        "opgave": "",
        "groei": "0",
        "verevening": "100",
        "nieuwbouw": "0",
        "programma": "0",
        "doorstroming": "0",
        "alternatief": "0",
        "inzet": "",
        "achterstand": "nee",
        "uitval": "0",
        "gemeente": "",
        "jaar": "",
        "hefboom": "reservering",
        "hoogstens": "0",
        "lezing": "scenario",
        "marge_opgave": "5",
        "marge_mutatiegraad": "0.3",
        "trekking": "1",
        "inspanning": "100",
        "stap": "1",
        "titel": "",
        "gaf": "",
        "naast": "",
        "marge_koers": "10",
        "tarief": "",
        "ronde": "1",
        "bod": "",
        "plafond": "37",
        "minimum": "15",
        "eigen_deel": "0",
        "verhaal": "",
    },
    2: {
        "regio": "stedendriehoek",
        "reservering": "30",
        "afwijking": "",
        "bodem": "nee",
        "mutatiegraad": "",
        "verhuisketen": "0",
        "pad": "lineair",
        "punten": "",
        "start": "2026",
        "eind": "2035",
        "groeit": "reservering,verdeling",
        "sleutel": "inwoners",
        "gewichten": "",
        "bovengrens": "",
        "ondergrens": "0",
        "ruil": "",
        "segment": "liberalisatiegrens",
        "statushouders": "inclusief",
        "taakstelling": "",
        "opgave": "",
        "lokaal": "nee",
        "groei": "0",
        "verevening": "100",
        "regel": "evenredig",
        "nieuwbouw": "0",
        "programma": "0",
        "doorstroming": "0",
        "alternatief": "0",
        "inzet": "",
        "bouw": "",
        "sloop": "0",
        "herhuisvesting": "0",
        "achterstand": "nee",
        "uitval": "0",
        "wachtend": "0",
        "gemeente": "",
        "jaar": "",
        "kaart": "tegels",
        "hefboom": "reservering",
        "hoogstens": "0",
        "lezing": "scenario",
        "marge_opgave": "5",
        "marge_mutatiegraad": "0.3",
        "toeval": "ja",
        "prijs_reservering": "",
        "prijs_nieuwbouw": "",
        "prijs_doorstroming": "",
        "prijs_alternatief": "",
        "norm_dekking": "",
        "norm_regulier": "",
        "norm_tussenstand": "",
        "norm_wachtenden": "",
        "trekking": "1",
        "inspanning": "100",
        "stap": "1",
        "antwoord": "nee",
        "titel": "",
        "gaf": "",
        "naast": "",
        "amendement": "",
        "motivering": "",
        "tarief": "",
        "ronde": "1",
        "bod": "",
        "plafond": "37",
        "minimum": "15",
        "eigen_deel": "0",
        "verhaal": "",
    },
}
"""What a link of each version means where it is silent. A value that has been shipped never changes: add a version."""

GRAAD_TOEN = 5.71
"""The mutatiegraad that version 1 gave every region [percent]."""

OUD_MODEL = "Deze link is gemaakt met rekenmodel 1."
"""What is said of a link of version 1, beside where to read what is different."""

NIET_HEEL = (
    "Deze link is veranderd of niet heel: wat u ziet hoort bij wat er nog staat. Vraag zo nodig een nieuwe link."
)

_VAN_ANDEREN = re.compile(r"utm_[a-z_]*|mc_[a-z]*|fbclid|gclid|embed|embed_options")
"""What other programs add to a link; it says nothing here."""


VERVALLEN: Mapping[str, str] = {
    "marge_koers": "De marge van Monitoring uit deze link bestaat niet meer: Monitoring toetst nu of een verschil meer is dan toeval."
}
"""What a link may still say that means nothing any more, and what is said of it."""


def _van_1(waarden: dict[str, str], regio: Regio | None) -> dict[str, str]:
    """Bring a link of version 1 up to date: a mutatiegraad that was measured from 5,71% keeps its mutaties."""
    nieuw = {naam: waarde for naam, waarde in STANDAARD[2].items() if naam not in STANDAARD[1]}
    waarden = {naam: waarde for naam, waarde in waarden.items() if naam not in VERVALLEN}
    return {**waarden, **nieuw, "mutatiegraad": _graad_van_1(waarden["mutatiegraad"], regio)}


def _graad_van_1(tekst: str, regio: Regio | None) -> str:
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", tekst, re.ASCII):
        return tekst  # whoever judges it refuses it by what stands there
    toen = Decimal(str(GRAAD_TOEN))
    eigen = toen if regio is None else Decimal(str(eigen_mutatiegraad(regio)))
    nu = (Decimal(tekst) * eigen / toen).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return "" if nu == eigen else str(nu)


MIGRATIES: Mapping[int, Callable[[dict[str, str], Regio | None], dict[str, str]]] = {1: _van_1}
"""For each version the function that turns its values into those of the next version."""


@dataclass(frozen=True)
class Gelezen:
    """What a link says: everything that could be read, and a fault for everything else."""

    scenario: Scenario
    weergave: Weergave
    fouten: tuple[Fout, ...]
    opmerkingen: tuple[str, ...] = ()
    """What is worth a quiet line and refuses nothing: an older model, an end that was lost, what was mended."""


def schrijf(scenario: Scenario, weergave: Weergave | None = None) -> str:
    """Write a query string: the version, a check, and every parameter that is not at its default.

    Examples
    --------
    >>> schrijf(Scenario(reservering=32, pad="s-curve"), Weergave(gemeente="GM0262"))
    'v=2&c=pjmq&reservering=32&pad=s-curve&gemeente=GM0262'
    """
    return urlencode(parameters(scenario, weergave), safe=_LEESBAAR)


def kaal(scenario: Scenario, weergave: Weergave | None = None) -> str:
    """Write a scenario as it stands inside another link, which has the check for all of it.

    Examples
    --------
    >>> kaal(Scenario(reservering=32))
    'v=2&reservering=32'
    """
    return urlencode(
        {naam: tekst for naam, tekst in parameters(scenario, weergave).items() if naam != CONTROLE}, safe=_LEESBAAR
    )


def geamendeerd(scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]) -> tuple[Scenario, dict[str, str]]:
    """Give the amendment to a scenario and why it is as it is, by parameter; without one that of the scenario itself.

    What the amendment changes has its own reason, what it leaves that of the scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> gezien = Weergave(amendement=("v=2&reservering=35&motivering=reservering:Meer+nodig",))
    >>> geamendeerd(Scenario(), gezien, lees_regios())[1]
    {'reservering': 'Meer nodig'}
    """
    gelezen = next((lees(een, regios) for een in weergave.amendement), Gelezen(scenario, Weergave(), ()))
    nu, anders = dict(scenario), dict(gelezen.scenario)
    blijft = {naam: tekst for naam, tekst in weergave.motivering if anders[naam] == nu[naam]}
    eigen = {naam: tekst for naam, tekst in gelezen.weergave.motivering if anders[naam] != nu[naam]}
    return gelezen.scenario, blijft | eigen


def per_gemeente(scenario: Scenario, weergave: Weergave, codes: Sequence[str]) -> dict[str, str]:
    """Write the link to each gemeente, by its code: written once, however many there are.

    Examples
    --------
    >>> per_gemeente(Scenario(reservering=32), Weergave(), ["GM0200", "GM0262"])["GM0262"]
    'v=2&reservering=32&gemeente=GM0262'
    """
    waar = "gemeente={}".format
    voor, _, na = kaal(scenario, weergave.met(gemeente=codes[0])).partition(waar(codes[0]))
    return {code: f"{voor}{waar(code)}{na}" for code in codes}


_LEESBAAR = ":,@"
"""What a link may hold as it is."""


def _controle(delen: Mapping[str, str]) -> str:
    """Give four signs that change with any part of a link."""
    tekst = urlencode(sorted(delen.items()), errors="surrogateescape")
    rest, tekens = crc32(tekst.encode()), ""
    for _ in range(4):
        rest, plek = divmod(rest, 36)
        tekens += "0123456789abcdefghijklmnopqrstuvwxyz"[plek]
    return tekens


def parameters(scenario: Scenario, weergave: Weergave | None = None) -> dict[str, str]:
    """Give what stands in the link, by name.

    Examples
    --------
    >>> list(parameters(Scenario(reservering=32)))
    ['v', 'c', 'reservering']
    """
    waarden = dict(scenario) | dict(weergave or Weergave())
    teksten = {naam: PARAMETERS[naam].schrijf(waarde) for naam, waarde in waarden.items()}
    delen = {naam: tekst for naam, tekst in teksten.items() if tekst != STANDAARD[VERSIE][naam]}
    return {"v": str(VERSIE), CONTROLE: _controle(delen)} | delen


def lees(tekst: str, regios: Mapping[str, Regio], herstel: bool = False) -> Gelezen:
    """Read a query string or a whole link; judge every parameter and keep what is right.

    Parameters
    ----------
    tekst
        ``"reservering=32&pad=s-curve"`` or ``"https://.../groeipad?reservering=32"``.
    regios
        The regions that are present, by name.
    herstel
        Whether to mend what a mail or a sentence did to a link, where it can mean one thing only; a screen does.

    Returns
    -------
    Gelezen
        Scenario and weergave, in which a refused parameter has its default, the faults, and what is worth a quiet line.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> [fout.melding for fout in lees("reservering=nan", lees_regios()).fouten][0][:24]
    'reservering=nan kan niet'
    """
    gegeven, fouten = _splits(tekst.replace("&amp;", "&") if herstel else tekst)
    opmerkingen = [] if not herstel or "&amp;" not in tekst else ["In de link stond &amp;; dat is gelezen als &."]
    gegeven = {naam: waarde for naam, waarde in gegeven.items() if not _VAN_ANDEREN.fullmatch(naam)}
    controle = gegeven.pop(CONTROLE, None)
    versie = _versie(gegeven, fouten)
    vervallen = {naam: gegeven.pop(naam) for naam in VERVALLEN if naam in gegeven}
    opmerkingen += [VERVALLEN[naam] for naam in vervallen]
    fouten += _onbekend(gegeven, versie)
    eerste = STANDAARD[versie]["regio"]
    regio = regios.get(gegeven.get("regio", eerste)) or regios.get(eerste)  # a refused region becomes the first
    if herstel:
        gegeven = _hersteld(gegeven, regio, opmerkingen)
    if controle is not None and controle != _controle(gegeven | vervallen):
        opmerkingen.append(NIET_HEEL)
    if versie < VERSIE:
        opmerkingen.append(OUD_MODEL)
    standaard = _waarden(_bijgewerkt({}, versie, None), [], None)
    gekozen = _waarden(_bijgewerkt(gegeven, versie, regio), fouten, regio)
    passende = passend(standaard | gekozen, regios, standaard)
    return Gelezen(passende.scenario, passende.weergave, (*fouten, *passende.fouten), tuple(opmerkingen))


_RAND = " .,:!?*)]}>\"'’”\t\n"
"""What a sentence or a mail puts behind a link."""


def _hersteld(gegeven: Mapping[str, str], regio: Regio | None, opmerkingen: list[str]) -> dict[str, str]:
    """Mend values that are refused as they stand and can mean one thing only: a comma for the point, what stands behind a link."""
    heel = {}
    for naam, tekst in gegeven.items():
        laatste = naam == list(gegeven)[-1]
        pogingen = [tekst, *([tekst.rstrip(_RAND)] if laatste else [])]
        pogingen += [vorm for poging in pogingen for vorm in (poging.upper(), poging.lower())]
        if isinstance(PARAMETERS[naam], Getal):
            pogingen += [poging.replace(",", ".") for poging in pogingen if poging.count(",") == 1]
        heel[naam] = next((poging for poging in pogingen if _kan(naam, poging, regio)), tekst)
        if heel[naam] != tekst:
            opmerkingen.append(f"{naam}={leesbaar(tekst)} in de link is gelezen als {heel[naam]}.")
    return heel


def _kan(naam: str, tekst: str, regio: Regio | None) -> bool:
    try:
        _wat(naam, regio).lees(tekst)
    except NietToegestaan:
        return False
    return True


def _wat(naam: str, regio: Regio | None) -> Parameter:
    """Give a parameter as the region of the link allows it."""
    return PARAMETERS[naam] if regio is None else knop(regio, naam)


def regiolink(regio: str, regios: Mapping[str, Regio]) -> str:
    """Give the link to the scenario in which a region begins; "" when there is no such region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> regiolink("PV21", lees_regios()), regiolink("PV99", lees_regios())
    ('v=2&c=fck8&regio=PV21', '')
    """
    return schrijf(beginscenario(regios[regio])) if regio in regios else ""


def regio_van(tekst: str) -> str:
    """Give the region that a link names, as it stands there; "" when it names none, or more than one.

    Examples
    --------
    >>> regio_van("?regio=gmr&v=1"), regio_van("regio=gmr&regio=x"), regio_van("")
    ('gmr', '', '')
    """
    return _splits(tekst)[0].get("regio", "")


def passend(waarden: Mapping[str, Any], regios: Mapping[str, Regio], terugval: Mapping[str, Any]) -> Gelezen:
    """Put values together that are each allowed; refuse what does not go together or cannot be computed.

    Parameters
    ----------
    waarden
        A value for every parameter.
    regios
        The regions that are present, by name.
    terugval
        What a refused parameter becomes; itself a scenario that can be computed, and all of it where that is needed.

    Raises
    ------
    ScenarioFout
        When what to fall back on cannot be computed either.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> standaard = dict(Scenario()) | dict(Weergave())
    >>> passend(standaard | {"sleutel": "herkomst"}, lees_regios(), standaard).scenario.sleutel
    'inwoners'
    """
    over = dict(waarden)
    fouten: list[Fout] = []
    while mis := _onmogelijk(over, regios):
        nieuw = [fout for fout in mis if fout.waar not in {eerder.waar for eerder in fouten}]
        if not nieuw and over == dict(terugval):
            raise ScenarioFout(mis)  # else there is no end to it
        fouten.extend(nieuw)
        over = over | {fout.waar: terugval[fout.waar] for fout in nieuw} if nieuw else dict(terugval)
    regio = regios[over["regio"]]
    eigen = {
        "opgave": regio.cijfer("opgave"),
        "taakstelling": regio.cijfer("statushouders"),
        "mutatiegraad": eigen_mutatiegraad(regio),
    }
    over |= {naam: None for naam, cijfer in eigen.items() if over[naam] == cijfer}
    return Gelezen(*_delen(over), tuple(fouten))


def _delen(waarden: Mapping[str, Any]) -> tuple[Scenario, Weergave]:
    """Part the values of a link in what the model computes with and what someone looks at."""
    return (
        Scenario(**{naam: waarden[naam] for naam in Scenario.model_fields}),
        Weergave(**{naam: waarden[naam] for naam in Weergave.model_fields}),
    )


def _splits(tekst: str) -> tuple[dict[str, str], list[Fout]]:
    """Take the query string apart; what stands in it twice is refused, because nobody knows which one counts."""
    heel = tekst.startswith(("?", "http://", "https://"))
    vraag = tekst.partition("?")[2].partition("#")[0] if heel else tekst
    if len(vraag) > LANGSTE_LINK:
        advies = (
            f"hij heeft {getal(len(vraag))} tekens en er mogen er {getal(LANGSTE_LINK)} zijn; kopieer de link opnieuw"
        )
        return {}, [Fout("deze link", "", advies)]
    # what is no UTF-8 is kept apart, so that each parameter refuses it; else it would become another text
    paren = parse_qsl(vraag, keep_blank_values=True, errors="surrogateescape")
    aantallen = Counter(naam for naam, _ in paren)
    dubbel = [
        Fout(naam, " en ".join(waarde for sleutel, waarde in paren if sleutel == naam), "geef elke parameter één keer")
        for naam, aantal in aantallen.items()
        if aantal > 1
    ]
    return {naam: waarde for naam, waarde in paren if aantallen[naam] == 1}, dubbel


def _onbekend(gegeven: dict[str, str], versie: int) -> list[Fout]:
    """Take out the parameters that this version does not know, and name them."""
    vreemd = {naam: gegeven.pop(naam) for naam in list(gegeven) if naam not in STANDAARD[versie]}
    advies = f"deze parameter is onbekend; kies uit {', '.join(STANDAARD[versie])}"
    fouten: list[Fout] = [Onbekend(naam, waarde, advies) for naam, waarde in vreemd.items()]
    over = len(fouten) - MEESTE_ONBEKENDE
    rest = [Onbekend(f"nog {over} andere", "", "ook deze parameters zijn onbekend")] if over > 0 else []
    return fouten[:MEESTE_ONBEKENDE] + rest


def overgeslagen(fouten: Iterable[Fout]) -> str:
    """Name in one sentence what of a link means nothing, and what to do; "" when there is no such thing.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> overgeslagen(lees("foo=1&reservering=33", lees_regios()).fouten)[:70]
    '1 onderdeel van de link is onbekend en overgeslagen: foo. Kijk of het '
    """
    namen = [leesbaar(fout.waar) for fout in fouten if isinstance(fout, Onbekend)]
    if not namen:
        return ""
    deze = "het" if len(namen) == 1 else "ze"
    wat = "1 onderdeel van de link is" if len(namen) == 1 else "Onderdelen van de link zijn"
    return (
        f"{wat} onbekend en overgeslagen: {opsomming(namen)}. Kijk of {deze} goed gespeld {'is' if len(namen) == 1 else 'zijn'}; "
        "elke knop staat met zijn naam in de link bij Bronnen en begrippen."
    )


def _versie(gegeven: dict[str, str], fouten: list[Fout]) -> int:
    """Take the version out; an unknown one is refused, and the rest is read as the present version."""
    tekst = gegeven.pop("v", str(VERSIE))
    if tekst in map(str, STANDAARD):
        return int(tekst)
    bekend = ", ".join(map(str, STANDAARD))
    advies = f"deze Verkenner kent versie {bekend}; vernieuw de pagina of vraag een nieuwe link (de rest is gelezen als versie {VERSIE})"
    fouten.append(Fout("v", tekst, advies))
    return VERSIE


def _bijgewerkt(gegeven: Mapping[str, str], versie: int, regio: Regio | None) -> dict[str, str]:
    """Fill in the defaults of the version and carry the values over to the present one."""
    waarden = {**STANDAARD[versie], **gegeven}
    for stap in range(versie, VERSIE):
        waarden = MIGRATIES[stap](waarden, regio)
    return waarden


def _waarden(teksten: Mapping[str, str], fouten: list[Fout], regio: Regio | None) -> dict[str, Any]:
    """Judge each text by its own parameter; leave out what is refused."""
    waarden: dict[str, Any] = {}
    for naam, tekst in teksten.items():
        try:
            waarden[naam] = _wat(naam, regio).lees(tekst)
        except NietToegestaan as weigering:
            fouten.append(Fout(naam, tekst, str(weigering)))
    return waarden


def _onmogelijk(waarden: dict[str, Any], regios: Mapping[str, Regio]) -> tuple[Fout, ...]:
    if waarden["regio"] not in regios:
        return (Fout("regio", waarden["regio"], geen_regio(waarden["regio"])),)
    mis = samenhang(waarden)
    if mis:
        return tuple(mis)
    scenario, weergave = _delen(waarden)
    try:
        bereken(regios[scenario.regio], scenario)
    except ScenarioFout as fout:
        return fout.fouten
    return tuple(_onzichtbaar(scenario, weergave, regios))


def _onzichtbaar(scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]) -> Iterator[Fout]:
    """Find what cannot be looked at in this scenario: a gemeente, a year or a comparison that is not there."""
    regio = regios[scenario.regio]
    if weergave.gemeente and weergave.gemeente not in regio.codes:
        yield Fout("gemeente", weergave.gemeente, niet_van(regio, [weergave.gemeente]))
    periode = jaren(regio, scenario)
    if weergave.jaar is not None and weergave.jaar not in periode:
        yield Fout("jaar", str(weergave.jaar), f"kies {periode[0]} tot en met {periode[-1]}")
    ernaast = [("naast", deel) for deel in weergave.naast] + [("amendement", deel) for deel in weergave.amendement]
    for naam, deel in ernaast:
        if deel.startswith(KOLOM):
            if not regio.gepubliceerd:
                yield Fout(naam, deel, "voor deze regio is geen tabel gepubliceerd; kies een link")
        else:
            gelezen = lees(deel, regios)
            if gelezen.fouten:
                yield Fout(naam, deel, gelezen.fouten[0].melding.removesuffix("."))
            elif gelezen.scenario.regio != scenario.regio:
                yield Fout(naam, deel, f"kies een scenario van {regio.register.naam}")
    yield from bodfouten(weergave, regio)
    for deel in weergave.verhaal:
        for fout in lees(deel[deel.index("&v=") + 1 :], regios).fouten:
            yield Fout("verhaal", deel, fout.melding.removesuffix("."))


def bodfouten(weergave: Weergave, regio: Regio) -> Iterator[Fout]:
    """Name the bids at the Speltafel that cannot be in a region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [fout.advies for fout in bodfouten(Weergave(bod="1.0262.p:61"), lees_regio("stedendriehoek"))]
    ['bied hoogstens 60 procent']
    """
    for naam, waarde in weergave.bod:
        if advies := _geen_bod(naam, waarde, regio):
            yield Fout("bod", f"{naam}:{PARAMETERS['hoogstens'].schrijf(waarde)}", advies)


def _geen_bod(naam: str, waarde: float, regio: Regio) -> str:
    """Say why a bid cannot be, "" when it can."""
    _, wie, soort = naam.split(".")
    codes = [f"GM{code}" for code in (wie, soort) if code.isdigit()]
    if any(code not in regio.codes for code in codes) or wie == soort:
        return f"kies andere gemeenten uit {regio.genoemd('GM')}"
    if soort == "p":
        return "" if waarde <= HOOGSTE_BOD else f"bied hoogstens {HOOGSTE_BOD} procent"
    return "" if float(waarde).is_integer() else "bied een heel aantal"
