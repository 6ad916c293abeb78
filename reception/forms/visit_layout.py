"""How the visit form looks: the order of a conversation, what is asked seldom folded away."""

from __future__ import annotations

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Div

from lucba.law.groups import GROUP_FROM
from lucba.office.office_form import Fold, only_when
from reception.models import Visit

Result = Visit.Result
ORAL = (Result.PETITION_TAKEN, Result.RECORDED)  # what was said may be taken down as a petition


def _when_result(*results: str) -> str:
    return f"result={'|'.join(results)}"


WHO_CAME = (
    "visitor_name",
    Div("identity_number", "identity_kind", "phone", css_class="form-grid"),
    Div("hamlet", only_when("hamlet=", "address"), css_class="form-grid"),
    "persons",
    only_when(f"persons>={GROUP_FROM}", "representatives", "members"),
    Fold("Nơi cấp giấy tờ, ủy quyền", "identity_issued", "acts_for"),
)
WHAT_ABOUT = (InlineRadios("content_kind"), "summary", "request")
WHAT_WAS_DONE = (
    Fold("Cơ quan đã giải quyết, thẩm quyền", "resolved_by", "resolved_document", "competent"),
    "result",
    only_when(_when_result(Result.REFUSED), "refusal_ground"),
    only_when(_when_result(Result.GUIDED), "directed_to"),
    only_when(_when_result(*ORAL), "is_oral"),
    Fold("Tiếp lần, ghi chú", "turn", "note"),
)
# Without scripts; last, so that Enter never presses it. static/js/rows.js offers its own button.
MORE_ROWS = (
    '<noscript><button class="btn btn-plain" type="submit" name="more_documents" value="1">'
    "Thêm dòng tài liệu</button></noscript>"
)
