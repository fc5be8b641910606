"""The workbook: data, parameters and the whole computation as live formulas, so that a changed percentage recomputes.

Every formula carries the engine's own figure as its stored value, for readers that do not compute. Text is written as
text: nothing that someone typed becomes a formula or a link.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from fairshare.export.koppen import kop
from fairshare.export.stempel import Stempel
from fairshare.export.voorblad import EERST, voorblad, vul
from fairshare.export.werkboek import BASIS, Boek, waarde
from fairshare.model import Uitkomst
from fairshare.model import rekenen as r
from fairshare.model.ingroeipad import ingroeipad
from fairshare.model.verdeelsleutel import gewichten, kolom_van
from fairshare.opmaak import ONBEKEND
from fairshare.scenario import parameter

LEVEND = (
    "reservering",
    "mutatiegraad",
    "pad",
    "groeit",
    "opgave",
    "groei",
    "verevening",
    "nieuwbouw",
    "programma",
    "doorstroming",
    "alternatief",
    "achterstand",
    "uitval",
)
"""The parameters that the workbook recomputes with; the others are fixed in its rows and columns."""

VAST = "vast in dit werkboek: kies een ander scenario in de Verkenner"

PAD = (
    'IF(p_pad="direct",1,IF(p_pad="lineair",{t},IF(p_pad="s-curve",3*{t}^2-2*{t}^3,'
    'IF(p_pad="versneld",1-(1-{t})^2,IF(p_pad="vertraagd",{t}^2,'
    'IF(p_pad="trap",IF({jaar}<=INT((p_start+p_eind)/2),1/3,2/3),{eigen}))))))'
)
"""The shapes of equation 0; an own path keeps its points."""

KOLOMMEN: Mapping[str, str] = {
    "jaar": "{jaar}",
    "gemeente": "{naam}",
    "opgave": "{O}*((1-{f_v})*{aandeel}+{f_v}*{w})",
    "nieuwbouw": "{w}*(p_nieuwbouw+p_programma*{sociaal})",
    "eerder_gebouwd": "{vorige_nieuwbouw}+{vorige_eerder}",
    "mutaties": "{M}*p_mutatiegraad/p_mutatiegraad_2024+p_mutatiegraad/100*{eerder_gebouwd}",
    "vrij": "{mutaties}+{nieuwbouw}+p_doorstroming*{w}",
    "reservering": "{p0}+(p_reservering/100-{p0})*{f_r}",
    "buiten": "p_alternatief*{w}+{inzet}",
    "capaciteit": "{reservering}*{vrij}+{buiten}",
    "vraag": '{opgave}+IF(p_achterstand="ja",(1-p_uitval/100)*{vorige_niet_geplaatst},0)',
    "tekort": "MAX(0,{vraag}-{capaciteit})",
    "overschot": "MAX(0,{capaciteit}-{vraag})",
    "niet_geplaatst": "{tekort}*(1-IF({som_tekort}=0,0,{verevend}/{som_tekort}))",
    "geleverd": "{overschot}*IF({som_overschot}=0,0,{verevend}/{som_overschot})",
    "plaatsingen": "MIN({capaciteit},{vraag})+{geleverd}",
    "regulier": "{vrij}-MAX(0,{plaatsingen}-{buiten})",
    "benodigd_percentage": 'IF({vrij}=0,"onbekend",100*{opgave}/{vrij})',
}
"""Equations 3 to 10 as formulas, in the order of the columns of the sheet Berekening."""

SOMMEN = (
    "opgave",
    "mutaties",
    "vrij",
    "capaciteit",
    "vraag",
    "tekort",
    "overschot",
    "plaatsingen",
    "regulier",
    "niet_geplaatst",
)
"""The columns of the sheet Regio that are sums over the gemeenten."""

GEGEVENS = {
    "code": "Gemeentecode",
    "gemeente": "Gemeente",
    "B": "Toewijzingen 2024",
    "M": "Mutaties 2024 die tellen",
    "M_alle": "Alle mutaties 2024",
    "x": "Maat van de sleutel",
    "w": "Gewicht volgens de sleutel",
    "aandeel": "Aandeel in de toewijzingen 2024",
    "p0": "Reservering 2024",
    "inzet": "Extra plekken van de gemeente",
}
"""The columns of the sheet Gegevens: the symbol in the formulas, and the heading."""

PADKOPPEN = (
    "Jaar",
    "Deel van de tijd",
    "Deel van de weg",
    "Ingroei van de reservering",
    "Ingroei van de verdeling",
    "Opgave van de regio",
    "Sociaal deel van het bouwprogramma",
)

FORMATEN = {"reservering": "fractie", "benodigd_percentage": "procent"}
"""The format of what is not a number of homes."""

ZONDER_MUTATIES = (
    "mutaties",
    "vrij",
    "capaciteit",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "geleverd",
    "plaatsingen",
    "regulier",
)
"""What rests on the mutaties of a gemeente: where those are not filled in, the cells say so."""


def koppen(namen: Mapping[str, str] | tuple[str, ...]) -> tuple[str, ...]:
    """Give the headings of columns; the format of a cell says that it is a percentage.

    Examples
    --------
    >>> koppen(("jaar", "benodigd_percentage"))
    ('Jaar', 'Benodigd percentage')
    """
    return tuple(kop(naam).removesuffix(" (%)") for naam in namen)


def werkboek(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Make the workbook of one scenario.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    stempel
        What every file says of itself: title, link, date, version and sources.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> werkboek(uitkomst, Stempel.van(uitkomst, "v=1"))[:2]
    b'PK'
    """
    bytes_ = BytesIO()
    opties: dict[str, Any] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    opties["default_format_properties"] = BASIS
    with Workbook(bytes_, opties) as boek:
        alles = Boek(boek, uitkomst)
        voor = voorblad(alles, stempel)
        _lees_mij(alles, stempel)
        _parameters(alles)
        _gegevens(alles)
        _pad(alles)
        _berekening(alles)
        _regio(alles)
        vul(alles, voor, _letters(_regiokolommen()), _letters(tuple(KOLOMMEN)))
        boek.set_properties({"title": f"Fair share in {stempel.regio}", "author": "Fair Share Verkenner"})
    return bytes_.getvalue()


