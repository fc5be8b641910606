"""Dutch numbers and words for a screen: rounded once, half up; unknown stays unknown."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, inf, isfinite

ONBEKEND = "onbekend"

_MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

_NAAR_NEDERLANDS = str.maketrans(",.-", ".,−")
RUIS = 9
"""Decimals beyond which a float is noise: 214.49999999999997 is 214.5."""

NIETS = 1e-6
"""Less than this is the noise of floats [homes]."""

NAUWKEURIG = 1e-7
"""So exactly is a need known: it was searched for."""

_EXACT = 1_000_000
"""Below this a float that is free of noise can be added to without rounding."""


def afgerond(getal: float, decimalen: int = 0) -> Decimal:
    """Round half up, as the sources do; the noise of floating point does not count.

    Examples
    --------
    >>> afgerond(214.49999999999997)
    Decimal('215')
    """
    ruisvrij = Decimal(repr(round(float(getal), RUIS)))
    rond = ruisvrij.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    return abs(rond) if rond == 0 else rond


def getal(waarde: float | None, decimalen: int = 0) -> str:
    """Write a number the Dutch way, with a real minus sign.

    Examples
    --------
    >>> getal(1170), getal(214.5), getal(5.714, 2), getal(-3), getal(None)
    ('1.170', '215', '5,71', '−3', 'onbekend')
    """
    if waarde is None or not isfinite(waarde):
        return ONBEKEND
    if not decimalen and -_EXACT < waarde < _EXACT:  # the same, ten times as fast
        heel = int(round(abs(float(waarde)), RUIS) + 0.5)
        return f"{'−' if waarde < 0 and heel else ''}{heel:,}".replace(",", ".")
    return f"{afgerond(waarde, decimalen):,f}".translate(_NAAR_NEDERLANDS)


def precies(waarde: float, meeste: int = 6) -> str:
    """Write a number with as many decimals as it has, at most ``meeste``.

    Examples
    --------
    >>> precies(58.0), precies(214.5), precies(36.7346938)
    ('58', '214,5', '36,734694')
    """
    tekst = getal(waarde, meeste)
    return tekst.rstrip("0").rstrip(",") if "," in tekst else tekst


def aantal(waarde: float) -> str:
    """Write a number of homes or households; what rounds to 0 and is not 0 is said.

    Examples
    --------
    >>> aantal(214.5), aantal(0.3), aantal(0.0)
    ('215', 'minder dan 1', '0')
    """
    return "minder dan 1" if waarde > NIETS and getal(waarde) == "0" else getal(waarde)


def plekken(waarde: float) -> str:
    """Write a number of places.

    Examples
    --------
    >>> plekken(87.0), plekken(1.0), plekken(0.3)
    ('87 plekken', '1 plek', 'minder dan 1 plek')
    """
    return f"{aantal(waarde)} {'plek' if is_een(waarde) else 'plekken'}"


def is_een(waarde: float) -> bool:
    """Whether it is read as one."""
    return aantal(waarde) in ("1", "minder dan 1")


def procent(waarde: float | None, decimalen: int = 0) -> str:
    """Write a percentage (0-100) the Dutch way.

    Examples
    --------
    >>> procent(36.7347, 1), procent(58)
    ('36,7%', '58%')
    """
    tekst = getal(waarde, decimalen)
    return tekst if tekst == ONBEKEND else f"{tekst}%"


def jaartal(jaar: float | None) -> str:
    """Write a year, without a point.

    Examples
    --------
    >>> jaartal(2035.0), jaartal(None)
    ('2035', 'onbekend')
    """
    return ONBEKEND if jaar is None or not isfinite(jaar) else f"{jaar:.0f}"


def verschil(waarde: float | None, decimalen: int = 0) -> str:
    """Write a change with its sign; no change is "0".

    Examples
    --------
    >>> verschil(-159.25), verschil(11.0), verschil(0.0)
    ('−159', '+11', '0')
    """
    tekst = getal(waarde, decimalen)
    if tekst == ONBEKEND:
        return tekst
    return f"+{tekst}" if waarde and waarde > 0 and tekst.strip("0,") else tekst


def meer_of_minder(waarde: float | None, waarvan: str) -> str:
    """Write a change in words.

    Examples
    --------
    >>> meer_of_minder(-60.2, "zonder woning"), meer_of_minder(11.0, "plekken"), meer_of_minder(0.2, "plekken")
    ('60 minder zonder woning', '11 meer plekken', 'evenveel')
    """
    if waarde is None or not isfinite(waarde):
        return ONBEKEND
    rond = afgerond(waarde)
    return f"{getal(abs(waarde))} {'meer' if rond > 0 else 'minder'} {waarvan}" if rond else "evenveel"


def van_naar(eerst: float, straks: float) -> str:
    """Say as the rest of a sentence how a figure goes, or that it stays.

    Examples
    --------
    >>> van_naar(811.2, 955.5), van_naar(1170.0, 1170.0)
    ('gaat van 811 naar 956', 'blijft 1.170')
    """
    toen, dan = getal(eerst), getal(straks)
    return f"blijft {toen}" if toen == dan else f"gaat van {toen} naar {dan}"


def gemist_of_ingehaald(waarde: float) -> str:
    """Say as the rest of a sentence how many placements are missed, or caught up.

    Examples
    --------
    >>> gemist_of_ingehaald(2867.25), gemist_of_ingehaald(-359.0)
    ('missen we samen 2.867 plaatsingen', 'halen we samen 359 plaatsingen in')
    """
    return (
        f"halen we samen {getal(-waarde)} plaatsingen in"
        if afgerond(waarde) < 0
        else f"missen we samen {getal(waarde)} plaatsingen"
    )


def nodig(waarde: float, decimalen: int = 0) -> float:
    """Round a need up to the last digit that is shown, so that what is shown suffices; the noise of floats does not count.

    Examples
    --------
    >>> nodig(36.7347, 1), nodig(6.9918, 2), nodig(58.0, 1), nodig(5.9931, 2)
    (36.8, 7.0, 58.0, 6.0)
    """
    schaal = 10.0**decimalen
    if not isfinite(waarde):
        return waarde
    return float(ceil(schaal * (waarde - NAUWKEURIG)) / schaal)


def benodigd(waarde: float, decimalen: int = 1) -> str:
    """Write a percentage that is needed, rounded up; where none would be enough (infinite) it is not there.

    Examples
    --------
    >>> benodigd(36.7347), benodigd(float("nan")), benodigd(float("inf"))
    ('36,8%', 'onbekend', 'bestaat niet')
    """
    if waarde == inf:
        return NOOIT
    return procent(nodig(waarde, decimalen), decimalen)


NOOIT = "bestaat niet"
"""What is written for a need that no value meets."""


def minstens(waarde: float | None, schrijf: Callable[[float, int], str], decimalen: int = 0) -> str:
    """Write a need, rounded up so that what stands there suffices; of one that no value meets that it is not there.

    Examples
    --------
    >>> minstens(36.7347, procent, 1), minstens(None, procent)
    ('36,8%', 'bestaat niet')
    """
    return NOOIT if waarde is None else schrijf(nodig(waarde, decimalen), decimalen)


def opsomming(namen: tuple[str, ...] | list[str]) -> str:
    """Join names as a Dutch sentence does.

    Examples
    --------
    >>> opsomming(["Epe", "Hattem", "Heerde"])
    'Epe, Hattem en Heerde'
    """
    return " en ".join([", ".join(namen[:-1]), namen[-1]]) if len(namen) > 1 else "".join(namen)


MEESTE_OP_RIJ, EERSTE = 9, 3
"""More names than these are counted, after the first of them."""


def opsomming_kort(namen: tuple[str, ...] | list[str]) -> str:
    """Join names, the most telling first; of many only those and how many more there are.

    Examples
    --------
    >>> opsomming_kort(["Epe", "Hattem"]), opsomming_kort(["Epe", "Hattem", "Heerde", *"ABCDEFGH"])
    ('Epe en Hattem', 'Epe, Hattem, Heerde en nog 8 gemeenten')
    """
    if len(namen) <= MEESTE_OP_RIJ:
        return opsomming(namen)
    return opsomming([*namen[:EERSTE], f"nog {len(namen) - EERSTE} gemeenten"])


def datum(dag: date) -> str:
    """Write a date the Dutch way.

    Examples
    --------
    >>> datum(date(2026, 3, 2))
    '2 maart 2026'
    """
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def deel_van(getoond: int, alle: int) -> str:
    """Say behind the title of a chart that it shows a part of the gemeenten, where it does.

    Examples
    --------
    >>> deel_van(30, 342), deel_van(9, 9)
    ('; 30 van de 342 gemeenten', '')
    """
    return f"; {getoond} van de {alle} gemeenten" if getoond < alle else ""


def halfjaar(periode: str) -> str:
    """Write a half-year as words.

    Examples
    --------
    >>> halfjaar("2026-1")
    '1e halfjaar 2026'
    """
    jaar, deel = periode.split("-")
    return f"{deel}e halfjaar {jaar}"
