"""What was there before the second reader: every score is the local model's, every call belongs to its match's job."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    match, call = apps.get_model("matching", "Match"), apps.get_model("matching", "ModelCall")
    match.objects.filter(score__isnull=False).update(source="local")
    call.objects.update(job=Subquery(match.objects.filter(pk=OuterRef("match")).values("job")[:1]))


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_second_reader")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
