"""What every test that runs the app in this process shares."""

from functools import cache

from streamlit.components.v2 import manifest_scanner

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""Which packages bring components: else each AppTest reads what every installed package says of itself, half of its work."""
