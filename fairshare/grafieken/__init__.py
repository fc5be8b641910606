"""Charts: rows in, Vega-Lite specifications out, in one theme; used by pages and exports alike.

A specification holds no figures, so that it is built once and a screen only replaces its rows.
"""

from fairshare.grafieken.groeipad import (
    grenzen,
    pad_rijen,
    paden,
    per_gemeente,
    per_gemeente_rijen,
    reservering,
    reservering_rijen,
)
from fairshare.grafieken.overzicht import MATEN, balken, balken_rijen, kaart, kaart_rijen
from fairshare.grafieken.thema import ronde_grens

__all__ = [
    "MATEN",
    "balken",
    "balken_rijen",
    "grenzen",
    "kaart",
    "kaart_rijen",
    "pad_rijen",
    "paden",
    "per_gemeente",
    "per_gemeente_rijen",
    "reservering",
    "reservering_rijen",
    "ronde_grens",
]
