"""How other programs read the figures of a scenario: text to copy, with the address of that scenario in it."""

from string import Template

from fairshare.dienst.adressen import VERSIE
from fairshare.gegevens import Programma, lees_programmas


def voorbeelden(basis: str, vraag: str) -> tuple[Programma, ...]:
    """Give the examples for a scenario.

    Parameters
    ----------
    basis
        Where the app stands: ``https://host/path`` without a slash at the end.
    vraag
        The query string of the scenario.

    Examples
    --------
    >>> voorbeelden("https://fairshare.example", "v=2")[-1].tekst
    '=NUMERIEKE.WAARDE(WEBSERVICE("https://fairshare.example/api/v1/uitkomst.txt?v=2");".")'
    """
    adressen = {soort: f"{basis}{VERSIE}/uitkomst.{soort}?{vraag}" for soort in ("csv", "txt")}
    return tuple(
        een.model_copy(update={"tekst": Template(een.tekst.strip()).substitute(adressen)}) for een in lees_programmas()
    )
