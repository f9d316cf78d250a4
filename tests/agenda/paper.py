"""The seat book as somebody would keep it on paper: slow, plain, and written apart from the rules,
so that the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST = 6
HOLDS = ("confirmed", "offered")


class Refused(Exception):
    """That can't be done."""


@dataclass
class Person:
    """Where one registration stands."""

    name: str
    way: str
    seats: int
    status: str = "new"
    until: datetime | None = None


@dataclass
class Paper:
    """Seats for each way of taking part, the people in the order in which they came, and the names
    of those who wait, the first in front. `now` is set before each step."""

    seats: dict[str, int]
    begins: datetime
    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    queue: list[str] = field(default_factory=list)

    def state(self) -> tuple:
        """What is compared: the seats, everybody's stand in the order in which they came, and the
        waiting list."""
        stands = [(one.name, one.status, one.way, one.seats) for one in self.people.values()]
        return self.seats, stands, self.queue

    def register(self, name: str, way: str, seats: int) -> None:
        self._coming()
        if way not in self.seats or not 1 <= seats <= MOST:
            raise Refused
        if name in self.people and self.people[name].status in (*HOLDS, "waiting"):
            raise Refused
        self.people.pop(name, None)
        one = self.people[name] = Person(name, way, seats)
        if seats <= self.free(way) and not self.waiting(way):
            one.status = "confirmed"
        else:
            self._queue(one)

    def change(self, name: str, seats: int) -> None:
        one = self._live(name)
        if not 1 <= seats <= MOST:
            raise Refused
        if seats > one.seats and one.status == "waiting":
            self.queue.remove(name)
            self.queue.append(name)
        elif seats > one.seats and (
            self.waiting(one.way) or seats - one.seats > self.free(one.way)
        ):
            raise Refused
        one.seats = seats
        self._offer()

    def cancel(self, name: str) -> None:
        self._coming()
        if self.people[name].status != "cancelled":
            self._end(self._live(name), "cancelled")
            self._offer()

    def hand_over(self, name: str) -> None:
        self._live(name)

    def accept(self, name: str) -> None:
        self._coming()
        one = self.people[name]
        if one.status != "confirmed":
            self._in_time(one)
            one.status = "confirmed"

    def decline(self, name: str) -> None:
        self._coming()
        one = self.people[name]
        if one.status != "cancelled":
            self._in_time(one)
            self._end(one, "cancelled")
            self._offer()

    def lapse(self) -> None:
        late = [
            one for one in self.people.values() if one.status == "offered" and one.until <= self.now
        ]
        if late and self.now < self.begins:
            for one in late:
                self._end(one, "lapsed")
            self._offer()

    def capacity(self, way: str, seats: int, put_back: bool) -> None:
        self._coming()
        if way not in self.seats:
            raise Refused
        held = [one for one in self.people.values() if one.way == way and one.status in HOLDS]
        # Who goes first is last: those with an offer after all others, each in order of coming.
        held.sort(key=lambda one: one.status == "offered")
        while sum(one.seats for one in held) > seats:
            if not put_back:
                raise Refused
            last = held.pop()
            last.status = "waiting"
            self.queue.insert(0, last.name)
        self.seats[way] = seats
        self._offer()

    def switch(self) -> None:
        self._coming()
        if "on_site" not in self.seats:
            raise Refused
        self.seats = {"online": sum(self.seats.values())}
        for one in self.people.values():
            if one.status in (*HOLDS, "waiting"):
                one.way = "online"
        self._offer()

    def free(self, way: str) -> int:
        held = [one for one in self.people.values() if one.way == way and one.status in HOLDS]
        return self.seats[way] - sum(one.seats for one in held)

    def waiting(self, way: str) -> list[Person]:
        return [self.people[name] for name in self.queue if self.people[name].way == way]

    def _coming(self) -> None:
        if self.now >= self.begins:
            raise Refused

    def _live(self, name: str) -> Person:
        self._coming()
        if self.people[name].status not in (*HOLDS, "waiting"):
            raise Refused
        return self.people[name]

    def _in_time(self, one: Person) -> None:
        if one.status != "offered" or one.until <= self.now:
            raise Refused

    def _queue(self, one: Person) -> None:
        one.status = "waiting"
        self.queue.append(one.name)

    def _end(self, one: Person, status: str) -> None:
        one.status = status
        if one.name in self.queue:
            self.queue.remove(one.name)

    def _offer(self) -> None:
        left = self.begins - self.now
        for way in self.seats:
            while (queue := self.waiting(way)) and queue[0].seats <= self.free(way):
                self.queue.remove(queue[0].name)
                queue[0].status = "confirmed" if left < timedelta(hours=4) else "offered"
                until = self.now + min(timedelta(hours=48), left / 2)
                queue[0].until = until.replace(second=0, microsecond=0)
