"""What follows from a table once it is read: whether its totals hold, and figures that are derived from others."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from fairshare.gegevens.begrijpen import BEZIT, Begrepen
from fairshare.gegevens.getallen import Onjuist, aantal
from fairshare.gegevens.kolommen import KOLOMMEN


def vergelijk(uit: Begrepen) -> None:
    """Say that a row of totals does not count, and where it differs from the sum."""
    for nummer, cellen in uit.totalen:
        anders = list(_verschillen(cellen, uit))
        klopt = "de sommen kloppen" if not anders else "let op: " + "; ".join(anders)
        zin = f"Rij {nummer} ({cellen['naam']}) is een totaal en telt niet mee; {klopt}."
        uit.hoe.append(zin)
        uit.tegenspraak += [zin] if anders else []
        _opgave_uit_totaal(cellen, uit)


def _opgave_uit_totaal(cellen: Mapping[str, str], uit: Begrepen) -> None:
    """Take the opgave of the region from a row of totals where no gemeente has its own."""
    gelezen = aantal(cellen.get("opgave", ""))
    if isinstance(gelezen, str) and gelezen and not any(rij["opgave"] for rij in uit.rijen):
        uit.opgave = int(gelezen)


def _verschillen(cellen: Mapping[str, str], uit: Begrepen) -> Iterator[str]:
    for naam, kop in uit.koppen.items():
        gelezen = aantal(cellen.get(naam, ""))
        if (naam in KOLOMMEN and KOLOMMEN[naam].soort != "aantal") or isinstance(gelezen, Onjuist) or not gelezen:
            continue
        if not any(rij[naam] for rij in uit.rijen):
            continue  # nothing to compare with: unknown is no sum of 0
        som = sum(int(rij[naam] or 0) for rij in uit.rijen)
        if som != int(gelezen):
            yield f"{kop} is {gelezen}, de som is {som}"


def herleid(uit: Begrepen) -> None:
    """Turn percentages into numbers where the number itself is missing."""
    for procent, geheel, doel in (
        ("mutatiegraad", "corporatiewoningen_2024", "mutaties_liberalisatiegrens"),
        ("reservering_2024", "mutaties_liberalisatiegrens", "toewijzingen_2024"),
    ):
        if procent not in uit.koppen:
            continue
        geteld = zonder = 0
        for rij in uit.rijen:
            deel, van = rij.pop(procent), rij.get(geheel, "")
            if deel and van and not rij.get(doel):
                rij[doel] = str((Decimal(deel) * int(van) / 100).quantize(Decimal(1), ROUND_HALF_UP))
                geteld += 1
            elif deel:
                zonder += 1
            rij.setdefault(doel, "")
        if zonder:
            waarom = f"{KOLOMMEN[doel].kop} is er al of {KOLOMMEN[geheel].kop} ontbreekt"
            uit.hoe.append(f"{uit.koppen[procent]}: voor {zonder} gemeenten niet gebruikt, want {waarom}.")
        if geteld:
            uit.hoe.append(
                f"{KOLOMMEN[doel].kop}: voor {geteld} gemeenten herleid uit {uit.koppen[procent]}, afgerond op hele woningen."
            )


NOOIT_NUL = ("inwoners_2024", "inwoners_2023", "huishoudens_2024", "woningen_2024")
"""Figures that no gemeente has none of."""

SOMS_NUL = ("corporatiewoningen_2024", "mutaties_liberalisatiegrens", "toewijzingen_2024", "opgave")
"""Figures of which a whole region seldom has none."""


def zoek_nullen(uit: Begrepen) -> None:
    """Ask whether a column of zeros is unknown, and one of homes a share; where it must be, that is a contradiction."""
    for naam in (*NOOIT_NUL, *SOMS_NUL):
        cijfers = {rij.get(naam, "") for rij in uit.rijen} - {""}
        if cijfers == {"0"}:
            zin = f"{KOLOMMEN[naam].kop}: van elke gemeente 0. Is dat onbekend, laat de cellen dan leeg."
            uit.hoe.append(f"Let op: {zin}")
            uit.tegenspraak += [zin] if naam in NOOIT_NUL else []
    kop, woningen = KOLOMMEN[BEZIT].kop, [int(rij[BEZIT]) for rij in uit.rijen if rij.get(BEZIT)]
    if len(woningen) > 1 and 0 < max(woningen) <= 100:
        zin = f"{kop}: nergens meer dan 100. Zijn dit procenten, laat de kolom dan weg."
        uit.hoe.append(f"Let op: {zin}")
        uit.tegenspraak.append(zin)
