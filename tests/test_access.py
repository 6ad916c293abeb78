"""Who may open what: every address of the resolver × every role, in one's own office and in another's.

WHO is the office's own table. An address that is not in it fails the walk, so that no new page is forgotten.
Refused means 403 or 404, for reading and for posting; without signing in every address leads to the sign-in.
"""

import re
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from complaints.actions.deliveries import record_delivery
from complaints.actions.papers import draft_paper
from complaints.actions.protection import request_protection
from complaints.models import Case, Proposal, Transfer
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import AnnouncedDayRow, CalendarChange, Job, Message, Official, SavedFilter
from lucba.papers.actions import Sheet, add_file, enter, keep_print, record_sending
from reception.actions.papers import issue_paper
from reception.actions.patterns import add_pattern
from reception.papers.kinds import kind_of
from reports.assembly import fill_in, new_report
from reports.models import ReportEvent
from tests.building import (
    TODAY,
    Role,
    chairman_in_the_books,
    chairman_of,
    clerk_of,
    make_accepted_case,
    make_case,
    make_decision,
    make_hamlet,
    make_official,
    make_petition,
    make_session,
    make_unit,
    make_visit,
)

CLERK, CHAIRMAN, VICE = Role.CLERK, Role.CHAIRMAN, Role.VICE_CHAIRMAN
OFFICER, INSPECTORATE, SUPERVISOR = Role.OFFICER, Role.INSPECTORATE, Role.SUPERVISOR
ADMINISTRATOR = Role.ADMINISTRATOR
LEADERS = {CHAIRMAN, VICE}
OFFICE = {CLERK} | LEADERS
COUNTER = OFFICE | {OFFICER}
EVERYBODY = set(Role)
PUBLIC = set()  # open without signing in

FEBRUARY = date(2026, 2, 1)
DENOUNCER = "Trịnh Bí Mật"
NEXT_DOOR = "Việc riêng của xã bên"  # stands in every text of the other office
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """Who may open an address, and which thing of the office its key names."""

    who: set[Role]
    of: str = ""
    more: dict[str, Any] = field(default_factory=dict)


