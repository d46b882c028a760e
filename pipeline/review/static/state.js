// What is known of every indicator and passage, from the machine's record and the decisions on it. Decisions are only added;
// what holds for a subject is said by its latest decision that was not taken back.

import { t } from "./language.js";
import { byPoints } from "./text.js";

const VERDICTS = { accept: "accepted", correct: "corrected", reject: "rejected", add: "added", later: "later", flag: "flagged" };
const QUOTE = 32;

export function createState(data) {
  const text = byPoints(data.text);
  const decisions = [];
  const seen = new Set();
  const undone = new Set();
  const bySubject = new Map();
  const items = data.indicators.map((item, order) => ({ ...item, order, machine: item.record }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const passages = new Map(data.passages.map((passage) => [passage.id, passage]));
  const stale = { found: false };
  const views = new Map();
  let lastMoment = 0;

  function add(decision) {
    if (seen.has(decision.id)) return false;
    seen.add(decision.id);
    if (decision.document !== data.document) {
      if (!data.decisions.some((known) => known.id === decision.id)) stale.found = true;
      return false;
    }
    decisions.push(decision);
    views.delete(decision.subject);
    if (decision.action === "undo") undone.add(decision.undoes);
    else if (bySubject.has(decision.subject)) bySubject.get(decision.subject).push(decision);
    else bySubject.set(decision.subject, [decision]);
    if (decision.action === "add" && !byId.has(decision.subject)) addItem(decision);
    return true;
  }

  function addItem(decision) {
    const passage = data.passages.find((one) => one.span[0] <= decision.span[0] && decision.span[0] < one.span[1]) || data.passages[0];
    const item = { id: decision.subject, passage: passage.id, record: decision.value, machine: null, confidence: 1, steps: [], state: "review", reasons: [t`人工补录`], checks: [], marks: {}, order: items.length, added: true };
    items.push(item);
    byId.set(item.id, item);
  }

  const liveOf = (subject) => (bySubject.get(subject) || []).filter((decision) => !undone.has(decision.id));

  // one field, four states: failed, review, auto as the machine left it, decided once a person has
  function view(item) {
    if (!views.has(item.id)) views.set(item.id, viewed(item));
    return views.get(item.id);
  }

  function viewed(item) {
    const live = liveOf(item.id);
    const last = live[live.length - 1];
    const verdict = last ? VERDICTS[last.action] : null;
    const waits = verdict === "later" || verdict === "flagged";
    const state = verdict && !waits ? "decided" : waits && item.state === "auto" ? "review" : item.state;
    const record = ownValue(item) || item.machine || item.record;
    return { state, verdict, record, last, gone: Boolean(item.added) && !live.length };
  }

  // what a person wrote of it, if anybody did
  function ownValue(item) {
    const written = liveOf(item.id).filter((decision) => decision.value);
    return written.length ? written[written.length - 1].value : null;
  }

  function labelOf(passage) {
    const live = liveOf(passage.id);
    const last = live[live.length - 1];
    return last ? { ...last.value, by: last.who } : { label: passage.label, horizon: passage.horizon, by: null };
  }

  // the same moment for all of one act, and never the moment of another
  function moment() {
    lastMoment = Math.max(Date.now(), lastMoment + 1);
    return new Date(lastMoment).toISOString();
  }

  function make(action, { subject, span, machine = null, value = null, why = "", undoes = null, who, at }) {
    const [start, end] = span;
    return {
      id: randomId(), subject, action, value, machine, span: [start, end], evidence: text.slice(start, end), prefix: text.slice(Math.max(0, start - QUOTE), start), suffix: text.slice(end, Math.min(text.length, end + QUOTE)),
      who, at, why, undoes, document: data.document, version: data.version,
    };
  }

  // acts not taken back, latest first: what was decided in one moment by one person is one act
  function acts() {
    const found = new Map();
    for (const decision of decisions) {
      if (decision.action === "undo" || undone.has(decision.id)) continue;
      const key = `${decision.at} ${decision.who}`;
      if (found.has(key)) found.get(key).push(decision);
      else found.set(key, [decision]);
    }
    return [...found.values()].sort((a, b) => (a[0].at < b[0].at ? 1 : -1));
  }

  data.decisions.forEach((decision) => add({ ...decision, document: data.document }));
  const adrift = items.filter((item) => item.machine && partsOf(item.machine).some(({ part }) => text.slice(...part.span) !== part.text));
  return { data, text, items, byId, passages, decisions, stale, adrift, add, view, ownValue, labelOf, make, moment, acts, liveOf };
}

export function partsOf(record) {
  const found = [];
  if (record.value) found.push({ role: "value", part: record.value });
  if (record.base) found.push({ role: "base", part: record.base });
  record.changes.forEach((part, index) => found.push({ role: "change", index, part }));
  if (record.rank) found.push({ role: "rank", part: record.rank });
  return found;
}

export function anchorOf(record) {
  return (record.value || record.changes[0] || record.rank).span;
}

export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
