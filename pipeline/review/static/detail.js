// The indicator that is selected: each part with the mark it has in the text, the reasons, the passage's label, and what can be done.

import { byId, el, icon } from "./dom.js";
import { changeText, plainNumber, quantityText, rankText } from "./numbers.js";
import { iconOf } from "./table.js";

const DEEDS = [["accept", "接受", "Enter"], ["edit", "更正", "E"], ["reject", "驳回", "X"], ["later", "稍后", "空格"], ["flag", "存疑", "F"]];
export const LABEL_KEYS = ["achievement", "measure", "target", "problem", "other"];

export function createDetail(state, { act }) {
  const root = byId("detail");
  const { words } = state.data;

  function facts(item, record) {
    const unsaid = (role) => (item.machine && !(item.marks[role] || []).length ? " unsaid" : "");
    const rows = [["名称", "name", record.name, unsaid("name")]];
    if (record.topic) rows.push(["主题", "topic", record.topic, ""]);
    if (record.scope) rows.push(["范围", "scope", record.scope, unsaid("scope")]);
    if (record.value) rows.push(["数值", "value", quantityText(record.value), "", record.value.text]);
    if (record.base) rows.push(["基数", "base", quantityText(record.base), "", record.base.text]);
    record.changes.forEach((change) => rows.push(["变化", "change", changeText(change, words.bases), "", change.text]));
    if (record.rank) rows.push(["位次", "rank", rankText(record.rank), "", record.rank.text]);
    const period = `${record.period || "不明"}　${words.modalities[record.modality]}`;
    rows.push(["时期", "period", period, unsaid("period")]);
    const bound = [record.value, ...record.changes, record.rank].find((part) => part && part.bound !== "exact");
    if (bound) rows.push(["界限", "bound", words.bounds[bound.bound], ""]);
    return rows.map(([title, role, said, missing, quote]) =>
      el("div", { class: "fact" }, el("dt", {}, el("span", { class: `key part-${role}` }, title)), el("dd", {}, said, quote && quote !== said ? el("q", {}, quote) : null, missing ? el("small", {}, "由上下文推出") : null)),
    );
  }

  function show(item) {
    root.replaceChildren();
    if (!item) {
      root.append(el("p", { class: "quiet" }, "从列表里选一个指标，或按 N 转到下一个未核对的。"));
      return;
    }
    const view = state.view(item);
    root.append(
      el("header", {}, el("h2", {}, view.record.name), el("span", { class: `pill is-${view.state}` }, icon(iconOf(view)), view.verdict ? `${words.verdicts[view.verdict]} · ${view.last.who}` : words.states[view.state])),
      el("ul", { class: "reasons" }, (item.reasons.length ? item.reasons : ["主语紧挨数字，没有疑点"]).map((reason) => el("li", {}, reason)), view.verdict === "corrected" && item.machine ? el("li", {}, `机器原来给出：${brief(item.machine)}`) : null, view.last && view.last.why ? el("li", {}, `理由：${view.last.why}`) : null),
      el("dl", { class: "facts" }, facts(item, view.record)),
      scan(state.passages.get(item.passage)),
      labels(state.passages.get(item.passage)),
      el("div", { class: "deeds" }, DEEDS.map(([name, title, key]) => el("button", { type: "button", class: `deed deed-${name}`, onclick: () => act(name) }, title, el("kbd", {}, key))), el("input", { name: "reason", class: "why", placeholder: "理由　W", "aria-label": "理由，记在下一个决定里", maxlength: "400", autocomplete: "off" })),
    );
  }

  // the lines of a passage that was read in a picture, as they stand there; the page by itself has no server to ask
  function scan(passage) {
    const { recognised } = passage;
    if (!recognised) return "";
    const path = state.data.name.split("/").map(encodeURIComponent).join("/");
    const shown = state.data.offline ? [] : recognised.pages.map((page, number) => {
      const picture = el("img", { src: `/line/${path}?passage=${passage.id}&number=${number}`, alt: `第 ${page} 页上的第 ${number + 1} 行`, loading: "lazy" });
      picture.addEventListener("error", () => picture.replaceWith(el("small", {}, "看不到图片：原文件不在原处，或改过了")), { once: true });
      return picture;
    });
    return el("figure", { class: "scan" }, el("figcaption", { class: "quiet" }, `识别自第 ${recognised.pages[0]} 页的图片（把握 ${recognised.confidence.toFixed(2)}）`), shown);
  }

  function labels(passage) {
    const label = state.labelOf(passage);
    return el("div", { class: "labels", role: "group", "aria-label": "段落的类别" }, el("span", { class: "quiet" }, "段落"),
      LABEL_KEYS.map((name, index) => el("button", { type: "button", class: `tag label-${name}`, "aria-pressed": String(label.label === name), onclick: () => act("label", index) }, words.labels[name], el("kbd", {}, String(index + 1)))),
      el("button", { type: "button", class: "tag", "aria-pressed": String(label.horizon === "planned"), onclick: () => act("horizon") }, words.horizons.planned, el("kbd", {}, "0")), label.by ? el("small", {}, label.by) : null);
  }

  function showPassage(passage) {
    const sure = passage.unsure ? "类别不确定" : "类别";
    root.replaceChildren(el("header", {}, el("h2", {}, `段落 ${passage.id}`), el("span", { class: "quiet" }, `${sure}（${passage.confidence.toFixed(2)}）`)), el("p", { class: "passage-text" }, state.text.slice(...passage.span).trim()), scan(passage), labels(passage));
  }

  function brief(record) {
    return [record.name, record.value ? quantityText(record.value) : null, ...record.changes.map((change) => changeText(change, words.bases)), record.rank ? `第 ${plainNumber(record.rank.low)} 位` : null, record.period].filter(Boolean).join("，");
  }

  const reason = () => root.querySelector("[name=reason]");
  return { show, showPassage, brief, why: () => (reason() ? reason().value.trim() : ""), askWhy: () => reason() && reason().focus() };
}
