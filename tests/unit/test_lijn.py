"""What the server below Streamlit does with a connection."""

import asyncio
import inspect
import socket

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from uvicorn.protocols.http.h11_impl import H11Protocol

import app
from fairshare.dienst import lijn
from tests.lus import in_een_lus

assert app  # what changes the server is done where the app is defined, before the first connection is made
EIGEN = inspect.getclosurevars(H11Protocol.connection_made).nonlocals["eigen"]


async def _wacht_met_versturen() -> bool:
    """Whether a server on a socket as Streamlit makes it holds a message back until the one before it has arrived."""
    server = uvicorn.Server(uvicorn.Config(PlainTextResponse("er"), log_level="critical", ws="none"))
    with socket.socket() as oor:
        oor.bind(("127.0.0.1", 0))
        draait = asyncio.create_task(server.serve([oor]))
        while not server.started:
            await asyncio.sleep(0.01)
        _, schrijver = await asyncio.open_connection(*oor.getsockname())
        while not (lijnen := list(server.server_state.connections)):
            await asyncio.sleep(0.01)
        contact = lijnen[0].transport.get_extra_info("socket")
        wacht = not contact.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        schrijver.close()
        server.should_exit = True
        await draait
    return wacht


def test_a_message_does_not_wait_for_the_one_before_it(monkeypatch):
    """The server of Streamlit lets it wait; ours does not."""
    with monkeypatch.context() as zonder:
        zonder.setattr(H11Protocol, "connection_made", EIGEN)
        assert in_een_lus(_wacht_met_versturen())
    lijn.verstuur_meteen()  # a second time changes nothing
    assert not in_een_lus(_wacht_met_versturen())


async def _antwoord(vraag: bytes) -> bytes:
    """What the server of Streamlit answers to these bytes."""
    server = uvicorn.Server(uvicorn.Config(PlainTextResponse("er"), port=0, log_level="critical", ws="none"))
    draait = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    lezer, schrijver = await asyncio.open_connection(*server.servers[0].sockets[0].getsockname()[:2])
    schrijver.write(vraag)
    antwoord = await asyncio.wait_for(lezer.read(), 10)
    schrijver.close()
    server.should_exit = True
    await draait
    return antwoord


@pytest.mark.parametrize(
    ("tekens", "einde", "status"),
    [(60_000, b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"200"), (70_000, b"", b"400")],
)
def test_a_link_that_the_server_does_not_read_is_refused_in_dutch(tekens, einde, status):
    """Beyond 64 kB no app is asked, and the rest of the link is not waited for; below it an app answers."""
    lijn.weiger_in_het_nederlands()  # a second time changes nothing
    antwoord = in_een_lus(_antwoord(b"GET /?titel=%s%s" % (b"a" * tekens, einde)))
    assert antwoord.split()[1] == status
    assert (lijn.ONLEESBAAR.encode() in antwoord) == (status == b"400")
