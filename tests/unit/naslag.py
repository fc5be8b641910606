"""Independent oracle of shared/ontwerp/model.md (version 2): plain loops, standard library only.

Written from the text alone (the engine was not read). Slow and obvious on purpose.
The numbers in the comments, (0) to (11), are the equation numbers of model.md.
Where the text leaves a choice the comment says LEZING n; the list stands in LEZINGEN.md.
"""

from __future__ import annotations

import math
import random
from fractions import Fraction

EPS = 1e-9

# The Stedendriehoek at default. Percentages 0-100, booleans as bool, `groeit` a set.
DEFAULT = {
    "reservering": 30.0,
    "afwijking": {},  # code -> (percent, year or None)
    "bodem": False,
    "mutatiegraad": 5.71,
    "mu0": 5.71,  # the region's own mutatiegraad
    "verhuisketen": 0.0,
    "pad": "lineair",  # lineair, direct, scurve; else give `vorm`
    "vorm": None,  # vorm(tau) -> f, for any other shape between S and T
    "vorm_jaar": None,  # vorm_jaar(year, start, eind) -> f, for any shape that needs its years (replaces the whole of f)
    "start": 2026,
    "eind": 2035,
    "periode": (2026, 2035),  # P0, P1
    "groeit": {"reservering", "verdeling"},
    "bovengrens": None,
    "ondergrens": 0.0,
    "ruil": [],  # (from, to, n)
    "segment": "liberalisatiegrens",
    "statushouders": "inclusief",
    "taakstelling": 348.0,
    "eigen_taakstelling": 348.0,  # s0
    "opgave": 1170.0,
    "lokaal": False,
    "groei": 0.0,
    "verevening": 100.0,
    "regel": "evenredig",
    "nieuwbouw": 0.0,
    "programma": 0.0,
    "programma_aandeel": lambda jaar: 0.30 if jaar <= 2030 else 0.23,
    "doorstroming": 0.0,
    "alternatief": 0.0,
    "bouw": {},
    "inzet": {},
    "sloop": 0.0,
    "herhuisvesting": 0.0,
    "achterstand": False,
    "uitval": 0.0,
    "wachtend": 0.0,
}


def volledig(p: dict) -> dict:
    """The scenario with defaults; an unknown key is an error in the test, not something to guess."""
    for sleutel in p:
        if sleutel not in DEFAULT:
            raise KeyError(f"onbekende sleutel {sleutel}")
    alles = dict(DEFAULT)
    alles.update(p)
    return alles


# ---------------------------------------------------------------- (0) path


def f_pad(t: int, start: int, eind: int, p: dict) -> float:
    """(0) f(t): 0 before S, 1 from T on, between by the shape with tau = (t-S+1)/(T-S+1)."""
    if p["vorm_jaar"] is not None:
        return p["vorm_jaar"](t, start, eind)
    if t < start:
        return 0.0
    if t >= eind:
        return 1.0
    tau = (t - start + 1) / (eind - start + 1)
    if p["vorm"] is not None:
        return p["vorm"](tau)
    if p["pad"] == "lineair":
        return tau
    if p["pad"] == "direct":
        return 1.0
    if p["pad"] in ("scurve", "s-curve"):
        return 3 * tau**2 - 2 * tau**3
    raise ValueError(f"pad {p['pad']}: geef vorm of vorm_jaar mee")


# ---------------------------------------------------------------- (3) bounds


def klem(x: float, lo: float, hi: float) -> float:
    return min(hi, max(lo, x))


def verdeel_met_grenzen(w: dict, O: float, lo: dict, hi: dict) -> dict:
    """(3) clip(L w_i O, lo_i, hi_i) with the one L at which it sums to O: bisection on L."""

    def som(L):
        totaal = 0.0
        for c in w:
            totaal += klem(L * w[c] * O, lo[c], hi[c])
        return totaal

    onder = 0.0
    boven = 1.0
    while som(boven) < O - EPS and boven < 1e12:
        boven *= 2
    for _ in range(300):
        midden = (onder + boven) / 2
        if som(midden) < O:
            onder = midden
        else:
            boven = midden
    e = {}
    for c in w:
        e[c] = klem(boven * w[c] * O, lo[c], hi[c])
    return e


