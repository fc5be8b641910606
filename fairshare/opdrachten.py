"""What the command line can do: a function for each command, and what it prints."""

from __future__ import annotations

import argparse
import re
import sys
from collections import ChainMap
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from fairshare import export, gegevens, link, model
from fairshare.fouten import FairshareError, Fout, GegevensFout, ScenarioFout
from fairshare.model.invoer import periode
from fairshare.opmaak import getal, minstens, nodig, precies, procent
from fairshare.weergave import PARAMETERS, TEKENINGEN

BESTANDEN = "eigen gegevens: CSV, Excel of Parquet; meer bestanden van een regio komen bij elkaar, en een sleutel van koppen mag erbij"
PERIODE = "welke periode telt als het bestand er meer heeft; anders de nieuwste"

GOED, FOUTEN_GEVONDEN, VERKEERD_GEBRUIK = 0, 1, 2


_NEDERLANDS = {
    r"argument (?:\S+/)?(\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)": r"\1=\2 kan niet: kies \3",
    r"the following arguments are required: (.*)": r"geef ook \1",
    r"argument (?:\S+/)?(\S+): expected .*": r"achter \1 ontbreekt wat erbij hoort",
    r"unrecognized arguments: (.*)": r"'\1' hoort hier niet",
}
"""What a parser says of a command, and how that goes in Dutch."""


