"""Start the app on other versions of Streamlit, and look at it: the first figure, one drag, one link. ``make versies``.

Outside ``make test``, because it fetches them. Each stands in a folder of its own before the installed one, with the same
packages around it.
"""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import LAPTOP, WORTEL, Bezoek, draaiende_app, echte_browser, geschreven
from tests.browser.test_schuif import klopt, sleep

VERSIES = ("1.65.0", "1.66.1", "1.67.0")
LEEST_INSTELLINGEN = "toml==0.10.2"
"""What 1.65 reads its settings with; without it, it says so only in a line of its log."""


def map_van(versie: str) -> Path:
    """Give the folder of a version, installed there if need be; of this name, or it takes itself for one under development."""
    map_ = WORTEL / ".venv" / f"streamlit-{versie}" / "site-packages"
    if not map_.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--target", str(map_), f"streamlit=={versie}", LEEST_INSTELLINGEN], check=True)
    return map_


def kijk(browser: Browser, versie: str) -> None:
    """Fail where the app on this version does not do what it does on the installed one."""
    with draaiende_app(PYTHONPATH=str(map_van(versie))) as adres:
        context = browser.new_context(viewport=LAPTOP, locale="nl-NL")
        bezoek = Bezoek(context).open(f"{adres}/?v=2")
        expect(bezoek.kaart()).to_have_text("215")
        grafiek = bezoek.page.locator(".tekening svg").first
        stond = grafiek.inner_html()
        sleep(bezoek, "reservering", 0.4, 0.8)
        expect(bezoek.kaart()).not_to_have_text("215")
        assert grafiek.inner_html() != stond
        bezoek.page.mouse.up()
        klopt(bezoek)
        bezoek.open(f"{adres}/?v=2&reservering=33").naar("Groeipad")
        expect(bezoek.page).to_have_url(geschreven("reservering=33", pad="/groeipad"))
        assert not bezoek.klachten, bezoek.klachten
        context.close()


def main() -> None:
    """Look at each, and say which one it was."""
    with echte_browser() as browser:
        for versie in VERSIES:
            kijk(browser, versie)
            print(f"streamlit {versie}: goed", flush=True)


if __name__ == "__main__":
    main()
