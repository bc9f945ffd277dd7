import nunjucks from "nunjucks";

/** What data is made of. Other objects are Eleventy's own, such as the templates of a collection, and write files when asked to. */
const OF_DATA: ReadonlySet<unknown> = new Set([
  null,
  ...[Object, Array, Date, Map, Set].map(({ prototype }) => prototype),
  nunjucks.runtime.SafeString.prototype,
]);

let keeps = false;

/** Keeps Nunjucks templates to the data of the site: they are no programs, and what they name runs none. */
export function keepToData(): void {
  if (keeps) return;
  keeps = true;
  const { memberLookup } = nunjucks.runtime;
  nunjucks.runtime.memberLookup = (target, name) => {
    // A list of one name is that name.
    const key = typeof name === "object" ? String(name) : name;
    if (!isWayToCode(key)) {
      const found = memberLookup(target, key);
      if (isData(found)) return found;
    }
    throw new Error(`"${key}" is not for templates`);
  };
}

/** By these, a template would get from any value to what runs a text as code. Asked at each name of each page. */
function isWayToCode(key: unknown): boolean {
  return key === "constructor" || key === "prototype" || key === "__proto__";
}

function isData(value: unknown): boolean {
  return typeof value !== "object" || value === null || OF_DATA.has(Object.getPrototypeOf(value));
}
