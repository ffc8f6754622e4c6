"""ZIP archives: which articles are in one, and their bytes. Nothing is ever unpacked onto the disk.

What an archive may cost is asked of its directory first; zipfile never unpacks more of a member than that says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.files import MOST_BYTES, refusal, shown, too_large
from danvan_cli.reading.formats import Content, office, suffixes

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

Chain = tuple[str, ...]
"""Names from the archive inwards: a member, or an archive in the archive and a member of that."""

_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MOST_MEMBERS: Final = 100_000
_MOST_MARKUP: Final = 15_000_000
"""Bytes of XML in a document; as a tree they take ten times that, and an article has a hundredth of it."""
_DEEPEST: Final = 2
"""Archives within one another that are opened."""
_ENCRYPTED: Final = 0x1
_UTF_8: Final = 0x800
"""Bits of a member's flags (APPNOTE 4.4.4)."""
_WHAT: Final = "is a ZIP archive"
_DAMAGED: Final = "that is damaged; copy or download it again"


def extract(data: bytes, path: str) -> Content:
    """An archive is no article. Raises :class:`ReadError`, which says how to name one in it."""
    raise ReadError(path, f"{_WHAT}, not an article; give danvan its file, or name a file in it: ARCHIVE.zip/NAME")


def check(data: bytes, path: str, what: str) -> None:
    """Raise :class:`ReadError` where the archive ``data``, which ``what`` names, is locked, broken or a bomb."""
    from io import BytesIO

    with _opened(BytesIO(data), path, what) as archive:
        members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError(path, f"{what} that is locked with a password; save it without one and read that")
    size = sum(member.file_size for member in members)
    markup = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if size > MOST_BYTES or markup > _MOST_MARKUP:
        problem = f"that unpacks to {size / 1e6:,.0f} MB, too much for an article; it is not opened"
        raise ReadError(path, f"{what} {problem}")


def is_archive(path: str) -> bool:
    """Whether the file at ``path`` is an archive, and not a document that is kept as one; no file is none."""
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - no path makes it fail
            return False
        with open(path, "rb") as file:  # noqa: PTH123
            if file.read(4) not in _MAGIC:
                return False
        return office(_archive(path, ()).namelist()) is None
    except (OSError, ValueError):
        return False
    except ReadError:
        return True


def members(path: str, chain: Chain = ()) -> Iterator[Chain | ReadError]:
    """The articles in the archive at ``path`` (in the archive ``chain`` within it), by name, as in a folder.

    Files of other kinds are left out where there is one of a known kind; hidden files always are. What cannot be read
    comes as a :class:`ReadError` in its place.
    """
    name = _name(path, chain)
    try:
        found = _directory(_archive(path, chain), name)
    except ReadError as error:
        yield error
        return
    names = sorted(member for member in found if not _is_hidden(member))
    wanted = [member for member in names if PurePosixPath(member).suffix.lower() in suffixes()]
    if not names:
        kinds = ", ".join(sorted(suffixes()))
        yield ReadError(name, f"{_WHAT} with no article in it; danvan looks for files that end in {kinds}")
    for member in wanted or names:
        problem = _problem(found[member], member)
        if problem:
            yield ReadError(_name(path, (*chain, member)), problem)
        elif not member.lower().endswith(".zip"):
            yield (*chain, member)
        elif len(chain) + 1 < _DEEPEST:
            yield from members(path, (*chain, member))
        else:
            yield ReadError(_name(path, (*chain, member)), "is an archive in an archive in an archive; unpack it first")


def member_bytes(path: str, chain: Chain) -> bytes:
    """The bytes of a member. Raises :class:`ReadError`."""
    import zlib
    from zipfile import BadZipFile

    archive = _archive(path, chain[:-1])
    name = _name(path, chain)
    member = _directory(archive, name).get(chain[-1])
    if member is None:
        raise ReadError(name, "no such file in the archive; check the spelling of the path")
    problem = _problem(member, chain[-1])
    if problem:
        raise ReadError(name, problem)
    try:
        return archive.read(member)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ReadError(name, "is damaged in the archive; copy or download the archive again") from error


def inside(path: str) -> tuple[str, Chain] | None:
    """The archive and the names in it that ``path`` means where it goes on behind an archive's name
    (``bao-cao.zip/2023/quy-1.txt``); ``None`` where it does not.
    """
    steps = path.replace(os.sep, "/").split("/")
    for i in range(1, len(steps)):
        archive = "/".join(steps[:i])
        if os.path.isfile(archive):  # noqa: PTH113
            return (archive, _split("/".join(steps[i:]))) if is_archive(archive) else None
    return None


def _split(rest: str) -> Chain:
    """Names, one an archive in the other: "a.zip/b.txt" is the member b.txt of a.zip."""
    at = rest.lower().find(".zip/")
    return (rest,) if at < 0 else (rest[: at + 4], *_split(rest[at + 5 :]))


def _name(path: str, chain: Iterable[str]) -> str:
    return "/".join(map(shown, (path, *chain)))


def _archive(path: str, chain: Chain) -> ZipFile:
    """The archive at ``path``, or the one in it. Raises :class:`ReadError`."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    return _kept(path, chain, (status.st_mtime_ns, status.st_size), os.getpid())


@lru_cache(maxsize=2)
def _kept(path: str, chain: Chain, version: tuple[int, int], process: int) -> ZipFile:
    """An open archive: its members are asked for one after the other, and its directory may be long.

    One a ``process``: a child would share the file's position with its parent. One a ``version`` of the file.
    """
    from io import BytesIO

    source = BytesIO(member_bytes(path, chain)) if chain else path
    return _opened(source, _name(path, chain), _WHAT)


def _opened(source: object, name: str, what: str) -> ZipFile:
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(source)  # type: ignore[call-overload]
    except OSError as error:
        raise refusal(name, error) from error
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(name, f"{what} {_DAMAGED}") from error
    if len(archive.filelist) > _MOST_MEMBERS:
        raise ReadError(name, f"{what} of {len(archive.filelist):,} files; unpack it, and read the folder")
    return archive  # type: ignore[no-any-return]


def _directory(archive: ZipFile, name: str) -> dict[str, ZipInfo]:
    """The members of an archive by name; folders are none."""
    return {_readable(member): member for member in archive.infolist() if not member.is_dir()}


def _readable(member: ZipInfo) -> str:
    """The name of a member. Some programs write UTF-8 and do not say so."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _is_hidden(name: str) -> bool:
    return any(step.startswith((".", "__MACOSX")) and step != ".." for step in name.split("/"))


def _problem(member: ZipInfo, name: str) -> str:
    """Why a member is not read; empty where it can be."""
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or not steps[0] or ":" in steps[0]:
        return "has a name that leads out of its archive; it is not read"
    if member.flag_bits & _ENCRYPTED:
        return "is locked with a password; unpack the archive with it and read the folder"
    return too_large(member.file_size) or ""
