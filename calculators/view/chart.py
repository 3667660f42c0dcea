"""Draws a chart as a small SVG: no script, no style attribute, colours by class.

The picture repeats what the table beside it says, so it is hidden from screen readers except for
its one-sentence summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from markupsafe import Markup, escape

from calculators.answer.result import Chart, Series, Unit
from calculators.answer.wording import show

# As wide as the picture is on a small phone, so that its letters are there as large as they are written.
WIDTH, HEIGHT = 320, 210
LEFT, RIGHT, TOP, BOTTOM = 50, 24, 18, 30
_INNER_W, _INNER_H = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
_LABELS = 4
_LETTER, _SIGN = 7, 12
"""How wide a letter and a Chinese sign of an axis are."""
_NAME_HEIGHT = 16
_WHOLE = {Unit.COUNT, Unit.DAYS, Unit.MONTHS}
_MOST_TICKS = 5
_MOST_VALUES = 5
"""Above so many bars the value of each can stand without touching the next."""


def points(chart: Chart) -> str:
    """The picture's points for its read-out, one line each: place along the axis, label, values.

    Values are as the reader sees them; ``|`` parts them, as no label holds one.
    """
    place = _x if chart.kind == "line" else _middle
    names = [f"{series.label} " if len(chart.series) > 1 else "" for series in chart.series]
    lines = []
    for i, label in enumerate(chart.x):
        values = [show(series.values[i], chart.unit) for series in chart.series]
        said = [f"{name}{value}" for name, value in zip(names, values, strict=True)]
        words = [word.replace("|", "／") for word in (label, *said)]
        lines.append("|".join([str(place(i, len(chart.x))), *words]))
    return "\n".join(lines)


def svg(chart: Chart) -> Markup:
    """The chart as inline SVG with a text alternative."""
    totals = _totals(chart)
    least, most = min(totals, default=Decimal(0)), max(totals, default=Decimal(1))
    scale = _Scale(least, most, whole=chart.unit in _WHOLE)
    draw = {"line": _lines, "bar": _bars, "stacked": _stacks}[chart.kind]
    parts = [_grid(scale, chart.unit), _x_labels(chart), draw(chart, scale)]
    return Markup(
        f'<svg class="hq-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(chart.summary)}">{"".join(parts)}</svg>'
    )


class _Scale:
    """Maps values to picture height; everything stays Decimal until it is a coordinate.

    It reaches from zero, or below, to the next round number at or above ``most``: its ticks are round.
    """

    def __init__(self, least: Decimal, most: Decimal, *, whole: bool = False) -> None:
        least, most = min(least, Decimal(0)), max(most, Decimal(0))
        self.step = _nice_step((most - least) / _MOST_TICKS)
        if whole:  # there is no half of a call
            self.step = max(self.step, Decimal(1))
        self.bottom = self.step * (least / self.step).to_integral_value(ROUND_FLOOR)
        self.top = self.step * (most / self.step).to_integral_value(ROUND_CEILING)
        if self.top == self.bottom:
            self.top += self.step
        self._high = _INNER_H / (self.top - self.bottom)

    def ticks(self) -> Iterator[Decimal]:
        for n in range(int((self.top - self.bottom) / self.step) + 1):
            yield self.bottom + self.step * n

    def y(self, value: Decimal) -> Decimal:
        return round(TOP + _INNER_H - (value - self.bottom) * self._high, 1)


def _totals(chart: Chart) -> list[Decimal]:
    """The values that must fit: each one, or each stack's height."""
    columns = list(zip(*(s.values for s in chart.series), strict=True))
    if chart.kind == "stacked":
        return [sum((v or Decimal(0) for v in column), Decimal(0)) for column in columns]
    return [v for column in columns for v in column if v is not None]


def _nice_step(least: Decimal) -> Decimal:
    """The next 1, 2 or 5 with zeros at or above ``least``."""
    if least <= 0:
        return Decimal(1)
    magnitude = Decimal(10) ** least.adjusted()
    return next(magnitude * s for s in (1, 2, 5, 10) if magnitude * s >= least)