def _letters(namen: tuple[str, ...]) -> dict[str, str]:
    """Say in which column of its sheet each figure stands."""
    return {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(namen)}


def _lees_mij(alles: Boek, stempel: Stempel) -> None:
    blad = alles.blad("Lees mij", ("Over dit bestand", ""), 24)
    blad.set_column(1, 1, 110)
    blad.hide_gridlines(2)
    rijen = [
        ("Rekenen", "Verander een geel vak op het blad Overzicht, Parameters of Gegevens; alle bladen rekenen mee."),
        (
            "Bladen",
            "Overzicht, Parameters, Gegevens, Pad (de groei per jaar), Berekening (per gemeente en jaar), Regio.",
        ),
        ("Afronding", "Er wordt nergens afgerond; alleen de weergave toont hele getallen."),
        ("Onbekend", "Een leeg geel vak is onbekend, geen nul; in de som van de regio telt het niet mee."),
        *stempel.regels()[:-1],
        *[(f"Bron: {bron}", wat) for bron, wat in stempel.bronnen.items()],
        *stempel.let_op(),
    ]
    for rij, (wat, tekst) in enumerate(rijen, start=1):
        alles.teksten(blad, rij, {0: wat, 1: tekst}, {0: 24, 1: 110})


def _parameters(alles: Boek) -> None:
    blad = alles.blad("Parameters", ("Parameter", "Waarde", "Eenheid", "Toelichting", "Bron", "Naam in formules"), 28)
    blad.set_column(1, 1, 20)
    blad.set_column(3, 4, 56)
    rij = 0
    for rij, (naam, gekozen) in enumerate(dict(alles.scenario).items(), start=1):
        wat = parameter(naam)
        if naam in EERST:
            cel = f"Overzicht!$B${5 + EERST.index(naam)}"
            toon = r.opgave_basis(alles.uitkomst.bron, alles.scenario) if naam == "opgave" else gekozen
            vorm = alles.vorm["knop" if wat.eenheid.startswith("procent") else "getal"]
            blad.write_formula(rij, 1, f'=IF({cel}="","{ONBEKEND}",{cel})', vorm, waarde(toon, ONBEKEND))
        elif naam in LEVEND:
            alles.invoer(blad, rij, 1, naam, gekozen)
        else:
            _vaste_waarde(alles, blad, rij, naam, gekozen)
        uitleg = "Verander dit op het blad Overzicht. " if naam in EERST else ""
        uitleg += wat.hulp if naam in LEVEND or naam == "inzet" else VAST
        _regel(alles, blad, rij, (wat.label, wat.eenheid, uitleg, wat.bron, f"p_{naam}"))
    erbij = r.statushouders(alles.uitkomst.bron, alles.scenario)
    graad = 100 * r.basisgraad(alles.uitkomst.bron)
    for naam, getal, vorm, regel in (
        ("statushouders_erbij", erbij, "getal", ("Statushouders erbij of eraf", "huishoudens per jaar")),
        ("mutatiegraad_2024", graad, "knop", ("Mutatiegraad die bij de mutaties van 2024 hoort", "procent")),
    ):
        rij += 1
        blad.write_number(rij, 1, getal, alles.vorm[vorm])
        alles.noem(naam, blad, rij, 1)
        _regel(alles, blad, rij, (*regel, VAST, "", f"p_{naam}"))


