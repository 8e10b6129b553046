"""What clients were told that it is saved, and what they never heard of again: what has to be there after a crash."""

import copy
import dataclasses


@dataclasses.dataclass
class Record:
    """One record as its only writer knows it."""

    object: str
    word: str  # stands in its name alone, so that it can be searched for
    fields: dict
    id: str = ""
    deleted: bool = False
    size: int = 0  # of a file's content
    operations: list = dataclasses.field(default_factory=list)  # oldest first

    def content(self):
        """The bytes of a file."""
        return (self.word.encode() * (self.size // len(self.word) + 1))[: self.size]

    def after(self, operation, fields):
        """The record as it is once the operation is done."""
        record = copy.deepcopy(self)
        record.fields.update(fields)
        record.operations.append(operation)
        if operation in ("delete", "restore"):
            record.deleted = operation == "delete"
        return record


@dataclasses.dataclass
class Change:
    """One operation on one record: how it was before, None for a new one, and how it is when it was done."""

    before: Record | None
    after: Record


class Ledger:
    """Of one client. A pending list of changes was sent in one request, and no answer came: all of it is done, or nothing."""

    def __init__(self):
        self.records = {}  # by id, as acknowledged
        self.touched = set()  # ids, since somebody looked last
        self.pending = []
        self.refused = []  # records that the server said it did not make
        self.acknowledged = 0

    def refuse(self, changes):
        """The server said that it did nothing of this."""
        self.refused += [change.after for change in changes if change.before is None]
        self.touched |= {change.before.id for change in changes if change.before}

    def settle(self, changes):
        for change in changes:
            self.records[change.after.id] = change.after
            self.touched.add(change.after.id)
