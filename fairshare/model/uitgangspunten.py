"""With which opgave a region can begin that knows none: starting points with their source, to choose from."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from fairshare.gegevens import Regio, lees_landelijk_register, lees_regio
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verdeelsleutel import beginscenario, gewichten
from fairshare.opmaak import getal

VOORBEELD = "stedendriehoek"
"""The region whose opgave per inhabitant is a starting point."""


@dataclass(frozen=True)
class Uitgangspunt:
    """An opgave to begin with; none is ever chosen by itself."""

    naam: str
    opgave: int
    uitleg: str
    bron: str


def uitgangspunten(regio: Regio) -> tuple[Uitgangspunt, ...]:
    """Give the starting points that the figures of a region allow.

    Examples
    --------
    >>> [een.opgave for een in uitgangspunten(lees_regio("gmr"))]
    [2038, 1938]
    """
    return (*_derde(regio), *_per_inwoner(regio))


def zonder_opgave(uitkomst: Uitkomst) -> dict[str, list[Any]]:
    """Give of every gemeente what is known without an opgave: its part of any opgave [percent], mutaties and capaciteit.

    Examples
    --------
    >>> tabel = zonder_opgave(bereken(lees_regio("gmr"), beginscenario(lees_regio("gmr"))))
    >>> tabel["naam"][0], round(tabel["deel"][0], 1)
    ('Arnhem', 21.7)
    """
    heel = in_het_jaar(uitkomst, ("mutaties", "capaciteit"))
    deel = (100 * gewichten(uitkomst.bron, uitkomst.scenario)).tolist()
    return {"deel": deel} | {naam: kolom[:-1] for naam, kolom in heel.items()}


def _derde(regio: Regio) -> tuple[Uitgangspunt, ...]:
    cijfer = lees_landelijk_register().cijfers["opgave_aandeel"]
    mutaties = float(bereken(regio, beginscenario(regio), opgave=0).regio.mutaties[0, 0])
    if not mutaties or not np.isfinite(mutaties) or cijfer.waarde is None:
        return ()
    uitleg = f"Een derde van {getal(mutaties)} mutaties per jaar"
    opgave = round(mutaties * cijfer.waarde / 100)
    return (Uitgangspunt("Een derde van de mutaties", opgave, uitleg, f"{cijfer.bron}, een figuur zonder getallen"),)


def _per_inwoner(regio: Regio) -> tuple[Uitgangspunt, ...]:
    voorbeeld = lees_regio(VOORBEELD)
    opgave, daar = voorbeeld.cijfer("opgave"), float(voorbeeld.kolom("inwoners_2024").sum())
    hier = float(regio.kolom("inwoners_2024").sum())
    if not hier > 0 or opgave is None:
        return ()
    uitleg = f"{getal(opgave)} huishoudens op {getal(daar)} inwoners, voor {getal(hier)} inwoners"
    bron = voorbeeld.register.cijfers["opgave"].bron
    return (Uitgangspunt("Zoals de Stedendriehoek", round(opgave * hier / daar), uitleg, bron),)