def _vaste_waarde(alles: Boek, blad: Any, rij: int, naam: str, gekozen: Any) -> None:
    """Write what cannot change here; formulas read years and choices, so those stay what they are."""
    if isinstance(gekozen, int | float):
        blad.write_number(rij, 1, gekozen, alles.vorm["label"])
    else:
        blad.write_string(
            rij, 1, gekozen if isinstance(gekozen, str) else parameter(naam).toon(gekozen), alles.vorm["label"]
        )
    alles.noem(naam, blad, rij, 1)


def _regel(alles: Boek, blad: Any, rij: int, teksten: tuple[str, ...]) -> None:
    """Write the words of a parameter around its value."""
    delen = dict(zip((0, 2, 3, 4, 5), teksten, strict=True))
    alles.teksten(blad, rij, delen, {0: 28, 2: 28, 3: 56, 4: 56, 5: 28})


def _gegevens(alles: Boek) -> None:
    regio, scenario, n = alles.uitkomst.bron, alles.scenario, alles.aantal
    blad = alles.blad("Gegevens", tuple(GEGEVENS.values()), 16, vast=2)
    basis = r.basis_mutaties(regio, scenario)[:, 0, 0]
    invoer, fractie = alles.vorm["invoer"], alles.vorm["fractie"]
    sleutel = (
        gewichten(regio, scenario) if scenario.sleutel == "mix" else regio.kolom(kolom_van(regio, scenario.sleutel))
    )
    w = gewichten(regio, scenario)
    aandeel = r.aandeel_2024(regio, w.reshape(-1, 1, 1))[:, 0, 0]
    p0 = np.broadcast_to(r.begin_reservering(regio, np.full((1, 1, 1), scenario.reservering / 100)), (n, 1, 1))[:, 0, 0]
    bekend, inzet = regio.volledig("toewijzingen_2024"), dict(scenario.inzet)
    eigen_begin = bekend and regio.volledig("mutaties_liberalisatiegrens")
    begin = "p_reservering/100" if regio.cijfer("reservering_start") is None else f"{p0[0]}"
    for i in range(n):
        rij = i + 1
        blad.write_string(rij, 0, regio.codes[i])
        blad.write_string(rij, 1, regio.namen[i])
        if bekend:
            blad.write_number(rij, 2, regio.kolom("toewijzingen_2024")[i], invoer)
            blad.write_number(rij, 4, regio.kolom("mutaties_liberalisatiegrens")[i], invoer)
        if np.isfinite(basis[i]):
            blad.write_number(rij, 3, basis[i], invoer)
        else:
            blad.write_blank(rij, 3, None, invoer)
        blad.write_number(rij, 5, sleutel[i], invoer)
        blad.write_formula(rij, 6, f"=F{rij + 1}/SUM(F$2:F${n + 1})", fractie, w[i])
        verdeeld = f"=IF(SUM(C$2:C${n + 1})=0,G{rij + 1},C{rij + 1}/SUM(C$2:C${n + 1}))"
        formule = verdeeld if bekend else f"=G{rij + 1}"
        blad.write_formula(rij, 7, formule, fractie, aandeel[i])
        eigen = f"=IF(E{rij + 1}=0,0,C{rij + 1}/E{rij + 1})"
        blad.write_formula(rij, 8, eigen if eigen_begin else f"={begin}", fractie, p0[i])
        blad.write_number(rij, 9, inzet.get(regio.codes[i], 0.0), invoer)


def _pad(alles: Boek) -> None:
    blad = alles.blad("Pad", PADKOPPEN)
    eigen = ingroeipad(alles.scenario)
    regionaal = alles.uitkomst.regio.opgave[:, 0]
    for j, jaar in enumerate(alles.uitkomst.jaren):
        rij = j + 2
        blad.write_number(j + 1, 0, jaar)
        blad.write_formula(j + 1, 1, f"=(A{rij}-(p_start-1))/(p_eind-(p_start-1))", alles.vorm["fractie"])
        vorm = PAD.format(t=f"B{rij}", jaar=f"A{rij}", eigen=float(eigen[j]))
        blad.write_formula(j + 1, 2, f"=IF(A{rij}>=p_eind,1,{vorm})", alles.vorm["fractie"], float(eigen[j]))
        for kolom, wat in ((3, "reservering"), (4, "verdeling")):
            blad.write_formula(j + 1, kolom, f'=IF(ISNUMBER(SEARCH("{wat}",p_groeit)),C{rij},1)', alles.vorm["fractie"])
        groei = f"(p_opgave+p_statushouders_erbij)*(1+p_groei/100)^(A{rij}-(p_start-1))"
        blad.write_formula(j + 1, 5, f'=IF(p_opgave="",NA(),{groei})', alles.vorm["getal"], waarde(regionaal[j]))
        blad.write_formula(j + 1, 6, f"=IF(A{rij}<=2030,0.3,0.23)", alles.vorm["fractie"])


