"""A real Valkey, as compose.yaml starts it; or Redis, where that is what there is."""

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

SERVER = shutil.which("valkey-server") or shutil.which("redis-server")
nodig = pytest.mark.skipif(not SERVER, reason="valkey-server or redis-server is not here")


def opdracht() -> list[str]:
    """The command of compose.yaml, without the name of the server."""
    diensten = yaml.safe_load((Path(__file__).parents[1] / "compose.yaml").read_text(encoding="utf-8"))["services"]
    naam, *rest = diensten["valkey"]["command"]
    assert naam == "valkey-server"
    return rest


class Valkey:
    """A server that may be stopped and started again at the same address."""

    def __init__(self) -> None:
        with socket.socket() as deur:
            deur.bind(("127.0.0.1", 0))
            self._poort = deur.getsockname()[1]
        self.adres = f"valkey://127.0.0.1:{self._poort}"
        self.start()

    def start(self) -> None:
        """Start, and wait until it listens."""
        waar = ["--bind", "127.0.0.1", "--port", str(self._poort), "--dir", "/tmp"]
        stil = subprocess.DEVNULL
        self._proces = subprocess.Popen([SERVER, *opdracht(), *waar], stdin=stil, stdout=stil, stderr=stil)
        eind = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._poort), 1).close()
            except OSError:
                assert time.monotonic() < eind and self._proces.poll() is None, "the server does not listen"
                time.sleep(0.02)
            else:
                return

    def zwijg(self) -> None:
        """Give no answer any more, as behind a network that is gone."""
        self._proces.send_signal(signal.SIGSTOP)

    def praat(self) -> None:
        """Answer again."""
        self._proces.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End as a crash does: what was in it is gone."""
        self._proces.kill()
        self._proces.wait()


@contextmanager
def valkey() -> Iterator[Valkey]:
    """Start a server, and stop it."""
    server = Valkey()
    try:
        yield server
    finally:
        server.stop()
