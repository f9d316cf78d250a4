"""Reading what others get, with their tools."""

from __future__ import annotations

import json

import feedparser
import pyexcel
from django.http import HttpResponse
from django.test import Client

FEED = "/inspireer-elkaar/feed/"
PAGE, SCHEMA = "/open-data/", "/open-data/schema.json"
JSON, CSV = "/open-data/initiatieven.json", "/open-data/initiatieven.csv"


def body(response: HttpResponse) -> bytes:
    """All that is sent, in one piece or in many."""
    return b"".join(response) if response.streaming else response.content


def read_feed(query: str = "") -> feedparser.FeedParserDict:
    """The feed as a feed reader takes it; it may find nothing to complain of."""
    response = Client().get(FEED + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    headers = {"content-type": response["Content-Type"]}
    feed = feedparser.parse(response.content, response_headers=headers)
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


def read_json(query: str = "") -> dict:
    """The JSON file."""
    response = Client().get(JSON + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return json.loads(body(response))


def read_csv(query: str = "") -> list[dict]:
    """The CSV file, a dictionary for each row below the names, with nothing made into numbers."""
    response = Client().get(CSV + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    options = {"file_type": "csv", "delimiter": ";", "auto_detect_int": False}
    options |= {"auto_detect_float": False, "auto_detect_datetime": False}
    text = body(response).decode("utf-8-sig")
    return [dict(row) for row in pyexcel.get_records(file_content=text, **options)]


def titles(query: str = "") -> tuple[list[str], list[str], list[str]]:
    """What a list holds by the feed, by the JSON and by the CSV."""
    return (
        [entry.title for entry in read_feed(query).entries],
        [initiative["title"] for initiative in read_json(query)["initiatives"]],
        [row["title"] for row in read_csv(query)],
    )
