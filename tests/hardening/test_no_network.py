"""Nothing that danvan does goes into a network: every command runs where opening a connection ends the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from commands import BASE, process

from danvan_cli.cli.app import COMMANDS
from support import ROOT

# Python tells an audit hook of every connection, name look-up and server, and every Python that danvan starts runs
# sitecustomize too. Pipes between processes are no connections.
GUARD = """
import os, sys

NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.get", "urllib.", "http.", "ftplib.")

def guard(event, args):
    # urllib3 asks, when it is imported, whether this machine has an address of its own in IPv6.
    if event.startswith(NETWORK) and not (event == "socket.bind" and args[1][0] == "::1"):
        os.write(2, f"NETWORK {event} {args}".encode())
        os._exit(97)

sys.addaudithook(guard)
"""
SAMPLES = ROOT / "samples"
ARGUMENTS = {
    "summarize": [SAMPLES / "lang-son"],
    "officials": [SAMPLES, "--format", "popolo"],
    "stats": [SAMPLES, "--province"],
    "tasks": [SAMPLES],
    "diff": [SAMPLES / "lang-son" / "2022-nam.txt", SAMPLES / "lang-son" / "2023-nam.txt"],
    "trend": [SAMPLES, "--indicator", "visits"],
    "report": [SAMPLES],
    "show": [SAMPLES / "lang-son" / "2023-nam.txt"],
    "extract": [SAMPLES, "--jobs", "2", "--no-cache", "--format", "parquet"],
    "text": [SAMPLES / "lang-son" / "2023-nam.txt"],
    "schema": [],
    "cache": [],
    "doctor": [],
}


@pytest.fixture
def guarded(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return {"PYTHONPATH": f"{tmp_path}:{BASE['PYTHONPATH']}"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_needs_no_network(command: str, guarded: dict[str, str]) -> None:
    ran = process(command, *ARGUMENTS[command], **guarded)
    assert b"NETWORK" not in ran.stderr
    assert ran.returncode == 0
    assert ran.stdout


@pytest.mark.parametrize("format_", ["html", "xlsx", "csv", "md"])
def test_a_format_needs_no_network(format_: str, guarded: dict[str, str]) -> None:
    ran = process("summarize", SAMPLES / "lang-son", "--format", format_, **guarded)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_guard_itself_holds(tmp_path: Path, guarded: dict[str, str]) -> None:
    """A program that does connect ends as the tests above would see it."""
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    ran = subprocess.run([sys.executable, "-c", code], env={**BASE, **guarded}, capture_output=True, check=False)
    assert ran.returncode == 97
