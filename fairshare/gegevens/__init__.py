"""Data in: the schemas, the one room that opens files, and the check of a file."""

from fairshare.gegevens.bestanden import (
    MAP,
    lees_bestand,
    lees_document,
    lees_presets,
    lees_regio,
    lees_regios,
    lees_rijen,
    lees_verhaal,
    lees_vragen,
    lees_wettelijk_kader,
    schrijf_bestand,
    verhaal_uit,
    zegel,
)
from fairshare.gegevens.controle import keur
from fairshare.gegevens.eigen import EIGEN, Ingelezen, als_rijen, is_eigen, lees_eigen, sjabloon, woordenboek
from fairshare.gegevens.kolommen import KOLOMMEN
from fairshare.gegevens.realisatie import (
    Monitoring,
    Realisatie,
    als_csv,
    json_schema,
    lees_realisatie,
    maak_monitoring,
)
from fairshare.gegevens.schema import Cijfer, Gemeente, Preset, Regio, Register, Toetsvraag, Verhaal, Verhaalstap, Vraag

__all__ = [
    "EIGEN",
    "KOLOMMEN",
    "MAP",
    "Cijfer",
    "Gemeente",
    "Ingelezen",
    "Monitoring",
    "Preset",
    "Realisatie",
    "Regio",
    "Register",
    "Toetsvraag",
    "Verhaal",
    "Verhaalstap",
    "Vraag",
    "als_csv",
    "als_rijen",
    "is_eigen",
    "json_schema",
    "keur",
    "lees_bestand",
    "lees_document",
    "lees_eigen",
    "lees_presets",
    "lees_realisatie",
    "lees_regio",
    "lees_regios",
    "lees_rijen",
    "lees_verhaal",
    "lees_vragen",
    "lees_wettelijk_kader",
    "maak_monitoring",
    "schrijf_bestand",
    "sjabloon",
    "verhaal_uit",
    "woordenboek",
    "zegel",
]