def toets_grenzen(t: int, w: dict, O: float, lo: dict, hi: dict) -> None:
    """(3) a bound that leaves no room is refused with gemeente, year, number."""
    for c in w:
        if lo[c] > hi[c] + EPS:
            raise ValueError(f"grens: {c} {t}: ondergrens {lo[c]:.6f} boven bovengrens {hi[c]:.6f}")
    if sum(lo.values()) > O + EPS:
        c = max(lo, key=lambda c: lo[c])
        raise ValueError(
            f"grens: ondergrenzen {t}: samen {sum(lo.values()):.6f} boven de opgave {O:.6f} (grootste {c})"
        )
    # LEZING 8: a gemeente without weight cannot rise above its lower bound, so it gives no room
    ruimte = sum(hi[c] if w[c] > 0 else klem(0.0, lo[c], hi[c]) for c in w)
    if ruimte < O - EPS:
        c = min(hi, key=lambda c: hi[c] / w[c] if w[c] > 0 else math.inf)
        raise ValueError(f"grens: bovengrenzen {t}: samen {ruimte:.6f} onder de opgave {O:.6f} (krapste {c})")


# ---------------------------------------------------------------- (8) verevening


def regel_evenredig(tekort: dict, verevend: float) -> dict:
    """(8) evenredig: tekort_i verevend / sum tekort."""
    totaal = sum(tekort.values())
    ontvangen = {}
    for c in tekort:
        ontvangen[c] = tekort[c] * verevend / totaal if totaal > 0 else 0.0
    return ontvangen


def regel_gelijk(tekort: dict, vraag: dict, capaciteit: dict, verevend: float) -> dict:
    """(8) gelijk: min(tekort, max(0, L vraag - capaciteit)), the L at which it sums to verevend."""

    def ontvangen_bij(L):
        uit = {}
        for c in tekort:
            uit[c] = min(tekort[c], max(0.0, L * vraag[c] - capaciteit[c]))
        return uit

    onder, boven = 0.0, 1.0  # at L = 1 everybody has its whole tekort
    for _ in range(300):
        midden = (onder + boven) / 2
        if sum(ontvangen_bij(midden).values()) < verevend:
            onder = midden
        else:
            boven = midden
    return ontvangen_bij(boven)


def afstand_km(a, b) -> float:
    """Distance between two RD points in km, rounded half up to 0.1."""
    m = math.hypot(a[0] - b[0], a[1] - b[1])
    return math.floor(m / 100 + 0.5) / 10


def regel_nabij(tekort: dict, overschot: dict, centrum: dict, verevend: float):
    """(8) nabij: pairs by distance, ties by code of receiver, then giver. Returns received, delivered, pairs."""
    paren = []
    for ontvanger in tekort:
        for gever in overschot:
            if tekort[ontvanger] > 0 and overschot[gever] > 0:
                paren.append((afstand_km(centrum[ontvanger], centrum[gever]), ontvanger, gever))
    paren.sort()
    rest_tekort = dict(tekort)
    rest_overschot = dict(overschot)
    rest = verevend
    ontvangen = dict.fromkeys(tekort, 0.0)
    geleverd = dict.fromkeys(tekort, 0.0)
    uit = []
    for km, ontvanger, gever in paren:
        n = min(rest_tekort[ontvanger], rest_overschot[gever], rest)
        if n <= 0:
            continue
        rest_tekort[ontvanger] -= n
        rest_overschot[gever] -= n
        rest -= n
        ontvangen[ontvanger] += n
        geleverd[gever] += n
        uit.append((km, ontvanger, gever, n))
    return ontvangen, geleverd, uit


# ---------------------------------------------------------------- the model

PER_GEMEENTE = [
    "w",
    "opgave",
    "eigen_aandeel",
    "verplaatst",
    "mutaties",
    "vrij",
    "r",
    "capaciteit",
    "vraag",
    "tekort",
    "overschot",
    "ontvangen",
    "geleverd",
    "niet_geplaatst",
    "plaatsingen",
    "regulier",
    "benodigd_percentage",
    "dekking",
    "saldo",
    "vereffening",
    "wachtend",
    "uitgevallen",
    "wachttijd",
    "nieuwbouw",
    "plekken",
    "statushouders",
    "statushouders_geplaatst",
    "statushouders_niet_geplaatst",
    "statushouders_zonder_woning",
]
# figures of a gemeente that rest on mutaties, so unknown where its mutaties_aftopping is
OP_MUTATIES = [
    "mutaties",
    "vrij",
    "capaciteit",
    "tekort",
    "overschot",
    "ontvangen",
    "geleverd",
    "niet_geplaatst",
    "plaatsingen",
    "regulier",
    "benodigd_percentage",
    "dekking",
    "saldo",
    "vereffening",
    "statushouders_geplaatst",
    "statushouders_niet_geplaatst",
    "statushouders_zonder_woning",
]
# figures of the region that are the plain sum of the gemeenten
OPTELBAAR = [
    "opgave",
    "eigen_aandeel",
    "mutaties",
    "vrij",
    "capaciteit",
    "vraag",
    "tekort",
    "overschot",
    "ontvangen",
    "geleverd",
    "niet_geplaatst",
    "plaatsingen",
    "regulier",
    "saldo",
    "vereffening",
    "nieuwbouw",
    "plekken",
]


