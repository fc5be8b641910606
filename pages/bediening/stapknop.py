"""A button that moves the slider beside it in the browser, as an arrow key does: no click of a quick hand waits for the server."""

from collections.abc import Sequence

from pages.onderdelen import voorkant

_KNOP = voorkant.component(__file__, "stapknop")


def stapknop(label: str, kant: int, schuif: str, treden: Sequence[int], disabled: bool) -> None:
    """Draw the button to one side; a click goes to the next of the places ``treden`` on the slider with the key ``schuif``."""
    naam, teken = ("hoger", "+") if kant > 0 else ("lager", "−")
    gegevens = {
        "label": f"{label}: {naam}",
        "teken": teken,
        "kant": kant,
        "schuif": schuif,
        "treden": list(treden),
        "dicht": disabled,
    }
    _KNOP(key=f"{naam}_{schuif}", data=gegevens, width="content")
