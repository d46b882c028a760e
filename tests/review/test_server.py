"""The server: its host, its token, its policy, its paths."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator

import pytest

from pipeline.errors import ReviewError
from pipeline.review.decisions import core

from .. import english
from ..review_pages import decision, served

pytest.importorskip("fastapi", reason="extra [review] is not installed")
from pipeline.review.server import free_port


@pytest.fixture
def server(entry):
    with served(entry.path.parent) as address:
        yield address.removeprefix("http://")


def ask(server: str, path: str, *, method: str = "GET", body: bytes | Iterator[bytes] | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
    """One request as it is written: nothing in the path is tidied up."""
    connection = http.client.HTTPConnection(server, timeout=10)
    connection.request(method, path, body, {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode("utf-8"), dict(answer.getheaders())
    connection.close()
    return found


PAGE = "/report/%E6%8A%A5%E5%91%8A"


RECORD = "/decisions/%E6%8A%A5%E5%91%8A"


def test_the_server_answers_its_own_host_and_origin_only(server):
    assert ask(server, "/")[0] == 200
    assert [ask(server, "/", Host=host)[0] for host in ("evil.example:8765", "127.0.0.1:1", "127.0.0.1")] == [403, 403, 403]
    assert [ask(server, "/", Origin=origin)[0] for origin in ("http://evil.example", "null", "http://127.0.0.1")] == [403, 403, 403]
    assert ask(server, "/", Origin=f"http://{server}")[0] == 200


def test_a_write_needs_the_token(server, entry, document):
    token = ask(server, PAGE)[1].split('name="token" content="')[1].split('"')[0]
    one = decision(document, "i1", "accept").plain()
    body = json.dumps({"decisions": [one]}).encode()
    assert [ask(server, RECORD, method="POST", body=body, **sent)[0] for sent in ({}, {"X_Workreport_Token": "x"})] == [403, 403]
    assert entry.store.of(entry.report) == []
    assert json.loads(ask(server, RECORD, method="POST", body=body, X_Workreport_Token=token)[1])["seq"] == 1
    status, said, _ = ask(server, RECORD, method="POST", body=json.dumps({"decisions": [one | {"id": "x2", "evidence": "别的"}]}).encode(), X_Workreport_Token=token)
    assert (status, "不是“别的”" in json.loads(said)["detail"]) == (422, True)


def test_a_flood_is_refused_unread(server):
    connection = http.client.HTTPConnection(server, timeout=10)
    connection.putrequest("POST", RECORD)
    connection.putheader("Content-Length", "9000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    assert ask(server, RECORD, method="POST", body=iter([b"["]))[0] == 413, "of a length that is not said"


@pytest.mark.parametrize("path", ["/report/../../etc/passwd", "/report/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/report//etc/passwd", "/static/../page.py", "/static/%2e%2e/page.py", "/docs", "/redoc", "/openapi.json", "/report/review.sqlite3"])
def test_no_path_leaves_the_folder_and_no_docs_page_is_there(server, path):
    assert ask(server, path)[0] == 404


def test_the_server_sends_a_strict_policy_and_its_pages_hold_no_script(server):
    _, text, headers = ask(server, PAGE)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<style" not in text
    assert 'style="' not in text
    assert text.count("<script") == 2


def test_decisions_since_a_number_are_told_to_another_tab(server, entry, document):
    entry.store.add(entry.report, [decision(document, f"i{n}", "accept", number=n) for n in (1, 2, 3)])
    answer = json.loads(ask(server, f"{RECORD}?after=1")[1])
    assert ([d["subject"] for d in answer["decisions"]], answer["seq"]) == (["i2", "i3"], 3)


def test_the_list_shows_progress_and_what_no_longer_holds(server, entry, document):
    entry.store.add(entry.report, [decision(document, "i1", "accept", number=1), decision(document, "i2", "accept", number=2, document="0" * 64, machine={**core(document["indicators"][1]), "name": "别的"})])
    page = ask(server, "/")[1]
    assert f"1 / {len(document['indicators'])}" in page
    assert "1 个旧决定不再成立" in page


def test_a_port_that_is_taken_is_named(entry):
    with served(entry.path.parent) as address, pytest.raises(ReviewError, match=address.rpartition(":")[2]):
        free_port(int(address.rpartition(":")[2]))


def test_a_body_that_never_comes_is_not_waited_for(server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.review.server.PATIENCE", 1)
    host, _, port = server.partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(f"POST {RECORD} HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{".encode())
        assert b" 408 " in line.recv(1000).split(b"\r\n")[0] + b" "
    assert ask(server, "/")[0] == 200


def test_what_is_refused_is_told_in_the_language_of_the_page(entry):
    with served(entry.path.parent, lang="en") as address:
        server = address.removeprefix("http://")
        for path, headers, status in (("/report/none", {}, 404), ("/", {"Host": "evil.example"}, 403)):
            got, told, _ = ask(server, path, **headers)
            assert got == status
            assert not english.chinese(told)


def test_all_that_the_page_says_has_english():
    assert english.missing_on_the_page() == [], "write these into pipeline/review/english.tsv"
