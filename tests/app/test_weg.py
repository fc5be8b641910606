"""De weg ernaartoe: prices are empty at first, a 0 and what cannot be are said, and every point is a link to its scenario."""

from tests.app.test_paginas import open_app, stukken, tabellen


def tekst(at):
    return "".join(stuk.get("html", "") for stuk in stukken(at))


def test_a_price_is_never_invented_and_zero_is_said():
    """Empty: no mix; 0: free, and said; below 0: refused by name, the rest stays; too little room: what is left."""
    leeg = tekst(open_app("weg", keer=1))
    assert "Geen van de bronnen noemt er een: daarom zijn de velden leeg." in leeg and "euro per jaar" not in leeg
    assert 'data-begin="weg?v=2&amp;reservering="' in leeg and 'href="25&amp;nieuwbouw=100"' in leeg
    at = open_app("weg", keer=1, v="2", prijs_reservering="100", prijs_alternatief="0", prijs_nieuwbouw="-5")
    assert "prijs\\_nieuwbouw=-5 kan niet\\: kies 0 tot en met 1000000" in at.error[0].value
    gezien = tekst(at)
    assert "Voor 0 euro, dus gratis gerekend: Plekken buiten de sociale huur." in gezien
    assert "Zonder prijs, dus niet in de mix: Nieuwbouw sociale huur en Doorstroming." in gezien
    assert {"Plekken buiten de sociale huur": ["+100", "100", "0", "0"]}.items() <= tabellen(at)[-1].items()
    krap = tekst(open_app("weg", keer=1, v="2", prijs_alternatief="10"))
    assert "is niet geplaatst nog 115: het doel, hoogstens 0 niet geplaatst in 2035, wordt niet gehaald." in krap


def test_when_everything_is_free_the_mix_is_too_and_it_says_so():
    """Four zeros are prices as any other: a mix of 0 euro, with every lever named as free."""
    vrij = {f"prijs_{wat}": "0" for wat in ("reservering", "nieuwbouw", "doorstroming", "alternatief")}
    at = open_app("weg", keer=1, v="2", **vrij)
    assert not at.error and not at.exception
    assert "Voor 0 euro, dus gratis gerekend: " in tekst(at)
    assert "Zonder prijs" not in tekst(at)
