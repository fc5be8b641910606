"""Who may come in: everyone, or, where the administrator has set up OIDC, who has logged in there.

Streamlit comes back from a login at its front door, without the scenario. So the tab remembers the link it was opened
with while someone logs in, and goes on to it afterwards; it never leaves the browser.
"""

import logging
from collections.abc import Sequence

import streamlit as st
from streamlit.errors import StreamlitAuthError, StreamlitSecretNotFoundError

from pages.onderdelen import voorkant
from pages.onderdelen.woorden import titel, veilig

GEEN_BESTAND = "no-secrets-found"
"""What Streamlit calls it when no file of secrets is there; anything else is a file that is wrong."""

MISLUKT = "_aanmelden_mislukt"

_LINK = voorkant.component(__file__, "link_onthouden")


def binnen(paden: Sequence[str]) -> bool:
    """Whether this visitor may see the app; else draw the way to log in, or why it stays shut, on each of these paths."""
    try:
        if not moet_aanmelden() or st.user.is_logged_in:
            return True
        scherm = _vraag
    except (OSError, ValueError):
        logging.getLogger("fairshare").exception("secrets.toml")
        scherm = _dicht
    paginas = [st.Page(scherm, title="Fair Share Verkenner", url_path=pad, default=not pad) for pad in paden]
    st.navigation(paginas, position="hidden").run()  # without it Streamlit lists the files of pages/ beside the screen
    return False


def moet_aanmelden() -> bool:
    """Whether a login is set up; a file of secrets that cannot be read is a fault, never an open door."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError as fout:
        if fout.error_id != GEEN_BESTAND:
            raise
        return False


def _dicht() -> None:
    titel("Fair Share Verkenner")
    st.error(
        "De instellingen voor het aanmelden (secrets.toml) kunnen niet worden gelezen; daarom blijft de Verkenner dicht. "
        "Controleer het bestand en de rechten, en herstart."
    )


def _vraag() -> None:
    titel("Fair Share Verkenner")
    st.markdown("Deze Verkenner is alleen voor wie is aangemeld.")
    st.button("Aanmelden", on_click=_aanmelden, type="primary")
    if st.session_state.pop(MISLUKT, False):
        st.error(
            "Aanmelden kan nu niet: de instellingen ervoor zijn niet volledig. De beheerder vindt in het log wat er ontbreekt."
        )
    _LINK(data={"bewaar": True}, key="link_bewaren")


def _aanmelden() -> None:
    try:
        st.login()
    except StreamlitAuthError:
        logging.getLogger("fairshare").exception("st.login")
        st.session_state[MISLUKT] = True


def afmelden() -> None:
    """Say who is logged in, with the way out; nothing where no login is set up."""
    if not moet_aanmelden():
        return
    wie = st.user.to_dict()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Aangemeld als {veilig(str(wie.get('name') or wie.get('email') or 'bezoeker'))}.")
        st.button("Afmelden", on_click=st.logout)
    _LINK(data={"bewaar": False}, key="link_openen")
