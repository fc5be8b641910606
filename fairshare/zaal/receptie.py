"""The way into a room: a code that nobody guesses, a secret for the chair, and changes that come one after another."""

import re
import secrets
import time
from collections.abc import Callable
from functools import lru_cache

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regios
from fairshare.zaal.kamer import DUUR, Kamer, KamerFout, Wijziging, merk
from fairshare.zaal.opslag import Opslag
from fairshare.zaal.spel import begin_van

TEKENS, LANG = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 10
"""A code is so many of these signs, 5 bits each: none looks like another."""

GEEN_KAMER = (
    "Er is geen kamer met deze code. Kijk of hij goed is overgenomen; een kamer bestaat hoogstens een dag, en na een herstart "
    "van de Verkenner kan zij weg zijn."
)
AANMELDEN = (
    "Deze Verkenner is alleen voor wie is aangemeld. Meld u in deze browser aan op de startpagina van de Verkenner, en vernieuw daarna "
    "deze pagina."
)
NIET_DE_VOORZITTER = "Alleen wie de link van de voorzitter heeft, kan dit."
POGINGEN = 100
BEWAARD = 500
"""So many rooms a process remembers as it last saw them."""


class Receptie:
    """Open rooms, find them and change them."""

    def __init__(self, opslag: Opslag, klok: Callable[[], float] = time.time) -> None:
        self._opslag, self._klok = opslag, klok
        self._laatst: dict[str, Kamer] = {}

    def begin(self, tekst: str, spel: bool = False) -> tuple[str, str]:
        """Open a room for a scenario, or a Speltafel with its rules, and give its code and the secret of the chair.

        Examples
        --------
        >>> from fairshare.zaal import Geheugen
        >>> code, sleutel = Receptie(Geheugen()).begin("v=2&reservering=33")
        >>> len(code), code == sleutel
        (10, False)
        """
        gelezen = link.lees(tekst, lees_regios())
        if gelezen.fouten:
            raise ScenarioFout(gelezen.fouten)
        code, sleutel = "".join(secrets.choice(TEKENS) for _ in range(LANG)), secrets.token_urlsafe(24)
        kamer = Kamer(
            code=code,
            merk=merk(sleutel),
            link=begin_van(gelezen.scenario, gelezen.weergave, spel),
            spel=spel,
            eind=self._klok() + DUUR,
        )
        if not self._opslag.wissel(code, None, _schrijf(kamer), kamer.eind):
            raise KamerFout("Er zijn nu te veel kamers open. Probeer het straks weer.", 503)
        self._onthoud(kamer)
        return code, sleutel

    def vind(self, tekst: str) -> Kamer:
        """Give a room by its code, as someone typed it."""
        return _lees(self._inhoud(schoon(tekst)))

    def wijzig(self, tekst: str, wijziging: Wijziging) -> Kamer:
        """Change a room; whoever changes it at the same moment comes before or after, and loses nothing."""
        code = schoon(tekst)
        for _ in range(POGINGEN):
            oud = self._inhoud(code)
            kamer = _lees(oud)
            nieuw = wijziging(kamer)
            if nieuw is kamer or self._opslag.wissel(code, oud, _schrijf(nieuw), nieuw.eind):
                self._onthoud(nieuw)
                return nieuw
        raise KamerFout("Het is nu te druk in deze kamer. Probeer het opnieuw.", 503)

    def als_voorzitter(self, tekst: str, sleutel: str, wijziging: Wijziging) -> Kamer:
        """Change a room with the secret of the chair."""

        def doe(kamer: Kamer) -> Kamer:
            if not is_voorzitter(kamer, sleutel):
                raise KamerFout(NIET_DE_VOORZITTER, 403)
            return wijziging(kamer)

        return self.wijzig(tekst, doe)

    def _inhoud(self, code: str) -> bytes:
        """Give what is kept of a room; a store that lost it, or has an older one, gets back what was last seen here."""
        inhoud = self._opslag.haal(code) if code else None
        laatst = self._laatst.get(code)
        if laatst and laatst.eind > self._klok() and (inhoud is None or _lees(inhoud).versie < laatst.versie):
            self._opslag.wissel(code, inhoud, _schrijf(laatst), laatst.eind)
            inhoud = self._opslag.haal(code)  # another process may have been first
        if inhoud is None:
            raise KamerFout(GEEN_KAMER, 404)
        self._onthoud(_lees(inhoud))
        return inhoud

    def _onthoud(self, kamer: Kamer) -> None:
        if kamer.code not in self._laatst:
            blijft = [(code, een) for code, een in list(self._laatst.items()) if een.eind > self._klok()]
            self._laatst = dict(blijft[1 - BEWAARD :])
        self._laatst[kamer.code] = kamer


def is_voorzitter(kamer: Kamer, sleutel: str) -> bool:
    """Whether this is the secret of the chair."""
    return secrets.compare_digest(kamer.merk, merk(sleutel))


def schoon(tekst: str) -> str:
    """Read a code as people type it; "" where it can be none.

    Examples
    --------
    >>> schoon("abcde-fgho1"), schoon("te kort")
    ('ABCDEFGH01', '')
    """
    code = re.sub(r"[\s-]", "", tekst).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return code if re.fullmatch(f"[{TEKENS}]{{{LANG}}}", code, re.ASCII) else ""


@lru_cache(maxsize=64)
def _lees(inhoud: bytes) -> Kamer:
    """Read a room; as long as nothing changes it is the same one for all who look."""
    return Kamer.model_validate_json(inhoud)


def _schrijf(kamer: Kamer) -> bytes:
    return kamer.model_dump_json().encode()
