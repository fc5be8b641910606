"""The workbook: data, parameters and the whole computation as live formulas, so that a changed percentage recomputes.

Every formula carries the engine's own figure as its stored value, for readers that do not compute. Text is written as
text: nothing that someone typed becomes a formula or a link.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst
from fairshare.model import rekenen as r
from fairshare.model.ingroeipad import ingroeipad
from fairshare.model.verdeelsleutel import gewichten, kolom_van
from fairshare.scenario import Scenario, parameter

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
    "benodigd_percentage": "IF({vrij}=0,NA(),100*{opgave}/{vrij})",
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

GEGEVENS = ("code", "gemeente", "B", "M", "M_alle", "x", "w", "aandeel", "p0", "inzet")


@dataclass(frozen=True)
class _Boek:
    """The workbook in the making, with what every sheet needs."""

    boek: Workbook
    uitkomst: Uitkomst
    vet: Any
    getal: Any
    fijn: Any
    invoer: Any

    @property
    def scenario(self) -> Scenario:
        return self.uitkomst.scenario

    @property
    def aantal(self) -> int:
        return len(self.uitkomst.bron.gemeenten)

    def blad(self, naam: str, koppen: tuple[str, ...], breed: int = 14) -> Any:
        """Add a sheet with bold headings that stay in sight."""
        blad = self.boek.add_worksheet(naam)
        blad.set_column(0, max(len(koppen) - 1, 0), breed)
        for kolom, kop in enumerate(koppen):
            blad.write_string(0, kolom, kop, self.vet)
        blad.freeze_panes(1, 0)
        return blad


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
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with Workbook(bytes_, opties) as boek:
        alles = _Boek(
            boek=boek,
            uitkomst=uitkomst,
            vet=boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            getal=boek.add_format({"num_format": "#,##0"}),
            fijn=boek.add_format({"num_format": "0.0000"}),
            invoer=boek.add_format({"bg_color": "#FFF4CC", "border": 1}),
        )
        _lees_mij(alles, stempel)
        _parameters(alles)
        _gegevens(alles)
        _pad(alles)
        _berekening(alles)
        _regio(alles)
    return bytes_.getvalue()


def _lees_mij(alles: _Boek, stempel: Stempel) -> None:
    blad = alles.blad("Lees mij", ("Fair Share Verkenner", ""), 28)
    blad.set_column(1, 1, 110)
    rijen = [
        *stempel.regels(),
        ("Rekenen", "Verander een geel vak op het blad Parameters of Gegevens; alle bladen rekenen mee."),
        ("Niet geplaatst", "Blad Regio, laatste rij, kolom niet_geplaatst."),
        ("Afronding", "Er wordt nergens afgerond; alleen de weergave toont hele getallen."),
        *[("Let op", zin) for zin in stempel.waarschuwingen],
    ]
    for rij, (kop, tekst) in enumerate(rijen, start=2):
        blad.write_string(rij, 0, kop, alles.vet)
        blad.write_string(rij, 1, tekst)


def _parameters(alles: _Boek) -> None:
    blad = alles.blad("Parameters", ("Parameter", "Waarde", "Eenheid", "Toelichting", "Bron"), 26)
    blad.set_column(3, 4, 70)
    rijen: list[tuple[str, Any, str, str, str]] = []
    for naam, waarde in dict(alles.scenario).items():
        wat = parameter(naam)
        inhoud = r.opgave_basis(alles.uitkomst.bron, alles.scenario) if naam == "opgave" else waarde
        uitleg = wat.hulp if naam in LEVEND or naam == "inzet" else VAST
        rijen.append(
            (naam, inhoud if isinstance(inhoud, int | float | str) else wat.toon(inhoud), wat.eenheid, uitleg, wat.bron)
        )
    statushouders = r.statushouders(alles.uitkomst.bron, alles.scenario)
    rijen.append(
        ("statushouders_erbij", statushouders, "huishoudens per jaar", "Wat statushouders bij de opgave doen", "")
    )
    graad = 100 * r.basisgraad(alles.uitkomst.bron)
    rijen.append(("mutatiegraad_2024", graad, "procent", "De mutatiegraad die bij de mutaties van 2024 hoort", ""))
    for rij, (naam, waarde, eenheid, uitleg, bron) in enumerate(rijen, start=1):
        blad.write_string(rij, 0, naam)
        vorm = alles.invoer if naam in LEVEND else None
        if isinstance(waarde, str):
            blad.write_string(rij, 1, waarde, vorm)
        else:
            blad.write_number(rij, 1, waarde, vorm)
        for kolom, tekst in enumerate((eenheid, uitleg, bron), start=2):
            blad.write_string(rij, kolom, tekst)
        alles.boek.define_name(f"p_{naam}", f"=Parameters!$B${rij + 1}")


def _gegevens(alles: _Boek) -> None:
    regio, scenario, n = alles.uitkomst.bron, alles.scenario, alles.aantal
    blad = alles.blad("Gegevens", GEGEVENS)
    basis = np.nan_to_num(r.basis_mutaties(regio, scenario)[:, 0, 0])
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
            blad.write_number(rij, 2, regio.kolom("toewijzingen_2024")[i], alles.invoer)
            blad.write_number(rij, 4, regio.kolom("mutaties_liberalisatiegrens")[i], alles.invoer)
        blad.write_number(rij, 3, basis[i], alles.invoer)
        blad.write_number(rij, 5, sleutel[i], alles.invoer)
        blad.write_formula(rij, 6, f"=F{rij + 1}/SUM(F$2:F${n + 1})", alles.fijn, w[i])
        verdeeld = f"=IF(SUM(C$2:C${n + 1})=0,G{rij + 1},C{rij + 1}/SUM(C$2:C${n + 1}))"
        formule = verdeeld if bekend else f"=G{rij + 1}"
        blad.write_formula(rij, 7, formule, alles.fijn, aandeel[i])
        eigen = f"=IF(E{rij + 1}=0,0,C{rij + 1}/E{rij + 1})"
        blad.write_formula(rij, 8, eigen if eigen_begin else f"={begin}", alles.fijn, p0[i])
        blad.write_number(rij, 9, inzet.get(regio.codes[i], 0.0), alles.invoer)


def _pad(alles: _Boek) -> None:
    blad = alles.blad("Pad", ("jaar", "tau", "f", "f_r", "f_v", "O", "sociaal"))
    eigen = ingroeipad(alles.scenario)
    regionaal = alles.uitkomst.regio.opgave[:, 0]
    for j, jaar in enumerate(alles.uitkomst.jaren):
        rij = j + 2
        blad.write_number(j + 1, 0, jaar)
        blad.write_formula(j + 1, 1, f"=(A{rij}-(p_start-1))/(p_eind-(p_start-1))", alles.fijn)
        vorm = PAD.format(t=f"B{rij}", jaar=f"A{rij}", eigen=float(eigen[j]))
        blad.write_formula(j + 1, 2, f"=IF(A{rij}>=p_eind,1,{vorm})", alles.fijn, float(eigen[j]))
        for kolom, wat in ((3, "reservering"), (4, "verdeling")):
            blad.write_formula(j + 1, kolom, f'=IF(ISNUMBER(SEARCH("{wat}",p_groeit)),C{rij},1)', alles.fijn)
        groei = f"(p_opgave+p_statushouders_erbij)*(1+p_groei/100)^(A{rij}-(p_start-1))"
        blad.write_formula(j + 1, 5, f"={groei}", alles.getal, _waarde(regionaal[j]))
        blad.write_formula(j + 1, 6, f"=IF(A{rij}<=2030,0.3,0.23)", alles.fijn)


def _berekening(alles: _Boek) -> None:
    blad = alles.blad("Berekening", tuple(KOLOMMEN))
    plaats = {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(KOLOMMEN)}
    regio = {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(_regiokolommen())}
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
                vorm = alles.fijn if naam == "reservering" else None if kolom < 2 else alles.getal
                waarde = {"jaar": jaar, "gemeente": alles.uitkomst.bron.namen[i]}.get(naam)
                waarde = _waarde(cijfers[naam][i]) if naam in cijfers else waarde
                blad.write_formula(rij - 1, kolom, "=" + formule.format(**verwijzing), vorm, waarde or 0)


def _regiokolommen() -> tuple[str, ...]:
    return ("jaar", *SOMMEN, "verevend", "benodigd_percentage", "gemiste_plaatsingen")


def _regio(alles: _Boek) -> None:
    namen = _regiokolommen()
    blad = alles.blad("Regio", namen)
    plaats = {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(namen)}
    bron = {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(KOLOMMEN)}
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
            vorm = alles.fijn if naam == "benodigd_percentage" else alles.getal
            blad.write_formula(j + 1, namen.index(naam), formule, vorm, _waarde(reeks[j]))


def _waarde(getal: float) -> float | str:
    """Give the stored value of a formula; unknown is an error value, never 0."""
    return float(getal) if np.isfinite(getal) else "#N/A"
