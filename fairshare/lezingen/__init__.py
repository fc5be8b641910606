"""The equations read in other ways: as words, LaTeX, spreadsheet formulas and explanations.

Nothing of an equation is typed here: each reading is written from what the function itself does
(:mod:`fairshare.model.boom`).
"""
