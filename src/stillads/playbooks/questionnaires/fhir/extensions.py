"""The extensions that are used, HL7's and our own, and how they are put on and read."""

from decimal import Decimal
from typing import Any, Final

_HL7: Final = "http://hl7.org/fhir/StructureDefinition"
ORDINAL: Final = f"{_HL7}/ordinalValue"
UNIT: Final = f"{_HL7}/questionnaire-unit"
UNIT_OPTION: Final = f"{_HL7}/questionnaire-unitOption"
MIN_VALUE: Final = f"{_HL7}/minValue"
MAX_VALUE: Final = f"{_HL7}/maxValue"
DECIMALS: Final = f"{_HL7}/maxDecimalPlaces"
MIN_OCCURS: Final = f"{_HL7}/questionnaire-minOccurs"
MAX_OCCURS: Final = f"{_HL7}/questionnaire-maxOccurs"
CONTROL: Final = f"{_HL7}/questionnaire-itemControl"
CONTROLS: Final = "http://hl7.org/fhir/questionnaire-item-control"
HIDDEN: Final = f"{_HL7}/questionnaire-hidden"

KIND: Final = "urn:stillads:fhir:kind"
"""The kind of question, where FHIR's type alone does not tell."""
REST: Final = "urn:stillads:fhir:rest"
"""The fields that FHIR has no words for, as JSON."""
CONDITION: Final = "urn:stillads:fhir:condition"
"""A condition that enableWhen cannot say, or says less exactly, as JSON."""
OPTION_HELP: Final = "urn:stillads:fhir:option-help"

type_item = dict[str, Any]


def extend(element: type_item, url: str, **value: Any) -> None:
    """Adds the extension `url` with `valueX=…`."""
    element.setdefault("extension", []).append({"url": url, **value})


def extension(element: Any, url: str) -> Any:
    """The value of the extension `url`, whatever its type; None where it is not there."""
    found = element.get("extension") if isinstance(element, dict) else None
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and each.get("url") == url:
            return next((each[name] for name in each if name.startswith("value")), None)
    return None


def text_extension(element: Any, url: str) -> str:
    """The same where it is a text, else nothing."""
    value = extension(element, url)
    return value if isinstance(value, str) else ""


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes numbers."""
    return int(value) if value == value.to_integral_value() else float(value)


def decimal_of(value: Any) -> Decimal | None:
    """A JSON number as a decimal; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    made = Decimal(str(value))
    return made if made.is_finite() and abs(made) < Decimal(10) ** 12 else None
