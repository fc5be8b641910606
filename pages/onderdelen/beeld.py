"""What a page gets to show: one frozen picture of the scenario."""

from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from fairshare import model
from fairshare.gegevens import Preset, Regio
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave


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

    @property
    def regio(self) -> Regio:
        """The region of the scenario."""
        return self.regios[self.scenario.regio]

    @property
    def jaren(self) -> tuple[int, int]:
        """First and last year of the path."""
        return self.uitkomst.jaren[0], self.uitkomst.jaren[-1]

    @property
    def gemeente(self) -> str:
        """The code of the gemeente that someone looks at."""
        return self.weergave.gemeente or self.regio.codes[0]

    @property
    def jaar(self) -> int:
        """The year that someone looks at."""
        return self.weergave.jaar or self.kern.jaar