OWN_REPORT = {"month": FEBRUARY}
WHO = {
    "home": Row(EVERYBODY),
    "worklist": Row(COUNTER),
    "search": Row(COUNTER),
    "health": Row(PUBLIC),
    "robots": Row(PUBLIC),
    "public-status": Row(PUBLIC),
    "reception:public-home": Row(PUBLIC),
    "reception:public-office": Row(PUBLIC),
    "office:sign-in": Row(PUBLIC),
    "office:sign-out": Row(EVERYBODY),
    "office:change-password": Row(EVERYBODY),
    "office:password-changed": Row(EVERYBODY),
    "office:day-off": Row(EVERYBODY),
    "office:law": Row(EVERYBODY),
    "office:workdays": Row(EVERYBODY),
    "office:notice-new": Row({ADMINISTRATOR}),
    "office:notice-correct": Row({ADMINISTRATOR}, "notice"),
    "office:notice-withdraw": Row({ADMINISTRATOR}, "notice"),
    "office:calendar-change": Row(COUNTER | {ADMINISTRATOR}, "calendar change"),
    "office:calendar-change-progress": Row(COUNTER | {ADMINISTRATOR}, "calendar change"),
    "office:messages": Row(EVERYBODY),
    "office:messages-read": Row(EVERYBODY),
    "office:message-open": Row({CLERK}, "message to the clerk"),
    "office:filter-save": Row(COUNTER),
    "office:filter-drop": Row({CLERK}, "filter of the clerk"),
    "office:system": Row({ADMINISTRATOR}),
    "/quan-tri/login/": Row({ADMINISTRATOR}),
    "/quan-tri/logout/": Row(EVERYBODY),
    "/quan-tri/password_change/": Row(EVERYBODY),
    # --- The counter
    "reception:calendar": Row(COUNTER),
    "reception:session-new": Row(OFFICE),
    "reception:session-page": Row(COUNTER, "session"),
    "reception:session-why": Row(COUNTER, "session"),
    "reception:session-confirm": Row(LEADERS, "session"),
    "reception:session-post": Row(OFFICE, "session"),
    "reception:session-delegate": Row(OFFICE, "session"),
    "reception:session-prepare": Row(OFFICE, "session"),
    "reception:session-open": Row(OFFICE, "session"),
    "reception:session-conclude": Row(OFFICE, "session"),
    "reception:session-close": Row(OFFICE, "session"),
    "reception:session-call-off": Row(OFFICE, "session"),
    "reception:patterns": Row(OFFICE),
    "reception:pattern-end": Row(OFFICE, "pattern"),
    "reception:calendar-draft": Row(OFFICE),
    "reception:calendar-confirm": Row(LEADERS),
    "reception:calendar-post": Row(OFFICE),
    "reception:feed-renew": Row(COUNTER),
    "reception:feed": Row(PUBLIC),
    "reception:visit-list": Row(OFFICE),
    "reception:visit-new": Row(OFFICE),
    "reception:visit-page": Row(OFFICE, "visit"),
    "reception:visit-why": Row(OFFICE, "visit"),
    "reception:visit-identity": Row(OFFICE, "denouncer's visit"),
    "reception:earlier": Row(OFFICE),
    "reception:visit-paper": Row(OFFICE, "visit", {"kind": "huong-dan"}),
    "reception:session-paper": Row(OFFICE, "session", {"kind": "bien-ban"}),
    "reception:paper-pdf": Row(OFFICE, "paper"),
    "reception:schedule-notice": Row(OFFICE),
    "reception:schedule-pdf": Row(COUNTER),
    "reception:book-form": Row(OFFICE),
    "reception:book-pdf": Row(OFFICE),
    "reception:book-xlsx": Row(OFFICE),
    "reception:book-print": Row(OFFICE),
    "reception:print-page": Row({CLERK}, "print of the clerk"),
    "reception:print-progress": Row({CLERK}, "print of the clerk"),
    "reception:print-pdf": Row({CLERK}, "print of the clerk"),
    "reception:place": Row(OFFICE),
    "reception:place-new": Row(OFFICE),
    "reception:petition-list": Row(OFFICE),
    "reception:petition-new": Row(OFFICE),
    "reception:petition-page": Row(OFFICE, "petition"),
    "reception:petition-urgent": Row(OFFICE, "petition"),
    "reception:petition-why": Row(OFFICE, "petition"),
    "reception:petition-reply": Row(OFFICE, "petition"),
    "complaints:petition-told": Row(OFFICE, "petition"),
    "reception:petition-body-reply": Row(OFFICE, "petition"),
    "reception:petition-kind": Row(OFFICE, "petition"),
    "reception:petition-identity": Row(OFFICE, "denunciation"),
    # --- Cases
    "complaints:petition-handle": Row(OFFICE, "petition"),
    "complaints:petition-withdraw": Row(OFFICE, "petition"),
    "complaints:petition-split": Row(OFFICE, "petition"),
    "complaints:transfer-list": Row(OFFICE),
    "complaints:transfer-accept": Row(OFFICE, "transfer"),
    "complaints:transfer-return": Row(OFFICE, "transfer"),
    "complaints:proposal-list": Row(OFFICE),
    "complaints:proposal-approve": Row(LEADERS, "proposal"),
    "complaints:proposal-return": Row(LEADERS, "proposal"),
    "complaints:proposal-take-back": Row(OFFICE, "proposal"),
    "complaints:visit-case": Row(OFFICE, "visit"),
    "complaints:case-list": Row(COUNTER),
    "complaints:case-csv": Row(COUNTER),
    "complaints:case-xlsx": Row(COUNTER),
    "complaints:petition-csv": Row(OFFICE),
    "complaints:petition-xlsx": Row(OFFICE),
    "complaints:assign": Row(LEADERS),
    "complaints:assigned": Row(LEADERS),
    "complaints:case-page": Row(COUNTER, "case"),
    "complaints:case-why": Row(COUNTER, "case"),
    "complaints:procedure": Row(EVERYBODY),
    "complaints:case-act": Row(COUNTER, "case", {"act": "yeu_cau_thong_tin"}),
    "complaints:delivery-receipt": Row(OFFICE, "delivery"),
    "complaints:event-sent": Row(OFFICE, "event"),
    "complaints:case-checklist": Row(COUNTER, "case"),
    "complaints:review": Row(OFFICE),
    "complaints:review-proposals": Row(OFFICE),
    "complaints:review-add": Row(LEADERS, "case"),
    "complaints:case-protection": Row(OFFICE, "case"),
    "complaints:protection-written": Row(OFFICE, "protection"),
    "complaints:protection-decide": Row(LEADERS, "protection"),
    "complaints:protection-end": Row(LEADERS, "protection"),
    "complaints:case-verification": Row(COUNTER, "case"),
    # --- Papers of petitions and cases, and the register of outgoing documents
    "complaints:case-papers": Row(COUNTER, "case"),
    "complaints:case-paper-new": Row(COUNTER, "case"),
    "complaints:petition-papers": Row(OFFICE, "petition"),
    "complaints:petition-paper-new": Row(OFFICE, "petition"),
    "complaints:paper": Row(COUNTER, "case paper"),
    "complaints:paper-pdf": Row(COUNTER, "case paper"),
    "complaints:paper-docx": Row(COUNTER, "case paper"),
    "complaints:paper-submit": Row(COUNTER, "case paper"),
    "complaints:paper-take-back": Row(COUNTER, "case paper"),
    "complaints:paper-approve": Row(LEADERS, "case paper"),
    "complaints:paper-send-back": Row(LEADERS, "case paper"),
    "complaints:paper-drop": Row(COUNTER, "case paper"),
    "complaints:paper-issue": Row(COUNTER, "case paper"),
    "complaints:paper-replace": Row(OFFICE, "case paper"),
    "papers:issued-list": Row(OFFICE),
    "papers:issued-csv": Row(OFFICE),
    "papers:issued-xlsx": Row(OFFICE),
    "papers:issued-book": Row(OFFICE),
    "papers:outside-new": Row(OFFICE),
    "papers:issued-page": Row(OFFICE, "issued paper"),
    "papers:issued-pdf": Row(OFFICE, "issued paper"),
    "papers:issued-sign": Row(OFFICE, "issued paper"),
    "papers:file-add": Row(OFFICE, "issued paper"),
    "papers:sending-add": Row(OFFICE, "issued paper"),
    "papers:sending-arrived": Row(OFFICE, "sending"),
    "papers:paper-file": Row(OFFICE, "paper file"),
    "complaints:checklist-step": Row(OFFICE, "case", {"step": "vao-so"}),
    # --- The register
    "register:home": Row(OFFICE),
    "register:export": Row(OFFICE),
    "register:job": Row(OFFICE, "job"),
    "register:progress": Row(OFFICE, "job"),
    "register:download": Row(OFFICE, "job"),
    # --- Reports
    "reports:list": Row(OFFICE | {SUPERVISOR}),
    "reports:prediction": Row(OFFICE),
    "reports:prediction-list": Row(OFFICE, more={"which": "con-lai"}),
    "reports:matrix": Row({INSPECTORATE}),
    "reports:page": Row(OFFICE, more=OWN_REPORT),
    "reports:progress": Row(OFFICE, more=OWN_REPORT),
    "reports:build": Row(OFFICE, more=OWN_REPORT),
    "reports:print": Row(OFFICE, more=OWN_REPORT),
    "reports:section": Row({CLERK}, more={**OWN_REPORT, "section": "I"}),
    "reports:review": Row({CLERK}, more=OWN_REPORT),
    "reports:sign": Row(LEADERS, more=OWN_REPORT),
    "reports:reopen": Row(OFFICE, more=OWN_REPORT),
    "reports:send": Row(OFFICE, more=OWN_REPORT),
    "reports:pdf": Row(OFFICE, more=OWN_REPORT),
    "reports:sent": Row({INSPECTORATE, SUPERVISOR}, "report"),
    "reports:receive": Row({INSPECTORATE}, "report"),
    "reports:return": Row({INSPECTORATE}, "report"),
    "reports:sent-pdf": Row(OFFICE | {INSPECTORATE, SUPERVISOR}, "report", {"version": 1}),
}
ADMIN = Row({ADMINISTRATOR})  # every page of Django's admin


