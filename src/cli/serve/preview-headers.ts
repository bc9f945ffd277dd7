import { join } from "node:path";
import { readIfPresent } from "../../content/read-folder.ts";
import { headersOfEveryAnswer } from "../../site/headers.ts";

/**
 * The headers that a built site asks its host for on every path, so that what they will stop is stopped in the preview, too.
 * Two differ: nothing is kept by the browser, and nothing is said of HTTPS, which is not spoken here, and which a browser
 * would then ask of every other server on localhost.
 * @param folder the site, whose policy may change with each build
 * @returns what gives them as of now; before a site is there, only those of the preview
 */
export function createPreviewHeaders(folder: string): () => Map<string, string> {
  let latest = "";
  return () => {
    // While a new site takes the old one's place, there is none.
    latest = readIfPresent(join(folder, "_headers"))?.toString("utf8") ?? latest;
    const headers = headersOfEveryAnswer(latest);
    headers.delete("Strict-Transport-Security");
    return headers.set("Cache-Control", "no-cache");
  };
}
