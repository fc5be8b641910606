"""The logic of the browser by itself: each file is loaded in Chromium, without a server."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from pages.onderdelen.invultabel import GELEZEN
from tests.browser.conftest import WORTEL, wacht_tot

BESTANDEN = {bestand.name: bestand for bestand in (WORTEL / "pages").rglob("*") if bestand.suffix in (".js", ".css")}

KAAL = """<!doctype html><html data-scenario="reservering 32,0%"><title>proef</title><script src="/static/js/index.js"></script>
<div data-testid=stApp data-test-connection-state=CONNECTED></div>"""

SPEEL = """async ([naam, html, data]) => {
  window.verteld = [];
  window.deel = (await import("/" + naam)).default;
  window.vak = document.body.appendChild(document.createElement("section"));
  vak.innerHTML = html;
  window.vertel = (soort, waarde) => { verteld.push(waarde); };
  window.teken = (data) => deel({ data: [data], parentElement: vak, setStateValue: vertel, setTriggerValue: vertel });
  window.weg = teken(data);
}"""


def geef(route: Route) -> None:
    """Answer as a server would that has these files only."""
    naam = route.request.url.rpartition("/")[2].partition("?")[0]
    if naam in BESTANDEN:
        route.fulfill(path=BESTANDEN[naam], content_type="text/javascript")
    else:
        route.fulfill(body=KAAL, content_type="text/html")


@pytest.fixture
def blanco(chromium) -> Iterator[Page]:
    """An empty page, in which a test loads what it is about."""
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/*", geef)
    page.goto("http://localhost/regio/overzicht?v=2&reservering=33")
    yield page
    context.close()


def laad(page: Page, bestand: str, **data: object) -> None:
    """Load a component with its markup, and draw it once."""
    html = BESTANDEN[bestand].with_suffix(".html")
    page.evaluate(SPEEL, [bestand, html.read_text(encoding="utf-8") if html.exists() else "", data])


SCHUIF = {
    "laag": 25,
    "hoog": 37,
    "stap": 0.5,
    "decimalen": 1,
    "achter": "%",
    "merken": [],
    "hulp": "",
    "label": "r",
    "greep": 0.5,
    "gelezen": 0,
}


def schuif(page: Page, *waarden: float, los: bool = False) -> list[float]:
    """Move the slider through these values, and give all that it has told until now."""
    return page.evaluate(
        """([waarden, los]) => {
          const invoer = vak.querySelector("input[type=range]");
          for (const waarde of waarden) { invoer.value = waarde; invoer.dispatchEvent(new Event("input")); }
          if (los) invoer.dispatchEvent(new Event("change"));
          return verteld.map((bericht) => bericht.waarde);
        }""",
        [waarden, los],
    )


def gevolgd(page: Page, nummer: int, waarde: float) -> list[float]:
    """Say that the screen has followed; give all that the slider has told until now."""
    return page.evaluate(
        """([nummer, waarde]) => {
          document.dispatchEvent(new CustomEvent("gevolgd", { detail: { reservering: [nummer, waarde] } }));
          return verteld.map((bericht) => bericht.waarde);
        }""",
        [nummer, waarde],
    )


def zet_de_klok_stil(page: Page) -> None:
    """Let time go on only when a test says so; a clock that was installed still runs, and quickly on a busy machine."""
    page.clock.install(time=0)
    page.clock.pause_at(1)


@pytest.mark.parametrize("naam", [naam for naam in BESTANDEN if naam.endswith(".css")])
def test_chromium_knows_every_line_of_style(blanco, naam):
    """A property or value that the browser does not know is dropped without a word; here it is named."""
    tekst = re.sub(r"/\*.*?\*/", "", BESTANDEN[naam].read_text(encoding="utf-8"), flags=re.DOTALL)
    regels = re.findall(r"(?<=[{;\n])\s*([a-z-]+):\s*([^;{}]+?)(?: !important)?;", tekst)
    assert regels
    onbekend = blanco.evaluate("regels => regels.filter(([naam, waarde]) => !CSS.supports(naam, waarde))", regels)
    assert not onbekend


def test_a_slider_tells_one_value_at_a_time_and_the_last_one_always(blanco):
    """What the thumb passes while an answer is awaited is left out."""
    laad(blanco, "schuif.js", **SCHUIF, naam="reservering", waarde=30, gezien=0)
    assert schuif(blanco, 30.5, 31, 31.5, 32) == [30.5]
    assert gevolgd(blanco, 1, 30.5) == [30.5, 32]
    assert gevolgd(blanco, 2, 32) == [30.5, 32]
    assert blanco.locator("output").inner_text() == "32,0%"


def test_an_old_answer_never_moves_the_thumb_back(blanco):
    """While a value is on its way the slider stays where the hand put it; afterwards it follows the screen."""
    laad(blanco, "schuif.js", **SCHUIF, naam="reservering", waarde=30, gezien=0)
    schuif(blanco, 35, los=True)
    gevolgd(blanco, 0, 30)
    assert blanco.locator("output").inner_text() == "35,0%"
    gevolgd(blanco, 1, 35)
    wacht_tot(blanco, "verteld.some((bericht) => bericht.los)")
    gevolgd(blanco, 2, 33)
    assert blanco.locator("input[type=range]").get_attribute("aria-valuetext") == "33,0%"


def test_a_value_without_an_answer_is_sent_again(blanco):
    """After two seconds, with the next number."""
    zet_de_klok_stil(blanco)
    laad(blanco, "schuif.js", **SCHUIF, naam="reservering", waarde=30, gezien=0)
    schuif(blanco, 31)
    blanco.clock.run_for(2_100)
    assert blanco.evaluate("verteld.map((bericht) => [bericht.waarde, bericht.nummer])") == [[31, 1], [31, 2]]


def test_letting_go_is_told_however_late_the_answer_to_a_held_thumb(blanco):
    """What is sent again because no answer came does not undo what the hand did meanwhile."""
    zet_de_klok_stil(blanco)
    laad(blanco, "schuif.js", **SCHUIF, naam="reservering", waarde=30, gezien=0)
    schuif(blanco, 35)
    gevolgd(blanco, 1, 35)
    blanco.clock.run_for(1_900)  # it is held, and that is told after four tenths of a second
    schuif(blanco, los=True)
    blanco.clock.run_for(1_000)
    assert blanco.evaluate("verteld.map(({ waarde, stil, los }) => [waarde, stil, los])") == [
        [35, False, False],
        [35, True, False],
        [35, True, True],
    ]
    schuif(blanco, 36)
    blanco.clock.run_for(4_100)  # and is not told of a thumb that is held again
    gevolgd(blanco, 4, 36)
    assert blanco.evaluate("verteld.slice(3).map(({ waarde, stil, los }) => [waarde, stil, los])") == [
        [36, False, False],
        [36, True, False],
    ]


def test_a_button_goes_to_the_next_round_value_and_never_past_an_end(blanco):
    """From 30,1 up to 30,5; at 37 it stays."""
    laad(blanco, "schuif.js", **{**SCHUIF, "stap": 0.1}, naam="reservering", waarde=30.1, gezien=0)
    lager, hoger = blanco.locator(".stappen button").all()
    hoger.click()
    assert blanco.locator("input[type=range]").input_value() == "30.5"
    lager.click()
    assert blanco.locator("input[type=range]").input_value() == "30"
    schuif(blanco, 37)
    hoger.click()
    assert blanco.evaluate("verteld.at(-1).waarde") == 30.5
    assert blanco.locator("input[type=text]").input_value() == "37,0%"


def test_what_is_typed_beside_a_slider_goes_to_the_server_as_it_is_and_stays_until_that_has_read_it(blanco):
    """The server reads it as Dutch; then the field shows where the slider stands. Escape takes back what was not sent."""
    laad(blanco, "schuif.js", **SCHUIF, naam="reservering", waarde=30, gezien=0)
    veld = blanco.locator("input[type=text]")
    veld.fill("dertig")
    veld.press("Escape")
    assert veld.input_value() == "30,0%"
    veld.fill("33,5")
    veld.press("Enter")
    assert blanco.evaluate("verteld") == ["33,5"]
    gevolgd(blanco, 0, 30)
    assert veld.input_value() == "33,5"
    blanco.evaluate("data => teken(data)", {**SCHUIF, "naam": "reservering", "waarde": 34, "gezien": 0, "gelezen": 1})
    assert veld.input_value() == "34,0%"


def test_bookmarks_outlive_a_reload_and_can_be_renamed_and_removed(blanco):
    """What they are called is text; a name that is taken, or none, is refused, and nothing is lost."""

    def namen() -> list[str]:
        return blanco.locator("li .open").all_inner_texts()

    laad(blanco, "bladwijzers.js")
    for naam in ("<b>een</b>", "twee", "twee"):
        blanco.locator("form input").fill(naam)
        blanco.get_by_role("button", name="Bewaar").click()
    assert namen() == ["<b>een</b>", "twee"]
    zegt = blanco.get_by_role("status")
    assert zegt.inner_text() == "twee bestaat al: kies een andere naam, of verwijder die eerst."
    assert blanco.locator("form input").input_value() == "twee"
    blanco.reload()
    laad(blanco, "bladwijzers.js")
    for toetsen, toets, zegt_dan in (
        ("", "Enter", "Schrijf een naam."),
        ("<b>een</b>", "Tab", "<b>een</b> bestaat al: kies een andere naam, of verwijder die eerst."),
        ("weg", "Escape", "<b>een</b> bestaat al: kies een andere naam, of verwijder die eerst."),
        ("drie", "Enter", "Heet nu drie."),
    ):
        blanco.get_by_role("button", name="Hernoem twee").click()
        blanco.keyboard.press("Control+A")
        blanco.keyboard.press("Delete")
        blanco.keyboard.type(toetsen)
        blanco.keyboard.press(toets)
        assert zegt.inner_text() == zegt_dan
        assert namen() == ["<b>een</b>", "drie" if toetsen == "drie" else "twee"]
    expect(blanco.get_by_role("button", name="Hernoem drie")).to_be_focused()
    blanco.get_by_role("button", name="Hernoem drie").click()
    blanco.get_by_role("button", name="Hernoem <b>een</b>").click()
    blanco.keyboard.press("Escape")
    blanco.get_by_role("button", name="Verwijder <b>een</b>").click()
    assert namen() == ["drie"]
    blanco.get_by_role("button", name="Open drie").click()
    assert blanco.evaluate("verteld") == ["?v=2&reservering=33"]
    blanco.evaluate("localStorage.setItem('fairshare.bladwijzers', '[1, {}]')")
    laad(blanco, "bladwijzers.js")
    assert blanco.evaluate("(async () => (await import('/bladwijzers.js')).lees())()") == []


def test_a_cell_reads_a_whole_number_as_dutch_writes_it(blanco):
    """A point is for thousands; what is no whole number, or too large, does not count."""
    lees = """async ([teksten, hoe]) => { const { leesGeheel } = await import("/invultabel.js");
        return teksten.map((tekst) => { const cel = leesGeheel(tekst, hoe); return cel === undefined ? "telt niet" : cel; }); }"""
    goed = blanco.evaluate(lees, [["12", " 1.285 ", "0", "100.000", "", "N.B.", "12,0"], GELEZEN])
    assert goed == [12, 1285, 0, 100_000, None, None, 12]
    fout = ["1,5", "1.28", "-3", "100.001", "1e3", "twaalf", "1,285", "0.123"]
    assert set(blanco.evaluate(lees, [fout, GELEZEN])) == {"telt niet"}


def test_a_pasted_column_goes_down_and_what_is_no_number_is_named(blanco):
    """One message with the whole table; the wrong cell is empty in it and marked on the screen."""
    tabel = {"stand": "a", "koppen": ["2026"], "rijen": ["Epe", "Heerde"], "cellen": [[None], [4]], **GELEZEN}
    laad(blanco, "invultabel.js", **tabel, omschrijving="proef", advies="Vul een heel getal in.")
    blanco.evaluate(
        """() => { const eerste = vak.querySelector("input"), klembord = new DataTransfer();
        klembord.setData("text", "7\\nacht\\n");
        eerste.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: klembord })); }"""
    )
    assert blanco.evaluate("verteld") == [{"stand": "a", "cellen": [[7], [None]]}]
    assert blanco.locator(".melding").inner_text() == "Telt niet mee: 'acht' bij Heerde, 2026. Vul een heel getal in."
    assert blanco.locator("[aria-invalid=true]").count() == 1


def test_after_a_login_the_tab_goes_on_to_its_own_link_only(blanco):
    """The link is kept while someone logs in, and used once."""
    laad(blanco, "toegang.js", bewaar=True)
    blanco.goto("http://localhost/")
    laad(blanco, "toegang.js", bewaar=False)
    blanco.wait_for_url("http://localhost/regio/overzicht?v=2&reservering=33")
    assert blanco.evaluate("sessionStorage.length") == 0


def test_a_link_that_may_not_be_copied_is_shown(blanco):
    """Where the browser forbids it, the text stands in a field, selected."""
    laad(blanco, "kopieer.js", label="Kopieer", tekst="http://localhost/?v=2")
    blanco.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    blanco.get_by_role("button", name="Kopieer").click()
    assert blanco.get_by_label("De link").input_value() == "http://localhost/?v=2"


def test_the_whole_screen_is_asked_for_when_the_line_is_back(blanco):
    """Once for each time that it was gone."""
    laad(blanco, "verbinding.js")
    for staat in ("DISCONNECTED_TEMPORARILY", "CONNECTING", "CONNECTED"):
        blanco.locator("[data-testid=stApp]").evaluate(
            "(app, staat) => { app.dataset.testConnectionState = staat; }", staat
        )
    wacht_tot(blanco, "verteld.length === 1")


def test_another_theme_is_told_after_back_and_not_while_it_is_under_way(blanco):
    """Told in between, the server takes the move for an older address and keeps the picture that was left."""
    zet_de_klok_stil(blanco)
    blanco.emulate_media(color_scheme="light")
    laad(blanco, "verbinding.js")
    blanco.evaluate(
        "matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { window.donker = true; })"
    )
    blanco.emulate_media(color_scheme="dark")
    wacht_tot(blanco, "window.donker === true")
    blanco.clock.run_for(250)
    blanco.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")
    blanco.clock.run_for(100)
    assert blanco.evaluate("verteld") == []
    blanco.clock.run_for(300)
    assert blanco.evaluate("verteld") == [True]


def gezegd(page: Page) -> str:
    """What stands beside the sliders and the cards of the line, and is read aloud."""
    page.clock.run_for(300)
    ziet, hoort = page.evaluate(
        "[document.documentElement.matches('[data-stil]') ? getComputedStyle(document.documentElement).getPropertyValue('--stil') : '\"\"', "
        "vak.querySelector('[aria-live=assertive]').textContent]"
    )
    assert ziet == f'"{hoort}"'
    return hoort


GEEN_ANTWOORD = "Geen antwoord van de server. De cijfers horen bij reservering 32,0%."


def test_within_two_seconds_it_is_said_that_there_is_no_answer(blanco):
    """A line that is gone at once, one that is silent after a message in two seconds; an answer takes it away."""
    zet_de_klok_stil(blanco)
    laad(blanco, "verbinding.js")
    app = blanco.locator("[data-testid=stApp]")
    assert gezegd(blanco) == ""
    app.evaluate("(app) => { app.dataset.testConnectionState = 'PINGING_SERVER'; }")
    assert gezegd(blanco) == GEEN_ANTWOORD
    app.evaluate("(app) => { app.dataset.testConnectionState = 'CONNECTED'; }")
    assert gezegd(blanco) == ""
    blanco.evaluate("document.dispatchEvent(new CustomEvent('stand', { detail: {} }))")
    blanco.clock.run_for(1_000)
    assert gezegd(blanco) == ""
    blanco.clock.run_for(400)
    assert gezegd(blanco) == GEEN_ANTWOORD
    blanco.evaluate("document.dispatchEvent(new CustomEvent('gevolgd', { detail: {} }))")
    assert gezegd(blanco) == ""


def test_a_field_on_a_dead_line_says_so_too(blanco):
    """The server is asked whether it is there when someone does something, and again until it answers."""
    laad(blanco, "verbinding.js")
    blanco.route("**/_stcore/health", lambda route: route.abort())
    blanco.evaluate("document.body.dispatchEvent(new Event('change'))")
    wacht_tot(blanco, "document.documentElement.matches('[data-stil]')")
    blanco.unroute("**/_stcore/health")
    wacht_tot(blanco, "!document.documentElement.matches('[data-stil]')")


def test_a_screen_reader_hears_the_headline_when_it_is_another(blanco):
    """Not when a page opens, nor when nothing changed: politely, once, in one place."""
    gehoord = blanco.evaluate(
        """async () => { const { zeg } = await import("/blad.js");
        return ["215 zonder woning", "215 zonder woning", "151 zonder woning"].map((kop) => {
          zeg(kop); return document.querySelector("#gezegd").textContent; }); }"""
    )
    assert gehoord == ["", "", "151 zonder woning"]
    assert blanco.locator("[role=status][aria-live=polite]").count() == 1


def test_what_a_chart_says_goes_away_when_the_page_moves_on(blanco):
    """A finger that swipes on leaves no words over the text."""
    blanco.evaluate("""async () => { await import("/blad.js");
        document.body.innerHTML = '<p id="vg-tooltip-element" class="visible">215</p>';
        document.dispatchEvent(new Event("touchmove")); }""")
    assert blanco.locator("#vg-tooltip-element.visible").count() == 0


def test_a_step_leaves_alone_what_it_does_not_change(blanco):
    """Of a piece of text only what is another than before is made anew, and it always comes to what was asked."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=False, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    toon = """(html) => { teken({ delen: { p: [{ html, klas: "" }] }, gevolgd: {}, stil: false, scenario: "" });
        const vak = document.querySelector(".plek > .tekst"), oud = window.delen ?? [];
        window.delen = [...vak.childNodes];
        return [vak.innerHTML, window.delen.filter((deel) => oud.includes(deel)).length]; }"""
    stappen = [
        ("<b>Nu</b><i>215</i> per jaar", 0),
        ("<b>Nu</b><i>64</i> per jaar", 3),
        ('<b>Nu</b><i class="lang">64</i>, anders', 1),
        ("<b>Nu</b><em>64</em>", 0),
        ("geen getal", 0),
        ("", 0),
    ]
    assert [blanco.evaluate(toon, html) for html, _ in stappen] == [[html, bleef] for html, bleef in stappen]


def test_how_all_links_of_a_table_begin_comes_once(blanco):
    """The browser makes each whole: with the name by which a chart finds it, and as a link that has its own scenario."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=False, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    tabel = '<div class="tabel" data-begin="gemeenteprofiel?v=2&amp;gemeente=GM0"><table><tr><th scope="row"><a href="262">Lochem</a></th><td>64</td></tr></table></div>'
    for cijfer in ("64", "40"):
        blanco.evaluate(
            "(html) => teken({ delen: { p: [{ html, klas: '' }] }, gevolgd: {}, stil: false, scenario: '' })",
            tabel.replace("64", cijfer),
        )
        a = blanco.locator("a.paginalink[data-zelf][data-gemeente=Lochem]")
        assert a.get_attribute("href") == "gemeenteprofiel?v=2&gemeente=GM0262"
        assert blanco.locator("td").inner_text() == cijfer


