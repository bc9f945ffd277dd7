import { join } from "node:path";
import type { ReadSite } from "./context.ts";
import { layoutsFingerprint } from "./incremental/fingerprint.ts";
import { type SiteSearch, searchSite } from "./search/site.ts";

/** Begins to index a site that is being written to a folder. */
export function beginSearch(
  { root, cache, model }: Pick<ReadSite, "root" | "cache" | "model">,
  output: string,
): SiteSearch {
  return searchSite(model, { version: layoutsFingerprint(root), work: join(cache, "search"), output });
}
