"""The playbook of an event, its template, and what was learned."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0001_initial'),
        ('roadshow', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TemplateTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='wat')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='waarom')),
                ('who', models.CharField(blank=True, help_text='In woorden: BAZ, de gastgemeente, de begeleider …', max_length=60, verbose_name='wie')),
                ('days', models.SmallIntegerField(help_text='Voor de dag zelf is het een getal met een min: -14 is twee weken ervoor.', validators=[django.core.validators.MinValueValidator(-730), django.core.validators.MaxValueValidator(730)], verbose_name='dagen')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('kind', models.CharField(choices=[('event', 'inspiratiemoment'), ('follow_up', 'opvolgsessie')], default='event', max_length=10, verbose_name='van')),
                ('is_proposal', models.BooleanField(default=False, help_text='Het aantal dagen is een voorstel. Verander je het, dan is dat weg.', verbose_name='voorstel')),
            ],
            options={
                'verbose_name': 'taak van het sjabloon',
                'verbose_name_plural': 'sjabloon van het draaiboek',
                'ordering': ['kind', 'days', 'position', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='templatetask_says_what'), models.CheckConstraint(condition=models.Q(('days__range', (-730, 730))), name='templatetask_days_make_sense'), models.CheckConstraint(condition=models.Q(('kind__in', ['event', 'follow_up'])), name='templatetask_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('worked', 'werkte goed'), ('change', 'volgende keer anders')], max_length=10, verbose_name='wat')),
                ('text', models.TextField(max_length=600, verbose_name='les')),
                ('kind', models.CharField(choices=[('event', 'inspiratiemoment'), ('follow_up', 'opvolgsessie')], default='event', max_length=10, verbose_name='over een')),
                ('way', models.CharField(choices=[('on_site', 'ter plaatse'), ('online', 'online'), ('both', 'ter plaatse en online')], default='on_site', max_length=10, verbose_name='hoe')),
                ('is_public', models.BooleanField(default=False, help_text='Dan staat het op de site. Zet er geen namen van mensen in.', verbose_name='iedereen mag dit lezen')),
                ('written_at', models.DateTimeField(auto_now_add=True, verbose_name='geschreven op')),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lessons', to='roadshow.roadshowevent', verbose_name='geleerd op')),
                ('province', models.ForeignKey(blank=True, help_text='Laat leeg wat overal geldt.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lessons', to='places.province', verbose_name='provincie')),
            ],
            options={
                'verbose_name': 'geleerde les',
                'verbose_name_plural': 'lessons learned',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='lesson_says_something'), models.CheckConstraint(condition=models.Q(('what__in', ['worked', 'change'])), name='lesson_what_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['event', 'follow_up'])), name='lesson_kind_known'), models.CheckConstraint(condition=models.Q(('way__in', ['on_site', 'online', 'both'])), name='lesson_way_known')],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='wat')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='waarom')),
                ('who', models.CharField(blank=True, help_text='In woorden: BAZ, de gastgemeente, de begeleider …', max_length=60, verbose_name='wie')),
                ('days', models.SmallIntegerField(help_text='Voor de dag zelf is het een getal met een min: -14 is twee weken ervoor.', validators=[django.core.validators.MinValueValidator(-730), django.core.validators.MaxValueValidator(730)], verbose_name='dagen')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('is_own', models.BooleanField(default=False, editable=False, verbose_name='eigen taak')),
                ('due', models.DateField(verbose_name='tegen')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='notitie')),
                ('done_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='gedaan op')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tasks', to=settings.AUTH_USER_MODEL, verbose_name='door wie van ons')),
                ('done_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='done_tasks', to=settings.AUTH_USER_MODEL, verbose_name='gedaan door')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='roadshow.roadshowevent', verbose_name='inspiratiemoment')),
            ],
            options={
                'verbose_name': 'taak',
                'verbose_name_plural': 'draaiboeken',
                'ordering': ['due', 'position', 'pk'],
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['due'], name='task_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='task_says_what'), models.CheckConstraint(condition=models.Q(('days__range', (-730, 730))), name='task_days_make_sense'), models.UniqueConstraint(condition=models.Q(('is_own', False)), fields=('event', 'position'), name='task_copied_once'), models.CheckConstraint(condition=models.Q(('done_by', None), ('done_at__isnull', False), _connector='OR'), name='task_done_by_somebody_is_done')],
            },
        ),
    ]
