"""The library that draws the charts in the browser: written by ``make vega``, and just what vl-convert carries."""

from pathlib import Path

import vl_convert

BESTAND = Path(__file__).parents[2] / "pages" / "levend" / "vega.js"


def inhoud() -> str:
    """Vega-Embed with all that it needs, as one module; the licence of Vega (BSD-3-Clause) asks to be named with it."""
    kop = (
        f"// Vega {vl_convert.get_vega_version()}, Vega-Lite {vl_convert.get_vegalite_versions()[-1]} and Vega-Embed "
        f"{vl_convert.get_vega_embed_version()}, made by `make vega` from vl-convert-python.\n"
    )
    return kop + vl_convert.javascript_bundle("export default vegaEmbed;")


def test_vega_in_the_browser_is_what_vl_convert_carries():
    """After an upgrade: `make vega`."""
    assert BESTAND.read_text(encoding="utf-8") == inhoud()


if __name__ == "__main__":
    print(inhoud(), end="")
