import { closest, distance } from "fastest-levenshtein";

/**
 * The known name that an unknown one most likely stands for.
 * @param name what the author wrote
 * @param known the names that exist
 * @returns the nearest name, or undefined when none is near enough to be worth suggesting
 */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const begun = known.filter((one) => one.toLowerCase().startsWith(name.toLowerCase()));
  if (name.length > 2 && begun.length === 1) return begun[0];
  const lower = known.map((one) => one.toLowerCase());
  const nearest = closest(name.toLowerCase(), lower);
  const far = distance(name.toLowerCase(), nearest);
  const isNear =
    far <= Math.max(2, Math.floor(name.length / 3)) && far * 2 <= Math.min(name.length, nearest.length);
  return isNear ? known[lower.indexOf(nearest)] : undefined;
}

/** A hint sentence with the known name that an unknown one most likely stands for; undefined when none is near. */
export function meantHint(name: string, known: readonly string[]): string | undefined {
  const nearest = didYouMean(name, known);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

/**
 * A hint sentence for an unknown name.
 * @returns `Did you mean "x"?`, or a list of the known names when none is near
 */
export function unknownNameHint(name: string, known: readonly string[]): string {
  const meant = meantHint(name, known);
  if (meant !== undefined) return meant;
  return known.length > 0 ? `Known: ${[...known].sort().join(", ")}.` : "None are defined.";
}
