import type { Navigation } from "../content/data-schema.ts";
import { decodePath } from "../content/site-path.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";

/**
 * The links of header and footer that lead somewhere: a site that has no navigation of its own gets the engine's, which
 * names pages that the site may not have. Of those of its own that lead nowhere, it is warned.
 * @param known every address of the site
 */
export function navigationOf({ header, footer }: Navigation, known: ReadonlySet<string>): Navigation {
  const leads = ({ url }: { url: string }) => {
    const path = url.replace(/[?#].*$/, "");
    return !/^\/(?!\/)/.test(path) || known.has(decodePath(path) ?? path);
  };
  return deepFreeze({ header: header.filter(leads), footer: footer.filter(leads) });
}
