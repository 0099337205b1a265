"""Sends each request of the list on standard input with http.client and with urllib; prints the statuses as JSON."""
import http.client
import json
import sys
import urllib.error
import urllib.request
from urllib.parse import urlsplit


def by_http_client(request, body):
    url = urlsplit(request["url"])
    connection = http.client.HTTPConnection(url.hostname, url.port)
    connection.request(request["method"], url.path, body, request["headers"])
    response = connection.getresponse()
    json.load(response)
    return response.status


def by_urllib(request, body):
    sent = urllib.request.Request(request["url"], body, request["headers"], method=request["method"])
    try:
        with urllib.request.urlopen(sent) as response:
            return response.status
    except urllib.error.HTTPError as error:
        json.load(error)
        return error.code


statuses = []
for request in json.load(sys.stdin):
    body = b"x" * request["bytes"]
    statuses.append([by_http_client(request, body), by_urllib(request, body)])
print(json.dumps(statuses))
