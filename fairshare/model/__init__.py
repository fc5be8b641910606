"""The model: arrays in, a frozen outcome out.

Read ``vergelijkingen`` first; ``rekenen`` puts them in order.
"""

from fairshare.model.omslag import Omslag, omslag
from fairshare.model.rekenen import bereken
from fairshare.model.tabellen import als_lijst, eindjaar, gemeenten_tabel, regio_tabel
from fairshare.model.uitkomst import Gemeentecijfers, Regiocijfers, Uitkomst
from fairshare.model.waarschuwingen import suggestie_opgave, toerekening, waarschuwingen

__all__ = [
    "Gemeentecijfers",
    "Omslag",
    "Regiocijfers",
    "Uitkomst",
    "als_lijst",
    "bereken",
    "eindjaar",
    "gemeenten_tabel",
    "omslag",
    "regio_tabel",
    "suggestie_opgave",
    "toerekening",
    "waarschuwingen",
]
