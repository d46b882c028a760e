"""OFD files (GB/T 33190) written by hand: pages of placed lines, in the shapes that WPS, Suwell and Foxit give them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from . import sheets
from .sheets import HEIGHT, Place

MILLIMETRES = 25.4 / 72
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Drawn = Callable[[Place, int], str]


def advances(place: Place) -> list[float]:
    return [(sheets.width_of(character, place.size) + place.spacing) * MILLIMETRES for character in place.text]


def plain(place: Place, number: int) -> str:
    """A line as one object whose box begins at its characters, in millimetres."""
    deltas = " ".join(f"{step:.4f}" for step in advances(place)[:-1])
    size, top = place.size * MILLIMETRES, (HEIGHT - place.y) * MILLIMETRES
    box = f"{place.x * MILLIMETRES:.4f} {top - size:.4f} {sum(advances(place)):.4f} {size * 1.2:.4f}"
    return f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="3" Size="{size:.4f}"><ofd:TextCode X="0" Y="{size:.4f}" DeltaX="{deltas}">{escape(place.text)}</ofd:TextCode></ofd:TextObject>'


def scaled(place: Place, number: int) -> str:
    """As converters from PDF write: sizes in points under a matrix, equal steps counted, glyphs named beside the characters."""
    steps = [f"{step / MILLIMETRES:.3f}" for step in advances(place)[:-1]]
    runs: list[list[str]] = []
    for step in steps:
        if runs and runs[-1][0] == step:
            runs[-1].append(step)
        else:
            runs.append([step])
    deltas = " ".join(f"g {len(run)} {run[0]}" if len(run) > 1 else run[0] for run in runs)
    box = f"{place.x * MILLIMETRES:.4f} {(HEIGHT - place.y - place.size) * MILLIMETRES:.4f} {sum(advances(place)):.4f} {place.size * 1.2 * MILLIMETRES:.4f}"
    glyphs = f'<ofd:CGTransform CodePosition="0" CodeCount="{len(place.text)}" GlyphCount="{len(place.text)}"><ofd:Glyphs>{" ".join("7" for _ in place.text)}</ofd:Glyphs></ofd:CGTransform>'
    return (
        f'<ofd:TextObject ID="{number}" CTM="0.352778 0 0 0.352778 0 0" Boundary="{box}" Font="3" Size="{place.size}">{glyphs}'
        f'<ofd:TextCode X="0" Y="{place.size}" DeltaX="{deltas}">{escape(place.text)}</ofd:TextCode></ofd:TextObject>'
    )


def by_character(place: Place, number: int) -> str:
    """Each character an object of its own."""
    at, pieces = 0.0, []
    for character, step in zip(place.text, advances(place), strict=True):
        pieces.append(plain(Place(character, place.x + at / MILLIMETRES, place.y, place.size), number))
        at += step
    return "".join(pieces)


PICTURE = '<ofd:ImageObject ID="90" CTM="210 0 0 297 0 0" Boundary="0 0 210 297" ResourceID="8"/>'


@dataclass(frozen=True)
class Document:
    """The pages of a document; ``template`` stands behind the first of them, ``annotations`` and ``stamps`` are laid over it."""

    pages: Sequence[Sequence[Place]]
    template: Sequence[Place] = ()
    background: Sequence[Place] = ()
    annotation: Sequence[Place] = ()
    drawn: Drawn = plain
    pictures: bool = False
    more: Mapping[str, bytes] = field(default_factory=dict)


def written(*documents: Document, signed: bool = False, entries: str = "") -> bytes:
    """The OFD file of these documents."""
    data = io.BytesIO()
    bodies = []
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, document in enumerate(documents):
            root = f"Doc_{number}"
            signatures = f"<ofd:Signatures>/{root}/Signs/Signatures.xml</ofd:Signatures>" if signed else ""
            bodies.append(f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{number}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>{root}/Document.xml</ofd:DocRoot>{signatures}</ofd:DocBody>")
            for name, content in _parts(document, root, signed=signed).items():
                archive.writestr(name, content)
        archive.writestr("OFD.xml", f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {SPACE} Version="1.0" DocType="OFD">{"".join(bodies)}{entries}</ofd:OFD>')
    return data.getvalue()


def _parts(document: Document, root: str, *, signed: bool) -> dict[str, str | bytes]:
    pages = "".join(f'<ofd:Page ID="{10 + at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(document.pages)))
    template = '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if document.template else ""
    annotations = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>" if document.annotation else ""
    media = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" if f"{root}/DocumentRes.xml" in document.more else ""
    common = f"<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{media}{template}</ofd:CommonData>"
    parts: dict[str, str | bytes] = {f"{root}/Document.xml": f"<ofd:Document {SPACE}>{common}<ofd:Pages>{pages}</ofd:Pages>{annotations}</ofd:Document>"}
    for at, places in enumerate(document.pages):
        use = '<ofd:Template TemplateID="5" ZOrder="Background"/>' if document.template and at == 0 else ""
        behind = f'<ofd:Layer ID="3" Type="Background">{_objects(document.background, document.drawn)}</ofd:Layer>' if document.background and at == 0 else ""
        half = len(places) // 2  # the second half is drawn first, in a layer of its own
        layers = "".join(f'<ofd:Layer ID="{layer}">{_objects(part, document.drawn)}</ofd:Layer>' for layer, part in ((2, places[half:]), (4, places[:half])))
        picture = f'<ofd:Layer ID="6">{PICTURE}</ofd:Layer>' if document.pictures else ""
        parts[f"{root}/Pages/Page_{at}/Content.xml"] = f"<ofd:Page {SPACE}>{use}<ofd:Content>{behind}{picture}{layers}</ofd:Content></ofd:Page>"
    if document.template:
        parts[f"{root}/Tpls/Tpl_0/Content.xml"] = f'<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="1">{_objects(document.template, document.drawn)}</ofd:Layer></ofd:Content></ofd:Page>'
    if document.annotation:
        parts[f"{root}/Annots/Annotations.xml"] = f'<ofd:Annotations {SPACE}><ofd:Page PageID="10"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
        shown = _objects(document.annotation, document.drawn)
        parts[f"{root}/Annots/Page_0/Annotation.xml"] = f'<ofd:PageAnnot {SPACE}><ofd:Annot Type="Stamp" ID="9"><ofd:Appearance Boundary="0 0 210 297">{shown}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>'
    if signed:
        parts[f"{root}/Signs/Signatures.xml"] = f'<ofd:Signatures {SPACE}><ofd:Signature ID="1" BaseLoc="/{root}/Signs/Sign_0/Signature.xml"/></ofd:Signatures>'
        parts[f"{root}/Signs/Sign_0/Signature.xml"] = f'<ofd:Signature {SPACE}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="10" Boundary="120 200 40 40"/></ofd:SignedInfo></ofd:Signature>'
        parts[f"{root}/Signs/Sign_0/SignedValue.dat"] = bytes(range(256))
    return parts | dict(document.more)


def _objects(places: Sequence[Place], drawn: Drawn) -> str:
    return "".join(drawn(place, number) for number, place in enumerate(places, 100))
