"""Waves of a survey, and who was asked in them."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.organisation.models import Person, Unit
from stillads.trials.models import Participant

from .deployment import Deployment


class Wave(PublicIdModel):
    """One time that a survey is asked at a place, from day to day (both count).

    med_agreed_on  for surveys of staff: the day on which MED agreed the guidelines
    """

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="waves")
    number = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    med_agreed_on = models.DateField(null=True, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["deployment", "number"], name="one_wave_number")]


class Asked(PublicIdModel):
    """Somebody who was asked in a wave; the link holds a secret, the database only its hash.

    In an anonymous survey `answered` is all that is kept of the answering: no moment, no entry.
    """

    class Channel(models.TextChoices):
        STAFF = "staff"  # a conversation that staff hold
        EMAIL = "email"
        LETTER = "letter"  # a printed link
        PAPER = "paper"

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="asked")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.PROTECT, related_name="asked"
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    relative = models.BooleanField(default=False)  # the participant's relative is asked
    email = models.EmailField(blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.STAFF)
    token_hash = models.CharField(max_length=64, null=True, unique=True)
    expires_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answered = models.BooleanField(default=False)
    entry_key = models.CharField(max_length=16, blank=True)  # public id of the entry, where it may be known
    declined_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "participant", "relative"],
                condition=models.Q(participant__isnull=False),
                name="asked_once_a_wave",
            ),
            models.UniqueConstraint(
                fields=["wave", "person"],
                condition=models.Q(person__isnull=False),
                name="person_asked_once_a_wave",
            ),
        ]


class OpenLink(PublicIdModel):
    """A link that is not one person's: on a poster, on a kiosk, or for temps at a site.

    counted_hour, counted  how many answers each address on the net gave by it within that hour (`2026-05-06T10`, UTC);
                           addresses as keyed digests, all in one field, so that no row tells the moment of an answer
    """

    class Kind(models.TextChoices):
        OPEN = "open"  # sent round
        POSTER = "poster"  # a QR code on the wall
        KIOSK = "kiosk"  # a tablet that one person after another answers on
        TEMP = "temp"  # temps who register at the unit, without a log-in

    kind = models.CharField(max_length=10, choices=Kind.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="open_links")
    deployment = models.ForeignKey(
        Deployment, null=True, blank=True, on_delete=models.PROTECT, related_name="open_links"
    )
    wave = models.ForeignKey(Wave, null=True, blank=True, on_delete=models.PROTECT, related_name="open_links")
    name = models.CharField(max_length=80, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)
    counted_hour = models.CharField(max_length=13, blank=True, default="")
    counted = models.JSONField(default=dict, blank=True)
