"""Queries that every request or every registration asks: Django compiles each once, and from then on it is only sent.

Compiling the query for a deployment with its trial takes ten times as long as asking it. The queryset stays the only
place where it is written; what differs from time to time stands in it as a `Parameter`:

    _BY_NAME = Prepared(lambda: Unit.objects.filter(public_id=Parameter("name", CharField())))
    _BY_NAME.first(name="h7k2…")
"""

import threading
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.query import ModelIterable, get_related_populators

R = TypeVar("R")


class Parameter(Expression):
    """Stands in a queryset for a value of that name, which is only known when it is asked."""

    def __init__(self, name: str, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]

    def bound(self, values: dict[str, Any], connection: Any) -> Any:
        """Its value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class Prepared(Generic[R]):
    """A queryset of rows, or of `values_list`, that is compiled when it is first asked.

    build  makes the queryset; its parameters are the names that `all` and `first` take
    """

    def __init__(self, build: Callable[[], QuerySet[Any, R]]) -> None:
        self._build = build
        self._mine = threading.local()  # a thread keeps its connection, and what is compiled belongs to one

    def all(self, **values: Any) -> list[R]:
        """Every row. One query."""
        if not hasattr(self._mine, "compiled"):
            self._mine.compiled = _Compiled(self._build())
        return list(self._mine.compiled.rows(values))

    def first(self, **values: Any) -> R | None:
        """The first row, or None. For queries that find one at most."""
        return next(iter(self.all(**values)), None)


class _Compiled:
    """What Django makes of a queryset each time: its SQL, and how a row of the answer becomes objects."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        self._connection = connections[DEFAULT_DB_ALIAS]
        self._compiler: Any = queryset.query.get_compiler(connection=self._connection)
        self._sql, self._values = self._compiler.as_sql()
        self._columns = [column for column, _sql, _alias in self._compiler.select]
        self._converters = self._compiler.get_converters(self._columns)
        objects = issubclass(queryset._iterable_class, ModelIterable)
        self._objects = _Objects(self._compiler) if objects else None

    def rows(self, values: dict[str, Any]) -> Iterator[Any]:
        bound = [
            value.bound(values, self._connection) if isinstance(value, Parameter) else value
            for value in self._values
        ]
        with self._connection.cursor() as cursor:
            cursor.execute(self._sql, bound)
            found = cursor.fetchall()
        rows = self._compiler.apply_converters(found, self._converters)
        return map(self._objects.made, rows) if self._objects else map(tuple, rows)


class _Objects:
    """Makes the objects of a row, those of `select_related` with it, as Django's `ModelIterable` does."""

    def __init__(self, compiler: Any) -> None:
        info, self._db = compiler.klass_info, compiler.connection.alias
        places = info["select_fields"]
        self._model: type[Model] = info["model"]
        self._part = slice(places[0], places[-1] + 1)
        self._names = [column.target.attname for column, _sql, _alias in compiler.select[self._part]]
        self._related: Any = get_related_populators(info, compiler.select, self._db)  # type: ignore[call-arg]  # of 6.1

    def made(self, row: list[Any]) -> Model:
        made = self._model.from_db(self._db, self._names, row[self._part])
        for related in self._related:
            related.populate(row, made)
        return made
