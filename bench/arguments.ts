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
 * Names of peers, separated by commas; `none` for none.
 * @throws UsageError for an unknown name
 */
export function parsePeers(text: string): PeerId[] {
  if (text.trim() === "none") return [];
  return text.split(",").map((part) => {
    const name = part.trim();
    const peer = PEERS.find((known) => known === name);
    if (peer) return peer;
    const near = didYouMean(name, [...PEERS]);
    throw new UsageError(
      `no peer "${name}". ${near ? `Did you mean ${near}?` : `There are ${PEERS.join(", ")}.`}`,
    );
  });
}
