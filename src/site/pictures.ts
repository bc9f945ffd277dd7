import { join } from "node:path";
import { isDrawingName, isPictureName } from "../content/picture-name.ts";
import type { Problem } from "../content/problem.ts";
import { assetUrl } from "../content/site-path.ts";
import { withinSite } from "../content/within-site.ts";
import type { PictureToEncode } from "./encode-pictures.ts";
import { ENGINE_ROOT, LENT_ASSETS } from "./engine-root.ts";
import { CARD } from "./head.ts";
import type { SiteArticle, SiteModel, SitePage } from "./model.ts";
import { AS_IT_IS, measure, type PictureFile, planPicture } from "./picture-cache.ts";
import { unlessUnreadable } from "./unreadable-picture.ts";
import type { Assets } from "./views.ts";

/** One picture of a site in every size and format it is published in. */
export interface Picture {
  /** The element that shows it, with texts that are HTML already. */
  html(alt: string, loading: "eager" | "lazy", title?: string): string;
  /** The variant that is shared with other sites, which show no drawings. */
  share?: { url: string; width: number; height: number };
}

/** The pictures of a site's files. */
export interface Pictures {
  /**
   * The picture that a text names.
   * @param target as the text has it: from the root, from the page, or with the site's own host
   * @param page the address of the page that it stands on
   * @returns undefined for what is no file of the site
   */
  of(target: string, page: string): Picture | undefined;
}

/**
 * @param byAddress pictures by their address, such as `/assets/blog/x.jpg`
 * @param siteUrl the site's own
 */
export function picturesOf(byAddress: ReadonlyMap<string, Picture>, siteUrl: string): Pictures {
  return { of: (target, page) => byAddress.get(withinSite(target, page, siteUrl)?.path ?? "") };
}

/** The pictures of a site, what is to be made of them, and an error for each file that cannot be read as a picture. */
export interface PlannedPictures {
  pictures: Pictures;
  /** Where the sizes and formats are, and the names there that belong to these pictures. */
  folder: string;
  names: ReadonlySet<string>;
  toEncode: readonly PictureToEncode[];
  /** The size of the picture that pages without one are shared with. */
  card: Assets["card"];
  problems: Problem[];
}

/** The width of the text, as the stylesheet has it. */
const SIZES = "(min-width: 39rem) 36rem, 100vw";
/** The size of the engine's own card. */
const LENT_CARD = { width: 1200, height: 630 };

/**
 * Finds the sizes and formats of every picture that the articles show. What is made of them is kept in the cache folder by
 * the picture's content, so that an unchanged picture is never encoded again.
 * @param cache the site's, to which nothing is written yet
 */
export async function planPictures(model: SiteModel, cache: string): Promise<PlannedPictures> {
  const pictures = new Map<string, Picture>();
  const names = new Set<string>();
  const problems: Problem[] = [];
  const folder = join(cache, "pictures");
  const toEncode: PictureToEncode[] = [];
  const fileOf = new Map(model.assets.map(({ path, absolute }) => [assetUrl(path), absolute]));
  const lent = new Map(LENT_ASSETS.map((path) => [assetUrl(path), join(ENGINE_ROOT, "content", path)]));
  for (const address of [...new Set(shownPictures(model))].sort()) {
    const file = isPictureName(address) ? (fileOf.get(address) ?? lent.get(address)) : undefined;
    if (file === undefined) continue;
    const problem = await unlessUnreadable(address, async () => {
      const { id, formats, isKept } = isDrawingName(address) ? AS_IT_IS : await planPicture(file, folder);
      for (const { name } of formats.flat()) names.add(name);
      pictures.set(address, inFormats(formats) ?? (await asItIs(address, file)));
      // Two files of the same bytes are one picture.
      if (!isKept && !toEncode.some((other) => other.id === id))
        toEncode.push({ address, file, id, formats });
    });
    if (problem) problems.push(problem);
  }
  let card = LENT_CARD;
  const ownCard = fileOf.get(CARD);
  if (ownCard !== undefined) {
    const problem = await unlessUnreadable(CARD, async () => {
      card = await measure(ownCard);
    });
    if (problem) problems.push(problem);
  }
  return { pictures: picturesOf(pictures, model.data.site.url), folder, names, toEncode, card, problems };
}

/** The addresses of the pictures in the texts and above them. */
function shownPictures({ articles, pages, data }: SiteModel): string[] {
  return [...articles, ...pages].flatMap(({ text, featuredImage, url }) =>
    [...text.images.map(({ target }) => target), featuredImage ?? ""].map(
      (target) => withinSite(target, url, data.site.url)?.path ?? "",
    ),
  );
}

function inFormats(formats: PictureFile[][]): Picture | undefined {
  const fallback = formats.at(-1)?.at(-1);
  if (!fallback) return undefined;
  const sources = formats
    .map(
      (entries) =>
        `<source type="${entries[0]?.sourceType}" srcset="${entries.map((entry) => entry.srcset).join(", ")}" sizes="${SIZES}">`,
    )
    .join("");
  return {
    html: (alt, loading, title) =>
      `<picture>${sources}${imageTag(fallback, { alt, loading, title })}</picture>`,
    share: { url: fallback.url, width: fallback.width, height: fallback.height },
  };
}

async function asItIs(address: string, file: string): Promise<Picture> {
  const { width, height } = await measure(file);
  const url = address.split("/").map(encodeURIComponent).join("/");
  return { html: (alt, loading, title) => imageTag({ url, width, height }, { alt, loading, title }) };
}

function imageTag(
  image: { url: string; width: number; height: number },
  shown: { alt: string; loading: string; title?: string },
): string {
  const title = shown.title === undefined ? "" : ` title="${shown.title}"`;
  return `<img src="${image.url}" alt="${shown.alt}"${title} width="${image.width}" height="${image.height}" loading="${shown.loading}" decoding="async">`;
}

/**
 * An article's HTML with each picture of its Markdown in its place. Pictures of other sites, and what raw HTML shows, stay as
 * they are.
 */
export function placePictures(
  { html, text, url }: Pick<SiteArticle | SitePage, "html" | "text" | "url">,
  pictures: Pictures,
): string {
  if (!html.includes("<img ")) return html;
  const own = new Set(text.images.map(({ target }) => pictures.of(target, url)));
  return html.replace(
    /<img src="([^"]+)" alt="([^"]*)"(?: title="([^"]*)")?>/g,
    (tag, source: string, alt: string, title: string | undefined) => {
      const picture = pictures.of(source.replaceAll("&amp;", "&"), url);
      return picture && own.has(picture)
        ? picture.html(alt, "lazy", title)
        : tag.replace(/>$/, ' loading="lazy" decoding="async">');
    },
  );
}
