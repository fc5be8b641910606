"""A number that someone types in a field: read as Dutch, judged by its parameter, and asked again where it may mean two things."""

from typing import Any

from fairshare.fouten import Getypt
from fairshare.gegevens.getallen import Onjuist, Tweeduidig, aantal, breuk
from fairshare.opmaak import precies
from fairshare.parameters import Getal, NietToegestaan, Parameter, Paren, ParenMetJaar, Teksten


def in_een_veld(wat: Getal, waarde: float | None) -> str:
    """Write a value as it stands in a field to type in; reading it gives the value again.

    Examples
    --------
    >>> from fairshare.weergave import PARAMETERS
    >>> in_een_veld(PARAMETERS["opgave"], 1285), in_een_veld(PARAMETERS["eind"], 2035)
    ('1.285', '2035')
    >>> in_een_veld(PARAMETERS["reservering"], 33.5), in_een_veld(PARAMETERS["opgave"], None)
    ('33,5', '')
    """
    if waarde is None:
        return ""
    tekst = precies(waarde)
    return tekst if wat.geheel and wat.eenheid != "jaar" else tekst.replace(".", "")


def uit_een_veld(wat: Getal, tekst: str) -> float | Getypt | None:
    """Read what was typed as a value of a parameter, or say what is the matter with it.

    Examples
    --------
    >>> from fairshare.weergave import PARAMETERS
    >>> uit_een_veld(PARAMETERS["opgave"], "1.285"), uit_een_veld(PARAMETERS["reservering"], "33,5%")
    (1285, 33.5)
    >>> uit_een_veld(PARAMETERS["opgave"], "1285,5").melding
    "'1285,5' kan niet bij Opgave van de regio: kies een heel getal van 0 tot en met 100.000, of laat leeg (cijfer van de regio)."
    >>> uit_een_veld(PARAMETERS["opgave"], "1,285").advies[:31]
    'dit kan twee dingen betekenen; '
    >>> uit_een_veld(PARAMETERS["tarief"], "€ 25.000")
    25000
    >>> uit_een_veld(PARAMETERS["verevening"], "12").advies
    'kies een heel getal van 0% tot en met 100% in stappen van 5'
    >>> [uit_een_veld(PARAMETERS["reservering"], tekst).advies for tekst in ("33.500", "1.285")]
    ['dit kan twee dingen betekenen; schrijf 33,5', 'kies 0,0% tot en met 100,0% in stappen van 0,1']
    """
    kaal = " ".join(tekst.split())
    percentage = wat.eenheid.startswith("procent")
    cel = kaal.removesuffix("%").rstrip() if percentage else kaal
    cel = cel.removeprefix("€").lstrip() if wat.eenheid.startswith("euro") else cel
    gelezen = breuk(cel) if percentage or not wat.geheel else aantal(cel)
    if isinstance(gelezen, Tweeduidig):
        return Getypt(wat.label, kaal, _welke(wat, gelezen))
    aandeel = percentage and cel == kaal and not isinstance(gelezen, Onjuist) and _als_aandeel(wat, gelezen)
    if aandeel:
        return Getypt(wat.label, kaal, f"dit kan {cel}% of {aandeel}% zijn; schrijf een % achter het cijfer")
    waarde = None if isinstance(gelezen, Onjuist) else _keur(wat, gelezen)
    return Getypt(wat.label, kaal, _advies(wat)) if waarde is None and not (wat.mag_leeg and gelezen == "") else waarde


def uit_een_zin(wat: Parameter, nu: Any, deel: str, tekst: str) -> Any:
    """Read what was typed or chosen in a sentence as the new value of a parameter, or say what is the matter with it.

    Parameters
    ----------
    wat, nu
        The parameter and its value.
    deel
        About which name of a list it is, with ``@`` behind it about the year of that one.
    tekst
        What was typed, or the option; nothing takes a name off the list, and its year to the end year.

    Examples
    --------
    >>> from fairshare.weergave import PARAMETERS
    >>> uit_een_zin(PARAMETERS["ruil"], (("GM0262-GM0150", 10.0),), "GM0262-GM0150", "12")
    (('GM0262-GM0150', 12.0),)
    >>> uit_een_zin(PARAMETERS["afwijking"], (("GM0262", 40.0, 2030),), "GM0150", "33")
    (('GM0262', 40.0, 2030), ('GM0150', 33.0, None))
    >>> uit_een_zin(PARAMETERS["afwijking"], (("GM0262", 40.0, 2030),), "GM0262@", "2032")
    (('GM0262', 40.0, 2032),)
    >>> uit_een_zin(PARAMETERS["motivering"], (), "ruil", "x" * 161).advies
    'schrijf hoogstens 160 leesbare tekens op een regel'
    """
    if isinstance(wat, Getal):
        return uit_een_veld(wat, tekst)
    gelezen: Any = tekst
    if isinstance(wat, Paren | Teksten):
        naam, om_jaar, _ = deel.partition("@")
        getal: Any = tekst.strip()
        if getal and isinstance(wat, Paren):
            getal = uit_een_veld(wat.jaar if isinstance(wat, ParenMetJaar) and om_jaar else wat.waarde, tekst)
        if isinstance(getal, Getypt):
            return getal
        paren = {een[0]: een for een in nu}
        was = paren.get(naam, (naam, "", None) if isinstance(wat, ParenMetJaar) else (naam, ""))
        paren[naam] = (naam, was[1], getal or None) if om_jaar else (naam, getal, *was[2:])
        gelezen = tuple(een for een in paren.values() if een[1] != "")
    try:
        return wat.keur(gelezen)
    except NietToegestaan as weigering:
        return Getypt(wat.label, tekst, str(weigering))


def _welke(wat: Getal, gelezen: Tweeduidig) -> str:
    """Say how to write what was meant, of the readings that the parameter allows."""
    kan = [waarde for waarde in (_keur(wat, lezing) for lezing in gelezen.lezingen) if waarde is not None]
    if len(kan) == len(gelezen.lezingen):
        return gelezen.advies
    return f"dit kan twee dingen betekenen; schrijf {in_een_veld(wat, kan[0])}" if kan else _advies(wat)


def _keur(wat: Getal, gelezen: str) -> float | None:
    try:
        return wat.lees(gelezen)
    except NietToegestaan:
        return None


def _als_aandeel(wat: Getal, gelezen: str) -> str:
    """Give the percentage that a share such as 0,3 would be, where the parameter allows both."""
    if not gelezen or not 0 < float(gelezen) < 1 or _keur(wat, gelezen) is None:
        return ""
    honderdvoud = f"{100 * float(gelezen):g}"
    return "" if _keur(wat, honderdvoud) is None else honderdvoud.replace(".", ",")


def _advies(wat: Getal) -> str:
    """Say what can be typed."""
    soort = "een heel getal van" if wat.geheel else ""
    stappen = "" if wat.geheel and wat.stap == 1 else f" in stappen van {precies(wat.stap)}"
    leeg = f", of laat leeg ({wat.leeg})" if wat.mag_leeg else ""
    grenzen = f"{wat.toon(wat.laag)} tot en met {wat.toon(wat.hoog)}"
    return " ".join(f"kies {soort} {grenzen}{stappen}{leeg}".split())
