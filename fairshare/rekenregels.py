"""Every computed figure as a sentence: its parts between braces, and the function of the engine that computes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from fairshare.herkomst import BLADEN
from fairshare.model import vergelijkingen as v


@dataclass(frozen=True)
class Regel:
    """How a figure is computed: a sentence with the names of its parts between braces, and the function."""

    label: str
    soort: str
    zin: str
    symbolen: str
    reken: Callable[..., Any]


REGELS = {
    "niet_geplaatst": Regel(
        "Niet geplaatst", "aantal", "{tekort} × (1 − {deel_verevend})",
        r"\text{tekort}\,(1-\text{verevend}/\textstyle\sum\text{tekort})", lambda tekort, deel: tekort * (1 - deel),
    ),
    "deel_verevend": Regel(
        "Deel van elk tekort dat wordt verevend", "deel", "{verevend} ÷ {tekort_regio}",
        r"\text{verevend}/\textstyle\sum\text{tekort}", lambda verevend, som: v.verevend_deel(som, verevend),
    ),
    "verevend": Regel(
        "Verevend in de regio", "aantal", "{verevening} × het kleinste van {tekort_regio} en {overschot_regio}",
        r"\text{verevening}\times\min(\textstyle\sum\text{tekort},\sum\text{overschot})",
        lambda deel, kort, over: v.verevening(kort, over, deel),
    ),
    "tekort": Regel(
        "Tekort", "aantal", "{vraag} − {capaciteit}, minstens 0", r"\max(0,\text{vraag}-\text{capaciteit})", v.tekort
    ),
    "vraag": Regel(
        "Vraag", "aantal", "{opgave} + (1 − {uitval}) × {achterstand}", r"\text{opgave}_{it}+(1-\text{uitval})\,A_{i,t-1}",
        lambda opgave, uitval, achterstand: opgave + (1 - uitval) * achterstand,
    ),
    "overschot": Regel(
        "Overschot", "aantal", "{capaciteit} − {vraag}, minstens 0", r"\max(0,\text{capaciteit}-\text{vraag})",
        lambda capaciteit, vraag: v.overschot(vraag, capaciteit),
    ),
    "opgave": Regel(
        "Opgave", "aantal", "{opgave_regio} × ((1 − {verdeling_gegroeid}) × {aandeel_2024} + {verdeling_gegroeid} × {gewicht})",
        r"O_t\,[(1-f_v)\,B_i/\textstyle\sum B+f_v\,w_i]",
        lambda regio, f_v, aandeel, gewicht: v.opgave(regio, aandeel, gewicht, f_v),
    ),
    "capaciteit": Regel(
        "Capaciteit", "aantal", "{reservering} × {vrij} + {buiten}", r"r_{it}\,\text{vrij}_{it}+Z_{it}", v.capaciteit
    ),
    "reservering": Regel(
        "Reservering", "deel", "{begin_reservering} + ({doel} − {begin_reservering}) × {reservering_gegroeid}",
        r"p^0_i+(r-p^0_i)\,f_r", v.reservering,
    ),
    "vrij": Regel(
        "Vrijkomende woningen", "aantal", "{mutaties} + {nieuwbouw} + {doorstroming} × {gewicht}",
        r"\text{mutaties}+\text{nieuwbouw}+\text{doorstroming}\,w_i", v.vrij,
    ),
    "mutaties": Regel(
        "Mutaties", "aantal", "{mutaties_2024} × {mutatiegraad} ÷ {mutatiegraad_2024} + {mutatiegraad} × {eerder_gebouwd}",
        r"M_i\,\mu/\mu_0+\mu\textstyle\sum\text{nieuwbouw}", v.mutaties,
    ),
    "geleverd": Regel(
        "Geleverd aan anderen", "aantal", "{overschot} × {verevend} ÷ {overschot_regio}",
        r"\text{overschot}\,\text{verevend}/\textstyle\sum\text{overschot}",
        lambda overschot, verevend, som: overschot * v.verevend_deel(som, verevend),
    ),
    "plaatsingen": Regel(
        "Plaatsingen", "aantal", "het kleinste van {capaciteit} en {vraag}, + {geleverd}",
        r"\min(\text{capaciteit},\text{vraag})+\text{geleverd}",
        lambda capaciteit, vraag, geleverd: v.plaatsingen(vraag, capaciteit, geleverd),
    ),
    "regulier": Regel(
        "Regulier", "aantal", "{vrij} − ({plaatsingen} − {buiten}, minstens 0)",
        r"\text{vrij}-\max(0,\text{plaatsingen}-Z)", v.regulier,
    ),
    "benodigd_percentage": Regel(
        "Benodigd percentage", "percentage", "100 × {opgave} ÷ {vrij}", r"100\,\text{opgave}/\text{vrij}",
        v.benodigd_percentage,
    ),
    "ontvangen": Regel(
        "Van anderen", "aantal", "{tekort} − {niet_geplaatst}", r"\text{tekort}-\text{niet geplaatst}",
        lambda tekort, over: tekort - over,
    ),
    "saldo": Regel(
        "Geplaatst min fair share", "aantal", "{plaatsingen} − {opgave}", r"\text{plaatsingen}-\text{opgave}",
        lambda plaatsingen, opgave: plaatsingen - opgave,
    ),
    "regulier_2024": Regel(
        "Regulier in 2024", "aantal", "{mutaties_toen} − {toewijzingen_2024}", r"M_i-B_i", lambda toen, urgent: toen - urgent
    ),
    "verdringing": Regel(
        "Verdringing", "aantal", "{regulier_2024} − {regulier}, minstens 0",
        r"\max(0,\text{regulier}_{2024}-\text{regulier})", v.tekort,
    ),
}  # fmt: skip
"""The computed figures of a gemeente. The parts of a sentence come in the order of the arguments of the function."""

SOMMEN = {
    naam: REGELS[naam].label
    for naam in ("vraag", "tekort", "overschot", "capaciteit", "mutaties", "vrij", "plaatsingen", "regulier")
} | {"buiten": BLADEN["buiten"].label}
"""The figures of the region that are the sum of those of the gemeenten."""

REGIO_REGELS = {
    "niet_geplaatst": Regel(
        "Niet geplaatst", "aantal", "{tekort} − {verevend}", r"\textstyle\sum\text{tekort}-\text{verevend}",
        lambda tekort, verevend: tekort - verevend,
    ),
    "verevend": replace(REGELS["verevend"], zin="{verevening} × het kleinste van {tekort} en {overschot}"),
    "opgave": Regel(
        "Opgave", "aantal", "({opgave_basis} + {statushouders}) × (1 + {groei}) tot de macht {verstreken}",
        r"(\text{opgave}+\text{statushouders})\,(1+\text{groei})^{t-b}",
        lambda basis, statushouders, groei, verstreken: v.regionale_opgave(basis + statushouders, groei, verstreken),
    ),
    "benodigd_percentage": REGELS["benodigd_percentage"],
    "omslag_reservering": Regel(
        "Reservering die het gat dicht", "percentage", "100 × ({opgave} − {buiten}) ÷ {vrij}, minstens 0",
        r"100\,(O_T-\textstyle\sum Z)/\sum\text{vrij}", lambda opgave, buiten, vrij: np.maximum(0.0, 100 * (opgave - buiten) / vrij),
    ),
    "omslag_mutatiegraad": Regel(
        "Mutatiegraad die het gat dicht", "percentage",
        "100 × {mutatiegraad} × (({opgave} − {buiten}) ÷ {doel} − {vast}) ÷ {mutaties}, minstens 0",
        r"100\,\mu\,\big((O_T-\textstyle\sum Z)/r-(\sum\text{vrij}-\sum\text{mutaties})\big)/\sum\text{mutaties}",
        lambda graad, opgave, buiten, doel, vast, mutaties: np.maximum(0.0, 100 * graad * ((opgave - buiten) / doel - vast) / mutaties),
    ),
    "omslag_extra_plekken": Regel(
        "Extra plekken die het gat dichten", "aantal", "{opgave} − {capaciteit}, minstens 0",
        r"\max(0,O_T-\textstyle\sum\text{capaciteit})", v.tekort,
    ),
    "vast": Regel(
        "Vrij zonder mutaties", "aantal", "{vrij} − {mutaties}", r"\textstyle\sum\text{vrij}-\sum\text{mutaties}",
        lambda vrij, mutaties: vrij - mutaties,
    ),
}  # fmt: skip
"""The computed figures of the region."""
