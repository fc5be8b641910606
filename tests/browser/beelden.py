"""Pictures of pages; with SCHERMBEELDEN=1 they are kept to look at (``make schermbeelden``)."""

import os
from pathlib import Path

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


def fotografeer(bezoek: Bezoek, naam: str, maat: str, map_: Path) -> str:
    """Take a picture of an open page on a screen of this size; say what sticks out sideways, if anything does."""
    page = bezoek.page
    if page.viewport_size != MATEN[maat]:
        page.set_viewport_size(MATEN[maat])
        bezoek.rust()
    wacht_tot(page, BEWOGEN)
    doel = WORTEL / "schermbeelden" if BEWAREN else map_
    doel.mkdir(exist_ok=True)
    assert len(page.screenshot(path=doel / f"{naam}-{maat}.png")) > 10_000
    uitsteek = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; }"
    )
    return f"{naam} is op een {maat} {uitsteek} punten te breed" if uitsteek > 0 else ""
