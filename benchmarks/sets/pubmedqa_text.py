"""The text of one row of pubmedqa, for scoring and for training."""

from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.record import AbstractSection
from sets.files import Row


def text_of_row(row: Row) -> Text:
    """Context of a question; the conclusion (``long_answer``) stays hidden."""
    return text_of("", *(AbstractSection(part["text"], part["section"]) for part in row["context"]))
