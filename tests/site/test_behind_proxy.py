"""Whose address a limit counts."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.test import RequestFactory

from baz_site.middleware import AddressFromProxy


def address_seen(**headers) -> str:
    seen = AddressFromProxy(lambda request: request.META["REMOTE_ADDR"])
    return seen(RequestFactory().get("/", **headers))


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("", "127.0.0.1"),
    ],
)
def test_behind_a_proxy_it_is_the_one_that_the_proxy_saw(settings, forwarded, address):
    settings.BEHIND_PROXY = True
    assert address_seen(HTTP_X_FORWARDED_FOR=forwarded) == address


def test_without_a_proxy_nobody_chooses_an_address(settings):
    settings.BEHIND_PROXY = False
    with pytest.raises(MiddlewareNotUsed):
        address_seen(HTTP_X_FORWARDED_FOR="203.0.113.9")
