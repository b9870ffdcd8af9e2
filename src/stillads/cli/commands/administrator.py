"""`stillads administrator`: the first person who can log in to an empty installation."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime
from getpass import getpass

from django.conf import settings
from django.db import transaction

from stillads.cli.answer import answer
from stillads.cli.registry import Command, register
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.organisation.actions.logins import accept_invitation, invite
from stillads.organisation.actions.people import create_person
from stillads.organisation.actions.roles import give_role
from stillads.organisation.actions.units import create_unit
from stillads.organisation.models import Person, Unit, UnitPlacement
from stillads.organisation.policy import ADMINISTRATOR

VIEWER = system_viewer("administrator")


def run(arguments: Namespace) -> int:
    """Makes the person where there is none, gives the role at the top of the tree, sets the password."""
    password = _password()
    at = now()
    with transaction.atomic():
        person = _person(arguments, at)
        unit = _top(at)
        give_role(
            person=person.public_id,
            role=ADMINISTRATOR,
            unit=unit.public_id,
            first_day=at.date(),
            viewer=VIEWER,
            at=at,
        )
        invited = invite(person=person.public_id, viewer=VIEWER, at=at)
        accept_invitation(token=invited.token, password=password, at=at)
    answer(arguments, f"{person.name} administers {unit.name} and logs in as {person.email}.", {})
    return 0


def _password() -> str:
    """Typed unseen; from another program, the first line it sends."""
    if sys.stdin.isatty():
        return getpass("Password (12 characters or more): ")
    return sys.stdin.readline().rstrip("\n")


def _person(arguments: Namespace, at: datetime) -> Person:
    known = Person.objects.filter(email__iexact=arguments.email).first()
    return known or create_person(name=arguments.name, email=arguments.email, viewer=VIEWER, at=at)


def _top(at: datetime) -> Unit:
    placed = UnitPlacement.objects.filter(parent=None, valid_to=None).select_related("unit").order_by("pk")
    if top := placed.first():
        return top.unit
    return create_unit(
        name=settings.STILLADS_MUNICIPALITY,
        kind=Unit.Kind.MUNICIPALITY,
        parent=None,
        first_day=at.date(),
        viewer=VIEWER,
        at=at,
    )


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--name", required=True, help="the person's name")
    parser.add_argument("--email", required=True, help="the address they log in with")


register(Command("administrator", "make the first person who can log in", run, _add_arguments))