STAVEN = {
    "data": {"name": "rijen"},
    "mark": "bar",
    "encoding": {"x": {"field": "n", "type": "quantitative", "scale": {"domain": [0, 9]}}, "y": {"field": "naam"}},
    "height": 90,
}


def test_a_step_moves_the_marks_of_a_chart_and_makes_no_new_ones(blanco):
    """Rows that are there get their new figures, unknown ones too; only where there are more or fewer is all drawn anew."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    toon = """async ([spec, rijen]) => {
        const stuk = { spec: JSON.stringify(spec), rijen: { rijen: JSON.stringify(rijen) }, vega: "vega.js", klas: "" };
        teken({ delen: { p: [stuk] }, gevolgd: {}, stil: false, scenario: "" });
        const staven = () => [...document.querySelectorAll(".mark-rect path")];
        const staat = () => staven().map((een) => een.getAttribute("aria-label")).join("; ");
        while (staat() !== rijen.map(({ naam, n }) => `n: ${n}; naam: ${naam}`).join("; ")) await new Promise((verder) => setTimeout(verder, 20));
        const oud = window.staven ?? [];
        window.staven = staven();
        return window.staven.filter((een) => oud.includes(een)).length; }"""
    eerst = [{"naam": "Epe", "n": 4}, {"naam": "Hattem", "n": 2}]
    dan = [{"naam": "Hattem", "n": 7}, {"naam": "Epe", "n": 4}]
    assert [blanco.evaluate(toon, [STAVEN, rijen]) for rijen in (eerst, dan, eerst[:1])] == [0, 2, 0]


def test_the_figures_of_the_first_screen_do_not_wait_for_what_draws_the_charts(blanco):
    """Vega is asked for when the last sheet has come, and the screen is shown."""
    gevraagd: list[str] = []
    blanco.on("request", lambda vraag: gevraagd.append(vraag.url.rpartition("/")[2]))
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=False, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    stuk = {"spec": json.dumps(STAVEN), "rijen": {"rijen": "[]"}, "vega": "vega.js", "klas": ""}
    blanco.evaluate("data => teken(data)", {"delen": {"p": [stuk]}, "gevolgd": {}, "stil": False, "scenario": ""})
    blanco.wait_for_timeout(300)
    assert "vega.js" not in gevraagd
    blanco.evaluate("data => teken(data)", {"delen": {}, "gevolgd": {}, "stil": True, "scenario": ""})
    expect(blanco.locator(".tekening svg")).to_be_attached()
    assert blanco.locator("html[data-getekend]").count() == 1


@pytest.mark.parametrize("bestand", ["zinnen.js", "invultabel.js", "schuif.js", "navigatie.js"])
def test_the_first_screen_waits_for_what_a_component_fills_itself(blanco, bestand):
    """Else what stands below it would drop once that is there: from before its markup has come until it is filled."""
    blanco.evaluate(
        """() => { window.gast = document.body.appendChild(document.createElement("div"));
        gast.dataset.testid = "stBidiComponentIsolated";
        gast.attachShadow({ mode: "open" }); }"""
    )
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    blanco.wait_for_timeout(100)
    html = BESTANDEN[bestand].with_suffix(".html").read_text(encoding="utf-8")
    blanco.evaluate("(html) => { gast.shadowRoot.innerHTML = html; }", html)
    blanco.wait_for_timeout(100)
    assert not blanco.locator("html[data-getekend]").count()
    blanco.evaluate("() => { gast.shadowRoot.querySelector('[data-vult]').textContent = 'artikel 1'; }")
    expect(blanco.locator("html[data-getekend]")).to_be_attached()


def test_the_first_screen_waits_for_both_sheets(blanco):
    """The one with what rests may be read before the one with what follows the thumb, whose places are still empty then."""
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    blanco.wait_for_timeout(200)
    assert not blanco.locator("html[data-getekend]").count()
    stuk = {"html": "<p>215</p>", "klas": ""}
    blanco.evaluate("data => teken(data)", {"delen": {"p": [stuk]}, "gevolgd": {}, "stil": False, "scenario": ""})
    expect(blanco.locator("html[data-getekend]")).to_be_attached()


def test_a_chart_out_of_sight_waits_while_a_thumb_moves(blanco):
    """It follows once it comes into sight, is printed, or the thumb rests; what is drawn while no thumb moves, at once."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    ver = '<div style="height: 3000px"></div><div class="plek" data-naam="p"></div>'
    blanco.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", ver)
    meld = """(stil) => { document.dispatchEvent(new CustomEvent("stand", { detail: { naam: "reservering", stil }, cancelable: true })); }"""

    def toon(n: int) -> None:
        stuk = {
            "spec": json.dumps(STAVEN),
            "rijen": {"rijen": json.dumps([{"naam": "Epe", "n": n}])},
            "vega": "vega.js",
        }
        data = {"delen": {"p": [{**stuk, "klas": ""}]}, "gevolgd": {}, "stil": False, "scenario": ""}
        blanco.evaluate("data => teken(data)", data)

    staaf = blanco.locator(".mark-rect path")
    toon(1)
    expect(staaf).to_have_attribute("aria-label", "n: 1; naam: Epe")
    blanco.wait_for_timeout(200)  # the browser has looked what is in sight
    toon(2)
    assert staaf.get_attribute("aria-label") == "n: 2; naam: Epe"
    blanco.evaluate(meld, False)
    toon(3)
    assert staaf.get_attribute("aria-label") == "n: 2; naam: Epe"
    blanco.evaluate("scrollTo(0, 3000)")
    expect(staaf).to_have_attribute("aria-label", "n: 3; naam: Epe")
    toon(4)
    assert staaf.get_attribute("aria-label") == "n: 4; naam: Epe"
    blanco.evaluate("scrollTo(0, 0)")
    blanco.wait_for_timeout(200)
    toon(5)
    assert staaf.get_attribute("aria-label") == "n: 4; naam: Epe"
    blanco.pdf()
    assert staaf.get_attribute("aria-label") == "n: 5; naam: Epe"
    blanco.evaluate(meld, False)
    toon(6)
    blanco.evaluate(meld, True)
    assert staaf.get_attribute("aria-label") == "n: 5; naam: Epe"
    blanco.evaluate("data => teken(data)", {"delen": {}, "gevolgd": {}, "stil": True, "scenario": ""})
    assert staaf.get_attribute("aria-label") == "n: 6; naam: Epe"


