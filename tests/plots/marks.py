"""What stands in a drawing: its marks, lines and words, read from the SVG itself."""

import re
from dataclasses import dataclass

_MARK = re.compile(r'<use [^>]*href="#(m\w+)" x="([\d.]+)" y="([\d.]+)" style="fill: (#\w+); stroke: (#\w+)')
_SHAPE = re.compile(r'<path id="(m\w+)" d="([^"]+)"')
_INTERVAL = re.compile(r'<path d="M ([\d.]+) ([\d.]+) \s*L ([\d.]+) ([\d.]+) \s*" [^>]*style="([^"]*)"')
_FACE = re.compile(r'<path d="M ([^"]+?)z\s*"[^>]*style="fill: (#\w+);[^"]*? stroke: (#\w+)')
_WORDS = re.compile(r"<!-- (.*?) -->", re.DOTALL)
_NUMBER = re.compile(r"-?[\d.]+")
PAPER = "#ffffff"


@dataclass(frozen=True)
class Drawn:
    """One mark: where it stands in the drawing (right and down are larger), its colour and its outline."""

    x: float
    y: float
    colour: str
    filled: bool
    outline: str
    """The path of its shape; two marks of one shape and size have the same."""

    @property
    def width(self) -> float:
        """How wide the shape is."""
        points = [float(number) for number in _NUMBER.findall(self.outline)]
        return max(points[::2]) - min(points[::2])


def marks(svg: str) -> list[Drawn]:
    """Every mark of a drawing, from top to bottom; ticks of an axis are none, for they are not filled."""
    shapes = dict(_SHAPE.findall(svg))
    found = [
        Drawn(float(x), float(y), stroke, fill != PAPER, shapes[name])
        for name, x, y, fill, stroke in _MARK.findall(svg)
    ]
    return sorted((mark for mark in found), key=lambda mark: mark.y)


def horizontal_lines(svg: str) -> list[tuple[float, float, float]]:
    """Left end, right end and height of every horizontal line, from top to bottom."""
    flat = svg.replace("\n", " ")
    lines = [(float(x1), float(x2), float(y1)) for x1, y1, x2, y2, _ in _INTERVAL.findall(flat) if y1 == y2]
    return sorted(lines, key=lambda line: line[2])


def vertical_lines(svg: str) -> list[float]:
    """Where the vertical lines stand, from left to right."""
    flat = svg.replace("\n", " ")
    return sorted({float(x1) for x1, y1, x2, y2, _ in _INTERVAL.findall(flat) if x1 == x2 and y1 != y2})


@dataclass(frozen=True)
class Face:
    """A closed shape with straight edges, such as a bar or a diamond; down is larger."""

    left: float
    right: float
    top: float
    bottom: float
    fill: str
    stroke: str
    corners: int

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def faces(svg: str) -> list[Face]:
    """Every closed shape, from left to right within one height of its lower edge, from top to bottom."""
    found = []
    for whole, fill, stroke in _FACE.findall(svg.replace("\n", " ")):
        for path in whole.split("M"):  # equal bars are one shape of many parts
            if "C" in path or "Q" in path:
                continue
            points = [float(number) for number in _NUMBER.findall(path)]
            across, down = points[::2], points[1::2]
            found.append(Face(min(across), max(across), min(down), max(down), fill, stroke, len(across)))
    return sorted(found, key=lambda face: (round(face.bottom, 1), face.left))


def bars(svg: str) -> list[Face]:
    """Rectangles that have a fill and an outline."""
    return [face for face in faces(svg) if face.stroke != "none" and face.corners in {4, 5}]


def diamonds(svg: str, colour: str) -> list[Face]:
    """Closed shapes of this colour."""
    return [face for face in faces(svg) if face.fill == colour]


def words(svg: str) -> list[str]:
    """Everything that is written in a drawing, in the order of the drawing."""
    return _WORDS.findall(svg)