def _grid(scale: _Scale, unit: Unit) -> str:
    lines = []
    for value in scale.ticks():
        y = scale.y(value)
        lines.append(f'<line class="hq-grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        label = _short(value, unit)
        lines.append(f'<text class="hq-tick" x="{LEFT - 6}" y="{y + 4}">{label}</text>')
    return "".join(lines)


def _short(value: Decimal, unit: Unit) -> str:
    """A round number as a label: ``2万``, ``7,500``."""
    if unit is Unit.RATE:
        return show(value, unit)
    if abs(value) >= 10000:
        return f"{(value / 10000).normalize():f}万"
    return f"{value.normalize():,f}"


def _x(index: int, points: int) -> Decimal:
    if points == 1:
        return Decimal(LEFT + _INNER_W / 2)
    return round(LEFT + Decimal(_INNER_W) * index / (points - 1), 1)


def _x_labels(chart: Chart) -> str:
    points = len(chart.x)
    every = max(1, -(-points // _LABELS))
    place = _x if chart.kind == "line" else _middle
    room = _INNER_W * every // points
    return "".join(
        _x_label(label, place(i, points), room) for i, label in enumerate(chart.x) if i % every == 0
    )


def _x_label(label: str, x: Decimal, room: int) -> str:
    """A name in one line, or in two where it would touch the next one."""
    if _width(label) <= room:
        return f'<text class="hq-tick hq-tick-x" x="{x}" y="{HEIGHT - 10}">{escape(label)}</text>'
    half = (len(label) + 1) // 2
    lines = zip((label[:half], label[half:]), (HEIGHT - 16, HEIGHT - 3), strict=True)
    return "".join(
        f'<text class="hq-tick hq-tick-x" x="{x}" y="{y}">{escape(line)}</text>'
        for line, y in lines
    )


def _width(label: str) -> int:
    return sum(_LETTER if letter.isascii() else _SIGN for letter in label)


def _middle(index: int, points: int) -> Decimal:
    return round(LEFT + Decimal(_INNER_W) * (2 * index + 1) / (2 * points), 1)


def _lines(chart: Chart, scale: _Scale) -> str:
    drawn = []
    for number, series in enumerate(chart.series):
        at = [
            f"{_x(i, len(chart.x))},{scale.y(v)}"
            for i, v in enumerate(series.values)
            if v is not None
        ]
        drawn.append(f'<polyline class="hq-line hq-series-{number}" points="{" ".join(at)}"/>')
    return "".join([*drawn, *_names(chart, scale)])


def _names(chart: Chart, scale: _Scale) -> Iterator[str]:
    """Where there are several lines, the name of each above its end, one clear of the other."""
    if len(chart.series) < 2:
        return
    ends = sorted(((*_end(each, scale), n) for n, each in enumerate(chart.series)), reverse=True)
    places: list[Decimal] = []
    for _, top, _ in ends:
        places.append(min(top - 6, places[-1] - _NAME_HEIGHT) if places else top - 6)
    down = max(_NAME_HEIGHT - places[-1], Decimal(0))
    for (*_, number), place in zip(ends, places, strict=True):
        label = escape(chart.series[number].label)
        yield (
            f'<text class="hq-tick hq-name hq-series-{number}" x="{WIDTH - RIGHT}"'
            f' y="{place + down}">{label}</text>'
        )


def _end(series: Series, scale: _Scale) -> tuple[Decimal, Decimal]:
    """Where a line ends, and how high it reaches above its name: as far left as that is wide."""
    count = len(series.values)
    left = WIDTH - RIGHT - _width(series.label)
    heights: list[Decimal] = []
    for at in reversed(range(count)):
        if heights and _x(at, count) < left:
            break
        if (value := series.values[at]) is not None:
            heights.append(scale.y(value))
    end, *_ = heights or [scale.y(Decimal(0))]
    return end, min(heights or [end])


def _bars(chart: Chart, scale: _Scale) -> str:
    width, starts = _slots(chart, side_by_side=len(chart.series))
    floor = scale.y(Decimal(0))
    drawn = []
    for number, series in enumerate(chart.series):
        boxes = [
            (start + width * number, floor, scale.y(value))
            for start, value in zip(starts, series.values, strict=True)
            if value is not None
        ]
        drawn.append(_filled(number, width, boxes))
        if len(starts) * len(chart.series) <= _MOST_VALUES:
            values = [value for value in series.values if value is not None]
            drawn += [
                _value(value, start + width / 2, top, chart.unit)
                for value, (start, _, top) in zip(values, boxes, strict=True)
            ]
    return "".join(drawn)


def _value(value: Decimal, x: Decimal, top: Decimal, unit: Unit) -> str:
    """The value above its bar, to the yuan; the table has it to the fen."""
    yuan = value.quantize(Decimal(1), ROUND_HALF_UP)
    said = f"{yuan:,}" if unit is Unit.YUAN else show(value, unit, bare=True)
    return f'<text class="hq-tick hq-tick-x" x="{round(x, 1)}" y="{top - 4}">{said}</text>'


def _stacks(chart: Chart, scale: _Scale) -> str:
    width, starts = _slots(chart)
    heights = [Decimal(0)] * len(starts)
    floors = [scale.y(height) for height in heights]
    drawn = []
    for number, series in enumerate(chart.series):
        heights = [h + (v or Decimal(0)) for h, v in zip(heights, series.values, strict=True)]
        tops = [scale.y(height) for height in heights]
        drawn.append(_filled(number, width, zip(starts, floors, tops, strict=True)))
        floors = tops
    return "".join(drawn)


def _slots(chart: Chart, side_by_side: int = 1) -> tuple[Decimal, list[Decimal]]:
    """How wide a bar is, and where the first of each place along the axis begins."""
    slot = Decimal(_INNER_W) / len(chart.x)
    first = LEFT + slot * Decimal("0.15")
    width = round(slot * Decimal("0.7") / side_by_side, 1)
    return width, [round(first + slot * i, 1) for i in range(len(chart.x))]


def _filled(number: int, width: Decimal, boxes: Iterable[tuple[Decimal, Decimal, Decimal]]) -> str:
    """Boxes (left, from, to) as one shape: dozens would cost a slow phone a pause at every key."""
    path = "".join(f"M{x} {y1}h{width}V{y2}h-{width}z" for x, y1, y2 in boxes)
    return f'<path class="hq-bar hq-series-{number}" d="{path}"/>'
