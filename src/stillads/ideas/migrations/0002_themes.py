"""The five themes of the municipality's slides of 2022. Their names are facts, the questions our own words."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

THEMES = (
    ("aeldrepleje", "Den gode ældrepleje", "Hvem hjælper mig, den dag jeg har brug for det?"),
    ("faellesskaber", "Oplevelser og fællesskaber", "Hvad vil jeg gerne være med til, og hvordan?"),
    ("mobilitet", "Mobilitet og transport", "Hvordan kommer jeg derhen, hvor jeg gerne vil være?"),
    (
        "selvbestemmelse",
        "Selvbestemmelse og livskvalitet",
        "Hvordan bliver jeg mødt, når jeg selv vil bestemme?",
    ),
    ("boligen", "Boligen", "Hvordan vil jeg gerne bo, når jeg bliver ældre?"),
)


def add(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """In the slides' order; a theme that is there already stays as it is."""
    theme = apps.get_model("ideas", "Theme")
    for order, (key, name, question) in enumerate(THEMES, start=1):
        theme.objects.get_or_create(key=key, defaults={"name": name, "question": question, "order": order})


class Migration(migrations.Migration):
    dependencies = [("ideas", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
