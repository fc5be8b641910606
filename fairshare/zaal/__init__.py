"""Rooms and rounds of a meeting: who is at the table proposes, the screen shows what that comes to. No names, a day at most."""

from fairshare.zaal.kamer import Deelnemer, Gespeeld, Kamer, KamerFout, begin
from fairshare.zaal.notulen import als_markdown, open_vragen, regels, titel, verhaal
from fairshare.zaal.opslag import Geheugen, Opslag, Valkey, bewaarplaats
from fairshare.zaal.receptie import AANMELDEN, Receptie
from fairshare.zaal.stand import eigen_stand, stand
from fairshare.zaal.verteld import raad
from fairshare.zaal.voorstel import Voorstel, hefbomen, lees_gok, lees_voorstel, samen

__all__ = [
    "AANMELDEN",
    "Deelnemer",
    "Geheugen",
    "Gespeeld",
    "Kamer",
    "KamerFout",
    "Opslag",
    "Receptie",
    "Valkey",
    "Voorstel",
    "als_markdown",
    "begin",
    "bewaarplaats",
    "eigen_stand",
    "hefbomen",
    "lees_gok",
    "lees_voorstel",
    "open_vragen",
    "raad",
    "regels",
    "samen",
    "stand",
    "titel",
    "verhaal",
]