def reken(gemeenten: list[dict], p: dict) -> dict:
    p = volledig(p)
    codes = [g["code"] for g in gemeenten]
    gem = {g["code"]: g for g in gemeenten}
    P0, P1 = p["periode"]
    S, T = p["start"], p["eind"]
    pp = dict(p)
    aftop = p["segment"] == "aftoppingsgrens"
    lezing = p["statushouders"]
    k = p["verhuisketen"] / 100
    mu = p["mutatiegraad"] / 100
    mu0 = p["mu0"] / 100
    groei = p["groei"] / 100

    # (0) aftoppingsgrens is a reading of a year: start and pad taken as P0 and direct, five things refused
    if aftop:
        geweigerd = {
            "achterstand": p["achterstand"],
            "bodem": p["bodem"],
            "bovengrens": p["bovengrens"] is not None,
            "ondergrens": p["ondergrens"] > 0,
            "verhuisketen": k > 0,
            "zonder_voorrang": lezing == "zonder_voorrang",
        }
        for naam, aan in geweigerd.items():
            if aan:
                raise ValueError(f"segment aftoppingsgrens en {naam} gaan niet samen")
        S = P0
        pp["pad"], pp["vorm"], pp["vorm_jaar"] = "direct", None, None

    jaren = list(range(P0, max(P1, T) + 1))  # "The years run from P0 to max(P1, T)"

    # (1) weights, and the weights of inwoners for the ondergrens
    som_gewicht = sum(gem[c]["gewicht"] for c in codes)
    w = {c: gem[c]["gewicht"] / som_gewicht for c in codes}
    som_inwoners = sum(gem[c]["inwoners"] for c in codes)
    w_inw = {c: gem[c]["inwoners"] / som_inwoners for c in codes}

    # B, M and the share of 2024
    for c in codes:
        if gem[c]["mutaties"] is None or p["opgave"] is None:
            raise NotImplementedError("regio zonder mutaties of opgave: als in versie 1, niet in deze naslag")
    M_lib = {c: gem[c]["mutaties"] for c in codes}
    som_M = sum(M_lib.values())
    bekend_B = all(gem[c]["toewijzingen"] is not None for c in codes)
    B = {c: (gem[c]["toewijzingen"] if bekend_B else 0.0) for c in codes}
    som_B = sum(B.values())
    s0 = p["eigen_taakstelling"]
    s = p["taakstelling"]
    # (2) a region without s0 refuses taakstelling and the other three readings
    if s0 is None:
        if lezing != "inclusief":
            raise ValueError(f"statushouders={lezing}: de regio heeft geen eigen taakstelling")
        if s is not None:
            raise ValueError("taakstelling: de regio heeft geen eigen taakstelling")
        s0 = s = 0.0

    # (5) p0_i = B_i / M_i, liberalisatiegrens, above 1 refused; zonder_voorrang: p0_i (1 - s0/sum B)
    p0 = {}
    for c in codes:
        if not bekend_B:
            p0[c] = None
            continue
        if M_lib[c] == 0:
            if B[c] > 0:
                raise ValueError(f"{c}: meer toewijzingen ({B[c]}) dan mutaties (0)")
            p0[c] = 0.0  # LEZING 14
        else:
            p0[c] = B[c] / M_lib[c]
        if p0[c] > 1 + EPS:
            raise ValueError(f"{c}: meer toewijzingen ({B[c]}) dan mutaties ({M_lib[c]})")
        if lezing == "zonder_voorrang":
            if s0 > som_B:  # of 0 toewijzingen none went to statushouders either
                raise ValueError(f"zonder_voorrang: {s0} statushouders op {som_B} toewijzingen")
            p0[c] = p0[c] * (1 - s0 / som_B) if som_B > 0 else p0[c]  # LEZING 6: p0 everywhere below
    if not bekend_B and p["bodem"]:
        raise ValueError("bodem: toewijzingen van 2024 onbekend")

    # doel_i
    doel, T_i = {}, {}
    for c in codes:
        doel[c], T_i[c] = p["reservering"] / 100, T
        if c in p["afwijking"]:
            pct, jaar = p["afwijking"][c]
            doel[c] = pct / 100
            T_i[c] = T if jaar is None else jaar
            if p["bodem"] and doel[c] < p0[c] - EPS:
                raise ValueError(f"bodem: afwijking {c} {pct} onder de {100 * p0[c]:.2f} van 2024")

    def f_v(t):
        """(0) verdeling"""
        if not bekend_B or som_B == 0:
            return 1.0  # nothing grows in (LEZING 13)
        if "verdeling" in p["groeit"]:
            return f_pad(t, S, T, pp)
        return 0.0 if t < S else 1.0

    def f_r(c, t):
        """(0) reservering of gemeente c, with the year of its afwijking for T"""
        if not bekend_B:
            return 1.0
        if "reservering" in p["groeit"]:
            return f_pad(t, S, T_i[c], pp)
        return 0.0 if t < S else 1.0

    def r_op(c, t):
        """(5) r_it, with bodem"""
        if p0[c] is None:
            return doel[c]
        r = p0[c] + (doel[c] - p0[c]) * f_r(c, t)
        return max(p0[c], r) if p["bodem"] else r

    # (2) base of the opgave
    if lezing in ("inclusief", "exclusief"):
        basis = p["opgave"] - s0 + s
    elif lezing == "zonder_voorrang":
        basis = p["opgave"] - s0
    elif lezing == "bovenop":
        basis = p["opgave"] + s
    else:
        raise ValueError(f"statushouders={lezing}")
    netto = basis - s if lezing == "exclusief" else basis
    if basis < 0 or netto < 0:  # LEZING 7: also the net of exclusief
        raise ValueError(f"opgave onder 0: {min(basis, netto)}")

    herhuisvest = p["herhuisvesting"] / 100 * p["sloop"]
    lokaal = {c: (gem[c].get("lokaal") or 0.0) if p["lokaal"] else 0.0 for c in codes}

    # ruil per gemeente: what it hands over and what it takes on
    uit_ruil = dict.fromkeys(codes, 0.0)
    in_ruil = dict.fromkeys(codes, 0.0)
    for van, naar, n in p["ruil"]:
        if van == naar:
            raise ValueError(f"ruil van {van} met zichzelf")
        uit_ruil[van] += n
        in_ruil[naar] += n

    uitkomst = {c: {naam: [] for naam in PER_GEMEENTE} for c in codes}
    regio = {
        naam: []
        for naam in OPTELBAAR
        + [
            "r",
            "benodigd_percentage",
            "dekking",
            "wachtend",
            "uitgevallen",
            "wachttijd",
            "statushouders",
            "statushouders_geplaatst",
            "statushouders_niet_geplaatst",
            "statushouders_zonder_woning",
            "verplaatst",
        ]
    }
    paren_per_jaar = []
    verplaatst_naar = []
    som_N = dict.fromkeys(codes, 0.0)  # N of the years P0..t-1
    A = {c: p["wachtend"] * w[c] if p["achterstand"] else 0.0 for c in codes}  # (7) A before P0
    gemist_gemeente = dict.fromkeys(codes, 0.0)
    gemist = 0.0
    uitgevallen_periode = 0.0

    for t in jaren:
        g_f = (1 + groei) ** (t - P0 + 1)
        O = basis * g_f + herhuisvest  # (2)
        fv = f_v(t)

        # (4) N, M, vrij; (5) r; (6) Z, capaciteit
        N, M, r, teller, vrij, Z, cap = {}, {}, {}, {}, {}, {}, {}
        for c in codes:
            N[c] = w[c] * (p["nieuwbouw"] + p["programma"] * p["programma_aandeel"](t)) + p["bouw"].get(c, 0.0)
            M_basis = M_lib[c]
            if aftop:
                M_basis = gem[c]["mutaties_aftopping"] or 0.0  # unknown counts as 0 in the sum of the region
            sloop_c = p["sloop"] * M_lib[c] / som_M if p["sloop"] else 0.0
            M[c] = max(0.0, M_basis * mu / mu0 + mu * (som_N[c] - sloop_c * (t - P0)))
            r[c] = r_op(c, t)
            q = r_op(c, S) if p0[c] is None else min(1.0, p0[c])
            teller[c] = M[c] * (1 - k + k * q) + N[c] + p["doorstroming"] * w[c]
            vrij[c] = teller[c] / (1 - k + k * r[c])
            Z[c] = p["alternatief"] * w[c] + p["inzet"].get(c, 0.0)
            cap[c] = r[c] * vrij[c] + Z[c]

        # (3) eigen aandeel: bounds, then ruil, then lokaal
        e = {c: w[c] * O for c in codes}
        if p["ondergrens"] > 0 or p["bovengrens"] is not None:
            lo = {c: p["ondergrens"] / 100 * w_inw[c] * O for c in codes}
            hi = {c: math.inf if p["bovengrens"] is None else p["bovengrens"] / 100 * vrij[c] + Z[c] for c in codes}
            toets_grenzen(t, w, O, lo, hi)
            e = verdeel_met_grenzen(w, O, lo, hi)
        verplaatst = {c: e[c] - w[c] * O for c in codes}  # LEZING 9: + is what the bounds added
        verplaatst_naar.append(toegerekend(verplaatst))
        opgave = {}
        for c in codes:
            ruil = in_ruil[c] - uit_ruil[c] if t >= S else 0.0
            mee = lokaal[c] if t >= S else 0.0  # LEZING 10: opgave: from S on
            oud = O * B[c] / som_B if som_B > 0 else 0.0
            opgave[c] = (1 - fv) * oud + fv * e[c] + ruil + mee
            e[c] = e[c] + ruil
            if e[c] < -EPS:
                raise ValueError(f"ruil: {c} {t}: geeft {-ruil:.6f} meer dan het eigen aandeel {e[c] - ruil:.6f}")
            e[c] = e[c] + lokaal[c]  # LEZING 10: eigen aandeel: every year
        e_bruto = dict(e)  # with the statushouders in it, for (10)

        # (7) exclusief: statushouders first, apart
        s_it = dict.fromkeys(codes, 0.0)
        g_it = dict.fromkeys(codes, 0.0)
        if lezing in ("exclusief", "zonder_voorrang"):
            for c in codes:
                oud = B[c] / som_B if som_B > 0 else 0.0
                s_it[c] = s * g_f * ((1 - fv) * oud + fv * w[c])
        if lezing == "exclusief":
            for c in codes:
                g_it[c] = min(s_it[c], cap[c])
                opgave[c] -= s_it[c]
                e[c] -= s * w[c] * g_f
                cap[c] -= g_it[c]
        for c in codes:  # LEZING 5: no negative task
            if e[c] < -EPS:
                raise ValueError(f"ruil of grens: {c} {t}: eigen aandeel {e[c]:.6f} onder 0 (na de statushouders)")
            if opgave[c] < -EPS and not p["achterstand"]:
                raise ValueError(f"ruil: {c} {t}: opgave {opgave[c]:.6f} onder 0 op het ingroeipad")

        # (7) vraag, tekort, overschot
        vraag, tekort, overschot, weg = {}, {}, {}, {}
        for c in codes:
            weg[c] = p["uitval"] / 100 * A[c] if p["achterstand"] else 0.0
            if p["achterstand"]:
                vraag[c] = e[c] + (1 - p["uitval"] / 100) * A[c]
            else:
                vraag[c] = opgave[c]
            tekort[c] = max(0.0, vraag[c] - cap[c])
            overschot[c] = max(0.0, cap[c] - vraag[c])

        # (8)
        verevend = p["verevening"] / 100 * min(sum(tekort.values()), sum(overschot.values()))
        paren = []
        if p["regel"] == "nabij":
            for c in codes:
                if gem[c].get("centrum") is None:
                    raise ValueError(f"nabij: {c} heeft geen middelpunt")
            ontvangen, geleverd, paren = regel_nabij(tekort, overschot, {c: gem[c]["centrum"] for c in codes}, verevend)
        else:
            if p["regel"] == "gelijk":
                ontvangen = regel_gelijk(tekort, vraag, cap, verevend)
            elif p["regel"] == "evenredig":
                ontvangen = regel_evenredig(tekort, verevend)
            else:
                raise ValueError(f"regel={p['regel']}")
            som_over = sum(overschot.values())
            geleverd = {c: overschot[c] * verevend / som_over if som_over > 0 else 0.0 for c in codes}
        paren_per_jaar.append(paren)
        niet = {c: tekort[c] - ontvangen[c] for c in codes}

        # (9)
        plaats, regulier, zonder_woning = {}, {}, {}
        for c in codes:
            plaats[c] = min(cap[c], vraag[c]) + geleverd[c]
            out = min(vrij[c], max(0.0, plaats[c] + g_it[c] - Z[c]))
            regulier[c] = vrij[c] - out
            zonder_woning[c] = None
            if lezing == "zonder_voorrang":
                vindt = min(s_it[c], vrij[c] - out)
                regulier[c] -= vindt
                zonder_woning[c] = s_it[c] - vindt

        # (10)
        som_plaats, som_e = sum(plaats.values()), sum(e.values())
        for c in codes:
            rij = {
                "w": w[c],
                "opgave": opgave[c],
                "eigen_aandeel": e[c],
                "verplaatst": verplaatst[c],
                "mutaties": vrij[c] - N[c] - p["doorstroming"] * w[c],
                "vrij": vrij[c],
                "r": r[c],
                "capaciteit": cap[c],
                "vraag": vraag[c],
                "tekort": tekort[c],
                "overschot": overschot[c],
                "ontvangen": ontvangen[c],
                "geleverd": geleverd[c],
                "niet_geplaatst": niet[c],
                "plaatsingen": plaats[c],
                "regulier": regulier[c],
                "benodigd_percentage": benodigd(e_bruto[c], Z[c], k, teller[c]),
                "dekking": 100 * min(cap[c], vraag[c], e[c]) / e[c] if e[c] > 0 else None,  # LEZING 12
                "saldo": plaats[c] - e[c],
                "vereffening": plaats[c] - e[c] * som_plaats / som_e if som_e > 0 else None,
                "wachtend": niet[c] if p["achterstand"] else None,
                "uitgevallen": weg[c] if p["achterstand"] else None,
                "wachttijd": wachttijd(niet[c], plaats[c], weg[c]) if p["achterstand"] else None,
                "nieuwbouw": N[c],
                "plekken": Z[c],
                "statushouders": s_it[c] if lezing in ("exclusief", "zonder_voorrang") else None,
                "statushouders_geplaatst": g_it[c] if lezing == "exclusief" else None,
                "statushouders_niet_geplaatst": s_it[c] - g_it[c] if lezing == "exclusief" else None,
                "statushouders_zonder_woning": zonder_woning[c],
            }
            if aftop and gem[c]["mutaties_aftopping"] is None:
                for naam in OP_MUTATIES:
                    rij[naam] = None
            for naam in PER_GEMEENTE:
                uitkomst[c][naam].append(rij[naam])

        som = {
            "opgave": opgave,
            "eigen_aandeel": e,
            "vrij": vrij,
            "capaciteit": cap,
            "vraag": vraag,
            "tekort": tekort,
            "overschot": overschot,
            "ontvangen": ontvangen,
            "geleverd": geleverd,
            "niet_geplaatst": niet,
            "plaatsingen": plaats,
            "regulier": regulier,
            "nieuwbouw": N,
            "plekken": Z,
        }
        for naam, per in som.items():
            regio[naam].append(sum(per.values()))
        regio["mutaties"].append(sum(vrij[c] - N[c] - p["doorstroming"] * w[c] for c in codes))
        regio["saldo"].append(som_plaats - som_e)
        regio["vereffening"].append(0.0 if som_e > 0 else None)
        som_vrij = sum(vrij.values())
        regio["r"].append(sum(r[c] * vrij[c] for c in codes) / som_vrij if som_vrij > 0 else None)
        regio["benodigd_percentage"].append(benodigd(sum(e_bruto.values()), sum(Z.values()), k, sum(teller.values())))
        regio["dekking"].append(
            100 * sum(min(cap[c], vraag[c], e[c]) for c in codes) / som_e if som_e > 0 else None
        )  # LEZING 12
        regio["verplaatst"].append(sum(max(0.0, verplaatst[c]) for c in codes))  # LEZING 9
        A_t = sum(niet.values())
        regio["wachtend"].append(A_t if p["achterstand"] else None)
        regio["uitgevallen"].append(sum(weg.values()) if p["achterstand"] else None)
        regio["wachttijd"].append(wachttijd(A_t, som_plaats, sum(weg.values())) if p["achterstand"] else None)
        regio["statushouders"].append(sum(s_it.values()) if lezing in ("exclusief", "zonder_voorrang") else None)
        regio["statushouders_geplaatst"].append(sum(g_it.values()) if lezing == "exclusief" else None)
        regio["statushouders_niet_geplaatst"].append(
            sum(s_it[c] - g_it[c] for c in codes) if lezing == "exclusief" else None
        )
        regio["statushouders_zonder_woning"].append(
            sum(zonder_woning.values()) if lezing == "zonder_voorrang" else None
        )

        if P0 <= t <= P1:
            for c in codes:
                gemist_gemeente[c] += e[c] - plaats[c]
            gemist += som_e - som_plaats
            uitgevallen_periode += sum(weg.values())

        if p["achterstand"]:
            A = dict(niet)
        for c in codes:
            som_N[c] += N[c]

    if aftop:  # gemiste plaatsingen are shown as unknown
        gemist = None
        gemist_gemeente = dict.fromkeys(codes)
    return {
        "jaren": jaren,
        "gemeenten": uitkomst,
        "regio": regio,
        "gemist": gemist,
        "gemist_gemeente": gemist_gemeente,
        "uitgevallen": uitgevallen_periode if p["achterstand"] else None,
        "paren": paren_per_jaar,
        "verplaatst_naar": verplaatst_naar,
        "aandelen_2024": p0,
    }


