"""Settings for every test."""

import os

from hypothesis import settings

settings.register_profile("vast", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("vast")  # the check of a change says the same each time; at a desk the search goes on
