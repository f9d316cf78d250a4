"""No e-mail address in what is logged, whatever a mail server or a database answers."""

import logging

import pytest

from mail.addresses import WithoutAddresses, hide_addresses


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("550 5.1.1 <mia@example.org>: unknown", "550 5.1.1 <(adres)>: unknown"),
        ("{'o'neil@example.org': (452, b'full')}", "{'(adres)': (452, b'full')}"),
        ("Key (email)=(mia+soep@b\u00fccher.example)", "Key (email)=((adres))"),
        ("mia@example.org,jan@example.org", "(adres),(adres)"),
        ("10 % @ 12u", "10 % @ 12u"),
    ],
)
def test_an_address_is_taken_out(text, shown):
    assert hide_addresses(text) == shown


def test_a_line_of_a_log_keeps_all_the_rest():
    record = logging.LogRecord("x", logging.INFO, "x", 1, "%s: %d", ("to mia@example.org", 3), None)
    assert WithoutAddresses().filter(record)
    assert record.getMessage() == "to (adres): 3"