def benodigd(e: float, Z: float, k: float, teller: float):
    """(10) 100 (e - Z)(1-k) / (teller - k (e - Z)); null where no home comes free."""
    if teller <= 0:
        return None
    noemer = teller - k * (e - Z)
    if noemer <= 0:
        return None  # LEZING 11
    return max(0.0, 100 * (e - Z) * (1 - k) / noemer)  # LEZING 11: places enough: 0


def wachttijd(A_t: float, plaatsingen: float, weg: float):
    """(10) A_t / (plaatsingen_t + uitval A_t-1), in years."""
    noemer = plaatsingen + weg
    if noemer <= 0:
        return 0.0 if A_t <= EPS else None
    return A_t / noemer


def toegerekend(verplaatst: dict) -> dict:
    """(3) who received (+) from whom lost (-): {receiver: {loser: n}}, in proportion to what each lost."""
    verlies = {c: -v for c, v in verplaatst.items() if v < -EPS}
    totaal = sum(verlies.values())
    uit = {}
    for c, v in verplaatst.items():
        if v > EPS:
            uit[c] = {d: v * verlies[d] / totaal for d in verlies}
    return uit


def dichtstbijzijnde_grens(gemeenten: list[dict], p: dict, welke: str):
    """The nearest whole percent of `welke` (bovengrens: upwards, ondergrens: downwards) that reken() accepts."""
    p = volledig(p)
    if welke == "bovengrens":
        kandidaten = range(math.ceil(p["bovengrens"]), 101)
    else:
        kandidaten = range(math.floor(p["ondergrens"]), -1, -1)
    for x in kandidaten:
        try:
            reken(gemeenten, dict(p, **{welke: float(x)}))
            return x
        except ValueError as fout:
            if not str(fout).startswith("grens"):
                raise
    return None


