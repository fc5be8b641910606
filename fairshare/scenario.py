"""The scenario: every parameter of the model, defined once.

Widgets, links, the command line, the documentation and the exports all derive from this class. The name of a field
is its key in a link; its annotation holds label, unit, help, source, bounds and step.
"""

from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails

from fairshare.fouten import Fout, ScenarioFout
from fairshare.parameters import Getal, Keuze, Knoppen, Naam, Parameter, Paren, ParenMetJaar

KADER = "Afsprakenkader 2-3-2026"
PRESENTATIE = "Presentatie afsprakenkader 13-4-2026"
EIGEN = "Eigen rekenkeuze; geen bron"

Lijst = tuple[tuple[str, float], ...]

Afwijkingen = tuple[tuple[str, float, int | None], ...]

GEMEENTEN = r"GM[0-9]{4}(,GM[0-9]{4})*(:[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ .'()-]{0,39})?"
"""Gemeenten by code, with the name that someone gave them."""

REGIO = rf"([a-z][a-z0-9-]{{0,39}}|NL|(PV|CR)[0-9]{{2}}|{GEMEENTEN})(@20[0-9]{{2}})?"
"""How a region stands in a link; behind @ the edition with the counts of that year."""

LAATSTE_JAAR = 2040
"""The last year that a path can reach."""

SLEUTELS = {
    "inwoners": "Inwoners",
    "inwoners_cbs": "Inwoners (CBS)",
    "huishoudens": "Huishoudens",
    "woningen": "Woningen",
    "voorraad": "Sociale voorraad",
    "mutaties": "Mutaties",
    "realisatie": "Realisatie 2024",
    "herkomst": "Herkomst",
    "welvaart": "Welvaart (SES-WOA)",
    "mix": "Mix met gewichten",
}
"""The verdeelsleutels, with their labels."""

_JA_NEE = {"nee": "Nee", "ja": "Ja"}


