"""What the data looks like once it is in: gemeenten, figures with a status, and the region they make up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Status = Literal["gepubliceerd", "herleid", "schatting", "aangeleverd", "onbekend"]

_GEHEEL = re.compile(r"[0-9]{1,8}")


def _aantal(tekst: object) -> object:
    """Read a whole number as it stands in a file; an empty cell is unknown, never 0."""
    if isinstance(tekst, str):
        if tekst == "":
            return None
        if not _GEHEEL.fullmatch(tekst):
            raise ValueError("schrijf een heel getal met alleen cijfers, zonder punt of komma; laat leeg als onbekend")
        return int(tekst)
    return tekst


Aantal = Annotated[Annotated[int, Field(ge=0)] | None, BeforeValidator(_aantal)]


def _score(tekst: object) -> object:
    """Read a score as it stands in a file, with a decimal point; an empty cell is unknown, never 0."""
    if tekst is None or tekst == "":
        return None
    if not -1 <= float(str(tekst)) <= 1:
        raise ValueError("een SES-WOA-score ligt tussen -1 en 1; controleer het cijfer")
    return float(str(tekst))


Score = Annotated[float | None, BeforeValidator(_score)]

Tegel = Annotated[Annotated[int, Field(ge=0, le=60)] | None, BeforeValidator(_aantal)]
"""A place on the tile map, which is as high and as wide as its furthest tile."""


LATER = ("centrum_x", "centrum_y", "ses_woa", "opgave")
"""Columns that came after links on own data were shared: the fingerprint of a file without them stays what it was."""


MEESTE_GENOEMD = 20
"""More gemeenten than these are counted in a message and not named."""


class Vast(BaseModel):
    """What stands in a file of data: it does not change, and a name that is not known is a fault."""

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")


class Gemeente(Vast):
    """One row of a region's file. An empty cell is unknown (None), never 0."""

    code: Annotated[str, Field(pattern=r"^GM[0-9]{4}$")]
    naam: Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]+$")]
    provincie: str = ""
    inwoners_2023: Aantal = None
    inwoners_2024: Aantal = None
    huishoudens_2024: Aantal = None
    woningen_2024: Aantal = None
    corporatiewoningen_2024: Annotated[Aantal, Field(serialization_alias="corporatiewoningen_schatting")] = None
    """Homes of corporaties; a fingerprint knows the column by the name that it had when links on own data were shared."""
    opgave: Aantal = None
    opgave_inwoners_gepubliceerd: Aantal = None
    toewijzingen_2024: Aantal = None
    mutaties_liberalisatiegrens: Aantal = None
    mutaties_liberalisatiegrens_min: Aantal = None
    mutaties_liberalisatiegrens_max: Aantal = None
    mutaties_aftoppingsgrens: Aantal = None
    mutaties_aftoppingsgrens_min: Aantal = None
    mutaties_aftoppingsgrens_max: Aantal = None
    herkomst: Aantal = None
    ses_woa: Score = None
    centrum_x: Aantal = None
    centrum_y: Aantal = None
    tegel_rij: Tegel = None
    tegel_kolom: Tegel = None
    bezit: Mapping[str, Aantal] = {}
    """Homes of each corporatie."""
    groep: Mapping[str, Aantal] = {}
    """Urgent households of each local group."""

    def afdruk(self, *leeg: str) -> str:
        """Write the row for a fingerprint; a column that came later, or is named, leaves no trace where it is empty."""
        zonder = {naam for naam in (*LATER, *leeg) if getattr(self, naam) in (None, {})}
        return self.model_dump_json(exclude=zonder, by_alias=True)


class Cijfer(Vast):
    """What is known about a column or a figure of the region: how sure it is and where it comes from."""

    naam: str
    status: Status
    bron: str
    eenheid: str = ""
    peiljaar: int | None = None
    vindplaats: str = ""
    bereik: str = ""
    regel: str = ""
    waarde: float | None = None
    grenzen: tuple[float, float] | None = None
    """Between which values the region's own choices lie, where its source says so."""
    reeks: Mapping[int, float] = {}
    """A figure that changes: its value from each year on."""
    totaal: tuple[int, int] | None = None


