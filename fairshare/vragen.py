"""The questions that an RBO asks, each as links that answer it with the present scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from fairshare import link
from fairshare.gegevens import Regio, Vraag
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave


@dataclass(frozen=True)
class Verwijzing:
    """A question as a link: the query string that answers it, or why that cannot be in this region."""

    tekst: str
    vraag: str
    """The query string; "" when it cannot be."""
    bezwaar: str = ""


def verwijzingen(
    vraag: Vraag, scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]
) -> tuple[Verwijzing, ...]:
    """Give the links of a question: one, or one for every gemeente.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios, lees_vragen
    >>> regios, eerste = lees_regios(), lees_vragen()[0]
    >>> verwijzingen(eerste, Scenario(pad="direct"), Weergave(), regios)[0].vraag
    'v=2&c=qlct&reservering=35&pad=direct'
    """
    if not vraag.per_gemeente:
        return (_verwijs(vraag.vraag, vraag.met, scenario, weergave, regios),)
    regio = regios[scenario.regio]
    links = link.per_gemeente(scenario, weergave.met(gaf=""), regio.codes)
    return tuple(Verwijzing(naam, adres) for naam, adres in zip(regio.namen, links.values(), strict=True))


def _verwijs(tekst: str, met: str, scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]) -> Verwijzing:
    """Change the scenario as a link would, and judge it as one."""
    nu = link.parameters(scenario, weergave.met(gaf=""))
    del nu[link.CONTROLE]
    gelezen = link.lees(urlencode(nu | dict(parse_qsl(met))), regios)
    if gelezen.fouten:
        return Verwijzing(tekst, "", " ".join(fout.melding for fout in gelezen.fouten))
    return Verwijzing(tekst, link.schrijf(gelezen.scenario, gelezen.weergave))