# --- The addresses ------------------------------------------------------------------------------


def addresses(patterns=None, prefix="/", namespace=""):
    """Yield (name, address with its parameters) of every pattern; one without a name goes by its address."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, path, inner)
        elif path in WHO or not pattern.name:  # shadowed by the office's own page at this address
            yield path, path
        else:
            yield f"{namespace}{pattern.name}", path


ADDRESSES = dict(sorted(addresses()))


def is_admin(name):
    return name not in WHO and name.startswith(("admin:", "/quan-tri/"))


def row_of(name):
    return ADMIN if is_admin(name) else WHO[name]


def path_of(name, things):
    """Return the address with the keys of the things of one office."""
    if is_admin(name):
        return admin_path(ADDRESSES[name], things)
    if name.startswith("/"):
        return name
    row = WHO[name]
    return reverse(name, kwargs={**(things[row.of] if row.of else {}), **row.more})


def admin_path(address, things):
    """Return the address of a page of Django's admin, its parameters filled in."""
    model = address.split("/")[3] if address.count("/") > 3 else ""
    path = re.sub(r"<(path:object_id|id)>", str(things.get(model, 1)), address)
    path = path.replace("<path:content_type_id>", "1")
    path = re.sub(r"\^\(\?P<app_label>.*", "office/", path)
    path = re.sub(r"\(\?P<url>.*", "khong-co", path)
    if path.endswith("autocomplete/"):
        path += "?app_label=office&model_name=official&field_name=staff_member&term=a"
    return path


