"""What the review page sends, and how its scripts name each other."""

from __future__ import annotations

import regex

# import { fold } from "./state.js";
MODULE_IMPORT = regex.compile(
    r"^import [^\n]*? from \"\./(?P<file>[a-z]++\.js)\";\n", regex.MULTILINE
)
MODULE_EXPORT = regex.compile(r"^export (?=(?:async )?(?:function|const|class) )", regex.MULTILINE)

# ids that the page makes (a UUID) or takes from a document (i21, p9)
ID = regex.compile(r"[A-Za-z0-9-]{1,64}")
# 2026-03-02T08:15:30.123Z
MOMENT = regex.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
DIGEST = regex.compile(r"[0-9a-f]{64}")
# 2024, 2024-H1, 2024-Q3, 2024-05, 2024-01/2024-11, 2021/2025, as in the schema of the document
PERIOD = regex.compile(r"\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}(?:/\d{4}-\d{2})?)|/\d{4})?")
