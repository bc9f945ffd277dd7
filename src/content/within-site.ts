import { decodePath } from "./site-path.ts";

/**
 * Where in the site a target leads, with the page's own address as the base.
 * @param target as an author writes it: from the root, from the page, or with the site's own host
 * @param from the address of the page that it stands on
 * @param siteUrl the site's own address, its origin, such as https://www.example.com
 * @returns its path and fragment, decoded where they stand for text; undefined when it leads elsewhere
 */
export function withinSite(
  target: string,
  from: string,
  siteUrl: string,
): { path: string; fragment: string } | undefined {
  // Most links are plain paths, and reading those as URLs would take longer than all other checks of a large site.
  if (/^\/(?!\/)[\w/-]*$/.test(target)) return { path: target, fragment: "" };
  let url: URL;
  try {
    url = new URL(target, siteUrl + from);
  } catch {
    return undefined;
  }
  if (withoutScheme(url.origin) !== withoutScheme(siteUrl)) return undefined;
  const { pathname, hash } = url;
  return { path: decodePath(pathname) ?? pathname, fragment: decodePath(hash.slice(1)) ?? hash.slice(1) };
}

/** Hosts send readers who come by http:// on to https://, and links of older texts begin so. */
function withoutScheme(origin: string): string {
  return origin.replace(/^https?:/, "");
}
