"""The agreement as numbered articles: every parameter in one sentence, true for any value that it can have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fairshare.gegevens import Regio
from fairshare.model.invoer import EIGEN_CIJFERS
from fairshare.model.knoppen import stand
from fairshare.model.verdeelsleutel import beginscenario
from fairshare.onthouden import onthoud
from fairshare.opmaak import ONBEKEND, precies
from fairshare.parameters import Getal, Keuze, Paren
from fairshare.scenario import SLEUTELS, Scenario, parameter

TITEL = "Afspraak als tekst"
NIETS = "geen"

_ZINNEN = {
    "regio": ("Deze afspraak geldt voor {}.", ""),
    "reservering": (
        "Het doel is dat {} van de woningen die vrijkomen en meetellen, voor urgente huishoudens is gereserveerd.",
        "",
    ),
    "afwijking": (
        "Een eigen doel voor de reservering heeft: {}.",
        "Er is {} gemeente met een eigen doel voor de reservering.",
    ),
    "bodem": ("Een gemeente mag {} minder reserveren dan haar eigen deel van 2024.", ""),
    "mutatiegraad": (
        "Aangenomen is een mutatiegraad van {} van de voorraad per jaar.",
        "De mutatiegraad van de regio is {}.",
    ),
    "verhuisketen": (
        "Van de reguliere verhuringen gaat {} naar een huishouden dat in de regio een sociale huurwoning achterlaat.",
        "",
    ),
    "pad": ("De vorm van het ingroeipad is {}.", ""),
    "punten": ("Op het eigen pad is van de weg afgelegd: {}.", "Het ingroeipad heeft {} eigen punten."),
    "start": ("Het ingroeipad begint in {}.", ""),
    "eind": ("Het doel geldt uiterlijk vanaf {}.", ""),
    "groeit": ("Langs het ingroeipad groeit: {}.", ""),
    "sleutel": ("De opgave wordt over de gemeenten verdeeld naar {}.", ""),
    "gewichten": ("In de mix van verdeelsleutels wegen: {}.", "Er geldt {} mix van verdeelsleutels."),
    "bovengrens": (
        "Het eigen aandeel van een gemeente is, voordat er wordt geruild en lokale groepen meetellen, nooit meer dan {} van wat er bij "
        "haar vrijkomt, plus haar plekken daarbuiten; wat daarboven komt, gaat naar de andere gemeenten.",
        "Er is {} bovengrens aan het eigen aandeel van een gemeente.",
    ),
    "ondergrens": (
        "Het eigen aandeel van een gemeente is, voordat er wordt geruild en lokale groepen meetellen, minstens {} van wat haar inwoners "
        "zouden vragen.",
        "Er is {} ondergrens aan het eigen aandeel van een gemeente.",
    ),
    "ruil": (
        "Vanaf het startjaar wordt elk jaar een deel van de taak overgedragen, in woningen: {}.",
        "Er is {} taak die een gemeente aan een andere overdraagt.",
    ),
    "segment": ("Van de sociale huurwoningen die vrijkomen, tellen mee: die {}.", ""),
    "statushouders": ("Voor statushouders geldt: {}.", ""),
    "taakstelling": (
        "Voor statushouders zijn {} woningen per jaar nodig.",
        "Hoeveel woningen statushouders per jaar nodig hebben, is {}.",
    ),
    "opgave": ("De regio gaat uit van {} urgente huishoudens per jaar.", "De opgave van de regio is {}."),
    "lokaal": ("De lokale urgente groepen van een gemeente tellen {} mee in haar eigen opgave.", ""),
    "groei": ("De opgave verandert elk jaar met {}.", ""),
    "verevening": ("Wat een gemeente overheeft, is voor {} beschikbaar voor gemeenten die tekortkomen.", ""),
    "regel": ("Bij het verdelen van een overschot geldt: {}.", ""),
    "nieuwbouw": (
        "Samen bouwen de gemeenten per jaar {} extra sociale huurwoningen, verdeeld met de verdeelsleutel.",
        "Samen bouwen de gemeenten per jaar {} extra sociale huurwoningen.",
    ),
    "programma": (
        "Samen bouwen de gemeenten per jaar {} woningen van alle soorten, waarvan het sociale deel meetelt.",
        "Samen bouwen de gemeenten per jaar {} woningen van alle soorten waarvan een sociaal deel meetelt.",
    ),
    "doorstroming": (
        "Door doorstroming komen per jaar {} extra woningen vrij, verdeeld met de verdeelsleutel.",
        "Door doorstroming komen per jaar {} extra woningen vrij.",
    ),
    "alternatief": (
        "Buiten de sociale huur komen per jaar {} plekken vrij, helemaal voor urgente huishoudens en verdeeld met de verdeelsleutel.",
        "Buiten de sociale huur komen per jaar {} plekken vrij die over de hele regio worden verdeeld.",
    ),
    "inzet": (
        "Zelf bieden per jaar extra plekken voor urgente huishoudens: {}.",
        "Er is {} gemeente die zelf extra plekken biedt.",
    ),
    "bouw": (
        "Zelf bouwen per jaar extra sociale huurwoningen: {}.",
        "Er is {} gemeente die zelf extra sociale huurwoningen bouwt.",
    ),
    "sloop": (
        "Per jaar verdwijnen {} sociale huurwoningen door sloop en verkoop, verdeeld naar de mutaties.",
        "Per jaar verdwijnen {} sociale huurwoningen door sloop en verkoop.",
    ),
    "herhuisvesting": (
        "Van de bewoners van gesloopte of verkochte woningen heeft {} een andere woning nodig; dat komt bij de opgave.",
        "",
    ),
    "achterstand": ("Wie niet geplaatst is, telt het jaar daarna {} opnieuw mee.", ""),
    "uitval": ("Van wie wacht, valt elk jaar {} om een andere reden af.", ""),
    "wachtend": ("Van vóór het eerste jaar tellen {} wachtende huishoudens mee.", ""),
}
"""For each parameter its sentence, and the one for when there is nothing ("" where that is the same); {} is the value."""

_WOORDEN = {
    ("bodem", "ja"): "niet",
    ("bodem", "nee"): "wel",
    ("lokaal", "ja"): "wel",
    ("lokaal", "nee"): "niet",
    ("achterstand", "ja"): "wel",
    ("achterstand", "nee"): "niet",
    ("sleutel", "mix"): "een mix van sleutels",
    ("pad", "s-curve"): "een S-curve",
    ("pad", "trap"): "een trap in drie stappen",
    ("pad", "eigen"): "een eigen pad",
    ("groeit", "geen"): "niets; alles geldt vanaf het startjaar",
}
"""How an option reads in its sentence, where that is not its label."""

GROEPEN = {
    "Wie meedoet": ("regio",),
    "Opgave en verdeling": ("opgave", "sleutel", "gewichten", "bovengrens", "ondergrens", "ruil", "lokaal"),
    "Reservering": ("reservering", "afwijking", "bodem", "segment"),
    "Groeipad": ("pad", "punten", "start", "eind", "groeit"),
    "Solidariteit": ("verevening", "regel"),
}
"""The articles of what no agreement of a region has an article for, with the parameters of each."""

REST = {"beleidskeuze": "Meer woningen en plekken", "aanname": "Waarvan is uitgegaan"}
"""The articles of every other parameter, by its kind."""


@dataclass(frozen=True)
class Artikel:
    """An article: its number, heading, own words, source, and the parameters whose sentences stand in it."""

    nummer: int
    titel: str
    tekst: str
    bron: str
    knoppen: tuple[str, ...]


@dataclass(frozen=True)
class Zin:
    """The sentence of a parameter, around its value."""

    voor: str
    waarde: str
    na: str

    @property
    def tekst(self) -> str:
        """The whole sentence."""
        return f"{self.voor}{self.waarde}{self.na}"


def artikelen(regio: Regio) -> tuple[Artikel, ...]:
    """Give the articles of a region: those of its agreement, and then what that leaves open.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [een.titel for een in artikelen(lees_regio("stedendriehoek"))][2:5]
    ['Verdeling over de gemeenten', 'Toewijzing', 'Samen met zorg, welzijn en markt']
    >>> artikelen(lees_regio("gmr"))[0].bron
    'Geen: een keuze van de regio'
    """
    return tuple(Artikel(nummer, *een) for nummer, een in enumerate(_artikelen(regio), start=1))


def _artikelen(regio: Regio) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    geregeld = {naam for een in regio.register.artikelen for naam in een.knoppen}
    for een in regio.register.artikelen:
        yield een.titel, een.tekst, f"{een.bron}, {een.vindplaats}", een.knoppen
    wie = regio.register.afspraak
    for titel, namen in _groepen().items():
        over = tuple(naam for naam in namen if naam not in geregeld)
        keuze = f"Geen: {wie} noemt hiervoor geen getal of regel" if wie else "Geen: een keuze van de regio"
        aanname = over and parameter(over[0]).groep == "aanname"
        if over:
            kop = f"{titel}: wat {wie} openlaat" if wie and not aanname else titel
            yield kop, "", "Aannames; waar elk vandaan komt, staat bij Bronnen en begrippen" if aanname else keuze, over


def _groepen() -> dict[str, tuple[str, ...]]:
    genoemd = {naam for namen in GROEPEN.values() for naam in namen}
    overig = {naam: wat.groep for naam, wat in Scenario.parameters().items() if naam not in genoemd}
    rest = {titel: tuple(naam for naam in overig if overig[naam] == groep) for groep, titel in REST.items()}
    return {**GROEPEN, **rest}


def vast(regio: Regio) -> frozenset[str]:
    """Name the parameters that the agreement of a region gives a value."""
    return frozenset(naam for een in regio.register.artikelen for naam in een.vast)


def opengelaten(regio: Regio) -> frozenset[str]:
    """Name the parameters that the agreement of a region is about without giving them a value.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> "statushouders" in opengelaten(lees_regio("stedendriehoek")), opengelaten(lees_regio("gmr"))
    (True, frozenset())
    """
    return frozenset(naam for een in regio.register.artikelen for naam in een.knoppen) - vast(regio)


def afwijkend(regio: Regio, scenario: Scenario) -> tuple[str, ...]:
    """Name the parameters in which a scenario differs from the one that its region begins with.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> afwijkend(lees_regio("stedendriehoek"), Scenario(pad="eigen", punten="2028:10"))
    ('pad', 'punten')
    """
    begin = beginscenario(regio)
    return tuple(naam for naam, waarde in dict(scenario).items() if waarde != getattr(begin, naam))


def zin(regio: Regio, scenario: Scenario, naam: str) -> Zin:
    """Write the one sentence of a parameter.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> zin(lees_regio("stedendriehoek"), Scenario(bovengrens=None), "bovengrens").tekst
    'Er is geen bovengrens aan het eigen aandeel van een gemeente.'
    >>> zin(lees_regio("stedendriehoek"), Scenario(ruil="GM0262-GM0150:10"), "ruil").tekst
    'Vanaf het startjaar wordt elk jaar een deel van de taak overgedragen, in woningen: van Lochem aan Deventer 10.'
    """
    waarde = stand(regio, scenario, naam)
    met, zonder = _ZINNEN[naam]
    leeg = waarde in (None, ()) or (waarde == 0 and naam not in EIGEN_CIJFERS)
    voor, na = (zonder if zonder and leeg else met).split("{}")
    return Zin(voor, _waarde(regio, naam, waarde), na)


def _waarde(regio: Regio, naam: str, waarde: object) -> str:
    """Write a value as it reads in its sentence."""
    wat = parameter(naam)
    if isinstance(wat, Keuze):
        return optie(naam, str(waarde))
    if isinstance(wat, Paren):
        return paren(regio, wat, waarde) or NIETS  # type: ignore[arg-type]
    if not isinstance(wat, Getal):
        return regio.register.naam
    if waarde is None:
        return NIETS if naam == "bovengrens" else ONBEKEND
    zonder = _ZINNEN[naam][1] or naam == "wachtend"
    return NIETS if waarde == 0 and zonder and naam not in EIGEN_CIJFERS else wat.toon(waarde)


def optie(naam: str, waarde: str) -> str:
    """Write an option as it reads in its sentence.

    Examples
    --------
    >>> optie("pad", "trap"), optie("sleutel", "inwoners_cbs")
    ('een trap in drie stappen', 'inwoners (CBS)')
    """
    label = parameter(naam).toon(waarde)
    return _WOORDEN.get((naam, waarde), label[0].lower() + label[1:])


def achter(wat: Getal) -> str:
    """Give the sign behind a number in a sentence.

    Examples
    --------
    >>> achter(parameter("reservering")), achter(parameter("nieuwbouw"))
    ('%', '')
    """
    return "%" if wat.eenheid.startswith("procent") else ""


def paren(regio: Regio, wat: Paren, waarde: Sequence[tuple[Any, ...]]) -> str:
    """Write a list of pairs as it reads in a sentence.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> paren(lees_regio("stedendriehoek"), parameter("afwijking"), (("GM0262", 33.5, 2030), ("GM0150", 31, None)))
    'Lochem 33,5% in 2030; Deventer 31%'
    """
    return "; ".join(_paar(regio, wat, *paar) for paar in waarde)


def _paar(regio: Regio, wat: Paren, deel: str, getal: float, jaar: int | None = None) -> str:
    return f"{noem(regio, deel)} {precies(getal)}{achter(wat.waarde)}" + (f" in {jaar}" if jaar else "")


def noem(regio: Regio, deel: str) -> str:
    """Name what a number of a list is about: a gemeente, two of them, a year or a key.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> noem(lees_regio("stedendriehoek"), "GM0262-GM0150"), noem(lees_regio("stedendriehoek"), "2028")
    ('van Lochem aan Deventer', 'in 2028')
    """
    van, streep, naar = deel.partition("-")
    if streep:
        return f"van {_naam(regio)[van]} aan {_naam(regio)[naar]}"
    if deel in SLEUTELS:
        return optie("sleutel", deel)
    return _naam(regio).get(deel, f"in {deel}")


@onthoud
def _naam(regio: Regio) -> dict[str, str]:
    return dict(zip(regio.codes, regio.namen, strict=True))
