"""A citizen's plan: versions that only grow, read by whom, shared with which units, seen in the log."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import translation
from tests.harness.capturing import Ward
from tests.harness.planning import save
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.capture.actions.plans.reading import mark_read
from stillads.capture.actions.plans.sharing import end_share, share_plan
from stillads.capture.actions.plans.versions import WrittenMeanwhileError
from stillads.capture.models import Entry, Plan, PlanReading, PlanShare, PlanVersion
from stillads.capture.plan_links import Link
from stillads.capture.queries.plans.overview import plan_lists
from stillads.capture.queries.plans.sheet import plan_page, plan_start
from stillads.capture.queries.plans.versions import versions_page
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, Denied, Invalid, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE


@pytest.fixture(autouse=True)
def _danish() -> Iterator[None]:
    with translation.override("da"):
        yield


def test_a_version_is_saved_once_and_its_words_stand_in_the_plan_alone(ward: Ward) -> None:
    person = ward.participant()
    made = save(ward, person, "k1", morning="Kaffe på sengen.", approach="Gå roligt ind.").version
    assert save(ward, person, "k1", morning="Kaffe på sengen.", approach="Gå roligt ind.").version == made
    assert (made.number, made.by_name) == (1, "Anna Dam")
    entry = Entry.objects.get()
    assert (entry.form, entry.subject, entry.answers) == (
        "version", made.plan.public_id, {"version": 1, "fields_filled": 2},
    )  # fmt: skip
    with pytest.raises(Conflict):
        save(ward, person, "k1", morning="Te.")


def test_the_same_words_again_are_no_new_version(ward: Ward) -> None:
    person = ward.participant()
    save(ward, person, "k1", morning="Kaffe.")
    again = save(ward, person, "k2", based_on=1, morning="Kaffe.")
    assert (again.unchanged, again.version.number) == (True, 1)
    assert PlanVersion.objects.count() == 1


def test_who_was_second_is_shown_the_first_and_nothing_is_saved(ward: Ward) -> None:
    person = ward.participant()
    save(ward, person, "k1", morning="Kaffe.")
    save(ward, person, "k2", based_on=1, morning="Te.", viewer=ward.manager)
    with pytest.raises(WrittenMeanwhileError) as refused:
        save(ward, person, "k3", based_on=1, morning="Mælk.")
    assert (refused.value.newest.number, refused.value.newest.content) == (2, {"morning": "Te."})
    assert save(ward, person, "k4", based_on=2, morning="Mælk.").version.number == 3


def test_a_cpr_number_and_a_too_long_text_are_refused_beside_their_field(ward: Ward) -> None:
    person = ward.participant()
    with pytest.raises(Invalid) as refused:
        save(ward, person, "k1", morning="010203-1234", evening="x" * 1201)
    assert set(refused.value.errors) == {"morning", "evening"}
    assert not Plan.objects.exists()


def test_a_version_cannot_be_changed_in_the_database(ward: Ward) -> None:
    made = save(ward, ward.participant(), "k1", morning="Kaffe.").version
    with pytest.raises(Exception, match="capture_planversion"):
        PlanVersion.objects.filter(pk=made.pk).update(content={})


def test_nothing_is_written_about_somebody_who_said_no_or_belongs_elsewhere(ward: Ward) -> None:
    with pytest.raises(RuleError, match="sagt nej"):
        save(ward, ward.participant(state="declines"), "k1", morning="Kaffe.")
    with pytest.raises(NotFound):
        save(ward, ward.participant("toftegaarden"), "k2", morning="Kaffe.")


def test_one_tap_says_that_it_was_read_and_a_newer_version_asks_again(ward: Ward) -> None:
    other = ward.house.viewer(EMPLOYEE, "elmely")
    person = ward.participant()
    plan = save(ward, person, "k1", morning="Kaffe.").version.plan.public_id
    day = local_day(ward.at)
    page = plan_page(plan=plan, viewer=other, day=day)
    assert (len(page.team), len(page.unread), page.read_by_me) == (2, 1, False)
    for _twice in range(2):
        mark_read(plan=plan, number=1, viewer=other, at=ward.at)
    assert plan_page(plan=plan, viewer=other, day=day).unread == ()
    assert PlanReading.objects.count() == 2
    assert Entry.objects.filter(form="read").count() == 1
    save(ward, person, "k2", based_on=1, morning="Te.")
    assert plan_page(plan=plan, viewer=other, day=day).read_by_me is False
    with pytest.raises(NotFound):
        mark_read(plan=plan, number=9, viewer=other, at=ward.at)


def test_only_the_units_that_share_the_citizen_can_open_it_on_those_days(ward: Ward) -> None:
    guest = ward.house.viewer(EMPLOYEE, "toftegaarden")
    person = ward.participant()
    plan = save(ward, person, "k1", morning="Kaffe.").version.plan.public_id
    day = local_day(ward.at)
    with pytest.raises(Denied, match="dele den med jer"):
        plan_page(plan=plan, viewer=guest, day=day)
    unit = ward.house.units["toftegaarden"].public_id
    share_plan(
        plan=plan,
        unit=unit,
        first_day=day,
        last_day=day + timedelta(days=7),
        viewer=ward.employee,
        at=ward.at,
    )
    assert plan_page(plan=plan, viewer=guest, day=day).texts == {"morning": "Kaffe."}
    assert save(ward, person, "k2", based_on=1, viewer=guest, morning="Te.").version.number == 2
    shared = [made for made in plan_lists(viewer=guest, day=day) if made.shared]
    assert [line.plan for made in shared for line in made.lines] == [plan]
    with pytest.raises(Denied):
        plan_page(plan=plan, viewer=guest, day=day + timedelta(days=8))
    with pytest.raises(RuleError, match="allerede"):
        share_plan(plan=plan, unit=unit, first_day=day + timedelta(days=3), viewer=ward.employee, at=ward.at)


def test_a_share_is_ended_today_and_one_that_begins_today_at_once(ward: Ward) -> None:
    plan = save(ward, ward.participant(), "k1", morning="Kaffe.").version.plan.public_id
    unit, day = ward.house.units["toftegaarden"].public_id, local_day(ward.at)
    share_plan(plan=plan, unit=unit, first_day=day - timedelta(days=9), viewer=ward.employee, at=ward.at)
    end_share(plan=plan, unit=unit, viewer=ward.employee, at=ward.at)
    assert PlanShare.objects.get().valid_to == day
    share_plan(plan=plan, unit=unit, first_day=day + timedelta(days=1), viewer=ward.employee, at=ward.at)
    end_share(plan=plan, unit=unit, viewer=ward.employee, at=ward.at)
    end_share(plan=plan, unit=unit, viewer=ward.employee, at=ward.at)
    assert PlanShare.objects.count() == 1
    with pytest.raises(RuleError, match="før den første"):
        share_plan(
            plan=plan, unit=unit, first_day=day + timedelta(days=9), last_day=day, viewer=ward.employee, at=ward.at
        )  # fmt: skip


def test_every_look_is_in_the_log(ward: Ward) -> None:
    plan = save(ward, ward.participant(), "k1", morning="Kaffe.").version.plan.public_id
    day = local_day(ward.at)
    plan_page(plan=plan, viewer=ward.manager, day=day)
    versions_page(plan=plan, viewer=ward.manager, day=day)
    plan_lists(viewer=ward.manager, day=day)
    verbs = AuditEvent.objects.filter(actor=ward.manager.actor).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["capture.plan.read", "capture.plan.read", "capture.plans.read"]
    assert "Kaffe" not in str(list(AuditEvent.objects.values_list("data", flat=True)))


def test_two_versions_are_compared_field_by_field(ward: Ward) -> None:
    person = ward.participant()
    link = Link("https://vejledning.example.dk/bad", "Bad")
    plan = save(ward, person, "k1", morning="Kaffe kl. 8.", evening="Læser avis.").version.plan.public_id
    save(ward, person, "k2", based_on=1, links=(link,), morning="Te kl. 8.", evening="Læser avis.")
    page = versions_page(plan=plan, viewer=ward.employee, day=local_day(ward.at))
    assert (page.old, page.new, [field.title for field in page.fields]) == (1, 2, ["Morgen"])
    assert [(piece.kind, piece.text.strip()) for piece in page.fields[0].pieces] == [
        ("removed", "Kaffe"), ("added", "Te"), ("same", "kl. 8."),
    ]  # fmt: skip
    assert (page.links_added, page.links_removed) == ((link,), ())
    with pytest.raises(NotFound):
        versions_page(plan=plan, viewer=ward.employee, day=local_day(ward.at), old=1, new=7)


def test_the_list_says_how_many_citizens_have_been_moved(ward: Ward) -> None:
    first, _second = ward.participant(), ward.participant()
    ward.participant("toftegaarden")
    save(ward, first, "k1", morning="Kaffe.", moved_from="Nexus")
    (made,) = plan_lists(viewer=ward.employee, day=local_day(ward.at))
    assert (made.moved, len(made.lines), made.unit_name) == (1, 2, "Elmely")
    start = plan_start(
        deployment=made.deployment, participant=made.lines[1].participant, viewer=ward.employee
    )
    assert (start.plan, start.pseudonym) == ("", made.lines[1].pseudonym)


def test_the_list_costs_the_same_for_one_plan_as_for_three(ward: Ward) -> None:
    day = local_day(ward.at)
    assert_same_query_count(
        show=lambda: plan_lists(viewer=ward.employee, day=day),
        add=lambda: save(ward, ward.participant(), f"k{Plan.objects.count()}", morning="Kaffe."),
    )
