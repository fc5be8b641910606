"""Faults, each against the real app: the process dies, data is damaged or gone, the surroundings are bad, the line is slow."""

import re
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.proto.WidgetStates_pb2 import WidgetState

from fairshare.gegevens import lees_regios
from fairshare.model import bereken
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from tests.browser.conftest import GEDULD, WORTEL, Bezoek, draaiende_app, start, stop, verkenner, vrije_poort, wacht_op
from tests.browser.gast import Gast
from tests.browser.lijn import lijn_naar

pytestmark = pytest.mark.browser

STANDEN, ANDEREN = (25, 31), [26 + half / 2 for half in range(18)]
"""Where each visitor begins: two in a window, eighteen who only talk to the server; one step on is never the default."""


def test_twenty_visitors_find_their_scenario_after_the_process_was_killed(chromium):
    """Each moves a slider, the process is killed and started again: each sees the figure of its own link, and can go on."""

    def zonder_venster(stand: float) -> str:
        with Gast(adres, "", f"v=2&reservering={stand:g}") as gast:
            return gast.cijfer("Niet geplaatst")

    poort = vrije_poort()
    proces = start(verkenner(poort))
    adres = wacht_op(poort, proces)
    context = chromium.new_context(viewport={"width": 1000, "height": 600}, locale="nl-NL")
    bezoekers = [Bezoek(context) for _ in STANDEN]
    try:
        for stand, bezoeker in zip(STANDEN, bezoekers, strict=True):
            bezoeker.open(f"{adres}/?v=2&reservering={stand:g}")
            bezoeker.reservering.focus()
            bezoeker.page.keyboard.press("ArrowRight")
            expect(bezoeker.page).to_have_url(re.compile(f"reservering={stand + 0.5:g}$"))
            bezoeker.rust()
        gezien = [bezoeker.kaart().inner_text() for bezoeker in bezoekers]
        with ThreadPoolExecutor(len(ANDEREN)) as samen:
            van_anderen = list(samen.map(zonder_venster, ANDEREN))
        stop(proces)
        expect(bezoekers[0].page.locator("[data-stil]")).to_have_count(1, timeout=2_000)
        assert "reservering 25,5%" in naast(bezoekers[0])
        proces = start(verkenner(poort))
        wacht_op(poort, proces)
        with ThreadPoolExecutor(len(ANDEREN)) as samen:
            assert list(samen.map(zonder_venster, ANDEREN)) == van_anderen
        for nummer, bezoeker in enumerate(bezoekers):
            bezoeker.rust()
            expect(bezoeker.kaart()).to_have_text(gezien[nummer])
            expect(bezoeker.page).to_have_url(re.compile(f"reservering={STANDEN[nummer] + 0.5:g}$"))
        bezoekers[0].reservering.focus()
        bezoekers[0].page.keyboard.press("End")
        expect(bezoekers[0].kaart()).to_have_text("0", timeout=GEDULD)
        expect(bezoekers[0].page).to_have_url(re.compile("reservering=37$"), timeout=GEDULD)
        expect(bezoekers[0].reservering).to_have_attribute("aria-valuetext", "37,0%")
        bezoekers[1].page.get_by_text("Hoe komt een cijfer tot stand?").first.click()
        expect(bezoekers[1].page.get_by_role("combobox", name="Jaar").first).to_be_visible(timeout=GEDULD)
    finally:
        context.close()
        stop(proces)


def naast(bezoek: Bezoek) -> str:
    """What is said of the line beside the slider; beside the cards, or the title where there are none, stands the same."""
    waar = [
        ".st-key-s_reservering",
        ".plek:has(.kaarten), [data-testid=stMainBlockContainer]:not(:has(.kaarten)) .stHtml:has(h1)",
    ]
    lees = "(waar) => waar.map((plek) => getComputedStyle(document.querySelector(plek), '::after').content)"
    slider, kaarten = bezoek.page.evaluate(lees, waar)
    assert slider == kaarten
    return slider


@contextmanager
def kale_app(map_: Path, zonder: str, **omgeving: str) -> Iterator[str]:
    """Start a copy of the app that lacks a folder, with only this environment; give its address."""
    shutil.copytree(WORTEL, map_, ignore=NIET_NODIG)
    shutil.rmtree(map_ / zonder)
    poort = vrije_poort()
    proces = start(verkenner(poort), map_, omgeving)
    try:
        yield wacht_op(poort, proces)
    finally:
        stop(proces)


NIET_NODIG = shutil.ignore_patterns(".git", ".venv", "tests", "__pycache__", ".*_cache")


