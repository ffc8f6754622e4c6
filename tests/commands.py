"""What tests of the command line share: how a command ended, and an article to run it on."""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from support import ROOT


class Ran(NamedTuple):
    out: str
    err: str
    status: int


Danvan = Callable[..., Ran]

ARTICLE = """Xuân Hòa tổng kết công tác dân vận năm 2019

Sáng 26/12/2019, Tỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2019, triển khai nhiệm vụ năm 2020. \
Đồng chí Hoàng Thị Bích Vân, Phó Bí thư Tỉnh ủy dự và phát biểu chỉ đạo hội nghị.

Năm 2019, các cơ quan trong tỉnh đã tiếp 2.213 lượt công dân, tiếp nhận 364 đơn khiếu nại, tố cáo. Tỷ lệ giải quyết \
đạt 93,1%.

Đồng chí Hoàng Thị Bích Vân đề nghị trong năm 2020 hệ thống dân vận các cấp tiếp tục đổi mới phương thức hoạt động; \
nắm chắc tình hình Nhân dân vùng biên giới.
"""

BASE = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "LANG": "C",
    "LC_ALL": "C",
    "DANVAN_CACHE": os.environ["DANVAN_CACHE"],
}


def many_articles(folder: Path, count: int) -> Path:
    """``folder``, with ``count`` articles in it ("000.txt", …), each of another number of petitions from 100 on."""
    folder.mkdir()
    for number in range(count):
        text = ARTICLE.replace("364 đơn", f"{number + 100} đơn")
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def process(*args: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "danvan_cli", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, env={**BASE, **env}, check=False, timeout=600)


def in_terminal(*args: object, columns: int = 80, typed: bytes = b"", status: int = 0, **env: str) -> str:
    """What a terminal of ``columns`` columns is sent."""
    import fcntl
    import termios

    main, side = os.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "-m", "danvan_cli", *map(str, args)]
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env={**BASE, **env})
    os.close(side)
    os.write(main, typed)
    sent = b""
    with contextlib.suppress(OSError):  # Linux answers EIO when the other end is closed
        while chunk := os.read(main, 65536):
            sent += chunk
    os.close(main)
    assert process.wait() == status
    return sent.decode()
