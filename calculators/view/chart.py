"""Draws a chart as a small SVG: no script, no style attribute, colours by class.

The picture repeats what the table beside it says, so it is hidden from screen readers except for
its one-sentence summary.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from markupsafe import Markup, escape

from calculators.result import Chart, Unit
from calculators.wording import show

# Narrow enough that the labels can be read on a phone, where the picture is 300 px wide.
WIDTH, HEIGHT = 480, 270
LEFT, RIGHT, TOP, BOTTOM = 62, 12, 14, 34
_INNER_W, _INNER_H = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
_LABELS = 5


def points(chart: Chart) -> str:
    """The picture's points for its read-out, one line each: place along the axis, label, values.

    Values are as the reader sees them; ``|`` parts them, as no label holds one.
    """
    place = _x if chart.kind == "line" else _middle
    lines = []
    for i, label in enumerate(chart.x):
        said = (
            f"{s.label} {show(s.values[i], chart.unit)}" if len(chart.series) > 1
            else show(s.values[i], chart.unit)
            for s in chart.series
        )  # fmt: skip
        words = [label.replace("|", "／"), *(word.replace("|", "／") for word in said)]
        lines.append("|".join([str(place(i, len(chart.x))), *words]))
    return "\n".join(lines)


def svg(chart: Chart) -> Markup:
    """The chart as inline SVG with a text alternative."""
    top = _nice_top(_highest(chart))
    bottom = -_nice_top(-_lowest(chart)) if _lowest(chart) < 0 else Decimal(0)
    scale = _Scale(bottom, top)
    draw = {"line": _lines, "bar": _bars, "stacked": _stacks}[chart.kind]
    parts = [_grid(scale, chart.unit), _x_labels(chart), draw(chart, scale)]
    return Markup(
        f'<svg class="hq-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(chart.summary)}">{"".join(parts)}</svg>'
    )


class _Scale:
    """Maps yuan to picture height; everything stays Decimal until it is a coordinate."""

    def __init__(self, bottom: Decimal, top: Decimal) -> None:
        self.bottom, self.top = bottom, top

    def y(self, value: Decimal) -> Decimal:
        share = (value - self.bottom) / (self.top - self.bottom)
        return round(TOP + _INNER_H * (1 - share), 1)


def _totals(chart: Chart) -> list[Decimal]:
    """The values that must fit: each one, or each stack's height."""
    columns = list(zip(*(s.values for s in chart.series), strict=True))
    if chart.kind == "stacked":
        return [sum((v or Decimal(0) for v in column), Decimal(0)) for column in columns]
    return [v for column in columns for v in column if v is not None]


def _highest(chart: Chart) -> Decimal:
    return max(_totals(chart), default=Decimal(1))


def _lowest(chart: Chart) -> Decimal:
    return min(_totals(chart), default=Decimal(0))


def _nice_top(value: Decimal) -> Decimal:
    """The next round number at or above ``value``, so that grid lines carry short labels."""
    if value <= 0:
        return Decimal(1)
    magnitude = Decimal(10) ** value.adjusted()
    steps = (Decimal(s) for s in ("1", "1.5", "2", "3", "4", "5", "6", "8", "10"))
    return next(magnitude * s for s in steps if magnitude * s >= value)


def _grid(scale: _Scale, unit: Unit) -> str:
    lines = []
    for quarter in range(5):
        value = scale.bottom + (scale.top - scale.bottom) * quarter / 4
        y = scale.y(value)
        lines.append(f'<line class="hq-grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        label = _short(value, unit)
        lines.append(f'<text class="hq-tick" x="{LEFT - 8}" y="{y + 4}">{label}</text>')
    return "".join(lines)


def _short(value: Decimal, unit: Unit) -> str:
    if unit is Unit.RATE:
        return show(value, unit)
    if abs(value) >= 10000:
        return f"{value / 10000:.2f}".rstrip("0").rstrip(".") + "万"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _x(index: int, points: int) -> Decimal:
    if points == 1:
        return Decimal(LEFT + _INNER_W / 2)
    return round(LEFT + Decimal(_INNER_W) * index / (points - 1), 1)


def _x_labels(chart: Chart) -> str:
    points = len(chart.x)
    every = max(1, -(-points // _LABELS))
    place = _x if chart.kind == "line" else _middle
    return "".join(
        f'<text class="hq-tick hq-tick-x" x="{place(i, points)}" y="{HEIGHT - 10}">'
        f"{escape(label)}</text>"
        for i, label in enumerate(chart.x)
        if i % every == 0
    )


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
    return "".join(drawn)


def _bars(chart: Chart, scale: _Scale) -> str:
    count = len(chart.series)
    slot = Decimal(_INNER_W) / len(chart.x)
    width = round(slot * Decimal("0.7") / count, 1)
    drawn = []
    for number, series in enumerate(chart.series):
        for i, value in enumerate(series.values):
            if value is not None:
                x = round(LEFT + slot * i + slot * Decimal("0.15") + width * number, 1)
                drawn.append(_rect(x, width, scale, (Decimal(0), value), number))
    return "".join(drawn)


def _stacks(chart: Chart, scale: _Scale) -> str:
    slot = Decimal(_INNER_W) / len(chart.x)
    width = round(slot * Decimal("0.7"), 1)
    drawn = []
    for i in range(len(chart.x)):
        heights = [series.values[i] or Decimal(0) for series in chart.series]
        x = round(LEFT + slot * i + slot * Decimal("0.15"), 1)
        for number, edges in enumerate(_edges(heights)):
            drawn.append(_rect(x, width, scale, edges, number))
    return "".join(drawn)


def _edges(heights: list[Decimal]) -> list[tuple[Decimal, Decimal]]:
    tops = list(accumulate(heights))
    return list(zip([Decimal(0), *tops], tops, strict=False))


def _rect(
    x: Decimal, width: Decimal, scale: _Scale, edges: tuple[Decimal, Decimal], number: int
) -> str:
    y1, y2 = sorted(scale.y(edge) for edge in edges)
    return (
        f'<rect class="hq-bar hq-series-{number}" x="{x}" y="{y1}" '
        f'width="{width}" height="{y2 - y1}"/>'
    )
