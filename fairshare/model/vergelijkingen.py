"""The equations, each once, in the order in which data flows. Arrays in, arrays out; nothing is rounded.

The name of a function is the figure, the names of its arguments are its parts (:mod:`fairshare.model.graaf`). Every array
broadcasts to (gemeente, jaar, scenario). Units are homes (= households) per year; shares are fractions. The engine, the
explanation, the LaTeX, the workbook and ``docs/rekenregels.md`` all come from these functions: nothing of them is written
down anywhere else. A function whose name begins with ``_`` is a piece that equations share.
"""

import numpy as np
from numpy.typing import NDArray

from fairshare.model.graaf import vergelijking

Reeks = NDArray[np.float64]


def _per(deel: Reeks, geheel: Reeks) -> Reeks:
    """Divide; of nothing the part is 0."""
    return np.where(geheel == 0, 0.0, deel / geheel)


def _of_onbekend(deel: Reeks, geheel: Reeks) -> Reeks:
    """Divide; of nothing, or less than nothing, the part is unknown."""
    return np.where(geheel > 0, deel / geheel, np.nan)


def _verstreken(jaar: Reeks, begin: Reeks, einde: Reeks) -> Reeks:
    """Give the part of the time of a path that has passed at the end of a year."""
    return (jaar - begin + 1) / (einde - begin + 1)


def _weg(tijd: Reeks, jaar: Reeks, begin: Reeks, einde: Reeks, pad: Reeks, eigen: Reeks) -> Reeks:
    """Give the part of the way that a path has covered in a year."""
    trap = np.where(jaar <= np.floor((begin + einde) / 2), 1 / 3, 2 / 3)
    smal = np.where(pad == "s-curve", 3 * tijd**2 - 2 * tijd**3, np.where(pad == "trap", trap, eigen))
    krom = np.where(pad == "versneld", 1 - (1 - tijd) ** 2, np.where(pad == "vertraagd", tijd**2, smal))
    vorm = np.where(pad == "direct", 1.0, np.where(pad == "lineair", tijd, krom))
    return np.where(jaar < begin, 0.0, np.where(jaar >= einde, 1.0, vorm))


def _vanaf(jaar: Reeks, begin: Reeks) -> Reeks:
    """Give 1 from a year on, 0 before it."""
    return np.where(jaar < begin, 0.0, 1.0)


def _groeit(groeit: Reeks, wat: str) -> Reeks:
    """Whether something grows in along the path."""
    return (groeit == "reservering,verdeling") | (groeit == wat)  # type: ignore[no-any-return]


@vergelijking("Verstreken deel van het pad", 0, soort="deel", symbool=r"\tau")
def tijd(jaar: Reeks, start: Reeks, eind: Reeks) -> Reeks:
    """How much of the time of the path has passed.

    Examples
    --------
    >>> tijd(np.array([2026, 2035]), 2026, 2035)
    array([0.1, 1. ])
    """
    return _verstreken(jaar, start, eind)


@vergelijking("Ingegroeide verdeling", 0, soort="deel", symbool=r"f_v")
def verdeling_ingegroeid(
    toewijzingen_bekend: Reeks,
    tijd: Reeks,
    jaar: Reeks,
    start: Reeks,
    eind: Reeks,
    pad: Reeks,
    eigen_pad: Reeks,
    groeit: Reeks,
) -> Reeks:
    """How far the distribution has grown from that of 2024 to the verdeelsleutel.

    Examples
    --------
    >>> verdeling_ingegroeid("ja", np.array([0.0, 0.1, 1.0]), np.array([2025, 2026, 2035]), 2026, 2035, "lineair", np.nan, "verdeling")
    array([0. , 0.1, 1. ])
    """
    weg = np.where(_groeit(groeit, "verdeling"), _weg(tijd, jaar, start, eind, pad, eigen_pad), _vanaf(jaar, start))
    return np.where(toewijzingen_bekend == "ja", weg, 1.0)


@vergelijking("Eindjaar van de reservering", 0, soort="jaartal", symbool=r"T_i")
def eind_reservering(afwijking_jaar: Reeks, eind: Reeks) -> Reeks:
    """The year in which the reservering of a gemeente is complete: that of its afwijking, else the end year.

    Examples
    --------
    >>> eind_reservering(np.array([np.nan, 2030.0]), np.array(2035.0))
    array([2035., 2030.])
    """
    return np.where(np.isnan(afwijking_jaar), eind, afwijking_jaar)


