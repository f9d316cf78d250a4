"""Every step of a request is kept, and what was settled can be called off by its asker."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = """
CREATE FUNCTION workshops_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The trail of requests is append-only: % refused.', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER request_trail_no_change BEFORE UPDATE OR DELETE ON workshops_requeststep
    FOR EACH ROW EXECUTE FUNCTION workshops_trail_is_append_only();
CREATE TRIGGER request_trail_no_truncate BEFORE TRUNCATE ON workshops_requeststep
    FOR EACH STATEMENT EXECUTE FUNCTION workshops_trail_is_append_only();
"""
UNDO_APPEND_ONLY = """
DROP TRIGGER request_trail_no_truncate ON workshops_requeststep;
DROP TRIGGER request_trail_no_change ON workshops_requeststep;
DROP FUNCTION workshops_trail_is_append_only();
"""
# Of what was asked before there was a trail, this much is known.
ASKED_BEFORE = """
INSERT INTO workshops_requeststep (request_id, at, code)
SELECT id, created_at, 'ask' FROM workshops_request;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0011_rights_of_staff'),
        ('places', '0001_initial'),
        ('workshops', '0003_rights'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RequestStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='wanneer')),
                ('code', models.CharField(choices=[('ask', 'Aangevraagd'), ('propose', 'Momenten voorgesteld'), ('decline', 'Gezegd dat het niet kan'), ('pick', 'De aanvrager koos een moment'), ('refuse', 'De aanvrager zei dat niets past'), ('withdraw', 'Ingetrokken'), ('call_off', 'De aanvrager zegde af'), ('remind', 'De aanvrager kreeg een herinnering'), ('lapse', 'Het voorstel verviel'), ('move', 'De sessie is verplaatst'), ('switch_to_online', 'De sessie ging online'), ('cancel_session', 'De sessie is afgelast'), ('erase', 'Alle gegevens gewist')], max_length=20, verbose_name='wat')),
            ],
            options={
                'verbose_name': 'stap',
                'verbose_name_plural': 'spoor van stappen',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='request',
            name='request_status_known',
        ),
        migrations.RemoveConstraint(
            model_name='request',
            name='request_confirmed_has_a_session',
        ),
        migrations.RemoveConstraint(
            model_name='request',
            name='request_answer_is_of_somebody',
        ),
        migrations.AlterField(
            model_name='request',
            name='status',
            field=models.CharField(choices=[('waiting', 'wacht op ons antwoord'), ('proposed', 'kiest een moment'), ('confirmed', 'ligt vast'), ('declined', 'kan niet'), ('withdrawn', 'ingetrokken'), ('called_off', 'afgezegd')], default='waiting', max_length=10, verbose_name='stand'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['waiting', 'proposed', 'confirmed', 'declined', 'withdrawn', 'called_off'])), name='request_status_known'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('session__isnull', False), ('status__in', ['confirmed', 'called_off'])), models.Q(models.Q(('status__in', ['confirmed', 'called_off']), _negated=True), ('session', None)), _connector='OR'), name='request_confirmed_has_a_session'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('answered_by__isnull', False), models.Q(('status__in', ['proposed', 'confirmed', 'declined', 'called_off']), _negated=True), _connector='OR'), name='request_answer_is_of_somebody'),
        ),
        migrations.AddField(
            model_name='requeststep',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trail', to='workshops.request', verbose_name='aanvraag'),
        ),
        migrations.AddField(
            model_name='requeststep',
            name='staff',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='medewerker'),
        ),
        migrations.RunSQL(APPEND_ONLY, UNDO_APPEND_ONLY),
        migrations.RunSQL(ASKED_BEFORE, migrations.RunSQL.noop),
    ]
