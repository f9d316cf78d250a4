"""The Dutch of the bench: the same for the same seed, and never longer than the form allows."""

from collections import Counter
from random import Random

from bench.language import Language, compounds, read_list


def texts(seed: int) -> list[str]:
    language = Language(Random(seed))
    return [
        text
        for _ in range(300)
        for text in (language.title("Gent"), language.summary("Gent"), language.story("Gent"))
    ]


def test_the_same_seed_tells_the_same():
    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_about_three_thousand_words():
    lists = ["things", "deeds", "kinds"]
    forms = {form for name in lists for line in read_list(name) for form in line.split()}
    made = {compound.split(" ", 1)[1] for compound in compounds()}
    assert len(forms | made) in range(2800, 3200)


def test_texts_fit_the_form():
    told = texts(3)
    longest = [max(len(text) for text in told[kind::3]) for kind in range(3)]
    assert [longest[0] <= 80, longest[1] <= 200, longest[2] <= 6000] == [True] * 3


def test_some_words_are_much_more_common_than_others():
    words = Counter(word for text in texts(4) for word in text.split())
    counts = sorted((words[thing.split()[1]] for thing in read_list("things")), reverse=True)
    assert counts[0] > 20 * counts[len(counts) // 2]


def test_a_typing_error_is_one_letter_away():
    language = Language(Random(5))
    wrong = [language.typing_error("doorgeefvaas") for _ in range(50)]
    assert {len(word) - len("doorgeefvaas") for word in wrong} == {-1, 0, 1}
    assert {sorted(word) == sorted("doorgeefvaas") for word in wrong if len(word) == 12} == {True}
