"""Files to text: decode, find what is not prose, keep the way back to line and column."""

from detector.readers.document import Document, Position
from detector.readers.files import decode, find_files, read_file
from detector.readers.plain import read_text

__all__ = ["Document", "Position", "decode", "find_files", "read_file", "read_text"]
