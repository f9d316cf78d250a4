"""Where a mail stands, in words."""

from post_office.models import STATUS

STATUS_NAMES = {
    STATUS.sent: "verstuurd",
    STATUS.failed: "mislukt",
    STATUS.queued: "wacht",
    STATUS.requeued: "wacht op nieuwe poging",
}
