"""Rules as they stand on one day."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.rules.errors import NotInForce, UnknownRule
from calculators.rules.units import Value

type State = Literal["in-force", "announced", "ended"]
type Kind = Literal["law", "practice", "reasoned", "number"]
"""What a source is: a text of the state, what an industry or a contract agrees on, our own reasoning
from other rules, or a telephone number."""
type Sure = Literal["law", "practice", "reported"]

SURE: Mapping[Sure, str] = {"law": "法律写的", "practice": "行业约定", "reported": "听说的"}
"""The three marks of how sure a sentence is, as a reader sees them."""


@dataclass(frozen=True)
class Reference:
    """Where a rule is written down. `opened` is the day a person last opened `href`.

    `short` is what people call a document whose title is long; `kind` what sort of source it is.
    """

    title: str
    short: str | None
    article: str | None
    issuer: str | None
    number: str | None
    href: str | None
    opened: date | None
    kind: Kind = "law"


@dataclass(frozen=True)
class Parameter:
    """One value of a rule through time: each holds from its date until the next; None ends it."""

    label: str
    unit: str
    values: tuple[tuple[date, Value | None], ...]

    def on(self, day: date) -> tuple[date, Value] | None:
        """The value that holds on `day` and the date it holds from; None if there is none."""
        place = bisect_right(self.values, day, key=lambda dated: dated[0])
        since, value = self.values[place - 1] if place else (day, None)
        return None if value is None else (since, value)


@dataclass(frozen=True)
class Product:
    """What people borrowed, as they call it, and the calculators that offer its terms."""

    called: str
    tools: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """A rule of law or a reported practice, seen on `day`.

    `limits` are sentences for the reader: what the rule does not say, its exceptions, the next
    paragraph. A page that leans on the rule must not say more than the rule and these allow.
    `product` is there where the rule states the terms of something that people borrow.
    """

    id: str
    name: str
    plain: str
    title: str
    category: str
    status: str
    confidence: str
    reference: Reference
    parameters: Mapping[str, Parameter]
    effective_from: date | None
    effective_to: date | None
    effective_read: bool
    checked_on: date
    check_by: date
    known_until: date | None = None
    text: str | None = None
    note: str | None = None
    limits: tuple[str, ...] = ()
    product: Product | None = None
    day: date = date.min

    @property
    def article(self) -> str | None:
        """The article of the source, or None where it has none."""
        return self.reference.article

    @property
    def sure(self) -> tuple[Sure, ...]:
        """The marks of what rests on the rule, from its status and the kind of its source.

        Practice that nobody here has read bears two. Reasoning of ours and a telephone number bear
        none: the reader is led to the rule itself.
        """
        kind = self.reference.kind
        if kind == "practice":
            return ("practice",) if self.status == "verified" else ("practice", "reported")
        if kind != "law":
            return ()
        return ("law",) if self.status == "verified" else ("reported",)

    @property
    def mark(self) -> str:
        """The words of `sure`: `法律写的`; empty where there are none."""
        return "·".join(SURE[each] for each in self.sure)

    @property
    def state(self) -> State:
        """Whether the rule is announced, in force or ended on `day` (both end dates included)."""
        if self.effective_from and self.day < self.effective_from:
            return "announced"
        if self.effective_to and self.day > self.effective_to:
            return "ended"
        return "in-force"

    def dated(self, name: str) -> tuple[date, Value]:
        """The value of parameter `name` on the rule's day, and the date it holds from.

        Raises KeyError: the rule has no such parameter.
        Raises NotInForce: it has no value on that day.
        """
        if name not in self.parameters:
            raise KeyError(f"rule {self.id!r} has no parameter {name!r}")
        found = self.parameters[name].on(self.day)
        if found is None or self.state != "in-force":
            raise NotInForce(f"rule {self.id!r} has no {name!r} on {self.day}")
        return found

    def value(self, name: str) -> Value:
        """The value of parameter `name` on the rule's day; raises as `dated` does."""
        return self.dated(name)[1]

    def number(self, name: str) -> Decimal:
        """The value of a numeric parameter, exact: a fraction, yuan or a count; raises as `dated`.

        Raises TypeError: the parameter is not a number.
        """
        value = self.value(name)
        if not isinstance(value, Decimal):
            raise TypeError(f"{name!r} of rule {self.id!r} is no number")
        return value


@dataclass(frozen=True)
class RuleBook:
    """Every rule as it stands on one day: `book["spc-2017-22-2"].number("annual_rate_cap")`."""

    day: date
    _rules: Mapping[str, Rule] = field(repr=False)
    _seen: dict[str, Rule] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, rule_id: str) -> Rule:
        if rule_id not in self._rules:
            raise UnknownRule(rule_id)
        if rule_id not in self._seen:
            self._seen[rule_id] = replace(self._rules[rule_id], day=self.day)
        return self._seen[rule_id]

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._rules

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def all(self) -> tuple[Rule, ...]:
        """Every rule, in the order of the files."""
        return tuple(self[rule_id] for rule_id in self)

    def lpr(self, term: Literal["1y", "5y"] = "1y") -> tuple[Decimal, date]:
        """The loan prime rate (a fraction) last published on or before the day, and when.

        Raises NotInForce: the day is before the first publication, 2019-08-20.
        """
        published_on, value = self["lpr-history"].dated(f"lpr_{term}")
        assert isinstance(value, Decimal)
        return value, published_on
