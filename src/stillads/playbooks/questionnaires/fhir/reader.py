"""A FHIR R4 Questionnaire in: JSON, its rules, its items as a tree."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from ..assemble import assemble
from ..refusals import Unreadable
from ..report import FormReport
from ..result import Questionnaire
from ..tree import Block
from .extensions import type_item
from .items import Tree
from .rules import Fault, faults

_MOST: Final = 2000
_FATAL: Final = frozenset({"resourceType", "linkId", "que-2", "item", "depth", "type", "answerOption"})


def read_fhir(data: bytes) -> Questionnaire:
    """The questionnaire in a FHIR resource. Raises Unreadable with a reason."""
    resource = _resource(data)
    report = FormReport(
        "fhir", _said(resource, "title") or _said(resource, "name"), _said(resource, "language")
    )
    broken = faults(resource)
    for fault in broken:
        if fault.rule in _FATAL:
            raise Unreadable(_told(fault))
        report.warn(_told(fault))
    tree = Tree(report, _contained(resource))
    root = Block(place="")
    tree.walk(resource.get("item") or [], root)
    if report.read > _MOST:
        raise Unreadable(_("The form has more than %d items. Divide it.") % _MOST)
    return assemble(root, tree.names, report)


def _resource(data: bytes) -> type_item:
    try:
        resource = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("The file is not JSON that can be read.")) from error
    if not isinstance(resource, dict) or resource.get("resourceType") != "Questionnaire":
        raise Unreadable(_("The JSON file is not a FHIR Questionnaire."))
    return resource


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _told(fault: Fault) -> str:
    said = {"rule": fault.rule, "where": fault.where[:80]}
    return _("“%(where)s” breaks the rule “%(rule)s” of FHIR R4.") % said


def _said(resource: type_item, name: str) -> str:
    value = resource.get(name)
    return value.strip()[:200] if isinstance(value, str) else ""


def _contained(resource: type_item) -> Mapping[str, Any]:
    found = resource.get("contained")
    return {
        each["id"]: each
        for each in (found if isinstance(found, list) else ())
        if isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and each.get("resourceType") == "ValueSet"
    }
