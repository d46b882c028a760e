// On paper: the indicators that are shown, each with its state, its passage and the words it was read from.

import { byId, el } from "./dom.js";
import { t } from "./language.js";
import { changeText, quantityText, rankText } from "./numbers.js";

export function printable(state, items) {
  const { words } = state.data;
  const rows = items.map((item) => {
    const view = state.view(item);
    const { record } = view;
    const moves = [...record.changes.map((change) => changeText(change, words.bases)), ...(record.rank ? [rankText(record.rank)] : [])].join("；");
    const passage = state.passages.get(item.passage);
    const who = view.last ? ` ${view.last.who} ${view.last.at.slice(0, 10)}` : "";
    return el("tr", {}, [`${words.verdicts[view.verdict] || words.states[view.state]}${who}`, record.name, record.value ? quantityText(record.value) : "", moves, record.period || "", `${item.passage}　${state.text.slice(...passage.span).trim()}`].map((text) => el("td", {}, text)));
  });
  const heads = [t`状态`, t`指标`, t`数值`, t`变化、位次`, t`时期`, t`段落与原文`];
  byId("paper").replaceChildren(el("h1", {}, state.data.title), el("p", {}, t`${byId("tally").textContent} 已确认 · ${state.data.source.path} · workreport ${state.data.version}`), el("table", {}, el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, rows)));
}
