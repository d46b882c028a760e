"""Why something moved: pieces of the patterns of clauses that tell it."""

from __future__ import annotations

# |受|市场影响; 受理, 受益 and 受伤 are words of their own
AFFECTED = r"受(?![理教训益援助聘伤害灾众贿案托邀])"
AFFECTED_BY = rf"{AFFECTED}[^，。；\d]{{2,20}}?(?:影响|拖累|带动|拉动|冲击|制约)"
# |因|用地报批滞后, 由于; not 因素, 因此
CAUSE = rf"因(?![素子此而])|{AFFECTED}|由于"
