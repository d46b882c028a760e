// The report's text by code points, as the document counts them. JavaScript strings count UTF-16 units, and a character
// beyond U+FFFF (𠮷, an emoji) is two of those: the table below is made once, and every slice goes through it.

export function byPoints(string) {
  const astral = /[\ud800-\udbff][\udc00-\udfff]/.test(string);
  let units = null;
  if (astral) {
    units = new Uint32Array(string.length + 1);
    let unit = 0;
    let point = 0;
    for (const character of string) {
      units[point++] = unit;
      unit += character.length;
    }
    units[point] = unit;
    units = units.subarray(0, point + 1);
  }
  const length = units ? units.length - 1 : string.length;
  const at = (point) => (units ? units[Math.max(0, Math.min(point, length))] : point);
  return { length, slice: (start, end) => string.slice(at(start), at(end)) };
}

// how many code points a string has
export function points(string) {
  let count = 0;
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff && (string.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    count++;
  }
  return count;
}
