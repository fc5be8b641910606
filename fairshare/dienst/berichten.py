"""What a page of a room sends, judged before anything is done with it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from fairshare.zaal import KamerFout

VERSIE = 1
"""Of what the pages and the server say to each other; a page that is left open stays behind."""

GROOTSTE = 8192
"""So many bytes a message has at most."""

Geheim = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_-]{22,64})?$")]
Kort = Annotated[str, StringConstraints(max_length=40)]
Daad = Literal[
    "onthul",
    "verberg",
    "toon",
    "voorstellen",
    "gok",
    "verwijder",
    "kies",
    "besluit",
    "kijk",
    "vertel",
    "antwoord",
    "sluit",
]


class Bericht(BaseModel):
    """Everything that a message can hold; what it does not name is empty."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    v: int
    code: Kort = ""
    sleutel: Geheim = ""
    """The secret of the chair."""
    wie: Geheim = ""
    """The secret of a participant."""
    vraag: Annotated[str, StringConstraints(max_length=4000)] = ""
    spel: bool = False
    """Whether the room that is opened is a Speltafel."""
    na: Annotated[int, Field(ge=0)] = 0
    """The version of the room that the page has."""
    beurt: Annotated[int, Field(ge=0, le=10**15)] = 0
    ronde: Annotated[int, Field(ge=0)] = 0
    gemeente: Kort = ""
    voorstel: Annotated[dict[Kort, Kort], Field(max_length=10)] | None = None
    gok: Kort | None = None
    stap: Annotated[int, Field(ge=0)] = 0
    """At which step of the story the guess is; 0 is a round of guesses."""
    daad: Daad | None = None
    nummer: int = 0
    tekst: Annotated[str, StringConstraints(max_length=1000)] = ""


def lees_bericht(inhoud: bytes) -> Bericht:
    """Read a message.

    Examples
    --------
    >>> lees_bericht(b'{"v": 1, "code": "ABC"}').code
    'ABC'
    """
    try:
        bericht = Bericht.model_validate_json(inhoud)
    except ValidationError:
        raise KamerFout("Dit bericht is niet begrepen. Vernieuw de pagina en probeer het opnieuw.") from None
    if bericht.v != VERSIE:
        raise KamerFout("Deze pagina hoort bij een andere versie van de Verkenner. Vernieuw de pagina.", 409)
    return bericht