@vergelijking("Verstreken deel van het pad van de reservering", 0, soort="deel", symbool=r"\tau_i")
def tijd_reservering(jaar: Reeks, start: Reeks, eind_reservering: Reeks) -> Reeks:
    """How much of the time of the path of the reservering of a gemeente has passed.

    Examples
    --------
    >>> tijd_reservering(np.array([2026, 2030]), 2026, 2030)
    array([0.2, 1. ])
    """
    return _verstreken(jaar, start, eind_reservering)


@vergelijking("Ingegroeide reservering", 0, soort="deel", symbool=r"f_{r,i}")
def reservering_ingegroeid(
    tijd_reservering: Reeks,
    jaar: Reeks,
    start: Reeks,
    eind_reservering: Reeks,
    pad: Reeks,
    eigen_pad_reservering: Reeks,
    groeit: Reeks,
) -> Reeks:
    """How far the reservering has grown from that of 2024 to what is agreed.

    Examples
    --------
    >>> reservering_ingegroeid(np.array([0.0, 0.2]), np.array([2025, 2026]), 2026, 2030, "lineair", np.nan, "reservering")
    array([0. , 0.2])
    """
    weg = _weg(tijd_reservering, jaar, start, eind_reservering, pad, eigen_pad_reservering)
    return np.where(_groeit(groeit, "reservering"), weg, _vanaf(jaar, start))


@vergelijking("Groei van de opgave sinds het begin", 2, soort="factor", symbool=r"G_t")
def groeifactor(groei: Reeks, jaar: Reeks, periode_begin: Reeks) -> Reeks:
    """How many times the opgave of before the period a year has.

    Examples
    --------
    >>> float(groeifactor(np.array(0.02), np.array(2027.0), np.array(2026.0)))
    1.0404
    """
    return (1 + groei) ** (jaar - periode_begin + 1)


@vergelijking("Opgave voor de groei", 2, symbool=r"\text{basis}")
def opgave_basis(gekozen_opgave: Reeks, statushouders: Reeks, taakstelling: Reeks, eigen_taakstelling: Reeks) -> Reeks:
    """Homes needed before growth, under the reading of statushouders; the chosen opgave holds the region's own number of them.

    Examples
    --------
    >>> [float(opgave_basis(1170.0, lezing, 348.0, 348.0)) for lezing in ("inclusief", "zonder_voorrang", "bovenop")]
    [1170.0, 822.0, 1518.0]
    """
    return gekozen_opgave + np.where(
        statushouders == "bovenop",
        taakstelling,
        np.where(statushouders == "zonder_voorrang", -eigen_taakstelling, taakstelling - eigen_taakstelling),
    )


@vergelijking("Opgave van de regio", 2, symbool=r"O_t")
def opgave_regio(opgave_basis: Reeks, groeifactor: Reeks, herhuisvesting: Reeks, sloop: Reeks) -> Reeks:
    """Homes that the region needs in a year.

    Examples
    --------
    >>> float(opgave_regio(1170.0, 1.0, 0.5, 100.0))
    1220.0
    """
    return opgave_basis * groeifactor + herhuisvesting * sloop


@vergelijking("Aandeel in de toewijzingen van 2024", 3, soort="deel", symbool=r"b_i")
def aandeel_2024(
    toewijzingen_2024: Reeks, som_toewijzingen_2024: Reeks, gewicht: Reeks, toewijzingen_bekend: Reeks
) -> Reeks:
    """How 2024 distributed urgenten; where that is unknown, the verdeelsleutel.

    Examples
    --------
    >>> float(aandeel_2024(38.0, 760.0, 0.1, "ja")), float(aandeel_2024(np.nan, np.nan, 0.1, "nee"))
    (0.05, 0.1)
    """
    return np.where(toewijzingen_bekend == "ja", toewijzingen_2024 / som_toewijzingen_2024, gewicht)


@vergelijking("Aandeel volgens sleutel en grenzen", 3, symbool=r"a_{it}")
def verdeeld(gewicht: Reeks, opgave_regio: Reeks, binnen_grenzen: Reeks, grenzen: Reeks) -> Reeks:
    """What the verdeelsleutel asks of a gemeente, within the bounds where there are bounds.

    Examples
    --------
    >>> float(verdeeld(0.1, 1170.0, 100.0, "nee")), float(verdeeld(0.1, 1170.0, 100.0, "ja"))
    (117.0, 100.0)
    """
    return np.where(grenzen == "ja", binnen_grenzen, gewicht * opgave_regio)


@vergelijking("Verplaatst door de grenzen", 3, symbool=r"\text{verplaatst}_{it}")
def verplaatst(verdeeld: Reeks, gewicht: Reeks, opgave_regio: Reeks) -> Reeks:
    """What the bounds moved to a gemeente (or, below 0, away from it).

    Examples
    --------
    >>> round(float(verplaatst(100.0, 0.1, 1170.0)), 9)
    -17.0
    """
    return verdeeld - gewicht * opgave_regio


