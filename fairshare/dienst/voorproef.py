"""What a link shows of itself before anybody opens it: a title, the figure, and the sentence of the screen."""

from collections.abc import Callable

from fairshare import PRODUCT, koppen, link
from fairshare.dienst.pagina import Voorproef
from fairshare.gegevens import is_eigen, lees_regios
from fairshare.model import bereken, kerncijfers
from fairshare.verhaal import vertel

MIS = "In deze link staat iets wat niet kan; de Verkenner zegt wat, en laat zien wat er wel staat."
EIGEN = "Deze link gebruikt eigen gegevens. Die staan niet in de link en niet op de server: wie hem opent, kiest hetzelfde bestand."


def voorproef(vraag: str, titel: Callable[[str], str]) -> Voorproef:
    """Say what a link shows, judged as a screen does; with a fault in it there is no figure, because the screen has another.

    Parameters
    ----------
    vraag
        The query string.
    titel
        Gives the title of the window, for the name of a region.

    Examples
    --------
    >>> voorproef("v=2&reservering=35", lambda regio: regio).kop
    'Niet geplaatst in 2035: 55 · Regio Stedendriehoek'
    """
    regios = lees_regios()
    if is_eigen(link.regio_van(f"?{vraag}")):
        return Voorproef(PRODUCT, zin=EIGEN)
    gelezen = link.lees(f"?{vraag}", regios, herstel=True)
    naam = regios[gelezen.scenario.regio].register.naam
    if gelezen.fouten:
        return Voorproef(titel(naam), zin=MIS)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
    deel = vertel("deel", uitkomst, gelezen.weergave.gemeente)
    kop = f"{deel.woord[0].upper()}{deel.woord[1:]}: {deel.cijfer} · {naam}"
    zin = koppen.zin(uitkomst, kerncijfers(uitkomst)).replace("**", "")
    wie = f"{gelezen.weergave.titel}. " if gelezen.weergave.titel else ""
    return Voorproef(titel(naam), kop, f"{wie}{zin}", link.schrijf(gelezen.scenario, gelezen.weergave))
