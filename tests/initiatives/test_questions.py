"""The form, the page to read over and the page of staff ask the same question in the same words."""

from initiatives.answers import answers_by_step
from initiatives.forms.assessment import AssessmentForm
from initiatives.forms.steps import CriteriaForm
from tests.factories import initiative


def test_one_wording_of_the_three_questions(db):
    version = initiative().latest_version

    in_the_form = [str(field.label) for field in CriteriaForm(instance=version)]
    (read_over,) = [part.answers for part in answers_by_step(version) if part.step == "criteria"]
    on_the_page_of_staff = [item.asked for item in AssessmentForm(version=version).criteria]

    assert in_the_form == [question for question, _ in read_over] == on_the_page_of_staff
