"""The equations as a document: number, words and symbols of each, written from the equation itself."""

from fairshare.lezingen.talen import LATEX, WOORDEN
from fairshare.lezingen.uitleg import symbool
from fairshare.model.corporaties import REGEL as CORPORATIES
from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, Vergelijking, wortel
from fairshare.model.hele_woningen import REGEL as HELE_WONINGEN
from fairshare.model.invoer import INVOER

KOP = """# Rekenregels

Zo rekent het model, in de volgorde waarin de gegevens stromen. Alles is per gemeente $i$ en jaar $t$, in woningen per jaar; percentages zijn hier delen van 1. $S$ is het startjaar, $T$ het eindjaar, $P_0$ en $P_1$ zijn het eerste en laatste jaar van de periode van de afspraak. Er wordt nergens tussendoor afgerond. Deze tekst is gemaakt uit de vergelijkingen zelf (`make docs`).
"""

REST = f"""## Wat geen vergelijking is

**1. Verdeelsleutel.** Het gewicht $w_i$ is het deel van een gemeente in de som van de sleutel over de regio. Een mix is het gewogen gemiddelde van sleutels, met gewichten die samen 1 zijn.

**11. Omslagpunten.** De kleinste reservering, mutatiegraad en extra plekken waarbij niet geplaatst in het eindjaar 0 is, als elk overschot elders meetelt en als niets meetelt. Zij worden gezocht op het model zelf, met alle keuzes van het scenario. Een behoefte wordt naar boven afgerond op het laatste cijfer dat een scherm toont, zodat wat er staat genoeg is.

**12. Solidariteit.** Wie levert en wie ontvangt volgt uit de regel van de verevening. Bij naar rato gaat van elk overschot hetzelfde deel, naar elk tekort hetzelfde deel. Het saldo is tegenover het eigen aandeel; de vereffening telt over de regio op tot 0.

**14. Wat is er nodig.** De kleinste waarde van een hefboom waarbij niet geplaatst in het gekozen jaar hoogstens het doel is, met de rest van het scenario zoals het is. In de mix gaat elke hefboom hetzelfde deel van de weg naar wat hij alleen zou moeten zijn.

**15. Hefbomen.** Dezelfde inspanning van een aantal woningen of plekken per jaar, in elke hefboom apart. De waterval begint bij de opgave min de toewijzingen van 2024 en neemt daarna de keuzes van het scenario een voor een over; wat een gemeente had die onbekend wordt, staat apart.

**16. Bandbreedte.** Het vijfde en het vijfennegentigste percentiel van 10.000 trekkingen (met meer dan 30 gemeenten minder: 300.000 gedeeld door hun aantal, in stappen van 500 en minstens 500). Marges, één trekking per toekomst: opgave en mutatiegraad gelijk verdeeld binnen de marge, elke reeks mutaties binnen de herleide grenzen die op het gedrukte totaal past even waarschijnlijk, afronding gelijk verdeeld binnen een half. Toeval, elk jaar een nieuwe trekking (uit te zetten): de opgave van de regio is één Poisson-trekking rond $O_t$, verdeeld zoals afgesproken; de mutaties zijn er een per gemeente, en de capaciteit is het afgesproken deel van wat er vrijkomt. Alles onafhankelijk. De reservering van 2024 blijft die van de gegevens. Een vraag van de Toetsing houdt stand in het deel van dezelfde trekkingen waarin haar antwoord ja is. De kleinste verandering die haar op 80% brengt, is de eerste stap van een knop, omhoog of anders omlaag, waarbij dat in het eerste tiende deel van de trekkingen zo is.

**17. Voortgang.** Alles is geteld sinds $P_0$ over de bekende halfjaren. Van $m$ vrijgekomen woningen vraagt de afspraak $E = \\sum r\\,m$ plaatsingen, met variantie $V = \\sum r(1-r)\\,m$; $r$ is het deel van wat vrijkomt dat het pad aan urgenten geeft, en plekken buiten de sociale huur komen er vast bij. Bij $X$ toewijzingen: achter als $\\Phi((X + \\tfrac12 - E)/\\sqrt V) < 1\\%$, voor als $1 - \\Phi((X - \\tfrac12 - E)/\\sqrt V) < 1\\%$, tussen 1 en 5% let op, anders niet te onderscheiden van het pad. De regio staat op zichzelf; de gemeenten met $E \\ge 5$ delen die 1% (Holm), achter en voor apart. Waar niet geteld is wat vrijkwam, is $E$ de plaatsingen $L$ van het pad, met variantie $L + (0{{,}}03\\,L)^2$, en is het oordeel een indicatie. De stand van 2024 is wat de reservering van toen had gegeven; te onderscheiden is die vanaf het halfjaar waarin, en daarna steeds, achter of voor acht van de tien keer wordt gevonden. De prognose houdt de verhouding tot het pad aan van wat geteld is; haar band heeft het toeval van wat geteld is en van wat nog komt. Het verbeterplan deelt $E - X$ over de halfjaren die er nog zijn.

**18. Hele woningen.** {HELE_WONINGEN} Delen van een geheel: niet geplaatst en regulier worden afgerond, geholpen en urgent zijn wat er dan overblijft; een deel wordt niet meer dan zijn geheel zolang het elders past. Van anderen is wat na niet geplaatst van het tekort overblijft, en de capaciteit sluit daarop aan: in het eindjaar is de opgave van wie tekortkomt de capaciteit, wat anderen overnemen en niet geplaatst samen; pas daarna gaat de grootste rest voor. {CORPORATIES}

**19. Speltafel.** Dezelfde vergelijkingen, met per gemeente het geboden percentage als doel van de reservering, de geboden plekken bij de eigen inzet, de geboden nieuwbouw bij de eigen bouw, en wat gemeenten van elkaar overnemen als ruil; een overschot helpt pas wie het overneemt.

**20. Spelregels en vereffening.** Elke regel is het scenario met alleen die regel anders. Wat een grens van een gemeente afhaalt, gaat naar wie meer krijgt, in verhouding tot hoeveel meer. Kilometers zijn hemelsbreed, tussen de middelpunten van gemeenten. Betalen doet steeds wie het meest te vereffenen heeft aan wie het meest ontvangt. De stand is de vereffening opgeteld sinds $P_0$; aan de beurt is wie van haar eigen aandeel, alles opgeteld, het kleinste deel heeft geplaatst. Wat geteld is, telt over de halfjaren die alle gemeenten kennen.

**21. De weg ernaartoe.** Duizend scenario's: acht waarden van de reservering over haar bereik, vijf van nieuwbouw, doorstroming en plekken buiten de sociale huur, tot de inspanning erbij. Een punt is een scenario waarbij geen ander met hoogstens evenveel erbij in het ene minder geeft en in het andere niet meer: niet geplaatst of verdringing. De wisselkoers is wat verdringing verandert per huishouden dat meer wordt geplaatst, bij tien woningen of plekken meer. De goedkoopste mix is een lineair programma: de laagste som van prijs maal woningen of plekken erbij, onder het doel en de grenzen van elke hefboom. De oplossing ligt in een hoek, waarin elke hefboom op een na niets doet of alles wat kan; elke hoek wordt op het model zelf opgelost.

**Segment.** De goedkope woningen zijn een lezing van een jaar, geen pad: hoeveel toewijzingen van 2024 erin vielen, is onbekend. Start en pad doen dan niet mee, en gemiste plaatsingen zijn onbekend.

**Wat onbekend is.** Zonder mutaties van een gemeente telt zij in de som van de regio als 0, net als in de bron; haar eigen cijfers zijn onbekend. Zonder mutaties in de hele regio zijn de mutaties de sociale voorraad maal de mutatiegraad, een schatting. Zonder toewijzingen begint de reservering bij het bekende percentage van de regio, of meteen bij het gekozen percentage, en volgt de verdeling meteen de sleutel.
"""


