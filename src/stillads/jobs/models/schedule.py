"""How far the schedule has come."""

from django.db import models


class ScheduledJob(models.Model):
    """One job of the schedule, and the last slot (minute, hour or day) it was queued for."""

    name = models.CharField(max_length=80, primary_key=True)  # "daily.remind"
    slot = models.CharField(max_length=20, default="")
