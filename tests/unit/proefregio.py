"""A small made-up region with round figures, so that a case can be worked by hand."""

from fairshare.gegevens import Cijfer, Gemeente, Regio, Register


def proefregio(*gemeenten: Gemeente, **cijfers: float) -> Regio:
    """Two gemeenten: Oost (opgave share 0.6, 100 mutaties, 20 toewijzingen) and West (0.4, 200 and 30)."""
    rijen = gemeenten or (
        gemeente("Oost", opgave=60, mutaties=100, toewijzingen=20),
        gemeente("West", opgave=40, mutaties=200, toewijzingen=30),
    )
    waarden = {"opgave": 100.0, "statushouders": 30.0, "mutatiegraad": 5.0} | cijfers
    register = Register(
        naam="Proef",
        toelichting="",
        cijfers={naam: Cijfer(naam=naam, status="schatting", bron="test", waarde=w) for naam, w in waarden.items()},
        kolommen={},
    )
    return Regio(sleutel="proef", register=register, gemeenten=tuple(rijen))


def gemeente(naam: str, opgave: int, mutaties: int | None, toewijzingen: int | None = None) -> Gemeente:
    """A gemeente with a code made from its name."""
    return Gemeente(
        code=f"GM{sum(map(ord, naam)) % 10000:04d}",
        naam=naam,
        inwoners_2024=1000 * opgave,
        opgave_inwoners_gepubliceerd=opgave,
        mutaties_liberalisatiegrens=mutaties,
        toewijzingen_2024=toewijzingen,
        centrum_x=1000 * (sum(map(ord, naam)) % 97),
        centrum_y=1000 * (sum(map(ord, naam)) % 41),
    )
