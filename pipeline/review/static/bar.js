// Counts, progress and filters, always in sight.

import { byId, el } from "./dom.js";
import { t } from "./language.js";

const STATES = ["failed", "review", "auto", "decided"];

export function createBar(state, filter, { changed }) {
  const { data } = state;
  const { words } = data;
  const chips = byId("chips");
  const selects = { label: byId("filter-label"), section: byId("filter-section"), check: byId("filter-check") };
  const values = {
    state: ["", "open", ...STATES],
    label: ["", ...Object.keys(words.labels)],
    section: ["", ...data.sections.map((section) => section.id)],
    check: ["", ...new Set(state.items.flatMap((item) => item.checks))],
  };
  const titles = {
    state: { "": t`全部`, open: t`未确认`, ...words.states },
    label: { "": t`所有类别`, ...words.labels },
    section: { "": t`所有章节`, ...Object.fromEntries(data.sections.map((section) => [section.id, `${"　".repeat(section.level - 1)}${section.title}`])) },
    check: { "": t`所有核对`, ungrounded: t`无出处`, ...words.checks },
  };

  const options = {};
  for (const value of values.state) chips.append(el("button", { type: "button", class: `chip is-${value || "all"}`, "data-state": value, onclick: () => choose("state", value) }, el("span", {}, titles.state[value]), el("b", {})));
  for (const [name, select] of Object.entries(selects)) {
    options[name] = new Map(values[name].map((value) => [value, el("option", { value })]));
    select.append(...options[name].values());
    select.addEventListener("change", () => choose(name, select.value));
  }
  byId("words").addEventListener("input", (event) => event.isComposing || choose("words", byId("words").value));
  byId("words").addEventListener("compositionend", () => choose("words", byId("words").value));

  function choose(name, value) {
    filter.chosen[name] = value;
    changed();
  }

  function reset() {
    filter.clear();
    byId("words").value = "";
    changed();
  }

  // only what changed is written: hundreds of sections have an option and a place in the outline each
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function refresh() {
    const byState = filter.counts("state");
    for (const chip of chips.children) {
      write(chip.lastChild, String(byState.get(chip.dataset.state) || 0));
      chip.setAttribute("aria-pressed", String(filter.chosen.state === chip.dataset.state));
    }
    for (const [name, select] of Object.entries(selects)) {
      const counts = filter.counts(name);
      options[name].forEach((option, value) => {
        const count = counts.get(value) || 0;
        write(option, `${titles[name][value] || value}　${count}`);
        option.hidden = Boolean(value) && !count && value !== filter.chosen[name];
      });
      select.value = filter.chosen[name];
      select.hidden = values[name].length < 2;
    }
    byId("clear").hidden = !filter.active();
    progress();
  }

  function progress() {
    const counts = Object.fromEntries(STATES.map((name) => [name, 0]));
    const open = new Map();
    let total = 0;
    for (const item of state.items) {
      const view = state.view(item);
      if (view.gone) continue;
      total++;
      counts[view.state]++;
      if (view.state !== "decided") filter.sectionsOf(item).forEach((id) => open.set(id, (open.get(id) || 0) + 1));
    }
    byId("tally").textContent = `${counts.decided} / ${total}`;
    const bar = byId("progress");
    bar.setAttribute("aria-valuemax", String(total));
    bar.setAttribute("aria-valuenow", String(counts.decided));
    bar.setAttribute("aria-valuetext", STATES.map((name) => `${words.states[name]} ${counts[name]}`).join("，"));
    for (const name of STATES) bar.querySelector(`.is-${name}`).style.flexGrow = String(counts[name]);
    byId("grounded").textContent = t`无出处 ${state.adrift.length}`;
    byId("grounded").classList.toggle("is-failed", state.adrift.length > 0);
    outline.forEach((count) => write(count, String(open.get(count.dataset.open) || "")));
    document.title = `${counts.decided}/${total} ${data.title}`;
  }

  const outline = [...document.querySelectorAll("[data-open]")];
  return { refresh, reset };
}
