"""What a link says beside the scenario: whose figures, which year, which question.

No value here changes an outcome of the model. The same kinds of parameter as in :mod:`fairshare.scenario`, so that
controls, links and documentation derive from one definition.
"""

from collections.abc import Mapping
from typing import Annotated

from fairshare.parameters import Getal, Keuze, Knoppen, Lijst, Naam, Parameter, Paren, Tekst, Teksten
from fairshare.scenario import EIGEN, Scenario

HEFBOMEN = {
    "reservering": "Reservering",
    "mutatiegraad": "Mutatiegraad",
    "nieuwbouw": "Nieuwbouw sociale huur",
    "doorstroming": "Doorstroming",
    "alternatief": "Plekken buiten de sociale huur",
    "mix": "Een mix van wat de regio kan",
}
"""What can close the gap, with labels."""

KORT = {
    "reservering": "reservering",
    "nieuwbouw": "nieuwbouw",
    "doorstroming": "doorstroming",
    "alternatief": "plekken",
}
"""What the levers that a region holds itself are called in a sum."""

BOODSCHAPPEN = {
    "opgave": "Hoe groot de opgave is",
    "toen": "Wat er in 2024 gebeurde",
    "deel": "Wat niet geplaatst wordt",
    "ongelijk": "Wat er tekort is als ieder het alleen doet",
    "pad": "Wat het groeipad kost",
    "nodig": "Wat er nodig is",
    "gemeente": "De gekozen gemeente",
}
"""What a step of a story can be about, with labels."""

TEKENINGEN = {
    "balken": "Balken per gemeente",
    "opgave": "Opgave per gemeente",
    "toen": "Toewijzingen in 2024",
    "tekort": "Tekort en overschot per gemeente",
    "kaart": "Kaart",
    "omtrek": "Kaart met gemeentegrenzen",
    "pad": "Groeipad van de regio",
    "stromen": "Solidariteit tussen gemeenten",
    "waterval": "Van 2024 naar dit scenario",
    "gemeente": "Groeipad van de gekozen gemeente",
}
"""The charts that stand on their own, with labels."""

HOOGSTE_BOD = 60
"""The highest percentage that can be bid at the table."""

NORM = "Geen in deze Verkenner; een norm die u invult, gaat voor die van de bron"
"""Where the numbers come from by which a question of the Toetsing is answered with yes or no."""

PRIJS = "Geen: geen van de bronnen noemt een bedrag; een regio vult haar eigen prijs in"
"""Where the prices come from by which the cheapest mix is found."""


def _norm(hoog: int, label: str, eenheid: str, hulp: str) -> Getal:
    """Define the number of someone's own by which a question is answered."""
    return Getal(
        mag_leeg=True,
        leeg="geen eigen norm",
        laag=0,
        hoog=hoog,
        label=f"Norm: {label}",
        eenheid=eenheid,
        groep="weergave",
        bron=NORM,
        hulp=f"{hulp} om op deze vraag ja te krijgen.",
    )


def _prijs(label: str, eenheid: str, wat: str) -> Getal:
    """Define the price of a lever in the cheapest mix."""
    return Getal(
        mag_leeg=True,
        leeg="geen prijs",
        laag=0,
        hoog=1_000_000,
        label=f"Prijs: {label}",
        eenheid=eenheid,
        groep="weergave",
        bron=PRIJS,
        hulp=f"Wat {wat} de regio waard is of kost. Leeg: deze hefboom doet niet mee in de goedkoopste mix; 0 telt als gratis.",
    )


_SCENARIOLINK = r"v=[0-9]{1,3}(&[a-z_]{1,20}=[A-Za-z0-9._~,:@%+-]{0,4000}){0,60}"
"""A scenario as it stands inside another link: every sign that a link is written with, and room for motivations."""


