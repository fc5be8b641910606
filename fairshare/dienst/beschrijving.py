"""The addresses in the words of OpenAPI, made from the parameters themselves."""

from typing import Any

from fairshare import MODELVERSIE, link
from fairshare.dienst.adressen import ADRESSEN, GEZOND
from fairshare.parameters import Getal, Keuze, Parameter
from fairshare.weergave import PARAMETERS


def beschrijving() -> dict[str, Any]:
    """Describe the addresses and every parameter that they take.

    Examples
    --------
    >>> beschrijving()["paths"]["/uitkomst.json"]["get"]["parameters"][1]["name"]
    'regio'
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": "Fair Share Verkenner", "version": MODELVERSIE, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "servers": [{"url": "."}],
        "paths": {f"/{naam}": {"get": _vraag(naam)} for naam in ADRESSEN},
        "components": {"schemas": {"Fouten": _FOUTEN}},
    }  # fmt: skip


def _vraag(naam: str) -> dict[str, Any]:
    wat, soort = ADRESSEN[naam]
    vorm: dict[str, Any] = {"type": "object"} if soort == "application/json" else {"type": "string"}
    fout = {
        "description": "Wat er niet kan: per veld welke waarde, wat is toegestaan en wat te doen",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fouten"}}},
    }
    leest = naam.startswith("uitkomst")
    return {
        "operationId": naam.replace(".", "_"),
        "summary": wat,
        "parameters": [_versie(), *(_knop(*deel) for deel in PARAMETERS.items())] if leest else [],
        "responses": {
            "200": {"description": wat, "content": {soort: {"schema": vorm}}},
            "304": {"description": "Nog hetzelfde als bij het kenmerk (ETag) in if-none-match"},
            **({"400": fout} if leest else {}),
            **({"403": {**fout, "description": "Deze Verkenner vraagt om aanmelden"}} if naam != GEZOND else {}),
            "429": {**fout, "description": "Te veel vragen van dit adres; zie retry-after"},
            "503": {**fout, "description": "De gegevens zijn beschadigd; er wordt niet mee gerekend"},
        },
    }


def _versie() -> dict[str, Any]:
    wat = "De versie van de link; zonder deze geldt de nieuwste, die later een andere kan zijn"
    schema = {"type": "integer", "enum": [*link.STANDAARD], "default": link.VERSIE}
    return {"name": "v", "in": "query", "description": wat, "schema": schema}


def _knop(naam: str, wat: Parameter) -> dict[str, Any]:
    uitleg = f"{wat.label} ({wat.eenheid}). {wat.hulp}"
    return {"name": naam, "in": "query", "description": uitleg, "schema": _vorm(naam, wat)}


def _vorm(naam: str, wat: Parameter) -> dict[str, Any]:
    standaard = link.STANDAARD[link.VERSIE][naam]
    if isinstance(wat, Getal):
        getal = {"type": "integer" if wat.geheel else "number", "minimum": wat.laag, "maximum": wat.hoog}
        return {**getal, "default": wat.lees(standaard)} if standaard else getal
    if isinstance(wat, Keuze):
        return {"type": "string", "enum": [*wat.opties], "default": standaard}
    return {"type": "string"}


_FOUTEN = {
    "type": "object",
    "required": ["fouten"],
    "properties": {
        "fouten": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["waar", "waarde", "melding"],
                "properties": {naam: {"type": "string"} for naam in ("waar", "waarde", "melding")},
            },
        }
    },
}
