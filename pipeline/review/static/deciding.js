// Decisions as a person makes them: on an indicator, on a passage, on an earlier act.

import { anchorOf } from "./state.js";

export function createDeciding(state, who) {
  // accepting what was corrected accepts the correction, not what the machine had said before it
  function decide(action, item, { value = null, why = "", at = state.moment() } = {}) {
    const own = action === "accept" ? state.ownValue(item) : null;
    const said = value || own;
    const span = anchorOf(item.machine || said || state.view(item).record);
    return [state.make(own ? "correct" : action, { subject: item.id, span, machine: item.machine, value: said, why, who: who(), at })];
  }

  function add(item, record, why) {
    return [state.make("add", { subject: item.id, span: anchorOf(record), value: record, why, who: who(), at: state.moment() })];
  }

  function takeBack(act) {
    const at = state.moment();
    return act.map((decision) => state.make("undo", { subject: decision.subject, span: decision.span, undoes: decision.id, who: who(), at }));
  }

  function relabel(passage, change) {
    const { by, ...now } = state.labelOf(passage);
    const machine = { label: passage.label, horizon: passage.horizon };
    return [state.make("relabel", { subject: passage.id, span: passage.span, machine, value: { ...now, ...change(now) }, who: who(), at: state.moment() })];
  }

  return { decide, add, takeBack, relabel };
}
