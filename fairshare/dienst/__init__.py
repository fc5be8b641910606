"""Figures at an address, for other programs: the same judge and the same engine as a screen, over HTTP."""

from fairshare.dienst.adressen import VERSIE, adressen

__all__ = ["VERSIE", "adressen"]