def test_a_map_keeps_its_outlines_while_its_figures_change(blanco):
    """They come apart, once: the next figures go to the same gemeente."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    vormen = [{"geometry": {"type": "Polygon", "coordinates": [[[x, 0], [x, 9], [x + 9, 9], [x, 0]]]}} for x in (0, 20)]
    kaart = {
        "data": {"name": "rijen"},
        "mark": "geoshape",
        "projection": {"type": "identity"},
        "encoding": {"opacity": {"field": "n", "type": "quantitative", "scale": {"domain": [0, 10], "range": [0, 1]}}},
        "height": 90,
    }
    toon = """async ([spec, rijen, vormen]) => {
        const stuk = { spec: JSON.stringify(spec), rijen: { rijen: JSON.stringify(rijen), rijen_vorm: JSON.stringify(vormen) }, vega: "vega.js", klas: "" };
        teken({ delen: { p: [stuk] }, gevolgd: {}, stil: false, scenario: "" });
        const vlakken = () => [...document.querySelectorAll(".mark-shape path")];
        const klaar = () => vlakken().map((een) => Number(een.getAttribute("opacity"))).join() === rijen.map(({ n }) => n / 10).join();
        for (let keer = 0; keer < 250 && !klaar(); keer++) await new Promise((verder) => setTimeout(verder, 20));
        return klaar() && vlakken().map((een) => een.getAttribute("d")); }"""
    rijen = [
        [{"naam": "Epe", "n": n, "type": "Feature"}, {"naam": "Hattem", "n": 2, "type": "Feature"}] for n in (4, 7)
    ]
    eerst, dan = (blanco.evaluate(toon, [kaart, deel, vormen]) for deel in rijen)
    assert eerst and eerst == dan and len(set(eerst)) == 2


def test_a_long_text_comes_once_and_then_by_its_mark(blanco):
    """The sheet says with each message which texts it has; of those it needs the mark alone."""
    laad(blanco, "blad.js", delen={}, gevolgd={}, stil=True, scenario="")
    blanco.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=plek data-naam=p></div>')")
    teken_ = """async ([spec, rijen]) => {
        teken({ delen: { p: [{ spec, rijen: { rijen }, vega: "vega.js", klas: "" }] }, gevolgd: {}, stil: false, scenario: "" });
        document.dispatchEvent(new CustomEvent("stand", { detail: { naam: "reservering", stil: false }, cancelable: true }));
        const staven = () => document.querySelectorAll(".mark-rect path").length;
        while (staven() !== JSON.parse(rijen).length) await new Promise((verder) => setTimeout(verder, 20));
        return verteld.at(-1).heeft; }"""
    een, twee = [{"naam": "Epe", "n": 4}], [{"naam": "Epe", "n": 4}, {"naam": "Hattem", "n": 2}]
    heel = {"merk": "a1", "tekst": json.dumps(STAVEN)}
    stappen = [(heel, een, ["a1"]), ({"merk": "a1"}, twee, ["a1"]), (json.dumps(STAVEN), een, [])]
    assert [blanco.evaluate(teken_, [spec, json.dumps(rijen)]) for spec, rijen, _ in stappen] == [
        h for *_, h in stappen
    ]


def test_help_goes_away_on_escape_and_on_a_click_elsewhere(blanco):
    """Of a slider and of a card; when another opens too."""
    laad(blanco, "schuif.js", **{**SCHUIF, "hulp": "Deel van wat vrijkomt."}, naam="reservering", waarde=30, gezien=0)
    kaart = '<div class="kaart"><details><summary>?</summary><p>215</p></details></div><p id="elders">tekst</p>'
    blanco.evaluate(
        """async (kaart) => { await import("/blad.js"); document.body.insertAdjacentHTML("beforeend", kaart); }""",
        kaart,
    )
    van_schuif, van_kaart = blanco.locator(".label details"), blanco.locator(".kaart details")
    van_schuif.locator("summary").click()
    assert (van_schuif.get_attribute("open"), van_kaart.get_attribute("open")) == ("", None)
    van_kaart.locator("summary").click()
    assert (van_schuif.get_attribute("open"), van_kaart.get_attribute("open")) == (None, "")
    blanco.keyboard.press("Escape")
    assert van_kaart.get_attribute("open") is None
    van_schuif.locator("summary").click()
    blanco.locator("#elders").click()
    assert van_schuif.get_attribute("open") is None


def test_a_key_means_the_same_wherever_the_cursor_stands(blanco):
    """A field keeps only what it needs itself: the slider its arrows, the guess its digits, another field its letters."""
    lees = """async ([veld, toetsen]) => { const { doel } = await import("/toetsen.js");
        return toetsen.map((toets) => doel(toets, veld)); }"""
    toetsen = ["PageDown", "ArrowUp", "ArrowLeft", "o", "H", "g", "s", "?", "3", "Escape", "Tab"]
    wat = {
        "": ["PageDown", "Up", "Left", "O", "H", "G", "S", "?", None, "Escape", None],
        "schuif": ["PageDown", None, None, "O", "H", "G", "S", "?", None, "Escape", None],
        "getal": ["PageDown", "Up", None, "O", "H", "G", "S", "?", None, "Escape", None],
        "anders": ["PageDown", None, None, None, None, None, None, None, None, "Escape", None],
    }
    assert {veld: blanco.evaluate(lees, [veld, toetsen]) for veld in wat} == wat


def test_what_a_field_opens_says_it_in_dutch(blanco):
    """At once, and again when typing changes it; the words of the region itself stay."""
    blanco.evaluate("async () => { await import('/navigatie.js'); }")
    blanco.evaluate(
        """() => { const lijst = document.body.appendChild(document.createElement("div"));
        lijst.innerHTML = "<ul role=listbox><li>Select all</li><li>Apeldoorn</li></ul>"; }"""
    )
    wacht_tot(blanco, "document.querySelector('[role=listbox]').innerText === 'Alles kiezen\\nApeldoorn'")
    blanco.evaluate("() => { document.querySelector('[role=listbox]').innerHTML = '<p>No results</p>'; }")
    wacht_tot(blanco, "document.querySelector('[role=listbox]').innerText.trim() === 'Niets gevonden'")


@pytest.mark.parametrize(
    ("engels", "hier"),
    [
        ("File must be 1MB or smaller.", "Kies een bestand van hoogstens 1 MB."),
        ("application/zip files are not allowed.", "Dit soort bestand kan hier niet."),
        ("AxiosError: Request failed with status code 400", "De server wisselde tijdens het uploaden."),
        ("AxiosError: Request failed with status code 413", "in deze sessie staan er al genoeg"),
        ("AxiosError: Request failed with status code 507", "Meld dit bij de beheerder"),
        ("AxiosError: Request failed with status code 502", "Het bestand kwam niet aan."),
        ("AxiosError: Network Error", "Het bestand kwam niet aan."),
    ],
)
def test_why_a_file_was_refused_is_said_in_dutch(blanco, engels, hier):
    """Also when it comes later; the name of a file stays what it is."""
    blanco.evaluate(
        """async () => { document.body.innerHTML = "<main><div data-testid=stFileUploader></div></main>"; await import('/navigatie.js'); }"""
    )
    vak = blanco.get_by_test_id("stFileUploader")
    vak.evaluate("(vak, tekst) => { vak.innerHTML = '<span>status.csv</span><p>' + tekst + '</p>'; }", engels)
    expect(vak.locator("p")).to_contain_text(hier)
    assert vak.locator("span").inner_text() == "status.csv"


def test_the_way_to_the_content_is_dutch_where_nothing_comes_after_it(blanco):
    """As on a page that does not exist."""
    blanco.evaluate(
        """async () => { document.body.innerHTML = "<a data-testid=stSkipToContent>Skip to main content</a>"; await import('/navigatie.js'); }"""
    )
    expect(blanco.get_by_test_id("stSkipToContent")).to_have_text("Naar de inhoud")


def test_another_page_begins_at_its_top(blanco):
    """Also where a link stood far down the one before it; the same page that is drawn anew stays where it was."""
    blanco.evaluate(
        """document.body.insertAdjacentHTML("beforeend", "<main data-testid=stMain style='height: 300px; overflow: auto'><p style='height: 2000px'></p></main>")"""
    )
    hoofd = blanco.get_by_test_id("stMain")

    def gegevens(hier: str) -> dict[str, object]:
        paginas = [{"pad": naam, "titel": naam, "hier": naam == hier} for naam in ("overzicht", "profiel")]
        groepen = [{"naam": "Wat", "paginas": paginas}]
        return {"hier": hier, "groepen": groepen, "altijd": [], "product": "Verkenner", "regio": "", "los": False}

    laad(blanco, "navigatie.js", **gegevens("overzicht"))
    for hier, top in (("overzicht", 900), ("profiel", 0)):
        hoofd.evaluate("deel => { deel.scrollTop = 900; }")
        blanco.evaluate("data => teken(data)", gegevens(hier))
        assert hoofd.evaluate("deel => deel.scrollTop") == top


def test_a_name_that_is_not_seen_is_dutch(blanco):
    """Of a control that is there, that comes later, and that gets its name later still; what is Dutch stays."""
    blanco.evaluate(
        """async () => { document.body.insertAdjacentHTML("beforeend", "<button aria-label='Help for Reservering'></button>");
        await import('/navigatie.js');
        document.body.insertAdjacentHTML("beforeend", "<div><button aria-label='Clear value'></button><button></button></div>");
        document.body.insertAdjacentHTML("beforeend", "<a data-testid=stSkipToContent>Skip to main content</a>");
        document.querySelector("div button:last-child").ariaLabel = "Remove Open Epe"; }"""
    )
    for naam in ("Uitleg bij Reservering", "Maak leeg", "Haal weg: Open Epe"):
        expect(blanco.get_by_role("button", name=naam, exact=True)).to_be_attached()
    expect(blanco.get_by_text("Naar de inhoud")).to_be_attached()