def test_damaged_data_shows_which_file_and_no_figure(venster, tmp_path):
    """A flipped bit in a figure: the screen names the file, and there is nothing to believe by mistake."""
    map_ = tmp_path / "app"
    shutil.copytree(WORTEL, map_, ignore=NIET_NODIG)
    bestand = map_ / "data" / "stedendriehoek" / "gemeenten.csv"
    heel = bestand.read_bytes()
    bestand.write_bytes(heel.replace(b"1184", b"1185"))
    assert bestand.read_bytes() != heel
    poort = vrije_poort()
    proces = start(verkenner(poort), map_)
    bezoeker = venster()
    page = bezoeker.page
    try:
        bezoeker.open(f"{wacht_op(poort, proces)}/?v=2")
        expect(page.get_by_text("De gegevens zijn beschadigd")).to_be_visible()
        expect(page.get_by_text("data/stedendriehoek/gemeenten.csv")).to_be_visible()
        assert page.locator(".kaart .cijfer").count() == 0
        assert "Traceback" not in page.content()
    finally:
        stop(proces)


def test_no_home_and_no_settings_change_no_figure(venster, tmp_path):
    """No HOME, no PATH, no .streamlit: the same figures, and not a word of English but what Streamlit adds itself."""
    with kale_app(tmp_path / "app", ".streamlit", STREAMLIT_SERVER_HEADLESS="true", HOME="/bestaat/niet") as adres:
        bezoeker = venster().open(f"{adres}/?v=2&reservering=35")
        expect(bezoeker.kaart()).to_have_text("55")
        bezoeker.open(f"{adres}/over?v=2")
        expect(bezoeker.page.get_by_text("Modelversie")).to_be_visible()


@pytest.mark.parametrize(
    ("zonder", "pagina", "melding"),
    [
        ("data", "", "De gegevens zijn beschadigd; de Verkenner rekent er niet mee."),
        ("docs", "toegankelijkheid", "Deze pagina kan niet worden getoond"),
    ],
)
def test_a_missing_folder_is_said_in_dutch(venster, tmp_path, zonder, pagina, melding):
    """Without data no figure at all; without docs only the pages that show them fail, each by itself."""
    with kale_app(tmp_path / "app", zonder) as adres:
        bezoeker = venster().open(f"{adres}/{pagina}?v=2")
        expect(bezoeker.page.get_by_text(melding)).to_be_visible()
        bezoeker.rust()
        assert "Traceback" not in bezoeker.page.content()
        assert "Error" not in bezoeker.page.inner_text("body")
        if zonder == "data":
            assert bezoeker.page.locator(".kaart .cijfer").count() == 0
        else:
            bezoeker.wegwijzer("Overzicht").click()
            expect(bezoeker.kaart()).to_have_text("215")


def test_on_a_slow_line_the_screen_is_late_and_never_wrong(app, bezoek):
    """Half a second each way and 40 kB a second: each figure shown on the way belongs to a stand, the last is right."""
    with lijn_naar(app) as (adres, lijn):
        page = bezoek.open(f"{adres}/?v=2").page
        lijn.vertraging, lijn.tempo = 0.5, 40_000
        page.evaluate(
            """() => { window.gezien = new Set(); window.kijk = setInterval(() => gezien.add(
            document.querySelector(".kaart .cijfer")?.innerText ?? "weg"), 20); }"""
        )
        begin = time.monotonic()
        bezoek.reservering.focus()
        for _ in range(12):
            page.keyboard.press("ArrowRight")
        expect(bezoek.reservering).to_have_attribute("aria-valuetext", "36,0%")
        expect(bezoek.kaart()).to_have_text("23", timeout=GEDULD)
        assert time.monotonic() - begin > 1
        expect(page).to_have_url(re.compile("reservering=36$"), timeout=GEDULD)
        bezoek.rust()
        assert set(page.evaluate("[...gezien]")) <= op_weg()
        expect(bezoek.reservering).to_have_attribute("aria-valuetext", "36,0%")
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert not bezoek.klachten
        # a line that is only slow may be said to be silent, for a while
        expect(page.locator("[data-stil]")).to_have_count(0)
        lijn.vertraging = GEDULD  # silent, while the browser still says that it is connected
        page.keyboard.press("ArrowLeft")
        expect(page.locator("[data-stil]")).to_have_count(1, timeout=2_000)
        assert "reservering 36,0%" in naast(bezoek)
        expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-connection-state", "CONNECTED")
        page.goto("about:blank")


