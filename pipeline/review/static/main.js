// The page of one report: what a key or a click does.

import { draftOf } from "./adding.js";
import { createBar } from "./bar.js";
import { createDeciding } from "./deciding.js";
import { createDetail, LABEL_KEYS } from "./detail.js";
import { byId } from "./dom.js";
import { createEditing } from "./editing.js";
import { createFilter } from "./filter.js";
import { listen } from "./keys.js";
import { t } from "./language.js";
import { createMoving } from "./moving.js";
import { createPerson } from "./person.js";
import { printable } from "./print.js";
import { createSaving } from "./saving.js";
import { createSheets } from "./sheets.js";
import { createSource } from "./source.js";
import { createState, partsOf } from "./state.js";
import { status } from "./status.js";
import { createTable } from "./table.js";

function start() {
  const data = JSON.parse(byId("data").textContent);
  const state = createState(data);
  const filter = createFilter(state);
  const saving = createSaving(state, { heard, status });
  saving.restored.forEach((decision) => state.add(decision));
  const pick = (id) => moving.pick(id);
  const table = createTable(state, { pick });
  const source = createSource(state, { pick, pickPassage: (id) => moving.pickPassage(id) });
  const detail = createDetail(state, { act });
  const editing = createEditing(state, { done, say });
  const sheets = createSheets(state, { undo, pick, brief: detail.brief });
  const bar = createBar(state, filter, { changed });
  const deciding = createDeciding(state, createPerson(data.reviewer, { say }));
  const moving = createMoving(state, filter, { table, source, detail, bar, editing, say });
  const { here, isOpen, advance, step } = moving;

  function say(text) {
    byId("live").textContent = text;
    byId("note").textContent = text;
  }

  function changed() {
    table.show(filter.shown());
    bar.refresh();
    say(t`显示 ${table.shown().length} 个指标`);
  }

  // the rows and lines that decisions touch are drawn anew, nothing else
  function redraw(decisions) {
    const spans = [];
    for (const decision of decisions) {
      const item = state.byId.get(decision.subject);
      spans.push(decision.span);
      if (!item) {
        spans.push((state.passages.get(decision.subject) || { span: decision.span }).span);
        continue;
      }
      partsOf(state.view(item).record).forEach(({ part }) => spans.push(part.span));
      if (item.machine) partsOf(item.machine).forEach(({ part }) => spans.push(part.span));
      table.refresh(item);
    }
    source.refresh(spans, decisions.some(({ action }) => !["accept", "later", "flag", "relabel"].includes(action)));
    bar.refresh();
    const touched = here.passage && decisions.some(({ subject, action }) => action === "undo" || (here.current && subject === here.current.id) || subject === here.passage.id);
    if (!touched || editing.active()) return;
    if (here.current) detail.show(here.current);
    else detail.showPassage(here.passage);
  }

  function put(decisions) {
    decisions.forEach((decision) => state.add(decision));
    saving.put(decisions);
    redraw(decisions);
  }

  function heard(decisions) {
    byId("stale").hidden = !state.stale.found;
    if (decisions.some((decision) => state.byId.has(decision.subject) && !table.has(state.byId.get(decision.subject)))) table.show(filter.shown());
    const undone = decisions.filter((decision) => decision.action === "undo");
    redraw(decisions);
    if (undone.length) table.shown().forEach(table.refresh);
  }

  function settle(action, item, options) {
    const { record, state: before, verdict } = state.view(item);
    if (action === "accept" && before === "decided" && verdict !== "rejected") {
      advance();
      return;
    }
    const { name } = record;
    put(deciding.decide(action, item, { why: detail.why(), ...options }));
    const word = { accept: t`已接受`, correct: t`已更正`, reject: t`已驳回`, later: t`稍后再看`, flag: t`已存疑`, add: t`已补录` }[action];
    const left = state.items.filter((one) => !state.view(one).gone && isOpen(one)).length;
    advance();
    say(t`${word}：${name}。还剩 ${left} 个${left ? "" : t`，全部确认完了`}`);
  }

  function undo(act) {
    if (!act) {
      say(t`没有可撤销的决定`);
      return;
    }
    put(deciding.takeBack(act));
    table.shown().filter((item) => state.view(item).gone).forEach(() => table.show(filter.shown()));
    const item = state.byId.get(act[0].subject);
    if (item && state.view(item).gone) step(-Infinity);
    else pick(act[0].subject);
    say(t`已撤销 ${act.length} 个决定`);
  }

  function label(change) {
    if (!here.passage) return;
    const made = deciding.relabel(here.passage, change);
    put(made);
    const { value } = made[0];
    say(t`段落类别：${data.words.labels[value.label]}，${data.words.horizons[value.horizon]}`);
  }

  function add() {
    const draft = draftOf(state, source.selection(), here.passage);
    if (draft) editing.open(draft.item, draft.record, { adding: true, span: draft.span });
    else say(t`先在原文里选中漏掉的数字，再按 M`);
  }

  function done({ item, adding, record, why }) {
    if (!record) {
      if (here.current) detail.show(here.current);
      else detail.showPassage(here.passage);
    } else if (adding) {
      put(deciding.add(item, record, why));
      table.show(filter.shown());
      pick(item.id);
      say(t`已补录：${record.name}`);
    } else {
      settle("correct", item, { value: record, why });
    }
    table.focus();
  }

  // only what the filter shows, was on the screen, and asks for no eye of its own
  function bulk() {
    const open = table.shown().filter(isOpen);
    const byHand = open.filter((item) => state.view(item).state === "failed" || state.view(item).verdict);
    const rest = open.filter((item) => !byHand.includes(item));
    const take = rest.filter(table.seen);
    sheets.bulk({ take: take.length, unseen: rest.length - take.length, byHand: byHand.length, filter: filter.said() }, () => {
      const at = state.moment();
      put(take.flatMap((item) => deciding.decide("accept", item, { at, why: t`批量接受（${filter.said()}）` })));
      advance();
      say(t`已接受 ${take.length} 个；Backspace 一次全部撤销`);
      table.focus();
    });
  }

  const acts = {
    accept: () => here.current && settle("accept", here.current),
    reject: () => here.current && settle("reject", here.current),
    later: () => here.current && settle("later", here.current),
    flag: () => here.current && settle("flag", here.current),
    edit: () => here.current && editing.open(here.current, state.view(here.current).record),
    add,
    undo: () => undo(state.acts()[0]),
    next: advance,
    down: () => step(1),
    up: () => step(-1),
    first: () => step(-Infinity),
    last: () => step(Infinity),
    label: (index) => label(() => ({ label: LABEL_KEYS[index] })),
    passage: moving.stepPassage,
    cell: moving.stepCell,
    horizon: () => label((now) => ({ horizon: now.horizon === "planned" ? "realised" : "planned" })),
    bulk,
    search: () => byId("words").focus(),
    clear: () => bar.reset(),
    recent: () => sheets.recent(),
    help: () => sheets.help(),
    lost: () => sheets.lost(),
    download: () => saving.download && saving.download(),
    why: () => detail.askWhy(),
    leave: () => {
      if (editing.active()) editing.cancel();
      else table.focus();
    },
  };

  function act(name, value) {
    if (editing.active() && name !== "leave") return;
    acts[name](value);
    if (!editing.active() && !sheets.isOpen() && !["search", "recent", "help", "lost", "why"].includes(name)) table.focus();
  }

  document.querySelectorAll("[data-act]").forEach((button) => button.addEventListener("click", () => act(button.dataset.act)));
  byId("words").addEventListener("keydown", (event) => {
    if (event.isComposing || !["Enter", "NumpadEnter", "ArrowDown"].includes(event.code)) return;
    event.preventDefault();
    table.focus();
    step(-Infinity);
  });
  byId("detail").addEventListener("keydown", (event) => {
    if (event.target.name !== "reason" || event.isComposing || event.code !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    table.focus();
  });
  // a selection counts where it began in the report: a press on a button leaves it standing and means nothing
  let selecting = false;
  document.addEventListener("pointerdown", (event) => (selecting = Boolean(event.target.closest("#source"))));
  document.addEventListener("pointerup", () => selecting && setTimeout(() => {
    const span = source.selection();
    if (span && editing.active()) editing.take(span);
    else if (span) say(t`选中“${state.text.slice(...span).slice(0, 20)}”：按 M 补录为指标`);
  }));
  const typing = (target) => target.matches("input, textarea, select") || editing.active();
  listen({ act, typing, busy: sheets.isOpen });
  byId("lost").hidden = !data.lost.length;
  byId("lost").textContent = t`${data.lost.length} 个旧决定不再成立`;
  byId("download").hidden = !data.offline;
  addEventListener("beforeprint", () => printable(state, table.shown()));

  changed();
  saving.start();
  const first = table.shown().find(isOpen) || table.shown()[0];
  if (first) pick(first.id);
  else detail.show(null);
  table.focus();
  document.documentElement.dataset.ready = "true";
}

start();
