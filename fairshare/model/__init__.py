"""The model: arrays in, a frozen outcome out.

Read ``vergelijkingen`` first; ``rekenen`` puts them in order.
"""

from fairshare.model.corporaties import per_corporatie, verdeel
from fairshare.model.hefbomen import Waterval, even_veel, optelsom, waterval
from fairshare.model.invoer import eigen_mutatiegraad, jaren, mutatiegraad, opgave, periode, taakstelling
from fairshare.model.kerncijfers import (
    Kerncijfers,
    OpDeLijn,
    afspraak,
    jaar_dicht,
    kader,
    kerncijfers,
    merken,
    op_de_lijn,
    zelfde_reservering,
)
from fairshare.model.monitoring import (
    Voortgang,
    realisatie_per_jaar,
    voortgang,
    voortgang_tabel,
    voortgang_zinnen,
)
from fairshare.model.nodig import Antwoord, Vlak, bereik, nodig, stand, toegepast, vlak, vlak_grenzen, vlak_tabel
from fairshare.model.omslag import Omslag, omslag
from fairshare.model.onzekerheid import AANTAL, INVOER, Bandbreedte, onzekerheid
from fairshare.model.profiel import Profiel, profiel, zinnen
from fairshare.model.regulier import Regulier, regulier
from fairshare.model.rekenen import bereken
from fairshare.model.sleutels import sleutels, tegenover_inwoners
from fairshare.model.solidariteit import GEEN_PLEK, Solidariteit, solidariteit
from fairshare.model.spel import (
    RONDES,
    Ronde,
    afspraken,
    bezwaren,
    bod_van,
    gehaald,
    laatste_ronde,
    met_bod,
    ronde_tabel,
    speel,
)
from fairshare.model.tabellen import (
    als_lijst,
    eindjaar,
    eindjaar_met_regio,
    gemeenten_tabel,
    gemist_tabel,
    pad_tabel,
    per_jaar,
    per_jaar_van,
    regio_tabel,
)
from fairshare.model.theorie import Theorie, anders_dan_cbs, naast_elkaar, theorie, verschillen
from fairshare.model.uitkomst import Gemeentecijfers, Regiocijfers, Uitkomst
from fairshare.model.verdeelsleutel import beginscenario, ontbrekend
from fairshare.model.vergelijken import (
    KOLOMMEN,
    Kandidaat,
    anders_gekozen,
    korte_naam,
    uitkomsten,
    van_kolom,
    van_uitkomst,
    vergelijk_per_gemeente,
    vergelijk_per_jaar,
)
from fairshare.model.waarschuwingen import suggestie_opgave, toerekening, waarschuwingen

__all__ = [
    "AANTAL",
    "GEEN_PLEK",
    "INVOER",
    "KOLOMMEN",
    "RONDES",
    "Antwoord",
    "Bandbreedte",
    "Gemeentecijfers",
    "Kandidaat",
    "Kerncijfers",
    "Omslag",
    "OpDeLijn",
    "Profiel",
    "Regiocijfers",
    "Regulier",
    "Ronde",
    "Solidariteit",
    "Theorie",
    "Uitkomst",
    "Vlak",
    "Voortgang",
    "Waterval",
    "afspraak",
    "afspraken",
    "als_lijst",
    "anders_dan_cbs",
    "anders_gekozen",
    "beginscenario",
    "bereik",
    "bereken",
    "bezwaren",
    "bod_van",
    "eigen_mutatiegraad",
    "eindjaar",
    "eindjaar_met_regio",
    "even_veel",
    "gehaald",
    "gemeenten_tabel",
    "gemist_tabel",
    "jaar_dicht",
    "jaren",
    "kader",
    "kerncijfers",
    "korte_naam",
    "laatste_ronde",
    "merken",
    "met_bod",
    "mutatiegraad",
    "naast_elkaar",
    "nodig",
    "omslag",
    "ontbrekend",
    "onzekerheid",
    "op_de_lijn",
    "opgave",
    "optelsom",
    "pad_tabel",
    "per_corporatie",
    "per_jaar",
    "per_jaar_van",
    "periode",
    "profiel",
    "realisatie_per_jaar",
    "regio_tabel",
    "regulier",
    "ronde_tabel",
    "sleutels",
    "solidariteit",
    "speel",
    "stand",
    "suggestie_opgave",
    "taakstelling",
    "tegenover_inwoners",
    "theorie",
    "toegepast",
    "toerekening",
    "uitkomsten",
    "van_kolom",
    "van_uitkomst",
    "verdeel",
    "vergelijk_per_gemeente",
    "vergelijk_per_jaar",
    "verschillen",
    "vlak",
    "vlak_grenzen",
    "vlak_tabel",
    "voortgang",
    "voortgang_tabel",
    "voortgang_zinnen",
    "waarschuwingen",
    "waterval",
    "zelfde_reservering",
    "zinnen",
]
