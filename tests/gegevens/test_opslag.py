"""Rooms in a real Valkey: what is exchanged in one step, how long it stays, and what a room says when the server is away."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from fairshare.dienst import bewaard_op
from fairshare.zaal import KamerFout, Receptie, Valkey, Voorstel, bewaarplaats
from fairshare.zaal.kamer import DUUR
from tests import valkey

pytestmark = valkey.nodig

CODES = ("GM0262", "GM0150", "GM0200")


@pytest.fixture(scope="module")
def server() -> Iterator[valkey.Valkey]:
    with valkey.valkey() as server:
        yield server


def test_an_exchange_is_one_step_and_only_where_nothing_changed(server):
    """As in memory: a new one where nothing is, and another only in the place of what was read."""
    opslag = bewaarplaats(server.adres)
    eind = time.time() + 60
    assert opslag.haal("EEN") is None
    assert [opslag.wissel("EEN", *paar, eind) for paar in ((None, b"1"), (None, b"2"), (b"2", b"3"), (b"1", b"4"))] == [
        True,
        False,
        False,
        True,
    ]
    assert opslag.haal("EEN") == b"4"


def test_a_room_is_kept_a_day_at_most_and_then_the_server_forgets_it(server):
    """What stands there has a time to live, that a change does not lengthen."""
    receptie, opslag = Receptie(bewaarplaats(server.adres)), Valkey(server.adres)
    code, sleutel = receptie.begin("v=2")
    receptie.als_voorzitter(code, sleutel, lambda kamer: kamer.onthul())
    assert DUUR - 60 < opslag._klant.ttl(f"fairshare:kamer:{code}") <= DUUR <= 24 * 3600
    assert opslag.wissel("KORT", None, b"1", time.time() + 1)
    time.sleep(1.2)
    assert opslag.haal("KORT") is None


def zeg(receptie: Receptie, code: str, nummer: int, beurt: int) -> None:
    wat = Voorstel(plekken=10_000 * nummer + beurt)
    wie, gemeente = f"{nummer:022d}", CODES[nummer % 3]
    receptie.wijzig(code, lambda kamer: kamer.zeg(wie, beurt, gemeente, wat, "voorstel"))


ANDER = """
import sys
from fairshare.zaal import Receptie, bewaarplaats
from tests.gegevens.test_opslag import zeg
receptie = Receptie(bewaarplaats(sys.argv[1]))
print("klaar", flush=True)
for beurt in range(1, 1000):
    for nummer in range(10, 20):
        zeg(receptie, sys.argv[2], nummer, beurt)
        print(nummer, beurt, flush=True)
"""
"""Another process, that speaks for ten until it is killed; it says what was taken."""


def test_two_processes_speak_at_once_one_is_killed_and_nothing_is_lost(server):
    """Every message that was answered stands in the room under its own gemeente; at most one more was on its way."""
    receptie = Receptie(bewaarplaats(server.adres))
    code, _ = receptie.begin("v=2")
    opdracht = [sys.executable, "-c", ANDER, server.adres, code]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) as ander:
        assert ander.stdout.readline() == "klaar\n"
        with ThreadPoolExecutor(10) as allen:
            werk = [
                allen.submit(lambda wie: [zeg(receptie, code, wie, beurt) for beurt in range(1, 21)], wie)
                for wie in range(10)
            ]
            beantwoord = [ander.stdout.readline() for _ in range(25)]
            ander.kill()
            beantwoord += ander.stdout.readlines()
        assert not [een.exception() for een in werk if een.exception()]
    laatste = {int(wie): int(beurt) for wie, beurt in (regel.split() for regel in beantwoord if regel.endswith("\n"))}
    kamer = receptie.vind(code)
    gekregen = {een.nummer: (een.gemeente, een.voorstel.plekken) for een in kamer.deelnemers}
    wie_is = {plekken // 10_000: (gemeente, plekken % 10_000) for gemeente, plekken in gekregen.values()}
    assert {wie: wie_is[wie] for wie in range(10)} == {wie: (CODES[wie % 3], 20) for wie in range(10)}
    assert len(laatste) == 10
    te_veel = [(wie, wie_is[wie], beurt) for wie, beurt in laatste.items() if wie_is[wie] != (CODES[wie % 3], beurt)]
    assert not te_veel or te_veel == [(te_veel[0][0], (CODES[te_veel[0][0] % 3], te_veel[0][2] + 1), te_veel[0][2])]


def test_a_room_says_that_its_server_is_away_and_goes_on_when_it_is_back():
    """The sentence of the screen, soon; and no restart of the Verkenner is needed."""
    with valkey.valkey() as server:
        receptie = Receptie(bewaarplaats(server.adres))
        code, _ = receptie.begin("v=2")
        server.stop()
        begin = time.monotonic()
        for doe in (lambda: receptie.vind(code), lambda: receptie.begin("v=2")):
            with pytest.raises(KamerFout, match="kan nu niet bij de kamers") as fout:
                doe()
            assert fout.value.status == 503
        assert time.monotonic() - begin < 10
        server.start()
        assert len(receptie.begin("v=2")[0]) == 10


def test_a_server_that_comes_back_empty_gets_its_rooms_back_as_they_were_last():
    """From whichever process asks first; one that saw less gives way, none brings back a room whose time is over."""
    with valkey.valkey() as server:
        nu = [time.time()]
        vroeg, laat = (Receptie(bewaarplaats(server.adres), lambda: nu[0]) for _ in range(2))
        code, _ = vroeg.begin("v=2")
        zeg(laat, code, 1, 1)
        server.stop()
        server.start()
        assert vroeg.vind(code).versie == 1, "all that this one saw"
        for een in (laat, vroeg, Receptie(bewaarplaats(server.adres))):
            assert [wie.voorstel.plekken for wie in een.vind(code).deelnemers] == [10_001]
        zeg(vroeg, code, 2, 1)
        assert len(laat.vind(code).deelnemers) == 2
        assert 0 < Valkey(server.adres)._klant.ttl(f"fairshare:kamer:{code}") <= DUUR
        server.stop()
        server.start()
        nu[0] += DUUR + 1
        with pytest.raises(KamerFout, match="geen kamer met deze code"):
            laat.vind(code)


@pytest.mark.parametrize("adres", ["memcached://host", "valkey:/host", "valkey://", "host:6379", "valkey://host pad"])
def test_an_address_that_is_none_is_refused_at_the_start_and_no_password_is_shown(adres):
    """In Dutch, with what to do."""
    with pytest.raises(ValueError, match=r"FAIRSHARE_KAMERS begint met .*geef valkey://host:6379"):
        bewaard_op(adres)
    with pytest.raises(ValueError, match="geef valkey") as fout:
        bewaard_op("http://:geheim@host")
    assert "geheim" not in str(fout.value)
    assert bewaard_op("rediss://:geheim@host:6380/2") == "rediss://:geheim@host:6380/2"
