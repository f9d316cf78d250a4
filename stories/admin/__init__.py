"""Stories, tips, test beds and the consent ledger, in Django admin.

access     what our own pages in admin share
catalogue  barriers, kinds of associations, test beds
ledger     what was agreed: what ends first stands on top
steps      what staff do with a story: look first, show, take off, note consent, withdraw
stories    stories: the list, and the page of one
tips       tips
trail      every step, to read only
"""

from stories.admin import access, catalogue, ledger, steps, stories, tips, trail

__all__ = ["access", "catalogue", "ledger", "steps", "stories", "tips", "trail"]
