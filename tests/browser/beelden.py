"""Pictures of pages; with SCHERMBEELDEN=1 they are kept to look at (``make schermbeelden``)."""

import os

from tests.browser.conftest import WORTEL, Bezoek, wacht_tot

BEWAREN = bool(os.environ.get("SCHERMBEELDEN"))

MATEN = {
    "laptop": {"width": 1280, "height": 800},
    "beamer": {"width": 1920, "height": 1080},
    "telefoon": {"width": 390, "height": 844},
    "vergroot": {"width": 640, "height": 400},
}
"""The sizes of screens; the last is a laptop at 200%."""

BEWOGEN = "document.getAnimations().every((een) => een.playState !== 'running')"
"""Nothing slides or fades any more."""


def uitsteek(bezoek: Bezoek, naam: str, maat: str) -> str:
    """Show an open page on a screen of this size; say what sticks out sideways, if anything does. Keep its picture if asked."""
    page = bezoek.page
    if page.viewport_size != MATEN[maat]:
        page.set_viewport_size(MATEN[maat])
        bezoek.rust()
    wacht_tot(page, BEWOGEN)
    if BEWAREN:
        page.screenshot(path=WORTEL / "schermbeelden" / f"{naam}-{maat}.png")
    breed = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; }"
    )
    return f"{naam} is op een {maat} {breed} punten te breed" if breed > 0 else ""
