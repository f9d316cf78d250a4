"""Rules that hold whatever code writes: a trail that only grows, nothing shown without consent."""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION stories_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The trail of stories is append-only: % refused.', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER story_trail_no_change BEFORE UPDATE OR DELETE ON stories_trailentry
    FOR EACH ROW EXECUTE FUNCTION stories_trail_is_append_only();
CREATE TRIGGER story_trail_no_truncate BEFORE TRUNCATE ON stories_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION stories_trail_is_append_only();
"""
UNDO_APPEND_ONLY = """
DROP TRIGGER story_trail_no_truncate ON stories_trailentry;
DROP TRIGGER story_trail_no_change ON stories_trailentry;
DROP FUNCTION stories_trail_is_append_only();
"""

# Looked at when a transaction ends, since one agreement takes the place of another. The story is
# locked, so that it isn't put on the site while somebody else ends its agreement.
SHOWN_IS_AGREED = """
CREATE FUNCTION stories_shown_is_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    story bigint;
    today date := (now() AT TIME ZONE 'Europe/Brussels')::date;
BEGIN
    IF TG_TABLE_NAME = 'stories_story' THEN story := NEW.id;
    ELSE story := OLD.story_id;
    END IF;
    PERFORM 1 FROM stories_story WHERE id = story AND state = 'shown' FOR UPDATE;
    IF FOUND AND NOT EXISTS (
        SELECT 1 FROM stories_agreement a
        WHERE a.story_id = story AND a.ended_at IS NULL AND 'website' = ANY (a.uses)
            AND today BETWEEN a.valid_from AND a.valid_until
    ) THEN
        RAISE EXCEPTION 'Story % is shown without consent.', story
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shown_is_agreed AFTER INSERT OR UPDATE ON stories_story
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state = 'shown') EXECUTE FUNCTION stories_shown_is_agreed();
CREATE CONSTRAINT TRIGGER agreement_of_shown_stays AFTER UPDATE OR DELETE ON stories_agreement
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION stories_shown_is_agreed();
"""
UNDO_SHOWN_IS_AGREED = """
DROP TRIGGER agreement_of_shown_stays ON stories_agreement;
DROP TRIGGER shown_is_agreed ON stories_story;
DROP FUNCTION stories_shown_is_agreed();
"""


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, UNDO_APPEND_ONLY),
        migrations.RunSQL(SHOWN_IS_AGREED, UNDO_SHOWN_IS_AGREED),
    ]