# ---------------------------------------------------------------- (11) break-even


def _nul_bij(gemeenten, p, anders, grens, stappen):
    """The lowest x in [0, grens] at which niet_geplaatst (achterstand: A) of year T is 0, by a scan and bisection.

    None where it does not become 0; ValueError where a bound fails at the very place where the answer would be.
    """
    T = p["eind"]

    def stand(x):
        """'ja' it is 0, 'nee' it is not, 'fout' a bound fails"""
        try:
            u = reken(gemeenten, anders(x))
        except ValueError as fout:
            if str(fout).startswith("grens"):
                return "fout"
            raise
        # A_t is niet_geplaatst_t when achterstand=ja, so this is both
        return "ja" if u["regio"]["niet_geplaatst"][u["jaren"].index(T)] <= EPS else "nee"

    vorige_x, vorige = 0.0, stand(0.0)
    if vorige == "ja":
        return 0.0
    for i in range(1, stappen + 1):
        x = grens * i / stappen
        nu = stand(x)
        if nu == "ja":
            onder, boven = vorige_x, x
            for _ in range(80):
                midden = (onder + boven) / 2
                m = stand(midden)
                if m == "ja":
                    boven = midden
                else:
                    onder, vorige = midden, m
            if vorige == "fout":
                raise ValueError("bestaat niet met deze bovengrens")
            return boven
        vorige_x, vorige = x, nu
    if vorige == "fout":
        raise ValueError("bestaat niet met deze bovengrens")
    return None


