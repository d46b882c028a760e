"""What goes on with the time that the sentence before opened with."""

from __future__ import annotations

import regex

# 8月份，增加值增长4.9%。|其中，制造业增长5.6%, 1—7月，投资下降2%。|分产业看，二产投资增长3%
GOES_ON = regex.compile(
    r"\s*+(?:其中|分\p{Han}{1,8}?来?看|从\p{Han}{1,10}?来?看|按\p{Han}{1,10}?(?:来?看|划?分))[，,：:]?"
)
