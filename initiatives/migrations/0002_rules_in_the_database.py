"""Rules that hold whatever code writes: a trail that only grows, nothing published unassessed."""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION initiatives_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The trail of initiatives is append-only: % refused.', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON initiatives_trailentry
    FOR EACH ROW EXECUTE FUNCTION initiatives_trail_is_append_only();
CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON initiatives_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION initiatives_trail_is_append_only();
"""
UNDO_APPEND_ONLY = """
DROP TRIGGER trail_no_truncate ON initiatives_trailentry;
DROP TRIGGER trail_no_change ON initiatives_trailentry;
DROP FUNCTION initiatives_trail_is_append_only();
"""

PUBLISHED_IS_ASSESSED = """
CREATE FUNCTION initiatives_published_is_assessed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM initiatives_assessment a
        JOIN initiatives_version v ON v.id = a.version_id
        WHERE v.id = NEW.live_version_id AND v.initiative_id = NEW.id AND a.decision = 'publish'
    ) THEN
        RAISE EXCEPTION 'Initiative % is published without an assessment that says so.', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER published_is_assessed BEFORE INSERT OR UPDATE ON initiatives_initiative
    FOR EACH ROW WHEN (NEW.status = 'published')
    EXECUTE FUNCTION initiatives_published_is_assessed();
"""
UNDO_PUBLISHED_IS_ASSESSED = """
DROP TRIGGER published_is_assessed ON initiatives_initiative;
DROP FUNCTION initiatives_published_is_assessed();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, UNDO_APPEND_ONLY),
        migrations.RunSQL(PUBLISHED_IS_ASSESSED, UNDO_PUBLISHED_IS_ASSESSED),
    ]
