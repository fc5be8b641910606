"""What the theme of Streamlit cannot set: room, tabular figures, and no English hover buttons.

Fixed text; nothing that a user or a file supplies ever comes in here.
"""

import streamlit as st

STIJL = """
<style>
[data-testid="stMainBlockContainer"] { padding: 1.2rem 2.2rem 3rem; max-width: 1500px; }
.stHtml h1, :is(.stHtml, .plek, .boven) h2 { margin: 0; line-height: 1.2; font-family: inherit; }
.stHtml h1 { padding: .2rem 0 0; margin-bottom: -.6rem; font-size: 1.9rem; font-weight: 700; }
:is(.stHtml, .plek, .boven) h2 { padding: .75rem 0 0; font-size: 1.1rem; font-weight: 600; letter-spacing: -.005em; }
[data-testid="stHeader"] { background: transparent; height: 2.6rem; }
[data-testid="stSidebarHeader"] { height: 2rem; padding-bottom: 0; margin-bottom: 0; }
[data-testid="stElementToolbar"], [data-testid="InputInstructions"] { display: none; }
.plek, .boven, .onder { display: flex; flex-direction: column; gap: 1rem; }
.boven:not(:empty) { margin-bottom: 1rem; }
.onder:not(:empty) { margin-top: 1rem; }
:is(.boven, .onder):empty { display: none; }
.plek:has(> .klein) { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
.tekening { position: relative; min-width: 0; }
.tekening .vega-embed { display: block; width: 100%; }
.tekening text { font-variant-numeric: tabular-nums; }
.legenda { margin: 0; white-space: pre-wrap; }
h2 + .legenda { margin-top: 1rem; }
.boven h2 + .legenda { margin-top: 0; }
.legenda:empty { display: none; }
.legenda .blue { color: light-dark(#0072B2, #56B4E9); }
.legenda .orange { color: light-dark(#B34700, #FF9A4D); }
.legenda .green { color: light-dark(#007A5A, #3CBF97); }
.legenda .gray { color: light-dark(#5A6672, #B4BEC9); }
.vet { font-weight: 700; }
.melding { padding: 1rem; border-radius: 6px; background: light-dark(#FFF7E0, #33290F); color: light-dark(#6B4E00, #F5DFA5); }
.melding.fout { background: light-dark(#FDECEA, #3B1A17); color: light-dark(#8A1C12, #FFB4AB); }
.melding p { margin: .4rem 0 0; }
.bijschrift { margin: 0; font-size: .875rem; color: light-dark(#5A6672, #B4BEC9); }
#vg-tooltip-element {
  visibility: hidden; position: fixed; z-index: 1000; padding: .25rem .75rem; border-radius: 6px; font-size: .875rem; pointer-events: none;
  border: 1px solid light-dark(#C9CFD6, #44515D); color: light-dark(#1B2733, #F2F5F8); background: light-dark(#FFFFFF, #10181F);
}
#vg-tooltip-element.visible { visibility: visible; }
#vg-tooltip-element td { padding-top: .125rem; }
#vg-tooltip-element td.key { text-align: right; padding-right: .25rem; color: light-dark(#5A6672, #B4BEC9); }
.kaarten { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; }
.kaart { border: 1px solid light-dark(#C9CFD6, #44515D); border-radius: 6px; padding: .7rem 1rem; position: relative; display: grid; grid-row: span 3; grid-template-rows: subgrid; row-gap: 0; font-variant-numeric: tabular-nums; }
.kaart.accent { border-left: 6px solid #D55E00; }
.kaart .label { display: flex; gap: .4rem; font-size: .875rem; }
.kaart .cijfer { font-size: 2.5rem; font-weight: 700; line-height: 1.2; }
.kaart .eronder { font-size: .875rem; color: light-dark(#5A6672, #B4BEC9); }
.kaart summary {
  list-style: none; cursor: help; width: 1.2rem; height: 1.2rem; border: 1px solid currentColor; border-radius: 50%;
  font-size: .75rem; line-height: 1.1rem; text-align: center; color: light-dark(#5A6672, #B4BEC9);
}
.kaart details:has(p:empty) { display: none; }
.kaart summary::-webkit-details-marker { display: none; }
.kaart details p {
  position: absolute; left: 0; right: 0; top: 2.4rem; z-index: 30; margin: 0; padding: .7rem 1rem; border-radius: 6px; font-size: .875rem;
  background: light-dark(#FFFFFF, #10181F); box-shadow: 0 2px 12px rgb(0 0 0 / .3);
}
[data-testid="stSidebarContent"] [data-testid="stElementContainer"]:has(.kerncijfer) {
  position: sticky; top: 0; z-index: 5; background: light-dark(#F3F6F9, #1A252E);
}
.kerncijfer { padding: .3rem 0; font-variant-numeric: tabular-nums; }
.kerncijfer small { color: light-dark(#5A6672, #B4BEC9); }
.kerncijfer .keuze { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: .8rem; color: light-dark(#5A6672, #B4BEC9); }
.kerncijfer p { margin: .2rem 0 0; }
.kerncijfer b { font-size: 1.6rem; line-height: 1.2; color: light-dark(#B34700, #FF9A4D); }
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
/* they carry messages; there is nothing to see */
[class*="st-key-blad_"], .st-key-wekker { display: none; }
[data-testid="stElementContainer"]:has(.boven:empty + .plek:empty), [data-testid="stLayoutWrapper"]:has(> [data-testid="stVerticalBlock"] > :only-child > .stEmpty) { display: none; } /* a part without words */
kbd[aria-label^="Shortcut"] { display: none; }
.zin { margin: 0; }
.voettekst { margin: 0; font-size: .875rem; color: light-dark(#5A6672, #B4BEC9); }
a.paginalink { color: inherit; line-height: 24px; display: inline-block; margin-right: 1.2rem; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: light-dark(#5A6672, #B4BEC9); opacity: 1; }
[data-testid="stBaseButton-primary"]:enabled p { color: light-dark(#FFFFFF, #10181F); }
.st-key-p_gemeente [role="radiogroup"], .st-key-p_gemeente [data-testid="stButtonGroup"] > div { flex-wrap: wrap; overflow: visible; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p { font-size: 0; }
[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"]::after { content: "Kies een bestand"; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 2.6rem 1rem 2rem; }
  .kaarten { grid-template-columns: 1fr 1fr; gap: .6rem; }
  .kaart { padding: .7rem; }
  .kaart .cijfer { font-size: 1.7rem; }
  .kaart .eronder { font-size: .75rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
</style>
"""


def stijl() -> None:
    """Add the style to the page."""
    st.html(STIJL)
