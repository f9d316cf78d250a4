"""A follow-up session never begins before its event ends, whatever code writes."""

from django.db import migrations, models

# Whoever moves either of the two first locks the event, so that of two at once the second sees the
# times of the first.
ORDER = """
CREATE FUNCTION roadshow_check_order(own bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first bigint;
BEGIN
    SELECT coalesce(follows_id, session_id) INTO first
        FROM roadshow_roadshowevent WHERE session_id = own;
    IF first IS NULL THEN RETURN; END IF;
    PERFORM 1 FROM roadshow_roadshowevent WHERE session_id = first FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM roadshow_roadshowevent later
        JOIN agenda_session after ON after.id = later.session_id
        JOIN agenda_session event ON event.id = later.follows_id
        WHERE later.follows_id = first
            AND after.status <> 'cancelled' AND after.begins_at < event.ends_at
    ) THEN
        RAISE EXCEPTION 'A follow-up session begins before its event ends.'
            USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION roadshow_session_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM roadshow_check_order(NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER follow_up_after_its_event AFTER UPDATE OF begins_at, ends_at ON agenda_session
    FOR EACH ROW WHEN (
        (OLD.begins_at, OLD.ends_at) IS DISTINCT FROM (NEW.begins_at, NEW.ends_at)
    ) EXECUTE FUNCTION roadshow_session_moved();

CREATE FUNCTION roadshow_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM roadshow_check_order(NEW.session_id);
    RETURN NULL;
END $$;
CREATE TRIGGER follow_up_after_its_event AFTER INSERT OR UPDATE OF follows_id
    ON roadshow_roadshowevent
    FOR EACH ROW EXECUTE FUNCTION roadshow_event_follows();
"""
WITHOUT_ORDER = """
DROP TRIGGER follow_up_after_its_event ON roadshow_roadshowevent;
DROP TRIGGER follow_up_after_its_event ON agenda_session;
DROP FUNCTION roadshow_event_follows();
DROP FUNCTION roadshow_session_moved();
DROP FUNCTION roadshow_check_order(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("roadshow", "0002_playbook_and_lessons"),
    ]

    operations = [
        migrations.AddField(
            model_name="idea",
            name="consent_text",
            field=models.TextField(blank=True, verbose_name="toestemming"),
        ),
        migrations.AlterField(
            model_name="roadshowevent",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=models.deletion.SET_NULL,
                related_name="follow_ups",
                to="roadshow.roadshowevent",
                verbose_name="volgt op",
            ),
        ),
        # Which ones can be chosen is for the form: one that is withdrawn later stays in its place.
        migrations.AlterField(
            model_name="shownpractice",
            name="initiative",
            field=models.ForeignKey(
                on_delete=models.deletion.CASCADE,
                related_name="shown_at",
                to="initiatives.initiative",
                verbose_name="praktijk",
            ),
        ),
        migrations.RunSQL(ORDER, WITHOUT_ORDER),
    ]
