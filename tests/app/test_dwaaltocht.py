"""A walk without a plan over every page and every control: no failure, no word of English, and the link tells it all."""

import random
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from fairshare import link
from fairshare.gegevens import lees_eigen, lees_presets, lees_regios
from fairshare.lezingen.uitleg import REGIO
from fairshare.parameters import Keuze
from fairshare.weergave import BOODSCHAPPEN, PARAMETERS, TEKENINGEN
from pages.bediening import adres as adresbalk
from pages.bediening import eigen
from tests.app.test_eigen_regio import KARIG
from tests.app.test_paginas import APP, PAGINAS, adres, kaarten

OPEN = ("meer_beleidskeuze", "meer_aanname", "bladwijzers", "woordenboek", "realisatie_meer", "profieltabel")
EIGEN = {regio.sleutel: regio for regio in (lees_eigen(tekst.encode(), naam).regio for naam, tekst in KARIG.items())}
REGIOS = {**lees_regios(), **EIGEN}
TEKSTEN = (
    "",
    "Ons bod",
    "**b** <b>x</b> ![](https://evil.example)",
    "v=2&reservering=33",
    "reservering=99",
    "kolom-C",
    "é" * 40,
    "1.285",
    "1285,5",
    "7",
)
BESTANDEN = (
    b"Gemeente;Inwoners\nDelft;5\n",
    b"Gemeente;Inwoners\nUtrech;x\n",
    b"[]",
    b"PK\x03\x04",
    b"Gemeente;2026 H1\nEpe;7\n",
)

JAREN = range(2026, 2041)

Greep = Callable[[random.Random, Any], object]


def _alles() -> list[object]:
    """Give everything that a list can be about, because AppTest knows only what is shown of its options."""
    codes = [code for regio in REGIOS.values() for code in regio.codes]
    presets = [deel for preset in lees_presets() for deel in (preset.link, preset.naam)]
    keuzes = [optie for wat in PARAMETERS.values() if isinstance(wat, Keuze) for optie in wat.opties]
    woorden = [*BOODSCHAPPEN, *TEKENINGEN, *(f"kolom-{letter}" for letter in "ABCDE"), REGIO]
    return [*REGIOS, *codes, *map(str, JAREN), *JAREN, *presets, *keuzes, *woorden, *range(20)]


def _past(lijst: Any, keuze: object) -> bool:
    try:
        return lijst.format_func(keuze) in lijst.options
    except (KeyError, IndexError, TypeError, AttributeError, ValueError):
        return False


def _uit_de_lijst(toeval: random.Random, lijst: Any) -> None:
    kan = [keuze for keuze in _alles() if _past(lijst, keuze)]
    if kan:
        lijst.set_value(toeval.choice(kan))


def _van_de_schuif(toeval: random.Random, schuif: Any) -> object:
    naam = str(schuif.key).removeprefix(adresbalk.WIDGET)
    return schuif.set_value(
        toeval.choice([stand for stand in PARAMETERS[naam].stappen() if schuif.format_func(stand) in schuif.options])
    )


def _een_paar(toeval: random.Random, lijst: Any) -> object:
    kan = list(dict.fromkeys(keuze for keuze in _alles() if _past(lijst, keuze)))
    return lijst.set_value(toeval.sample(kan, min(len(kan), toeval.randint(0, 3))))


GREPEN: dict[str, Greep] = {
    "button": lambda toeval, knop: knop.click(),
    "checkbox": lambda toeval, vak: vak.set_value(not vak.value),
    "file_uploader": lambda toeval, vak: vak.set_value([("x.csv", toeval.choice(BESTANDEN), "text/csv")]),
    "multiselect": _een_paar,
    "select_slider": _van_de_schuif,
    "selectbox": _uit_de_lijst,
    "text_input": lambda toeval, vak: vak.set_value(toeval.choice(TEKSTEN)),
}
"""What a hand can do with each kind of control."""


def kijk(at: AppTest, spoor: list[str]) -> None:
    """What must hold on any screen; while a replay goes on the address bar waits, as during a drag."""
    assert not at.exception, spoor
    assert not [fout.value for fout in at.error if "foutnummer" in fout.value], spoor
    assert not [kaart for kaart in kaarten(at) if "nan" in kaart.cijfer or "inf" in kaart.cijfer], spoor
    if not at.session_state[adresbalk.WACHT] and not at.session_state[adresbalk.SLEEPT]:
        gelezen = link.lees("&".join(f"{naam}={quote(waarde)}" for naam, waarde in adres(at).items()), REGIOS)
        gezien = at.session_state[adresbalk.SCENARIO], at.session_state[adresbalk.WEERGAVE]
        bekend = gezien[0].regio in REGIOS
        assert not bekend or (gelezen.fouten, gelezen.scenario, gelezen.weergave) == ((), *gezien), spoor


@pytest.mark.parametrize("zaad", range(4))
def test_a_walk_without_a_plan_meets_no_failure(zaad):
    """Any page, any control, any order, own data with almost nothing in it too; the link always gives what is shown."""
    toeval = random.Random(zaad)
    at = AppTest.from_file(APP, default_timeout=60)
    for uitklap in OPEN:
        at.session_state[uitklap] = True
    at.session_state[eigen.REGIOS] = EIGEN
    spoor: list[str] = []
    begin = time.monotonic()
    for _ in range(40):
        if not spoor or toeval.random() < 0.3:
            pagina = toeval.choice(list(PAGINAS))
            at._page_hash = calc_hash(pagina)
            spoor.append(f"naar {pagina or 'overzicht'}")
        else:
            delen = [deel for soort in GREPEN for deel in at.get(soort) if not getattr(deel, "disabled", False)]
            deel = toeval.choice(delen)
            GREPEN[deel.type](toeval, deel)
            spoor.append(f"{deel.type} {deel.key or deel.label}")
        at.run()
        kijk(at, spoor)
        if time.monotonic() - begin > 20:
            break  # a slow machine walks less far
