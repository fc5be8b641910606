"""Charts: rows in, Vega-Lite specifications out, in one theme; used by pages and exports alike.

A specification holds no figures, so that it is built once and a screen only replaces its rows.
"""

from fairshare.grafieken.groeipad import paden, pad_rijen, per_gemeente, per_gemeente_rijen
from fairshare.grafieken.overzicht import balken, balken_rijen, kaart, kaart_rijen, MATEN
from fairshare.grafieken.thema import ronde_grens

__all__ = [
    "MATEN",
    "balken",
    "balken_rijen",
    "kaart",
    "kaart_rijen",
    "pad_rijen",
    "paden",
    "per_gemeente",
    "per_gemeente_rijen",
    "ronde_grens",
]
