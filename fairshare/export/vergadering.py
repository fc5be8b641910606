"""All that a meeting leaves behind as one file: the story, the rounds, the final proposal with its text and appendix, what is open."""

from collections.abc import Sequence

from fairshare.export import Wens, bijlage, maak
from fairshare.export.notulen import docx
from fairshare.export.pakket import pak_in
from fairshare.export.stempel import Stempel
from fairshare.verhaal import Scene
from fairshare.weergave import Weergave

_LEES_MIJ = """{titel}

notulen.docx, notulen.md: elke ronde met haar voorstellen, cijfers, link en besluit, en de vragen die open bleven.
verhaal.html: de vergadering als presentatie, een stap per ronde; werkt zonder internet.
eindvoorstel-afspraak.docx: het eindvoorstel als tekst van een afspraak, met de bijlage in hele woningen.
dias.pptx: een dia per ronde, en de dia's van het eindvoorstel.

Het eindvoorstel:
{herkomst}
"""


def vergaderpakket(
    titel: str, regels: Sequence[tuple[str, str]], markdown: str, scenes: Sequence[Scene], basis: str
) -> bytes:
    """Make the file, a ZIP.

    Parameters
    ----------
    titel
        What the minutes are called.
    regels, markdown
        The minutes, line by line and as Markdown.
    scenes
        The scenario that the table began with, and each round; the last one is the final proposal.
    basis
        Where the Verkenner stands, for the links: ``https://host/path/``.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> from fairshare.scenario import Scenario
    >>> from fairshare.verhaal import scenes
    >>> from fairshare.weergave import Weergave
    >>> verteld = scenes(Scenario(), Weergave(), lees_regios())[:1]
    >>> vergaderpakket("Notulen", [("zin", "Dag")], "Dag", verteld, "https://voorbeeld.nl/")[:2]
    b'PK'
    """
    slot, stap = scenes[-1].uitkomst, scenes[-1].stap
    stempel = Stempel.van(slot, f"{basis}?{stap.link}", Weergave(titel=stap.titel, motivering=scenes[-1].motivering))
    herkomst = "\n".join(f"{wat}: {tekst}" for wat, tekst in stempel.regels())
    return pak_in(
        {
            "lees-mij.txt": _LEES_MIJ.format(titel=titel, herkomst=herkomst),
            "notulen.docx": docx(regels, titel),
            "notulen.md": markdown,
            "verhaal.html": maak("html", slot, stempel, Wens(scenes=tuple(scenes))),
            "eindvoorstel-afspraak.docx": bijlage("docx", slot, stempel),
            "dias.pptx": maak("pptx", slot, stempel, Wens(gemeente=slot.bron.codes[0], scenes=tuple(scenes))),
        }
    )
