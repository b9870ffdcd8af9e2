"""What this room keeps how long."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.retention import RetentionRule, declare
from stillads.kernel.clock import local_day

from .actions.residents import forget
from .models import (
    Absence,
    Assignment,
    Citizen,
    Invitation,
    OrganisationImport,
    Person,
    QuickCode,
    SharedDevice,
)

AFTER_LEAVING = timedelta(days=180)
AFTER_ABSENCE = timedelta(days=90)
AFTER_REVOKING = timedelta(days=365)
AFTER_CLOSING = timedelta(days=30)
AFTER_IMPORT = timedelta(days=730)


def _leavers(at: datetime) -> "Q":
    """Had a role once, and none in the last AFTER_LEAVING."""
    lately = Assignment.objects.filter(person=OuterRef("pk")).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=local_day(at) - AFTER_LEAVING)
    )
    ever = Assignment.objects.filter(person=OuterRef("pk"))
    return Q(Exists(ever)) & ~Q(Exists(lately))


def erase_contacts(at: datetime) -> int:
    """E-mail, telephone, employee number and log-in of those who left; their name stays."""
    known = ~Q(email="") | ~Q(phone="") | Q(employee_number__isnull=False) | Q(user__isnull=False)
    people = Person.objects.filter(_leavers(at), known)
    count = 0
    for person in people.select_related("user"):
        user = person.user
        person.email, person.phone, person.employee_number, person.user = "", "", None, None
        person.save()
        QuickCode.objects.filter(person=person).delete()
        if user:
            user.delete()
        count += 1
    return count


def erase_invitations(at: datetime) -> int:
    """Links that were used or that ran out."""
    return Invitation.objects.filter(Q(used_at__isnull=False) | Q(until__lt=at)).delete()[0]


def erase_absences(at: datetime) -> int:
    """Absences that ended a while ago."""
    return Absence.objects.filter(last_day__lt=local_day(at) - AFTER_ABSENCE).delete()[0]


def erase_phones(at: datetime) -> int:
    """Phones that were revoked long ago, and those whose link nobody opened."""
    long_ago = Q(revoked_at__lt=at - AFTER_REVOKING)
    never = Q(token_hash__isnull=True, enrol_until__lt=at - AFTER_ABSENCE)
    return SharedDevice.objects.filter(long_ago | never).delete()[0]


def erase_residents(at: datetime) -> int:
    """Names of residents whose unit has closed."""
    rows = Citizen.objects.filter(unit__valid_to__lt=local_day(at) - AFTER_CLOSING, erased_at__isnull=True)
    for row in (found := list(rows)):
        forget(row, at)
    return len(found)


def erase_imports(at: datetime) -> int:
    """Reports of imports; the log keeps that they took place."""
    return OrganisationImport.objects.filter(at__lt=at - AFTER_IMPORT).delete()[0]


declare(
    RetentionRule(
        "organisation.contacts",
        _("E-mail, telephone, employee number, log-in and code of people who left"),
        _("180 days after their last role"),
        _("So that work can be handed over. The name stays under what the person wrote and decided."),
        erase_contacts,
    )
)
declare(
    RetentionRule(
        "organisation.invitations",
        _("Links for a first password"),
        _("Until they are used, at most 14 days"),
        _("So that a new person can log in."),
        erase_invitations,
    )
)
declare(
    RetentionRule(
        "organisation.absences",
        _("Days when people were away (no reason is kept)"),
        _("90 days after the last day"),
        _("So that others know who stands in."),
        erase_absences,
    )
)
declare(
    RetentionRule(
        "organisation.phones",
        _("Shared phones that were revoked"),
        _("12 months after"),
        _("So that the log can be understood."),
        erase_phones,
    )
)
declare(
    RetentionRule(
        "organisation.residents",
        _("Names of residents"),
        _("Until they move, or 30 days after their unit has closed"),
        _("So that those who work there know whom a number stands for."),
        erase_residents,
    )
)
declare(
    RetentionRule(
        "organisation.imports",
        _("Reports of imported files with units and people"),
        _("24 months"),
        _("So that one can see where a role came from."),
        erase_imports,
    )
)
declare(
    RetentionRule(
        "audit.events",
        _("The log: who saw or did what"),
        _("Is not erased"),
        _("The log proves the rest. It only grows: its seals would show a gap. It names no citizen."),
    )
)
