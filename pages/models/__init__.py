"""What staff write on the site themselves.

page       a page, and each telling of it
partner    an organisation of BurgersAanZet, with its logo
rich_text  text with headings, lists and links: cleaned whenever it is saved
"""

from pages.models.page import ALWAYS_SHOWN, Page, Telling
from pages.models.partner import Partner
from pages.models.rich_text import RichTextField, clean_html, lost_links

__all__ = [
    "ALWAYS_SHOWN",
    "Page",
    "Partner",
    "RichTextField",
    "Telling",
    "clean_html",
    "lost_links",
]