# --- Two offices with everything in them --------------------------------------------------------


def furnish(unit, inspectorate, note):
    """Fill an office; `note` stands in every text. Return the keys of its things by what they are called."""
    session = make_session(unit)
    accused = {"kind": "TC", "signer_name": DENOUNCER}
    make_case(make_petition(unit, summary=f"Vụ việc chờ. {note}"))
    case = make_accepted_case(make_petition(unit, **accused, summary=f"Vụ việc. {note}"))
    decided = make_accepted_case(make_petition(unit, summary=f"Đã giải quyết. {note}"))
    sent_to = {"party": "nguoi_khieu_nai", "sent_on": TODAY, "by": clerk_of(unit), "today": TODAY}
    delivery = record_delivery(make_decision(decided), **sent_to)
    verifier = make_official(unit, OFFICER)
    Case.objects.filter(pk=case.pk).update(verifier=verifier)
    things = {
        "session": session,
        "visit": make_visit(session, summary=f"Ranh giới đất. {note}"),
        "denouncer's visit": make_visit(session, DENOUNCER, content_kind="TC", summary=f"Tố cáo. {note}"),
        "petition": make_petition(unit, summary=f"Khiếu nại. {note}"),
        "denunciation": make_petition(unit, **accused, summary=f"Tố cáo. {note}"),
        "case": case,
        "decided case": decided,
        "delivery": delivery,
        "event": decided.events.first(),
        "protection": make_protection(case),
        "proposal": make_proposal(make_petition(unit, summary=f"Đề xuất. {note}")),
        "transfer": make_transfer(unit, note),
        "pattern": make_pattern(unit),
        "paper": make_paper(session),
        **make_case_paper(case),
        "job": make_export(unit),
        "print of the clerk": make_print(unit),
        "filter of the clerk": SavedFilter.objects.create(
            official=clerk_of(unit), page="vu-viec", name="Đất đai", query="linh-vuc=dat_dai_nha_cua"
        ),
        "message to the clerk": Message.objects.create(official=clerk_of(unit), text="Thử", path="/"),
    }
    report = make_sent_report(unit, inspectorate)
    return {
        **{called: {"pk": thing.pk} for called, thing in things.items()},
        "report": {"unit": unit.code, "month": report},
        "unit": unit.pk,
        "hamlet": make_hamlet(unit).pk,
        "staffmember": session.host_id,
        "official": verifier.pk,
    }