class Scenario(Knoppen):
    """One picture of the future: all choices and assumptions that the model needs.

    A changed scenario is a new one (``scenario.met(reservering=35)``). The engine itself takes wider values than a link
    as variations (:func:`fairshare.model.bereken`).

    Attributes
    ----------
    Percentages are 0-100, homes are per year. See ``docs/parameters.md``, which is generated from this class.

    Raises
    ------
    ScenarioFout
        With every value that cannot be, and every pair of values that does not go together.

    Examples
    --------
    >>> Scenario().reservering
    30.0
    >>> Scenario().met(reservering=35, bouw="GM0262:20").bouw
    (('GM0262', 20.0),)
    >>> Scenario(pad="krom")
    Traceback (most recent call last):
        ...
    fairshare.fouten.ScenarioFout: pad=krom kan niet: kies direct, lineair, s-curve, versneld, vertraagd, trap, eigen.
    """

    regio: Annotated[
        str,
        Naam(
            label="Regio",
            eenheid="naam",
            groep="beleidskeuze",
            bron="Gegevensmap data/",
            hulp="De regio waarover de opgave wordt verdeeld: een van de regio's, een provincie, een COROP-gebied, het land, of "
            "gemeenten met een eigen naam.",
            patroon=REGIO,
            advies="kies een regio, een provincie (PV25), een COROP-gebied (CR12), NL, of gemeenten (GM0363,GM0394:Onze regio); "
            "met een editie erachter waar die er is (@2025)",
        ),
    ] = "stedendriehoek"
    reservering: Annotated[
        float,
        Getal(
            laag=0,
            hoog=100,
            stap=0.1,
            duim=0.5,
            label="Reservering",
            eenheid="procent van de mutaties",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraak 2: toewerken naar 30%",
            hulp="Deel van de vrijkomende sociale huurwoningen dat in het eindjaar voor urgenten is gereserveerd.",
        ),
    ] = 30.0
    afwijking: Annotated[
        Afwijkingen,
        ParenMetJaar(
            label="Eigen reservering van een gemeente",
            eenheid="gemeentecode, procent van de mutaties en eventueel een jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Een gemeente waarvan de reservering ergens anders eindigt dan die van de regio, of in een ander jaar. "
            "Zonder jaar geldt het eindjaar.",
            patroon=r"GM[0-9]{4}",
            voorbeeld="GM0150:33,GM0262:40@2030",
            waarde=Getal(
                laag=0,
                hoog=100,
                stap=0.1,
                label="Reservering",
                eenheid="procent van de mutaties",
                groep="beleidskeuze",
                bron="",
                hulp="",
            ),
            jaar=Getal(
                laag=2026, hoog=LAATSTE_JAAR, label="Jaar", eenheid="jaar", groep="beleidskeuze", bron="", hulp=""
            ),
        ),
    ] = ()
    bodem: Annotated[
        str,
        Keuze(
            label="Niemand onder 2024",
            eenheid="ja of nee",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Of een gemeente nooit minder reserveert dan haar eigen deel van 2024.",
            opties=_JA_NEE,
        ),
    ] = "nee"
    mutatiegraad: Annotated[
        float | None,
        Getal(
            mag_leeg=True,
            leeg="die van de regio",
            laag=0,
            hoog=100,
            stap=0.01,
            label="Mutatiegraad",
            eenheid="procent van de voorraad per jaar",
            groep="aanname",
            bron="Het cijfer van de regio; zie Bronnen en begrippen",
            hulp="Deel van de sociale huurvoorraad dat in een jaar vrijkomt. Alle mutaties schalen mee. Leeg: het cijfer van de regio.",
        ),
    ] = None
    verhuisketen: Annotated[
        int,
        Getal(
            laag=0,
            hoog=60,
            ruim=(0, 60),
            label="Verhuisketen",
            eenheid="procent van de reguliere verhuringen",
            groep="aanname",
            bron=EIGEN,
            hulp="Welk deel van de reguliere verhuringen naar een huishouden gaat dat een sociale huurwoning in de regio "
            "achterlaat. Wat voor urgenten is gereserveerd, laat er geen achter.",
        ),
    ] = 0
    pad: Annotated[
        str,
        Keuze(
            label="Ingroeipad",
            eenheid="vorm",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraak 5: groeipad van tien jaar; de vorm is niet vastgelegd",
            hulp="Hoe snel de regio van de stand van 2024 naar het eindjaar groeit.",
            opties={
                "direct": "Direct",
                "lineair": "Lineair",
                "s-curve": "S-curve",
                "versneld": "Versneld",
                "vertraagd": "Vertraagd",
                "trap": "Trap in drie stappen",
                "eigen": "Eigen pad",
            },
        ),
    ] = "lineair"
    punten: Annotated[
        Lijst,
        Paren(
            label="Punten van het eigen pad",
            eenheid="jaar en procent van de weg",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Welk deel van de weg in welk jaar is afgelegd; daartussen rechte lijnen. Alleen bij een eigen pad.",
            patroon=r"20[0-9]{2}",
            voorbeeld="2028:10,2030:40",
            oplopend=True,
            waarde=Getal(
                laag=0, hoog=100, label="Afgelegd", eenheid="procent van de weg", groep="beleidskeuze", bron="", hulp=""
            ),
        ),
    ] = ()
    start: Annotated[
        int,
        Getal(
            laag=2026,
            hoog=2030,
            label="Startjaar",
            eenheid="jaar",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraak 2: vanaf 2026",
            hulp="Eerste jaar van het ingroeipad.",
        ),
    ] = 2026
    eind: Annotated[
        int,
        Getal(
            laag=2026,
            hoog=LAATSTE_JAAR,
            label="Eindjaar",
            eenheid="jaar",
            groep="beleidskeuze",
            bron=f"{KADER}: tot 2035; {PRESENTATIE}: t/m 2035",
            hulp="Jaar waarin het pad is voltooid. De bronnen zeggen 'tot', 't/m' en 'voor' 2035.",
        ),
    ] = 2035
    groeit: Annotated[
        str,
        Keuze(
            label="Wat groeit in",
            eenheid="keuze",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraken 2 (percentage) en 5 (verdeling)",
            hulp="Twee paden staan in de bronnen: dat van het percentage en dat van de verdeling.",
            opties={
                "reservering,verdeling": "Reservering en verdeling",
                "reservering": "Alleen de reservering",
                "verdeling": "Alleen de verdeling",
                "geen": "Niets: alles vanaf het startjaar",
            },
        ),
    ] = "reservering,verdeling"
    sleutel: Annotated[
        str,
        Keuze(
            label="Verdeelsleutel",
            eenheid="keuze",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraak 1: naar inwoners",
            hulp="Waarnaar de opgave over de gemeenten wordt verdeeld.",
            opties=SLEUTELS,
        ),
    ] = "inwoners"
    gewichten: Annotated[
        Lijst,
        Paren(
            label="Gewichten van de mix",
            eenheid="sleutel en gewicht",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Hoe zwaar elke sleutel telt; de som wordt op 1 gebracht. Alleen bij een mix.",
            patroon="|".join(naam for naam in SLEUTELS if naam != "mix"),
            voorbeeld="inwoners:60,voorraad:40",
            waarde=Getal(
                laag=0.01,
                hoog=1000,
                stap=0.01,
                label="Gewicht",
                eenheid="gewicht",
                groep="beleidskeuze",
                bron="",
                hulp="",
            ),
        ),
    ] = ()
    bovengrens: Annotated[
        int | None,
        Getal(
            mag_leeg=True,
            leeg="geen",
            laag=20,
            hoog=100,
            label="Bovengrens",
            eenheid="procent van de vrijkomende woningen",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Het eigen aandeel van een gemeente is nooit meer dan dit deel van wat er bij haar vrijkomt, plus haar plekken "
            "daarbuiten; wat overblijft gaat naar de andere gemeenten. Leeg: geen bovengrens.",
        ),
    ] = None
    ondergrens: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100,
            label="Ondergrens",
            eenheid="procent van het aandeel naar inwoners",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Het eigen aandeel van een gemeente is minstens dit deel van wat haar inwoners zouden vragen.",
        ),
    ] = 0
    ruil: Annotated[
        Lijst,
        Paren(
            label="Ruil tussen gemeenten",
            eenheid="van en naar welke gemeente, en woningen per jaar",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraak 6: overnemen van elkaars taak",
            hulp="Een gemeente draagt een deel van haar jaarlijkse taak over aan een andere, vanaf het startjaar. De ruil komt na "
            "de grenzen en mag daar overheen gaan.",
            patroon=r"GM[0-9]{4}-GM[0-9]{4}",
            voorbeeld="GM0262-GM0150:10",
            waarde=Getal(
                laag=1, hoog=5000, label="Woningen", eenheid="woningen per jaar", groep="beleidskeuze", bron="", hulp=""
            ),
        ),
    ] = ()
    segment: Annotated[
        str,
        Keuze(
            label="Welke mutaties tellen",
            eenheid="huurgrens",
            groep="beleidskeuze",
            bron=f"{PRESENTATIE}, kolommen C en D",
            hulp="Alle sociale huur, of alleen de goedkopere woningen tot de eerste aftoppingsgrens. Dat laatste is een lezing van "
            "een jaar, geen pad: hoeveel van 2024 erin viel, is onbekend.",
            opties={
                "liberalisatiegrens": "Tot de liberalisatiegrens",
                "aftoppingsgrens": "Tot de eerste aftoppingsgrens",
            },
        ),
    ] = "liberalisatiegrens"
    statushouders: Annotated[
        str,
        Keuze(
            label="Statushouders",
            eenheid="keuze",
            groep="aanname",
            bron=f"{KADER}: 348 woningen; binnen of bovenop staat er niet uitdrukkelijk",
            hulp="De tekst wijst op 'binnen de opgave'. De andere lezingen laten zien wat het uitmaakt.",
            opties={
                "inclusief": "Binnen de opgave",
                "exclusief": "Eerst, en apart geteld",
                "zonder_voorrang": "Zonder voorrang",
                "bovenop": "Bovenop de opgave",
            },
        ),
    ] = "inclusief"
    taakstelling: Annotated[
        int | None,
        Getal(
            mag_leeg=True,
            laag=0,
            hoog=100_000,
            label="Taakstelling statushouders",
            eenheid="woningen per jaar",
            groep="aanname",
            bron=f"{KADER}: 348 woningen in 2024",
            hulp="Hoeveel woningen per jaar voor statushouders nodig zijn. Leeg: het cijfer van de regio.",
        ),
    ] = None
    opgave: Annotated[
        int | None,
        Getal(
            mag_leeg=True,
            laag=0,
            hoog=100_000,
            label="Opgave van de regio",
            eenheid="huishoudens per jaar",
            groep="aanname",
            bron=f"{KADER}: 1.170 urgente huishoudens",
            hulp="Aantal urgente huishoudens dat per jaar een woning nodig heeft, met het aantal statushouders van de regio erin. "
            "Leeg: het cijfer van de regio.",
        ),
    ] = None
    lokaal: Annotated[
        str,
        Keuze(
            label="Lokale groepen meetellen",
            eenheid="ja of nee",
            groep="beleidskeuze",
            bron="Platform31 (februari 2025): neem de lokale urgente groepen mee",
            hulp="Telt de lokale urgente groepen uit een eigen bestand op bij de opgave van hun eigen gemeente; zij groeien niet mee.",
            opties=_JA_NEE,
        ),
    ] = "nee"
    groei: Annotated[
        float,
        Getal(
            laag=-5,
            hoog=5,
            stap=0.1,
            ruim=(-100, 100),
            label="Groei van de opgave",
            eenheid="procent per jaar",
            groep="aanname",
            bron=EIGEN,
            hulp="Jaarlijkse groei van de opgave, vanaf het jaar voor de periode van de afspraak.",
        ),
    ] = 0.0
    verevening: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100,
            stap=5,
            label="Verevening",
            eenheid="procent van het overschot",
            groep="beleidskeuze",
            bron=f"{PRESENTATIE}: niet geplaatst over de hele regio; {KADER}, afspraak 6: solidariteit",
            hulp="Hoeveel van een overschot in de ene gemeente een tekort in een andere mag dekken.",
        ),
    ] = 100
    regel: Annotated[
        str,
        Keuze(
            label="Wie eerst bij verevening",
            eenheid="regel",
            groep="beleidskeuze",
            bron=f"{EIGEN}: het kader zegt niet hoe een overschot wordt verdeeld",
            hulp="Wie het eerst wordt geholpen met een overschot elders: ieder naar rato van het tekort, de dichtstbijzijnde eerst, "
            "of wie het kleinste deel van de eigen vraag kan huisvesten eerst.",
            opties={
                "evenredig": "Naar rato van het tekort",
                "nabij": "Dichtstbij eerst",
                "gelijk": "Minst gedekt eerst",
            },
        ),
    ] = "evenredig"
    nieuwbouw: Annotated[
        int,
        Getal(
            laag=0,
            hoog=5000,
            label="Nieuwbouw sociale huur",
            eenheid="woningen per jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Extra nieuwe sociale huurwoningen per jaar in de regio, verdeeld met de verdeelsleutel.",
        ),
    ] = 0
    programma: Annotated[
        int,
        Getal(
            laag=0,
            hoog=10_000,
            label="Bouwprogramma",
            eenheid="woningen van alle soorten per jaar",
            groep="beleidskeuze",
            bron="Prestatieafspraken Achterhoek 2026-2029: 30% sociale huur t/m 2030, daarna 23%",
            hulp="Bruto nieuwbouw van alle soorten; het sociale deel komt bij de nieuwbouw sociale huur.",
        ),
    ] = 0
    doorstroming: Annotated[
        int,
        Getal(
            laag=0,
            hoog=2000,
            label="Doorstroming",
            eenheid="woningen per jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Extra woningen die vrijkomen doordat bewoners doorverhuizen.",
        ),
    ] = 0
    alternatief: Annotated[
        int,
        Getal(
            laag=0,
            hoog=2000,
            label="Plekken buiten de sociale huur",
            eenheid="plekken per jaar",
            groep="beleidskeuze",
            bron=f"{KADER}, afspraken 3 en 6: particuliere huur, zorgvastgoed, tijdelijke woonvormen",
            hulp="Plekken buiten de sociale huurvoorraad, helemaal voor urgenten.",
        ),
    ] = 0
    inzet: Annotated[
        Lijst,
        Paren(
            label="Extra plekken van een gemeente",
            eenheid="gemeentecode en plekken per jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Extra plekken per jaar die een gemeente zelf aanbiedt.",
            patroon=r"GM[0-9]{4}",
            voorbeeld="GM0262:20,GM0285:10",
            waarde=Getal(
                laag=1, hoog=2000, label="Plekken", eenheid="plekken per jaar", groep="beleidskeuze", bron="", hulp=""
            ),
        ),
    ] = ()
    bouw: Annotated[
        Lijst,
        Paren(
            label="Nieuwbouw van een gemeente",
            eenheid="gemeentecode en woningen per jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Extra nieuwe sociale huurwoningen per jaar in een gemeente.",
            patroon=r"GM[0-9]{4}",
            voorbeeld="GM0262:20",
            waarde=Getal(
                laag=1, hoog=5000, label="Woningen", eenheid="woningen per jaar", groep="beleidskeuze", bron="", hulp=""
            ),
        ),
    ] = ()
    sloop: Annotated[
        int,
        Getal(
            laag=0,
            hoog=5000,
            label="Sloop en verkoop",
            eenheid="sociale huurwoningen per jaar",
            groep="aanname",
            bron=EIGEN,
            hulp="Sociale huurwoningen die per jaar verdwijnen, verdeeld naar de mutaties.",
        ),
    ] = 0
    herhuisvesting: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100,
            label="Herhuisvesting",
            eenheid="procent van de sloop",
            groep="aanname",
            bron=EIGEN,
            hulp="Welk deel van de bewoners van gesloopte of verkochte woningen een woning nodig heeft; dat komt bij de opgave.",
        ),
    ] = 0
    achterstand: Annotated[
        str,
        Keuze(
            label="Achterstand meenemen",
            eenheid="ja of nee",
            groep="aanname",
            bron=f"{KADER}, afspraak 2: wachtlijsten blijven bestaan; de beginstand is onbekend",
            hulp="Telt wie niet geplaatst is het jaar daarna opnieuw mee?",
            opties=_JA_NEE,
        ),
    ] = "nee"
    uitval: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100,
            label="Uitval uit de achterstand",
            eenheid="procent per jaar",
            groep="aanname",
            bron=EIGEN,
            hulp="Deel van de achterstand dat elk jaar op een andere manier verdwijnt. Alleen met achterstand.",
        ),
    ] = 0
    wachtend: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100_000,
            label="Wachtenden aan het begin",
            eenheid="huishoudens",
            groep="aanname",
            bron="Geen: de beginstand is onbekend",
            hulp="Huishoudens die al wachten voor het eerste jaar. Alleen met achterstand.",
        ),
    ] = 0

    @property
    def wacht(self) -> bool:
        """Whether who finds no home waits: niet geplaatst is then a stock at the end of a year, else a flow per year."""
        return self.achterstand == "ja"

    @property
    def eenheid(self) -> str:
        """What niet geplaatst is counted in."""
        return "huishoudens" if self.wacht else "huishoudens per jaar"

    @model_validator(mode="wrap")
    @classmethod
    def _in_woorden(cls, waarden: Any, maak: ModelWrapValidatorHandler[Self]) -> Self:
        """Judge the values one by one and then together; what is wrong is said as a screen says it."""
        try:
            scenario = maak(waarden)
        except ValidationError as fout:
            raise ScenarioFout(map(_fout, fout.errors())) from None
        fouten = samenhang(dict(scenario))
        if fouten:
            raise ScenarioFout(fouten)
        return scenario