def _berekening(alles: Boek) -> None:
    blad = alles.blad("Berekening", koppen(KOLOMMEN), vast=2)
    plaats, regio = _letters(tuple(KOLOMMEN)), _letters(_regiokolommen())
    for j, jaar in enumerate(alles.uitkomst.jaren):
        cijfers = {
            naam: alles.uitkomst.per_gemeente(naam, jaar)
            for naam in KOLOMMEN
            if hasattr(alles.uitkomst.gemeenten, naam)
        }
        for i in range(alles.aantal):
            rij = 2 + j * alles.aantal + i
            vorige = rij - alles.aantal
            verwijzing = {
                **{naam: f"{kolom}{rij}" for naam, kolom in plaats.items()},
                **{
                    f"vorige_{naam}": f"{plaats[kolom]}{vorige}" if j else "0"
                    for naam, kolom in (
                        ("nieuwbouw", "nieuwbouw"),
                        ("eerder", "eerder_gebouwd"),
                        ("niet_geplaatst", "niet_geplaatst"),
                    )
                },
                **{naam: f"Gegevens!{xl_col_to_name(k)}{i + 2}" for k, naam in enumerate(GEGEVENS)},
                **{
                    naam: f"Pad!{xl_col_to_name(k)}{j + 2}"
                    for k, naam in enumerate(("jaar", "", "", "f_r", "f_v", "O", "sociaal"))
                },
                "naam": f"Gegevens!B{i + 2}",
                "verevend": f"Regio!{regio['verevend']}{j + 2}",
                "som_tekort": f"Regio!{regio['tekort']}{j + 2}",
                "som_overschot": f"Regio!{regio['overschot']}{j + 2}",
            }
            for kolom, (naam, formule) in enumerate(KOLOMMEN.items()):
                vorm = None if kolom < 2 else alles.vorm[FORMATEN.get(naam, "getal")]
                bewaard = {"jaar": jaar, "gemeente": alles.uitkomst.bron.namen[i]}.get(naam)
                bewaard = waarde(cijfers[naam][i]) if naam in cijfers else bewaard
                blad.write_formula(rij - 1, kolom, "=" + formule.format(**verwijzing), vorm, bewaard or 0)
    _zeg_onbekend(alles, blad, plaats)


def _zeg_onbekend(alles: Boek, blad: Any, plaats: dict[str, str]) -> None:
    """Show a word, not 0, where the mutaties of a gemeente are not filled in; in the sums they count as 0."""
    laatste, tot = 1 + len(alles.uitkomst.jaren) * alles.aantal, alles.aantal + 1
    leeg = f'=INDEX(Gegevens!$D$2:$D${tot},MATCH($B2,Gegevens!$B$2:$B${tot},0))=""'
    for naam in ZONDER_MUTATIES:
        bereik = f"{plaats[naam]}2:{plaats[naam]}{laatste}"
        blad.conditional_format(bereik, {"type": "formula", "criteria": leeg, "format": alles.vorm["onbekend"]})


def _regiokolommen() -> tuple[str, ...]:
    return ("jaar", *SOMMEN, "verevend", "benodigd_percentage", "gemiste_plaatsingen")


def _regio(alles: Boek) -> None:
    namen = _regiokolommen()
    blad = alles.blad("Regio", koppen(namen), vast=1)
    plaats, bron = _letters(namen), _letters(tuple(KOLOMMEN))
    laatste = 1 + len(alles.uitkomst.jaren) * alles.aantal
    regio = alles.uitkomst.regio
    for j, jaar in enumerate(alles.uitkomst.jaren):
        rij = j + 2
        formules = {
            naam: f"=SUMIFS(Berekening!{bron[naam]}$2:{bron[naam]}${laatste},Berekening!$A$2:$A${laatste},A{rij})"
            for naam in SOMMEN
        }
        formules["verevend"] = f"=p_verevening/100*MIN({plaats['tekort']}{rij},{plaats['overschot']}{rij})"
        formules["benodigd_percentage"] = f"=100*{plaats['opgave']}{rij}/{plaats['vrij']}{rij}"
        formules["gemiste_plaatsingen"] = f"=SUM({plaats['niet_geplaatst']}$2:{plaats['niet_geplaatst']}{rij})"
        blad.write_number(j + 1, 0, jaar)
        for naam, formule in formules.items():
            reeks = (
                np.cumsum(regio.niet_geplaatst[:, 0]) if naam == "gemiste_plaatsingen" else getattr(regio, naam)[:, 0]
            )
            vorm = alles.vorm[FORMATEN.get(naam, "getal")]
            blad.write_formula(j + 1, namen.index(naam), formule, vorm, waarde(reeks[j]))
