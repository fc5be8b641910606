"""The pages: each a file with ``render(beeld)``, lay-out and words only."""
