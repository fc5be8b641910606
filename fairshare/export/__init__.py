"""Files to take home, each with its scenario, link, date, model version and sources."""

from fairshare.export.excel import werkboek
from fairshare.export.stempel import Stempel

__all__ = ["Stempel", "werkboek"]
