from django.db import migrations, models


def forget_passwords(apps, schema_editor):
    """Of files whose reader died, which kept the password that a person gave."""
    apps.get_model("matching", "CV").objects.filter(state="unreadable").exclude(unlock="").update(unlock="")


class Migration(migrations.Migration):
    dependencies = [("matching", "0006_questions_in_the_ledger")]

    operations = [
        migrations.AddField(model_name="cv", name="scanned", field=models.BooleanField(default=False)),
        migrations.RunPython(forget_passwords, migrations.RunPython.noop),
    ]
