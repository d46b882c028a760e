// The form that corrects an indicator or adds one: every field of the record; the span of a number by selecting text or by nudging its ends.

import { byId, el } from "./dom.js";
import { t } from "./language.js";
import { plainNumber, readingAt, valueOf } from "./numbers.js";
import { partsOf } from "./state.js";

// what a new part of each role says until it is changed
const ADDED = { value: {}, base: {}, change: { basis: "yoy", against: null, form: "rate" }, rank: { among: null } };
const PARTS = { value: t`数值`, base: t`基数`, change: t`变化`, rank: t`位次` };

export function createEditing(state, { done, say }) {
  const root = byId("detail");
  const { words, text } = { words: state.data.words, text: state.text };
  let session = null;

  const active = () => session !== null;

  function open(item, record, { adding = false, span = null } = {}) {
    session = { item, adding, span, parts: partsOf(record).map(({ role, part }) => ({ role, part: { ...part } })), record: { ...record }, focused: 0 };
    draw();
    root.querySelector("[name=name]").focus();
    root.querySelector("[name=name]").select();
  }

  function draw() {
    const { record, parts, adding } = session;
    const form = el("form", { class: "edit", novalidate: true, onsubmit: submit },
      el("h2", {}, adding ? t`补录一个指标` : t`更正`),
      el("div", { class: "fields" },
        field(t`名称`, el("input", { name: "name", value: record.name, required: true, autocomplete: "off" }), "wide"),
        field(t`主题`, el("input", { name: "topic", value: record.topic || "", autocomplete: "off" })),
        field(t`范围`, el("input", { name: "scope", value: record.scope || "", autocomplete: "off" })),
        field(t`时期`, el("input", { name: "period", value: record.period || "", autocomplete: "off", placeholder: "2024 · 2024-Q3 · 2021/2025" })),
        field(t`性质`, choice("modality", words.modalities, record.modality))),
      parts.map(partFields),
      el("div", { class: "more" }, ["value", "base", "change", "rank"].filter((role) => role === "change" || !parts.some((one) => one.role === role)).map((role) => el("button", { type: "button", class: "tag", onclick: () => addPart(role) }, `＋${PARTS[role]}`))),
      field(t`理由（可不填）`, el("input", { name: "why", autocomplete: "off", value: session.why || "" }), "wide"),
      el("p", { class: "fault", role: "alert" }),
      el("div", { class: "deeds" }, el("button", { type: "submit", class: "deed deed-accept" }, t`保存`, el("kbd", {}, "Enter")), el("button", { type: "button", class: "deed", onclick: cancel }, t`放弃`, el("kbd", {}, "Esc"))));
    root.replaceChildren(form);
  }

  function field(title, control, kind = "") {
    return el("label", { class: `field ${kind}` }, el("span", {}, title), control);
  }

  function choice(name, options, chosen) {
    return el("select", { name }, Object.entries(options).map(([value, title]) => el("option", { value, selected: value === chosen }, title)));
  }

  function partFields({ role, part }, index) {
    const name = (key) => `${key}-${index}`;
    return el("fieldset", { class: `part of-${role}`, "data-index": String(index), onfocusin: () => (session.focused = index) },
      el("legend", { class: `key part-${role}` }, PARTS[role]),
      field(t`下限`, el("input", { name: name("low"), value: shown(part.low), inputmode: "decimal", autocomplete: "off" })),
      field(t`上限`, el("input", { name: name("high"), value: shown(part.high), inputmode: "decimal", autocomplete: "off" })),
      field(t`单位`, el("input", { name: name("unit"), value: part.unit, autocomplete: "off" })),
      field(t`界限`, choice(name("bound"), words.bounds, part.bound)),
      role === "change" ? field(t`基准`, choice(name("basis"), words.bases, part.basis)) : null,
      role === "change" ? field(t`比较对象`, el("input", { name: name("against"), value: part.against || "", autocomplete: "off" })) : null,
      role === "change" ? field(t`写法`, choice(name("form"), words.forms, part.form)) : null,
      role === "rank" ? field(t`排在谁当中`, el("input", { name: name("among"), value: part.among || "", autocomplete: "off" })) : null,
      el("div", { class: "spot" }, el("q", { class: "evidence" }, part.text),
        ...[[t`起点左移`, 0, -1, "⇤"], [t`起点右移`, 0, 1, "⇥"], [t`终点左移`, 1, -1, "⇤"], [t`终点右移`, 1, 1, "⇥"]].map(([title, end, by, sign]) => el("button", { type: "button", class: "nudge", "aria-label": t`${PARTS[role]}：${title}一个字`, title, onclick: () => nudge(index, end, by) }, sign)),
        el("button", { type: "button", class: "nudge", onclick: () => removePart(index) }, t`删去`)));
  }

  function keep() {
    const form = new FormData(root.querySelector("form"));
    Object.assign(session.record, { name: form.get("name").trim(), topic: form.get("topic").trim() || null, scope: form.get("scope").trim() || null, period: form.get("period").trim() || null, modality: form.get("modality") });
    session.why = form.get("why").trim();
    session.parts.forEach(({ role, part }, index) => {
      part.low = valueOf(form.get(`low-${index}`));
      part.high = valueOf(form.get(`high-${index}`));
      part.unit = form.get(`unit-${index}`).trim();
      part.bound = form.get(`bound-${index}`);
      if (role === "change") Object.assign(part, { basis: form.get(`basis-${index}`), against: form.get(`against-${index}`).trim() || null, form: form.get(`form-${index}`) });
      if (role === "rank") part.among = form.get(`among-${index}`).trim() || null;
    });
  }

  // what could not be read is an empty field, which is asked for
  function shown(number) {
    return Number.isFinite(number) ? String(number) : "";
  }

  function redraw(focus) {
    draw();
    const target = root.querySelector(focus);
    if (target) target.focus();
  }

  function setSpan(index, span, reading) {
    const { role, part } = session.parts[index];
    part.span = span;
    part.text = text.slice(...span);
    const read = reading && readingAt(state.data.readings, text, span);
    if (!read) return;
    const falls = role === "change" && part.low < 0;
    Object.assign(part, read, falls ? { low: -read.low, high: -read.high } : {});
  }

  // text selected in the report becomes the span of the number that is being edited
  function take(span) {
    if (!session.parts.length) return;
    keep();
    const index = Math.min(session.focused, session.parts.length - 1);
    setSpan(index, span, true);
    redraw(`[name=low-${index}]`);
    say(t`${PARTS[session.parts[index].role]}的出处改为“${session.parts[index].part.text}”`);
  }

  function nudge(index, end, by) {
    keep();
    const span = [...session.parts[index].part.span];
    span[end] += by;
    if (span[0] < 0 || span[0] >= span[1] || span[1] > text.length) return;
    setSpan(index, span, false);
    redraw(`[data-index="${index}"] .nudge:nth-of-type(${end * 2 + (by > 0 ? 2 : 1)})`);
  }

  function addPart(role) {
    keep();
    const span = (session.parts[0] && session.parts[0].part.span) || session.span || state.passages.get(session.item.passage).span;
    const part = { text: text.slice(...span), span: [...span], low: NaN, high: NaN, unit: role === "rank" ? "位" : role === "change" ? "%" : "", bound: "exact" };
    session.parts.push({ role, part: { ...part, ...ADDED[role] } });
    session.focused = session.parts.length - 1;
    redraw(`[name=low-${session.focused}]`);
    say(t`在原文里选中${PARTS[role]}的文字`);
  }

  function removePart(index) {
    keep();
    session.parts.splice(index, 1);
    redraw("[name=name]");
  }

  function wrong(record) {
    if (!record.name) return t`名称不能空着`;
    if (record.period && !/^\d{4}(-(H[12]|Q[1-4]|\d{2}(\/\d{4}-\d{2})?)|\/\d{4})?$/.test(record.period)) return t`时期写成 2024、2024-H1、2024-Q3、2024-05、2024-01/2024-11 或 2021/2025`;
    const parts = partsOf(record);
    if (!record.value && !record.changes.length && !record.rank) return t`至少要有数值、变化、位次之一`;
    for (const { role, part } of parts) {
      if (!Number.isFinite(part.low) || !Number.isFinite(part.high)) return t`${PARTS[role]}读不成数字，请填写（如 7、8万、两千三百）`;
      if (part.low > part.high) return t`${PARTS[role]}的下限大于上限`;
      if ((part.bound === "range") !== (part.low !== part.high)) return t`${PARTS[role]}：上下限不同才是区间，是区间上下限就不同`;
    }
    return "";
  }

  // a number and its place that say different things are asked about once
  function odd(record) {
    const sizes = (one) => [one.low, one.high].map(Math.abs).sort((a, b) => a - b).join(" ");
    for (const { role, part } of partsOf(record)) {
      const read = readingAt(state.data.readings, text, part.span);
      if (read && sizes(read) !== sizes(part)) return t`原文“${part.text}”读作 ${plainNumber(read.low)}${read.unit}，${PARTS[role]}填的是 ${plainNumber(part.low)}${part.unit}；没有填错就再保存一次`;
    }
    return "";
  }

  function submit(event) {
    event.preventDefault();
    keep();
    const one = (role) => (session.parts.find((each) => each.role === role) || { part: null }).part;
    const { name, topic, scope, period, modality } = session.record;
    const record = { name, topic, scope, period, modality, value: one("value"), base: one("base"), changes: session.parts.filter(({ role }) => role === "change").map(({ part }) => part), rank: one("rank") };
    const unsure = odd(record);
    const fault = wrong(record) || (unsure !== session.asked ? unsure : "");
    if (fault) {
      if (fault === unsure) session.asked = unsure;
      root.querySelector(".fault").textContent = fault;
      return;
    }
    const { item, adding, why = "" } = session;
    session = null;
    done({ item, adding, record, why });
  }

  function cancel() {
    const { item } = session;
    session = null;
    done({ item, record: null });
  }

  return { active, open, take, cancel };
}
