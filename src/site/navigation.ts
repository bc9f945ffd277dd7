import type { Navigation } from "../content/data-schema.ts";
import { decodePath, outputFile, redirectUrl } from "../content/site-path.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";

/**
 * The links of header and footer that lead somewhere: a site that has no navigation of its own gets the engine's, which
 * names pages that the site may not have. Of those of its own that lead nowhere, it is warned.
 * @param known every address of the site
 */
export function navigationOf({ header, footer }: Navigation, known: ReadonlySet<string>): Navigation {
  const leads = ({ url }: { url: string }) => {
    if (!/^\/(?!\/)/.test(url)) return true;
    const written = url.replace(/[?#].*$/, "");
    const path = decodePath(written) ?? written;
    const page = redirectUrl(path);
    // An old address is known by the file that leads on from it.
    return [path, page, `/${outputFile(page)}`].some((address) => known.has(address));
  };
  return deepFreeze({ header: header.filter(leads), footer: footer.filter(leads) });
}
