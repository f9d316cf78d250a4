"""Moderating, in Django admin.

queue       the list of what waits, and the addresses of all pages below
filters     the ways to narrow that list
logged_out  a session that ended halfway: nothing typed is lost
access      who may open which initiative
assessment  the one page on which a version is weighed
deciding    the mail, read before it goes
handling    assigning, entering for someone who phones, taking off the site, erasing
reports     what visitors say is not right, and the page to settle it
passed_on   that messages went to the people behind initiatives
catalogue   themes, whom they are for, and crises with their figures
people      the contact of an initiative, and the accounts of staff
trail       every step, to read only
"""

from django.contrib import admin

from initiatives.admin import catalogue, passed_on, people, queue, reports, trail

__all__ = ["catalogue", "passed_on", "people", "queue", "reports", "trail"]

admin.site.site_header = "BurgersAanZet · beheer"
admin.site.site_title = "BurgersAanZet · beheer"
admin.site.index_title = "Beheer"
# The pages need the width, and the start page has every link.
admin.site.enable_nav_sidebar = False