class Toetsvraag(Vast):
    """A question by which a region judges a scenario; without a number in its source there is no yes or no."""

    vraag: str
    norm: float | None = None
    bron: str = ""
    regel: str = ""


class Profielregel(Vast):
    """A line of a profile as a region printed it; None is not printed."""

    wat: str
    aantal: float | None = None
    procent: float | None = None
    regio: float | None = None
    """The same percentage for the region."""


class GedruktProfiel(Vast):
    """The profile of a gemeente as its region printed it, for a meeting."""

    bron: str
    toelichting: str = ""
    regel: tuple[Profielregel, ...]


class Artikel(Vast):
    """An article of the agreement of a region, in own words."""

    titel: str
    tekst: str = ""
    bron: str
    vindplaats: str
    knoppen: tuple[str, ...] = ()
    """The parameters whose sentences stand in it."""
    vast: tuple[str, ...] = ()
    """Those that the agreement itself gives a value; the others it names, or leaves open."""


class Register(Vast):
    """The register of a region: its name, and the origin of every figure and every column."""

    naam: str
    toelichting: str
    afspraak: str = ""
    """How the agreement is called that the default values are of; empty where there is none."""
    versie: str = ""
    """Which version of its source the agreement is of, as a sentence."""
    voetnoten: Mapping[str, str] = {}
    cijfers: Mapping[str, Cijfer] = {}
    kolommen: Mapping[str, Cijfer]
    toetsing: Mapping[str, Toetsvraag] = {}
    """What the agreement asks of a scenario, by the name of what answers it (:mod:`fairshare.toetsing`)."""
    artikelen: tuple[Artikel, ...] = ()
    """The agreement, article by article; empty where there is none."""
    profielen: Mapping[str, GedruktProfiel] = {}
    """Profiles that the region printed, by the code of the gemeente; nothing is computed with them."""


class Preset(Vast):
    """A ready scenario: a link with a name, what it stands for and who said so."""

    naam: str
    link: str
    uitleg: str
    bron: str


class Presets(Vast):
    """The file with ready scenarios."""

    preset: tuple[Preset, ...]


class Regeling(Vast):
    """What a region agreed, as its sources tell it; with gemeenten it is a region that can be chosen."""

    naam: str
    over: str
    inhoud: str
    bron: str
    sleutel: str = ""
    verdeling: str = ""
    periode: str = ""
    bijzonder: str = ""
    niet_in_model: str = ""
    """What of it the model cannot do."""
    leden: str = ""
    """Which source names the gemeenten."""
    gemeenten: tuple[Annotated[str, Field(pattern=r"^GM[0-9]{4}$")], ...] = ()
    verzonnen_herkomst: Mapping[str, int] = {}
    """Where urgenten come from, made up to show that key, by the code of the gemeente."""


class Landelijk(Vast):
    """What the sources say of the country beside the arrangements of its regions."""

    onderwerp: str
    inhoud: str
    bron: str


class Regelingen(Vast):
    """The file with the arrangements."""

    regeling: tuple[Regeling, ...]
    landelijk: tuple[Landelijk, ...] = ()


class Vraag(Vast):
    """A question that an RBO asks: which page answers it, where on that page, and what it changes in the scenario."""

    vraag: str
    antwoord: str
    """What the one who follows it sees there."""
    pagina: str
    plek: tuple[str, ...] = ()
    """The part or the controls to go to; each but the last one is folded open on the way. Empty is the top of the page."""
    met: str = ""
    per_gemeente: bool = False


class Vragen(Vast):
    """The file with the questions."""

    vraag: tuple[Vraag, ...]


class Moment(Vast):
    """A moment in the calendar of an agreement, and the questions that the Verkenner answers there."""

    wanneer: str
    wat: str
    bron: str
    link: tuple[Vraag, ...]


class Kalender(Vast):
    """The file with the calendar."""

    moment: tuple[Moment, ...]


class Programma(Vast):
    """How another program reads the figures of a scenario."""

    programma: str
    doe: str
    taal: str
    getest: str
    tekst: str


class Programmas(Vast):
    """The file with the examples for other programs."""

    programma: tuple[Programma, ...]


