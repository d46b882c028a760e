"""OFD files made to do harm: each shape takes a size."""

from __future__ import annotations

from collections.abc import Iterator

from ..ofd import SPACE
from .markup import SAID, Shape
from .packages import packed

# attributes that numbers are read from, and what is no number, or no sensible one
ATTRIBUTES = ("Boundary", "CTM", "Size", "HScale", "Weight")
NUMBERS = ("", "nan nan nan nan", "inf 0 0 inf", "1e308 1e308 1e308 1e308", "-1 -1 -1 -1", "0 0 0 0 0 0", "9" * 4_000)


def line(number: int, text: str, *, more: str = "", deltas: str = "") -> str:
    """A line of text on its own."""
    between = deltas or " ".join(["4"] * (len(text) - 1))
    code = f'<ofd:TextCode X="0" Y="4" DeltaX="{between}">{text}</ofd:TextCode>'
    return f'<ofd:TextObject ID="{number}" Boundary="20 {number % 250 + 20} 150 6" Font="3" Size="4" {more}>{code}</ofd:TextObject>'


def ofd(drawn: str, *, pages: str = "", common: str = "", bodies: int = 1, parts: dict[str, str] | None = None) -> bytes:
    """An OFD file whose page shows ``drawn``; ``pages`` are put beside it in the list of pages, ``common`` into what all share."""
    body = "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    listed = pages or '<ofd:Page ID="10" BaseLoc="Pages/P.xml"/>'
    return packed({
        "OFD.xml": f"<ofd:OFD {SPACE} Version='1.0' DocType='OFD'>{body * bodies}</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/Pages/P.xml": f'<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="2">{drawn}</ofd:Layer></ofd:Content></ofd:Page>',
        **(parts or {}),
    })  # fmt: skip


def lines(size: int) -> bytes:
    """Very many lines, many of them in one place."""
    return ofd("".join(line(number, SAID if number % 20 == 0 else "文") for number in range(size)))


def deep(size: int) -> bytes:
    """Blocks in blocks, as deep as a parser goes."""
    return ofd("<ofd:PageBlock>" * min(size, 200) + line(1, SAID) + "</ofd:PageBlock>" * min(size, 200))


def deeper(size: int) -> bytes:
    """Blocks in blocks, deeper than a parser goes."""
    return ofd("<ofd:PageBlock>" * size * 10 + line(1, SAID) + "</ofd:PageBlock>" * size * 10)


def codes(size: int) -> bytes:
    """One object of very many pieces of text."""
    code = '<ofd:TextCode X="0" Y="4" DeltaX="4">增长</ofd:TextCode>'
    return ofd(f'<ofd:TextObject ID="1" Boundary="20 20 150 6" Font="3" Size="4">{code * size}</ofd:TextObject>')


def steps(size: int) -> bytes:
    """Steps between characters that are to be repeated for ever."""
    return ofd("".join(line(number, SAID, deltas=f"g {'9' * min(number + 1, 300)} 4 g g g") for number in range(min(size, 50))))


def same_page(size: int) -> bytes:
    """The same page again and again."""
    return ofd(line(1, SAID), pages='<ofd:Page ID="10" BaseLoc="Pages/P.xml"/>' * min(size, 400))


def same_document(size: int) -> bytes:
    """The same document again and again."""
    return ofd(line(1, SAID), bodies=min(size, 400))


def circle(size: int) -> bytes:
    """A template that stands on itself."""
    use = '<ofd:Template TemplateID="5" ZOrder="Background"/>' * min(size, 200)
    page = f"<ofd:Page {SPACE}>{use}<ofd:Content><ofd:Layer ID='1'>{line(1, SAID)}</ofd:Layer></ofd:Content></ofd:Page>"
    return ofd(line(2, SAID), common='<ofd:TemplatePage ID="5" BaseLoc="T.xml"/>', parts={"Doc_0/T.xml": page, "Doc_0/Pages/P.xml": page})


def ways_out(size: int) -> bytes:
    """Places that lead out of the file."""
    ways = [f"{'../' * n}etc/passwd" for n in range(min(size, 50))] + ["file:///etc/passwd"]
    out = "".join(f'<ofd:Page ID="7" BaseLoc="{way}"/>' for way in ways)
    return ofd(line(1, SAID), pages='<ofd:Page ID="10" BaseLoc="Pages/P.xml"/>' + out)


def long_text(size: int) -> bytes:
    """One line of very many characters."""
    return ofd(line(1, "长" * size * 20 + SAID))


def paths(size: int) -> bytes:
    """Very many rulings, a table of nothing."""
    return ofd("".join(f'<ofd:PathObject ID="{n}" Boundary="{n % 200} {n % 290} 1 100"><ofd:AbbreviatedData>M 0 0 L 0 100</ofd:AbbreviatedData></ofd:PathObject>' for n in range(size)) + line(1, SAID))


def odd(attribute: str, value: str) -> Shape:
    """An attribute that is no number."""
    again = f'{attribute}="{value}"'
    if attribute in ("Boundary", "Size"):
        text = line(1, SAID).replace('Boundary="20 21 150 6"' if attribute == "Boundary" else 'Size="4"', again)
    else:
        text = line(1, SAID, more=again)
    return lambda size: ofd(text * min(size, 20) + line(2, SAID))


def shapes() -> Iterator[tuple[str, Shape]]:
    """Every shape of an OFD file by name."""
    yield from ((f"ofd {shape.__name__}", shape) for shape in (lines, deep, deeper, codes, steps, same_page, same_document, circle, ways_out, long_text, paths))
    for name in ATTRIBUTES:
        yield from ((f"ofd {name} {number}", odd(name, value)) for number, value in enumerate(NUMBERS))
