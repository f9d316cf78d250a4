"""The QR code on the practice card leads back to the page."""

import re
from base64 import b64decode
from io import BytesIO

import zxingcpp
from PIL import Image, ImageOps

from initiatives.qr import qr_code


def read(html: str) -> list[str]:
    """What a telephone reads in the QR codes of `html`, printed ten times as large, on white."""
    found = re.findall(r'<img class="qr" src="data:image/png;base64,([^"]+)"', html)
    images = [Image.open(BytesIO(b64decode(data))).convert("L") for data in found]
    return [
        code.text
        for image in images
        for code in zxingcpp.read_barcodes(ImageOps.expand(ImageOps.scale(image, 10, 0), 40, 255))
    ]


def test_it_leads_to_the_address():
    url = "https://www.burgersaanzet.example/inspireer-elkaar/koffie-op-de-stoep/"
    assert read(qr_code(url)) == [url]


def test_a_long_address():
    url = f"https://www.burgersaanzet.example/inspireer-elkaar/{'lange-naam-' * 9}/"
    assert read(qr_code(url)) == [url]


def test_it_says_where_it_leads():
    assert re.findall(r'alt="([^"]*)"', qr_code('https://x.example/"a&b"/')) == [
        "QR-code naar https://x.example/&quot;a&amp;b&quot;/"
    ]
