"""Laws and paragraphs with the days on which they hold, because the law moves."""

from django.db import models


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
