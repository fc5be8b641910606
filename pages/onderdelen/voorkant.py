"""The files of the browser, which stand beside the Python they belong to: same name, ending in .js, .css or .html."""

from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st


@cache
def tekst(bestand: str, soort: str) -> str | None:
    """Read what stands beside a file of Python; None where there is nothing of that kind."""
    pad = Path(bestand).with_suffix(f".{soort}")
    return pad.read_text(encoding="utf-8") if pad.exists() else None


def component(bestand: str, naam: str) -> Any:
    """Make a component of what stands beside a file of Python.

    What it tells the browser goes as the one thing in a list: to see whether there is a table in a mapping, Streamlit imports
    pandas and pyarrow, and the first screen would wait for those.
    """
    html, css, js = (tekst(bestand, soort) for soort in ("html", "css", "js"))
    teken = st.components.v2.component(naam, html=html, css=css, js=js)
    return lambda data=None, **meer: teken(data=(data,), **meer)


def merk(bestand: str, naam: str) -> str:
    """Give what changes with a script beside a file of Python: in its address, so that a browser may keep it for good."""
    return f"{crc32(Path(bestand).with_name(f'{naam}.js').read_bytes()):08x}"


def stijlblad(bestand: str, vooraf: str = "") -> None:
    """Add the style that stands beside a file of Python to the whole screen, after what is the same everywhere."""
    st.html(f"<style>{vooraf}{tekst(bestand, 'css')}</style>")
