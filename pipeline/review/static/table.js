// The list of indicators, riskiest first. A row is two lines: what it says, and why it is here.

import { byId, el, icon } from "./dom.js";
import { t } from "./language.js";
import { changeText, quantityText, rankText } from "./numbers.js";

const ICONS = { accepted: "tick", corrected: "pencil", rejected: "cross", added: "plus", later: "clock", flagged: "flag" };
const STATE_ICONS = { failed: "alert", review: "dot", auto: "bolt", decided: "tick" };

export function iconOf(view) {
  return ICONS[view.verdict] || STATE_ICONS[view.state];
}

export function createTable(state, { pick }) {
  const root = byId("list");
  const rows = new Map();
  const onScreen = new Set();
  let shown = [];
  let current = null;
  const watcher = new IntersectionObserver((entries) => entries.forEach((entry) => entry.intersectionRatio >= 0.5 && onScreen.add(entry.target.dataset.id)), { root, threshold: 0.5 });

  function rowOf(item) {
    if (!rows.has(item.id)) {
      const row = el("div", { class: "row", role: "option", id: `row-${item.id}`, "data-id": item.id, "aria-selected": "false" });
      rows.set(item.id, row);
      fill(item);
    }
    return rows.get(item.id);
  }

  function fill(item) {
    const { words } = state.data;
    const view = state.view(item);
    const { record } = view;
    const row = rows.get(item.id);
    const moves = [...record.changes.map((change) => changeText(change, words.bases)), ...(record.rank ? [rankText(record.rank)] : [])];
    const main = record.value ? quantityText(record.value) : moves.shift();
    row.className = `row is-${view.state} verdict-${view.verdict || "none"}`;
    row.replaceChildren(
      el("span", { class: "sign" }, icon(iconOf(view)), el("span", { class: "hidden" }, `${words.verdicts[view.verdict] || words.states[view.state]}：`)),
      el("span", { class: "name" }, record.name),
      el("span", { class: "number" }, record.base ? `${quantityText(record.base)} → ${main}` : main),
      el("span", { class: "reason" }, view.verdict ? saidOf(view, words) : item.reasons.join("；") || t`主语紧挨数字，没有疑点`),
      el("span", { class: "moves" }, [...moves, `${record.period || t`时期不明`}${record.modality === "target" ? t` 目标` : ""}`].join(" · ")),
    );
  }

  function saidOf(view, words) {
    const name = words.verdicts[view.verdict];
    return `${name} · ${view.last.who}${view.last.why ? ` · ${view.last.why}` : ""}`;
  }

  function show(items) {
    shown = items;
    onScreen.clear();
    watcher.disconnect();
    root.replaceChildren(...items.map(rowOf));
    items.forEach((item) => watcher.observe(rows.get(item.id)));
    byId("empty").hidden = items.length > 0;
    root.hidden = !items.length;
    if (current && rows.get(current.id).isConnected) select(current);
  }

  function select(item, { scroll = true } = {}) {
    if (current && rows.has(current.id)) rows.get(current.id).setAttribute("aria-selected", "false");
    current = item;
    const row = item && rows.get(item.id);
    root.setAttribute("aria-activedescendant", row && row.isConnected ? row.id : "");
    if (!row || !row.isConnected) return;
    row.setAttribute("aria-selected", "true");
    if (scroll) row.scrollIntoView({ block: "nearest" });
  }

  root.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) pick(row.dataset.id);
  });

  return { show, select, refresh: (item) => rows.has(item.id) && fill(item), shown: () => shown, seen: (item) => onScreen.has(item.id), has: (item) => shown.includes(item), focus: () => root.focus({ preventScroll: true }) };
}
