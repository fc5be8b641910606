"""The colours of the house stand in one place, and everything takes them from there."""

import re
import tomllib
from pathlib import Path

import pytest

from fairshare import kleuren

WORTEL = Path(__file__).parents[2]

EIGEN = {"fairshare/kleuren.py", ".streamlit/config.toml"}
"""Where they are defined, and the theme, which can only be a file: a test here holds it to them."""

BESTANDEN = [
    bestand
    for map_ in ("app.py", "fairshare", "pages", ".streamlit")
    for bestand in [WORTEL / map_, *(WORTEL / map_).rglob("*")]
    if bestand.suffix in (".py", ".css", ".js", ".html", ".toml", ".typ", ".svg")
    and bestand.relative_to(WORTEL).as_posix() not in (*EIGEN, "pages/levend/vega.js")  # Vega itself, as it comes
]

THEMA = {
    "primaryColor": kleuren.LINT,
    "backgroundColor": kleuren.VLAK,
    "secondaryBackgroundColor": kleuren.BALK,
    "textColor": kleuren.INKT,
    "linkColor": kleuren.LINK,
    "borderColor": kleuren.RAND,
    "orangeColor": kleuren.ACCENT_TEKST,
    "orangeTextColor": kleuren.ACCENT_TEKST,
    "blueTextColor": kleuren.CAPACITEIT,
    "grayTextColor": kleuren.STIL,
}


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: str(bestand.relative_to(WORTEL)))
def test_no_colour_is_written_down_twice(bestand):
    """A colour as #RRGGBB or as rgb(...) stands in fairshare/kleuren.py; a shadow is no colour of the house."""
    tekst = re.sub(r"box-shadow: [^;]*;", "", bestand.read_text(encoding="utf-8"))
    assert not re.findall(r"#(?:[0-9a-fA-F]{3}){1,2}\b(?![/!])|\brgba?\(\s*\d|_color\(\s*\d", tekst)


@pytest.mark.parametrize(("kant", "donker"), [("light", False), ("dark", True)])
def test_the_theme_of_streamlit_has_the_colours_of_the_house(kant, donker):
    """Every colour in the settings is one of ours, and none is left out."""
    instellingen = tomllib.loads((WORTEL / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert instellingen["theme"][kant] == {naam: kleur[donker] for naam, kleur in THEMA.items()}


def test_every_colour_of_a_style_is_one_of_the_house():
    """A name that is not there would leave an element without its colour, without a word."""
    bekend = {f"--kleur-{naam}" for naam in kleuren.KLEUREN}
    stijlen = [b.read_text(encoding="utf-8") for b in BESTANDEN if b.suffix in (".css", ".html")]
    gevraagd = {naam for tekst in stijlen for naam in re.findall(r"var\((--kleur-[a-z-]+)\)", tekst)}
    assert gevraagd and gevraagd <= bekend
