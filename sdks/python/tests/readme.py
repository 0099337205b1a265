"""Runs the Python blocks of a README one after another, in one module: `readme.py README.md`.

A block labelled `illustration` is not run, one labelled `async` only with httpx, and before one labelled `oauth` the user
of the sandbox signs in and agrees.
"""

from __future__ import annotations

import html
import http.client
import importlib.util
import pathlib
import re
import sys
from typing import Any, Dict, List, Tuple
from urllib.parse import parse_qs, urlencode, urlsplit


def blocks(text: str) -> List[Tuple[int, str, str]]:
    """Line, label and code of each block of Python."""
    found = re.finditer(r"^```python ?(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2)) for match in found]


def code_of(address: str) -> str:
    """What the user does: opens the page, agrees, is sent back with a code."""
    url = urlsplit(address)
    connection = http.client.HTTPConnection(url.netloc)
    try:
        connection.request("GET", f"{url.path}?{url.query}")
        page = connection.getresponse().read().decode()
        fields = re.findall(r'<input[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"', page)
        form = {**{name: html.unescape(value) for name, value in fields}, "decision": "approve"}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", url.path, urlencode(form), headers)
        answer = connection.getresponse()
        answer.read()
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
    finally:
        connection.close()


def main(file: str) -> None:
    names: Dict[str, Any] = {"__name__": "readme"}
    counts = {"ran": 0, "illustration": 0, "without httpx": 0}
    for line, label, code in blocks(pathlib.Path(file).read_text(encoding="utf-8")):
        if label == "illustration":
            counts["illustration"] += 1
            continue
        if label == "async" and importlib.util.find_spec("httpx") is None:
            counts["without httpx"] += 1
            continue
        if label == "oauth":
            names["code"] = code_of(names["started"].url)
        exec(compile("\n" * line + code, file, "exec"), names)
        counts["ran"] += 1
    print(f"blocks: {counts}")


if __name__ == "__main__":
    main(sys.argv[1])
