"""What a call or a batch costs is kept with it, and a receipt says whether anything left."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery

NEVER_LEFT = ("cloud_no_key", "cloud_bad_address", "cloud_unreachable", "cloud_untrusted", "cloud_leak", "cloud_not_allowed")


def fill(apps, schema_editor):
    job, receipt = apps.get_model("matching", "Job"), apps.get_model("matching", "EgressReceipt")
    batch = apps.get_model("matching", "CloudBatch")
    for rows in (batch.objects, apps.get_model("matching", "ModelCall").objects.exclude(act="screen")):
        asks = job.objects.filter(pk=OuterRef("job"), cloud_model=OuterRef("model"))
        rows.update(**{f"{one}_price": Subquery(asks.values(f"cloud_{one}_price")[:1]) for one in ("input", "output")})
    batch.objects.filter(state="imported").update(is_ours=True)
    receipt.objects.filter(call__error__in=NEVER_LEFT).update(sent_at=None)
    receipt.objects.filter(call__batch__submitted_at=None, call__batch__isnull=False).update(sent_at=None)


class Migration(migrations.Migration):

    dependencies = [
        ('matching', '0007_scanned'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='egressreceipt',
            options={'ordering': [models.OrderBy(models.F('sent_at'), descending=True, nulls_last=True)]},
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='foreign_ids',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='input_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='is_ours',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='left_out',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='output_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='input_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='output_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AlterField(
            model_name='egressreceipt',
            name='sent_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
