"""Every fixed text of the site reads at level B1; what doesn't is named. Why this index and these
bounds: docs/decisions.md."""

import pytest

from tests.readability.douma import reading_ease, syllables, words
from tests.readability.interface import (
    ANY_WORD,
    in_code,
    in_templates,
    sentences_of_code,
    sentences_of_template,
)

# 60 to 70 is 'standard' in Douma's scale; a text of ours is at least in its upper half.
TEXT = 65
# One sentence swings more than a text: below this it has long words, or too many.
SENTENCE = 40
LONGEST = 20  # words
ENOUGH = 6  # words of our own, for a sentence to be measured
ENOUGH_TEXT = 50  # words, for a text
# What has to be said in these very words: the criteria of the report (chapter 3.2), which the page
# explains below in words of ours; and words that people may look for, which are no sentences.
QUOTED = {"initiatives/criteria.py", "baz_site/search/fixed_pages.py"}


def own(sentence: str) -> int:
    """How many words of a sentence are ours, and not filled in."""
    return sum(word != ANY_WORD for word in words(sentence))


def hard_sentences(sentences: list[str]) -> list[str]:
    """Those that are too long or have too long words, with the reason in front."""
    hard = []
    for sentence in sentences:
        count = len(words(sentence))
        if own(sentence) < ENOUGH:
            continue
        if count > LONGEST:
            hard.append(f"{count} words: {sentence}")
        elif reading_ease([sentence]) < SENTENCE:
            hard.append(f"index {reading_ease([sentence]):.0f}: {sentence}")
    return hard


@pytest.fixture(scope="module")
def told() -> list[tuple[str, list[str]]]:
    texts = [(path, told) for path, told in [*in_templates(), *in_code()] if path not in QUOTED]
    # The road from a file to its sentences is whole: there are hundreds, of both kinds.
    assert {path.split("/")[0] for path, _ in texts} >= {"templates", "agenda", "initiatives"}
    assert len(texts) > 200
    return texts


def test_no_sentence_is_hard(told):
    assert [f"{path}: {hard}" for path, said in told for hard in hard_sentences(said)] == []


def test_no_text_is_hard(told):
    hard = [
        f"{path}: index {reading_ease(said):.0f}"
        for path, said in told
        if sum(map(own, said)) >= ENOUGH_TEXT and reading_ease(said) < TEXT
    ]
    assert hard == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("buurt", 1),
        ("idee", 2),
        ("ideeën", 3),
        ("gemeentehuis", 4),
        ("draaiboek", 2),
        ("Initiatief", 2),
        ("samenwerkingsverband", 6),
        ("vzw", 1),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_index_is_that_of_douma():
    # Nine words of eleven syllables, in two sentences: 206.84 - 77 * 11/9 - 0.93 * 9/2.
    assert reading_ease(["Wat doe jij graag?", "Vertel het aan je buren."]) == pytest.approx(
        108.5439, abs=1e-4
    )


def test_a_hard_sentence_is_named():
    official = "Teneinde de administratieve afhandeling te bespoedigen, gelieve te registreren."
    assert hard_sentences(["Dat is in orde, we laten je iets weten.", official]) == [
        f"index -33: {official}"
    ]


def test_a_long_sentence_is_named():
    long = "Kom " + "nu en " * 10 + "dan."
    assert hard_sentences([long]) == [f"22 words: {long}"]


def test_what_a_template_says():
    source = (
        "{# A note. #}{% comment %}Takes `one`. {% endcomment %}<p>Dag {{ name }}, welkom.</p>"
        "<p>Er {% if one %}is <b>een</b> plaats.{% else %}zijn plaatsen.{% endif %} Kom je? </p>"
        '{% include "x.html" with text="Vul je naam in." %}<script>Dit niet, nee.</script>'
    )
    assert sentences_of_template(source) == [
        "Dag Nijlen, welkom.",
        "Er is een plaats.",
        "Kom je?",
        "Er zijn plaatsen.",
        "Vul je naam in.",
    ]


def test_what_code_says():
    source = (
        '"""Niet dit ding."""\nNO = "Nee, dat kan niet."\nTO = f"Dag {name}, kom je?"\nX = "Abc"'
    )
    assert sentences_of_code(source) == ["Nee, dat kan niet.", "Dag Nijlen, kom je?"]
