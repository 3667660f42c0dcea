"""Examples are timed by nobody: a slow machine must not fail a test about money."""

from hypothesis import settings

settings.register_profile("patient", deadline=None, max_examples=60)
settings.load_profile("patient")