def make_protection(case):
    """Make a request to protect the denouncer of the case."""
    return request_protection(
        case,
        requested_on=TODAY,
        whom="nguoi_to_cao",
        subject="tinh_mang",
        urgent=False,
        written_on=None,
        reason="Bị đe dọa",
        by=clerk_of(case.unit),
        today=TODAY,
    )


def make_proposal(petition):
    """Make what the clerk laid before the leaders."""
    return Proposal.objects.create(
        unit=petition.unit,
        petition=petition,
        act="xu_ly_don",
        answers={"fields": {}, "words": []},
        proposed_by=clerk_of(petition.unit),
        proposed_on=TODAY,
    )


def make_transfer(unit, note):
    """Make a petition that a third office sent to `unit`."""
    sender = make_unit(f"GUI-{unit.code}", "UBND xã Nơi Gửi")
    return Transfer.objects.create(
        unit=sender,
        receiver=unit,
        petition=make_petition(sender, summary=f"Chuyển đến. {note}"),
        letter_number="1/PC",
        sent_on=TODAY,
        sent_by=clerk_of(sender),
    )


def make_pattern(unit):
    """Make the chairman's Thursday of every week."""
    host = chairman_in_the_books(unit)
    return add_pattern(
        unit, weekday=3, kind="dinh_ky", host=host, in_force_from=date(2026, 1, 1), by=clerk_of(unit)
    )


def make_paper(session):
    """Write down what somebody said at a visit, as a paper to sign."""
    visit = make_visit(session)
    kind = kind_of(visit, "ghi-loi-trinh-bay")
    answers = {"statement": visit.summary, "wishes": ""}
    return issue_paper(visit, kind, answers=answers, on=TODAY, by=clerk_of(session.unit))


def make_case_paper(case):
    """Make minutes of verification as a draft, and a paper issued, kept with a file and sent."""
    paper = draft_paper(case, "bien-ban", by=clerk_of(case.unit), on=TODAY)
    sheet = Sheet(kind="Thông báo", title="Về việc thử", symbol="TB-UBND", dated_on=TODAY)
    issued = enter(case.unit, sheet, by=clerk_of(case.unit))
    keep_print(issued, b"%PDF-1.7", name="thu.pdf")
    scan = {"kind": "ban_quet", "name": "quet.pdf", "content": b"%PDF-1.7", "by": clerk_of(case.unit)}
    file = add_file(issued, **scan)
    way = {"addressee": "Thanh tra", "way": "buu_chinh", "sent_on": TODAY}
    sending = record_sending(issued, **way, by=clerk_of(case.unit), today=TODAY)
    return {"case paper": paper, "issued paper": issued, "paper file": file, "sending": sending}


def make_export(unit):
    """Make a finished export of the books."""
    job = Job.objects.create(
        kind=Job.Kind.EXPORT_REGISTER,
        unit=unit,
        state=Job.State.DONE,
        requested_by=clerk_of(unit),
        result={"file_name": "so.xlsx"},
    )
    job.output.save("so.xlsx", ContentFile(b"PK"))
    return job


