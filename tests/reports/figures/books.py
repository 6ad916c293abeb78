"""The books of an office as the figures see them: rows with explicit dates, written without the actions.

The figures take whatever stands in the books, also of a district, of old years and of imported workbooks.
"""

from datetime import date
from itertools import count

from complaints.models import Case, CaseEvent, CasePetition, CaseVisit, Decision, Enforcement
from complaints.progress import refresh_case
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Dissemination, Hamlet, StaffMember, StaffTerm, TrainingClass, Unit
from reception.models import Petition, ReceptionSession, Visit
from reports.figures.cells import sum_of
from reports.figures.compute import compute_figures, printed
from reports.figures.indicators import indicators
from reports.form_sets import form_set

CALENDAR = WorkingCalendar()
TT06 = form_set("tt06-2025")
BOOKS_SPEAK_ON = date(2026, 11, 20)
INSTANCE = {"KN": "KN_lan_1", "TC": "TC_lan_dau", "KNPA": ""}
TYPE = {"KN": "qd_gqkn", "TC": "kl_tc"}
HEAD, DELEGATE, OFFICER = "thu_truong", "uy_quyen", "can_bo"


class Books:
    """One office and what is written in its books; every date is given."""

    def __init__(self, code="LUC-BA", *, books_from=date(2023, 12, 1), level="xa"):
        self.unit = Unit.objects.create(
            code=code, name="UBND xã Lục Ba", level=level, kind="ubnd", books_from=books_from
        )
        self.numbers = count(1)
        self.person = self.member()

    def code(self, letter):
        return f"{letter}{next(self.numbers):04d}"

    def figures(self, start, end, form_set="tt06-2025"):
        return compute_figures(self.unit, Period(start, end), form_set, calendar=CALENDAR)

    def table(self, form, start, end):
        """Return the columns of a form that are not 0, from the families that fill this form."""
        made = (make(self.unit, Period(start, end)) for make in TT06.families)
        families = [each for each in made if any(cell[0] == form for cell in each.figures)]
        values = sum_of(families)
        return {
            column.number: printed(column, values[form, column.number])
            for column in TT06.form_by_code[form].columns
            if values[form, column.number]
        }

    def indicator(self, key, start, end, *, year=False):
        """Return one indicator of the period, or of its year."""
        return indicators(self.unit, Period(start, end), calendar=CALENDAR)[year][key]

    # --- people and places
    def member(self, duty="ca_hai", *, since=date(2020, 1, 1), until=None):
        member = StaffMember.objects.create(unit=self.unit, code=self.code("CB"))
        StaffTerm.objects.create(
            member=member,
            full_name="Trần Văn Hùng",
            position="Chủ tịch UBND xã",
            role="chu_tich",
            duty=duty,
            started_on=since,
            ended_on=until,
        )
        return member

    def hamlet(self, *, since=date(2020, 1, 1), until=None):
        return Hamlet.objects.create(
            unit=self.unit,
            code=self.code("X"),
            name="Xóm Đồng",
            kind="xom",
            listed_from=since,
            listed_to=until,
        )

    # --- reception
    def sitting(self, on, host=HEAD, *, kind=None, state="da_tiep", **fields):
        return ReceptionSession.objects.create(
            unit=self.unit,
            code=self.code("B"),
            held_on=on,
            kind=kind or ("thuong_xuyen" if host == OFFICER else "dinh_ky"),
            host_role=host,
            host=self.person,
            state=state,
            delegation_document="Giấy ủy quyền" if host == DELEGATE else "",
            reason="Họp đột xuất" if state == "khong_to_chuc" else "",
            **fields,
        )

    def visit(self, on, host=OFFICER, *, persons=1, result="ghi_nhan", cases=()):
        visit = Visit.objects.create(
            unit=self.unit,
            session=self.sitting(on, host),
            code=self.code("L"),
            persons=persons,
            content_kind=cases[0].kind if cases else "KN",
            summary="Ranh giới đất",
            result=result,
        )
        for case in cases:
            CaseVisit.objects.create(visit=visit, case=case)
        return visit

    # --- petitions and cases
    def matter(self, kind="KN", *, competent=True, field="dat_dai_nha_cua", **fields):
        return Case.objects.create(
            unit=self.unit,
            code=self.code("V"),
            kind=kind,
            summary="Thu hồi đất",
            field=field,
            competent=competent,
            competent_body="" if competent else "UBND huyện Đại Từ",
            prior_state="chua_giai_quyet",
            **{"instance": INSTANCE[kind], **fields},
        )

    def petition(self, received_on, processed_on=None, *, kind="KN", case=None, **handling):
        """Write a petition; one with a day of handling is eligible and of a matter, unless told otherwise."""
        handled = processed_on is not None
        eligible = handling.pop("eligible", True if handled else None)
        matter = (case or self.matter(kind)) if eligible else None
        usual = "de_xuat_thu_ly" if matter is None or matter.competent else "huong_dan"
        petition = Petition.objects.create(
            unit=self.unit,
            code=self.code("D"),
            received_on=received_on,
            source="buu_chinh",
            kind=matter.kind if matter else kind,
            summary="Thu hồi đất",
            processed_on=processed_on,
            eligible=eligible,
            outcome=handling.pop("outcome", usual) if handled else "",
            **{"signer_kind": "mot_nguoi", **handling},
        )
        if matter:
            CasePetition.objects.create(petition=petition, case=matter)
        return petition

    def event(self, case, kind, on, detail=""):
        """Add an event to the case and bring its derived columns up to date."""
        CaseEvent.objects.create(
            case=case, seq=case.events.count() + 1, happened_on=on, kind=kind, detail=detail
        )
        refresh_case(case, on=BOOKS_SPEAK_ON)
        return case

    def accepted(self, on, kind="KN", **fields):
        return self.event(self.matter(kind, **fields), "thu_ly", on)

    def decision(self, case, issued_on, *, result="sai", must_execute=False, **amounts):
        decision = Decision.objects.create(
            unit=self.unit,
            case=case,
            code=self.code("Q"),
            type=TYPE[case.kind],
            document_number="15/QĐ-UBND",
            issued_on=issued_on,
            signer=self.person,
            result=result,
            must_execute=must_execute,
            finished_on=None if must_execute else issued_on,
            **amounts,
        )
        refresh_case(case, on=BOOKS_SPEAK_ON)
        return decision

    def decided(self, issued_on, kind="KN", *, accepted_on=date(2025, 1, 6), instance=None, **fields):
        instance = {"instance": instance} if instance else {}
        return self.decision(self.accepted(accepted_on, kind, **instance), issued_on, **fields)

    def executed(self, decision, on, *, finished=False, **amounts):
        entry = Enforcement.objects.create(
            decision=decision,
            seq=decision.enforcements.count() + 1,
            done_on=on,
            finished=finished,
            **amounts,
        )
        if finished:
            decision.finished_on = on
            decision.save(update_fields=["finished_on"])
        return entry

    # --- training and dissemination
    def disseminated(self, hamlet, on, *, form="hop_xom", round_code="T1", participants=0):
        return Dissemination.objects.create(
            unit=self.unit,
            round_code=round_code,
            held_on=on,
            hamlet=hamlet,
            form=form,
            participants=participants,
        )

    def training(self, ended_on, *people, own=True, participants=0):
        training = TrainingClass.objects.create(
            unit=self.unit,
            code=self.code("H"),
            title="Tập huấn",
            started_on=ended_on,
            ended_on=ended_on,
            own=own,
            participants=participants,
        )
        for member in people:
            training.attendances.create(member=member)
        return training