def break_even_reservering(gemeenten: list[dict], p: dict, zonder_verevening: bool = False):
    p = dict(volledig(p), verevening=0.0 if zonder_verevening else 100.0)
    return _nul_bij(gemeenten, p, lambda x: dict(p, reservering=x), 100.0, 50)


def break_even_mutatiegraad(gemeenten: list[dict], p: dict, zonder_verevening: bool = False):
    p = dict(volledig(p), verevening=0.0 if zonder_verevening else 100.0)
    return _nul_bij(gemeenten, p, lambda x: dict(p, mutatiegraad=x), 20.0, 40)


def break_even_plekken(gemeenten: list[dict], p: dict, zonder_verevening: bool = False):
    """Extra places per year, on top of alternatief, divided by the key like it, from P0 on."""
    p = dict(volledig(p), verevening=0.0 if zonder_verevening else 100.0)
    al = p["alternatief"]
    grens = 1.0
    while grens < 1e7:
        u = _nul_bij(gemeenten, p, lambda x: dict(p, alternatief=al + x), grens, 8)
        if u is not None:
            return u
        grens *= 8
    return None


def naar_boven(x: float, stap: float) -> float:
    """(11) a need is rounded up to the last digit shown, after taking 1e-9 off."""
    decimalen = max(0, -math.floor(math.log10(stap) + EPS))
    return round(math.ceil((x - 1e-9) / stap - 1e-12) * stap, decimalen)


