"""Who gave an idea, how they may be told, and what they have been told."""

from django.db import models

from stillads.organisation.models import Unit

from .idea import Idea


class IdeaGiver(models.Model):
    """How to tell the giver what became of the idea. Sealed; erased when there is no more to tell."""

    class Channel(models.TextChoices):
        EMAIL = "email"
        LETTER = "letter"
        POSTER = "poster"
        NONE = "none"

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="giver")
    name_sealed = models.BinaryField(null=True)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    address_sealed = models.BinaryField(null=True)
    poster_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT)
    link_hash = models.CharField(max_length=64, unique=True)
    link_sealed = models.BinaryField(null=True)  # so that later messages can carry the same private link
    told_at = models.DateTimeField()  # the last news, or the receipt
    erased_at = models.DateTimeField(null=True)


class IdeaNews(models.Model):
    """What givers have been told, and what the private page shows; also where nobody asked to be told."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="news")
    headline = models.CharField(max_length=200)
    text = models.TextField()
    dedup_key = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "dedup_key"], name="one_news_a_step")]


class DoorCount(models.Model):
    """How many ideas came from one address within one hour; the address is a keyed digest. Swept daily."""

    address = models.CharField(max_length=64)
    hour = models.CharField(max_length=13)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "hour"], name="one_count_an_hour")]