def rekenregels() -> str:
    """Write the document.

    Examples
    --------
    >>> "minstens 0" in rekenregels()
    True
    """
    nummers = sorted({som.nummer for som in VERGELIJKINGEN.values()})
    delen = [KOP]
    for nummer in nummers:
        regels = [_regel(som) for som in VERGELIJKINGEN.values() if som.nummer == nummer]
        delen.append(f"## {nummer}\n\n" + "\n\n".join(regels) + "\n")
    return "\n".join([*delen, REST])


def _regel(som: Vergelijking) -> str:
    """Write one equation: its name, its words and its symbols."""
    kop = f"**{som.label}** (`{som.naam}`)"
    if som.algoritme:
        return f"{kop}: {som.algoritme}. Een rekenwijze, geen formule: ${som.symbool}$."
    woorden = WOORDEN.schrijf(som.boom, lambda deel: f"*{_label(deel)}*")
    return f"{kop} = {woorden}.\n\n$${som.symbool or som.label} = {LATEX.schrijf(som.boom, symbool)}$$"


def _label(deel: str) -> str:
    """Call a part by its label."""
    kern = wortel(deel)
    label = VERGELIJKINGEN[kern].label if kern in VERGELIJKINGEN else INVOER[kern].label
    label = label[0].lower() + label[1:]
    voor = "som van " if SOM in deel else ""
    return f"{voor}{label}" + (" van het jaar ervoor" if VORIGE in deel else "")
