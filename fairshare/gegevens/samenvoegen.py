"""Several files about one region become one table: a row a gemeente, and the columns of all of them."""

from collections.abc import Sequence

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.begrijpen import Begrepen
from fairshare.gegevens.kolommen import KOLOMMEN

LANDELIJK = 100
"""A file with more gemeenten than this is about the country, and only fills in what it knows of those of the other files."""


def voeg_samen(delen: Sequence[tuple[str, Begrepen]]) -> Begrepen:
    """Join tables on gemeente; what two of them say of one gemeente must be the same.

    Raises
    ------
    GegevensFout
        With every figure that is one in this file and another in that.

    Examples
    --------
    >>> a = Begrepen(rijen=[{"code": "GM0262", "naam": "Lochem", "woningen_2024": "15567"}], koppen={"woningen_2024": "w"})
    >>> b = Begrepen(rijen=[{"code": "GM0262", "naam": "Lochem", "inwoners_2024": "34289"}], koppen={"inwoners_2024": "i"})
    >>> voeg_samen([("a", a), ("b", b)]).rijen
    [{'code': 'GM0262', 'naam': 'Lochem', 'woningen_2024': '15567', 'inwoners_2024': '34289'}]
    """
    uit = Begrepen()
    for naam, deel in delen:
        uit.koppen |= {kolom: f"{kop} ({naam})" for kolom, kop in deel.koppen.items() if kolom not in uit.koppen}
        uit.hoe += [f"{naam}: {zin}" for zin in deel.hoe]
        uit.ongebruikt += [kop for kop in deel.ongebruikt if kop not in uit.ongebruikt]
        uit.vrij |= deel.vrij
        uit.perioden = sorted({*uit.perioden, *(deel.perioden if len(deel.perioden) > 1 else ())}, reverse=True)
        uit.tegenspraak += [f"{naam}: {zin}" for zin in deel.tegenspraak]
        uit.opgave = deel.opgave if uit.opgave is None else uit.opgave
    namen = {rij["code"]: rij["naam"] for rij in _gemeenten(delen, uit)}
    kolommen = {kolom: "" for _, deel in delen for rij in deel.rijen[:1] for kolom in rij}
    samen = {code: {**kolommen, "code": code, "naam": naam} for code, naam in namen.items()}
    fouten = [fout for naam, deel in delen for fout in _vul(samen, naam, deel)]
    if fouten:
        raise GegevensFout(fouten)
    uit.rijen = list(samen.values())
    return uit


def _gemeenten(delen: Sequence[tuple[str, Begrepen]], uit: Begrepen) -> list[dict[str, str]]:
    """Give a row of every gemeente that counts: those of all files, but for a file about the country beside a smaller one."""
    klein = [(naam, deel) for naam, deel in delen if len(deel.rijen) <= LANDELIJK] or list(delen)
    gekozen = {rij["code"]: rij for _, deel in klein for rij in deel.rijen}
    for naam, deel in delen:
        over = [rij["naam"] for rij in deel.rijen if rij["code"] not in gekozen]
        zonder = [rij["naam"] for rij in gekozen.values() if rij["code"] not in {een["code"] for een in deel.rijen}]
        if over:
            uit.hoe.append(f"{naam}: {len(over)} gemeenten staan in geen ander bestand en tellen niet mee.")
        if zonder:
            uit.hoe.append(
                f"{naam}: hier staat niet in: {', '.join(zonder)}; wat dit bestand zegt is van hen onbekend."
            )
    return list(gekozen.values())


def _vul(samen: dict[str, dict[str, str]], bestand: str, deel: Begrepen) -> list[Fout]:
    """Take the figures of a file over; name those that another file has otherwise."""
    fouten = []
    for rij in deel.rijen:
        heel = samen.get(rij["code"], {})
        for kolom, cel in rij.items():
            if heel.get(kolom) and cel and heel[kolom] != cel:
                kop = KOLOMMEN[kolom].kop if kolom in KOLOMMEN else kolom
                advies = f"een ander bestand zegt {heel[kolom]}; laat een van beide weg"
                fouten.append(Fout(f"{bestand}: {rij['naam']}, {kop}", cel, advies))
            elif cel and heel:
                heel[kolom] = cel
    return fouten