class Rekenstap(Vast):
    """How a printed figure is computed again: a sum, a share, or a figure of the model."""

    termen: tuple[float, ...] = ()
    deel: tuple[float, float] | None = None
    maal: float = 100
    """With ``deel``: so many times the first by the second."""
    regio: str = ""
    cijfer: str = ""
    scenario: Mapping[str, str] = {}
    reservering: float | None = None

    @model_validator(mode="after")
    def _een_soort(self) -> Self:
        if [bool(self.termen), self.deel is not None, bool(self.cijfer and self.regio)].count(True) != 1:
            raise ValueError("geef termen, deel, of regio en cijfer")
        return self


class GedruktCijfer(Vast):
    """A figure as a source prints it, how it is computed again, and which step the text leaves open."""

    wat: str
    gedrukt: float | None = None
    decimalen: int = 0
    eenheid: str = ""
    bron: str
    plek: str
    open: str
    stap: Rekenstap | None = None
    anders: Rekenstap | None = None


class GedrukteKolom(Vast):
    """A column of the published table of a region: per gemeente, of the region, and who found no home."""

    regio: str
    letter: str
    kop: str
    bron: str
    plek: str
    open: str
    cijfer: str = ""
    """The figure of the model that it is; empty where it is a registration."""
    scenario: Mapping[str, str] = {}
    reservering: float | None = None
    anders: Mapping[str, str] = {}
    """The scenario of the other reading."""
    toerekening: bool = False
    """The other reading fills in what is unknown."""
    gemeenten: Mapping[str, float] = {}
    samen: float | None = None
    niet_geplaatst: float | None = None


class Herrekening(Vast):
    """The file with the printed figures."""

    kolom: tuple[GedrukteKolom, ...]
    cijfer: tuple[GedruktCijfer, ...]


class Verhaalstap(Vast):
    """A step of a story: a scenario as a link, what is said of it, and the chart beside it.

    With ``vraag`` the room guesses first: the figure and the chart are shown when the speaker says so.
    """

    titel: Annotated[str, Field(min_length=1, max_length=80)]
    link: str
    soort: str
    tekening: str
    vraag: bool = False


class Verhaal(Vast):
    """A file with a story."""

    stap: tuple[Verhaalstap, ...]


class Wetsregel(Vast):
    """One thing that the law says, where it stands, and what is said of it elsewhere but is no text of the law."""

    onderwerp: str
    artikel: str
    inhoud: str
    niet: str
    datum: str
    """From when it holds; empty where no source says."""
    status: Literal["wettekst", "openbaar", "gepubliceerd", "niet gevonden"]
    bron: str


class Huurgrens(Vast):
    """The rent limits of a year [euro per month]; None is not found."""

    jaar: int
    aftopping_klein: float | None = None
    """For one and two persons."""
    aftopping_groot: float | None = None
    """For three persons and more."""
    liberalisatie: float | None = None


class WettelijkKader(Vast):
    """The file with what the law says, and the day on which it was last looked at."""

    nagekeken: date
    regel: tuple[Wetsregel, ...]
    huurgrens: tuple[Huurgrens, ...]


class WettelijkUrgent(Vast):
    """A group that the law names, beside the wider aandachtsgroep that it is (a part of)."""

    letter: str
    groep: str
    aandachtsgroep: str
    gelijk: bool | None = None
    """Whether both are the same people; None where the source has no such pair."""
    verschil: str = ""
    kader: bool
    """Whether the agreement of the Stedendriehoek names it."""


class RegionaalUrgent(Vast):
    """A group that a region adds."""

    waar: str
    groep: str
    toelichting: str
    bron: str


class NietUrgent(Vast):
    """A group outside the fair share, and why."""

    groep: str
    waarom: str
    bron: str


class Urgentie(Vast):
    """The file with who is urgent."""

    wettelijk: tuple[WettelijkUrgent, ...]
    regionaal: tuple[RegionaalUrgent, ...]
    buiten: tuple[NietUrgent, ...]


class Buiten(Vast):
    """Something that a source names and the model does not compute, and what there is for it."""

    wat: str
    ermee: str
    bron: str


class BuitenModel(Vast):
    """The file with what is outside the model."""

    rij: tuple[Buiten, ...]


class Halfjaar(Vast):
    """The national taakstelling of a half-year [persons]; None is not found."""

    jaar: int
    helft: Literal[1, 2]
    personen: int | None = None
    toelichting: str = ""