@vergelijking("Ruil", 3, symbool=r"\text{ruil}_i")
def geruild(ruil: Reeks, jaar: Reeks, start: Reeks) -> Reeks:
    """What a gemeente takes over from others less what others take over from it, from the start year on.

    Examples
    --------
    >>> geruild(10.0, np.array([2025, 2026]), 2026)
    array([ 0., 10.])
    """
    return ruil * _vanaf(jaar, start)


@vergelijking("Lokale groepen", 3, symbool=r"\text{lokaal}_i")
def lokale_opgave(lokaal: Reeks, lokale_groepen: Reeks) -> Reeks:
    """Urgent households of the local groups of a gemeente, where they count.

    Examples
    --------
    >>> float(lokale_opgave("ja", 12.0)), float(lokale_opgave("nee", 12.0))
    (12.0, 0.0)
    """
    return np.where(lokaal == "ja", lokale_groepen, 0.0)


@vergelijking("Aandeel in de hele opgave", 3, symbool=r"\hat{e}_{it}")
def aandeel(verdeeld: Reeks, geruild: Reeks, lokale_opgave: Reeks) -> Reeks:
    """The task of a gemeente by the agreement, with ruil and its local groups, statushouders in it.

    Examples
    --------
    >>> float(aandeel(87.0, -10.0, 3.0))
    80.0
    """
    return verdeeld + geruild + lokale_opgave


@vergelijking("Statushouders volgens het ingroeipad", 7, symbool=r"s_{it}")
def statushouders_opgave(
    taakstelling: Reeks, groeifactor: Reeks, verdeling_ingegroeid: Reeks, aandeel_2024: Reeks, gewicht: Reeks
) -> Reeks:
    """Homes for statushouders that are asked of a gemeente in a year.

    Examples
    --------
    >>> round(statushouders_opgave(348.0, 1.0, 0.5, 0.1, 0.3), 9)
    69.6
    """
    return taakstelling * groeifactor * _gegroeid(aandeel_2024, gewicht, verdeling_ingegroeid)


def _gegroeid(toen: Reeks, straks: Reeks, gegroeid: Reeks) -> Reeks:
    """Go from what was to what will be, as far as has grown in."""
    return (1 - gegroeid) * toen + gegroeid * straks


@vergelijking("Eigen aandeel", 3, symbool=r"e_{it}")
def eigen_aandeel(
    aandeel: Reeks, statushouders: Reeks, taakstelling: Reeks, groeifactor: Reeks, gewicht: Reeks
) -> Reeks:
    """What a gemeente is judged by: its share of the opgave; statushouders out of it where they are counted apart.

    Examples
    --------
    >>> float(eigen_aandeel(117.0, "exclusief", 348.0, 1.0, 0.1).round(1)), float(eigen_aandeel(117.0, "inclusief", 348.0, 1.0, 0.1))
    (82.2, 117.0)
    """
    return aandeel - np.where(statushouders == "exclusief", taakstelling * groeifactor * gewicht, 0.0)


@vergelijking("Opgave", 3, symbool=r"\text{opgave}_{it}")
def opgave(
    opgave_regio: Reeks,
    aandeel_2024: Reeks,
    verdeeld: Reeks,
    verdeling_ingegroeid: Reeks,
    geruild: Reeks,
    lokale_opgave: Reeks,
    jaar: Reeks,
    start: Reeks,
    statushouders: Reeks,
    statushouders_opgave: Reeks,
) -> Reeks:
    """What is asked of a gemeente in a year: on the way from the distribution of 2024 to its share.

    Examples
    --------
    >>> float(opgave(1000.0, 0.25, 500.0, 0.5, -10.0, 0.0, 2030, 2026, "inclusief", 0.0))
    365.0
    """
    op_weg = _gegroeid(opgave_regio * aandeel_2024, verdeeld, verdeling_ingegroeid)
    eerst = np.where(statushouders == "exclusief", statushouders_opgave, 0.0)
    return op_weg + geruild + lokale_opgave * _vanaf(jaar, start) - eerst


@vergelijking("Nieuwbouw", 4, symbool=r"N_{it}")
def nieuwbouw(gewicht: Reeks, gekozen_nieuwbouw: Reeks, programma: Reeks, sociaal_deel: Reeks, bouw: Reeks) -> Reeks:
    """New social rent homes in a gemeente.

    Examples
    --------
    >>> float(nieuwbouw(0.5, 10.0, 100.0, 0.3, 2.0))
    22.0
    """
    return gewicht * (gekozen_nieuwbouw + programma * sociaal_deel) + bouw


