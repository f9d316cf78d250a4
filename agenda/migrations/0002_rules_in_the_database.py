"""Rules that hold whatever code writes: the seat book adds up, a trainer's time is that of the
session, the audit only grows."""

from django.db import migrations

# A session's counters are the sums of its registrations: each change of one adds and subtracts in
# the same transaction. The check 'session_is_not_overbooked' then refuses a seat too many, also
# between transactions, for the counters stand in one row, and one writes it at a time.
SEAT_BOOK = """
CREATE FUNCTION agenda_add_to_seat_book(r agenda_registration, sign integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    held integer := CASE WHEN r.status IN ('confirmed', 'offered') THEN sign * r.seats ELSE 0 END;
    waits integer := CASE WHEN r.status = 'waiting' THEN sign ELSE 0 END;
    here integer := CASE WHEN r.way = 'on_site' THEN 1 ELSE 0 END;
BEGIN
    IF held <> 0 OR waits <> 0 THEN
        UPDATE agenda_session SET
            taken_on_site = taken_on_site + here * held,
            taken_online = taken_online + (1 - here) * held,
            waiting_on_site = waiting_on_site + here * waits,
            waiting_online = waiting_online + (1 - here) * waits
        WHERE id = r.session_id;
    END IF;
END $$;

CREATE FUNCTION agenda_keep_seat_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM agenda_add_to_seat_book(OLD, -1); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM agenda_add_to_seat_book(NEW, 1); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER seat_book_insert AFTER INSERT OR DELETE ON agenda_registration
    FOR EACH ROW EXECUTE FUNCTION agenda_keep_seat_book();
CREATE TRIGGER seat_book_update AFTER UPDATE ON agenda_registration
    FOR EACH ROW WHEN (
        (OLD.session_id, OLD.status, OLD.way, OLD.seats)
        IS DISTINCT FROM (NEW.session_id, NEW.status, NEW.way, NEW.seats)
    ) EXECUTE FUNCTION agenda_keep_seat_book();

CREATE FUNCTION agenda_forget_seat_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Registrations can''t be truncated: the seat book would not add up.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER seat_book_no_truncate BEFORE TRUNCATE ON agenda_registration
    FOR EACH STATEMENT EXECUTE FUNCTION agenda_forget_seat_book();

-- Only the trigger above writes the counters. A form that saves a session as it was read a while
-- ago would write old ones. A calendar's sequence never goes back either.
CREATE FUNCTION agenda_guard_seat_book() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.taken_on_site := 0;
        NEW.taken_online := 0;
        NEW.waiting_on_site := 0;
        NEW.waiting_online := 0;
    ELSE
        NEW.sequence := greatest(OLD.sequence, NEW.sequence);
        IF pg_trigger_depth() = 1 THEN
            NEW.taken_on_site := OLD.taken_on_site;
            NEW.taken_online := OLD.taken_online;
            NEW.waiting_on_site := OLD.waiting_on_site;
            NEW.waiting_online := OLD.waiting_online;
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_seat_book BEFORE INSERT OR UPDATE ON agenda_session
    FOR EACH ROW EXECUTE FUNCTION agenda_guard_seat_book();
"""
UNDO_SEAT_BOOK = """
DROP TRIGGER guard_seat_book ON agenda_session;
DROP FUNCTION agenda_guard_seat_book();
DROP TRIGGER seat_book_no_truncate ON agenda_registration;
DROP FUNCTION agenda_forget_seat_book();
DROP TRIGGER seat_book_update ON agenda_registration;
DROP TRIGGER seat_book_insert ON agenda_registration;
DROP FUNCTION agenda_keep_seat_book();
DROP FUNCTION agenda_add_to_seat_book(agenda_registration, integer);
"""

# A booking for a session lasts as long as the session. The exclusion constraint then also refuses
# to move a session to a time at which its trainer is elsewhere.
TRAINER_TIME = """
CREATE FUNCTION agenda_copy_session_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.session_id IS NOT NULL THEN
        -- Shared: a session that is being moved is waited for.
        SELECT tstzrange(begins_at, ends_at) INTO NEW.during
        FROM agenda_session WHERE id = NEW.session_id FOR SHARE;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER copy_session_time BEFORE INSERT OR UPDATE ON agenda_trainerbooking
    FOR EACH ROW EXECUTE FUNCTION agenda_copy_session_time();

CREATE FUNCTION agenda_move_trainers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE agenda_trainerbooking SET during = tstzrange(NEW.begins_at, NEW.ends_at)
    WHERE session_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER move_trainers AFTER UPDATE ON agenda_session
    FOR EACH ROW WHEN (
        (OLD.begins_at, OLD.ends_at) IS DISTINCT FROM (NEW.begins_at, NEW.ends_at)
    ) EXECUTE FUNCTION agenda_move_trainers();
"""
UNDO_TRAINER_TIME = """
DROP TRIGGER move_trainers ON agenda_session;
DROP FUNCTION agenda_move_trainers();
DROP TRIGGER copy_session_time ON agenda_trainerbooking;
DROP FUNCTION agenda_copy_session_time();
"""

APPEND_ONLY = """
CREATE FUNCTION agenda_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit of seats is append-only: % refused.', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON agenda_seatchange
    FOR EACH ROW EXECUTE FUNCTION agenda_audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON agenda_seatchange
    FOR EACH STATEMENT EXECUTE FUNCTION agenda_audit_is_append_only();
"""
UNDO_APPEND_ONLY = """
DROP TRIGGER audit_no_truncate ON agenda_seatchange;
DROP TRIGGER audit_no_change ON agenda_seatchange;
DROP FUNCTION agenda_audit_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [
        migrations.RunSQL(SEAT_BOOK, UNDO_SEAT_BOOK),
        migrations.RunSQL(TRAINER_TIME, UNDO_TRAINER_TIME),
        migrations.RunSQL(APPEND_ONLY, UNDO_APPEND_ONLY),
    ]
