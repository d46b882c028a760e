"""By when something is to be done: 年底前, 汛前, 在3月底前."""

from __future__ import annotations

import regex

# |汛前|完成除险加固, |年底前|建成充电桩: by when, within the year
BY_THEN = regex.compile(
    r"(?<![去前上今明来\d]年?|\d)年[底末][之以]?前"
    r"|(?<!\p{Han}|\d)(?:入?汛期?|国庆节?|入冬|秋季?开学|“?五一”?|“?十一”?|清明节?|节|七一)[之以]?前"
)
# |在|3月底|前|完成, |于|4月底之前: what is by then, and no base
BY = regex.compile(r"(?<=[在于])(?:[^，。；、]{2,12}?)[之以]?前(?![移进列沿])")
