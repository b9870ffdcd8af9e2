"""Themes that ideas and trials belong to."""

from django.db import models


class Theme(models.Model):
    """One of the themes that ideas and trials belong to: the slides' five, editable."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    question = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name
