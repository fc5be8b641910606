"""A run that is cut off: Streamlit does so wherever a script asks for something of the session, when a newer run is wanted."""

from types import SimpleNamespace

import pytest

from fairshare.gegevens import lees_regios
from pages.bediening import adres
from pages.onderdelen.raamwerk import Adresbalk

VEEL = 10**9


class Afgekapt(BaseException):
    """What Streamlit raises is no Exception either, so that nobody catches it by mistake."""


class Sessie(dict):
    """What a session holds; after so many times of asking the run is cut off."""

    nog = VEEL

    def _vraag(self) -> None:
        self.nog -= 1
        if self.nog < 0:
            raise Afgekapt

    def __contains__(self, naam: object) -> bool:
        self._vraag()
        return super().__contains__(naam)

    def __getitem__(self, naam: str) -> object:
        self._vraag()
        return super().__getitem__(naam)

    def __setitem__(self, naam: str, waarde: object) -> None:
        self._vraag()
        super().__setitem__(naam, waarde)

    def get(self, naam: str, anders: object = None) -> object:
        self._vraag()
        return super().get(naam, anders)


def gedaan(monkeypatch, vraag: str, anders: dict[str, object], tot: int) -> tuple[int, dict, dict]:
    """Open a link, change its scenario and write the address, cut off at one place and then begun again.

    Give how often the session was asked for something, what it holds, and what the address bar was told.
    """
    sessie, balk = Sessie(), {}

    def zeg(wat: dict[str, str]) -> None:
        sessie._vraag()
        balk.update(wat)

    monkeypatch.setattr(adres.raamwerk, "adresbalk", lambda: Adresbalk(vraag, False, ""))
    monkeypatch.setattr(adres, "st", SimpleNamespace(session_state=sessie, query_params=SimpleNamespace(from_dict=zeg)))
    for sessie.nog in (tot, VEEL):
        try:
            adres.open_link(lees_regios())
            adres.begonnen()
            if anders:
                sessie |= {adres.SCENARIO: adres.huidig().met(**anders)}
            adres.schrijf()
            break
        except Afgekapt:
            continue
    return VEEL - sessie.nog, dict(sessie.items()), balk


@pytest.mark.parametrize(
    ("vraag", "anders"),
    [
        ("v=2&reservering=33", {}),
        ("v=1&reservering=24,5&foo=1", {}),
        ("v=2&c=zjyk&reservering=34", {}),
        ("v=2", {"reservering": 35.0}),
    ],
)
def test_what_was_cut_off_is_done_in_the_next_run(monkeypatch, vraag, anders):
    """Wherever that is: scenario, refusals, what is said of the link, and the address are those of a run that was left alone."""
    keren, sessie, balk = gedaan(monkeypatch, vraag, anders, VEEL)
    assert sessie[adres.SCENARIO] and keren > 10 and bool(balk) == bool(anders)
    for tot in range(keren):
        assert gedaan(monkeypatch, vraag, anders, tot)[1:] == (sessie, balk), f"cut off at place {tot} of {keren}"
