"""The page, one function a view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from detector.errors import DetectorError
from detector.pipeline import Detector, load
from detector.readability import reading_ease
from detector.readers import decode, read_file, read_text
from detector.render.checked import counted_in_words
from detector.resolve import category_name
from detector.review.marked import STYLE, legend, marked_html
from detector.tone import ranked
from detector.types import Actor, Contribution, Finding, Report

KEPT_REPORTS = 32


@st.cache_resource(show_spinner="Loading the lexicons …")
def get_detector() -> Detector:
    """Return the one detector all sessions share."""
    return load({"actors": True})


@st.cache_data(max_entries=KEPT_REPORTS, show_spinner="Reading the story …")
def check(text: str) -> Report:
    """Return the report of a story, kept while it does not change."""
    return get_detector().check(text)


def story_input(files: Sequence[str]) -> str:
    """Show the ways to bring a story and return its text."""
    st.session_state.setdefault("story", _opened(files))
    box = st.expander("Story", expanded=not st.session_state.story.strip())
    upload = box.file_uploader("Upload a story", type=["txt", "md"], key="upload")
    if upload is not None and st.session_state.get("uploaded") != upload.file_id:
        st.session_state.uploaded = upload.file_id
        try:
            st.session_state.story = decode(upload.getvalue(), upload.name)
        except DetectorError as error:
            box.error(str(error))
    text: str = box.text_area("Text", key="story", height=220, placeholder="Paste a story here")
    return text


def _opened(files: Sequence[str]) -> str:
    return "\n\n".join(read_file(Path(name)).text for name in files)


def tone_view(report: Report) -> None:
    """Show the tone and the counts."""
    tone = report.tone
    columns = st.columns(6)
    columns[0].metric("Your copy", f"{tone.loadedness:.0f} of 100", help="Loadedness of your own words; quotations are left out.")
    columns[1].metric("Your sources", f"{tone.sources.loadedness:.0f} of 100" if tone.sources else "–", help="Of what is quoted.")
    columns[2].metric("Tone", tone.label + (", opinion" if tone.opinion else ""))
    columns[3].metric("Valence", f"{tone.valence:+.2f}", help="-1 unfavourable, +1 favourable")
    columns[4].metric("Reading ease", _ease(report.text), help="Flesch: 30 hard, 60 plain, 90 very easy")
    columns[5].metric("Marks", len(report.findings))
    st.caption(counted_in_words(report.findings) or "Nothing to mark.")
    with st.expander("What the tone adds up from"):
        st.dataframe([_contribution(c) for c in ranked(tone.contributions)], hide_index=True, width="stretch")
    if report.actors:
        with st.expander("Whom the loaded words describe"):
            st.dataframe([_actor(actor) for actor in report.actors], hide_index=True, width="stretch")


@st.cache_data(max_entries=KEPT_REPORTS, show_spinner="Counting syllables …")
def _ease(text: str) -> str:
    ease = reading_ease(text)
    return "–" if ease is None else f"{ease:.0f}"


def _contribution(contribution: Contribution) -> dict[str, str | float]:
    what = contribution.text or "every sentence starts here"
    return {"points": round(contribution.loadedness, 2), "from": contribution.feature, "words": what}


def _actor(actor: Actor) -> dict[str, str | float]:
    return {"actor": actor.name, "loaded words": ", ".join(actor.words), "points": round(actor.loadedness, 1)}


def story_view(report: Report) -> None:
    """Show the story with its marks."""
    st.html(STYLE + legend() + marked_html(report.text, report.findings))


def findings_view(report: Report) -> None:
    """Show the findings, one row each."""
    if not report.findings:
        st.info("No phrase to stop at.")
        return
    document = read_text(report.text)
    rows = [_row(document.position(finding.start).line, finding) for finding in report.findings]
    st.dataframe(rows, hide_index=True, width="stretch")


def _row(line: int, finding: Finding) -> dict[str, str | int]:
    return {
        "line": line,
        "phrase": finding.text,
        "category": category_name(finding.category),
        "severity": finding.severity.label,
        "means": finding.gloss,
        "write": " | ".join(finding.suggestions),
        "said by": (finding.speaker or "quoted") if finding.quoted else "",
    }
