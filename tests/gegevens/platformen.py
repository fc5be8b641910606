"""On which platforms and versions of Python every pinned package has a wheel, so that nothing is compiled: ``make platformen``."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).parents[2]
SLOT = WORTEL / "requirements.txt"

PLATFORMEN = {
    "Linux, x86-64": "x86_64-unknown-linux-gnu",
    "Linux, ARM": "aarch64-unknown-linux-gnu",
    "macOS, Apple silicon": "aarch64-apple-darwin",
    "macOS, Intel": "x86_64-apple-darwin",
    "Windows, x86-64": "x86_64-pc-windows-msvc",
    "Windows, ARM": "aarch64-pc-windows-msvc",
}
"""What people call a platform, and how it is called when wheels are resolved."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")

PAKKET = re.compile(r"Wheels are required for `([^`]+)`")


def zegel() -> str:
    """Say which pins were looked at."""
    return hashlib.sha256(SLOT.read_bytes()).hexdigest()[:12]


def cel(platform: str, python: str) -> str:
    """Say "ja" where every pinned package has a wheel, else the one that was found to have none."""
    keus = ("--python-platform", PLATFORMEN[platform], "--python-version", python)
    gevraagd = subprocess.run(
        [
            Path(sys.executable).parent / "uv",
            *("pip", "compile", "--quiet", "--no-config", "--default-index", "https://pypi.org/simple"),
            *(*keus, "--only-binary", ":all:", "--no-deps", SLOT, "--output-file", "-"),
        ],
        capture_output=True,
        text=True,
    )
    if gevraagd.returncode == 0:
        return "ja"
    zonder = PAKKET.search(gevraagd.stderr)
    if zonder is None:
        sys.exit(gevraagd.stderr)
    return f"nee: {zonder[1]}"


def bladzijde() -> str:
    """Write the table as a document."""
    rijen = [[platform, *(cel(platform, python) for python in PYTHONS)] for platform in PLATFORMEN]
    tabel = [["Platform", *(f"Python {python}" for python in PYTHONS)], [":--"] * (1 + len(PYTHONS)), *rijen]
    return "\n".join(
        [
            "# Platformen",
            "",
            "Waar de Verkenner zonder compiler te installeren is: *ja* betekent dat elk vastgelegd pakket daar een wheel heeft; waar dat "
            "niet zo is, staat een pakket dat er geen heeft. Zo gevonden, niet daar gedraaid: getest is op Linux, x86-64, met Python 3.11.",
            "",
            *(f"| {' | '.join(rij)} |" for rij in tabel),
            "",
            f"Nagegaan met `make platformen`, voor de pakketten van `requirements.txt` (controlesom {zegel()}).",
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(bladzijde())
