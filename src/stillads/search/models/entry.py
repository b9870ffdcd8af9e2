"""What can be searched: one folded text per thing, found by trigrams on both databases."""

from django.db import models

from stillads.kernel.fields import SortKeyField


class SearchEntry(models.Model):
    """A thing that can be found. `folded` is `kernel.danish.fold` of all its searchable words."""

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    title_sort = SortKeyField()
    context = models.CharField(max_length=300, blank=True)
    folded = models.TextField()
    permission = models.CharField(max_length=60)
    unit_id_text = models.CharField(max_length=20, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_entry_a_thing")]
