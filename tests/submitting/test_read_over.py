"""The last step: what was filled in, to read over."""

import re

from tests.submitting.browser import address

ANSWER = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)


def test_all_of_the_story_is_there_to_read_over(draft, visitor):
    answers = {
        "story": "Elke vrijdag.",
        "learned": "Begin klein.\r\nVraag hulp.",
        "time_needed": "Een uur in de week",
        "people_needed": "Drie buren",
        "needs": "Een kom",
        "support_needed": "Een zaal",
    }
    visitor.post(address("step", draft, step="verhaal"), answers)
    page = visitor.get(address("review", draft)).content.decode()
    start = page.index("<h2>Het verhaal</h2>")
    assert ANSWER.findall(page[start : page.index("</section>", start)]) == [
        ("Wat gebeurt er?", "Elke vrijdag."),
        ("Wat leerden jullie?", "Begin klein.<br>Vraag hulp."),
        ("Hoeveel tijd vraagt het?", "Een uur in de week"),
        ("Hoeveel mensen zijn er nodig?", "Drie buren"),
        ("Wat heb je nodig?", "Een kom"),
        ("Wat kost het?", '<span class="meta">Niets ingevuld</span>'),
        ("Welke steun helpt?", "Een zaal"),
    ]