@vergelijking("Sloop", 4, symbool=r"\text{sloop}_i")
def gesloopt(sloop: Reeks, mutaties_alle_2024: Reeks, som_mutaties_alle_2024: Reeks) -> Reeks:
    """Social rent homes that a gemeente loses.

    Examples
    --------
    >>> float(gesloopt(100.0, 150.0, 3000.0))
    5.0
    """
    return sloop * _per(mutaties_alle_2024, som_mutaties_alle_2024)


@vergelijking("Eerder bijgekomen", 4, symbool=r"\text{bijgekomen}_{it}")
def bijgekomen(vorige_bijgekomen: Reeks, vorige_nieuwbouw: Reeks, vorige_gesloopt: Reeks) -> Reeks:
    """Homes that came in the years before, less those that went.

    Examples
    --------
    >>> float(bijgekomen(40.0, 20.0, 5.0))
    55.0
    """
    return vorige_bijgekomen + vorige_nieuwbouw - vorige_gesloopt


@vergelijking("Mutaties uit de voorraad", 4, symbool=r"M_{it}")
def mutaties_uit_voorraad(
    mutaties_2024: Reeks, mutatiegraad: Reeks, mutatiegraad_2024: Reeks, bijgekomen: Reeks
) -> Reeks:
    """Homes that become free: those of 2024 with another mutatiegraad, and those of the homes that came or went.

    A new home is let once in its first year and belongs to the stock from the next year on.

    Examples
    --------
    >>> float(mutaties_uit_voorraad(100.0, 0.06, 0.05, 50.0))
    123.0
    """
    return np.maximum(0.0, mutaties_2024 * mutatiegraad / mutatiegraad_2024 + mutatiegraad * bijgekomen)


@vergelijking("Reservering in 2024", 5, soort="deel", symbool=r"p^0_i")
def reservering_2024(
    toewijzingen_2024: Reeks,
    mutaties_alle_2024: Reeks,
    begin: Reeks,
    reservering_start: Reeks,
    doel: Reeks,
    statushouders: Reeks,
    eigen_taakstelling: Reeks,
    som_toewijzingen_2024: Reeks,
) -> Reeks:
    """The share of its mutaties that a gemeente let to urgenten in 2024; else the region's, else the chosen one at once.

    Examples
    --------
    >>> [float(reservering_2024(38.0, 152.0, begin, 0.22, 0.3, "inclusief", 348.0, 795.0)) for begin in ("gemeente", "regio", "")]
    [0.25, 0.22, 0.3]
    """
    eigen = _per(toewijzingen_2024, mutaties_alle_2024)
    urgent = np.where(
        statushouders == "zonder_voorrang", eigen * (1 - _per(eigen_taakstelling, som_toewijzingen_2024)), eigen
    )
    return np.where(begin == "gemeente", urgent, np.where(begin == "regio", reservering_start, doel))


@vergelijking("Vrijkomend buiten de mutaties", 4, symbool=r"B_{it}")
def buiten_mutaties(nieuwbouw: Reeks, doorstroming: Reeks, gewicht: Reeks) -> Reeks:
    """Homes to let that no existing household leaves behind by itself: they are no mutatie.

    Examples
    --------
    >>> float(buiten_mutaties(5.0, 50.0, 0.2))
    15.0
    """
    return nieuwbouw + doorstroming * gewicht


@vergelijking("Vrijkomend zonder verhuisketen", 4, symbool=r"V_{it}")
def vrij_zonder_keten(
    mutaties_uit_voorraad: Reeks, verhuisketen: Reeks, reservering_2024: Reeks, buiten_mutaties: Reeks
) -> Reeks:
    """Homes to let before the moves of now: 2024 is the reference, in which some homes came free by a move.

    Examples
    --------
    >>> float(vrij_zonder_keten(100.0, 0.0, 0.25, 15.0)), float(vrij_zonder_keten(100.0, 0.3, 1.1, 0.0))
    (115.0, 100.0)
    """
    return (
        mutaties_uit_voorraad * (1 - verhuisketen + verhuisketen * np.minimum(1.0, reservering_2024)) + buiten_mutaties
    )


@vergelijking("Vrijkomende woningen", 4, symbool=r"\text{vrij}_{it}")
def vrij(vrij_zonder_keten: Reeks, verhuisketen: Reeks, reservering: Reeks) -> Reeks:
    """Homes to let: a regular letting to a household that moves frees another one, a reserved letting does not.

    Examples
    --------
    >>> float(vrij(115.0, 0.0, 0.3)), round(vrij(79.0, 0.3, 0.3), 9)
    (115.0, 100.0)
    """
    return vrij_zonder_keten / (1 - verhuisketen + verhuisketen * reservering)


