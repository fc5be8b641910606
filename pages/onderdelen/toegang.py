"""Who may come in: everyone, or, where the administrator has set up OIDC, who has logged in there."""

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError


def binnen() -> bool:
    """Whether this visitor may see the app; else draw the way to log in."""
    try:
        ingesteld = "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        ingesteld = False
    if not ingesteld or st.user.is_logged_in:
        return True
    st.title("Fair Share Verkenner", anchor=False)
    st.markdown("Deze Verkenner is alleen voor wie is aangemeld.")
    st.button("Aanmelden", on_click=st.login, type="primary")
    return False
