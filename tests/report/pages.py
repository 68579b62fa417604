"""Reading pages back: what a test asks of their HTML."""

from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "source", "hr", "input"}


class Read(HTMLParser):
    """Every element with its attributes, and which are never closed."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.wrong = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def all(self, *tags):
        return [attributes for tag, attributes in self.elements if tag in tags]


def is_well_formed(html):
    read = Read(html)
    return not read.wrong and not read.open
