"""The sandbox in which a user's template is filled: reads the template first, and runs no code from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from roadmap_desktop.documents.untrusted import LARGEST, short
from roadmap_desktop.domain.errors import TemplateBroken

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

Reason: TypeAlias = Literal["unknown", "grammar", "forbidden", "large"]


def sandbox(
    template: Path, values: Mapping[str, Any], put_out: Callable[[object], object] | None = None
) -> SandboxedEnvironment:
    """An environment that knows no filter, no function and no file, and reads a template before it fills it.

    `put_out` is given each value on its way into the document.
    """
    from jinja2 import Undefined  # noqa: PLC0415 - loaded by now
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above

    class Sandbox(ImmutableSandboxedEnvironment):
        """Looks names up in our own dictionaries only."""

        def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
            _Reader(str(source), template, values).read(self.parse(source))
            return super().from_string(source, *args, **kwargs)

        def getattr(self, obj: Any, attribute: str) -> Any:
            return obj[attribute] if isinstance(obj, dict) and attribute in obj else Undefined(name=attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self.getattr(obj, str(argument))

        def call(self, *args: Any, **kwargs: Any) -> Any:
            raise TemplateBroken(path=template, reason="forbidden", place="")

    environment = Sandbox(loader=None, auto_reload=False, cache_size=0, finalize=put_out)
    for known in (environment.globals, environment.filters, environment.tests):
        known.clear()
    return environment


class _Reader:
    """Walks a parsed template before it is filled: only what is named here may stand in it."""

    def __init__(self, source: str, template: Path, values: Mapping[str, Any]) -> None:
        self._lines = source.splitlines()
        self._template = template
        self._room = LARGEST
        self._values = values

    def read(self, root: nodes.Template) -> None:
        """Raise TemplateBroken for the first thing that may not be."""
        self._walk(root.body, {**self._values}, 1)

    def _walk(self, found: Sequence[nodes.Node], names: Mapping[str, Any], times: int) -> None:
        from jinja2 import nodes  # noqa: PLC0415 - loaded by now

        for node in found:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        text = part.data if isinstance(part, nodes.TemplateData) else self._value(part, names)
                        self._spend(node, times * len(str(text)))
                case nodes.If():
                    self._value(node.test, names)
                    self._walk([*node.body, *node.elif_, *node.else_], names, times)
                case nodes.For(target=nodes.Name(name=name), recursive=False, test=None):
                    rows_ = self._value(node.iter, names)
                    if not isinstance(rows_, list):
                        self._refuse(node, "unknown")
                    one: dict[str, Any] = {}
                    for row in rows_:
                        for key, text in row.items():
                            one[key] = max(one.get(key, ""), text, key=len)
                    known = one or _AnyKey()
                    self._spend(node, times * len(rows_))
                    self._walk(node.body, {**names, name: known}, times * max(len(rows_), 1))
                    self._walk(node.else_, names, times)
                case _:
                    self._refuse(node, "forbidden")

    def _value(self, node: nodes.Node, names: Mapping[str, Any]) -> Any:
        """What an expression says at most. Raises TemplateBroken."""
        from jinja2 import nodes  # noqa: PLC0415 - loaded by now

        match node:
            case nodes.Const(value=str() | int() | bool()):
                return str(node.value)
            case nodes.Name(name=name) if name in names:
                return names[name]
            case nodes.Getattr(node=inner, attr=key):
                held = self._value(inner, names)
                if isinstance(held, dict) and key in held:
                    return held[key]
                self._refuse(node, "unknown")
            case nodes.Name():
                self._refuse(node, "unknown")
            case nodes.Or() | nodes.And():
                return max((self._value(node.left, names), self._value(node.right, names)), key=len)
            case nodes.Not():
                return self._value(node.node, names)
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=other)]):
                return max((self._value(node.expr, names), self._value(other, names)), key=len)
        self._refuse(node, "forbidden")
        return ""

    def _spend(self, node: nodes.Node, letters: int) -> None:
        self._room -= letters
        if self._room < 0:
            self._refuse(node, "large")

    def _refuse(self, node: nodes.Node, reason: Reason) -> None:
        at = node.lineno or 0
        line = self._lines[at - 1] if 0 < at <= len(self._lines) else ""
        place = short(re.sub(r"<[^>]*>?", "", line))
        raise TemplateBroken(path=self._template, reason=reason, place=place)


class _AnyKey(dict[str, str]):
    """A row of a table that has none: whatever it is asked for is empty."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> str:
        return ""