@vergelijking("Mutaties", 4, symbool=r"\text{mutaties}_{it}")
def mutaties(vrij: Reeks, buiten_mutaties: Reeks) -> Reeks:
    """Existing homes that become free.

    Examples
    --------
    >>> float(mutaties(115.0, 15.0))
    100.0
    """
    return vrij - buiten_mutaties


@vergelijking("Doel van de reservering", 5, soort="deel", symbool=r"\text{doel}_i")
def doel(afwijking: Reeks, gekozen_reservering: Reeks) -> Reeks:
    """The reservering at the end of the path: the gemeente's own, else that of the region.

    Examples
    --------
    >>> doel(np.array([np.nan, 0.4]), 0.3)
    array([0.3, 0.4])
    """
    return np.where(np.isnan(afwijking), gekozen_reservering, afwijking)


@vergelijking("Reservering", 5, soort="deel", symbool=r"r_{it}")
def reservering(reservering_2024: Reeks, doel: Reeks, reservering_ingegroeid: Reeks, bodem: Reeks) -> Reeks:
    """The share of the homes to let that is reserved in a year.

    Examples
    --------
    >>> float(reservering(0.2, 0.3, 0.5, "nee")), float(reservering(0.4, 0.3, 0.5, "ja"))
    (0.25, 0.4)
    """
    op_weg = reservering_2024 + (doel - reservering_2024) * reservering_ingegroeid
    return np.where(bodem == "ja", np.maximum(reservering_2024, op_weg), op_weg)


@vergelijking("Gereserveerd", 5, symbool=r"\text{gereserveerd}_{it}")
def gereserveerd(reservering: Reeks, vrij: Reeks) -> Reeks:
    """Homes to let that are reserved.

    Examples
    --------
    >>> float(gereserveerd(0.3, 100.0))
    30.0
    """
    return reservering * vrij


@vergelijking("Reservering van de regio", 5, soort="deel", symbool=r"r_t")
def reservering_regio(som_gereserveerd: Reeks, som_vrij: Reeks) -> Reeks:
    """The reserved share of all homes to let in the region.

    Examples
    --------
    >>> float(reservering_regio(955.5, 3185.0))
    0.3
    """
    return _of_onbekend(som_gereserveerd, som_vrij)


@vergelijking("Plekken buiten de sociale huur", 6, symbool=r"Z_{it}")
def buiten(alternatief: Reeks, gewicht: Reeks, inzet: Reeks) -> Reeks:
    """Places outside social rent: those of the region by the key, and what a gemeente offers itself.

    Examples
    --------
    >>> float(buiten(100.0, 0.1, 20.0))
    30.0
    """
    return alternatief * gewicht + inzet


@vergelijking("Ruimte voor urgenten", 6, symbool=r"\text{ruimte}_{it}")
def ruimte(reservering: Reeks, vrij: Reeks, buiten: Reeks) -> Reeks:
    """Homes and places for urgenten, statushouders among them.

    Examples
    --------
    >>> float(ruimte(0.3, 100.0, 4.0))
    34.0
    """
    return reservering * vrij + buiten


@vergelijking("Statushouders geplaatst", 7, symbool=r"g_{it}")
def statushouders_geplaatst(statushouders: Reeks, statushouders_opgave: Reeks, ruimte: Reeks) -> Reeks:
    """Homes that go to statushouders first, where they are counted apart.

    Examples
    --------
    >>> float(statushouders_geplaatst("exclusief", 40.0, 34.0)), float(statushouders_geplaatst("inclusief", 40.0, 34.0))
    (34.0, 0.0)
    """
    return np.where(statushouders == "exclusief", np.minimum(statushouders_opgave, ruimte), 0.0)


@vergelijking("Capaciteit", 6, symbool=r"\text{capaciteit}_{it}")
def capaciteit(reservering: Reeks, vrij: Reeks, buiten: Reeks, statushouders_geplaatst: Reeks) -> Reeks:
    """Homes and places for urgenten.

    Examples
    --------
    >>> float(capaciteit(0.3, 100.0, 4.0, 0.0))
    34.0
    """
    return ruimte(reservering, vrij, buiten) - statushouders_geplaatst


