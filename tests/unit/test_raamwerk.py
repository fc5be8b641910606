"""What the app takes from inside Streamlit stands in one file, and is still there."""

import ast
import inspect
import json
import re
from pathlib import Path
from threading import Event, Thread

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.web.server.starlette import starlette_websocket as aanmelding
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from app import Uploadgrens, _warm, naar_elders
from pages.onderdelen import raamwerk
from tests.unit.test_kamers import SCHERM, invoer, module_van

BINNEN = ("streamlit.runtime", "streamlit.web", "streamlit.proto", "streamlit.elements", "streamlit.navigation")


@pytest.mark.parametrize("bestand", [een for een in SCHERM if een != Path(raamwerk.__file__)], ids=module_van)
def test_only_one_file_reaches_inside_streamlit(bestand):
    """No module and no hashed file of its own anywhere else."""
    assert not [naam for naam in invoer(bestand) if naam.startswith(BINNEN)]
    assert "st.__file__" not in bestand.read_text(encoding="utf-8")


def test_what_is_taken_from_inside_streamlit_is_still_there():
    """Each name that is read of a run of the script, the page that was asked for, and the rest after each sending."""
    boom = ast.walk(ast.parse(inspect.getsource(raamwerk.adresbalk)))
    delen = {een.attr for een in boom if isinstance(een, ast.Attribute) and ast.unparse(een.value) == "ctx"}
    assert len(delen) == 3
    assert delen - {*ScriptRunContext.__dataclass_fields__, *vars(ScriptRunContext)} == set()
    assert hasattr(PagesManager, "intended_page_name")
    raamwerk.verstuur_zonder_rust()
    assert "MESSAGE_FLUSH_INTERVAL_SECS" in Runtime._loop_coroutine.__code__.co_names
    assert Runtime._loop_coroutine.__globals__["MESSAGE_FLUSH_INTERVAL_SECS"] == 0
    assert {"_yield_callback", "on_script_will_rerun"} <= {*SafeSessionState.__annotations__, *vars(SafeSessionState)}


def test_the_server_begins_with_all_that_is_changed_inside_streamlit():
    """What is not called does nothing."""
    aangeroepen = re.findall(r"raamwerk\.(\w+)\(\)", inspect.getsource(_warm))
    assert set(aangeroepen) == {naam for naam in vars(raamwerk) if naam.startswith(("laat_", "verstuur_"))}


def terug_na_de_test(monkeypatch: pytest.MonkeyPatch, soort: type, *namen: str) -> None:
    """Let these of a class be replaced until the test ends."""
    for naam in namen:
        monkeypatch.setattr(soort, naam, getattr(soort, naam))


def test_a_run_that_a_newer_one_went_before_does_not_put_an_older_slider_back(monkeypatch):
    """It was told to stop before the newer one was made; what is not behind hears all of what was pressed, stopped or not."""

    class Gestopt(BaseException): ...

    class Sessie(dict):
        def on_script_will_rerun(self, stand, **_):
            nieuwer["gezien"], self["stand"] = True, stand

    def stop() -> None:
        raise Gestopt

    terug_na_de_test(monkeypatch, SafeSessionState, "__init__", "on_script_will_rerun")
    raamwerk.laat_uitpraten()
    sessie = Sessie()
    ouder, nieuwer = (SafeSessionState(sessie, stop) for _ in range(2))
    nieuwer.on_script_will_rerun(32)
    assert sessie == {"gezien": True, "stand": 32}
    with pytest.raises(Gestopt):
        ouder.on_script_will_rerun(31)
    assert sessie["stand"] == 32
    with pytest.raises(Gestopt):
        ouder["stand"]


def test_of_three_presses_within_one_callback_none_is_lost(monkeypatch):
    """The youngest comes first to where they wait; the oldest is heard first, and so each of them is."""
    bezig, verder, gehoord = Event(), Event(), []

    class Sessie:
        def on_script_will_rerun(self, druk, **_):
            gehoord.append(druk)
            bezig.set()
            assert verder.wait(10)

    terug_na_de_test(monkeypatch, SafeSessionState, "__init__", "on_script_will_rerun")
    raamwerk.laat_uitpraten()
    eerste, tweede, derde = (SafeSessionState(Sessie(), lambda: None) for _ in range(3))
    draden = [
        Thread(target=staat.on_script_will_rerun, args=[druk], daemon=True)
        for staat, druk in ((eerste, 1), (derde, 3), (tweede, 2))
    ]
    for draad in draden:
        draad.start()
        assert bezig.wait(10)
        draad.join(0.05)
    verder.set()
    for draad in draden:
        draad.join(10)
    assert gehoord == [1, 2, 3]


