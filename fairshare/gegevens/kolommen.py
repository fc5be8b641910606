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
    "code": Kolom(
        "Gemeentecode",
        "De code van het CBS, zoals GM0262.",
        "tekst",
        ("gmcode", "cbscode", "gm", "code", "Codes regio's (code)", "codesregios", "regiocode", "codering"),
    ),
    "naam": Kolom(
        "Gemeente",
        "De naam; een oude of andere naam wordt herkend.",
        "tekst",
        ("gemeentenaam", "naam", "regios", "gemeenten", "gmnaam", "naamgemeente"),
    ),
    "provincie": Kolom("Provincie", "Alleen ter herkenning.", "tekst"),
    "corporatie": Kolom(
        "Corporatie",
        "Wie de woningen bezit, waar een gemeente een rij heeft voor elke corporatie; zet haar bezit in Sociale huurwoningen.",
        "tekst",
        ("woningcorporatie", "naamcorporatie", "corporatienaam", "naamwoningcorporatie", "toegelateninstelling"),
    ),
    "inwoners_2024": Kolom(
        "Inwoners",
        "Inwoners op 1 januari.",
        ook=(
            "bevolking",
            "inw",
            "inwonertal",
            "inwoneraantal",
            "bevolkingsomvang",
            "totalebevolking",
            "bevolkingop1januari",
            "inwonersop1januari",
        ),
    ),
    "inwoners_2023": Kolom("Inwoners een jaar eerder", "Voor de sleutel inwoners van 2023.", ook=("inwoners2023",)),
    "huishoudens_2024": Kolom(
        "Huishoudens",
        "Voor de sleutel huishoudens.",
        ook=("particulierehuishoudens", "totaalparticulierehuishoudens", "particulierehuishoudenstotaal"),
    ),
    "woningen_2024": Kolom(
        "Woningen",
        "Alle woningen.",
        ook=(
            "woningvoorraad",
            "totalewoningvoorraad",
            "Woningvoorraad/Voorraad op 1 januari",
            "woningvoorraadop1januari",
        ),
    ),
    "corporatiewoningen_2024": Kolom(
        "Sociale huurwoningen",
        "De voorraad van de corporaties; zonder mutaties worden die hiermee geschat.",
        ook=(
            "corporatiewoningen",
            "corporatiewoningenschatting",
            "socialevoorraad",
            "socialehuur",
            "socialehuurvoorraad",
            "socialewoningvoorraad",
            "bezit",
            "bezitwoningen",
            "corporatiebezit",
            "corporatievoorraad",
            "woningenvancorporaties",
            "eigendomwoningcorporatie",
            "inbezitwoningcorporatie",
            "daeb",
            "daebwoningen",
            "daebbezit",
            "sochuur",
            "huurwoningencorporatie",
            "huurwoningenvancorporaties",
            "voorraad",
        ),
    ),
    "mutatiegraad": Kolom(
        "Mutatiegraad (%)",
        "Welk deel van de sociale huurwoningen per jaar vrijkomt; alleen waar Mutaties leeg is.",
        "procent",
        ("mutatiegraadprocent",),
    ),
    "mutaties_liberalisatiegrens": Kolom(
        "Mutaties",
        "Sociale huurwoningen die in een jaar vrijkwamen.",
        ook=(
            "mutaties",
            "huurmutaties",
            "mutatiessocialehuur",
            "mutatiessocialehuurwoningen",
            "socialehuurmutaties",
            "vrijgekomen",
            "mutatieswoningen",
            "vrijgekomenwoningen",
            "vrijkomendewoningen",
            "vrijgekomenhuurwoningen",
            "vrijgekomensocialehuurwoningen",
            "vrijgekomencorporatiewoningen",
            "verhuringen",
        ),
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
        ook=(
            "toewijzingen",
            "toewijzingenurgenten",
            "urgentetoewijzingen",
            "toegewezenaanurgenten",
            "toegewezenurgenten",
            "verhuurdaanurgenten",
            "verhuringenaanurgenten",
            "toewijzingenaandachtsgroepen",
            "toewijzingenaanaandachtsgroepen",
        ),
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
    "opgave": Kolom(
        "Opgave",
        "Huishoudens per jaar die hier een plek nodig hebben; samen zijn ze de opgave van de regio.",
        ook=("opgavepergemeente", "opgaveaandachtsgroepen", "opgaveurgenten"),
    ),
    "opgave_inwoners_gepubliceerd": Kolom("Opgave gepubliceerd", "Ter vergelijking, verdeeld naar inwoners."),
    "tegel_rij": Kolom("Tegel rij", "Plaats op de tegelkaart, van boven."),
    "tegel_kolom": Kolom("Tegel kolom", "Plaats op de tegelkaart, van links."),
}
"""Every column, by its name in the model."""

CIJFERS = tuple(naam for naam, kolom in KOLOMMEN.items() if kolom.soort != "tekst" and not naam.startswith("tegel"))
"""The columns with a figure, by name in the model."""

ALGEMEEN = {"inwoners", "huishoudens", "woningen", "voorraad", "mutaties", "toewijzingen", "totaal", "code", "naam"}
"""Words that say too little behind others: in ``Koopwoningen/Woningen`` they are a part."""

PERIODE = {"perioden", "periode", "jaar", "jaren", "peiljaar", "verslagjaar"}
"""Headings of a column that says of which period a row is."""

OPGAVE_VAN_REGIO = {"opgave", "opgaveregio", "opgavevanderegio", "regionaleopgave", "totaleopgave"}
"""How a line begins that gives the opgave of the whole region."""

VRIJ = {"bezit": "Bezit", "groep": "Groep"}
"""Columns of which a region may have any number: ``Bezit: De Woonmensen`` and ``Groep: dakloze jongeren``."""

SJABLOON = (
    "code",
    "naam",
    "inwoners_2024",
    "huishoudens_2024",
    "corporatiewoningen_2024",
    "mutaties_liberalisatiegrens",
    "toewijzingen_2024",
)
"""The columns of the template; the others are for who has more."""

PERSOONLIJK = (
    *(
        "bsn",
        "burgerservicenummer",
        "sofinummer",
        "achternaam",
        "voornaam",
        "voornamen",
        "voorletters",
        "tussenvoegsel",
    ),
    *(
        "geboortedatum",
        "geboorteplaats",
    ),
    *("adres", "straat", "straatnaam", "postcode", "huisnummer", "woonadres"),
    *("telefoon", "telefoonnummer", "mobiel", "email", "emailadres", "mail", "mailadres"),
    *("client", "clientnummer", "clientnaam", "clienten", "bewoner", "bewonersnaam", "huurder", "huurdersnaam"),
    *(
        "aanvrager",
        "woningzoekende",
        "inschrijfnummer",
        "registratienummer",
        "persoonsnummer",
        "klantnummer",
        "vnummer",
    ),
    *("contactpersoon", "contact", "behandelaar", "begeleider", "medewerker", "dossier", "dossiernummer", "zaaknummer"),
    *("opmerking", "opmerkingen", "bijzonderheden", "notitie", "notities", "iban", "rekeningnummer"),
)
"""Headings of what is about persons, or of free text in which they are named, and words in such headings."""
