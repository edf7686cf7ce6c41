"""The page: what an editor does on it, first without a browser, then in one."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from conftest import ROOT
from streamlit.testing.v1 import AppTest

from detector.pipeline import Detector
from detector.review.marked import marked_html

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning:streamlit"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(autouse=True)
def no_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page takes files from its command line, which here is pytest's."""
    monkeypatch.setattr(sys, "argv", ["app.py"])


def page() -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.run()
    assert not app.exception
    return app


def test_a_story_is_marked_and_scored():
    app = page()
    app.text_area(key="story").set_value("The talks went down the tubes.").run()
    assert not app.exception
    assert app.metric[5].value == "1"
    assert app.dataframe[-1].value["phrase"].tolist() == ["went down the tubes"]


def test_the_tone_tells_what_it_adds_up_from_and_whom_it_describes():
    app = page()
    app.text_area(key="story").set_value('The government was callous, she said. "Rain fell on the callous," he said.').run()
    assert not app.exception
    assert "callous" in app.dataframe[0].value["words"].tolist()
    assert app.dataframe[1].value["actor"].tolist() == ["government"]
    assert app.metric[1].value.endswith("of 100")


def test_an_empty_page_and_a_story_without_marks():
    app = page()
    assert not app.metric
    app.text_area(key="story").set_value("Rain fell on Monday.").run()
    assert app.metric[5].value == "0"
    assert "No phrase" in app.info[0].value


def test_everything_from_a_document_is_escaped(small: Detector):
    text = '<script>alert(1)</script> The regime & "a <b>callous</b> act".'
    marked = marked_html(text, small.check(text).findings)
    assert "<script>" not in marked
    assert "<b>" not in marked
    assert "&lt;script&gt;" in marked
    assert marked.count("<mark ") == 2


@pytest.fixture
def server() -> Iterator[str]:
    """The page on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        [*command, "--", str(ROOT / "samples" / "newspaper-report.txt")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str) -> None:
    for _ in range(240):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.25)
    pytest.fail("the page did not start")


CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


@pytest.mark.browser
@pytest.mark.skipif(not (CHROMIUM and DRIVER) and not os.environ.get("CI"), reason="Chromium and its driver are not installed")
def test_a_browser_shows_the_marks(server: str, tmp_path_factory: pytest.TempPathFactory):
    from selenium import webdriver
    from selenium.common.exceptions import TimeoutException
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    assert CHROMIUM, "Chromium is not installed"
    assert DRIVER, "chromedriver is not installed"
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile = tmp_path_factory.mktemp("profile")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-quic", "--no-first-run", "--window-size=1400,1000",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        browser.get(server)
        try:
            marks = WebDriverWait(browser, 60).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".story mark[id]"))
        except TimeoutException:  # a slow machine can lose the page's first connection: load it once more
            browser.refresh()
            marks = WebDriverWait(browser, 90).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".story mark[id]"))
        texts = [mark.text for mark in marks]
        assert "went down the tubes" in texts
        mark = marks[texts.index("went down the tubes")]
        assert "fail" in (mark.get_attribute("title") or "")
        assert mark.is_displayed()
        if folder := os.environ.get("SCREENSHOTS"):
            browser.save_screenshot(f"{folder}/page.png")
    finally:
        browser.quit()
