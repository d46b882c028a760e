// Numbers for people, and back: 3010000 is 301万; what is selected in the text is read into number and unit where it is plain digits.

const MAGNITUDES = [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]];

export function plainNumber(value) {
  for (const [factor, word] of MAGNITUDES) {
    if (Math.abs(value) >= factor) return `${Number((value / factor).toPrecision(10))}${word}`;
  }
  return `${Number(value.toPrecision(10))}`;
}

const SIGNS = { exact: "", range: "", approx: "约 ", min: "≥ ", max: "≤ " };

export function quantityText(part) {
  const number = part.low === part.high ? plainNumber(part.low) : `${plainNumber(part.low)}–${plainNumber(part.high)}`;
  return `${SIGNS[part.bound]}${number}${part.unit}`;
}

// a fall of 10% or more is 降 ≥ 10%: the bound of a change speaks of its size
export function changeText(change, bases) {
  const basis = change.against ? `较${change.against}` : bases[change.basis] || change.basis;
  if (change.form === "multiple") return `${basis} ${quantityText(change)}`;
  if (change.low === 0 && change.high === 0) return `${basis} 持平`;
  if (change.bound === "exact") return `${basis} ${change.low > 0 ? "+" : "−"}${plainNumber(Math.abs(change.low))}${change.unit}`;
  const sizes = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b);
  return `${basis} ${change.low < 0 ? "降" : "增"} ${quantityText({ ...change, low: sizes[0], high: sizes[1] })}`;
}

export function rankText(rank) {
  return `${rank.among || ""}${rank.bound === "max" ? "前" : "第"} ${plainNumber(rank.low)} 位`;
}

const WRITTEN = /^([+-]?[\d,]*\.?\d+)\s*(万亿|亿|万|千)?(余|多)?\s*(.*)$/u;
const FACTORS = { 万亿: 1e12, 亿: 1e8, 万: 1e4, 千: 1e3 };

export function readQuantity(text) {
  const match = WRITTEN.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const value = Number((Number(match[1].replace(/,/g, "")) * (FACTORS[match[2]] || 1)).toPrecision(15));
  return { low: value, high: value, unit: match[4].replace(/^个(?=百分点)/, ""), bound: match[3] ? "min" : "exact" };
}
