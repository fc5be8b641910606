"""The equations, in the order in which data flows. Arrays in, arrays out; nothing is rounded.

Every array broadcasts to (gemeente, jaar, scenario): a figure per gemeente has shape (gemeente, 1, 1), a path
(1, jaar, 1), a parameter that differs per scenario (1, 1, scenario). Units are homes (= households) per year; shares
are fractions. The numbers of the equations are those of ``docs/rekenregels.md``.
"""

import numpy as np
from numpy.typing import NDArray

Reeks = NDArray[np.float64]

SOCIAAL_TOT_EN_MET_2030, SOCIAAL_VANAF_2031 = 0.30, 0.23
"""Share of gross new build that is social rent (Prestatieafspraken Achterhoek 2026-2029)."""


def regionale_opgave(opgave: Reeks, groei: Reeks, verstreken: Reeks) -> Reeks:
    """Grow the regional opgave: O_t = opgave (1 + groei)^(t-b) (equation 2).

    Parameters
    ----------
    opgave
        Homes needed in the base year, statushouders already settled [homes per year].
    groei
        Yearly growth [fraction].
    verstreken
        Years since the base year b, shape (1, jaar, 1).

    Examples
    --------
    >>> float(regionale_opgave(np.array(1000.0), np.array(0.02), np.array(2.0)))
    1040.4
    """
    return np.asarray(opgave * (1 + groei) ** verstreken)


def opgave(regionaal: Reeks, aandeel_2024: Reeks, gewicht: Reeks, gegroeid: Reeks) -> Reeks:
    """Divide the regional opgave: O_t [(1-f_v) B_i/sum B + f_v w_i] (equation 3).

    Parameters
    ----------
    regionaal
        O_t [homes per year].
    aandeel_2024, gewicht
        Share of each gemeente in the toewijzingen of 2024 and by the verdeelsleutel [fraction].
    gegroeid
        How far the verdeling has grown in, f_v [fraction].

    Examples
    --------
    >>> float(opgave(np.array(1000.0), np.array(0.25), np.array(0.5), np.array(0.5)))
    375.0
    """
    return regionaal * ((1 - gegroeid) * aandeel_2024 + gegroeid * gewicht)


def nieuwbouw(gewicht: Reeks, sociaal: Reeks, programma: Reeks, jaren: Reeks) -> Reeks:
    """New social rent homes: w_i (nieuwbouw + programma (0.30 if t <= 2030 else 0.23)) (equation 4).

    Examples
    --------
    >>> float(nieuwbouw(np.array(0.5), np.array(10.0), np.array(100.0), np.array(2030)))
    20.0
    """
    deel = np.where(jaren <= 2030, SOCIAAL_TOT_EN_MET_2030, SOCIAAL_VANAF_2031)
    return gewicht * (sociaal + programma * deel)


def eerder_gebouwd(gebouwd: Reeks) -> Reeks:
    """Sum the new homes of the years before (equation 4).

    Examples
    --------
    >>> eerder_gebouwd(np.array([[[50.0], [50.0], [20.0]]]))[0, :, 0]
    array([  0.,  50., 100.])
    """
    return np.asarray(np.cumsum(gebouwd, axis=1) - gebouwd)


def mutaties(basis: Reeks, graad: Reeks, basisgraad: Reeks | float, eerder: Reeks) -> Reeks:
    """Homes that become free: M_i mu/mu0 + mu (new homes of the years before) (equation 4).

    A new home is let once in its first year and belongs to the stock from the next year on.

    Parameters
    ----------
    basis
        Mutaties of 2024, M_i [homes per year].
    graad, basisgraad
        Mutatiegraad mu and the one that goes with the basis, mu0 [fraction].
    eerder
        New homes of the years before.

    Examples
    --------
    >>> mutaties(np.array(100.0), np.array(0.06), 0.05, np.array([0.0, 50.0]))
    array([120., 123.])
    """
    return basis * (graad / basisgraad) + graad * eerder


def vrij(mutatie: Reeks, gebouwd: Reeks, doorstroming: Reeks, gewicht: Reeks) -> Reeks:
    """Homes to let: mutaties + nieuwbouw + doorstroming w_i (equation 4).

    Examples
    --------
    >>> float(vrij(np.array(100.0), np.array(5.0), np.array(50.0), np.array(0.2)))
    115.0
    """
    return mutatie + gebouwd + doorstroming * gewicht


