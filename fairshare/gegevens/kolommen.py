"""The columns that a file of a region can have: one definition for the reader, the template and the data dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Soort = Literal["tekst", "aantal", "procent", "score"]


@dataclass(frozen=True)
class Kolom:
    """A column: its heading in the template, what belongs in it, and by which other headings it is known."""

    kop: str
    uitleg: str
    soort: Soort = "aantal"
    ook: tuple[str, ...] = ()


KOLOMMEN: Mapping[str, Kolom] = {
    "code": Kolom("Gemeentecode", "De code van het CBS, zoals GM0262.", "tekst", ("gmcode", "cbscode", "gm", "code")),
    "naam": Kolom("Gemeente", "De naam; een oude of andere naam wordt herkend.", "tekst", ("gemeentenaam", "naam")),
    "provincie": Kolom("Provincie", "Alleen ter herkenning.", "tekst"),
    "inwoners_2024": Kolom("Inwoners", "Inwoners op 1 januari.", ook=("aantalinwoners", "bevolking")),
    "inwoners_2023": Kolom("Inwoners een jaar eerder", "Voor de sleutel inwoners van 2023.", ook=("inwoners2023",)),
    "huishoudens_2024": Kolom("Huishoudens", "Voor de sleutel huishoudens.", ook=("aantalhuishoudens",)),
    "woningen_2024": Kolom("Woningen", "Alle woningen.", ook=("woningvoorraad", "aantalwoningen")),
    "corporatiewoningen_schatting": Kolom(
        "Sociale huurwoningen",
        "De voorraad van de corporaties; zonder mutaties worden die hiermee geschat.",
        ook=("corporatiewoningen", "socialevoorraad", "socialehuur", "corporatiebezit", "voorraad"),
    ),
    "mutatiegraad": Kolom(
        "Mutatiegraad (%)",
        "Welk deel van de sociale huurwoningen per jaar vrijkomt; alleen waar Mutaties leeg is.",
        "procent",
        ("mutatiegraadprocent",),
    ),
    "mutaties_liberalisatiegrens": Kolom(
        "Mutaties", "Sociale huurwoningen die in een jaar vrijkwamen.", ook=("mutaties", "vrijgekomenwoningen")
    ),
    "mutaties_liberalisatiegrens_min": Kolom("Mutaties minstens", "Waar het aantal een bereik is."),
    "mutaties_liberalisatiegrens_max": Kolom("Mutaties hoogstens", "Waar het aantal een bereik is."),
    "mutaties_aftoppingsgrens": Kolom(
        "Mutaties tot de aftoppingsgrens", "De goedkoopste daarvan.", ook=("goedkopemutaties",)
    ),
    "mutaties_aftoppingsgrens_min": Kolom("Mutaties tot de aftoppingsgrens minstens", "Waar het een bereik is."),
    "mutaties_aftoppingsgrens_max": Kolom("Mutaties tot de aftoppingsgrens hoogstens", "Waar het een bereik is."),
    "toewijzingen_2024": Kolom(
        "Toewijzingen aan urgenten",
        "Hoeveel daarvan naar urgenten gingen.",
        ook=("toewijzingen", "toewijzingenurgenten"),
    ),
    "reservering_2024": Kolom(
        "Aandeel urgenten (%)",
        "Welk deel van de mutaties naar urgenten ging; alleen waar Toewijzingen leeg is.",
        "procent",
        ("reservering", "aandeelurgenten", "percentageurgenten"),
    ),
    "herkomst": Kolom("Herkomst", "Hoeveel urgenten uit deze gemeente komen, voor de sleutel herkomst."),
    "ses_woa": Kolom(
        "SES-WOA",
        "De welvaartsscore van het CBS, tussen -1 en 1, voor de sleutel welvaart; de Verkenner levert er geen mee.",
        "score",
        ("seswoa", "seswoascore", "sesscore", "seswoatotaalscore"),
    ),
    "opgave_inwoners_gepubliceerd": Kolom("Opgave gepubliceerd", "Ter vergelijking, verdeeld naar inwoners."),
    "tegel_rij": Kolom("Tegel rij", "Plaats op de tegelkaart, van boven."),
    "tegel_kolom": Kolom("Tegel kolom", "Plaats op de tegelkaart, van links."),
}
"""Every column, by its name in the model."""

VRIJ = {"bezit": "Bezit", "groep": "Groep"}
"""Columns of which a region may have any number: ``Bezit: De Woonmensen`` and ``Groep: dakloze jongeren``."""

SJABLOON = (
    "code",
    "naam",
    "inwoners_2024",
    "huishoudens_2024",
    "corporatiewoningen_schatting",
    "mutaties_liberalisatiegrens",
    "toewijzingen_2024",
)
"""The columns of the template; the others are for who has more."""

PERSOONLIJK = [
    "bsn",
    "burgerservicenummer",
    "achternaam",
    "voornaam",
    "geboortedatum",
    "adres",
    "straat",
    "postcode",
    "telefoon",
    "telefoonnummer",
    "email",
    "emailadres",
    "mail",
    "mailadres",
    "mobiel",
    "huisnummer",
    "client",
    "bewoner",
    "iban",
    "rekeningnummer",
]
"""Headings of figures about persons, and words in them, which have no place here."""
