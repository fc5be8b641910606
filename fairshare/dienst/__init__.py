"""What the server answers beside the screens: figures at an address, and what every answer has in common.

Figures are judged and computed as on a screen, for other programs, over HTTP.
"""

from fairshare.dienst.adressen import KAMERS, VERSIE, adressen, bewaard_op
from fairshare.dienst.klein import Klein
from fairshare.dienst.lijn import verstuur_meteen, weiger_in_het_nederlands
from fairshare.dienst.pagina import Pagina, Voorproef
from fairshare.dienst.veilig import INSLUITERS, Veilig, insluiters

__all__ = [
    "INSLUITERS",
    "KAMERS",
    "VERSIE",
    "Klein",
    "Pagina",
    "Veilig",
    "Voorproef",
    "adressen",
    "bewaard_op",
    "insluiters",
    "verstuur_meteen",
    "weiger_in_het_nederlands",
]
