"""The detector as a spaCy pipeline component: ``nlp.add_pipe("editorial_detector")``.

It sets ``doc.spans["findings"]``, ``span._.finding`` and ``doc._.tone``, the same as `Detector.check` on ``doc.text``.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from detector.pipeline import load
from detector.types import Finding

GROUP = "findings"
"""The key of the findings in ``doc.spans``."""


@Language.factory("editorial_detector", default_config={"settings": {}})
def create_component(nlp: Language, name: str, settings: dict[str, Any]) -> EditorialDetector:  # noqa: ARG001 - spaCy passes all three
    """Make the component; ``settings`` has the field names of `detector.config.Config`."""
    return EditorialDetector(settings)


class EditorialDetector:
    """A callable, Doc in, Doc out. A span covers every token its finding touches."""

    def __init__(self, settings: dict[str, Any]) -> None:
        for owner, attribute in ((Span, "finding"), (Doc, "tone")):
            if not owner.has_extension(attribute):
                owner.set_extension(attribute, default=None)
        self._detector = load(settings)

    def __call__(self, doc: Doc) -> Doc:
        """Add findings and tone to ``doc`` and return it."""
        report = self._detector.check(doc.text)
        spans = [self._span(doc, finding) for finding in report.findings]
        doc.spans[GROUP] = spans
        doc._.tone = report.tone
        return doc

    @staticmethod
    def _span(doc: Doc, finding: Finding) -> Span:
        span = doc.char_span(finding.start, finding.end, label=finding.category.value, alignment_mode="expand")
        assert span is not None, "a finding lies inside its text"
        span._.finding = finding
        return span
