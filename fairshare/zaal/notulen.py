"""The minutes of a room, line by line: every round with its proposals, its figures, its link and its decision."""

import re
from collections.abc import Iterator
from typing import Any

from fairshare import link
from fairshare.artikelen import opengelaten
from fairshare.gegevens import Verhaalstap, lees_regios
from fairshare.model import bereken
from fairshare.opmaak import opsomming
from fairshare.scenario import parameter
from fairshare.verhaal import Scene, vertel
from fairshare.zaal.kamer import Kamer, begin
from fairshare.zaal.stand import beeld, geraden, stand
from fairshare.zaal.verteld import verteld

Regel = tuple[str, str]
"""What it is (``kop``, ``zin`` or ``punt``), and the text."""

_OPMAAK = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def titel(kamer: Kamer) -> str:
    """Name the minutes."""
    return f"Notulen: {stand(kamer)['titel']}"


def regels(kamer: Kamer, basis: str) -> list[Regel]:
    """Write the minutes: the rounds that are over, and the present one where it is revealed.

    Parameters
    ----------
    basis
        Where the Verkenner stands, for the links: ``https://host/path/``.
    """
    eerst = [("zin", f"Het scenario waarmee de tafel begon: {basis}?{kamer.link}"), *_waarom(kamer.link)]
    rondes = (regel for ronde in _rondes(kamer) for regel in _ronde(ronde, basis))
    return [
        *eerst,
        *_geraden(kamer),
        *rondes,
        ("kop", "Open vragen"),
        *(("punt", vraag) for vraag in open_vragen(kamer)),
    ]


def _waarom(tekst: str) -> Iterator[Regel]:
    """Say why a scenario differs, where someone did."""
    for naam, reden in begin(tekst).weergave.motivering:
        yield "punt", f"Motivering, {parameter(naam).label}: {reden}"


def _rondes(kamer: Kamer) -> list[dict[str, Any]]:
    nu = stand(kamer)
    rondes = [beeld(kamer.link, ronde, kamer.spel) for ronde in kamer.rondes]
    if nu["nu"] and not kamer.gesloten and nu["nu"]["lijnen"]:
        rondes.append(nu["nu"])
    return rondes


def _voorstellen(kamer: Kamer) -> list[dict[str, Any]]:
    """Give the rounds in which a scenario was proposed."""
    return [ronde for ronde in _rondes(kamer) if ronde["soort"] == "voorstel" and ronde["samen"].get("link")]


def verhaal(kamer: Kamer) -> tuple[Scene, ...]:
    """Tell the meeting: the scenario that the table began with, then every round of proposals; the last is the final one."""
    regios = lees_regios()
    stappen = [("Waarmee de tafel begon", kamer.link)]
    stappen += [(f"Ronde {ronde['nummer']}", ronde["samen"]["link"]) for ronde in _voorstellen(kamer)]
    return tuple(_scene(titel, tekst, regios) for titel, tekst in stappen)


def _scene(titel: str, tekst: str, regios: Any) -> Scene:
    gelezen = link.lees(tekst, regios)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
    stap, gemeente = Verhaalstap(titel=titel, link=tekst, soort="deel", tekening="balken"), uitkomst.bron.codes[0]
    boodschap = vertel(stap.soort, uitkomst, gemeente)
    return Scene(stap, uitkomst, gemeente, boodschap, gelezen.weergave.motivering)


def open_vragen(kamer: Kamer) -> list[str]:
    """Say what is open after the last round: who is not heard, where the table differs, what is not met, what nobody decided."""
    nu, rondes = stand(kamer), _voorstellen(kamer)
    regio = lees_regios()[begin(kamer.link).scenario.regio]
    vragen = [f"Niet gehoord in de laatste ronde: {opsomming(nu['zwijgt'])}."] if nu["zwijgt"] else []
    vragen += [f"Wie spreekt voor {een['gemeente']}? Er waren er {len(een['nummers'])}." for een in nu["dubbel"]]
    vragen += [f"{ronde['breedst']} Hoe komt de tafel daar samen uit?" for ronde in rondes[-1:] if ronde["breedst"]]
    vragen += [
        f"{een['vraag']} {een['antwoord']}"
        for ronde in rondes[-1:]
        for een in ronde["samen"]["toetsing"]
        if een["open"]
    ]
    vragen += [f"Ronde {ronde['nummer']} heeft geen besluit." for ronde in rondes if not ronde["besluit"]]
    laat_open = sorted(parameter(naam).label for naam in opengelaten(regio))
    return [*vragen, *([f"De afspraak van de regio laat open: {opsomming(laat_open)}."] if laat_open else [])]


