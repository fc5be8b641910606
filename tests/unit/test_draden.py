"""Two threads at once in what they share: Streamlit begins a run of a session while the one before it still computes."""

import subprocess
import sys
import time
from threading import Event, Thread

from fairshare.model.graaf import Plan
from fairshare.model.uitkomst import VERGELIJKINGEN
from fairshare.onthouden import MEESTE, onthoud

TEGELIJK = """
import sys
from importlib import import_module
from threading import Event, Thread

import altair

from fairshare import grafieken

begonnen = Event()


class Traag:
    def find_spec(naam, pad=None, doel=None):
        if naam == "pandas.core.api":
            begonnen.set()
            Event().wait(1)


assert "pandas" not in sys.modules
sys.meta_path.insert(0, Traag)
ander = Thread(target=import_module, args=("pandas",))
ander.start()
begonnen.wait()
try:
    print(grafieken.reservering((2026, 2035), 60.0, ((25.0, "in 2024"),), False)["height"])
finally:
    ander.join()
"""


def test_a_chart_is_drawn_while_another_thread_imports_pandas():
    """The first visitors of a server that just started: what Altair looks up in the modules that are there is there whole."""
    gedaan = subprocess.run([sys.executable, "-c", TEGELIJK], capture_output=True, text=True, timeout=60)
    assert gedaan.stdout == "380\n", gedaan.stderr


class Ding:
    """Something that answers are remembered for."""


def test_so_many_answers_are_kept_and_the_oldest_go():
    """None of the last ones is computed again, and the one before them is."""
    gerekend: list[int] = []
    reken = onthoud(lambda ding, getal: gerekend.append(getal))
    ding = Ding()
    for _ in range(2):
        for getal in range(MEESTE):
            reken(ding, getal)
    assert gerekend == list(range(MEESTE))
    reken(ding, MEESTE)
    reken(ding, 0)
    assert gerekend == [*range(MEESTE), MEESTE, 0]


def test_an_answer_that_another_thread_let_go_of_is_given_all_the_same():
    """However often an answer is looked up, others can take its place in between."""
    reken = onthoud(lambda ding, vraag: "antwoord")
    ding, druk = Ding(), Event()

    class Vraag:
        def __hash__(self) -> int:
            if not druk.is_set():
                druk.set()
                for ander in range(2 * MEESTE):
                    reken(ding, ander)
                druk.clear()
            return 7

    for _ in range(2):
        assert reken(ding, Vraag()) == "antwoord"


def test_what_another_thread_is_busy_with_is_no_ring(monkeypatch):
    """A plan belongs to all who make the same choices: what it says of an equation does not depend on who else asks."""
    niets = dict.fromkeys(
        ("gekozen_nieuwbouw", "programma", "doorstroming", "alternatief", "inzet", "bouw", "sloop"), 0.0
    )
    alleen = Plan(niets)
    paren = [
        (deel, naam)
        for naam, som in VERGELIJKINGEN.items()
        for deel in som.delen
        if deel in VERGELIJKINGEN
        and alleen._vast(deel) is not None
        and not (som.algoritme or VERGELIJKINGEN[deel].algoritme)
    ]
    assert len(paren) > 3
    for deel, naam in paren:
        plan, bezig = Plan(niets), Event()

        def traag(zelf: Plan, wat: str, deel=deel, bezig=bezig, gewoon=Plan._uitgedund):
            if wat == deel and not bezig.is_set():
                bezig.set()
                time.sleep(0.05)
            return gewoon(zelf, wat)

        with monkeypatch.context() as hier:
            hier.setattr(Plan, "_uitgedund", traag)
            ander = Thread(target=plan.boom, args=(deel,))
            ander.start()
            bezig.wait()
            gevonden = repr(plan.boom(naam))
            ander.join()
        assert gevonden == repr(alleen.boom(naam)), f"{naam} while {deel} is being thinned out"
