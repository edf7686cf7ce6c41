"""Check files by name: what the commands share."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from detector.config import Config
from detector.errors import DetectorError
from detector.pipeline import load
from detector.readers import Document, decode, find_files, read_file, read_text
from detector.render import CheckedFile


def check_files(names: Sequence[str], config: Config) -> tuple[list[CheckedFile], list[DetectorError]]:
    """Check every file that can be read; the others' errors are returned beside.

    Args:
        names: files or folders; "-" is standard input.
        config: settings.
    """
    errors: list[DetectorError] = []
    documents: list[tuple[str, Document]] = []
    for name in names:
        try:
            if name == "-":
                documents.append(("<stdin>", read_text(decode(sys.stdin.buffer.read(), "standard input"))))
            else:
                documents += [(str(path), read_file(path)) for path in find_files([name])]
        except DetectorError as error:
            errors.append(error)
    if not documents:
        return [], errors
    detector = load(config)
    return [CheckedFile(name, document, detector.check_document(document)) for name, document in documents], errors
