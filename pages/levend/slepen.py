"""What follows a thumb while it is dragged: parts of the screen that are drawn by themselves, without the rest.

A step of a drag sends one sheet with the parts that follow the thumb; those that follow later are drawn once it rests.
Together they hold whatever a live slider changes, so that nothing else on the screen has to be drawn again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from fairshare import koppen
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from pages.bediening import adres
from pages.levend import blad
from pages.levend.blad import Stuk, Wanneer
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import melding
from pages.onderdelen.woorden import foutmelding, mislukt

DELEN, ZELF = "_delen", "_zelf"
"""The parts of the screen on a sheet, and those that draw themselves."""

HEEL, GETEKEND, GEVRAAGD = "_heel", "_getekend", "_gevraagd"
"""Whether all of the screen is there, what the parts that follow the thumb show, and what the others must."""


def begin() -> None:
    """Begin a whole screen, which has no parts yet."""
    st.session_state.update({DELEN: {wanneer: [] for wanneer in Wanneer}, ZELF: [], HEEL: False, GEVRAAGD: None})


def volgt(
    maak: Callable[..., Sequence[Stuk]], *waarmee: str, boven: Sequence[Stuk] = (), onder: Sequence[Stuk] = ()
) -> None:
    """Give a part that follows the thumb its place, between text that stands still.

    ``maak`` makes its pieces of the picture of that moment, and ``waarmee``.
    """
    st.session_state[DELEN][Wanneer.SLEPEND].append((_plek(maak, boven, onder), maak, waarmee))


def later(
    maak: Callable[..., Sequence[Stuk]], *waarmee: str, boven: Sequence[Stuk] = (), onder: Sequence[Stuk] = ()
) -> None:
    """Give a part its place, as ``volgt`` does, that follows once the thumb is at rest: what nobody looks at while it moves."""
    st.session_state[DELEN][Wanneer.IN_RUST].append((_plek(maak, boven, onder), maak, waarmee))


def _plek(maak: Callable[..., Sequence[Stuk]], boven: Sequence[Stuk], onder: Sequence[Stuk]) -> str:
    naam = f"{maak.__module__.rpartition('.')[2]}-{maak.__name__.strip('_')}"
    blad.plek(naam, boven, onder)
    return naam


def teken_later(teken: Callable[..., None], *waarmee: str, **vak: Any) -> None:
    """Give a part its place that follows once the thumb is at rest, and draws its buttons and fields itself.

    It draws something each time, at least ``st.empty()``, or there would be no place to draw in later. ``vak`` is what its
    container is: a row, with a key.
    """
    st.session_state[ZELF].append((st.container(**vak), teken, waarmee))


def teken_delen(
    beeld: Beeld,
    bij_stand: Callable[[Wanneer], None],
    gevolgd: Callable[[], Mapping[str, tuple[int, float]]],
    noem: Callable[[Beeld], str],
) -> None:
    """Draw all parts, when the rest of the screen is there; a sheet and what draws itself with it are one fragment.

    ``bij_stand`` is called when a slider tells something; ``gevolgd`` gives what to tell the sliders once all has followed,
    and ``noem`` the words for the scenario to which the figures belong.
    """
    delen, zelf = st.session_state[DELEN], st.session_state[ZELF]
    met_het_scherm = True

    @st.fragment(key=Wanneer.SLEPEND)
    def teken_slepend() -> None:
        nu = _nu(beeld, Wanneer.SLEPEND, met_het_scherm)
        blad.teken(Wanneer.SLEPEND, _stukken(nu, delen[Wanneer.SLEPEND]), gevolgd(), noem(nu), bij_stand)
        st.session_state[GETEKEND] = _stand()

    @st.fragment(key=Wanneer.IN_RUST)
    def teken_in_rust() -> None:
        nu = _nu(beeld, Wanneer.IN_RUST, met_het_scherm)
        for plek, teken, waarmee in zelf:
            with plek:
                _teken(nu, teken, waarmee)
        kop = koppen.kop(nu.uitkomst, nu.kern)
        blad.teken(Wanneer.IN_RUST, _stukken(nu, delen[Wanneer.IN_RUST]), gevolgd(), noem(nu), bij_stand, kop)
        st.session_state[GEVRAAGD] = None

    try:
        teken_slepend()
        teken_in_rust()
        st.session_state[HEEL] = True
    finally:  # another run may cut this one off
        met_het_scherm = False


def _nu(beeld: Beeld, wanneer: Wanneer, met_het_scherm: bool) -> Beeld:
    """Give the picture of this moment; whatever else happens in a part draws the whole screen, as it does everywhere."""
    if not met_het_scherm and not _hoort_bij_een_schuif(wanneer):
        st.rerun()
    return beeld.nu()


def _stand() -> tuple[Scenario, Weergave]:
    return adres.huidig(), adres.weergave()


def _hoort_bij_een_schuif(wanneer: Wanneer) -> bool:
    """Whether these parts are to be drawn by themselves."""
    sleept = wanneer == Wanneer.SLEPEND and adres.wordt_gesleept()
    return bool(st.session_state[HEEL]) and (sleept or st.session_state[GEVRAAGD] == _stand())


def _stukken(beeld: Beeld, delen: Sequence[tuple[Any, ...]]) -> dict[str, Sequence[Stuk]]:
    """Make the pieces of every part; one that fails says so, and the rest of the screen stays."""
    gemaakt: dict[str, Sequence[Stuk]] = {}
    for naam, maak, waarmee in delen:
        try:
            gemaakt[naam] = maak(beeld, *waarmee)
        except Exception:
            gemaakt[naam] = [melding(foutmelding(), soort="fout")]
    return gemaakt


def _teken(beeld: Beeld, teken: Callable[..., None], waarmee: tuple[str, ...]) -> None:
    """Draw a part; one that fails says so, and the rest of the screen stays."""
    try:
        teken(beeld, *waarmee)
    except Exception:
        mislukt()


def in_rust(gevolgd: bool) -> None:
    """Draw what follows later; from the callback of a slider that is at rest, in the run that draws it.

    What follows the thumb is drawn first where it does not show this yet. What was drawn need not be shown (``gevolgd``):
    Streamlit drops what waits to be sent when a run begins that draws it.
    """
    if st.session_state[HEEL]:
        st.session_state[GEVRAAGD] = _stand()
        if not gevolgd or st.session_state[GETEKEND] != _stand():
            st.rerun(list(Wanneer))
