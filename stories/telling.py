"""A story as it is read: the same by everybody, by its teller, and by staff who look first."""

from __future__ import annotations

from django.utils.safestring import SafeString

from initiatives.covers import STRUCTURES, cover_svg
from initiatives.photo_html import photo_html
from stories.models import Story, Tip

PHOTOS = "/verhalen/foto/"
WEAVES = list(STRUCTURES)


def portrait_or_weave(story: Story, *, base: str = PHOTOS, sizes: str = "9rem") -> SafeString:
    """The picture of a teller in a circle, where that was agreed; else a weave of its own. Takes a
    story `with_portrait`; `base` is where the files of the picture are."""
    if story.portrait_shown and not story.follows and hasattr(story, "portrait"):
        picture = story.portrait
        return photo_html(
            picture.pk, picture.width, picture.height, picture.alt, sizes=sizes, base=base
        )
    return cover_svg(f"verhaal-{story.pk}", WEAVES[story.pk % len(WEAVES)], shape="round")


def as_told(story: Story, *, base: str = PHOTOS) -> dict:
    """What the template of a story needs: itself, its picture, its tips."""
    tips = Tip.objects.filter(story=story, is_shown=True).with_all()
    return {
        "story": story,
        "picture": portrait_or_weave(story, base=base, sizes="18rem"),
        "tips": [] if story.follows else tips,
    }
