"""Rules → tables: which cells the lines of a page enclose.

[x] merged cells, both ways  [x] sides left open  [x] double and dashed lines  [x] lines drawn cell by cell
[ ] a table within a cell (its text is read as lines of that cell)  [ ] tables told by shading alone
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafting.importers.pdf.page import Rule

_SAME = 3.0  # points between lines that are one (double lines, borders drawn twice)
_SHORTEST = 6.0  # points
_MANY_RULES = 3000  # a drawing, not a table


_Stroke = tuple[float, float, float]  # where it stands, from, to


class Cell(NamedTuple):
    """A cell: its edges in points, and the row and column of the grid where it starts."""

    x0: float
    y0: float
    x1: float
    y1: float
    row: int
    column: int


class Table(NamedTuple):
    """A grid of at least two columns. `owner[row][column]` is the index in `cells` of what stands there."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    owner: tuple[tuple[int, ...], ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell that holds a point, None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.owner[row][column]
        return None


def tables_of(rules: Iterable[Rule]) -> list[Table]:
    """The tables of a page from top to bottom; none stands inside another."""
    rules = list(rules)
    if len(rules) > _MANY_RULES:
        return []
    across = _merged([(rule.y0, rule.x0, rule.x1) for rule in rules if rule.y0 == rule.y1])
    down = _merged([(rule.x0, rule.y0, rule.y1) for rule in rules if rule.x0 == rule.x1])
    found = [table for group in _connected(across, down) if (table := _table(*group))]
    found.sort(key=lambda table: (table.xs[0] - table.xs[-1]) * (table.ys[-1] - table.ys[0]))
    outer: list[Table] = []
    for table in found:
        middle = ((table.xs[0] + table.xs[-1]) / 2, (table.ys[0] + table.ys[-1]) / 2)
        if not any(other.cell_at(*middle) is not None for other in outer):
            outer.append(table)
    return sorted(outer, key=lambda table: table.ys[0])


def _merged(lines: list[_Stroke]) -> list[_Stroke]:
    """Lines at one place that touch are one line; short ones are no rules."""
    result: list[_Stroke] = []
    for group in _clustered(sorted(lines)):
        at = sum(line[0] for line in group) / len(group)
        start, end = float("inf"), float("-inf")
        for _, a, b in sorted(group, key=lambda line: line[1]):
            if a > end + _SAME:
                if end - start >= _SHORTEST:
                    result.append((at, start, end))
                start, end = a, b
            end = max(end, b)
        if end - start >= _SHORTEST:
            result.append((at, start, end))
    return result


def _clustered(lines: Sequence[_Stroke]) -> list[list[_Stroke]]:
    groups: list[list[_Stroke]] = []
    for line in lines:
        if groups and line[0] - groups[-1][0][0] <= _SAME:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _connected(across: list[_Stroke], down: list[_Stroke]) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Groups of lines that cross or meet one another."""
    roots = list(range(len(across) + len(down)))
    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down, len(across)):
            if x0 - _SAME <= x <= x1 + _SAME and y0 - _SAME <= y <= y1 + _SAME:
                roots[_root(roots, i)] = _root(roots, j)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for i in range(len(roots)):
        pair = groups.setdefault(_root(roots, i), ([], []))
        if i < len(across):
            pair[0].append(across[i])
        else:
            pair[1].append(down[i - len(across)])
    return [pair for pair in groups.values() if len(pair[0]) > 1 and pair[1]]


def _root(roots: list[int], i: int) -> int:
    """The one that stands for all that `i` is united with."""
    while roots[i] != i:
        roots[i] = roots[roots[i]]
        i = roots[i]
    return i


def _table(across: list[_Stroke], down: list[_Stroke]) -> Table | None:
    left, right = min(line[1] for line in across), max(line[2] for line in across)
    top, bottom = min(line[1] for line in down), max(line[2] for line in down)
    xs = _places([line[0] for line in down], left, right)
    ys = _places([line[0] for line in across], top, bottom)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2:
        return None
    roots = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            middle = ((xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2)
            here = row * columns + column
            if column and not _drawn(down, xs[column], middle[1]):
                roots[_root(roots, here)] = _root(roots, here - 1)
            if row and not _drawn(across, ys[row], middle[0]):
                roots[_root(roots, here)] = _root(roots, here - columns)
    number = [[_root(roots, row * columns + column) for column in range(columns)] for row in range(rows)]
    return None if all(len(set(line)) == 1 for line in number) else _with_cells(xs, ys, number)


def _places(places: list[float], low: float, high: float) -> tuple[float, ...]:
    """The different places of lines, and the ends of the lines across them where a side is open."""
    result: list[float] = []
    for place in sorted([*places, low, high]):
        if not result or place - result[-1] > _SAME:
            result.append(place)
    return tuple(result)


def _drawn(lines: Sequence[_Stroke], at: float, through: float) -> bool:
    return any(abs(line[0] - at) <= _SAME and line[1] <= through <= line[2] for line in lines)


def _with_cells(xs: tuple[float, ...], ys: tuple[float, ...], number: list[list[int]]) -> Table:
    places: dict[int, list[tuple[int, int]]] = {}
    for row, line in enumerate(number):
        for column, value in enumerate(line):
            places.setdefault(value, []).append((row, column))
    index = {value: i for i, value in enumerate(places)}
    cells = []
    for found in places.values():
        rows, columns = [row for row, _ in found], [column for _, column in found]
        cells.append(Cell(xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1], min(rows), min(columns)))
    return Table(xs, ys, tuple(cells), tuple(tuple(index[value] for value in line) for line in number))
