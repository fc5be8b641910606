"""Charts: rows in, Vega-Lite specifications out, in one theme; used by pages and exports alike.

A specification holds no figures, so that it is built once and a screen only replaces its rows.
"""

from fairshare.grafieken.front import front, front_grenzen, front_rijen, puntnaam
from fairshare.grafieken.groeipad import (
    gemeente_rijen,
    grens,
    grenzen,
    merkjaren,
    pad_rijen,
    paden,
    per_gemeente,
    per_gemeente_rijen,
    regio_reservering_rijen,
    reservering,
    reservering_rijen,
)
from fairshare.grafieken.lijnen import STREPEN, eigen_pad, lijnen
from fairshare.grafieken.omtrek import landkaart, landkaart_rijen
from fairshare.grafieken.overzicht import (
    MATEN,
    balken,
    balken_grens,
    balken_rijen,
    gelegd,
    kaart_rijen,
    kaart_van,
    toont_begin,
)
from fairshare.grafieken.rijen import (
    AFSPRAAK_REGULIER,
    aandeel_rijen,
    band_rijen,
    domein,
    eigen_pad_rijen,
    lijndomein,
    opbrengst_rijen,
    regulier_pad_rijen,
    regulier_rijen,
    ronde_rijen,
    saldo_rijen,
    sleutel_rijen,
    stand_rijen,
    tornado_rijen,
    vergelijk_rijen,
    voortgang_rijen,
    waterval_rijen,
)
from fairshare.grafieken.ruilkaart import ruilkaart, ruilkaart_rijen
from fairshare.grafieken.staven import staven
from fairshare.grafieken.stromen import stromen, stromen_rijen
from fairshare.grafieken.tekeningen import Ruimte, Tekening, schalen, teken
from fairshare.grafieken.thema import MEESTE, Rijen, groot, ronde_grens
from fairshare.grafieken.vlak import vlak, vlak_rijen

__all__ = [
    "AFSPRAAK_REGULIER",
    "MATEN",
    "MEESTE",
    "STREPEN",
    "Rijen",
    "Ruimte",
    "Tekening",
    "aandeel_rijen",
    "balken",
    "balken_grens",
    "balken_rijen",
    "band_rijen",
    "domein",
    "eigen_pad",
    "eigen_pad_rijen",
    "front",
    "front_grenzen",
    "front_rijen",
    "gelegd",
    "gemeente_rijen",
    "grens",
    "grenzen",
    "groot",
    "kaart_rijen",
    "kaart_van",
    "landkaart",
    "landkaart_rijen",
    "lijndomein",
    "lijnen",
    "merkjaren",
    "opbrengst_rijen",
    "pad_rijen",
    "paden",
    "per_gemeente",
    "per_gemeente_rijen",
    "puntnaam",
    "regio_reservering_rijen",
    "regulier_pad_rijen",
    "regulier_rijen",
    "reservering",
    "reservering_rijen",
    "ronde_grens",
    "ronde_rijen",
    "ruilkaart",
    "ruilkaart_rijen",
    "saldo_rijen",
    "schalen",
    "sleutel_rijen",
    "stand_rijen",
    "staven",
    "stromen",
    "stromen_rijen",
    "teken",
    "toont_begin",
    "tornado_rijen",
    "vergelijk_rijen",
    "vlak",
    "vlak_rijen",
    "voortgang_rijen",
    "waterval_rijen",
]
