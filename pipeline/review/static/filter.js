// What the list shows: by state, label, section, check and words, each with its count under the other filters.

import { anchorOf } from "./state.js";

export function createFilter(state) {
  const chosen = { state: "", label: "", section: "", check: "", words: "" };
  const tests = {
    state: (item, value) => (value === "open" ? state.view(item).state !== "decided" : state.view(item).state === value),
    label: (item, value) => state.labelOf(state.passages.get(item.passage)).label === value,
    section: (item, value) => within(item, sections.get(value)),
    check: (item, value) => item.checks.includes(value),
    words: (item, value) => value.split(/\s+/).every((word) => searchable(item).includes(word)),
  };
  const sections = new Map(state.data.sections.map((section) => [section.id, section]));

  function within(item, section) {
    const [start] = anchorOf(state.view(item).record);
    return Boolean(section) && section.span[0] <= start && start < section.span[1];
  }

  function searchable(item) {
    const { record } = state.view(item);
    return [record.name, record.scope, record.period, record.value && record.value.text, ...record.changes.map((change) => change.text), record.rank && record.rank.text].filter(Boolean).join(" ").toLowerCase();
  }

  function passes(item, except) {
    if (state.view(item).gone) return false;
    return Object.entries(chosen).every(([name, value]) => name === except || !value || tests[name](item, name === "words" ? value.toLowerCase().trim() : value));
  }

  // how many items each value of a filter would show
  function counts(name, values) {
    const open = state.items.filter((item) => passes(item, name));
    return new Map(values.map((value) => [value, value ? open.filter((item) => tests[name](item, value)).length : open.length]));
  }

  const said = () => Object.entries(chosen).filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("，") || "全部";
  return { chosen, shown: () => state.items.filter((item) => passes(item, null)), counts, said, clear: () => Object.keys(chosen).forEach((name) => (chosen[name] = "")), active: () => Object.values(chosen).some(Boolean) };
}
