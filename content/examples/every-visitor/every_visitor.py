import json
from urllib.parse import quote
from urllib.request import Request, urlopen


def every_visitor(api_key):
    url = "https://api.orbinto.com/v1/visitors?limit=100"
    headers = {"Authorization": f"Bearer {api_key}"}
    cursor = ""
    while cursor is not None:
        after = f"&after={quote(cursor)}" if cursor else ""
        with urlopen(Request(url + after, headers=headers)) as response:
            page = json.load(response)
        yield from page["data"]
        cursor = page["pagination"]["next_cursor"]
