"""Settings of all tests."""

from __future__ import annotations

import os
import shutil
import tempfile

from hypothesis import settings

# A busy machine takes long over an example that a free one runs at once: time is not what the properties are about.
settings.register_profile("danvan", deadline=None, derandomize=True)
settings.load_profile("danvan")

# What the tests read stays out of the cache of whoever runs them.
os.environ["DANVAN_CACHE"] = tempfile.mkdtemp(prefix="danvan-tests-")


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["DANVAN_CACHE"], ignore_errors=True)
