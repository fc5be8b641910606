"""What a page gets to show: one frozen picture of the scenario."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairshare import model
from fairshare.gegevens import Preset, Regio
from fairshare.scenario import Scenario


@dataclass(frozen=True)
class Beeld:
    """The scenario, what the model says of it, and how the screen looks."""

    regios: Mapping[str, Regio]
    presets: tuple[Preset, ...]
    scenario: Scenario
    uitkomst: model.Uitkomst
    kern: model.Kerncijfers
    donker: bool

    @property
    def regio(self) -> Regio:
        """The region of the scenario."""
        return self.regios[self.scenario.regio]

    @property
    def jaren(self) -> tuple[int, int]:
        """First and last year of the path."""
        return self.uitkomst.jaren[0], self.uitkomst.jaren[-1]
