"""A story as one web page that needs nothing else: for rooms with bad wifi."""

from base64 import b64encode
from collections.abc import Sequence
from math import isfinite

from jinja2 import Environment, PackageLoader

from fairshare.export.beeld import los_svg
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Ruimte, schalen, teken
from fairshare.kleuren import eigenschappen
from fairshare.opmaak import afgerond
from fairshare.verhaal import Scene
from fairshare.weergave import Weergave

_SJABLONEN = Environment(loader=PackageLoader("fairshare", "export"), autoescape=True)


def vertelling(scenes: Sequence[Scene], stempel: Stempel) -> bytes:
    """Make the page: a step a screen, with its figure, sentence and chart; keys as on the projector.

    Every text is escaped; the page may not fetch anything.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> from fairshare.scenario import Scenario
    >>> from fairshare.verhaal import scenes
    >>> from fairshare.weergave import Weergave
    >>> verteld = scenes(Scenario(), Weergave(), lees_regios())
    >>> vertelling(verteld[:1], Stempel.van(verteld[0].uitkomst, "v=1"))[:15]
    b'<!doctype html>'
    """
    assen = schalen((scene.stap.tekening, scene.uitkomst, scene.gemeente) for scene in scenes)
    getekend = [{**_getekend(scene, assen.get(scene.stap.tekening)), "stempel": _stempel(scene)} for scene in scenes]
    return (
        _SJABLONEN.get_template("vertelling.html")
        .render(scenes=getekend, stempel=stempel, kleuren=eigenschappen)
        .encode()
    )


def _stempel(scene: Scene) -> Stempel:
    return Stempel.van(scene.uitkomst, "", Weergave(motivering=scene.motivering))


def _getekend(scene: Scene, ruimte: Ruimte | None) -> dict[str, object]:
    """Draw the chart of a step, as a picture inside the page: one on white and one for a dark screen."""
    licht, nacht = (
        teken(scene.stap.tekening, scene.uitkomst, scene.gemeente, donker, ruimte) for donker in (False, True)
    )
    waarde = scene.boodschap.waarde
    return {
        "stap": scene.stap,
        "boodschap": scene.boodschap,
        "rond": int(afgerond(waarde)) if isfinite(waarde) else None,
        "beeldtekst": licht.voluit,
        "licht": b64encode(los_svg(licht).encode()).decode(),
        "nacht": b64encode(los_svg(nacht, donker=True).encode()).decode(),
    }