@vergelijking("Statushouders niet geplaatst", 7, symbool=r"\text{statushouders niet geplaatst}_{it}")
def statushouders_niet_geplaatst(
    statushouders: Reeks, statushouders_opgave: Reeks, statushouders_geplaatst: Reeks
) -> Reeks:
    """Statushouders without a home, where they are counted apart; unknown in other readings.

    Examples
    --------
    >>> float(statushouders_niet_geplaatst("exclusief", 40.0, 34.0))
    6.0
    """
    return np.where(statushouders == "exclusief", statushouders_opgave - statushouders_geplaatst, np.nan)


@vergelijking("Wachtend aan het begin", 7, symbool=r"A_{i,P_0-1}")
def wachtend_begin(gekozen_wachtend: Reeks, gewicht: Reeks) -> Reeks:
    """Households that wait before the first year.

    Examples
    --------
    >>> float(wachtend_begin(750.0, 0.1))
    75.0
    """
    return gekozen_wachtend * gewicht


@vergelijking("Vraag", 7, symbool=r"\text{vraag}_{it}")
def vraag(achterstand: Reeks, opgave: Reeks, eigen_aandeel: Reeks, uitval: Reeks, vorige_wachtend: Reeks) -> Reeks:
    """Households that need a home in a year; with achterstand those who wait too, counted where the task is.

    Examples
    --------
    >>> float(vraag("nee", 80.0, 87.0, 0.2, 50.0)), float(vraag("ja", 80.0, 87.0, 0.2, 50.0))
    (80.0, 127.0)
    """
    return np.where(achterstand == "ja", eigen_aandeel + (1 - uitval) * vorige_wachtend, opgave)


@vergelijking("Tekort", 7, symbool=r"\text{tekort}_{it}")
def tekort(vraag: Reeks, capaciteit: Reeks) -> Reeks:
    """What a gemeente lacks.

    Examples
    --------
    >>> tekort(np.array([87.0, 259.0]), np.array([45.0, 269.7]))
    array([42.,  0.])
    """
    return np.maximum(0.0, vraag - capaciteit)


@vergelijking("Overschot", 7, symbool=r"\text{overschot}_{it}")
def overschot(capaciteit: Reeks, vraag: Reeks) -> Reeks:
    """What a gemeente has to spare.

    Examples
    --------
    >>> overschot(np.array([45.0, 270.0]), np.array([87.0, 259.0]))
    array([ 0., 11.])
    """
    return np.maximum(0.0, capaciteit - vraag)


@vergelijking("Verevend in de regio", 8, symbool=r"\text{verevend}_t")
def verevend(verevening: Reeks, som_tekort: Reeks, som_overschot: Reeks) -> Reeks:
    """What moves in the region from a surplus to a shortage.

    Examples
    --------
    >>> float(verevend(0.5, 42.0, 11.0))
    5.5
    """
    return verevening * np.minimum(som_tekort, som_overschot)


@vergelijking("Overgenomen door anderen", 8, symbool=r"\text{ontvangen}_{it}")
def ontvangen(
    regel: Reeks, tekort: Reeks, verevend: Reeks, som_tekort: Reeks, ontvangen_gelijk: Reeks, ontvangen_nabij: Reeks
) -> Reeks:
    """What others take over of a shortage, by the rule of the scenario.

    Examples
    --------
    >>> float(ontvangen("evenredig", 20.0, 11.0, 44.0, 0.0, 0.0))
    5.0
    """
    naar_rato = tekort * _per(verevend, som_tekort)
    return np.where(regel == "evenredig", naar_rato, np.where(regel == "gelijk", ontvangen_gelijk, ontvangen_nabij))


@vergelijking("Geleverd aan anderen", 8, symbool=r"\text{geleverd}_{it}")
def geleverd(regel: Reeks, overschot: Reeks, verevend: Reeks, som_overschot: Reeks, geleverd_nabij: Reeks) -> Reeks:
    """What a gemeente does for others out of its surplus.

    Examples
    --------
    >>> float(geleverd("evenredig", 22.0, 11.0, 44.0, 0.0))
    5.5
    """
    return np.where(regel == "nabij", geleverd_nabij, overschot * _per(verevend, som_overschot))


@vergelijking("Niet geplaatst", 8, symbool=r"\text{niet geplaatst}_{it}")
def niet_geplaatst(tekort: Reeks, ontvangen: Reeks) -> Reeks:
    """Households for whom there is no home.

    Examples
    --------
    >>> float(niet_geplaatst(42.0, 2.0))
    40.0
    """
    return tekort - ontvangen


@vergelijking("Wachtenden", 8, symbool=r"A_{it}", begin="wachtend_begin")
def wachtend(achterstand: Reeks, niet_geplaatst: Reeks) -> Reeks:
    """Households that wait at the end of a year: a stock, only where achterstand is carried on.

    Examples
    --------
    >>> float(wachtend("ja", 40.0)), float(wachtend("nee", 40.0))
    (40.0, nan)
    """
    return np.where(achterstand == "ja", niet_geplaatst, np.nan)


