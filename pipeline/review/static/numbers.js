// Numbers for people, and back: 3010000 is 301万. What is marked in the text was read by the pipeline (data.readings); what is typed is read here
// as the pipeline reads a numeral (pipeline/extract/numbers.py; a test holds the two together).
import { t } from "./language.js";

const MAGNITUDES = [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]];

export function plainNumber(value) {
  for (const [factor, word] of MAGNITUDES) {
    if (Math.abs(value) >= factor) return `${Number((value / factor).toPrecision(10))}${word}`;
  }
  return `${Number(value.toPrecision(10))}`;
}

const SIGNS = { exact: "", range: "", approx: t`约 `, min: "≥ ", max: "≤ " };

export function quantityText(part) {
  const number = part.low === part.high ? plainNumber(part.low) : `${plainNumber(part.low)}–${plainNumber(part.high)}`;
  return `${SIGNS[part.bound]}${number}${part.unit}`;
}

// a fall of 10% or more is 降 ≥ 10%: the bound of a change speaks of its size
export function changeText(change, bases) {
  const basis = change.against ? t`较${change.against}` : bases[change.basis] || change.basis;
  if (change.form === "multiple") return `${basis} ${quantityText(change)}`;
  if (change.low === 0 && change.high === 0) return t`${basis} 持平`;
  if (change.bound === "exact") return `${basis} ${change.low > 0 ? "+" : "−"}${plainNumber(Math.abs(change.low))}${change.unit}`;
  const sizes = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b);
  return `${basis} ${change.low < 0 ? t`降` : t`增`} ${quantityText({ ...change, low: sizes[0], high: sizes[1] })}`;
}

export function rankText(rank) {
  return t`${rank.among || ""}${rank.bound === "max" ? t`前` : t`第`} ${plainNumber(rank.low)} 位`;
}

const NUMERAL = /[\d０-９.．,，〇零一二三四五六七八九十百千万亿兆两半廿卅点]/;

// the reading of the one number in a stretch of the text; null where there is none, more than one, or half of one
export function readingAt(readings, text, [start, end]) {
  const touched = readings.filter((one) => one[0] < end && start < one[1]);
  if (touched.length > 1) return null;
  if (!touched.length || touched[0][0] < start || touched[0][1] > end + 1) {
    const value = valueOf(text.slice(start, end));
    const torn = NUMERAL.test(text.slice(Math.max(0, start - 1), start)) || NUMERAL.test(text.slice(end, end + 1));
    return Number.isFinite(value) && !torn ? { low: value, high: value, unit: "", bound: "exact" } : null;
  }
  const [, , low, high, unit, bound] = touched[0];
  return { low, high, unit, bound: low === high ? bound : "range" };
}

const DIGITS = Object.fromEntries([..."零一二三四五六七八九"].map((character, value) => [character, value]));
Object.assign(DIGITS, { 两: 2, 〇: 0 });
const TENS = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
const SCORES = { 廿: 20, 卅: 30 };

// a numeral as a person types it: -5, 1,234.5, 8万, 七, 两千三百五, 1.3万亿, 一千多万; NaN where the characters make no number
export function valueOf(typed) {
  const text = typed.normalize("NFKC").replace(/[\s,]/g, "");
  if (/^[-+−]/.test(text)) return text[0] === "+" ? valueOf(text.slice(1)) : -valueOf(text.slice(1));
  if (!text || text.length > 60) return NaN;
  if (/^(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  const [whole, fraction, more] = text.split("点");
  if (more !== undefined) return NaN;
  if (fraction === undefined) return exact(wholeOf(text));
  const parts = /^([零〇一二两三四五六七八九]+)([百千万亿]*)$/.exec(fraction);
  if (!parts || !whole) return NaN;
  const value = wholeOf(whole) + Number(`0.${[...parts[1]].map((character) => DIGITS[character]).join("")}`);
  return exact([...parts[2]].reduce((product, magnitude) => product * (TENS[magnitude] || MYRIADS[magnitude]), value));
}

const exact = (value) => Number(value.toPrecision(15));

function wholeOf(text) {
  const characters = [...text];
  let [total, section, digit, last] = [0, 0, null, 0];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (/[\d.]/.test(character)) {
      let end = i;
      while (end < characters.length && /[\d.]/.test(characters[end])) end++;
      const digits = characters.slice(i, end).join("");
      if (digit || digits.split(".").length > 2) return NaN;
      digit = Number(digits);
      i = end - 1;
      last = end < characters.length ? last : 0;
    } else if (character === "半" && i === 0) digit = 0.5;
    else if (character in DIGITS) {
      if (digit) return NaN;
      digit = DIGITS[character];
      if (digit === 0) last = 0;
    } else if (character in SCORES) [section, digit, last] = [section + SCORES[character], null, 10];
    else if (character in TENS) {
      if (digit === null && character !== "十" && i !== 0) return NaN;
      if (digit === null || (digit === 0 && character === "十")) digit = 1;
      [section, digit, last] = [section + digit * TENS[character], null, TENS[character]];
    } else if (character in MYRIADS) {
      let below = section + (digit || 0);
      if (below === 0 && total === 0) {
        if (i || !text.startsWith("万亿")) return NaN;
        below = 1;
      }
      total = below === 0 || (total > 0 && total < MYRIADS[character]) ? (total + below) * MYRIADS[character] : total + below * MYRIADS[character];
      [section, digit, last] = [0, null, MYRIADS[character]];
    } else if (!"余多几来".includes(character)) return NaN;
  }
  const end = characters[characters.length - 1];
  if (digit !== null && last > 10 && end in DIGITS && DIGITS[end] !== 0) digit *= last / 10;
  return total + section + (digit || 0);
}
