"""Whatever is pasted, what is kept is headings, lists, links, bold and italics."""

import re

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.models import Page, clean_html, lost_links
from pages.models.rich_text import FOREIGN_TAG
from tests.pages import factories

WORD = """<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style>p.MsoNormal {margin:0cm}</style>
<h1 style='color:#2F5496'><a name="_Toc1"></a>Wie zijn we<o:p></o:p></h1>
<p class=MsoNormal style="mso-margin-top-alt:auto"><b><span style='font-size:14pt'>Vijf</span>
</b> organisaties&nbsp;samen.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<div><p class=MsoNormal><i>Welkom</i><br></p></div>
<table><tr><td width=20>Een</td><td>Twee</td></tr></table>"""


def test_what_comes_from_word():
    assert clean_html(WORD) == (
        "<h2>Wie zijn we</h2><p><strong>Vijf </strong> organisaties samen.</p>"
        "<p><em>Welkom</em><br></p><p>Een</p><p>Twee</p>"
    )
    assert lost_links(WORD) == []


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>Dag<script>alert(1)</script></p>", "<p>Dag</p>"),
        ('<p onclick="x()" style="color:red">Dag</p>', "<p>Dag</p>"),
        ('<p>Dag<img src=x onerror="x()"><svg><script>x()</script></svg></p>', "<p>Dag</p>"),
        ("<p>1 < 2 & <3</p>", "<p>1 &lt; 2 &amp; &lt;3</p>"),
        ("<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>"),
        ("<h4>Klein</h4><h5></h5><p> </p><ul><li> </li></ul>", "<h3>Klein</h3>"),
        ("Eén zin.\n\nNog één.", "<p>Eén zin.</p><p>Nog één.</p>"),
        ("<div><div>Dag</div></div>", "<p>Dag</p>"),
        ("<p>Goe<b></b>de<i> </i>dag</p>", "<p>Goede dag</p>"),
        ("<table><a href='x:y'>A<td><a href='x:y'>B</table>", "A<p>B</p>"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_what_is_kept(pasted, kept):
    assert clean_html(pasted) == kept
    assert clean_html(kept) == kept


PIECES = """
<p> </p> <div> </div> <a> <a_href='http://x'> <a_href='data:x'> <a_href="/a&b"> </a> <b> </b>
<em> </em> <ul> <li> </li> </ul> <h1> </h1> <table> <tr> <td> </td> </tr> </table> <br> x < & "
&lt;b&gt; &nbsp; <svg> </svg> <math> <style> </style> <!-- --> <pre> </pre> <script> </script>
<select> <option> <textarea> <plaintext> <form> <button> <![CDATA[ ]]> <o:p>
"""


@settings(deadline=None, database=None)
@given(st.lists(st.sampled_from([one.replace("_", " ") for one in PIECES.split()]), max_size=15))
def test_whatever_it_is_the_database_takes_it(pieces):
    cleaned = clean_html("".join(pieces))
    assert re.search(FOREIGN_TAG, cleaned) is None


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", " JaVaScript:alert(1)", "java\tscript:alert(1)"),
        *("data:text/html,<b>", "vbscript:x", "file:///etc/passwd", "ergens", "http:"),
    ],
)
def test_a_link_that_may_not_be(address):
    link = f"<p>Klik <a href='{address}'>hier</a>.</p>"
    assert clean_html(link) == "<p>Klik hier.</p>"
    assert lost_links(link) == [address]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        *((same, same) for same in ("https://x.be/a?b=1#c", "mailto:a@x.be", "tel:+321", "/over/")),
        ("www.x.be", "https://www.x.be"),
        ("https://x.be/?a=1&b=2", "https://x.be/?a=1&amp;b=2"),
    ],
)
def test_a_link_that_may_be(address, kept):
    link = f'<p><a href="{address}" target="_blank" rel="x">hier</a></p>'
    assert clean_html(link) == f'<p><a href="{kept}">hier</a></p>'
    assert lost_links(link) == []


@pytest.mark.django_db
def test_it_is_cleaned_whoever_saves_it():
    page = factories.page(body=WORD)
    assert page.body == clean_html(WORD)
    assert page.tellings.get().body == Page.objects.get().body == clean_html(WORD)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [
        *("<script>", "<p class=x>", "<p onclick=x>", "<h1>", "<img src=x>", "a <b>", "<P>"),
        *('<a href="javascript:x">', '<a href="data:x">', "<a href='/'>", "<!-- x -->"),
    ],
)
def test_the_database_refuses_other_tags(body):
    page = factories.page()
    with pytest.raises(IntegrityError, match="page_is_clean"), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(body=body)
