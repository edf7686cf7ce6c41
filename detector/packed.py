"""Many small values in one run of bytes, each read when it is asked for: loading costs the same for few and many."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable
from typing import Any


class Packed:
    """A sequence of JSON values, each compressed by itself.

    JSON: a damaged value can run nothing.
    """

    def __init__(self, starts: bytes, data: bytes) -> None:
        self._bytes = starts, data
        self._starts = array("Q", starts)

    @classmethod
    def of(cls, values: Iterable[Any]) -> Packed:
        """Pack values that JSON can carry."""
        starts, parts, at = array("Q"), [], 0
        for value in values:
            part = zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
            starts.append(at)
            parts.append(part)
            at += len(part)
        starts.append(at)
        return cls(starts.tobytes(), b"".join(parts))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Any:
        return json.loads(zlib.decompress(self._bytes[1][self._starts[number] : self._starts[number + 1]]))

    def parts(self) -> tuple[bytes, bytes]:
        """Return what makes it again: where each value starts, and all of them."""
        return self._bytes
