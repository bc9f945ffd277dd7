import { loadContent } from "../../content/load-articles.ts";
import { sitePathKey } from "../../content/site-path.ts";
import { isUnpublished } from "../../content/unpublished.ts";
import { today } from "../../lib/calendar-date.ts";
import { UsageError } from "../command.ts";
import type { Workspace } from "./workspace.ts";

/** The addresses of what authors wrote, as far as it is published: a guide at one of them has been taken over. */
export function takenUrls({ root, markdown }: Workspace): Set<string> {
  const day = today();
  const { loaded } = loadContent(root, markdown);
  return new Set(loaded.filter((item) => !isUnpublished(item, day)).map(({ url }) => url));
}

/**
 * Refuses an address that a file in content/ has already, published or not.
 * @throws UsageError with what to do
 */
export function refuseTaken(url: string, { root, markdown }: Workspace): void {
  const { loaded, meant } = loadContent(root, markdown);
  const isSame = (other: string) => sitePathKey(other) === sitePathKey(url);
  const taken = loaded.find((item) => isSame(item.url));
  if (taken) {
    const { file, draft, publishDateISO } = taken;
    const state = draft ? ", a draft," : isUnpublished(taken, today()) ? `, dated ${publishDateISO},` : "";
    throw new UsageError(
      `${file}${state} has the address ${url} already: edit that file, or delete it to eject the guide anew`,
    );
  }
  if (meant.some(isSame)) {
    throw new UsageError(
      `a file in content/ with errors would have the address ${url}: npm run check names it; mend or delete it first`,
    );
  }
}
