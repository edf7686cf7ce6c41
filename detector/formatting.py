"""Write lexicon files the one way they are written: entries sorted, keys in order, what the defaults say left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

KEY_ORDER = (
    "pattern", "category", "severity", "gloss", "instead", "note", "image", "valence", "intensity", "literal",
    "literal_near", "figurative_near", "exceptions", "field", "region", "rigid", "passive", "hits", "misses",
)  # fmt: skip

_WIDTH = 120


def format_lexicon(header: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text of a lexicon file.

    Args:
        header: the [lexicon] table: title, revision, licence, defaults.
        tables: the entries' own keys by id, as TOML values.
    """
    defaults = header.get("defaults", {})
    lines = ["[lexicon]"]
    lines += [f"{key} = {_value(header[key])}" for key in ("title", "revision", "licence") if key in header]
    if defaults:
        inner = ", ".join(f"{key} = {_value(defaults[key])}" for key in sorted(defaults, key=_rank))
        lines.append(f"defaults = {{ {inner} }}")
    blocks = ["\n".join(lines)]
    blocks += [format_entry(name, tables[name], defaults) for name in sorted(tables)]
    return "\n\n".join(blocks) + "\n"


def format_entry(name: str, values: Mapping[str, Any], defaults: Mapping[str, Any]) -> str:
    """Return one entry's table; keys that say what the defaults say are left out."""
    lines = [f"[{name}]"]
    for key in sorted(values, key=_rank):
        value = values[key]
        if value in ("", [], ()) or (key in defaults and defaults[key] == value):
            continue
        lines.append(_line(key, value))
    return "\n".join(lines)


def _rank(key: str) -> int:
    return KEY_ORDER.index(key) if key in KEY_ORDER else len(KEY_ORDER)


def _line(key: str, value: Any) -> str:
    line = f"{key} = {_value(value)}"
    if len(line) <= _WIDTH or not isinstance(value, list | tuple):
        return line
    return "\n".join([f"{key} = [", *(f"  {_value(item)}," for item in value), "]"])


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Iterable):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return str(value)