def test_a_silent_line_is_said_whatever_was_moved_with_keys_or_a_finger(app, venster):
    """A slider that is not live, by key and by finger, and a menu without a mouse: none of them clicks or changes anything."""

    def toets(waar, *toetsen: str) -> None:
        waar.focus()
        for een in toetsen:
            waar.page.keyboard.press(een)

    def veeg(waar) -> None:
        duim = waar.locator("xpath=../..").bounding_box()
        plek, vinger = {"x": duim["x"] + 6, "y": duim["y"] + 6}, waar.page.context.new_cdp_session(waar.page)
        for soort, punten in (("Start", [plek]), ("Move", [{**plek, "x": plek["x"] - 60}]), ("End", [])):
            vinger.send("Input.dispatchTouchEvent", {"type": f"touch{soort}", "touchPoints": punten})

    with lijn_naar(app) as (adres, lijn):
        bezoeker = venster()
        for doe in (
            lambda page: toets(page.locator("input[type=range][aria-label=Jaar]"), "ArrowLeft"),
            lambda page: toets(page.get_by_role("combobox", name="Ingroeipad"), "ArrowDown", "ArrowDown", "Enter"),
            lambda page: veeg(page.locator("input[type=range][aria-label=Jaar]")),
        ):
            lijn.vertraging = 0
            bezoeker.open(f"{adres}/solidariteit?v=2&reservering=32")
            lijn.vertraging = GEDULD
            doe(bezoeker.page)
            expect(bezoeker.page.locator("[data-stil]")).to_have_count(1, timeout=2_000)
            assert "reservering 32,0%" in naast(bezoeker)
        bezoeker.page.goto("about:blank")


@pytest.mark.parametrize("pagina", ["", "verhaal", "presenteren"])
def test_what_is_said_of_a_silent_server_moves_nothing(app, bezoek, pagina):
    """It lies over what stands there: what moves between the two ends of a press is not pressed."""
    page = bezoek.open(f"{app}/{pagina}?v=2&reservering=35&stap=2").page
    dingen = page.locator(":is(h1, h2, button, label, .kaart, .zin, table)")
    waar = "alle => alle.map((een) => [een.getBoundingClientRect().top, een.textContent])"
    stond = dingen.evaluate_all(waar)
    page.route("**/_stcore/health", lambda vraag: vraag.abort())
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator("[data-stil]")).to_have_count(1)
    assert "reservering 35,0%" in naast(bezoek)
    assert dingen.evaluate_all(waar) == stond
    page.unroute_all()


def op_weg() -> set[str]:
    """What the card may show between 30% and 36%."""
    regio = lees_regios()["stedendriehoek"]
    standen = [bereken(regio, Scenario(reservering=30 + half / 2)).regio.niet_geplaatst[-1, 0] for half in range(13)]
    return {getal(float(stand)) for stand in standen}


TRAAG = """
import time
import streamlit as st
from pages.onderdelen import raamwerk

if "klaar" not in st.session_state:
    raamwerk.laat_uitpraten()
    raamwerk.laat_niets_liggen()
    st.session_state.klaar = True

def kies():
    st.session_state.gekozen = st.session_state.get("gekozen", "") + "k"
    time.sleep(0.3)
    st.session_state.geteld = 1

def tel():
    st.session_state.gekozen += "t"

@st.fragment
def deel():
    st.button("Tel", on_click=tel)
    time.sleep(0.3 if "gekozen" in st.session_state else 0)

deel()
st.button("Kies", on_click=kies)
st.text(f"{st.session_state.get('gekozen')} {st.session_state.get('geteld', 0)}")
"""


def test_what_was_pressed_is_done_whatever_is_pressed_next(tmp_path):
    """Streamlit cuts a callback off between two of its lines, and drops a press that waits in a part (``findings/``); here slow ones, to hit it each time."""
    (tmp_path / "traag.py").write_text(TRAAG, encoding="utf-8")
    with draaiende_app(str(tmp_path / "traag.py")) as adres, Gast(adres) as gast:
        tel, kies = (WidgetState(id=knop.id, trigger_value=True) for knop in gast.elementen("button"))
        [deel] = {bericht.delta.fragment_id for bericht in gast.scherm} - {""}
        gast.zend(kies)
        time.sleep(0.1)
        assert gast.draai().elementen("text")[0].body == "k 1"
        for _ in range(2):  # the second waits until the first is drawn
            gast.zend(tel, deel=deel)
            time.sleep(0.1)
        assert gast.draai(kies).elementen("text")[0].body == "kttk 1"
