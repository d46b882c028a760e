"""Our classifier and figures beside what ``spacy train`` makes of the same labels: ``python -m tests.against_spacy FOLDER`` (half an hour).

Both learn from the same four fifths of the reports of corpus/ and are asked about the last fifth. Printed are the rows of the
model card (models/README.md, Compared with spaCy).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import DocBin

from pipeline.chain import run_bytes
from pipeline.classify.examples import documents
from pipeline.classify.train import taught
from pipeline.labels import Labels, load_all
from pipeline.nlp.corpus import KEY, split, write
from pipeline.read import read

from .card import given
from .conftest import CORPUS

_STEPS = {"textcat": 6_000, "spancat": 800}


def trained(folder: Path, task: str) -> Language:
    """The best model on dev that ``spacy train`` makes with the config as it was written."""
    place = folder / task
    paths = {f"paths.{part}": str(place / f"{part}.spacy") for part in ("train", "dev")}
    train(place / "config.cfg", place / "model", overrides={**paths, "training.max_steps": _STEPS[task]})
    return spacy.load(place / "model" / "model-best")


def of_textcat(folder: Path, labels: list[Labels]) -> float:
    """Accuracy on the passages that are asked about; an alternate label counts as right."""
    best, right = trained(folder, "textcat"), []
    for one in split(labels)[1]:
        text = read(one.source).text
        for passage in one.raw["passages"]:
            cats = best(text[slice(*passage["span"])]).cats
            right.append(max(cats, key=cats.__getitem__) in (passage["label"], passage.get("also")))
    return sum(right) / len(right)


def of_spancat(folder: Path) -> float:
    """F1 of exact spans with their role."""
    best = trained(folder, "spancat")
    known = list(DocBin().from_disk(folder / "spancat" / "dev.spacy").get_docs(best.vocab))
    found = [{(span.start_char, span.end_char, span.label_) for span in best(doc.text).spans[KEY]} for doc in known]
    gold = [{(span.start_char, span.end_char, span.label_) for span in doc.spans[KEY]} for doc in known]
    hits = sum(len(a & b) for a, b in zip(found, gold, strict=True))
    return 2 * hits / (sum(map(len, found)) + sum(map(len, gold)))


def of_ours(labels: list[Labels]) -> tuple[float, float]:
    """Accuracy of our classifier taught the same reports, and F1 of figures with their role."""
    learn, ask = split(labels)
    known = documents(ask)
    answers = given(taught(documents(learn)).predict_proba(known), known)
    accuracy = sum(label in either for _, label, either in answers) / len(answers)
    hits = found = gold = 0
    for one in ask:
        if not one.raw["figures"]:
            continue
        document = json.loads(json.dumps(run_bytes(one.source.read_bytes(), one.source.name)))
        windows = one.raw["windows"]
        optional = {tuple(span) for span in one.raw.get("optional", ())}
        ours = {
            (span[0], role)
            for i in document["indicators"]
            for role, span in [("value", i["value"] and i["value"]["span"]), ("value", i["base"] and i["base"]["span"]), ("rank", i["rank"] and i["rank"]["span"]), *(("change", c["span"]) for c in i["changes"])]
            if span and any(a <= span[0] < b for a, b in windows) and tuple(span) not in optional
        }
        theirs = {(figure["span"][0], figure["role"]) for figure in one.raw["figures"]}
        hits, found, gold = hits + len(ours & theirs), found + len(ours), gold + len(theirs)
    return accuracy, 2 * hits / (found + gold)


def main() -> None:
    folder = Path(sys.argv[1])
    labels = [one for name in ("reports", "passages") for one in load_all(CORPUS / name, None)]
    print(write(labels, folder))
    passages, figures = of_ours(labels)
    print(f"| ours | {passages:.3f} | {figures:.3f} |", flush=True)
    print(f"| spaCy textcat | {of_textcat(folder, labels):.3f} | |", flush=True)
    print(f"| spaCy spancat | | {of_spancat(folder):.3f} |", flush=True)


if __name__ == "__main__":
    main()
