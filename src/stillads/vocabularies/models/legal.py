"""Laws and paragraphs with the days on which they hold, because the law moves."""

from django.db import models
from django.utils.translation import gettext as _


class LegalBasis(models.Model):
    """One provision that elder care stands on: editable data, shipped with its source."""

    key = models.SlugField(max_length=60, unique=True)
    law = models.CharField(max_length=120)
    paragraph = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    source = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"{self.law} {self.paragraph}"

    @property
    def to_be_checked(self) -> bool:
        """Does its source say that the row still has to be looked up?"""
        return is_unsure(self.source)

    @property
    def marked(self) -> str:
        """`Serviceloven § 97 (efterprøves)`: its name wherever somebody may lean on it."""
        return _("%(provision)s (to be checked)") % {"provision": self} if self.to_be_checked else str(self)


def is_unsure(source: str) -> bool:
    """The word by which a row's source says that nobody has looked it up yet."""
    return "efterprøves" in source.lower()