def make_print(unit):
    """Make a finished print of the reception book, which only the clerk who asked for it sees."""
    asked = {"start": "2026-03-01", "end": "2026-03-31", "kind": "", "masked": False}
    job = Job.objects.create(
        kind=Job.Kind.PRINT_BOOK,
        unit=unit,
        state=Job.State.DONE,
        requested_by=clerk_of(unit),
        payload=asked,
        result={"visits": 1, "file_name": "so.pdf"},
    )
    job.output.save("so.pdf", ContentFile(b"%PDF-1.7"))
    return job


def make_sent_report(unit, inspectorate):
    """Make the report of February, sent with its paper: the only kind superiors see."""
    report = new_report(unit, FEBRUARY.year, FEBRUARY.month)
    fill_in(report, calendar=WorkingCalendar())
    report.status, report.number, report.sha256, report.sent_to = "sent", 7, "0" * 64, inspectorate
    report.signed_on = report.sent_on = date(2026, 3, 6)
    report.pdf.save("bao-cao.pdf", ContentFile(b"%PDF-1.7"))
    ReportEvent.objects.create(
        report=report,
        kind=ReportEvent.Kind.SENT,
        on=report.sent_on,
        pdf=report.pdf.name,
        sha256=report.sha256,
        figures=report.figures,
    )
    return report


@dataclass
class World:
    """Two communes under two inspectorates, and somebody of each role in the first."""

    own: dict[str, Any]
    other: dict[str, Any]
    people: dict[str, Official]


@pytest.fixture
def world(today, db):
    above, elsewhere = (
        make_unit(code, name, level="huyen", kind="thanh_tra")
        for code, name in (("TT-DT", "Thanh tra huyện Đại Từ"), ("TT-PL", "Thanh tra huyện Phú Lương"))
    )
    unit = make_unit(reports_to=above)
    other = make_unit("VAN-THO", "UBND xã Vạn Thọ", reports_to=elsewhere)
    own_things, other_things = furnish(unit, above, "Việc của xã"), furnish(other, elsewhere, NEXT_DOOR)
    party = make_unit("DU", "Đảng ủy xã Lục Ba", kind="dang", parent=unit)
    people = {
        CLERK: clerk_of(unit),
        CHAIRMAN: chairman_of(unit),
        VICE: make_official(unit, VICE),
        OFFICER: Official.objects.get(pk=own_things["official"]),
        INSPECTORATE: make_official(above, INSPECTORATE),
        SUPERVISOR: make_official(party, SUPERVISOR),
        ADMINISTRATOR: make_official(unit, ADMINISTRATOR),
    }
    shared = make_things_of_the_installation(people[ADMINISTRATOR])
    nowhere = {called: {"pk": 0} for called in shared}
    return World({**own_things, **shared}, {**other_things, **nowhere}, people)


def make_things_of_the_installation(administrator):
    """Make what belongs to no office: a notice of days off, and the change that entered it."""
    notice = {"notice": "1/TB", "announced_on": TODAY}
    job = Job.objects.create(kind=Job.Kind.RECOUNT_DEADLINES, unit=administrator.unit, state=Job.State.DONE)
    return {
        "notice": {
            "pk": AnnouncedDayRow.objects.create(
                **notice, day=date(2026, 4, 28), kind="nghi", reason="thử"
            ).pk
        },
        "calendar change": {
            "pk": CalendarChange.objects.create(**notice, requested_by=administrator, job=job).pk
        },
    }


# --- The walk -----------------------------------------------------------------------------------


def answers(browser, path):
    """Return the answers to reading the address and to posting nothing to it; what they changed is undone."""
    found, cookies = [], copy(browser.cookies)
    for method in ("get", "post"):
        browser.cookies = copy(cookies)  # a sign-out is undone too
        with transaction.atomic():
            found.append(getattr(browser, method)(path))
            transaction.set_rollback(True)
    browser.cookies = cookies
    return [answer for answer in found if answer.status_code != 405]


def codes(found):
    return [answer.status_code for answer in found]


def is_sign_in(answer):
    return answer.status_code == 302 and answer.url.startswith(("/dang-nhap/?", "/quan-tri/login/"))


