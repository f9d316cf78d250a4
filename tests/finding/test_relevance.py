"""What people type, and what they mean: the expected one stands among the first three."""

import pytest

from tests.finding.showcase import ask, read

EXPECTED = {
    typed: expected for group in read("queries.json").values() for typed, expected in group.items()
}


@pytest.mark.parametrize(
    ("typed", "expected"), [pytest.param(*item, id=item[0]) for item in EXPECTED.items()]
)
def test_the_expected_one_is_among_the_first_three(typed, expected, showcase):
    first_three = [str(found) for found in ask(showcase, q=typed).page[:3]]
    assert expected in first_three


def test_at_least_sixty_questions():
    assert len(EXPECTED) >= 60