def test_a_file_that_was_made_at_a_press_waits_for_its_browser(monkeypatch):
    """However many runs of others end in between; later it goes as any other."""
    terug_na_de_test(monkeypatch, MediaFileManager, "execute_deferred", "_get_inactive_file_ids")
    klok = [0.0]
    monkeypatch.setattr(raamwerk, "monotonic", lambda: klok[0])
    raamwerk.laat_ophalen()
    opslag = MediaFileManager(MemoryMediaFileStorage("/media"))
    adres = opslag.execute_deferred(opslag.add_deferred(lambda: b"verhaal", "application/json", "0.0"))
    bestand = adres.removeprefix("/media/").removesuffix(".json")
    for klok[0], er in ((1.0, True), (raamwerk.OPHALEN, True), (raamwerk.OPHALEN + 1, False)):
        for _ in range(3):
            opslag.remove_orphaned_files()
        assert bool(opslag.read_file(bestand)) == er


@pytest.mark.parametrize(
    ("pad", "vraag", "elders"),
    [
        ("/", "v=2", ""),
        ("/groeipad", "v=2&reservering=33", ""),
        ("/groeipad/oud", "v=2&reservering=33", "../groeipad-oud?v=2&reservering=33"),
        ("/een/twee/drie", "", "../../een-twee-drie?"),
        ("/groeipad", "&".join(["a=1"] * 1000), ""),
        ("/groeipad", "&".join(["a=1"] * 1001), "?" + ";".join(["a=1"] * 1001)),
        ("/a/b", "&".join(["a=1"] * 1001), "../a-b?" + ";".join(["a=1"] * 1001)),
    ],
)
def test_an_address_that_streamlit_shows_nothing_of_leads_to_one_that_is_judged(pad, vraag, elders):
    """A path below a second slash, and a link with more parameters than it reads; once, and everything else stays."""
    assert naar_elders(pad, vraag) == elders
    assert not elders or not naar_elders(f"/{elders.partition('?')[0].strip('./')}", elders.partition("?")[2])


@pytest.mark.parametrize(("groottes", "mag"), [([], True), ([1] * 19, True), ([1] * 20, False), ([10_000_000], False)])
def test_a_session_keeps_no_more_files_than_a_screen_can_ask_for(monkeypatch, groottes, mag):
    """One more is refused before it is read; anything else of the session goes on."""
    monkeypatch.setattr(raamwerk, "bewaarde_bestanden", lambda sessie: groottes if sessie == "s" else [])
    app = Uploadgrens(PlainTextResponse("genomen"))
    adres = "/basis/_stcore/upload_file/{}/bestand"
    klant = TestClient(app)
    assert (klant.put(adres.format("s"), content=b"x").text == "genomen") is mag
    assert klant.put(adres.format("ander"), content=b"x").text == "genomen"
    assert klant.delete(adres.format("s")).text == "genomen"


@pytest.mark.parametrize(("bytes_", "status"), [(2_000_000, 507), (1000, 200)])
def test_a_disk_without_room_is_said_in_dutch(monkeypatch, tmp_path, bytes_, status):
    """What is larger than a megabyte goes by way of a file; where that cannot be, the answer says what to do."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "weg"))
    monkeypatch.setattr(raamwerk, "bewaarde_bestanden", lambda sessie: [])

    async def neem(scope, receive, send):
        await Request(scope, receive).form()
        await PlainTextResponse("genomen")(scope, receive, send)

    antwoord = TestClient(Uploadgrens(neem)).put("/_stcore/upload_file/s/f", files={"file": b"x" * bytes_})
    assert antwoord.status_code == status
    assert ("geen ruimte voor dit bestand" in antwoord.text) is (status == 507)


def test_only_the_signed_cookie_of_a_login_for_this_site_lets_someone_into_a_room(monkeypatch):
    """Not one that another secret signed, of another site, of who has logged out, or none."""
    monkeypatch.setattr(aanmelding, "get_cookie_secret", lambda: "een geheim")

    def koekje(geheim: str = "een geheim", **wie: object) -> dict[str, str]:
        inhoud = json.dumps({"origin": "https://een.nl", "is_logged_in": True, **wie})
        return {"_streamlit_user": create_signed_value(geheim, "_streamlit_user", inhoud).decode()}

    assert raamwerk.is_aangemeld(koekje(), "https://een.nl")
    assert not raamwerk.is_aangemeld(koekje(), "https://twee.nl")
    assert not raamwerk.is_aangemeld(koekje(), "")
    assert not raamwerk.is_aangemeld(koekje("een ander"), "https://een.nl")
    assert not raamwerk.is_aangemeld(koekje(is_logged_in=False), "https://een.nl")
    assert not raamwerk.is_aangemeld({}, "https://een.nl")
