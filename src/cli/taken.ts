import { titleKey } from "../content/check-site.ts";
import { type Loaded, loadContent } from "../content/load-articles.ts";
import type { MarkdownOptions } from "../content/markdown/markdown.ts";
import { redirectUrl, sitePathKey } from "../content/site-path.ts";
import { isUnpublished } from "../content/unpublished.ts";
import { today } from "../lib/calendar-date.ts";
import { UsageError } from "./command.ts";

/** A root whose content is read, and how its Markdown is. */
export interface Source {
  root: string;
  markdown: MarkdownOptions;
}

/** The addresses of what authors wrote, as far as it is published: a guide at one of them has been taken over. */
export function takenUrls({ root, markdown }: Source): Set<string> {
  const day = today();
  const { loaded } = loadContent(root, markdown);
  return new Set(loaded.filter((item) => !isUnpublished(item, day)).map(({ url }) => url));
}

/**
 * Refuses a post whose address or title a file in content/ has already, published or not.
 * @param instead what to do, for the message
 * @throws UsageError with the file
 */
export function refuseTaken(
  { url, title }: { url: string; title?: string },
  { root, markdown }: Source,
  instead: string,
): void {
  const { loaded, meant } = loadContent(root, markdown);
  const refuse = (item: Loaded | undefined, what: string) => {
    if (item) throw new UsageError(`${item.file}${stateOf(item)} has ${what} already: ${instead}`);
  };
  const isSame = (other: string) => sitePathKey(other) === sitePathKey(url);
  refuse(
    loaded.find((item) => isSame(item.url)),
    `the address ${url}`,
  );
  refuse(
    loaded.find(({ redirectFrom }) => redirectFrom.some((from) => isSame(redirectUrl(from)))),
    `a redirect from ${url}`,
  );
  if (title !== undefined)
    refuse(
      loaded.find((item) => item.kind === "article" && titleKey(item.title) === titleKey(title)),
      `the title "${title}"`,
    );
  if (meant.some(isSame)) {
    throw new UsageError(
      `a file in content/ with errors would have the address ${url}: npm run check names it; mend or delete it first`,
    );
  }
}

function stateOf(item: Loaded): string {
  if (item.draft) return ", a draft,";
  return isUnpublished(item, today()) ? `, dated ${item.publishDateISO},` : "";
}