class Weergave(Knoppen):
    """What someone looks at: the chosen gemeente and year, a goal, margins, scenarios beside this one.

    Examples
    --------
    >>> Weergave().trekking
    1
    """

    gemeente: Annotated[
        str,
        Naam(
            label="Gemeente",
            eenheid="CBS-code",
            groep="weergave",
            bron="CBS gemeentecodes 2024",
            hulp="De gemeente waar u naar kijkt; zij blijft gekozen op elke pagina en in de link.",
            patroon=r"(GM[0-9]{4})?",
            advies="kies een gemeentecode van deze regio, zoals GM0262",
        ),
    ] = ""
    jaar: Annotated[
        int | None,
        Getal(
            mag_leeg=True,
            leeg="het eindjaar",
            laag=2026,
            hoog=2040,
            label="Jaar",
            eenheid="jaar",
            groep="weergave",
            bron=EIGEN,
            hulp="Het jaar waar u naar kijkt. Leeg: het eindjaar van het pad.",
        ),
    ] = None
    kaart: Annotated[
        str,
        Keuze(
            label="Kaart",
            eenheid="vorm",
            groep="weergave",
            bron="Omtrek: CBS/Kadaster, gemeentegrenzen gegeneraliseerd 2022",
            hulp="Tegels van dezelfde maat, of de gemeenten zoals zij liggen.",
            opties={"tegels": "Tegels", "omtrek": "Gemeentegrenzen"},
        ),
    ] = "tegels"
    hefboom: Annotated[
        str,
        Keuze(
            label="Waarmee",
            eenheid="hefboom",
            groep="weergave",
            bron=EIGEN,
            hulp="Waarmee het doel gehaald moet worden, terwijl de rest van het scenario blijft zoals het is.",
            opties=HEFBOMEN,
        ),
    ] = "reservering"
    hoogstens: Annotated[
        int,
        Getal(
            laag=0,
            hoog=5000,
            label="Doel: hoogstens niet geplaatst",
            eenheid="huishoudens",
            groep="weergave",
            bron=EIGEN,
            hulp="Hoeveel huishoudens er in dat jaar hoogstens zonder woning mogen blijven.",
        ),
    ] = 0
    lezing: Annotated[
        str,
        Keuze(
            label="Overschotten",
            eenheid="lezing",
            groep="weergave",
            bron=EIGEN,
            hulp="Of een overschot in de ene gemeente mag meetellen voor een tekort in een andere.",
            opties={
                "scenario": "Zoals in het scenario",
                "met": "Elk overschot telt mee",
                "zonder": "Geen overschot telt mee",
            },
        ),
    ] = "scenario"
    marge_opgave: Annotated[
        float,
        Getal(
            laag=0,
            hoog=25,
            stap=0.5,
            label="Marge op de opgave",
            eenheid="procent naar boven en beneden",
            groep="weergave",
            bron="Geen: het kader noemt de opgave deels geschat, zonder marge; 5% is een aanname van deze Verkenner",
            hulp="Hoe ver de opgave van het scenario er naast kan zitten. Zet op 0 om haar als zeker te nemen.",
        ),
    ] = 5.0
    marge_mutatiegraad: Annotated[
        float,
        Getal(
            laag=0,
            hoog=1.5,
            stap=0.05,
            label="Marge op de mutatiegraad",
            eenheid="procentpunt naar boven en beneden",
            groep="weergave",
            bron="Geen: 0,3 is een aanname van deze Verkenner; bij Eigen Haard scheelden 2016 en 2017 0,3 (5,5% en 5,8%)",
            hulp="Hoe ver de mutatiegraad van het scenario er naast kan zitten. Zet op 0 om haar als zeker te nemen.",
        ),
    ] = 0.3
    toeval: Annotated[
        str,
        Keuze(
            label="De bandbreedte bevat",
            eenheid="keuze",
            groep="weergave",
            bron=EIGEN,
            hulp="Toeval: hoeveel huishoudens er in een jaar zoeken en hoeveel woningen er vrijkomen is nooit precies wat er verwacht "
            "wordt, ook als elke aanname klopt.",
            opties={"ja": "Marges en toeval", "nee": "Alleen de marges"},
        ),
    ] = "ja"
    trekking: Annotated[
        int,
        Getal(
            laag=1,
            hoog=100,
            label="Trekking",
            eenheid="nummer",
            groep="weergave",
            bron=EIGEN,
            hulp="Het startgetal van de loting: hetzelfde nummer geeft altijd dezelfde bandbreedte.",
        ),
    ] = 1
    inspanning: Annotated[
        int,
        Getal(
            laag=10,
            hoog=1000,
            stap=10,
            label="Inspanning",
            eenheid="woningen of plekken per jaar",
            groep="weergave",
            bron=EIGEN,
            hulp="Hoeveel woningen of plekken per jaar elke hefboom in de vergelijking inzet; op De weg ernaartoe hoeveel er van elke "
            "hefboom hoogstens bij komt.",
        ),
    ] = 100
    stap: Annotated[
        int,
        Getal(
            laag=1,
            hoog=50,
            label="Stap van het verhaal",
            eenheid="nummer",
            groep="weergave",
            bron=EIGEN,
            hulp="Bij welke stap de presentatie is.",
        ),
    ] = 1
    antwoord: Annotated[
        str,
        Keuze(
            label="Een stap die eerst laat raden",
            eenheid="keuze",
            groep="weergave",
            bron=EIGEN,
            hulp="Of het antwoord er al staat.",
            opties={"nee": "Vraagt eerst", "ja": "Toont het antwoord"},
        ),
    ] = "nee"
    titel: Annotated[
        str,
        Tekst(
            label="Titel van dit scenario",
            eenheid="tekst",
            groep="weergave",
            bron=EIGEN,
            hulp="Een eigen naam die met de link en de bestanden meegaat.",
            meeste=80,
        ),
    ] = ""
    gaf: Annotated[
        str,
        Naam(
            label="Wat deze link gaf",
            eenheid="stempel",
            groep="weergave",
            bron="Fair Share Verkenner",
            hulp="Modelversie, niet geplaatst en gegevens op het moment van delen; geeft de link later iets anders, dan zegt de "
            "Verkenner dat.",
            patroon=r"([0-9]{1,3}(\.[0-9]{1,3}){2}_([0-9]{1,7}\.[0-9]|x)_[0-9a-f]{8})?",
            advies="laat dit stempel zoals het is gedeeld, of laat het weg",
        ),
    ] = ""
    naast: Annotated[
        tuple[str, ...],
        Lijst(
            label="Ernaast",
            eenheid="links",
            groep="weergave",
            bron=EIGEN,
            hulp="Scenario's om naast dit scenario te zetten: een link, of een gepubliceerde kolom (kolom-A tot en met kolom-E).",
            patroon=rf"kolom-[A-E]|{_SCENARIOLINK}",
            meeste=3,
            voorbeeld="kolom-C|v=2&reservering=35",
        ),
    ] = ()
    amendement: Annotated[
        tuple[str, ...],
        Lijst(
            label="Amendement",
            eenheid="link",
            groep="weergave",
            bron=EIGEN,
            hulp="Een voorstel om dit scenario te veranderen, als scenario dat ernaast in de tekst van de afspraak staat, met zijn motivering. "
            "Elk bestand van dit scenario noemt wat het wil veranderen en waarom. "
            "Leeg: er is geen.",
            patroon=_SCENARIOLINK,
            meeste=1,
            voorbeeld="v=2&reservering=35",
        ),
    ] = ()
    motivering: Annotated[
        tuple[tuple[str, str], ...],
        Teksten(
            label="Motivering",
            eenheid="knop en tekst",
            groep="weergave",
            bron=EIGEN,
            hulp="Waarom dit scenario op een punt afwijkt van wat nu geldt, in een regel; zij gaat mee in de link en in elk bestand.",
            meeste=160,
            namen=tuple(Scenario.model_fields),
        ),
    ] = ()
    tarief: Annotated[
        int | None,
        Getal(
            mag_leeg=True,
            leeg="geen tarief",
            laag=0,
            hoog=100_000,
            label="Tarief voor verevening",
            eenheid="euro per woning",
            groep="weergave",
            bron="Geen: geen van de bronnen noemt een bedrag",
            hulp="Wat een woning meer of minder dan fair share waard is. Leeg: er wordt niet in geld gerekend.",
        ),
    ] = None
    prijs_reservering: Annotated[
        int | None,
        _prijs(
            "een woning meer reserveren", "euro per woning", "een woning die niet naar regulier woningzoekenden gaat"
        ),
    ] = None
    prijs_nieuwbouw: Annotated[
        int | None,
        _prijs("een nieuwe sociale huurwoning", "euro per woning", "een nieuwe sociale huurwoning"),
    ] = None
    prijs_doorstroming: Annotated[
        int | None,
        _prijs("een woning door doorstroming", "euro per woning", "een woning die door doorstroming vrijkomt"),
    ] = None
    prijs_alternatief: Annotated[
        int | None,
        _prijs("een plek buiten de sociale huur", "euro per plek", "een plek buiten de sociale huur die vrijkomt"),
    ] = None
    norm_dekking: Annotated[
        int | None,
        _norm(
            100,
            "wat elke gemeente minstens zelf doet",
            "procent van het eigen aandeel",
            "Welk deel van haar eigen aandeel elke gemeente zelf moet huisvesten",
        ),
    ] = None
    norm_regulier: Annotated[
        int | None,
        _norm(
            100,
            "wat minstens overblijft voor regulier",
            "procent van wat vrijkomt",
            "Welk deel van de vrijkomende woningen over moet blijven voor regulier woningzoekenden",
        ),
    ] = None
    norm_tussenstand: Annotated[
        int | None,
        _norm(
            5000,
            "hoogstens niet geplaatst bij de evaluatie",
            "huishoudens",
            "Hoeveel huishoudens er in het jaar van de evaluatie hoogstens zonder woning mogen zijn",
        ),
    ] = None
    norm_wachtenden: Annotated[
        int | None,
        _norm(
            50000,
            "hoogstens wachtenden aan het eind",
            "huishoudens",
            "Hoeveel huishoudens er aan het eind van de periode hoogstens mogen wachten",
        ),
    ] = None
    ronde: Annotated[
        int,
        Getal(
            laag=0,
            hoog=3,
            label="Ronde",
            eenheid="nummer",
            groep="weergave",
            bron="GMR Arnhem-Nijmegen, praktijkbijeenkomst 14-4-2026: het gesprek bestaat uit drie rondes",
            hulp="De ronde van de speltafel; 0 is het begin.",
        ),
    ] = 1
    bod: Annotated[
        tuple[tuple[str, float], ...],
        Paren(
            label="Bod aan de speltafel",
            eenheid="ronde, gemeente en soort",
            groep="weergave",
            bron=EIGEN,
            hulp="Wat een gemeente in een ronde biedt: p is het percentage, e extra plekken, n nieuwbouw, en een andere gemeente is "
            "wat zij van die gemeente overneemt. Een bod geldt tot een volgende ronde het verandert.",
            patroon=r"[1-3]\.[0-9]{4}\.([pen]|[0-9]{4})",
            waarde=Getal(
                laag=0,
                hoog=5000,
                stap=0.1,
                label="Bod",
                eenheid="procent of aantal",
                groep="weergave",
                bron=EIGEN,
                hulp="",
            ),
            voorbeeld="1.0262.p:35,1.0262.e:10,2.0150.0262:12",
        ),
    ] = ()
    plafond: Annotated[
        int,
        Getal(
            laag=15,
            hoog=100,
            label="Plafond",
            eenheid="procent van de mutaties",
            groep="weergave",
            bron="Geen; de gespreksleider stelt het vast",
            hulp="Hoger mag een gemeente aan de speltafel niet bieden.",
        ),
    ] = 37
    minimum: Annotated[
        int,
        Getal(
            laag=0,
            hoog=37,
            label="Minimum",
            eenheid="procent van de mutaties",
            groep="weergave",
            bron="Presentatie afsprakenkader 13-4-2026, Theorie vs praktijk, kolom E: een variant, in de wet staat geen getal",
            hulp="Lager mag een gemeente aan de speltafel niet bieden.",
        ),
    ] = 15
    eigen_deel: Annotated[
        int,
        Getal(
            laag=0,
            hoog=100,
            stap=5,
            label="Zelf te huisvesten",
            eenheid="procent van de fair share",
            groep="weergave",
            bron="Geen; de gespreksleider stelt het vast",
            hulp="Welk deel van haar fair share een gemeente ten minste zelf huisvest; de rest mag een andere overnemen.",
        ),
    ] = 0
    verhaal: Annotated[
        tuple[str, ...],
        Lijst(
            label="Eigen verhaal",
            eenheid="stappen",
            groep="weergave",
            bron=EIGEN,
            hulp="De stappen van een eigen verhaal, elk een boodschap, een tekening, een titel en een scenario. Leeg: het verhaal "
            "dat met de Verkenner meekomt.",
            patroon=rf"soort=({'|'.join(BOODSCHAPPEN)})&tekening=({'|'.join(TEKENINGEN)})(&vraag=ja)?"
            rf"&titel=[A-Za-z0-9%._~+-]{{1,250}}&{_SCENARIOLINK}",
            meeste=20,
            voorbeeld="soort=deel&tekening=balken&titel=Onze+inzet&v=2&reservering=35",
        ),
    ] = ()

    @property
    def prijzen(self) -> Mapping[str, int]:
        """The prices that someone filled in, by lever [euro per home or place]."""
        return {
            naam.removeprefix("prijs_"): waarde
            for naam, waarde in dict(self).items()
            if naam.startswith("prijs_") and waarde is not None
        }

    @property
    def normen(self) -> Mapping[str, float]:
        """The norms that someone filled in, by the question of the Toetsing that they answer."""
        return {
            naam.removeprefix("norm_"): waarde
            for naam, waarde in dict(self).items()
            if naam.startswith("norm_") and waarde is not None
        }


PARAMETERS: Mapping[str, Parameter] = {**Scenario.parameters(), **Weergave.parameters()}
"""Every parameter of a link, by name, in the order of a link."""