def is_open(found):
    return any(answer.status_code in (200, 302) for answer in found) and not any(map(is_sign_in, found))


def is_refused(found):
    return bool(found) and all(answer.status_code in (403, 404) for answer in found)


def is_kept_out_of_admin(found):
    return bool(found) and all(answer.status_code in (403, 404) or is_sign_in(answer) for answer in found)


def faults_of_page(name, answer):
    """Yield what a page must not show: the other office, a denouncer, script or style in its own text."""
    if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
        return
    page = answer.content.decode()
    if NEXT_DOOR in page:
        yield f"{name} cho thấy việc của đơn vị khác"
    if DENOUNCER in page:
        yield f"{name} cho thấy danh tính người tố cáo"
    if not is_admin(name) and (inline := INLINE.search(page)):
        yield f"{name} có mã hoặc kiểu viết thẳng trong trang: {inline[0]}"


def faults_of_address(name, role, found):
    """Yield how the answers differ from the table."""
    allowed = role in row_of(name).who
    if allowed and not is_admin(name) and not is_open(found):
        yield f"{name} lẽ ra phải mở được: {codes(found)}"
    refused = is_kept_out_of_admin if is_admin(name) else is_refused
    if not allowed and not refused(found):
        yield f"{name} lẽ ra phải từ chối: {codes(found)}"


LISTED = [name for name in ADDRESSES if name in WHO or is_admin(name)]
GUARDED = [name for name in LISTED if row_of(name).who is not PUBLIC]


def test_every_address_has_a_row_that_says_who_may_open_it():
    assert [name for name in ADDRESSES if name not in LISTED] == []
    assert [name for name in WHO if name not in ADDRESSES] == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_exactly_what_the_table_says(world, sign_in, role):
    browser, faults = sign_in(world.people[role]), []
    for name in GUARDED:
        found = answers(browser, path_of(name, world.own))
        faults += faults_of_address(name, role, found)
        faults += [fault for answer in found for fault in faults_of_page(name, answer)]
    assert faults == []


@pytest.mark.parametrize("role", list(Role))
def test_nobody_opens_a_thing_of_another_office(world, sign_in, role):
    browser, things = sign_in(world.people[role]), [name for name, row in WHO.items() if row.of]
    found = {name: answers(browser, path_of(name, world.other)) for name in things}
    assert [f"{name}: {codes(each)}" for name, each in found.items() if not is_refused(each)] == []


def test_without_signing_in_every_address_leads_to_the_sign_in(world, client):
    found = {name: answers(client, path_of(name, world.own)) for name in GUARDED}
    assert [f"{name}: {codes(each)}" for name, each in found.items() if not all(map(is_sign_in, each))] == []


def test_the_administrator_opens_the_reference_data_but_deletes_nothing_the_books_refer_to(world, sign_in):
    browser = sign_in(world.people[ADMINISTRATOR])
    assert is_open(answers(browser, path_of("admin:index", world.own)))
    for model in ("unit", "hamlet", "staffmember", "official"):
        for page in ("changelist", "add", "change"):
            assert is_open(answers(browser, path_of(f"admin:office_{model}_{page}", world.own))), (
                model,
                page,
            )
        assert is_refused(answers(browser, path_of(f"admin:office_{model}_delete", world.own))), model


def test_people_cases_petitions_and_the_trail_are_nowhere_in_the_administrators_pages():
    registered = {name.split("_")[1] for name in ADDRESSES if name.startswith("admin:office_")}
    assert registered == {"unit", "hamlet", "staffmember", "official"}
    assert not [
        name for name in ADDRESSES if re.match("admin:(reception|complaints|reports|axes|auth_g)", name)
    ]


def test_an_officer_opens_no_case_he_does_not_verify(world, sign_in):
    browser = sign_in(world.people[OFFICER])
    things = {**world.own, "case": world.own["decided case"]}
    for name in ("complaints:case-page", "complaints:case-act"):
        assert is_refused(answers(browser, path_of(name, things)))
