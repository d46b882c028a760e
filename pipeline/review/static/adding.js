// The start of an indicator that was missed: from the selected text, or without a mouse from the next digits of the passage that belong to none.

import { readQuantity } from "./numbers.js";
import { partsOf, randomId } from "./state.js";

const DIGIT = /[\d０-９]/;
const NUMBER = /[\d０-９.．,%％]/;

export function draftOf(state, selection, passage) {
  const span = selection || (passage && unmarked(state, passage));
  if (!span) return null;
  const { data, text } = state;
  const around = data.passages.find((one) => one.span[0] <= span[0] && span[0] < one.span[1]) || data.passages[0];
  const near = state.items.find((item) => item.passage === around.id);
  const read = readQuantity(text.slice(...span)) || { low: 0, high: 0, unit: "", bound: "exact" };
  const record = { name: "", scope: null, period: near ? near.record.period : null, modality: near ? near.record.modality : "actual", value: { text: text.slice(...span), span, ...read }, base: null, changes: [], rank: null };
  const item = { id: `a-${randomId()}`, passage: around.id, machine: null, marks: {}, reasons: [] };
  return { item, record, span };
}

function unmarked(state, passage) {
  const [start, end] = passage.span;
  const at = (point) => state.text.slice(point, point + 1);
  const taken = state.items.filter((item) => !state.view(item).gone).flatMap((item) => partsOf(state.view(item).record).map(({ part }) => part.span));
  for (let a = start; a < end; a++) {
    if (!DIGIT.test(at(a))) continue;
    let b = a + 1;
    while (b < end && NUMBER.test(at(b))) b++;
    if (!taken.some((span) => span[0] < b && a < span[1])) return [a, b];
    a = b;
  }
  return null;
}
