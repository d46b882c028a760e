// The report as it was read: line for line, passages tinted by label, every figure marked; the outline beside it.

import { byId, el } from "./dom.js";
import { t } from "./language.js";
import { anchorOf, partsOf } from "./state.js";
import { points } from "./text.js";

export function createSource(state, { pick, pickPassage }) {
  const { data, text } = state;
  const root = byId("source");
  const lines = cutLines(data.text);
  const figures = lines.map(() => []);
  const passages = lines.map(() => []);
  const elements = [];
  const rows = new Map();
  const covered = new Map(); // by line, the columns that cells from above reach down into
  let current = null;
  let lit = null;
  let dressed = [];

  function cutLines(string) {
    const found = [];
    let start = 0;
    for (const line of string.split("\n")) {
      const length = points(line);
      found.push({ start, end: start + length });
      start += length + 1;
    }
    return found;
  }

  function lineAt(point) {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle].start <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function linesOf([start, end]) {
    const found = [];
    for (let line = lineAt(start); line < lines.length && lines[line].start < end; line++) found.push(line);
    return found;
  }

  function place() {
    figures.forEach((list) => (list.length = 0));
    for (const item of state.items) {
      const view = state.view(item);
      if (view.gone) continue;
      for (const { part } of partsOf(view.record)) linesOf(part.span).forEach((line) => figures[line].push({ span: part.span, item }));
    }
  }

  // the words of the current indicator: what the document has spans for, and where its name, period and bounds stand
  function partners() {
    if (!current) return [];
    const { record } = state.view(current);
    const found = partsOf(record).map(({ role, part }) => ({ role, span: part.span }));
    for (const role of ["name", "topic", "scope", "among", "against", "period", "bound"]) (current.marks[role] || []).forEach((span) => found.push({ role, span }));
    return found;
  }

  function fill(line) {
    const { start, end } = lines[line];
    const marked = partners().filter(({ span }) => span[0] < end && span[1] > start);
    const cuts = new Set([start, end]);
    for (const { span } of [...figures[line], ...marked, ...passages[line]]) span.forEach((point) => start < point && point < end && cuts.add(point));
    const sorted = [...cuts].sort((a, b) => a - b);
    const element = elements[line];
    element.textContent = "";
    if (rows.has(line)) {
      fillRow(line, element, sorted, marked);
      return;
    }
    let box = element;
    let owner = null;
    for (let i = 0; i + 1 < sorted.length; i++) {
      const [a, b] = [sorted[i], sorted[i + 1]];
      const passage = passages[line].find(({ span }) => span[0] <= a && a < span[1]) || null;
      if (passage !== owner || !i) {
        owner = passage;
        box = passage ? el("span", { class: passageClass(passage), "data-passage": passage.id }) : element;
        if (passage) element.append(box);
      }
      write(box, line, a, b, marked);
    }
  }

  // a row of a table: its cells below each other; what parts them in the text stays there, unseen, so that offsets hold
  function fillRow(line, element, sorted, marked) {
    const { start, end } = lines[line];
    let at = start;
    let column = 0;
    let box = element;
    for (const { span, role, reach, ...cell } of rows.get(line)) {
      for (; column < cell.column; column++) if (!covered.get(line)?.has(column)) element.append(el("td", { class: "cell", role: "cell" }));
      box = el("td", { class: `cell${role === "cell" ? "" : " is-head"}`, role, rowspan: reach > 1 ? reach : null, colspan: cell.columns > 1 ? cell.columns : null });
      if (at < span[0]) box.append(el("span", { class: "bar" }, text.slice(at, span[0])));
      const within = [...new Set([span[0], ...sorted.filter((point) => span[0] < point && point < span[1]), span[1]])];
      for (let i = 0; i + 1 < within.length; i++) write(box, line, within[i], within[i + 1], marked);
      element.append(box);
      at = span[1];
      column = cell.column + (cell.columns || 1);
    }
    if (at < end) box.append(el("span", { class: "bar" }, text.slice(at, end)));
  }

  function write(box, line, a, b, marked) {
    const own = figures[line].filter(({ span }) => span[0] <= a && b <= span[1]);
    const roles = marked.filter(({ span }) => span[0] <= a && b <= span[1]).map(({ role }) => `part-${role}`);
    if (!own.length && !roles.length) box.append(text.slice(a, b));
    else box.append(el("mark", { class: [...(own.length ? ["figure", `is-${state.view(own[0].item).state}`, own.every(({ item }) => state.view(item).verdict === "rejected") ? "is-rejected" : ""] : []), ...new Set(roles)].filter(Boolean).join(" "), "data-ids": own.map(({ item }) => item.id).join(" ") || null }, text.slice(a, b)));
  }

  function passageClass(passage) {
    return `passage label-${state.labelOf(passage).label} kind-${passage.kind}${lit === passage.id ? " is-current" : ""}`;
  }

  function build() {
    data.passages.forEach((passage) => linesOf(passage.span).forEach((line) => passages[line].push(passage)));
    place();
    for (const table of data.tables) {
      const names = Math.min(...table.cells.map(({ column }) => column));
      const lineOf = new Map(table.cells.map(({ row, span }) => [row, lineAt(span[0])]));
      for (const cell of table.cells) {
        const line = lineAt(cell.span[0]);
        const role = cell.row < table.head ? "columnheader" : cell.column === names ? "rowheader" : "cell";
        const below = cell.rows > 1 ? [...lineOf].filter(([row]) => row > cell.row && row < cell.row + cell.rows).map(([, at]) => at) : [];
        for (const at of below) {
          if (!covered.has(at)) covered.set(at, new Set());
          for (let column = cell.column; column < cell.column + (cell.columns || 1); column++) covered.get(at).add(column);
        }
        if (!rows.has(line)) rows.set(line, []);
        rows.get(line).push({ ...cell, role, reach: 1 + below.length });
      }
    }
    rows.forEach((cells) => cells.sort((a, b) => a.span[0] - b.span[0]));
    const tableAt = new Map(data.tables.map((table) => [lineAt(table.span[0]), table]));
    const headings = new Map(data.sections.map((section) => [lineAt(section.span[0]), section]));
    const fragment = document.createDocumentFragment();
    let table = null;
    let grid = null;
    lines.forEach((_, line) => {
      if (tableAt.has(line)) {
        table = tableAt.get(line);
        grid = el("tbody", {});
        fragment.append(el("table", { class: "grid", role: "table", "aria-label": table.title ? text.slice(...table.title) : t`表` }, grid));
      }
      const inside = table && lines[line].start < table.span[1];
      if (inside && rows.has(line)) {
        const [passage] = passages[line];
        elements[line] = el("tr", { class: "line cells", role: "row", "data-passage": passage ? passage.id : null });
        fill(line);
        grid.append(elements[line]);
        return;
      }
      const section = headings.get(line);
      const id = section ? `section-${section.id}` : null;
      // a run-on heading shares its line with the text behind it, and is no heading of the page
      const alone = section && passages[line].every(({ kind }) => kind === "heading");
      elements[line] = alone ? el(`h${Math.min(section.level + 1, 6)}`, { class: "line heading", id }) : el("p", { class: "line", id });
      fill(line);
      if (inside) elements[line].classList.add("bar");
      fragment.append(elements[line]);
    });
    root.append(fragment);
  }

  // ``moved``: a decision brought another figure or took one away, so the figures of all lines are gathered anew
  function refresh(spans, moved) {
    if (moved) place();
    new Set([...dressed, ...spans.flatMap(linesOf)]).forEach(fill);
  }

  function select(item, { scroll = true } = {}) {
    dress(item, state.passages.get(item.passage));
    if (scroll) show(anchorOf(state.view(item).record)[0]);
  }

  function selectPassage(passage) {
    dress(null, passage);
    show(passage.span[0]);
  }

  function dress(item, passage) {
    const before = dressed;
    current = item;
    lit = passage.id;
    dressed = [...partners().flatMap(({ span }) => linesOf(span)), ...linesOf(passage.span)];
    new Set([...before, ...dressed]).forEach(fill);
  }

  function show(point) {
    const element = elements[lineAt(point)];
    element.scrollIntoView({ block: "center" });
    const mark = element.querySelector(`[class*="part-value"],[class*="part-change"],[class*="part-rank"]`);
    if (mark && element.offsetHeight > root.clientHeight / 2) mark.scrollIntoView({ block: "center" });
  }

  // the stretch of text that is selected, in code points; null where nothing in the report is
  function selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const ends = [pointOf(range.startContainer, range.startOffset), pointOf(range.endContainer, range.endOffset)];
    return ends.includes(null) || ends[0] >= ends[1] ? null : ends;
  }

  function pointOf(node, offset) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".line");
    if (!line || !root.contains(line)) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return lines[elements.indexOf(line)].start + points(before.toString());
  }

  root.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-ids]");
    if (!getSelection().isCollapsed) return;
    if (!mark) {
      const passage = event.target.closest("[data-passage]");
      if (passage) pickPassage(passage.dataset.passage);
      return;
    }
    const ids = mark.dataset.ids.split(" ");
    pick(ids[(ids.indexOf(current ? current.id : "") + 1) % ids.length]);
  });

  build();
  outline(state);
  return { select, selectPassage, refresh, selection, show };
}

function outline(state) {
  const list = byId("outline-list");
  for (const section of state.data.sections) {
    list.append(el("li", { class: `level-${Math.min(section.level, 4)}` }, el("a", { href: `#section-${section.id}`, "data-section": section.id }, section.title || t`（无标题）`), el("span", { class: "count", "data-open": section.id })));
  }
}
