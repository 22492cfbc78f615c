"""The web page of a record in a real browser."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.exports import html
from tests import handmade

pytestmark = pytest.mark.browser

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("no Chromium; on Debian: apt-get install chromium")


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    """A server on loopback that keeps the paths it was asked for in ``asked``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    asked: list[str] = []
    pages: dict[str, str] = {}
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked, server.pages = asked, pages  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def dumped(chromium: str, address: str, profile: Path) -> str:
    command = [chromium, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=90)
    return done.stdout


def test_the_page_renders_and_nothing_runs_or_loads(
    chromium: str, site: ThreadingHTTPServer, tmp_path: Path
) -> None:
    base = f"http://127.0.0.1:{site.server_port}"
    hostile = f"<script>document.title='ran'</script><img src={base}/leak onerror=document.title=1>"
    record = handmade.record()
    page = replace(record.page, title=hostile, authors=(hostile,))
    # As if the escaping had failed, for the second line of defence: the policy.
    text = "".join(html.pages([replace(record, page=page)])).replace("<footer>", f"<p>{hostile}")
    site.pages["/record.html"] = text  # type: ignore[attr-defined]
    dom = dumped(chromium, f"{base}/record.html", tmp_path / "profile")
    assert "<title>On record</title>" in dom
    assert 'id="p1-s3"' in dom
    assert "Come back on Monday" in dom
    assert set(site.asked) <= {"/record.html", "/favicon.ico"}  # type: ignore[attr-defined]