class _Lezer(argparse.ArgumentParser):
    """A parser whose faults are one Dutch line."""

    def error(self, message: str) -> NoReturn:
        zinnen = (re.sub(wat, zin, message) for wat, zin in _NEDERLANDS.items() if re.fullmatch(wat, message))
        wat = next(zinnen, "dit commando is niet compleet of niet bekend").replace("'", "")
        print(f"{wat}; zie: {self.prog} --help", file=sys.stderr)
        raise SystemExit(VERKEERD_GEBRUIK)

    def format_help(self) -> str:
        engels = {"usage:": "gebruik:", "positional arguments:": "opdrachten:", "options:": "opties:"}
        tekst = super().format_help()
        for woord, nederlands in engels.items():
            tekst = tekst.replace(woord, nederlands)
        return tekst.replace("show this help message and exit", "toon deze hulp")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 good, 1 faults in a file, 2 a scenario or command that cannot be.

    Examples
    --------
    >>> main(["bereken", "reservering=50"])
    2
    """
    keuze = _lezer().parse_args(argumenten)
    opdracht: Callable[[argparse.Namespace], int] = keuze.opdracht
    try:
        _niet_over_de_bron(keuze)
        return opdracht(keuze)
    except ScenarioFout as fout:
        _meld(fout)
        return VERKEERD_GEBRUIK
    except FairshareError as fout:
        _meld(fout)
        return FOUTEN_GEVONDEN


def _meld(fout: FairshareError) -> None:
    for een in fout.fouten:
        print(een.melding, file=sys.stderr)


def _lezer() -> _Lezer:
    lezer = _Lezer(prog="python -m fairshare", description="Fair Share Verkenner op de opdrachtregel.")
    opdrachten = lezer.add_subparsers(required=True, metavar="OPDRACHT")
    bereken = opdrachten.add_parser("bereken", help="reken een scenario door")
    bereken.add_argument(
        "link", metavar="QUERY|URL", help='bijvoorbeeld "reservering=32&pad=s-curve", of een hele link'
    )
    bereken.add_argument("--formaat", choices=tuple(FORMATEN), default="tabel", help="tabel (standaard), json of csv")
    bereken.add_argument(
        "--uitleg",
        nargs=3,
        metavar=("GEMEENTE", "CIJFER", "JAAR"),
        help="hoe een cijfer tot stand komt, bijvoorbeeld GM0262 niet_geplaatst 2035, of regio niet_geplaatst 2035",
    )
    _eigen_bestand(bereken)
    bereken.set_defaults(opdracht=_bereken)
    exporteer = opdrachten.add_parser("exporteer", help="maak een bestand van een scenario")
    _scenario_naar(exporteer, export.SOORTEN)
    exporteer.add_argument("--grafiek", choices=tuple(TEKENINGEN), default="balken", help="voor png en svg")
    _eigen_bestand(exporteer)
    exporteer.set_defaults(opdracht=_exporteer)
    afspraak = opdrachten.add_parser(
        "afspraak", help="maak de bijlage van een afspraak, in hele woningen per gemeente en jaar"
    )
    _scenario_naar(afspraak, export.BIJLAGEN)
    _eigen_bestand(afspraak)
    afspraak.set_defaults(opdracht=_afspraak)
    weg = opdrachten.add_parser("weg", help="maak de punten van De weg ernaartoe: niet geplaatst tegenover verdringing")
    _scenario_naar(weg, export.PUNTEN)
    _eigen_bestand(weg)
    weg.set_defaults(opdracht=_weg)
    rapport = opdrachten.add_parser("rapport", help="maak de voortgangsrapportage")
    rapport.add_argument("link", metavar="QUERY|URL", help="het scenario dat is afgesproken")
    rapport.add_argument(
        "--realisatie", metavar="FILE", type=Path, required=True, help="toewijzingen en mutaties per halfjaar"
    )
    _naar(rapport, "eindigt op .pdf, of op .zip voor alles voor de evaluatie")
    _eigen_bestand(rapport)
    rapport.set_defaults(opdracht=_rapport)
    verzegel = opdrachten.add_parser("zegel", help="toon de controlesommen van de gegevens, voor data/SHA256SUMS")
    verzegel.set_defaults(opdracht=_zegel)
    schema = opdrachten.add_parser("schema", help="toon het gegevensmodel van de realisatie als JSON Schema")
    schema.set_defaults(opdracht=_schema)
    controleer = opdrachten.add_parser("controleer", help="controleer een gegevensbestand")
    controleer.add_argument("bestand", metavar="FILE", type=Path, nargs="+", help=BESTANDEN)
    controleer.add_argument("--periode", default="", help=PERIODE)
    controleer.set_defaults(opdracht=_controleer)
    landelijk = opdrachten.add_parser("landelijk", help="maak de landelijke tabel en toon elke controle")
    landelijk.add_argument(
        "bestand",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="landelijk.csv, of 82900NED, 70072ned en 85984NED van het CBS, zoals gepubliceerd",
    )
    _naar(landelijk, "bijvoorbeeld data/landelijk.parquet")
    landelijk.set_defaults(opdracht=_landelijk)
    verken = opdrachten.add_parser(
        "verken", help="reken een rooster van scenario's door voor veel regio's, naar Parquet"
    )
    verken.add_argument(
        "bestand", metavar="TOML", type=Path, help="regios, [vast] en [van]; zie docs/als-bibliotheek.md"
    )
    _naar(verken, "een lege map, of een van dit rooster om af te maken", "MAP")
    verken.add_argument(
        "--cluster", metavar="ADRES", help="een Dask-cluster: lokaal, of tcp://...; anders in dit proces"
    )
    verken.set_defaults(opdracht=_verken)
    regels = opdrachten.add_parser("rekenregels", help="toon elke vergelijking van het model")
    regels.set_defaults(opdracht=_rekenregels)
    herreken = opdrachten.add_parser("herreken", help="reken elk gedrukt cijfer van de bronnen na")
    herreken.set_defaults(opdracht=_herreken)
    knoppen = opdrachten.add_parser("parameters", help="toon elke parameter van een link")
    knoppen.set_defaults(opdracht=_parameters)
    return lezer


def _scenario_naar(opdracht: argparse.ArgumentParser, soorten: Mapping[str, str]) -> None:
    opdracht.add_argument("link", metavar="QUERY|URL", help="zoals bij bereken")
    _naar(opdracht, f"eindigt op {', '.join(f'.{soort}' for soort in soorten)}")


def _naar(opdracht: argparse.ArgumentParser, hulp: str, soort: str = "FILE") -> None:
    opdracht.add_argument("--naar", metavar=soort, type=Path, required=True, help=hulp)


def _eigen_bestand(opdracht: argparse.ArgumentParser) -> None:
    opdracht.add_argument("--data", metavar="FILE", type=Path, action="append", default=[], help=BESTANDEN)
    opdracht.add_argument("--periode", default="", help=PERIODE)


def _parameters(_: argparse.Namespace) -> int:
    print(
        "# Parameters\n\nElke parameter van een link. De soort *weergave* verandert geen uitkomst. Gemaakt met `make docs`.\n"
    )
    print("| In de link | Standaard | Knop | Soort | Eenheid | Toegestaan | Betekenis | Bron |\n|" + ":--|" * 8)
    for naam, wat in PARAMETERS.items():
        cellen = (
            naam,
            link.STANDAARD[link.VERSIE][naam],
            wat.label,
            wat.groep,
            wat.eenheid,
            wat.toegestaan,
            wat.hulp,
            wat.bron,
        )
        print("| " + " | ".join(cel.replace("|", r"\|") for cel in cellen) + " |")
    return GOED


def _rekenregels(_: argparse.Namespace) -> int:
    from fairshare.lezingen.rekenregels import rekenregels

    print(rekenregels(), end="")
    return GOED


def _herreken(_: argparse.Namespace) -> int:
    print("| Bron | Plek | Wat | Gedrukt | Berekend | Verschil | Andere lezing scheelt | Open stap |\n|" + ":--|" * 8)
    for een in model.herreken():
        cijfers = [
            "" if waarde is None else precies(waarde, max(een.decimalen, 1))
            for waarde in (een.gedrukt, een.berekend, een.verschil, een.waard)
        ]
        wat = f"{een.wat} ({een.eenheid})" if een.eenheid else een.wat
        print("| " + " | ".join((een.bron, een.plek, wat, *cijfers, een.open)) + " |")
    return GOED


def _bereken(keuze: argparse.Namespace) -> int:
    _, _, uitkomst = _gelezen(keuze)
    print(_uitleg(uitkomst, *keuze.uitleg) if keuze.uitleg else FORMATEN[keuze.formaat](uitkomst), end="")
    return GOED


def _exporteer(keuze: argparse.Namespace) -> int:
    from fairshare.verhaal import scenes

    soort = _soort(keuze, export.SOORTEN)
    regios, gelezen, uitkomst = _gelezen(keuze)
    weergave = gelezen.weergave
    stempel = _stempel(gelezen, uitkomst)
    verteld = scenes(gelezen.scenario, weergave, regios) if soort == "html" else ()
    wens = export.Wens(gemeente=weergave.gemeente, grafiek=keuze.grafiek, scenes=verteld)
    gegevens.schrijf_bestand(keuze.naar, export.maak(soort, uitkomst, stempel, wens))
    print(f"{keuze.naar} gemaakt.")
    return GOED


def _stempel(gelezen: link.Gelezen, uitkomst: model.Uitkomst) -> export.Stempel:
    return export.Stempel.van(uitkomst, link.schrijf(gelezen.scenario, gelezen.weergave), gelezen.weergave)


def _soort(keuze: argparse.Namespace, soorten: Collection[str]) -> str:
    """Read from its name which kind of file is asked for."""
    soort = str(keuze.naar.suffix.removeprefix("."))
    if soort not in soorten:
        raise ScenarioFout([Fout("naar", str(keuze.naar), f"kies een naam die eindigt op {', '.join(soorten)}")])
    return soort


def _weg(keuze: argparse.Namespace) -> int:
    soort = _soort(keuze, export.PUNTEN)
    _, gelezen, uitkomst = _gelezen(keuze)
    gegevens.schrijf_bestand(keuze.naar, export.punten(soort, uitkomst, gelezen.weergave, _stempel(gelezen, uitkomst)))
    print(f"{keuze.naar} gemaakt.")
    return GOED


def _afspraak(keuze: argparse.Namespace) -> int:
    soort = _soort(keuze, export.BIJLAGEN)
    _, gelezen, uitkomst = _gelezen(keuze)
    stempel = _stempel(gelezen, uitkomst)
    gegevens.schrijf_bestand(keuze.naar, export.bijlage(soort, uitkomst, stempel))
    print(f"{keuze.naar} gemaakt.")
    return GOED


def _rapport(keuze: argparse.Namespace) -> int:
    soort = _soort(keuze, ("pdf", "zip"))
    _, gelezen, uitkomst = _gelezen(keuze)
    monitoring, hoe = gegevens.lees_realisatie(
        gegevens.lees_bestand(keuze.realisatie), keuze.realisatie.name, uitkomst.bron
    )
    nu = model.voortgang(uitkomst, monitoring, gelezen.weergave.tarief)
    if nu is None:
        jaren = f"{uitkomst.jaren[0]} tot en met {uitkomst.jaren[-1]}"
        raise GegevensFout([Fout(keuze.realisatie.name, "", f"er zijn geen cijfers van {jaren}, de jaren van het pad")])
    stempel = _stempel(gelezen, uitkomst)
    maker = export.evaluatiepakket if soort == "zip" else export.voortgangsrapportage
    gegevens.schrijf_bestand(keuze.naar, maker(uitkomst, monitoring, nu, stempel))
    print("\n".join([*hoe, f"{keuze.naar} gemaakt."]))
    return GOED


def _zegel(_: argparse.Namespace) -> int:
    print(gegevens.zegel(), end="")
    return GOED


def _landelijk(keuze: argparse.Namespace) -> int:
    inhoud, controles = gegevens.maak_landelijk([(gegevens.lees_bestand(pad), pad.name) for pad in keuze.bestand])
    gegevens.schrijf_bestand(keuze.naar, inhoud)
    print("\n".join([*controles, f"{keuze.naar} gemaakt."]))
    return GOED


def _verken(keuze: argparse.Namespace) -> int:
    from fairshare.export.verken import lees_rooster, verken

    geweigerd = verken(lees_rooster(gegevens.lees_bestand(keuze.bestand)), keuze.naar, keuze.cluster, _balk)
    print(file=sys.stderr)
    for fout in geweigerd:
        _meld(fout)
    print(f"{keuze.naar} gemaakt" + (f"; {len(geweigerd)} keer kon een regio dit niet." if geweigerd else "."))
    return GOED


def _balk(klaar: int, alle: int) -> None:
    """Draw how far it is, over what stood there."""
    vol = 30 * klaar // alle if alle else 30
    print(f"\r[{'#' * vol}{' ' * (30 - vol)}] {klaar} van {alle} delen", end="", file=sys.stderr, flush=True)


def _schema(_: argparse.Namespace) -> int:
    print(gegevens.json_schema(), end="")
    return GOED


def _gelezen(keuze: argparse.Namespace) -> tuple[Mapping[str, gegevens.Regio], link.Gelezen, model.Uitkomst]:
    """Read a link and compute it, on own data where a file is given; a scenario that cannot be is refused as a whole."""
    regios, tekst = gegevens.lees_regios(), keuze.link
    if keuze.data:
        eigen = _eigen(keuze.data, keuze.periode).regio
        regios = ChainMap({eigen.sleutel: eigen}, regios)  # type: ignore[arg-type]
        if "regio=" not in tekst:
            tekst += f"{'&' if tekst else ''}regio={eigen.sleutel}"
    elif keuze.periode:
        raise ScenarioFout([Fout("periode", keuze.periode, "dit hoort bij --data; laat het weg")])
    gelezen = link.lees(tekst, regios)
    if gelezen.fouten:
        raise ScenarioFout(gelezen.fouten)
    for opmerking in gelezen.opmerkingen:
        print(opmerking, file=sys.stderr)
    return regios, gelezen, model.bereken(regios[gelezen.scenario.regio], gelezen.scenario)


def _eigen(bestanden: Sequence[Path], periode: str) -> gegevens.Ingelezen:
    stukken = [(gegevens.lees_bestand(pad), pad.stem) for pad in bestanden]
    ingelezen = gegevens.lees_samen(stukken, gegevens.Keuze(periode=periode))
    if periode and periode not in ingelezen.perioden:
        kies = " of ".join(ingelezen.perioden) or "er geen: het bestand heeft ze niet"
        raise ScenarioFout([Fout("periode", periode, f"kies {kies}")])
    return ingelezen


def _niet_over_de_bron(keuze: argparse.Namespace) -> None:
    """Refuse to write over a file that is read, whatever the command and by whichever name; data that came along are read too."""
    from fairshare.gegevens.bestanden import MAP

    naar = getattr(keuze, "naar", None)
    if naar is None or not _is_er(naar):
        return
    gegeven = [wat for naam, wat in vars(keuze).items() if naam != "naar"]
    bronnen = [pad for wat in gegeven for pad in (wat if isinstance(wat, list) else [wat]) if isinstance(pad, Path)]
    bronnen += MAP.rglob("*.*") if "link" in keuze else []
    if any(_is_er(bron) and bron.samefile(naar) for bron in bronnen):
        raise ScenarioFout([Fout("naar", str(naar), "dit is het bestand waaruit wordt gelezen; kies een andere naam")])


def _is_er(pad: Path) -> bool:
    try:
        return pad.exists()
    except OSError:  # a name that is too long for a file
        return False


def _uitleg(uitkomst: model.Uitkomst, code: str, grootheid: str, jaar: str) -> str:
    """Lay out an explanation, each figure below the one that it is part of."""
    from fairshare.lezingen.uitleg import REGIO, leg_uit

    stap = leg_uit(uitkomst, code, grootheid, jaar)
    naam = "de hele regio" if code == REGIO else uitkomst.bron.namen[uitkomst.bron.codes.index(code)]
    regels = [f"{stap.label} van {naam} in {jaar}: {stap.tekst} (onafgerond {stap.waarde!r})", stap.afronding]
    for deel in stap.alle():
        regels.append(f"  {deel.label}: {deel.tekst}")
        regels += [f"      = {deel.regel}", f"      = {deel.ingevuld}"] if deel.regel else [f"      {deel.herkomst}"]
    return "\n".join(regels) + "\n"


def _controleer(keuze: argparse.Namespace) -> int:
    try:
        ingelezen = _eigen(keuze.bestand, keuze.periode)
    except FairshareError as fout:
        print("\n".join(een.melding for een in fout.fouten))
        return FOUTEN_GEVONDEN
    aantal = len(ingelezen.regio.gemeenten)
    wie = "1 gemeente" if aantal == 1 else f"{aantal} gemeenten"
    print("\n".join([*ingelezen.hoe, "", *_geteld(ingelezen, aantal), ""]))
    over = len(ingelezen.ongebruikt)
    op_na = f" op {over} {'kolom' if over == 1 else 'kolommen'} na" if over else ""
    oordeel = f"bruikbaar{op_na}" if ingelezen.goed else "niet bruikbaar: " + _waarom_niet(ingelezen)
    namen = " en ".join(pad.name for pad in keuze.bestand)
    print(f"{namen}: {wie}, {oordeel}; in een link heet dit regio={ingelezen.regio.sleutel}.")
    return GOED if ingelezen.goed else FOUTEN_GEVONDEN


def _geteld(ingelezen: gegevens.Ingelezen, aantal: int) -> list[str]:
    """Say of every known column how many figures were read, and which headings were not used."""
    koppen = {naam: kolom.kop.lower() for naam, kolom in gegevens.KOLOMMEN.items()}
    regels = [
        f"{koppen.get(naam, naam.replace(':', ': ', 1))}: {'staat er niet in' if cijfers is None else f'{cijfers} van {aantal}'}"
        for naam, cijfers in ingelezen.geteld.items()
    ]
    opgave = ingelezen.regio.cijfer("opgave")
    regels += [] if opgave is None else [f"opgave van de regio: {getal(opgave)}"]
    return [*regels, *(f"niet gebruikt: {kop}" for kop in ingelezen.ongebruikt)]


def _waarom_niet(ingelezen: gegevens.Ingelezen) -> str:
    return " ".join(ingelezen.tegenspraak).rstrip(".") or "er is geen enkel cijfer gelezen"


def _tabel(uitkomst: model.Uitkomst) -> str:
    laatste, (begin, eind) = uitkomst.eindjaar, periode(uitkomst.bron)
    gemist = float(uitkomst.regio.gemiste_plaatsingen[0])
    niet_geplaatst = getal(uitkomst.regionaal("niet_geplaatst"), 1)
    delen = [
        f"{uitkomst.bron.register.naam}: {link.schrijf(uitkomst.scenario)}",
        f"Niet geplaatst in {laatste}: {niet_geplaatst} {uitkomst.scenario.eenheid}",
        f"{'Ingehaald' if gemist < 0 else 'Gemiste plaatsingen'} {begin}-{eind}: {getal(abs(gemist), 1)}",
        "",
        _leesbaar(model.regio_kolommen(uitkomst, model.cijfers_van(uitkomst.scenario))),
        "",
        f"Per gemeente in {laatste}",
        _leesbaar({naam: kolom for naam, kolom in model.eindjaar_kolommen(uitkomst).items() if naam != "code"}),
        "",
        _omslag(model.omslag(uitkomst)),
        *[f"Let op: {zin}" for zin in model.waarschuwingen(uitkomst)],
    ]
    return "\n".join(delen) + "\n"


def _leesbaar(kolommen: Mapping[str, Any]) -> str:
    """Lay out a table with Dutch numbers, each column as wide as its longest cell."""
    breed = [[naam, *(_cel(naam, cel) for cel in kolom)] for naam, kolom in kolommen.items()]
    gelijk = [[cel.rjust(max(map(len, kolom))) for cel in kolom] for kolom in breed]
    return "\n".join(" ".join(rij) for rij in zip(*gelijk, strict=True))


def _cel(naam: str, cel: Any) -> str:
    if naam in ("jaar", "naam"):
        return str(cel)
    return getal(nodig(cel, 1) if naam == "benodigd_percentage" else cel, 1)


def _omslag(omslag: model.Omslag) -> str:
    def tekst(waarde: float | None, eenheid: str) -> str:
        if waarde is None:
            return "bestaat niet binnen 0-100%, of onbekend"
        return minstens(waarde, procent, 2) if eenheid == "%" else f"{minstens(waarde, getal, 1)} {eenheid}"

    return "\n".join(
        [
            "Niet geplaatst is 0 bij (elk afzonderlijk, als elk overschot elders meetelt of zonder verevening):",
            f"  reservering                    {tekst(omslag.reservering, '%')}",
            f"  mutatiegraad                   {tekst(omslag.mutatiegraad, '%')}",
            f"  extra plekken                  {tekst(omslag.extra_plekken, 'per jaar')}",
            f"  reservering zonder verevening  {tekst(omslag.reservering_zonder_verevening, '%')}",
            f"  mutatiegraad zonder verevening {tekst(omslag.mutatiegraad_zonder_verevening, '%')}",
            f"  plekken zonder verevening      {tekst(omslag.extra_plekken_zonder_verevening, 'per jaar')}",
        ]
    )


def _json(uitkomst: model.Uitkomst) -> str:
    from fairshare.antwoord import als_json

    return als_json(uitkomst)


def _csv(uitkomst: model.Uitkomst) -> str:
    from fairshare.antwoord import als_csv

    return als_csv(uitkomst)


FORMATEN: dict[str, Callable[[model.Uitkomst], str]] = {"tabel": _tabel, "json": _json, "csv": _csv}