@vergelijking("Uitgevallen", 10, symbool=r"\text{uitgevallen}_{it}")
def uitgevallen(
    achterstand: Reeks,
    vorige_uitgevallen: Reeks,
    jaar: Reeks,
    periode_eind: Reeks,
    uitval: Reeks,
    vorige_wachtend: Reeks,
) -> Reeks:
    """Households that waited and dropped out, added up over the years of the period.

    Examples
    --------
    >>> float(uitgevallen("ja", 30.0, 2030, 2035, 0.2, 50.0)), float(uitgevallen("ja", 30.0, 2036, 2035, 0.2, 50.0))
    (40.0, 30.0)
    """
    erbij = np.where(jaar <= periode_eind, uitval * vorige_wachtend, 0.0)
    return np.where(achterstand == "ja", vorige_uitgevallen + erbij, np.nan)


@vergelijking("Plaatsingen", 9, symbool=r"\text{plaatsingen}_{it}")
def plaatsingen(capaciteit: Reeks, vraag: Reeks, geleverd: Reeks) -> Reeks:
    """Urgenten housed in a gemeente, for itself and for others.

    Examples
    --------
    >>> float(plaatsingen(270.0, 259.0, 11.0))
    270.0
    """
    return np.minimum(capaciteit, vraag) + geleverd


@vergelijking("Urgent uit vrijkomende woningen", 9, symbool=r"\text{uit}_{it}")
def urgent_uit_vrij(vrij: Reeks, plaatsingen: Reeks, statushouders_geplaatst: Reeks, buiten: Reeks) -> Reeks:
    """Homes to let that go to urgenten; the places outside social rent are used first.

    Examples
    --------
    >>> float(urgent_uit_vrij(100.0, 34.0, 0.0, 4.0))
    30.0
    """
    return np.minimum(vrij, np.maximum(0.0, plaatsingen + statushouders_geplaatst - buiten))


@vergelijking("Statushouders uit de reguliere woningen", 9, symbool=r"h_{it}")
def statushouders_regulier(
    statushouders: Reeks, statushouders_opgave: Reeks, vrij: Reeks, urgent_uit_vrij: Reeks
) -> Reeks:
    """Statushouders who find a home among the regular ones, where they have no priority.

    Examples
    --------
    >>> float(statushouders_regulier("zonder_voorrang", 80.0, 100.0, 30.0))
    70.0
    """
    return np.where(statushouders == "zonder_voorrang", np.minimum(statushouders_opgave, vrij - urgent_uit_vrij), 0.0)


@vergelijking("Statushouders zonder woning", 9, symbool=r"\text{statushouders zonder woning}_{it}")
def statushouders_zonder_woning(
    statushouders: Reeks, statushouders_opgave: Reeks, statushouders_regulier: Reeks
) -> Reeks:
    """Statushouders who find none among the regular homes; unknown in other readings.

    Examples
    --------
    >>> float(statushouders_zonder_woning("zonder_voorrang", 80.0, 70.0))
    10.0
    """
    return np.where(statushouders == "zonder_voorrang", statushouders_opgave - statushouders_regulier, np.nan)


@vergelijking("Regulier", 9, symbool=r"\text{regulier}_{it}")
def regulier(vrij: Reeks, urgent_uit_vrij: Reeks, statushouders_regulier: Reeks) -> Reeks:
    """Homes that are left for regulier woningzoekenden.

    Examples
    --------
    >>> float(regulier(100.0, 30.0, 0.0))
    70.0
    """
    return vrij - urgent_uit_vrij - statushouders_regulier


@vergelijking("Benodigd percentage", 10, soort="percentage", symbool=r"\text{benodigd}_{it}", van_de_regio=True)
def benodigd_percentage(aandeel: Reeks, buiten: Reeks, verhuisketen: Reeks, vrij_zonder_keten: Reeks) -> Reeks:
    """The reservering at which a gemeente houses its own share by itself; unknown where no home comes free.

    Examples
    --------
    >>> float(benodigd_percentage(87.0, 0.0, 0.0, 150.0).round(9))
    58.0
    """
    eigen = aandeel - buiten
    deel = _of_onbekend(100 * eigen * (1 - verhuisketen), vrij_zonder_keten - verhuisketen * eigen)
    return np.where(vrij_zonder_keten > 0, np.where(eigen <= 0, 0.0, deel), np.nan)


