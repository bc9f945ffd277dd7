import { didYouMean } from "../lib/did-you-mean.ts";
import { isGenerated } from "./article.ts";
import type { Loaded } from "./load-articles.ts";
import type { LocateField } from "./locate-yaml.ts";
import type { RawImage } from "./markdown/raw-html.ts";
import type { RawPart } from "./markdown/raw-parts.ts";
import { imagesOf, isSafeTarget, linksOf, type Reference } from "./markdown/text-facts.ts";
import { isPictureName, PICTURE_FORMATS } from "./picture-name.ts";
import { error, type Fault, type Problem, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { defaultUrl } from "./site-path.ts";
import { type FaultyGuide, type TextFault, tellFaults, tellGuideFaults } from "./tell-faults.ts";
import { withinSite } from "./within-site.ts";

export interface LinkTargets {
  /** The site's own address, its origin, such as https://www.example.com. */
  siteUrl: string;
  /** Every address that the site answers, pages and files. */
  urls: ReadonlySet<string>;
  /** Those of picture files, which are published in sizes and formats. */
  pictures: ReadonlySet<string>;
  /** The ids on a page of Markdown; undefined for pages whose ids are not known. */
  ids(url: string): ReadonlySet<string> | undefined;
  /** Drafts and scheduled articles that a build leaves out, by address. */
  unpublished: ReadonlySet<string>;
  /** Whether a file that has errors, which are told, may be what the address is of. */
  isUndecided(path: string): boolean;
}

/** Links and pictures that lead nowhere within the site. Other sites are not asked. */
export function checkLinks(items: readonly Loaded[], targets: LinkTargets, locate: LocateField): Problem[] {
  const problems: Problem[] = [];
  const guides: FaultyGuide[] = [];
  const check = linkChecker(targets);
  for (const item of items) {
    const { file, url } = item;
    const faults: TextFault[] = [];
    // Those that could run code are told of with the article itself.
    for (const reference of linksOf(item.text).filter(isSafe))
      for (const fault of check(reference.target, url)) faults.push({ reference, ...fault });
    for (const reference of imagesOf(item.text).filter(isSafe))
      for (const fault of checkImage(reference, url, targets)) faults.push({ reference, ...fault });
    for (const reference of item.text.raw?.parts ?? [])
      for (const fault of checkPart(reference, url, targets)) faults.push({ reference, ...fault });
    if (isGenerated(item)) guides.push({ url, faults, locate: item.locate });
    else problems.push(...tellFaults(faults, item.locate));
    for (const fault of checkFeaturedImage(item, targets))
      problems.push({ file, ...locate(file, ["featuredImage"]), ...fault });
  }
  return [...problems, ...tellGuideFaults(guides)];
}

function isSafe({ target }: Reference): boolean {
  return isSafeTarget(target);
}

/**
 * Finds what is wrong with a link: nothing, or one fault.
 * @returns a function of the link's target and of the address of the page that it is on
 */
export function linkChecker(targets: LinkTargets): (target: string, from: string) => Fault[] {
  const suggest = suggester();
  const idsOf = new Map<string, ReadonlySet<string> | undefined>();
  const pageHint = (path: string, target: string): string => {
    if (NAMES_A_HOST.test(target)) return "Begin it with https:// where it is of another site.";
    if (isDecomposed(path, targets)) return DECOMPOSED;
    if (targets.unpublished.has(path)) return `${path} is a draft or not yet published.`;
    const near = suggest(path, () => likelyPage(path, targets.urls));
    return near ? `Did you mean ${near}?` : "Correct the address, or write that page.";
  };
  return (target, from) => {
    const inside = withinSite(target, from, targets.siteUrl);
    if (inside === undefined) return [];
    const { path, fragment } = inside;
    const shown = quoted(path);
    if (!targets.urls.has(path)) {
      if (targets.isUndecided(path)) return [];
      if (targets.urls.has(`${path}/`)) {
        const message = `the link ${quoted(target)} needs a redirect to ${path}/`;
        return [warning("link-slash", message, `Link to ${path}/.`)];
      }
      return [error("broken-link", `there is no page at ${shown}`, pageHint(path, target))];
    }
    if (fragment === "" || isOfBrowsers(fragment)) return [];
    if (!idsOf.has(path)) idsOf.set(path, targets.ids(path));
    const ids = idsOf.get(path);
    if (!ids || ids.has(fragment)) return [];
    const near = suggest(`${path}#${fragment}`, () => didYouMean(fragment, [...ids]));
    const hint = near ? `Did you mean #${near}?` : "Look up the heading's id on the page.";
    return [error("broken-anchor", `there is no heading #${quoted(fragment)} on ${shown}`, hint)];
  };
}

/** A link that has only lost its scheme; names that end otherwise may be those of files. */
const NAMES_A_HOST =
  /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|io|dev|app|ai|co)(?:[/?#]|$))/i;

/** Whether a browser finds the place without an id: the page's beginning, or a text on it (HTML, 7.4.6.4; URL fragment directives). */
function isOfBrowsers(fragment: string): boolean {
  return fragment.toLowerCase() === "top" || fragment.startsWith(":~:");
}

const DECOMPOSED = "Type it again: it looks right, but is written with decomposed characters (Unicode NFD).";

/** Whether an address would be that of a page if its letters were written in the form that all addresses have. */
function isDecomposed(path: string, { urls }: LinkTargets): boolean {
  const composed = path.normalize("NFC");
  return composed !== path && urls.has(composed);
}

function checkImage(image: Reference | RawImage, from: string, targets: LinkTargets): Fault[] {
  const { target } = image;
  const inside = withinSite(target, from, targets.siteUrl);
  if (inside === undefined) {
    const message = `the picture ${quoted(target)} is on another site, which the site's security policy blocks`;
    return [warning("external-image", message, "Copy it into content/assets.")];
  }
  const { path } = inside;
  const shown = quoted(path);
  if (!targets.urls.has(path)) {
    const told = isDecomposed(path, targets) ? DECOMPOSED : PUT_INTO_ASSETS;
    return [error("missing-image", `there is no picture at ${shown}`, told)];
  }
  if (!isPictureName(path))
    return [error("no-picture", `${shown} is no picture that browsers show`, SHOW_A_PICTURE)];
  if (!("hasSize" in image) || image.hasSize) return [];
  const hint = `Write it as ![...](${quoted(target)}): then its size is set. Or add its width and height.`;
  const message = `the picture ${shown} has no size, so what is below it moves when it comes`;
  return [warning("image-size", message, hint)];
}

/** What else raw HTML loads, and where it sends forms: what is blocked wherever it leads is told of with the article itself. */
function checkPart({ kind, target, text }: RawPart, from: string, targets: LinkTargets): Fault[] {
  if (kind !== "file" && kind !== "form") return [];
  // Readers are sent on from http://, scripts and forms are not.
  const isOpen = /^http:/i.test(target) && targets.siteUrl.startsWith("https:");
  const inside = isOpen ? undefined : withinSite(target, from, targets.siteUrl);
  if (inside === undefined) {
    const hint = kind === "file" ? "Copy it into content/assets." : "Link to a page there that has the form.";
    const message = `${text} leads to ${quoted(target)}, which the site's security policy blocks`;
    return [warning(`external-${kind}`, message, hint)];
  }
  const { path } = inside;
  // What takes in a form need not be of the build.
  if (kind === "form" || targets.urls.has(path) || targets.isUndecided(path)) return [];
  const message = `there is no file at ${quoted(path)}, ${text}`;
  return [error("missing-file", message, PUT_INTO_ASSETS)];
}

const PUT_INTO_ASSETS = "Put it into content/assets, and link to it as /assets/...";

const SHOW_A_PICTURE = `Name a picture; one in another format, save as ${PICTURE_FORMATS}.`;

/** A featured picture is shown in lists and by other sites, too: it has to be a file that sizes can be made of. */
function checkFeaturedImage({ featuredImage, url }: Loaded, targets: LinkTargets): Fault[] {
  if (featuredImage === undefined) return [];
  const { path = featuredImage } = withinSite(featuredImage, url, targets.siteUrl) ?? {};
  if (targets.pictures.has(path)) return [];
  const instead = "a generated card stands in";
  if (targets.urls.has(path))
    return [warning("no-picture", `${quoted(path)} is no picture file; ${instead}`, SHOW_A_PICTURE)];
  const hint = isDecomposed(path, targets) ? DECOMPOSED : "Put the picture there, or correct the path.";
  return [warning("missing-image", `there is no content${quoted(path)}; ${instead}`, hint)];
}

/** To compare a name with those of thousands of pages or headings takes long, and what leads to many has one cause. */
const MOST_SUGGESTED = 100;
/** No address is longer, and to compare one that is with all others would take a minute. */
const LONGEST_SUGGESTED = 500;

/** Makes a suggestion once for each address: one page that is gone may be linked to from every other. */
function suggester(): (address: string, suggest: () => string | undefined) => string | undefined {
  const made = new Map<string, string | undefined>();
  return (address, suggest) => {
    if (address.length > LONGEST_SUGGESTED) return undefined;
    if (!made.has(address) && made.size < MOST_SUGGESTED) made.set(address, suggest());
    return made.get(address);
  };
}

/**
 * What a path that does not exist may stand for: the page of that file, or of the same last part, else the most alike of the
 * same folder.
 */
function likelyPage(path: string, urls: ReadonlySet<string>): string | undefined {
  const asFile = path.replace(/^\/content\//, "/").replace(/\/$/, "");
  const page = /\.(?:md|html)$/.test(asFile) ? defaultUrl(asFile.slice(1)) : `${asFile}/`;
  if (urls.has(page)) return page;
  const end = page.slice(page.lastIndexOf("/", page.length - 2));
  const same = [...urls].find((url) => url.endsWith(end));
  if (same && end !== "/") return same;
  const folder = path.slice(0, path.indexOf("/", 1) + 1);
  return didYouMean(
    path,
    [...urls].filter((url) => folder !== "" && url.startsWith(folder)),
  );
}
