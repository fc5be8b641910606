"""The model: arrays in, a frozen outcome out.

Read ``vergelijkingen`` first; ``rekenen`` puts them in order.
"""

from typing import TYPE_CHECKING

from fairshare.lui import kamer

if TYPE_CHECKING:
    from fairshare.model.beloften import WAARSCHIJNLIJK, beloften, naar_waarschijnlijk
    from fairshare.model.corporaties import over_corporaties, per_corporatie
    from fairshare.model.halfjaren import onderscheid
    from fairshare.model.hefbomen import Waterval, even_veel, optelsom, waterval
    from fairshare.model.hele_tabellen import SAMEN, in_het_jaar, per_jaar, regio_per_jaar, samen_gemist, van_een
    from fairshare.model.hele_woningen import REGIO, heel
    from fairshare.model.herijking import (
        Herijking,
        andere_editie,
        decimalen,
        gerealiseerd,
        herijking,
        tellingen,
        wat_verschoof,
    )
    from fairshare.model.herrekening import Herrekend, herreken, naast_elkaar
    from fairshare.model.invoer import (
        EIGEN_CIJFERS,
        eigen_mutatiegraad,
        gekozen,
        jaren,
        mutatiegraad,
        periode,
        taakstelling,
    )
    from fairshare.model.kerncijfers import (
        Kerncijfers,
        OpDeLijn,
        afspraak,
        jaar_dicht,
        kader,
        kader_naast,
        kerncijfers,
        merken,
        op_de_lijn,
        uitstel,
        zelfde_reservering,
    )
    from fairshare.model.land import Overal, kolommen, overal
    from fairshare.model.monitoring import Voortgang, tarief_nul, voortgang
    from fairshare.model.nodig import Antwoord, Vlak, bereik, nodig, stand, toegepast, vlak, vlak_grenzen, vlak_tabel
    from fairshare.model.omslag import Omslag, omslag
    from fairshare.model.onzekerheid import INVOER, ZOEKEN, Bandbreedte, onzekerheid, trekkingen
    from fairshare.model.profiel import Profiel, op_weg, op_weg_samen, profiel, zinnen
    from fairshare.model.regulier import Regulier, tegenover_2024
    from fairshare.model.rekenen import bereken
    from fairshare.model.sleutels import sleutels, sleutels_in_woningen, tegenover_inwoners
    from fairshare.model.solidariteit import GEEN_PLEK, Solidariteit, solidariteit
    from fairshare.model.spel import (
        RONDES,
        Ronde,
        afspraken,
        bezwaren,
        gehaald,
        laatste_ronde,
        ronde_tabel,
        speel,
        tegen_de_regels,
    )
    from fairshare.model.spelregels import (
        Spelregel,
        grens_zin,
        meest_anders,
        met_een,
        per_regel,
        regels_tabel,
        spelregels,
        totaal_zin,
        voorbeelden_zin,
    )
    from fairshare.model.statushouders import Taakstelling, in_woningen, taakstellingen
    from fairshare.model.tabellen import (
        als_lijst,
        cijfers_van,
        eindjaar,
        eindjaar_kolommen,
        gemeenten_kolommen,
        gemeenten_tabel,
        gemist_kolommen,
        pad_tabel,
        regio_kolommen,
        regio_tabel,
    )
    from fairshare.model.uitgangspunten import Uitgangspunt, uitgangspunten, zonder_opgave
    from fairshare.model.uitkomst import Gemeentecijfers, Regiocijfers, Uitkomst
    from fairshare.model.verdeelsleutel import beginscenario, ontbrekend
    from fairshare.model.vereffening import (
        Stand,
        betalingen,
        beurt_zin,
        gerealiseerde_stand,
        ruilregister,
        verwachte_stand,
    )
    from fairshare.model.vergelijken import (
        KOLOMMEN,
        Kandidaat,
        anders_dan,
        anders_gekozen,
        korte_naam,
        uitkomsten,
        van_kolom,
        van_uitkomst,
        vergelijk_per_gemeente,
        vergelijk_per_jaar,
    )
    from fairshare.model.verplaatsing import grenzen_tabel, ruil_tabel, ruilen, wie_beweegt
    from fairshare.model.voortgangsbericht import (
        UITLEG,
        gevraagd,
        realisatie_per_jaar,
        verbeterplan,
        verbeterplan_zinnen,
        voortgang_heel,
        voortgang_tabel,
        voortgang_zinnen,
    )
    from fairshare.model.waardoor import Aandeel, waardoor
    from fairshare.model.waarschuwingen import suggestie_opgave, toerekening, waarschuwingen
    from fairshare.model.weg import Mix, als_scenario, front, goedkoopste_mix, wisselkoers

