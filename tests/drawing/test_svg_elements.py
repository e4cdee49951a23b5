from html.parser import HTMLParser

import pytest

from assay.drawing import Element, element


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data):
        self.texts.append(data)


def _read(drawn: Element) -> _Reader:
    reader = _Reader()
    reader.feed(str(drawn))
    return reader


def test_text_and_attribute_values_cannot_become_markup():
    evil = "<script>x</script>\" onload='y' & more"
    read = _read(element("text", evil, aria_label=evil))
    assert read.tags == ["text"]
    assert read.attributes == {"aria-label": evil}
    assert read.texts == [evil]


def test_control_characters_are_shown_in_text_and_attributes():
    drawn = str(element("text", "a\x00b", aria_label="c\x1bd"))
    assert "\x00" not in drawn
    assert "\x1b" not in drawn
    assert "a\u2400b" in drawn


def test_numbers_are_written_with_two_decimals_at_most_and_none_leaves_the_attribute_out():
    assert str(element("line", x1=1 / 3, x2=2.0, y1=5, id=None)) == '<line x1="0.33" x2="2" y1="5"></line>'


@pytest.mark.parametrize("name", ["onclick", "onload", "style", "STYLE"])
def test_attributes_that_carry_style_or_script_are_refused(name):
    with pytest.raises(ValueError, match="not allowed"):
        Element("g", ((name, "x"),))


@pytest.mark.parametrize("name", ["a b", "", "g><script", "1x"])
def test_names_that_are_none_are_refused(name):
    with pytest.raises(ValueError, match="not a name"):
        Element(name)
    with pytest.raises(ValueError, match="not a name"):
        Element("g", ((name, "x"),))


def test_children_nest_in_order():
    assert str(element("g", element("title", "t"), "after")) == "<g><title>t</title>after</g>"
