"""The program that makes the search index, asked in its own way of speaking.

Requests go in as JSON in base64, each with a comma behind it; each has one answer, in order. The
program is asked this way, and not given the written pages, since only so can a find have the
address of the paragraph that it is about.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it has no types

Request = Mapping[str, Any]

_NEEDED = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind")
_NEEDED_ENDINGS = (".pf_fragment", ".pf_index", ".pf_meta")
_LANGUAGE = "unknown"
"""No language of Pagefind's: its stems are not ours, and its folding would come on top."""
_WAIT = 30
"""Seconds in which the program ends once it is told to."""


def make_index(records: Iterable[Request]) -> dict[str, bytes]:
    """The files of an index by path, without Pagefind's own interface and languages.

    A record has ``url``, ``content`` and ``meta``. Equal records in an equal order give equal
    files, unless they have filters: Pagefind writes those in the order of a hash. Raises
    `RuntimeError` with Pagefind's own words where it refuses one.
    """
    with subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        try:
            *_, files = _answers(program.stdin, program.stdout, records)
        finally:
            program.stdin.close()
            try:
                program.wait(_WAIT)
            except subprocess.TimeoutExpired:
                program.kill()
    found = {file["path"]: base64.b64decode(file["content"]) for file in files["files"]}
    return {path: found[path] for path in sorted(found) if _is_needed(path)}


def _is_needed(path: str) -> bool:
    return path in _NEEDED or path.endswith(_NEEDED_ENDINGS)


def _answers(
    into: IO[bytes], out_of: IO[bytes], records: Iterable[Request]
) -> Iterator[Mapping[str, Any]]:
    """The answer to each request; the last one holds the files."""
    config = {"force_language": _LANGUAGE}
    index = _ask(into, out_of, {"type": "NewIndex", "config": config})["index_id"]
    for record in records:
        request = {"type": "AddRecord", "index_id": index, "language": _LANGUAGE, **record}
        yield _ask(into, out_of, request)
    yield _ask(into, out_of, {"type": "GetFiles", "index_id": index})


def _ask(into: IO[bytes], out_of: IO[bytes], request: Request) -> Mapping[str, Any]:
    message = json.dumps({"message_id": 1, "payload": request})
    into.write(base64.b64encode(message.encode()) + b",")
    into.flush()
    payload = json.loads(base64.b64decode(_until_comma(out_of)))["payload"]
    if payload["type"] == "Error":
        raise RuntimeError(f"pagefind: {payload['message']}")
    assert isinstance(payload, dict)
    return payload


def _until_comma(out_of: IO[bytes]) -> bytes:
    parts: list[bytes] = []
    while not (parts and parts[-1].endswith(b",")):
        part = out_of.read1(1 << 20)  # type: ignore[attr-defined]  # a pipe is buffered
        if not part:
            raise RuntimeError("pagefind: it ended before it answered")
        parts.append(part)
    return b"".join(parts)[:-1]
