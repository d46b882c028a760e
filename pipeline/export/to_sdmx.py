"""sdmx-csv: SDMX-CSV 2.0, and the data structure definition that it follows (SDMX-JSON 2.0) beside
it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.export.columns import Column, codelists, columns
from pipeline.export.documents import Exported
from pipeline.export.identity import UNKNOWN
from pipeline.export.to_csv import cell

OPENING = ("STRUCTURE", "STRUCTURE_ID", "ACTION")  # the columns that SDMX-CSV 2.0 opens with
AGENCY, VERSION = "WORKREPORT", "1.0"
STRUCTURE_ID = f"{AGENCY}:OBSERVATIONS({VERSION})"
STRUCTURE_SUFFIX = ".structure.json"
_SCHEMA = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/structure-message/tools/schemas/"
    "2.0.0/sdmx-json-structure-schema.json"
)
_URN = "urn:sdmx:org.sdmx.infomodel"
_PREPARED = "2026-01-01T00:00:00Z"  # of this version of the structure; the same for every export
_FORMATS = {
    "string": "String",
    "number": "Double",
    "integer": "Integer",
    "date": "GregorianDay",
    "datetime": "DateTime",
}


def ordered() -> list[Column]:
    """Dimensions, the time, the measure, attributes, each in the order of the table."""
    rank = ("dimension", "time", "measure", "attribute")
    return sorted(columns(), key=lambda column: rank.index(column.sdmx))


def write(path: Path, reports: Iterable[Exported]) -> None:
    """Rows whose period is unknown are left out: SDMX has no observation without a time. Every row
    of another kind is there.
    """
    wanted = ordered()
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow([*OPENING, *(column.name for column in wanted)])
        for report in reports:
            for row in report.rows:
                if row["TIME_PERIOD"] is not None:
                    table.writerow(
                        [
                            "datastructure",
                            STRUCTURE_ID,
                            "I",
                            *(
                                cell(
                                    UNKNOWN
                                    if row[c.name] is None and c.sdmx == "dimension"
                                    else row[c.name]
                                )
                                for c in wanted
                            ),
                        ]
                    )
    path.with_suffix(STRUCTURE_SUFFIX).write_text(
        json.dumps(structure(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


def structure() -> dict[str, Any]:
    """The structure message: concepts, code lists, the data structure definition and a dataflow of
    it.
    """
    names = {"agencyID": AGENCY, "version": VERSION}
    lists = {column.codes: column for column in columns() if column.codes}
    return {
        "meta": {
            "schema": _SCHEMA, "id": "WORKREPORT_STRUCTURE", "prepared": _PREPARED, "test": False,
            "sender": {"id": AGENCY},
        },
        "data": {
            "codelists": [
                {
                    **names, "id": f"CL_{name}",
                    "name": lists[name].title if name in lists else "单位 unit",
                    "codes": [
                        {"id": code.id, "name": code.en, "names": {"en": code.en, "zh": code.zh}}
                        for code in codes
                    ],
                }
                for name, codes in codelists().items()
            ],
            "conceptSchemes": [
                {
                    **names, "id": "CONCEPTS", "name": "Concepts of work report observations",
                    "concepts": [
                        {
                            "id": column.name, "name": column.title, "description": column.en,
                            "descriptions": {"en": column.en, "zh": column.zh},
                        }
                        for column in columns()
                    ],
                }
            ],
            "dataflows": [
                {
                    **names, "id": "OBSERVATIONS", "name": "Observations from work reports",
                    "structure": f"{_URN}.datastructure.DataStructure={STRUCTURE_ID}",
                }
            ],
            "dataStructures": [
                {
                    **names, "id": "OBSERVATIONS", "name": "Observations from work reports",
                    "dataStructureComponents": _components(),
                }
            ],
        },
    }  # fmt: skip


def _components() -> dict[str, Any]:
    of = {
        kind: [column for column in columns() if column.sdmx == kind]
        for kind in ("dimension", "time", "measure", "attribute")
    }
    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": [_component(column) for column in of["dimension"]],
            "timeDimension": {
                **_component(of["time"][0]),
                "localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}},
            },
        },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [_component(column) for column in of["measure"]],
        },
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [
                {**_component(column), "attributeRelationship": {"observation": {}}}
                for column in of["attribute"]
            ],
        },
    }


def _component(column: Column) -> dict[str, Any]:
    represented: dict[str, Any] = {"format": {"dataType": _FORMATS[column.type]}}
    if column.codes:
        represented = {
            "enumeration": f"{_URN}.codelist.Codelist={AGENCY}:CL_{column.codes}({VERSION})"
        }
    return {
        "id": column.name,
        "conceptIdentity": (
            f"{_URN}.conceptscheme.Concept={AGENCY}:CONCEPTS({VERSION}).{column.name}"
        ),
        "localRepresentation": represented,
    }
