"""Settings for every test."""

import os

from hypothesis import settings

settings.register_profile("los", deadline=None)  # a shared machine is slow at times; speed is measured, never tested
settings.register_profile("vast", deadline=None, derandomize=True)
settings.load_profile("los")
if os.environ.get("CI"):
    settings.load_profile("vast")  # the check of a change says the same each time; at a desk the search goes on
