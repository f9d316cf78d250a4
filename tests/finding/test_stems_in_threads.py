"""The web server has threads; a stemmer has a memory. One may not disturb the other."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.language import compounds
from initiatives.finding.words import keys


@pytest.fixture
def threads_that_take_turns_often():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_threads_get_their_own_stems(threads_that_take_turns_often):
    words = [compound.split(" ", 1)[1] for compound in compounds(800)]
    alone = [keys.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(keys.__wrapped__, words))
    assert together == alone
