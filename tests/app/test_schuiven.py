"""A slider that counts once it is let go keeps what the browser shows: a quick hand is ahead of the server."""

import pytest

from fairshare.gegevens import lees_regio
from fairshare.model.knoppen import knop, stappen
from tests.app.test_paginas import open_app

REGIO = lees_regio("stedendriehoek")


@pytest.mark.parametrize("dicht", [True, False])
@pytest.mark.parametrize("pagina", ["solidariteit", "regulier", "nodig"])
def test_the_server_does_not_set_a_slider_that_shows_it_already(pagina, dicht):
    """After a step of any of them no slider is set, whether all controls stand there or few: it would take the next key back."""
    at = open_app(pagina, v="2", bovengrens="60")
    if dicht:
        for vak in ("meer_beleidskeuze", "meer_aanname"):
            at.session_state[vak] = False
        at.run()
    sleutels = [schuif.key for schuif in at.select_slider]
    assert "p_jaar" in sleutels and (len(sleutels) == 1) is dicht
    for sleutel in sleutels:
        naam, schuif = sleutel.removeprefix("p_"), at.select_slider(key=sleutel)
        wat, nu = knop(REGIO, naam), schuif.value
        anders = [stap for stap in stappen(REGIO, naam) if stap != nu and wat.toon(stap) in schuif.options]
        naar = min(anders, key=lambda stap, nu=nu: abs(stap - nu))
        schuif.set_value(naar).run()
        assert at.select_slider(key=sleutel).value == naar
        assert [een.key for een in at.select_slider if een.proto.set_value] == [], f"na {sleutel}"
