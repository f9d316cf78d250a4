"""An inspiration event can be asked for, also by a citizen with a place."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0011_rights_of_staff'),
        ('places', '0001_initial'),
        ('workshops', '0004_trail_and_called_off'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='request',
            name='request_is_for_a_workshop_or_coaching',
        ),
        migrations.AddField(
            model_name='request',
            name='occasion',
            field=models.CharField(blank=True, max_length=200, verbose_name='aanleiding'),
        ),
        migrations.AddField(
            model_name='request',
            name='place_offered',
            field=models.CharField(blank=True, max_length=200, verbose_name='plaats die er is'),
        ),
        migrations.AlterField(
            model_name='request',
            name='kind',
            field=models.CharField(choices=[('workshop', 'workshop'), ('coaching', 'coaching'), ('event', 'inspiratiemoment')], max_length=10, verbose_name='wat'),
        ),
        migrations.AlterField(
            model_name='request',
            name='organisation',
            field=models.CharField(blank=True, max_length=120, verbose_name='dienst of organisatie'),
        ),
        migrations.AlterField(
            model_name='request',
            name='role',
            field=models.CharField(blank=True, max_length=100, verbose_name='functie'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['workshop', 'coaching', 'event'])), name='request_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'workshop'), ('workshop__isnull', False)), models.Q(models.Q(('kind', 'workshop'), _negated=True), ('workshop', None)), _connector='OR'), name='request_is_for_a_workshop_or_something_else'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organisation', ''), _negated=True), models.Q(('audience', 'citizens'), ('kind', 'event')), _connector='OR'), name='request_is_of_an_organisation_or_a_citizen'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'event'), models.Q(('occasion', ''), ('place_offered', '')), _connector='OR'), name='request_only_an_event_has_an_occasion'),
        ),
    ]
