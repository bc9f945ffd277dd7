import { slug } from "../lib/slug.ts";

const SEGMENT = /^[\p{L}\p{N}\p{M}._~-]+$/u;
const OTHER_SIGN = 'holds a sign that is no letter, digit, "-", ".", "_" or "~"';
const RESERVED_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const RESERVED = "holds a name that Windows reserves";
const MAX_SEGMENT_BYTES = 120;
const MAX_PATH_BYTES = 500;

/** The folder of the output that the search index is written to. */
export const SEARCH_FOLDER = "/pagefind/";
/** Folders of the output that the engine writes itself; no author's page may stand in them. */
const ENGINE_FOLDERS = [SEARCH_FOLDER, "/assets/"];
const IN_ENGINE_FOLDER = "is in a folder that the build writes itself";

/** Whether an address lies where the search index does. */
export function isInSearchFolder(path: string): boolean {
  return path.toLowerCase().startsWith(SEARCH_FOLDER);
}

/**
 * What is wrong with a path as the address of a page, or undefined when nothing is.
 * Such a path starts at the root, stays below it, and is written the same in a URL, on any file system, and in a link:
 * letters, digits, hyphens, dots, underscores and tildes between single slashes, ended by a slash or by a file name.
 * @param path such as `/blog/x/` or `/404.html`
 */
export function sitePathFault(path: string): string | undefined {
  const fault = filePathFault(path);
  if (fault || path === "/") return fault;
  if (ENGINE_FOLDERS.some((folder) => path.toLowerCase().startsWith(folder))) return IN_ENGINE_FOLDER;
  if (path.includes("/.")) return "has a part that starts with a dot";
  if (!path.endsWith("/") && !/\.[a-z0-9]+$/i.test(path))
    return 'must end with "/" or with a file name such as "x.html"';
  return undefined;
}

/** The same for what a template writes: any name in any folder. */
export function filePathFault(path: string): string | undefined {
  if (!path.startsWith("/")) return 'must start with "/"';
  if (path === "/") return undefined;
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes`;
  if (path !== path.normalize("NFC")) return "is written with decomposed characters (Unicode NFD)";
  if (/[?#]/.test(path)) return 'has a "?" or "#", which in a URL is the end of the path';
  for (const segment of path.slice(1).replace(/\/$/, "").split("/")) {
    if (segment === "") return "has an empty part between two slashes";
    if (segment === "." || segment === "..") return "leaves the output folder";
    if (!SEGMENT.test(segment)) return OTHER_SIGN;
    if (segment.endsWith(".")) return "has a part that ends with a dot";
    if (RESERVED_NAME.test(segment)) return RESERVED;
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
      return `has a part longer than ${MAX_SEGMENT_BYTES} bytes`;
  }
  return undefined;
}

/**
 * Why a file that is copied as it is could not be unpacked on Windows, or undefined when it could. Elsewhere it may have any name,
 * for others give such files their names, and links to them are checked as they are written.
 * @param path from the content folder, with forward slashes
 */
export function copiedFileFault(path: string): string | undefined {
  for (const segment of path.split("/")) {
    if (/[<>:"|?*\\]/.test(segment)) return "holds a sign that Windows has in no name";
    if (/[. ]$/.test(segment)) return "has a part that ends with a dot or a space";
    if (RESERVED_NAME.test(segment)) return RESERVED;
  }
  return undefined;
}

/** The address that a `redirectFrom` names: of a file when it ends like one, else of a page, with or without its slash. */
export function redirectUrl(from: string): string {
  return from.endsWith("/") || /\.[a-z0-9]+$/i.test(from) ? from : `${from}/`;
}

/** Whether hosts, which go by an address's ending, send what is there as a page. */
export function isPageUrl(url: string): boolean {
  return /(?:\/|\.html?)$/i.test(url);
}

/** The file of the output folder that a page's address is written to. `/blog/x/` is `blog/x/index.html`. */
export function outputFile(url: string): string {
  return url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1);
}

/**
 * The address of a file that is copied as it is: in the form in which addresses are compared and browsers type them, for some
 * file systems name files in another.
 * @param path from the content folder, with forward slashes
 */
export function assetUrl(path: string): string {
  return `/${path.normalize("NFC")}`;
}

/** Two addresses with the same key cannot both be published: they differ by case or Unicode form only. */
export function sitePathKey(url: string): string {
  return (
    url
      .normalize("NFC")
      // Up and down again: some letters have a twin that only one of the two finds.
      .toUpperCase()
      .toLowerCase()
      .replace(/\/index\.html$/, "/")
  );
}

/**
 * The address of a content file by its place: `blog/x.md` is `/blog/x/`, `index.md` is `/`; a date before the name, as
 * in `2026-02-09-x.md`, is left out, as Eleventy does.
 * @param path from the content folder, with forward slashes
 */
export function defaultUrl(path: string): string {
  return templateUrl(path.normalize("NFC").replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/.][^/]*$)/, "$1"));
}

/** The address that Eleventy gives to a template of the content folder by its place: `x.njk` is `/x/`. */
export function templateUrl(path: string): string {
  return `/${path.replace(/\.[^./]+$/, "")}/`.replace(/\/index\/$/, "/");
}

/** The day that a file's name begins with, as `2026-02-09-x.md`. */
export function dateInFileName(path: string): string | undefined {
  return /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+$/.exec(path)?.[1];
}

/** A path without its percent signs; undefined when they stand for no text (`%E0%A4`). */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Whether a path has a part that leads elsewhere (`.` or `..`), however it is written. */
export function hasDotSegment(path: string): boolean {
  const decoded = decodePath(path) ?? path;
  return decoded.split(/[\\/]/).some((part) => part === "." || part === "..");
}

/** The id, in URLs, of a category's name. */
export function categoryId(name: string): string {
  return slug(name) || "category";
}

/**
 * What one category alone may have: its address, and its name but for case and punctuation, which may stand for a space. The
 * signs that tell C++ from C# are a part of the name.
 */
export function categoryKeys(name: string): string[] {
  const letters = name.normalize("NFKC").toLowerCase();
  const punctuated = (by: string) =>
    letters
      .replace(/[^\p{L}\p{N}\p{M}\s+#]/gu, by)
      .replace(/\s+/g, " ")
      .trim();
  return [categoryUrl(name), punctuated(""), punctuated(" ")];
}

export function categoryUrl(name: string): string {
  return `/categories/${categoryId(name)}/`;
}

/** What is wrong with a name as that of a category, or undefined when nothing is: its address is made from it. */
export function categoryFault(name: string): string | undefined {
  return slug(name) === "" ? "has no letter or digit for an address" : madeFault(categoryUrl(name));
}

export function authorUrl(id: string): string {
  return `/authors/${id}/`;
}

/** The address of a topic's hub. */
export function topicUrl(id: string): string {
  return `/guides/${id}/`;
}

export function roleUrl(id: string): string {
  return `/roles/${id}/`;
}

/** What is wrong with an author's id, or undefined when nothing is: the author's page has it in its address. */
export function authorFault(id: string): string | undefined {
  return madeFault(authorUrl(id));
}

function madeFault(url: string): string | undefined {
  const fault = sitePathFault(url);
  return fault && `makes an address that ${fault}`;
}
