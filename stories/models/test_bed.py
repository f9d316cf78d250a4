"""A question, what was tried, what came of it: a 'proeftuin'."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from initiatives.models import Initiative

own_address = RegexValidator(
    r"^/(?!/)[\w/-]*$", "Schrijf een adres van deze site. Het begint met één schuine streep."
)


class TestBed(models.Model):
    """One test bed: who asked what, and what it led to."""

    # Not a class of tests, whatever pytest thinks of its name.
    __test__ = False

    title = models.CharField("naam", max_length=100)
    slug = models.SlugField("adres", max_length=100, unique=True)
    asked_by = models.CharField("wie stelde de vraag", max_length=200)
    question = models.CharField("de vraag", max_length=250)
    situation = models.TextField("wat er speelde", max_length=2000, blank=True)
    outcome = models.TextField("wat eruit kwam", max_length=2000, blank=True)
    offer = models.TextField("wat BurgersAanZet aanbood", max_length=1000, blank=True)
    offer_address = models.CharField(
        "adres van het aanbod",
        max_length=200,
        blank=True,
        validators=[own_address],
        help_text="Op deze site. Bijvoorbeeld: /baz-inspireert/",
    )
    is_shown = models.BooleanField("staat op de site", default=False)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "proeftuin"
        verbose_name_plural = "proeftuinen"
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("stories:test-bed", args=[self.slug])


class Tried(models.Model):
    """One thing that was tried, and the practice that it became."""

    test_bed = models.ForeignKey(
        TestBed, models.CASCADE, related_name="tried", verbose_name="proeftuin"
    )
    title = models.CharField("wat", max_length=100)
    text = models.TextField("uitleg", max_length=600, blank=True)
    practice = models.ForeignKey(
        Initiative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="werd deze praktijk",
        limit_choices_to={"status": "published"},
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "iets dat geprobeerd werd"
        verbose_name_plural = "wat er geprobeerd werd"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
