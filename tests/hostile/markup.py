"""Web pages and saved pages made to do harm: each shape takes a size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Shape = Callable[[int], bytes]
SAID = "增长5%。"

TAGS = ("div", "span", "i", "b", "p", "a", "font", "table", "tr", "td", "ul", "li", "section", "form", "select", "svg", "math", "pre", "h1", "br", "title", "script", "template", "nobr", "object", "iframe", "dl", "blockquote", "main")
MARKS = ("class", "style", "id", "href", "rowspan", "name", "content", "onclick")
# characters that are no letters: what stands round them is read all the same
ODD = tuple("\u200b\ufeff\u2028\u2029\u00a0\u3000\u00ad\u202e\u2066\u200d\u0085\u000b\u000c\u001f\u007f\u0300\ufffd\uffff\ue000\u180e\u061c\U000e0001\U0001f9ff\u20e3")


def page(body: str) -> bytes:
    """A page with this body."""
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode("utf-8", "surrogatepass")


def words(number: int) -> str:
    """What stands in the element of this number: a figure in every twentieth, for it is the elements that are to cost."""
    return "文。" if number % 20 else SAID


def deep(tag: str) -> Shape:
    """One tag in itself."""
    return lambda size: page(f"<{tag}>" * size + SAID + f"</{tag}>" * size)


def wide(tag: str) -> Shape:
    """One tag beside itself."""
    return lambda size: page("".join(f"<{tag}>{words(number)}</{tag}>" for number in range(size)))


def unclosed(tag: str) -> Shape:
    """One tag opened again and again, with words."""
    return lambda size: page("".join(f"<{tag}>{words(number)}" for number in range(size)))


def long_mark(name: str) -> Shape:
    """One attribute without end."""
    return lambda size: page(f'<div {name}="{"content a;" * size}">{SAID * 30}</div>')


def many_marks(name: str) -> Shape:
    """One tag with very many attributes."""
    return lambda size: page(f"<div {' '.join(f'{name}{number}=x' for number in range(size))}>{SAID * 30}</div>")


def marked(name: str) -> Shape:
    """Many tags, each with an attribute that may mean something."""
    return lambda size: page("".join(f'<div {name}="content article nav hidden display:none {number}">{words(number)}</div>' for number in range(size)))


def odd(character: str) -> Iterator[tuple[str, Shape]]:
    """A character at every edge where text is cut."""
    for name, text in {
        "behind a break": f"增长\n{character}<br>{character}\n5%。", "at the end": f"<p>{SAID}\n{character}</p>", "alone": f"<p>{character}</p><p>{SAID}</p>",
        "in a cell": f"<table><tr><td>{character}</td><td>\n{character}5%{character}\n</td></tr></table>", "in a title": f"<h1>{character}2023年{character}工作总结{character}</h1>{SAID}",
    }.items():  # fmt: skip
        yield name, lambda size, text=text: page(text * min(size, 3))


def row(size: int) -> bytes:
    """A row of very many cells."""
    return page("<table><tr>" + "".join(f"<td>{words(number)}</td>" for number in range(size)) + "</tr></table>")


def tables_in_cells(size: int) -> bytes:
    """Tables in the cells of tables, beside each other too."""
    return page(("<table><tr><td>" * 20 + SAID + "</td><td>1</td></tr></table>" * 20) * (size // 20 + 1))


def spans(size: int) -> bytes:
    """Cells that claim to be as wide and high as can be."""
    return page("<table>" + "<tr><td rowspan=65534 colspan=1000>5%</td></tr>" * size + "</table>")


def stacked(size: int) -> bytes:
    """Columns of cells that claim to be as high as can be, each beginning a row lower."""
    return page("<table>" + "".join(f"<tr><td rowspan=65534>5%</td><td>{words(number)}</td></tr>" for number in range(size * 4)) + "</table>")


def entities(size: int) -> bytes:
    """References to characters that are none."""
    return page("&#0;&#x110000;&#xD800;&nosuch;&amp" * size + SAID)


def comments(size: int) -> bytes:
    """Comments opened and not closed."""
    return page(SAID + "<!-- <!--" * size)


def charset(size: int) -> bytes:
    """A page that names its encoding again and again."""
    return b"<meta charset=" * size + SAID.encode("gb18030")


HEAD = b"MIME-Version: 1.0\n"
PAGE = f"Content-Type: text/html; charset=utf-8\n\n<html><body><p>{SAID}</p></body></html>\n".encode()


def nested_parts(spelling: bytes) -> Shape:
    """Parts in parts, with the word for their boundary spelled so."""
    return lambda size: HEAD + b"".join(b"Content-Type: multipart/mixed; %b%d\n\n--b%d\n" % (spelling, n, n) for n in range(size)) + PAGE


def messages_in_messages(size: int) -> bytes:
    """Messages whose body is a message."""
    return HEAD + b"Content-Type: message/rfc822\n\n" * size + PAGE


def parameters(size: int) -> bytes:
    """A header of semicolons."""
    return HEAD + b"Content-Type: text/html" + b";a=b" * size + b"\n\n<html>x"


def folded(size: int) -> bytes:
    """A header that goes on for ever."""
    return HEAD + b"Content-Type: text/html;\n" + b" a=b;\n" * size + b"\n<html>x"


def parts(size: int) -> bytes:
    """Very many parts."""
    return HEAD + b"Content-Type: multipart/related; boundary=b\n\n" + b"--b\nContent-Type: image/png\n\nx\n" * size + b"--b\n" + PAGE


def headers(size: int) -> bytes:
    """Very many headers."""
    return HEAD + b"X-A: b\n" * size + PAGE


def continued(size: int) -> bytes:
    """A boundary in numbered pieces."""
    return HEAD + b"Content-Type: multipart/related;" + b"".join(b" boundary*%d=b;" % n for n in range(size)) + b"\n\n--b\n" + PAGE


def pages() -> Iterator[tuple[str, Shape]]:
    """Every shape by name."""
    for tag in TAGS:
        yield from ((f"html {how.__name__} {tag}", how(tag)) for how in (deep, wide, unclosed))
    for name in MARKS:
        yield from ((f"html {how.__name__} {name}", how(name)) for how in (long_mark, many_marks, marked))
    for character in ODD:
        yield from ((f"html U+{ord(character):04X} {where}", shape) for where, shape in odd(character))
    yield from ((f"html {shape.__name__}", shape) for shape in (row, tables_in_cells, spans, stacked, entities, comments, charset))
    yield from ((f"mht nested {spelling.decode()}", nested_parts(spelling)) for spelling in (b"boundary=b", b"BOUNDARY=b", b"boundary = b", b"boundary*=b", b"boundary*0=b", b"Boundary=\"b\";x="))
    yield from ((f"mht {shape.__name__}", shape) for shape in (messages_in_messages, parameters, folded, parts, headers, continued))
