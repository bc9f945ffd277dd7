import { UsageError } from "../src/cli/command.ts";
import { didYouMean } from "../src/lib/did-you-mean.ts";
import { PEERS, type PeerId } from "./peers.ts";

/**
 * Whole numbers above zero, separated by commas.
 * @throws UsageError for anything else
 */
export function parseCounts(text: string, option: string): number[] {
  const counts = text.split(",").map((part) => Number(part.trim()));
  if (counts.every((count) => Number.isInteger(count) && count > 0)) return [...new Set(counts)];
  throw new UsageError(`${option} takes whole numbers above zero, separated by commas, not "${text}"`);
}

/**
 * One whole number above zero.
 * @throws UsageError for anything else
 */
export function parseCount(text: string, option: string): number {
  const [count, ...others] = parseCounts(text, option);
  if (count !== undefined && others.length === 0) return count;
  throw new UsageError(`${option} takes one whole number above zero, not "${text}"`);
}

/**
 * Names of peers, separated by commas; `none` for none.
 * @throws UsageError for an unknown name
 */
export function parsePeers(text: string): PeerId[] {
  return text.trim() === "none" ? [] : parseNames(text, PEERS, "peer");
}

/** What the benchmark can measure. */
const PARTS = ["cold", "live", "guides", "large"] as const;
export type Part = (typeof PARTS)[number];

/**
 * Parts of the benchmark, separated by commas.
 * @throws UsageError for an unknown name
 */
export function parseParts(text: string): Part[] {
  return parseNames(text, PARTS, "part");
}

function parseNames<Name extends string>(text: string, names: readonly Name[], what: string): Name[] {
  return text.split(",").map((part) => {
    const name = part.trim();
    const found = names.find((known) => known === name);
    if (found) return found;
    const near = didYouMean(name, [...names]);
    throw new UsageError(
      `no ${what} "${name}". ${near ? `Did you mean ${near}?` : `There are ${names.join(", ")}.`}`,
    );
  });
}
