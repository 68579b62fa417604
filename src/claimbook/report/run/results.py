"""One notebook to run, and the three ways it can end; light to import, so that commands can print them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass(frozen=True)
class Job:
    """One notebook to run for one page."""

    name: str
    """What the page is about, as it is shown to people: ``walking-in-reverse/knee-pain``."""
    notebook: Path
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Succeeded:
    """The notebook ran to its end; what is kept holds no time, path or machine."""

    job: Job
    notebook: "NotebookNode" = field(repr=False)


@dataclass(frozen=True)
class NotebookFailed:
    """A cell of the notebook failed, was stopped at its limit, or ended the kernel."""

    job: Job
    cell: int
    """Counted from one, in the notebook as it is on disk."""
    ename: str
    evalue: str
    traceback: tuple[str, ...] = field(default=(), repr=False)
    """As the kernel printed it, with paths of this machine: for the terminal and on request, never for a page."""

    @property
    def message(self) -> str:
        """One sentence: what, where, why."""
        return f"{self.job.name}: cell {self.cell} of {self.job.notebook.name} failed: {self.ename}: {self.evalue}"


@dataclass(frozen=True)
class ToolFailed:
    """The notebook could not be run at all: nothing is known about its cells."""

    job: Job
    reason: str
    traceback: tuple[str, ...] = field(default=(), repr=False)

    @property
    def message(self) -> str:
        """One sentence: what, why."""
        return f"{self.job.name}: {self.job.notebook.name} could not be run: {self.reason}"


RunResult = Succeeded | NotebookFailed | ToolFailed
