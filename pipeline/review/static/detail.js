// The indicator that is selected: each part with the mark it has in the text, the reasons, the passage's label, and what can be done.

import { byId, el, icon } from "./dom.js";
import { t } from "./language.js";
import { changeText, plainNumber, quantityText, rankText } from "./numbers.js";
import { iconOf } from "./table.js";

const DEEDS = [["accept", t`接受`, "Enter"], ["edit", t`更正`, "E"], ["reject", t`驳回`, "X"], ["later", t`稍后`, t`空格`], ["flag", t`存疑`, "F"]];
export const LABEL_KEYS = ["achievement", "measure", "target", "problem", "other"];

export function createDetail(state, { act }) {
  const root = byId("detail");
  const { words } = state.data;

  function facts(item, record) {
    const unsaid = (role) => (item.machine && !(item.marks[role] || []).length ? " unsaid" : "");
    const rows = [[t`名称`, "name", record.name, unsaid("name")]];
    if (record.topic) rows.push([t`主题`, "topic", record.topic, ""]);
    if (record.scope) rows.push([t`范围`, "scope", record.scope, unsaid("scope")]);
    if (record.value) rows.push([t`数值`, "value", quantityText(record.value), "", record.value.text]);
    if (record.base) rows.push([t`基数`, "base", quantityText(record.base), "", record.base.text]);
    record.changes.forEach((change) => rows.push([t`变化`, "change", changeText(change, words.bases), "", change.text]));
    if (record.rank) rows.push([t`位次`, "rank", rankText(record.rank), "", record.rank.text]);
    const period = `${record.period || t`不明`}　${words.modalities[record.modality]}`;
    rows.push([t`时期`, "period", period, unsaid("period")]);
    const bound = [record.value, ...record.changes, record.rank].find((part) => part && part.bound !== "exact");
    if (bound) rows.push([t`界限`, "bound", words.bounds[bound.bound], ""]);
    return rows.map(([title, role, said, missing, quote]) =>
      el("div", { class: "fact" }, el("dt", {}, el("span", { class: `key part-${role}` }, title)), el("dd", {}, said, quote && quote !== said ? el("q", {}, quote) : null, missing ? el("small", {}, t`由上下文推出`) : null)),
    );
  }

  function show(item) {
    root.replaceChildren();
    if (!item) {
      root.append(el("p", { class: "quiet" }, t`从列表里选一个指标，或按 N 转到下一个未核对的。`));
      return;
    }
    const view = state.view(item);
    root.append(
      el("header", {}, el("h2", {}, view.record.name), el("span", { class: `pill is-${view.state}` }, icon(iconOf(view)), view.verdict ? `${words.verdicts[view.verdict]} · ${view.last.who}` : words.states[view.state])),
      el("ul", { class: "reasons" }, (item.reasons.length ? item.reasons : [t`主语紧挨数字，没有疑点`]).map((reason) => el("li", {}, reason)), view.verdict === "corrected" && item.machine ? el("li", {}, t`机器原来给出：${brief(item.machine)}`) : null, view.last && view.last.why ? el("li", {}, t`理由：${view.last.why}`) : null),
      el("dl", { class: "facts" }, facts(item, view.record)),
      scan(state.passages.get(item.passage)),
      labels(state.passages.get(item.passage)),
      el("div", { class: "deeds" }, DEEDS.map(([name, title, key]) => el("button", { type: "button", class: `deed deed-${name}`, onclick: () => act(name) }, title, el("kbd", {}, key))), el("input", { name: "reason", class: "why", placeholder: t`理由　W`, "aria-label": t`理由，记在下一个决定里`, maxlength: "400", autocomplete: "off" })),
    );
  }

  // the lines of a passage that was read in a picture, as they stand there; the page by itself has no server to ask
  function scan(passage) {
    const { recognised } = passage;
    if (!recognised) return "";
    const path = state.data.name.split("/").map(encodeURIComponent).join("/");
    const shown = state.data.offline ? [] : recognised.pages.map((page, number) => {
      const picture = el("img", { src: `/line/${path}?passage=${passage.id}&number=${number}`, alt: t`第 ${page} 页上的第 ${number + 1} 行`, loading: "lazy" });
      picture.addEventListener("error", () => picture.replaceWith(el("small", {}, t`看不到图片：原文件不在原处，或改过了`)), { once: true });
      return picture;
    });
    return el("figure", { class: "scan" }, el("figcaption", { class: "quiet" }, t`识别自第 ${recognised.pages[0]} 页的图片（把握 ${recognised.confidence.toFixed(2)}）`), shown);
  }

  function labels(passage) {
    const label = state.labelOf(passage);
    return el("div", { class: "labels", role: "group", "aria-label": t`段落的类别` }, el("span", { class: "quiet" }, t`段落`),
      LABEL_KEYS.map((name, index) => el("button", { type: "button", class: `tag label-${name}`, "aria-pressed": String(label.label === name), onclick: () => act("label", index) }, words.labels[name], el("kbd", {}, String(index + 1)))),
      el("button", { type: "button", class: "tag", "aria-pressed": String(label.horizon === "planned"), onclick: () => act("horizon") }, words.horizons.planned, el("kbd", {}, "0")), label.by ? el("small", {}, label.by) : null);
  }

  function showPassage(passage) {
    const sure = passage.unsure ? t`类别不确定` : t`类别`;
    root.replaceChildren(el("header", {}, el("h2", {}, t`段落 ${passage.id}`), el("span", { class: "quiet" }, `${sure}（${passage.confidence.toFixed(2)}）`)), el("p", { class: "passage-text" }, state.text.slice(...passage.span).trim()), scan(passage), labels(passage));
  }

  function brief(record) {
    return [record.name, record.value ? quantityText(record.value) : null, ...record.changes.map((change) => changeText(change, words.bases)), record.rank ? t`第 ${plainNumber(record.rank.low)} 位` : null, record.period].filter(Boolean).join("，");
  }

  const reason = () => root.querySelector("[name=reason]");
  return { show, showPassage, brief, why: () => (reason() ? reason().value.trim() : ""), askWhy: () => reason() && reason().focus() };
}
