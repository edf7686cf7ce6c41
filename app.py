"""The review page: bring a story, see what an editor would stop at, and why."""

import sys

import streamlit as st

from detector.review import parts

st.set_page_config(page_title="Editorial detector", page_icon="🖍️", layout="wide")
st.title("Editorial detector")

text = parts.story_input(sys.argv[1:])
if text.strip():
    report = parts.check(text)
    parts.tone_view(report)
    story, findings = st.columns([3, 2], gap="large")
    with story:
        parts.story_view(report)
    with findings:
        parts.findings_view(report)