class Taakstellingen(Vast):
    """The file with the national taakstellingen, and the inhabitants of the country by which they are divided."""

    artikel: str
    bron: str
    halfjaar: tuple[Halfjaar, ...]
    inwoners: Mapping[int, int]
    personen_per_woning: Cijfer


@dataclass(frozen=True, eq=False)
class Regio:
    """A region: its gemeenten in the order of the file, and the register that says where each figure comes from.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> regio.kolom("toewijzingen_2024").sum()
    np.float64(795.0)
    """

    sleutel: str
    register: Register
    gemeenten: tuple[Gemeente, ...]
    gepubliceerd: tuple[GedrukteKolom, ...] = ()
    """The columns of the table that was published of it."""

    @cached_property
    def namen(self) -> tuple[str, ...]:
        """The names of the gemeenten, in the order of the file."""
        return tuple(gemeente.naam for gemeente in self.gemeenten)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The CBS codes of the gemeenten, in the order of the file."""
        return tuple(gemeente.code for gemeente in self.gemeenten)

    def genoemd(self, zonder: str = "") -> str:
        """Name the gemeenten to choose from, each with its code, without its first letters where those are not written.

        Examples
        --------
        >>> from fairshare.gegevens import lees_regio
        >>> lees_regio("stedendriehoek").genoemd()[:35]
        'Apeldoorn (GM0200), Brummen (GM0213'
        """
        if len(self.namen) > MEESTE_GENOEMD:
            return f"de {len(self.namen)} gemeenten van {self.register.naam}"
        paren = zip(self.namen, self.codes, strict=True)
        return ", ".join(f"{naam} ({code.removeprefix(zonder)})" for naam, code in paren)

    @cached_property
    def _kolommen(self) -> dict[str, NDArray[np.float64]]:
        namen = [
            naam for naam, veld in Gemeente.model_fields.items() if veld.annotation not in (str, Mapping[str, Aantal])
        ]
        reeksen = {naam: np.array([getattr(rij, naam) for rij in self.gemeenten], dtype=float) for naam in namen}
        for reeks in reeksen.values():
            reeks.flags.writeable = False
        return reeksen

    @cached_property
    def vingerafdruk(self) -> str:
        """Eight signs that change with any figure of the region; a question is no figure."""
        rijen = [rij.afdruk("bezit", "groep") for rij in self.gemeenten]
        buiten = {"toetsing", "artikelen", "profielen", "versie"}
        alles = [self.register.model_dump_json(exclude=buiten), *rijen]
        return sha256("\n".join(alles).encode()).hexdigest()[:8]

    def kolom(self, naam: str) -> NDArray[np.float64]:
        """Give a column as an array of shape (gemeente,); unknown is nan."""
        return self._kolommen[naam]

    def heeft(self, naam: str) -> bool:
        """Whether any gemeente has a figure in this column."""
        return bool(np.isfinite(self.kolom(naam)).any())

    def volledig(self, naam: str) -> bool:
        """Whether every gemeente has a figure in this column."""
        return bool(np.isfinite(self.kolom(naam)).all())

    def zonder(self, naam: str) -> tuple[str, ...]:
        """Give the names of the gemeenten without a figure in this column."""
        bekend = np.isfinite(self.kolom(naam))
        return tuple(gemeente for gemeente, weet in zip(self.namen, bekend, strict=True) if not weet)

    def cijfer(self, naam: str) -> float | None:
        """Give a figure of the whole region, None where it is unknown."""
        return self.register.cijfers[naam].waarde if naam in self.register.cijfers else None

    def met_namen(self, tekst: str) -> str:
        """Write names where a text has codes of gemeenten.

        Examples
        --------
        >>> from fairshare.gegevens import lees_regio
        >>> lees_regio("stedendriehoek").met_namen("GM0262-GM0150: 40")
        'Lochem naar Deventer: 40'
        """
        namen = dict(zip(self.codes, self.namen, strict=True))
        tekst = re.sub(r"(GM[0-9]{4})-(?=GM[0-9]{4})", r"\1 naar ", tekst)
        return re.sub(r"GM[0-9]{4}", lambda code: namen.get(code[0], code[0]), tekst)
