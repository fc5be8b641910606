"""Fair Share Verkenner: divide the housing of urgent aandachtsgroepen over the gemeenten of a region.

Everything in this package is true without a browser: it never imports streamlit.
The way in, in the order in which data flows: ``gegevens`` (files in), ``scenario`` (the parameters),
``link`` (a scenario as a web address), ``model`` (the equations), ``grafieken`` and ``opmaak`` (the screen).
"""

MODELVERSIE = "2.0.0"
"""Version of the equations and of the data; it changes when a figure on a screen can change."""

MODELDATUM = "2026-11-28"
"""The day on which results last changed (see *Uitkomsten* in CHANGELOG.md)."""
