"""The room of the controls: scenario controls, address bar, history, own data."""
