"""The model: arrays in, a frozen outcome out.

Read ``vergelijkingen`` first; ``rekenen`` puts them in order.
"""

from fairshare.model.kerncijfers import Kerncijfers, afspraak, jaar_dicht, kerncijfers, merken
from fairshare.model.omslag import Omslag, omslag
from fairshare.model.profiel import Profiel, profiel, zinnen
from fairshare.model.rekenen import bereken
from fairshare.model.sleutels import sleutels, tegenover_inwoners
from fairshare.model.tabellen import (
    als_lijst,
    eindjaar,
    eindjaar_met_regio,
    gemeenten_tabel,
    pad_tabel,
    per_jaar,
    regio_tabel,
    reservering_tabel,
)
from fairshare.model.theorie import Theorie, anders_dan_cbs, theorie, verschillen
from fairshare.model.uitkomst import Gemeentecijfers, Regiocijfers, Uitkomst
from fairshare.model.verdeelsleutel import ontbrekend
from fairshare.model.waarschuwingen import suggestie_opgave, toerekening, waarschuwingen

__all__ = [
    "Gemeentecijfers",
    "Kerncijfers",
    "Omslag",
    "Profiel",
    "Regiocijfers",
    "Theorie",
    "Uitkomst",
    "afspraak",
    "als_lijst",
    "anders_dan_cbs",
    "bereken",
    "eindjaar",
    "eindjaar_met_regio",
    "gemeenten_tabel",
    "jaar_dicht",
    "kerncijfers",
    "merken",
    "omslag",
    "ontbrekend",
    "pad_tabel",
    "per_jaar",
    "profiel",
    "regio_tabel",
    "reservering_tabel",
    "sleutels",
    "suggestie_opgave",
    "tegenover_inwoners",
    "theorie",
    "toerekening",
    "verschillen",
    "waarschuwingen",
    "zinnen",
]
