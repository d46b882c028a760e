// What the list shows: by state, label, section, check and words, each with its count under the other filters.

import { t } from "./language.js";
import { anchorOf } from "./state.js";

export function createFilter(state) {
  const chosen = { state: "", label: "", section: "", check: "", words: "" };
  const places = new Map();
  // what an item counts as under each filter
  const values = {
    state: (item) => (state.view(item).state === "decided" ? ["decided"] : ["open", state.view(item).state]),
    label: (item) => [state.labelOf(state.passages.get(item.passage)).label],
    section: sectionsOf,
    check: (item) => item.checks,
  };

  function sectionsOf(item) {
    const [start] = anchorOf(state.view(item).record);
    if (!places.has(start)) places.set(start, state.data.sections.filter(({ span }) => span[0] <= start && start < span[1]).map(({ id }) => id));
    return places.get(start);
  }

  function holdsWords(item) {
    const { record } = state.view(item);
    const said = [record.name, record.scope, record.period, record.value && record.value.text, ...record.changes.map((change) => change.text), record.rank && record.rank.text].filter(Boolean).join(" ").toLowerCase();
    return chosen.words.toLowerCase().trim().split(/\s+/).every((word) => said.includes(word));
  }

  function passes(item, except) {
    if (state.view(item).gone) return false;
    for (const name of Object.keys(values)) if (name !== except && chosen[name] && !values[name](item).includes(chosen[name])) return false;
    return !chosen.words || holdsWords(item);
  }

  // how many items each value of a filter would show; under "" all that the other filters leave
  function counts(name) {
    const found = new Map([["", 0]]);
    for (const item of state.items) {
      if (!passes(item, name)) continue;
      for (const value of ["", ...values[name](item)]) found.set(value, (found.get(value) || 0) + 1);
    }
    return found;
  }

  const said = () => Object.entries(chosen).filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("，") || t`全部`;
  return { chosen, counts, said, sectionsOf, shown: () => state.items.filter((item) => passes(item, null)), clear: () => Object.keys(chosen).forEach((name) => (chosen[name] = "")), active: () => Object.values(chosen).some(Boolean) };
}