def _geraden(kamer: Kamer) -> Iterator[Regel]:
    """Write what the room guessed at the steps of the story, and the figure."""
    for stap in sorted(kamer.beantwoord):
        gok, nu = geraden(kamer, stap), verteld(kamer.link, stap, antwoord=True)
        if gok and nu:
            yield "kop", f"Gok bij stap {stap} van het verhaal: {nu['titel']}"
            yield "zin", nu["vraag"]
            yield from _lijn(gok["lijn"])
            yield "zin", f"Het model zegt: {nu['cijfer']}."


def _lijn(lijn: dict[str, Any]) -> Iterator[Regel]:
    yield "zin", f"{lijn['label']}: mediaan {lijn['mediaan_tekst']}. {lijn['spreiding']}"
    for punt in lijn["punten"]:
        rest = "" if punt["telt"] else " (telt niet: voor deze gemeente sprak nog iemand)"
        yield "punt", f"{punt['gemeente']}: {punt['tekst']}{rest}"


def _ronde(ronde: dict[str, Any], basis: str) -> Iterator[Regel]:
    gok, samen = ronde["soort"] == "gok", ronde["samen"]
    yield "kop", f"{'Gok' if gok else 'Ronde'} {ronde['nummer']}"
    for lijn in ronde["lijnen"]:
        yield from _lijn(lijn)
    yield from _samen(samen, gok, basis)
    if ronde["besluit"]:
        yield "zin", f"Besluit: {ronde['besluit']}"


def _samen(samen: dict[str, Any], gok: bool, basis: str) -> Iterator[Regel]:
    if samen["fout"]:
        yield "zin", samen["fout"]
        return
    if gok:
        yield "zin", f"Het model zegt: {samen['zin']}."
        return
    yield "zin", f"Als ieder doet wat hij voorstelt: {samen['zin']}. Zonder de voorstellen: {samen['was']}."
    yield "zin", f"Laagste dekking van het eigen aandeel: {samen['dekking']}. {samen['kop']}."
    yield from (("zin", zin) for zin in (samen["doel"], *samen["bezwaren"]) if zin)
    yield from (("punt", f"{een['vraag']} {een['antwoord']}") for een in samen["toetsing"])
    yield "zin", f"Als scenario: {basis}?{samen['link']}" if samen["link"] else samen["te_lang"]


def als_markdown(kop: str, minuten: list[Regel]) -> str:
    r"""Write the minutes as Markdown; what someone typed stays text.

    Examples
    --------
    >>> als_markdown("Notulen", [("kop", "Ronde 1"), ("punt", "Lochem: *35%*")])
    '# Notulen\n\n## Ronde 1\n\n- Lochem: \\*35%\\*\n'
    """
    vorm = {"kop": "## {}\n", "zin": "{}\n", "punt": "- {}"}
    delen = [f"# {kop}\n"]
    for (soort, tekst), (volgende, _) in zip(minuten, [*minuten[1:], ("", "")], strict=True):
        sluit = "\n" if soort == "punt" and volgende != "punt" else ""
        delen.append(vorm[soort].format(_veilig(tekst)) + sluit)
    return "\n".join(delen)


def _veilig(tekst: str) -> str:
    """Escape what Markdown would read as layout; an address at the end stays whole."""
    zin, adres, rest = tekst.partition("http")
    return _OPMAAK.sub(r"\\\1", zin) + (
        f"<{adres}{rest}>" if adres and " " not in rest else _OPMAAK.sub(r"\\\1", adres + rest)
    )
