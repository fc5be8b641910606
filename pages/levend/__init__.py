"""The live layer: the slider that reports while it moves, and what follows the thumb. README.md says its contract."""
