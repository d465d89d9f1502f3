"""What every table has in common: names, types, key, revision and tombstone."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Enum, ForeignKey, Index, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import CheckConstraint, Dialect, Table


def _checked_column(check: CheckConstraint, _table: Table) -> str:
    return str(next(iter(check.columns)).name)


NAMING_CONVENTION: dict[Any, Any] = {
    "column_constraint_name": _checked_column,
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(column_constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""A token with "constraint_name" in it is applied to checks that Enum has named itself."""


class UtcMoment(TypeDecorator[datetime]):
    """A moment as ISO text in UTC. One without a time zone is refused."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Texts(TypeDecorator[tuple[str, ...]]):
    """Texts in order, as JSON. Tuples, so that no change in place can slip past the audit."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str:
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value or "[]"))


class Records(TypeDecorator[tuple[Any, ...]]):
    """Frozen records of one flat dataclass of texts, in order, as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, record: type[Any]) -> None:
        super().__init__()
        self.record = record

    def process_bind_param(self, value: tuple[Any, ...] | None, _dialect: Dialect) -> str:
        return json.dumps([astuple(item) for item in value or ()], ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[Any, ...]:
        return tuple(self.record(*parts) for parts in json.loads(value or "[]"))


def moment_text(moment: datetime) -> str:
    """Return `moment` as the register keeps it; raise ValueError if it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _values(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Identity equality, and no field values in `repr`: rows hold children's data."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {
        StrEnum: Enum(
            StrEnum, values_callable=_values, native_enum=False, create_constraint=True, length=30
        ),
        bool: Boolean(create_constraint=True),
        datetime: UtcMoment(),
        tuple[str, ...]: Texts(),
    }

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>"


class Record(Base, kw_only=True, eq=False, repr=False):
    """A row that may be handed over one day: its key is its own everywhere.

    `revision` guards against a lost update. `deleted_at` is a tombstone: what is removed
    stays, so that another register can be told.
    """

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid4, sort_order=-3)
    revision: Mapped[int] = mapped_column(init=False, sort_order=-2)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.revision}


def refers_to(table: str) -> ForeignKey:
    """Return a reference that keeps its target from being erased.

    It is checked at COMMIT, so rows of one save may be added in any order.
    """
    return ForeignKey(f"{table}.id", ondelete="RESTRICT", deferrable=True, initially="DEFERRED")


def live_unique(table: str, *columns: str) -> Index:
    """Return an index that allows one row for `columns` among those not removed."""
    return Index(
        f"uq_{table}_{'_'.join(columns)}",
        *columns,
        unique=True,
        sqlite_where=text("deleted_at IS NULL"),
    )
