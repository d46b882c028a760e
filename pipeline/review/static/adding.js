// The start of an indicator that was missed: from the selected text, or without a mouse from the next number of the passage that belongs to none.

import { readingAt } from "./numbers.js";
import { partsOf, randomId } from "./state.js";

export function draftOf(state, selection, passage) {
  const span = selection || (passage && unmarked(state, passage));
  if (!span) return null;
  const { data, text } = state;
  const around = data.passages.find((one) => one.span[0] <= span[0] && span[0] < one.span[1]) || data.passages[0];
  const near = state.items.find((item) => item.passage === around.id);
  const read = readingAt(data.readings, text, span) || { low: null, high: null, unit: "", bound: "exact" };
  const record = { name: "", scope: null, period: near ? near.record.period : null, modality: near ? near.record.modality : "actual", value: { text: text.slice(...span), span, ...read }, base: null, changes: [], rank: null };
  const item = { id: `a-${randomId()}`, passage: around.id, machine: null, marks: {}, reasons: [] };
  return { item, record, span };
}

function unmarked(state, passage) {
  const [start, end] = passage.span;
  const taken = state.items.filter((item) => !state.view(item).gone).flatMap((item) => partsOf(state.view(item).record).map(({ part }) => part.span));
  const free = state.data.readings.find(([a, b]) => start <= a && b <= end && !taken.some((span) => span[0] < b && a < span[1]));
  return free ? free.slice(0, 2) : null;
}
