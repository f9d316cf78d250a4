"""What visitors say is not right: the list, longest waiting first, and the page to settle one."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from initiatives import reporting
from initiatives.admin.access import page_context, require
from initiatives.admin.assessment import CONFLICT
from initiatives.admin.filters import ALL, TitledFilter
from initiatives.admin.logged_out import keep_what_was_sent
from initiatives.emails import preview_report_settled
from initiatives.for_staff import report_row, reports_with_titles
from initiatives.forms.settling import SettleForm
from initiatives.models import Report
from initiatives.reporting import AlreadySettled
from initiatives.steps import StepNotAllowed

SETTLED = "klaar"


class OutcomeFilter(TitledFilter):
    title = "toestand"
    titles = {None: "Meldingen die wachten", SETTLED: "Afgehandeld", ALL: "Alle meldingen"}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Report]) -> QuerySet[Report]:
        if self.value() == ALL:
            return queryset
        return queryset.exclude(outcome="") if self.value() else queryset.filter(outcome="")


class ReportList(ChangeList):
    """Django's list, with rows of our own and a title that says which list it is."""

    def __init__(self, request: HttpRequest, *args, **kwargs) -> None:
        super().__init__(request, *args, **kwargs)
        self.title = OutcomeFilter.title_of(request)
        self.rows = [report_row(report) for report in self.result_list]


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """The list, and the address of the page behind it. Nothing here settles anything: that is for
    reporting.py."""

    list_filter = [OutcomeFilter]
    list_select_related = ["initiative", "settled_by"]
    list_per_page = 25
    sortable_by = []
    actions = None
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return reports_with_titles()

    def get_changelist(self, request: HttpRequest, **kwargs) -> type[ChangeList]:
        return ReportList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == OutcomeFilter.parameter_name

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                route,
                keep_what_was_sent(self.admin_site.admin_view(view)),
                name=f"initiatives_report_{name}",
            )
            for route, view, name in (
                ("", self.changelist_view, "changelist"),
                ("<int:pk>/change/", settle, "change"),
            )
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return False


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report; on POST show the mail that tells its maker, and then settle it."""
    require(request, "view_report")
    report = get_object_or_404(Report.objects.select_related("initiative", "settled_by"), pk=pk)
    if request.method != "POST":
        return _show(request, report, SettleForm(report=report))
    require(request, "change_report")
    form = SettleForm(request.POST, report=report)
    try:
        reporting.check(report, request.POST.get("outcome", ""))
        if not form.is_valid() or "terug" in request.POST:
            return _show(request, report, form)
        if report.email and "zeker" not in request.POST:
            return _show_mail(request, report, form)
        reporting.settle(report=report, staff=request.user, **form.settlement)
    except AlreadySettled as error:
        report.refresh_from_db()
        return _show(request, report, form, str(error))
    except StepNotAllowed as error:
        form.add_error("outcome", str(error))
        return _show(request, report, form)
    messages.success(request, f"Afgehandeld.{' De mail is onderweg.' if report.email else ''}")
    return redirect("admin:initiatives_report_changelist")


def _show(request: HttpRequest, report: Report, form: SettleForm, notice: str = "") -> HttpResponse:
    may_settle = not report.outcome and request.user.has_perm("initiatives.change_report")
    context = page_context(
        request,
        report.get_kind_display(),
        report=report,
        initiative=report.initiative,
        version=report.initiative.live_version,
        form=form if may_settle else None,
        typed=form if notice else None,
        notice=notice,
        row=report_row(report),
    )
    status = CONFLICT if notice else 200
    return render(request, "admin/initiatives/report/settle.html", context, status=status)


def _show_mail(request: HttpRequest, report: Report, form: SettleForm) -> HttpResponse:
    context = page_context(
        request,
        "Lees de mail na",
        report=report,
        form=form,
        mail=preview_report_settled(report, **form.settlement),
    )
    return render(request, "admin/initiatives/report/read_mail.html", context)
