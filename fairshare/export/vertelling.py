"""A story as one web page that needs nothing else: for rooms with bad wifi."""

from base64 import b64encode
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader

from fairshare.export.beeld import los_svg
from fairshare.export.stempel import Stempel
from fairshare.grafieken import teken
from fairshare.verhaal import Scene

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
    getekend = [_getekend(scene) for scene in scenes]
    return _SJABLONEN.get_template("vertelling.html").render(scenes=getekend, stempel=stempel).encode()


def _getekend(scene: Scene) -> dict[str, object]:
    """Draw the chart of a step, as a picture inside the page."""
    tekening = teken(scene.stap.tekening, scene.uitkomst, scene.gemeente)
    return {
        "stap": scene.stap,
        "boodschap": scene.boodschap,
        "beeldtekst": tekening.titel,
        "svg": b64encode(los_svg(tekening)).decode(),
    }
