"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine takes long over an example that a free one runs at once: time is not what the properties are about.
settings.register_profile("danvan", deadline=None, derandomize=True)
settings.load_profile("danvan")
