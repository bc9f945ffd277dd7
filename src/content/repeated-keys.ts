/** What an object begins and ends with, and a text. */
const SIGN = /[{}"]/g;
const COLON = /\s*:/y;

/**
 * Where an object of a JSON text has a field that it had already: of the two, JavaScript drops the first without a word.
 * @param json valid JSON
 * @returns the offset and the name of each such field
 */
export function repeatedKeys(json: string): { at: number; key: string }[] {
  const repeated: { at: number; key: string }[] = [];
  const open: Set<string>[] = [];
  SIGN.lastIndex = 0;
  for (let sign = SIGN.exec(json); sign !== null; sign = SIGN.exec(json)) {
    const at = sign.index;
    if (sign[0] === "{") open.push(new Set());
    else if (sign[0] === "}") open.pop();
    else {
      const end = endOfText(json, at);
      SIGN.lastIndex = end;
      COLON.lastIndex = end;
      if (!COLON.test(json)) continue;
      const written = json.slice(at, end);
      const key = written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push({ at, key });
      keys?.add(key);
    }
  }
  return repeated;
}

/** Behind the quote that ends the text which begins at a place: one with an even number of backslashes before it. */
function endOfText(json: string, at: number): number {
  let end = json.indexOf('"', at + 1);
  for (; end !== -1; end = json.indexOf('"', end + 1)) {
    let first = end;
    while (json[first - 1] === "\\") first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return json.length;
}
