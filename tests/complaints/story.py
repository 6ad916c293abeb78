"""Tells the life of a case through the pages: who does what on which day.

    story.on("31/05/2024").chairman("chi_dao")
    assert story.shows() == ("Đang thi hành", "")

Each step opens the page, keeps what its form filled in, adds the answers and sends it, as a browser does.
"""

import re
from datetime import date
from html import unescape

from django.forms import Select
from django.urls import reverse
from django.utils import timezone

from complaints.models import Case, Proposal
from complaints.words import CONDITIONS
from reception.models import IntakeDeadline, Petition
from tests.building import Role, chairman_in_the_books, chairman_of, make_official

_STAGE = re.compile(r'class="stage">([^<]*)<')
_LEAD = re.compile(r'<p class="lead-line">(.*?)</p>', re.S)
_DAY = re.compile(r'class="due-day"[^>]*>\s*(\d\d/\d\d/\d{4})')
_ERROR = re.compile(r"<[^>]*>")


def by_day(clock):
    return tuple(reversed(clock[0].split("/")))


class Story:
    """An office, its clerk, chairman and verifying officer, and the case they have before them."""

    def __init__(self, unit, sign_in, monkeypatch):
        self.unit, self.monkeypatch, self.case = unit, monkeypatch, None
        self.officer_account = make_official(unit, Role.OFFICER, full_name="Phạm Văn Nam")
        people = {
            "clerk": make_official(unit),
            "chairman": chairman_of(unit),
            "officer": self.officer_account,
        }
        self.browsers = {name: sign_in(person) for name, person in people.items()}

    def on(self, day):
        """Let it be `day`."""
        today = date(*map(int, reversed(day.split("/"))))
        self.monkeypatch.setattr(timezone, "localdate", lambda *_, **__: today)
        return self

    # --- Acts on the case; each leads on to the next

    def clerk(self, act, **answers):
        """Let the clerk record `act`."""
        return self._done(self.send("clerk", self.address(act), answers))

    def officer(self, act, **answers):
        """Let the officer who verifies record `act`."""
        return self._done(self.send("officer", self.address(act), answers))

    def chairman(self, act, **answers):
        """Let the chairman record `act`."""
        return self._done(self.send("chairman", self.address(act), self._usual(act) | answers))

    def _usual(self, act):
        """Return what is always answered the same: who signs, the conditions of acceptance all met."""
        if act == "quyet_dinh":
            return {"signer": chairman_in_the_books(self.unit).pk}
        return {"conditions": list(CONDITIONS)} if act == "thu_ly" and self.case.kind == "TC" else {}

    def verified_by_the_officer(self, document_number):
        """Let the chairman charge the officer with the verification."""
        return self.chairman(
            "giao_xac_minh", verifier=self.officer_account.pk, document_number=document_number
        )

    def received_by(self, party):
        """Let the clerk note that `party` received the decision today."""
        delivery = self.case.decision.deliveries.get(party=party)
        return self._done(self.send("clerk", reverse("complaints:delivery-receipt", args=[delivery.pk]), {}))

    def approved(self):
        """Let the chairman approve what the clerk laid before him."""
        proposal = Proposal.objects.waiting().get()
        approve = reverse("complaints:proposal-approve", args=[proposal.pk])
        assert approve in self.browsers["chairman"].get(reverse("complaints:proposal-list")).content.decode()
        self.browsers["chairman"].post(approve)
        proposal.refresh_from_db()
        assert proposal.state == "duyet"
        return self._taken_up(proposal.petition or proposal.case)

    # --- The petition before it

    def petition(self, kind, signer_name, summary, **answers):
        """Let the clerk write a petition that came by post today, or `received_on`, into the book."""
        answers = {
            "kind": kind,
            "signer_name": signer_name,
            "summary": summary,
            "source": "buu_chinh",
            **answers,
        }
        self._done(self.send("clerk", reverse("reception:petition-new"), answers))
        return Petition.objects.latest("pk")

    def handled(self, petition, **answers):
        """Let the clerk propose it for acceptance as a matter of our own, or handle it as the answers say."""
        self._done(self.send("clerk", *self.handling(petition, **answers)))
        return self._taken_up(petition)

    def handling(self, petition, **answers):
        """Return the page that handles `petition` and the answers to it."""
        known = {"KN": ("KN_lan_1", "cong_chuc"), "TC": ("TC_lan_dau", "cong_chuc"), "KNPA": ("", "")}
        instance, respondent = known[petition.kind]
        usual = {"classification": "own", "outcome": "de_xuat_thu_ly", "field": "dat_dai_nha_cua"}
        if instance:
            usual |= {"instance": instance, "respondent": respondent}
        return reverse("complaints:petition-handle", args=[petition.pk]), {**usual, **answers}

    def told(self, petition, outcome):
        """Let the clerk note what the author of `petition` was told today."""
        address = reverse("reception:petition-reply", args=[petition.pk])
        return self._done(self.send("clerk", address, {"reply_outcome": outcome}))

    def forwarder_told(self, petition):
        """Let the clerk note that who sent `petition` on was told the result today."""
        return self._done(self.send("clerk", reverse("complaints:petition-told", args=[petition.pk]), {}))

    # --- What people see, and what is kept

    def page(self, who="clerk"):
        """Return the page of the case as `who` sees it."""
        page = self.browsers[who].get(reverse("complaints:case-page", args=[self.case.pk]))
        assert page.status_code == 200
        return page.content.decode()

    def shows(self):
        """Return the stage and the next duty's last day that head the page of the case."""
        page = self.page()
        days = _DAY.findall(_LEAD.search(page)[1])
        return unescape(_STAGE.search(page)[1]), days[0] if days else ""

    def clocks(self, step):
        """Return each clock of `step` as last day and day done, in the order they started."""
        intake = IntakeDeadline.objects.filter(petition__case_link__case=self.case, step=step)
        rows = [*intake, *self.case.deadlines.filter(step=step)]
        rows.sort(key=lambda row: (row.start, row.pk))
        return [(f"{row.due_on:%d/%m/%Y}", f"{row.met_on:%d/%m/%Y}" if row.met_on else "") for row in rows]

    def clock(self, step):
        """Return the clock of `step` that governs: of one joined into another that ends first, else the last.

        It is its last day, and the day it was done or "".
        """
        clocks = self.clocks(step)
        return min(clocks, key=by_day) if step.endswith(".RESOLVE") else clocks[-1]

    def refused(self, who, act, **answers):
        """Return what `who` is told instead of recording `act`; nothing is stored."""
        return self.refused_at(who, self.address(act), self._usual(act) | answers)

    def refused_at(self, who, address, answers):
        """Return what `who` is told instead of being led on; nothing is stored of the case."""
        return self.sent_as_opened(who, address, self.opened(who, address, answers))

    def sent_as_opened(self, who, address, answers):
        """Send a form opened earlier; return why it is refused."""
        before = self._stored()
        response = self.browsers[who].post(address, answers)
        assert response.status_code == 200, "đã được ghi"
        assert self._stored() == before
        return _sentences(response)

    def _stored(self):
        counted = Case.objects.count(), Petition.objects.filter(processed_on__isnull=False).count()
        if self.case is None:
            return counted
        case = Case.objects.get(pk=self.case.pk)
        return *counted, case.changes, case.status, case.events.count(), Proposal.objects.count()

    def address(self, act):
        """Return the page that records `act`."""
        return reverse("complaints:case-act", args=[self.case.pk, act])

    def send(self, who, address, answers):
        """Open a page and send its form as filled in, with `answers`."""
        return self.browsers[who].post(address, self.opened(who, address, answers))

    def opened(self, who, address, answers):
        """Open a page and return what would be sent: the form as filled in, with `answers`."""
        page = self.browsers[who].get(address)
        assert page.status_code == 200, f"{address}: {page.status_code}"
        form = page.context["form"]
        assert set(answers) <= set(form.fields), f"{address} không hỏi {set(answers) - set(form.fields)}"
        filled = {name: _filled_in(form[name]) for name in form.fields}
        return {name: value for name, value in filled.items() if value is not None} | answers

    def _done(self, response):
        assert response.status_code == 302, _sentences(response)
        return self._taken_up(self.case)

    def _taken_up(self, subject):
        """Have the case of a petition, or the case itself, before one as it is now."""
        if isinstance(subject, Petition):
            subject = Case.objects.filter(petition_links__petition=subject).first()
        self.case = Case.objects.get(pk=subject.pk) if subject else self.case
        return self


def _filled_in(question):
    """Return what a browser sends of a question nobody touched: of a list to choose from, its first line.

    None for a box not ticked.
    """
    value = question.value()
    if value is None and isinstance(question.field.widget, Select):
        return next((code for code, _ in question.field.choices), None)
    return None if value is False else value


def _sentences(response):
    errors = response.context["form"].errors.values()
    return " ".join(_ERROR.sub("", str(sentence)) for each in errors for sentence in each)
