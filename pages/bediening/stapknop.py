"""A button that moves the slider beside it in the browser, as an arrow key does: no click of a quick hand waits for the server."""

from collections.abc import Sequence

from pages.onderdelen import voorkant

_KNOP = voorkant.component(__file__, "stapknop")


def stapknop(label: str, kant: int, schuif: str, naar: Sequence[int], disabled: bool) -> None:
    """Draw the button to one side; ``naar`` gives for each place on the slider with the key ``schuif`` the place to which a click goes."""
    naam, teken = ("hoger", "+") if kant > 0 else ("lager", "−")
    gegevens = {"label": f"{label}: {naam}", "teken": teken, "schuif": schuif, "naar": list(naar), "dicht": disabled}
    _KNOP(key=f"{naam}_{schuif}", data=gegevens, width="content")
