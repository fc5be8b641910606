"""What a page gets to show: one frozen picture of the scenario."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairshare import model
from fairshare.gegevens import Preset, Regio
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from pages.bediening import adres

T = TypeVar("T")

BEELD = "_beeld"
"""The picture that was computed last."""


@dataclass(frozen=True)
class Beeld:
    """The scenario, what someone looks at, what the model says of it, and how the screen looks."""

    regios: Mapping[str, Regio]
    presets: tuple[Preset, ...]
    scenario: Scenario
    weergave: Weergave
    uitkomst: model.Uitkomst
    kern: model.Kerncijfers
    donker: bool
    plekken: dict[str, DeltaGenerator]
    """Where the live sliders are drawn; a page may give one a place of its own."""
    berekend: dict[Any, Any] = field(default_factory=dict, compare=False)
    """What parts of the screen have in common; see :meth:`eens`."""

    @classmethod
    def van_nu(
        cls, regios: Mapping[str, Regio], presets: tuple[Preset, ...], plekken: dict[str, DeltaGenerator]
    ) -> "Beeld":
        """Compute the scenario of this session."""
        uitkomst = model.bereken(regios[adres.huidig().regio], adres.huidig())
        beeld = cls(
            regios=regios,
            presets=presets,
            scenario=adres.huidig(),
            weergave=adres.weergave(),
            uitkomst=uitkomst,
            kern=model.kerncijfers(uitkomst),
            donker=st.context.theme.type == "dark",
            plekken=plekken,
        )
        st.session_state[BEELD] = beeld
        return beeld

    def eens(self, reken: Callable[..., T], *waarmee: Any) -> T:
        """Compute something of this picture once, for all parts of the screen that show it."""
        vraag = (reken, *waarmee)
        if vraag not in self.berekend:
            self.berekend[vraag] = reken(self.uitkomst, *waarmee)
        gevonden: T = self.berekend[vraag]
        return gevonden

    def nu(self) -> "Beeld":
        """Give the picture of this moment; computed once for all parts of the screen that show it."""
        vorig: Beeld = st.session_state[BEELD]
        if vorig.scenario == adres.huidig() and vorig.weergave == adres.weergave():
            return vorig
        return Beeld.van_nu(self.regios, self.presets, self.plekken)

    @property
    def regio(self) -> Regio:
        """The region of the scenario."""
        return self.uitkomst.bron

    @property
    def opgave_bekend(self) -> bool:
        """Whether there is an opgave at all, of the region or chosen."""
        return model.gekozen(self.regio, self.scenario, "opgave") >= 0

    @property
    def jaren(self) -> tuple[int, int]:
        """First and last year that are computed."""
        return self.uitkomst.jaren[0], self.uitkomst.jaren[-1]

    @property
    def periode(self) -> tuple[int, int]:
        """First and last year of the agreement."""
        return model.periode(self.regio)

    @property
    def gemeente(self) -> str:
        """The code of the gemeente that someone looks at."""
        return self.weergave.gemeente or self.regio.codes[0]

    @property
    def jaar(self) -> int:
        """The year that someone looks at."""
        return self.weergave.jaar or self.kern.jaar
