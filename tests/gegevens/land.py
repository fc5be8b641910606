"""A file with all gemeenten of the country: real names, made-up figures."""

import random

from fairshare.gegevens.gemeentenamen import alle_codes, naam_van


def land(aantal: int = 342) -> bytes:
    """Give a CSV of this many gemeenten, the same each time."""
    toeval = random.Random(342)
    regels = ["Gemeentecode;Gemeente;Inwoners;Sociale huurwoningen;Mutaties;Toewijzingen"]
    for code in alle_codes()[:aantal]:
        inwoners = int(2_000 * 1.5 ** toeval.uniform(0, 14))
        voorraad = int(inwoners * toeval.uniform(0.08, 0.2))
        mutaties = int(voorraad * toeval.uniform(0.04, 0.07))
        cijfers = f"{inwoners};{voorraad};{mutaties};{int(mutaties * toeval.uniform(0.15, 0.3))}"
        regels.append(f"{code};{naam_van(code)};{cijfers}")
    return "\n".join(regels).encode()
