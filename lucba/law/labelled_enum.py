"""The base of the law room's enumerations: a stored key and the Vietnamese words people read."""

from enum import StrEnum
from typing import Self


class LabelledEnum(StrEnum):
    """A string enumeration with a Vietnamese `label` for each member; `Kind("key")` finds one by its key."""

    label: str

    def __new__(cls, key: str, label: str = "") -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        return member
