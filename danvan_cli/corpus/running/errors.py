"""What ends the reading of many articles."""

from __future__ import annotations


class ClusterError(Exception):
    """Why a cluster cannot be used, and what to do, in one line."""
