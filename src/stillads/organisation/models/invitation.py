"""The link by which a person chooses the first password of their log-in."""

from django.db import models

from .person import Person


class Invitation(models.Model):
    """Good once, until a day. The link holds a secret; the database only its hash."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
