"""Data in: the schemas, the one room that opens files, and the check of a file."""

from fairshare.gegevens.bestanden import (
    MAP,
    lees_document,
    lees_presets,
    lees_regio,
    lees_regios,
    lees_rijen,
    lees_verhaal,
    lees_wettelijk_kader,
    schrijf_bestand,
    verhaal_uit,
)
from fairshare.gegevens.controle import keur
from fairshare.gegevens.schema import Cijfer, Gemeente, Preset, Regio, Register, Verhaal, Verhaalstap

__all__ = [
    "MAP",
    "Cijfer",
    "Gemeente",
    "Preset",
    "Regio",
    "Register",
    "Verhaal",
    "Verhaalstap",
    "keur",
    "lees_document",
    "lees_presets",
    "lees_regio",
    "lees_regios",
    "lees_rijen",
    "lees_verhaal",
    "lees_wettelijk_kader",
    "schrijf_bestand",
    "verhaal_uit",
]
