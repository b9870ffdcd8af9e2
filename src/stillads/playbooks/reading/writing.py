"""A playbook as YAML: the keys in the model's order, long texts as blocks; read again it is the same playbook."""

from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import SafeRepresenter

from ..format.canonical import parts_of
from ..format.playbook import Playbook


def to_yaml(playbook: Playbook) -> str:
    """The text of a playbook file."""
    return yaml_of(parts_of(playbook, exact=True))


def yaml_of(data: Any) -> str:
    """Plain data (Decimals too) as YAML 1.2."""
    writer = YAML(typ="safe", pure=True)
    writer.Representer = _Representer
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 100_000  # ruamel leaves a space at the end of a line that it wraps
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # typed by its default
    writer.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    writer.dump(data, out)
    return out.getvalue()


class _Representer(SafeRepresenter):
    def represent_text(self, text: str) -> ScalarNode:
        style = "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_decimal(self, number: Decimal) -> ScalarNode:
        text = f"{number.normalize():f}"
        return self.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


_Representer.add_representer(str, _Representer.represent_text)
_Representer.add_representer(Decimal, _Representer.represent_decimal)