def reservering(begin: Reeks, doel: Reeks, gegroeid: Reeks) -> Reeks:
    """Share that is reserved: p0_i + (reservering - p0_i) f_r (equation 5).

    Examples
    --------
    >>> float(reservering(np.array(0.2), np.array(0.3), np.array(0.5)))
    0.25
    """
    return begin + (doel - begin) * gegroeid


def capaciteit(aandeel: Reeks, beschikbaar: Reeks, buiten: Reeks) -> Reeks:
    """Homes for urgenten: reservering_it vrij_it + Z_it (equation 6).

    Parameters
    ----------
    aandeel, beschikbaar
        Reserved share [fraction] and homes to let [homes per year].
    buiten
        Places outside social rent, Z = alternatief w_i + inzet_i [homes per year].

    Examples
    --------
    >>> float(capaciteit(np.array(0.3), np.array(100.0), np.array(4.0)))
    34.0
    """
    return aandeel * beschikbaar + buiten


def tekort(vraag: Reeks, plekken: Reeks) -> Reeks:
    """What a gemeente lacks: max(0, vraag - capaciteit) (equation 7).

    Examples
    --------
    >>> tekort(np.array([87.0, 259.0]), np.array([45.0, 269.7]))
    array([42.,  0.])
    """
    verschil = np.asarray(vraag - plekken)
    return np.maximum(verschil, 0.0, out=verschil)


def overschot(vraag: Reeks, plekken: Reeks) -> Reeks:
    """What a gemeente has to spare: max(0, capaciteit - vraag) (equation 7).

    Examples
    --------
    >>> overschot(np.array([87.0, 259.0]), np.array([45.0, 270.0]))
    array([ 0., 11.])
    """
    return tekort(plekken, vraag)


def verevening(tekort_regio: Reeks, overschot_regio: Reeks, deel: Reeks) -> Reeks:
    """What moves in the region: verevening min(sum tekort, sum overschot) (equation 8).

    Parameters
    ----------
    tekort_regio, overschot_regio
        The sums over the gemeenten, shape (1, jaar, scenario) [homes per year].
    deel
        How much of a surplus may serve elsewhere [fraction].

    Examples
    --------
    >>> float(verevening(np.array(42.0), np.array(11.0), np.array(0.5)))
    5.5
    """
    return np.asarray(deel * np.minimum(tekort_regio, overschot_regio))


def verevend_deel(som: Reeks, verevend: Reeks) -> Reeks:
    """Part of each tekort (or overschot) that moves: verevend / sum, 0 where there is nothing to share (equation 8).

    The same part for each gemeente: niet_geplaatst = tekort (1 - deel), geleverd = overschot deel.

    Examples
    --------
    >>> verevend_deel(np.array([4.0, 0.0]), np.array([1.0, 0.0]))
    array([0.25, 0.  ])
    """
    return np.asarray(verevend / np.where(som == 0, 1.0, som))


def plaatsingen(vraag: Reeks, plekken: Reeks, geleverd: Reeks) -> Reeks:
    """Urgenten housed in a gemeente: min(capaciteit, vraag) + geleverd (equation 9).

    Examples
    --------
    >>> float(plaatsingen(np.array(259.0), np.array(270.0), np.array(11.0)))
    270.0
    """
    return np.minimum(plekken, vraag) + geleverd


def regulier(beschikbaar: Reeks, geplaatst: Reeks, buiten: Reeks) -> Reeks:
    """What is left for regulier woningzoekenden: vrij - max(0, plaatsingen - Z) (equation 9).

    Examples
    --------
    >>> float(regulier(np.array(100.0), np.array(34.0), np.array(4.0)))
    70.0
    """
    return beschikbaar - np.maximum(0.0, geplaatst - buiten)


def benodigd_percentage(nodig: Reeks, beschikbaar: Reeks) -> Reeks:
    """Share of the free homes that the opgave takes: 100 opgave / vrij [percent] (equation 10); nan without homes.

    Examples
    --------
    >>> float(benodigd_percentage(np.array(87.0), np.array(150.0)))
    58.0
    """
    return 100 * nodig / np.where(beschikbaar == 0, np.nan, beschikbaar)
