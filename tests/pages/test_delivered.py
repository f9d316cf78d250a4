"""The pages that come with the site: plain words, links that lead somewhere, loaded once."""

import re

import pytest
from django.core.management import call_command
from django.utils.html import strip_tags

from pages.models import Page, Partner, clean_html
from pages.reading import DATA, delivered, delivered_page
from pages.writing import save_page

LONGEST_SENTENCE = 16  # words
SENTENCES = re.compile(r"(?<=[.?!:])\s+|</(?:p|li|h2|h3)>")


@pytest.mark.parametrize("key", delivered())
def test_plain_and_clean(key):
    page = delivered_page(key)
    assert clean_html(page.body) == page.body.replace("\n", "")
    sentences = [strip_tags(one) for one in SENTENCES.split(f"{page.lead} {page.body}")]
    assert [one for one in sentences if len(one.split()) > LONGEST_SENTENCE] == []


@pytest.mark.django_db
def test_every_link_leads_to_a_page(client):
    for command in ("load_places", "load_practices", "load_workshops", "load_pages"):
        call_command(command, verbosity=0)
    files = [path.read_text(encoding="utf-8") for path in DATA.glob("*.html")]
    addresses = {address for text in files for address in re.findall(r'href="([^"]+)"', text)}
    assert len(addresses) > 10
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


@pytest.mark.django_db
def test_loading_again_leaves_alone_what_staff_did():
    call_command("load_pages", verbosity=0)
    page = Page.objects.get(key="vragen")
    page.title, page.slug, page.is_shown = "Vraag maar", "vraag-maar", False
    save_page(page=page, revision=1, staff=None)
    Partner.objects.get(name="EKC").delete()
    call_command("load_pages", verbosity=0)
    page.refresh_from_db()
    assert (page.title, page.slug, page.is_shown, page.revision) == (
        *("Vraag maar", "vraag-maar", False, 2),
    )
    assert Page.objects.count() == len(delivered())
    names = ["ATK", "Domo vzw", "LUS vzw", "Magenta"]
    assert list(Partner.objects.values_list("name", "brings")) == [(name, "") for name in names]