__all__ = [
    "EIGEN_CIJFERS",
    "GEEN_PLEK",
    "INVOER",
    "KOLOMMEN",
    "REGIO",
    "RONDES",
    "SAMEN",
    "UITLEG",
    "WAARSCHIJNLIJK",
    "ZOEKEN",
    "Aandeel",
    "Antwoord",
    "Bandbreedte",
    "Gemeentecijfers",
    "Herijking",
    "Herrekend",
    "Kandidaat",
    "Kerncijfers",
    "Mix",
    "Omslag",
    "OpDeLijn",
    "Overal",
    "Profiel",
    "Regiocijfers",
    "Regulier",
    "Ronde",
    "Solidariteit",
    "Spelregel",
    "Stand",
    "Taakstelling",
    "Uitgangspunt",
    "Uitkomst",
    "Vlak",
    "Voortgang",
    "Waterval",
    "afspraak",
    "afspraken",
    "als_lijst",
    "als_scenario",
    "andere_editie",
    "anders_dan",
    "anders_gekozen",
    "beginscenario",
    "beloften",
    "bereik",
    "bereken",
    "betalingen",
    "beurt_zin",
    "bezwaren",
    "cijfers_van",
    "decimalen",
    "eigen_mutatiegraad",
    "eindjaar",
    "eindjaar_kolommen",
    "even_veel",
    "front",
    "gehaald",
    "gekozen",
    "gemeenten_kolommen",
    "gemeenten_tabel",
    "gemist_kolommen",
    "gerealiseerd",
    "gerealiseerde_stand",
    "gevraagd",
    "goedkoopste_mix",
    "grens_zin",
    "grenzen_tabel",
    "heel",
    "herijking",
    "herreken",
    "in_het_jaar",
    "in_woningen",
    "jaar_dicht",
    "jaren",
    "kader",
    "kader_naast",
    "kerncijfers",
    "kolommen",
    "korte_naam",
    "laatste_ronde",
    "meest_anders",
    "merken",
    "met_een",
    "mutatiegraad",
    "naar_waarschijnlijk",
    "naast_elkaar",
    "nodig",
    "omslag",
    "onderscheid",
    "ontbrekend",
    "onzekerheid",
    "op_de_lijn",
    "op_weg",
    "op_weg_samen",
    "optelsom",
    "over_corporaties",
    "overal",
    "pad_tabel",
    "per_corporatie",
    "per_jaar",
    "per_regel",
    "periode",
    "profiel",
    "realisatie_per_jaar",
    "regels_tabel",
    "regio_kolommen",
    "regio_per_jaar",
    "regio_tabel",
    "ronde_tabel",
    "ruil_tabel",
    "ruilen",
    "ruilregister",
    "samen_gemist",
    "sleutels",
    "sleutels_in_woningen",
    "solidariteit",
    "speel",
    "spelregels",
    "stand",
    "suggestie_opgave",
    "taakstelling",
    "taakstellingen",
    "tarief_nul",
    "tegen_de_regels",
    "tegenover_2024",
    "tegenover_inwoners",
    "tellingen",
    "toegepast",
    "toerekening",
    "totaal_zin",
    "trekkingen",
    "uitgangspunten",
    "uitkomsten",
    "uitstel",
    "van_een",
    "van_kolom",
    "van_uitkomst",
    "verbeterplan",
    "verbeterplan_zinnen",
    "vergelijk_per_gemeente",
    "vergelijk_per_jaar",
    "verwachte_stand",
    "vlak",
    "vlak_grenzen",
    "vlak_tabel",
    "voorbeelden_zin",
    "voortgang",
    "voortgang_heel",
    "voortgang_tabel",
    "voortgang_zinnen",
    "waardoor",
    "waarschuwingen",
    "wat_verschoof",
    "waterval",
    "wie_beweegt",
    "wisselkoers",
    "zelfde_reservering",
    "zinnen",
    "zonder_opgave",
]

kamer(__name__)
