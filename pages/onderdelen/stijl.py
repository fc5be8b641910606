"""What the theme of Streamlit cannot set: room, tabular figures, and no English hover buttons.

Fixed text; nothing that a user or a file supplies ever comes in here.
"""

import streamlit as st

STIJL = """
<style>
[data-testid="stMainBlockContainer"] { padding: 1.2rem 2.2rem 3rem; max-width: 1500px; }
[data-testid="stHeading"] h1 { padding: .2rem 0 .4rem; }
[data-testid="stHeader"] { background: transparent; height: 2.6rem; }
[data-testid="stSidebarHeader"] { height: 2rem; padding-bottom: 0; margin-bottom: 0; }
[data-testid="stElementToolbar"], [data-testid="InputInstructions"] { display: none; }
[data-testid="stMetricValue"], .stVegaLiteChart text { font-variant-numeric: tabular-nums; }
.stMetric .stMarkdownEllipsis, .stMetric .stMarkdownEllipsis p { white-space: normal; overflow: visible; }
.st-key-accent [data-testid="stMetric"] { border-left: 6px solid #D55E00; }
[data-testid="stSidebarContent"] [data-testid="stLayoutWrapper"]:has(> .st-key-kerncijfer) {
  position: sticky; top: 0; z-index: 5; background: light-dark(#F3F6F9, #1A252E);
}
.st-key-kerncijfer { gap: 0; padding: .3rem 0; font-variant-numeric: tabular-nums; }
.st-key-kerncijfer strong span { font-size: 1.6rem; line-height: 1.2; }
.tabel { overflow: auto; }
.tabel.cijfers { max-height: 44rem; }
.tabel thead th { position: sticky; top: 0; background: light-dark(#FFFFFF, #10181F); opacity: 1; }
.tabel table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
.tabel caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.tabel th, .tabel td { padding: .3rem .5rem; text-align: left; vertical-align: top; font-weight: 400; }
.tabel thead th, .tabel tbody th { color: color-mix(in srgb, currentColor 75%, transparent); }
.tabel tr { border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
.tabel.cijfers td, .tabel.cijfers thead th { text-align: right; }
.tabel.cijfers thead th:first-child { text-align: left; }
kbd[aria-label^="Shortcut"] { display: none; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: light-dark(#5A6672, #B4BEC9); opacity: 1; }
[data-testid="stBaseButton-primary"]:enabled p { color: light-dark(#FFFFFF, #10181F); }
.st-key-p_gemeente [role="radiogroup"], .st-key-p_gemeente [data-testid="stButtonGroup"] > div { flex-wrap: wrap; overflow: visible; }
.st-key-navigatie, [class*="st-key-paginas_"] { gap: 0 .1rem; }
[class*="st-key-paginas_"]:not(.st-key-paginas_0) { border-left: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-left: .2rem; }
.st-key-navigatie [data-testid="stPageLink-NavLink"] { padding: .1rem .3rem; min-height: 0; }
.st-key-navigatie [data-testid="stPageLink-NavLink"] p { font-size: .82rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"]::after { content: "Kies een bestand"; }
@media (max-width: 640px) {
  .st-key-navigatie { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: thin; }
  .st-key-navigatie *:not(p) { flex: 0 0 auto; flex-wrap: nowrap; width: max-content !important; max-width: none; }
  .st-key-navigatie [data-testid="stPageLink-NavLink"] { min-height: 44px; }
  [data-testid="stMainBlockContainer"] { padding: 2.6rem 1rem 2rem; }
  [class*="st-key-kaarten"] [data-testid="stHorizontalBlock"] { flex-direction: row; flex-wrap: wrap; gap: .6rem; }
  [class*="st-key-kaarten"] [data-testid="stColumn"] { min-width: calc(50% - .6rem); flex: 1 1 45%; }
  [class*="st-key-kaarten"] [data-testid="stMetricValue"] { font-size: 1.7rem; }
  [class*="st-key-kaarten"] [data-testid="stMetricDelta"] { font-size: .75rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
</style>
"""


def stijl() -> None:
    """Add the style to the page."""
    st.html(STIJL)