# ---------------------------------------------------------------- whole homes


def rond(x: float) -> int:
    """floor(x' + 1/2), x' = x rounded to 9 decimals; of a negative number minus the rounded positive; never -0."""
    if x < 0:
        return 0 - rond(-x)
    return math.floor(round(x, 9) + 0.5)


def hele_woningen(tabel: dict[str, list[float]]) -> dict[str, list[int]]:
    """Totals of a year half up; ceilings to the largest remainder plus what was rounded down before."""
    codes = sorted(tabel)
    n_jaren = len(tabel[codes[0]]) if codes else 0
    uit = {c: [] for c in tabel}
    tegoed = dict.fromkeys(codes, 0.0)  # LEZING 15: exact minus shown of the years before (net)
    for j in range(n_jaren):
        x = {c: round(tabel[c][j], 9) for c in codes}
        totaal = rond(sum(tabel[c][j] for c in codes))
        heel = {c: math.floor(x[c]) for c in codes}
        over = totaal - sum(heel.values())
        gebroken = [c for c in codes if x[c] != heel[c]]  # ceiling of a whole number is the number itself
        gebroken.sort(key=lambda c: (-round(x[c] - heel[c] + tegoed[c], 9), -x[c], c))
        assert 0 <= over <= len(gebroken), (j, over, x)
        for c in gebroken[:over]:
            heel[c] += 1
        for c in codes:
            tegoed[c] += x[c] - heel[c]
            uit[c].append(heel[c])
    return uit


