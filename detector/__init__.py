"""An idiom, cliché and loaded-language detector for editorial QA.

    import detector
    det = detector.load()
    report = det.check("The talks went down the tubes.")

Importing this package imports neither spaCy nor textacy; `load` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detector.config import Config
    from detector.errors import DetectorError
    from detector.pipeline import Detector, load
    from detector.types import Category, Finding, Report, Severity, Tone

__version__ = "0.1.0"

__all__ = ["Category", "Config", "Detector", "DetectorError", "Finding", "Report", "Severity", "Tone", "__version__", "load"]

_HOMES = {
    "Category": "types", "Config": "config", "Detector": "pipeline", "DetectorError": "errors", "Finding": "types",
    "Report": "types", "Severity": "types", "Tone": "types", "load": "pipeline",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'detector' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"detector.{_HOMES[name]}"), name)
