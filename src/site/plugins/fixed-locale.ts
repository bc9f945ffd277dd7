/** The methods that print in the machine's language unless they are told another, and where they are told. */
const LOCALIZED: readonly { prototype: object; names: readonly string[]; place: number }[] = [
  {
    prototype: Date.prototype,
    names: ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"],
    place: 0,
  },
  { prototype: Number.prototype, names: ["toLocaleString"], place: 0 },
  { prototype: BigInt.prototype, names: ["toLocaleString"], place: 0 },
  { prototype: Array.prototype, names: ["toLocaleString"], place: 0 },
  { prototype: String.prototype, names: ["toLocaleUpperCase", "toLocaleLowerCase"], place: 0 },
  { prototype: String.prototype, names: ["localeCompare"], place: 1 },
];

let language: string | undefined;

/**
 * Lets templates print dates and numbers in no language of the machine's, for Node reads that from the environment when it
 * starts and keeps it. `{{ page.date }}` names its zone in English, as it is in UTC.
 * @param tag the site's language
 */
export function fixLocale(tag: string): void {
  const isFixed = language !== undefined;
  language = tag;
  if (isFixed) return;
  for (const { prototype, names, place } of LOCALIZED) {
    for (const name of names)
      replace(prototype, name, (print, given) => print(given.toSpliced(place, 1, given[place] ?? language)));
  }
  for (const name of ["toString", "toTimeString"])
    replace(Date.prototype, name, (print) =>
      String(print([])).replace(/\(.*\)$/, "(Coordinated Universal Time)"),
    );
}

/** Puts a method around the one of that name, as little to be seen in lists of properties. */
function replace(
  prototype: object,
  name: string,
  around: (print: (given: unknown[]) => unknown, given: unknown[]) => unknown,
): void {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== "function") return;
  Object.defineProperty(prototype, name, {
    value(this: unknown, ...given: unknown[]): unknown {
      return around((args) => Reflect.apply(method, this, args), given);
    },
    writable: true,
    configurable: true,
  });
}
