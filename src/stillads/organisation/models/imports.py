"""What an import of units or people did, so that it can be told afterwards."""

from django.db import models

from stillads.kernel.models import PublicIdModel


class OrganisationImport(PublicIdModel):
    """One file that was read in: its digest, and the counts and lines of the report."""

    kind = models.CharField(max_length=20)  # units or people
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    report = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
