import { once } from "../lib/once.ts";
import type { Pack, Scope } from "./model.ts";
import { idsOf, scopeKey } from "./scope.ts";

/** Names the file that blocks for some ids of one topic belong into. */
export type BlockFileOf = (scope: Scope & { topic: string }) => string;

/** Such files of a pack: the one that stands, in whichever folder, else one by the usual name. */
export function blockFiles({ blocks }: Pick<Pack, "blocks">): BlockFileOf {
  // Of two files for the same ids, the first.
  const standing = once(() => new Map(blocks.toReversed().map(({ scope, file }) => [scopeKey(scope), file])));
  return (scope) => {
    return standing().get(scopeKey(scope)) ?? `templates/blocks/${scope.topic}/${idsOf(scope).join("+")}.md`;
  };
}
