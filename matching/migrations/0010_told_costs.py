"""What a call of unknown outcome cost may be told by a person."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('matching', '0009_passwords_of_zips'),
    ]

    operations = [
        migrations.AddField(
            model_name='modelcall',
            name='told_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='told_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='modelcall',
            name='state',
            field=models.CharField(choices=[('open', 'In flight'), ('done', 'Done'), ('failed', 'Failed'), ('unknown', 'Outcome unknown'), ('told', 'Cost told by a person')], default='open', max_length=10),
        ),
    ]