@vergelijking("Gedekt", 10, symbool=r"\text{gedekt}_{it}")
def gedekt(capaciteit: Reeks, vraag: Reeks, eigen_aandeel: Reeks) -> Reeks:
    """How much of its own share a gemeente can house by itself.

    Examples
    --------
    >>> float(gedekt(45.0, 87.0, 87.0))
    45.0
    """
    return np.minimum(np.minimum(capaciteit, vraag), eigen_aandeel)


@vergelijking("Dekking", 10, soort="percentage", symbool=r"\text{dekking}_{it}", van_de_regio=True)
def dekking(gedekt: Reeks, eigen_aandeel: Reeks) -> Reeks:
    """The part of its own share that a gemeente can house by itself.

    Examples
    --------
    >>> float(dekking(45.0, 90.0))
    50.0
    """
    return 100 * _of_onbekend(gedekt, eigen_aandeel)


@vergelijking("Saldo", 10, symbool=r"\text{saldo}_{it}")
def saldo(plaatsingen: Reeks, eigen_aandeel: Reeks) -> Reeks:
    """What a gemeente houses above (or, below 0, under) its own share.

    Examples
    --------
    >>> float(saldo(45.0, 87.0))
    -42.0
    """
    return plaatsingen - eigen_aandeel


@vergelijking("Vereffening", 10, symbool=r"\text{vereffening}_{it}")
def vereffening(plaatsingen: Reeks, eigen_aandeel: Reeks, som_plaatsingen: Reeks, som_eigen_aandeel: Reeks) -> Reeks:
    """What a gemeente houses above (or under) its part of what the whole region houses; over the region it sums to 0.

    Unknown where nobody has a share.

    Examples
    --------
    >>> float(vereffening(45.0, 87.0, 955.5, 1170.0).round(2))
    -26.05
    """
    return plaatsingen - np.where(som_eigen_aandeel > 0, eigen_aandeel * som_plaatsingen / som_eigen_aandeel, np.nan)


@vergelijking("Gemiste plaatsingen", 10, symbool=r"\text{gemist}_{it}")
def gemist(segment: Reeks, vorige_gemist: Reeks, jaar: Reeks, periode_eind: Reeks, saldo: Reeks) -> Reeks:
    """What was housed under the own share, added up over the years of the period until now; below 0 has caught up.

    Examples
    --------
    >>> float(gemist("liberalisatiegrens", 100.0, 2030, 2035, -42.0))
    142.0
    """
    tot_nu = vorige_gemist - np.where(jaar <= periode_eind, saldo, 0.0)
    return np.where(segment == "aftoppingsgrens", np.nan, tot_nu)


@vergelijking("Verwachte wachttijd", 10, soort="looptijd", symbool=r"\text{wachttijd}_t", van_de_regio=True)
def wachttijd(achterstand: Reeks, wachtend: Reeks, plaatsingen: Reeks, uitval: Reeks, vorige_wachtend: Reeks) -> Reeks:
    """How many years those who wait would take at the pace of this year; only where achterstand is carried on.

    Examples
    --------
    >>> [round(float(wachttijd("ja", wie, 955.0, 0.0, 2600.0)), 2) for wie in (2867.0, 955.0, 1.0, 0.0)]
    [3.0, 1.0, 0.0, 0.0]
    """
    jaren = np.where(wachtend == 0, 0.0, _of_onbekend(wachtend, plaatsingen + uitval * vorige_wachtend))
    return np.where(achterstand == "ja", jaren, np.nan)


@vergelijking("Regulier in 2024", 13, symbool=r"\text{regulier}_{2024}")
def regulier_2024(segment: Reeks, mutaties_alle_2024: Reeks, toewijzingen_2024: Reeks) -> Reeks:
    """Mutaties of 2024 that did not go to urgenten; unknown where the source does not split them by segment.

    Examples
    --------
    >>> float(regulier_2024("liberalisatiegrens", 150.0, 38.0)), float(regulier_2024("aftoppingsgrens", 150.0, 38.0))
    (112.0, nan)
    """
    return np.where(segment == "aftoppingsgrens", np.nan, mutaties_alle_2024 - toewijzingen_2024)


@vergelijking("Verdringing", 13, symbool=r"\text{verdringing}_{it}")
def verdringing(regulier_2024: Reeks, regulier: Reeks) -> Reeks:
    """Regular lettings that are lost since 2024; a gain elsewhere is not set off.

    Examples
    --------
    >>> float(verdringing(112.0, 105.0)), float(verdringing(112.0, 120.0))
    (7.0, 0.0)
    """
    return np.maximum(0.0, regulier_2024 - regulier)
