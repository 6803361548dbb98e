// Coordinates as people type them: latitude, then longitude, one point a line. The house reads them in the same way.

/** The points of a text, as [latitude, longitude] in degrees; a line that is no position is left out. */
export function positions(text) {
  return text.split("\n").map(position).filter(Boolean);
}

/** A line: `48.8566, 2.3522`, `48,8566 2,3522`, `48,8566 ; 2,3522`, `48.8566° N, 2.3522° E`; nothing when it is no position. */
export function position(line) {
  const both = halves(line);
  if (!both) return null;
  const latitude = degrees(both[0], "NS");
  const longitude = degrees(both[1], "EWO");
  const isOnGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnGlobe ? [latitude, longitude] : null;
}

/** A position as it is typed again, to a millionth of a degree. */
export function typed([latitude, longitude]) {
  const written = (value) => String(Number(value.toFixed(6)));
  return `${written(latitude)}, ${written(longitude)}`;
}

/** The two numbers of a line: apart by `;`, by spaces, or by the comma in the middle. */
function halves(line) {
  if (line.includes(";")) return line.split(/;(.*)/s).slice(0, 2);
  const numbers = [];
  for (const word of line.split(/\s+/).filter(Boolean)) {
    if (/\d/.test(word) || !numbers.length) numbers.push(word);
    else numbers[numbers.length - 1] += word;
  }
  if (numbers.length === 2) return numbers.map((number) => number.replace(/,+$/, ""));
  return numbers.length === 1 ? atMiddleComma(numbers[0]) : null;
}

/** `48.8566,2.3522` or `48,8566,2,3522`. */
function atMiddleComma(line) {
  const parts = line.split(",");
  if (parts.length === 2) return parts;
  return parts.length === 4 ? [parts.slice(0, 2).join(","), parts.slice(2).join(",")] : null;
}

/** Degrees with what tells their half of the globe; not a number when it is none. */
function degrees(text, letters) {
  const read = /^([-+\u2212]?)(\d{1,3}(?:[.,]\d{0,20})?)\s*°?\s*([A-Z]?)$/.exec(text.trim().toUpperCase());
  if (!read || (read[3] && !letters.includes(read[3]))) return NaN;
  const isBelow = /[-\u2212]/.test(read[1]);
  const isOther = /[SWO]/.test(read[3]);
  if (isBelow && isOther) return NaN;
  return Number(read[2].replace(",", ".")) * (isBelow || isOther ? -1 : 1);
}