def _fout(detail: ErrorDetails) -> Fout:
    """Turn what pydantic found into a fault with a remedy."""
    advies = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        advies = f"deze parameter is onbekend; kies uit {', '.join(Scenario.model_fields)}"
    return Fout(".".join(map(str, detail["loc"])), str(detail["input"]), advies)


@lru_cache(maxsize=64)
def standaard(regio: str) -> Scenario:
    """Give the scenario of a region in which nothing was chosen; judged once, because every step of a drag asks for it.

    Examples
    --------
    >>> standaard("gmr") == Scenario(regio="gmr")
    True
    """
    return Scenario(regio=regio)


def parameter(naam: str) -> Parameter:
    """Look up what a parameter tells about itself.

    Examples
    --------
    >>> parameter("reservering").label
    'Reservering'
    """
    return Scenario.parameters()[naam]


def samenhang(waarden: dict[str, Any]) -> list[Fout]:
    """Find the values that are fine by themselves but not together; each fault names the one to change."""
    fouten = []

    def meld(naam: str, advies: str) -> None:
        fouten.append(Fout(naam, parameter(naam).schrijf(waarden[naam]), advies))

    if waarden["eind"] < waarden["start"]:
        meld("eind", f"kies {waarden['start']} of later, want start={waarden['start']}")
    if waarden["punten"] and waarden["pad"] != "eigen":
        meld("punten", f"punten horen bij pad=eigen en hier is pad={waarden['pad']}; laat punten weg of kies pad=eigen")
    elif any(not waarden["start"] <= int(jaar) < waarden["eind"] for jaar, _ in waarden["punten"]):
        meld("punten", f"kies jaren van {waarden['start']} tot en met {waarden['eind'] - 1}")
    if waarden["gewichten"] and waarden["sleutel"] != "mix":
        meld("gewichten", "gewichten horen bij sleutel=mix; laat gewichten weg of kies sleutel=mix")
    if waarden["sleutel"] == "mix" and not waarden["gewichten"]:
        meld("sleutel", "een mix heeft gewichten nodig, zoals gewichten=inwoners:60,voorraad:40")
    for naam in ("uitval", "wachtend"):
        if waarden[naam] and waarden["achterstand"] != "ja":
            meld(naam, f"{naam} hoort bij achterstand=ja; laat {naam} weg of kies achterstand=ja")
    if any(jaar is not None and jaar < waarden["start"] for _, _, jaar in waarden["afwijking"]):
        meld("afwijking", f"kies jaren van {waarden['start']} tot en met {LAATSTE_JAAR}, want start={waarden['start']}")
    if any(paar[:6] == paar[7:] for paar, _ in waarden["ruil"]):
        meld("ruil", "een gemeente ruilt niet met zichzelf; kies twee verschillende gemeenten")
    return fouten
