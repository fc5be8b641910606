"""What stands on the sheets, read from the messages of the server."""

import json
from collections.abc import Iterable

from streamlit.proto.BidiComponent_pb2 import BidiComponent


def stukken(componenten: Iterable[BidiComponent]) -> list[dict[str, str]]:
    """The pieces in every place of the screen that follows a thumb, in their order."""
    bladen = [json.loads(deel.json)[0] for deel in componenten if deel.component_name == "blad"]
    return [stuk for blad in bladen for deel in blad.get("delen", {}).values() for stuk in deel]
