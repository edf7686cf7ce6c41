"""Find and decode the files to check; what cannot be read as text is said, never passed over."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path

from detector.errors import InputError
from detector.readers.document import Document
from detector.readers.plain import read_text

SUFFIXES = (".txt", ".md", ".markdown", ".text")
"""The files a folder is searched for."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


def find_files(names: Iterable[str]) -> list[Path]:
    """Return the files named, folders replaced by the readable files below them.

    Raises:
        InputError: a name does not exist, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            below = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not below:
                raise InputError(f"{name}: no file to check in this folder: it is searched for {', '.join(SUFFIXES)}")
            found += below
        elif path.exists():
            found.append(path)
        else:
            raise InputError(f"{name}: no such file: check the name and the folder you are in")
    return found


def read_file(path: Path) -> Document:
    """Read and decode one file.

    Raises:
        InputError: it cannot be opened, or is not text in UTF-8, UTF-16 or UTF-32 with a mark.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}: check the file's permissions") from error
    return read_text(decode(data, str(path)))


def decode(data: bytes, name: str) -> str:
    """Decode a file's bytes: UTF-8, or what its byte order mark says. The mark is dropped.

    Raises:
        InputError: not text, or at which byte it stops being UTF-8.
    """
    mark, encoding = next(((mark, encoding) for mark, encoding in _BOMS if data.startswith(mark)), (b"", "utf-8"))
    if not mark and b"\0" in data[:8192]:
        raise InputError(f"{name}: this is a binary file, not text: name a text file")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        raise InputError(f"{name}: not {encoding.upper()} at byte {at}: save the file as UTF-8") from error
