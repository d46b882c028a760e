// Where the person is: the indicator or passage that is selected, and how to go from one to the next.
import { t } from "./language.js";


export function createMoving(state, filter, { table, source, detail, bar, editing, say }) {
  // ``resume``: the row to go on from when a passage is selected and no indicator
  const here = { current: null, passage: null, resume: null };
  const isOpen = (item) => state.view(item).state !== "decided";

  function pick(id, options) {
    if (editing.active()) return;
    const item = state.byId.get(id);
    if (!item) {
      if (state.passages.has(id)) pickPassage(id);
      return;
    }
    if (!table.has(item)) bar.reset();
    if (!table.has(item)) return;
    here.current = here.resume = item;
    here.passage = state.passages.get(item.passage);
    table.select(item, options);
    source.select(item, options);
    detail.show(item);
  }

  function pickPassage(id) {
    if (editing.active()) return;
    here.current = null;
    here.passage = state.passages.get(id);
    table.select(null);
    source.selectPassage(here.passage);
    detail.showPassage(here.passage);
  }

  function stepPassage(by) {
    const all = state.data.passages;
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(here.passage) + by))];
    if (next) pickPassage(next.id);
  }

  // the next that nobody decided, behind this row and around; those put off only when nothing else is left
  function advance() {
    const shown = table.shown();
    const from = shown.indexOf(here.resume);
    const around = [...shown.slice(from + 1), ...shown.slice(0, Math.max(from, 0))].filter(isOpen);
    const next = around.find((item) => !state.view(item).verdict) || around[0];
    if (next) pick(next.id);
    else say(filter.active() ? t`筛选结果里没有未确认的了；按 C 清除筛选` : t`全部确认完了`);
  }

  function step(by) {
    const shown = table.shown();
    const at = Math.max(0, Math.min(shown.length - 1, by === -Infinity ? 0 : by === Infinity ? shown.length - 1 : shown.indexOf(here.resume) + by));
    if (shown.length) pick(shown[at].id);
  }

  // in a table: the figure beside this one in its row, or above and below it in its column
  function stepCell(way) {
    const at = here.current && here.current.cell;
    if (!at) return;
    const along = way === "left" || way === "right" ? "column" : "row";
    const across = along === "row" ? "column" : "row";
    const ahead = way === "right" || way === "down" ? 1 : -1;
    const placed = state.items.filter(({ cell }) => cell && cell.table === at.table && cell[across] === at[across] && (cell[along] - at[along]) * ahead > 0);
    placed.sort((a, b) => (a.cell[along] - b.cell[along]) * ahead);
    if (placed.length) pick(placed[0].id);
  }

  return { here, stepCell, isOpen, pick, pickPassage, stepPassage, advance, step };
}
