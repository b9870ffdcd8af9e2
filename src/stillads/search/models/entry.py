"""What can be searched: one folded text per thing, found by trigrams on both databases."""

from django.db import models


class SearchEntry(models.Model):
    """A thing that can be found.

    `folded` is `kernel.danish.fold` of title and words together. SQLite keeps its trigrams in the
    FTS5 table `search_trigrams`, which triggers follow; PostgreSQL in a GIN index (pg_trgm).
    """

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    title_folded = models.CharField(max_length=600)
    words = models.TextField(blank=True)  # as written, for the extract that shows the match
    context = models.CharField(max_length=300, blank=True)
    folded = models.TextField()
    permission = models.CharField(max_length=60)
    unit_id = models.BigIntegerField(null=True)  # where `permission` is scoped
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_entry_a_thing")]