def sainte_lague(aantal: int, bezit: dict[str, float]) -> dict[str, int]:
    """`aantal` homes over corporaties: each next one to the largest bezit / (2 n + 1); ties: larger bezit, then name."""
    n = dict.fromkeys(bezit, 0)
    for _ in range(aantal):
        beste = None
        for naam in sorted(bezit):
            rang = (Fraction(bezit[naam]) / (2 * n[naam] + 1), Fraction(bezit[naam]))
            if beste is None or rang > beste[0]:
                beste = (rang, naam)
        n[beste[1]] += 1
    return n


def over_corporaties(per_jaar: list[int], bezit: dict[str, float]) -> dict[str, list[int]]:
    """Sainte-Lague on the cumulative number since P0; the year's figure is the difference."""
    uit = {naam: [] for naam in bezit}
    vorige = dict.fromkeys(bezit, 0)
    cumulatief = 0
    for n in per_jaar:
        cumulatief += n
        nu = sainte_lague(cumulatief, bezit)
        for naam in bezit:
            uit[naam].append(nu[naam] - vorige[naam])
        vorige = nu
    return uit


# ---------------------------------------------------------------- chance


def bandbreedte_bekend() -> tuple[float, float]:
    """The known answer: 5-95% of 1170 - 0.30 x 3185 with both Poisson: 214.5 -/+ 1.645 sqrt(1170 + 0.09 x 3185)."""
    midden = 1170 - 0.30 * 3185
    half = 1.645 * math.sqrt(1170 + 0.30**2 * 3185)
    return midden - half, midden + half


def poisson(rng: random.Random, gemiddelde: float) -> int:
    """Plain Poisson draw: Knuth's product, in pieces of at most 500 so that exp() does not underflow."""
    n = 0
    while gemiddelde > 0:
        deel = min(gemiddelde, 500.0)
        gemiddelde -= deel
        grens, product = math.exp(-deel), rng.random()
        while product > grens:
            n += 1
            product *= rng.random()
    return n


def bandbreedte_gesimuleerd(gemeenten: list[dict], p: dict, jaar: int, keer: int = 2000, zaad: int = 1) -> list[float]:
    """Sorted draws of sum vraag - sum capaciteit in one year, margins 0, verevening 100, no clipping.

    The region's opgave is one Poisson draw; mutaties Poisson per gemeente; capaciteit is r times what came free.
    """
    u = reken(gemeenten, p)
    j = u["jaren"].index(jaar)
    rng = random.Random(zaad)
    uit = []
    for _ in range(keer):
        opgave = poisson(rng, u["regio"]["opgave"][j])
        cap = 0.0
        for c, g in u["gemeenten"].items():
            cap += g["r"][j] * (poisson(rng, g["mutaties"][j]) + g["vrij"][j] - g["mutaties"][j]) + g["plekken"][j]
        uit.append(opgave - cap)
    uit.sort()
    return uit
