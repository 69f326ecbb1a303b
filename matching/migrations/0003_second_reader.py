
import django.core.validators
import django.db.models.deletion
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matching', '0002_reading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('scope', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('spent_usd', models.DecimalField(decimal_places=8, default=Decimal('0'), max_digits=14)),
                ('reserved_usd', models.DecimalField(decimal_places=8, default=Decimal('0'), max_digits=14)),
            ],
        ),
        migrations.CreateModel(
            name='CloudBatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('model', models.CharField(max_length=120)),
                ('state', models.CharField(choices=[('preparing', 'Being put together'), ('creating', 'Being sent'), ('in_progress', 'Under way'), ('canceling', 'Being cancelled'), ('ended', 'Ended, to be fetched'), ('imported', 'Fetched, to be deleted at the vendor'), ('deleted', 'Done'), ('failed', 'Failed')], default='preparing', max_length=12)),
                ('vendor_id', models.CharField(blank=True, db_index=True, max_length=80)),
                ('requests', models.PositiveIntegerField(default=0)),
                ('succeeded', models.PositiveIntegerField(default=0)),
                ('errored', models.PositiveIntegerField(default=0)),
                ('canceled', models.PositiveIntegerField(default=0)),
                ('expired', models.PositiveIntegerField(default=0)),
                ('token', models.UUIDField(editable=False, null=True)),
                ('lease_until', models.DateTimeField(null=True)),
                ('next_poll_at', models.DateTimeField()),
                ('polls', models.PositiveIntegerField(default=0)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('error', models.CharField(blank=True, max_length=40)),
                ('cancel_asked_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('submitted_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('imported_at', models.DateTimeField(null=True)),
                ('deleted_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.CreateModel(
            name='EgressReceipt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('candidate', models.UUIDField(db_index=True)),
                ('payload', models.TextField(blank=True)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('tokens', models.PositiveIntegerField(null=True)),
                ('model', models.CharField(max_length=120)),
                ('address', models.CharField(max_length=200)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('purpose', models.CharField(max_length=60)),
                ('sent_at', models.DateTimeField()),
                ('text_erased_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-sent_at'],
            },
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('attempt', models.PositiveSmallIntegerField(default=0)),
                ('token', models.UUIDField(editable=False, null=True)),
                ('lease_until', models.DateTimeField(null=True)),
                ('available_at', models.DateTimeField()),
                ('dispatched_at', models.DateTimeField(null=True)),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='escalation', serialize=False, to='matching.match')),
                ('why', models.CharField(max_length=12)),
                ('chance', models.FloatField(default=1.0)),
                ('decided_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('kept', 'Stays here'), ('waiting', 'Waiting for Claude'), ('assessing', 'Being assessed'), ('batched', 'In an overnight batch'), ('assessed', 'Assessed'), ('not_assessed', 'Not assessed')], default='kept', max_length=12)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('criterion', models.CharField(blank=True, max_length=1)),
                ('finished_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('criterion', models.CharField(max_length=1)),
                ('level', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(4)])),
                ('note', models.CharField(max_length=500)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.AddField(
            model_name='candidate',
            name='never_send',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='candidate',
            name='never_send_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='candidate',
            name='never_send_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='job',
            name='audit_share',
            field=models.DecimalField(decimal_places=4, default=Decimal('0.03'), max_digits=5),
        ),
        migrations.AddField(
            model_name='job',
            name='budget_usd',
            field=models.DecimalField(decimal_places=2, default=Decimal('5'), max_digits=10),
        ),
        migrations.AddField(
            model_name='job',
            name='cloud_input_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='job',
            name='cloud_model',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='job',
            name='cloud_output_price',
            field=models.DecimalField(decimal_places=4, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='job',
            name='escalate_count',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='job',
            name='escalate_done',
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='job',
            name='escalate_wanted',
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='job',
            name='share',
            field=models.DecimalField(decimal_places=4, default=Decimal('0.20'), max_digits=5),
        ),
        migrations.AddField(
            model_name='job',
            name='strategy',
            field=models.CharField(choices=[('local', 'Local: nothing leaves this server'), ('hybrid', 'Hybrid: all screened here, the best share assessed by Claude'), ('cloud', 'Cloud: every CV is assessed by Claude')], default='local', max_length=10),
        ),
        migrations.AddField(
            model_name='job',
            name='timing',
            field=models.CharField(choices=[('now', 'Now'), ('overnight', 'Overnight, at half price')], default='now', max_length=10),
        ),
        migrations.AddField(
            model_name='match',
            name='disagreement',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='match',
            name='source',
            field=models.CharField(choices=[('estimate', 'Quick estimate'), ('local', 'Local model'), ('claude', 'Claude'), ('person', 'A person')], default='estimate', max_length=10),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='job',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='calls', to='matching.job'),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='price_date',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='price_source',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='read_tokens',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='request_id',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='reserved_usd',
            field=models.DecimalField(decimal_places=8, default=Decimal('0'), max_digits=14),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='service_tier',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='stop_reason',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='thinking_tokens',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='write_1h_tokens',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='write_5m_tokens',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name='match',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting for the local model'), ('screening', 'Being screened'), ('screened', 'Screened'), ('not_scored', 'Not scored'), ('passed_on', 'Left to Claude')], default='waiting', max_length=12),
        ),
        migrations.AlterField(
            model_name='modelcall',
            name='act',
            field=models.CharField(choices=[('screen', 'Screen'), ('assess', 'Assess'), ('look', 'Look at one criterion'), ('draft', 'Draft criteria')], default='screen', max_length=10),
        ),
        migrations.AlterField(
            model_name='modelcall',
            name='cost_usd',
            field=models.DecimalField(decimal_places=8, default=Decimal('0'), max_digits=14),
        ),
        migrations.AlterField(
            model_name='modelcall',
            name='match',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='calls', to='matching.match'),
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('cache_key', models.CharField(db_index=True, max_length=64)),
                ('model', models.CharField(max_length=120)),
                ('prompt_version', models.CharField(max_length=40)),
                ('criterion', models.CharField(blank=True, max_length=1)),
                ('levels', models.JSONField()),
                ('raw', models.FloatField(null=True)),
                ('sd', models.FloatField(null=True)),
                ('score', models.FloatField(null=True)),
                ('uncertainty', models.FloatField(null=True)),
                ('band', models.CharField(blank=True, choices=[('strong', 'Strong'), ('possible', 'Possible'), ('low', 'Low match')], max_length=10)),
                ('borderline', models.BooleanField(default=False)),
                ('capped_by', models.JSONField(default=list)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('gap', models.CharField(blank=True, max_length=200)),
                ('report', models.JSONField()),
                ('dimensions', models.JSONField(default=list)),
                ('flags', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('call', models.OneToOneField(null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='assessment', to='matching.modelcall')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='matching.match')),
                ('rubric', models.ForeignKey(on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='matching.rubricversion')),
                ('same_as', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matching.assessment')),
            ],
            options={
                'ordering': ['-created_at'],
            },
        ),
        migrations.AddField(
            model_name='match',
            name='assessment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matching.assessment'),
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=40)),
                ('detail', models.JSONField(default=dict)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='matching.job')),
                ('match', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='matching.match')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CalibrationVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=120)),
                ('digest', models.CharField(max_length=80)),
                ('prompt_version', models.CharField(max_length=40)),
                ('number', models.PositiveIntegerField()),
                ('pairs', models.PositiveIntegerField()),
                ('audited', models.PositiveIntegerField(default=0)),
                ('fit', models.JSONField()),
                ('drift', models.FloatField(default=0.0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-created_at'],
                'constraints': [models.UniqueConstraint(fields=('digest', 'prompt_version', 'number'), name='calibration_number_once')],
            },
        ),
        migrations.AddField(
            model_name='match',
            name='calibration',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matching.calibrationversion'),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(fields=['job', '-disagreement'], name='matching_ma_job_id_07f888_idx'),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='cancel_asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='cloudbatch',
            name='job',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='batches', to='matching.job'),
        ),
        migrations.AddField(
            model_name='modelcall',
            name='batch',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='calls', to='matching.cloudbatch'),
        ),
        migrations.AddIndex(
            model_name='modelcall',
            index=models.Index(fields=['act', 'started_at'], name='matching_mo_act_d901d7_idx'),
        ),
        migrations.AddIndex(
            model_name='modelcall',
            index=models.Index(fields=['job', 'act', 'started_at'], name='matching_mo_job_id_2821c8_idx'),
        ),
        migrations.AddField(
            model_name='egressreceipt',
            name='call',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='receipt', to='matching.modelcall'),
        ),
        migrations.AddField(
            model_name='egressreceipt',
            name='job',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='receipts', to='matching.job'),
        ),
        migrations.AddField(
            model_name='egressreceipt',
            name='match',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='receipts', to='matching.match'),
        ),
        migrations.AddField(
            model_name='escalation',
            name='asked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='escalation',
            name='batch',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='escalations', to='matching.cloudbatch'),
        ),
        migrations.AddField(
            model_name='override',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='override',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='matching.match'),
        ),
        migrations.AddField(
            model_name='override',
            name='rubric',
            field=models.ForeignKey(on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='matching.rubricversion'),
        ),
        migrations.AddField(
            model_name='override',
            name='withdrawn_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(fields=['match', 'criterion', '-created_at'], name='matching_as_match_i_543e7e_idx'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['job', '-at'], name='matching_au_job_id_bfc9be_idx'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['match', '-at'], name='matching_au_match_i_544810_idx'),
        ),
        migrations.AddIndex(
            model_name='cloudbatch',
            index=models.Index(fields=['state', 'next_poll_at'], name='matching_cl_state_a4b870_idx'),
        ),
        migrations.AddIndex(
            model_name='escalation',
            index=models.Index(fields=['state', 'available_at'], name='matching_es_state_5ae382_idx'),
        ),
        migrations.AddIndex(
            model_name='escalation',
            index=models.Index(fields=['state', 'lease_until'], name='matching_es_state_af2871_idx'),
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('match', 'rubric', 'criterion'), name='one_override_of_a_criterion'),
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.CheckConstraint(condition=models.Q(('level__lte', 4)), name='override_level_at_most_4'),
        ),
    ]
