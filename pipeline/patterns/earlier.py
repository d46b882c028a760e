"""Times before the one spoken of: 上月, 上年末, and the base that only the first of a list says."""

from __future__ import annotations

import regex

# 由|上月|的上涨0.7%转为上涨0.2%
LAST_MONTH = regex.compile(r"(?<=[从由])上月(?:份|末|底)?")
# |上年末|在押312人，年末在押286人; not 上年末增加3人
END_OF_LAST_YEAR = regex.compile(
    r"(?<![^，。；：（\n])(?:上一?|去)年(?:年?[底末])(?=\p{Han}{2,10}?\d)(?!\p{Han}{0,6}(?:增|减|升|降|多|少|高|低|净|相比"
    r"|持平))"
)
# 上年末在押312人，|年末|在押286人
END_OF_THIS_YEAR = regex.compile(r"(?<![^，。；：（\n])年[末底](?=\p{Han}{2,10}?\d)")
# 从2020年|底的4.6万亩: behind the time of an earlier value
ORIGIN = regex.compile(r"(?:全年|[底末初])?的?\s?\d")
