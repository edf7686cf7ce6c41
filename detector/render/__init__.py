"""Reports to text: one small module a format, each a function from checked files to a string."""

from detector.render.checked import CheckedFile, is_counted

__all__ = ["CheckedFile", "is_counted"]
