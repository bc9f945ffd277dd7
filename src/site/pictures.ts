import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../content/problem.ts";
import { assetUrl } from "../content/site-path.ts";
import type { PictureToEncode } from "./encode-pictures.ts";
import { CARD } from "./head.ts";
import type { SiteArticle, SiteModel, SitePage } from "./model.ts";
import { measure, type PictureFile, planPicture, requirePixels } from "./picture-cache.ts";
import { unlessUnreadable } from "./unreadable-picture.ts";
import type { Assets } from "./views.ts";

/** One picture of content/assets in every size and format it is published in. */
export interface Picture {
  /** The element that shows it, with texts that are HTML already. */
  html(alt: string, loading: "eager" | "lazy", title?: string): string;
  /** The variant that is shared with other sites, which show no drawings. */
  share?: { url: string; width: number; height: number };
}

/** By the picture's address, such as `/assets/blog/x.jpg`; only those whose file is in content/assets. */
export type Pictures = ReadonlyMap<string, Picture>;

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
const RASTER = /\.(?:jpe?g|png|webp|avif)$/i;
/** The size of the engine's own card. */
const LENT_CARD = { width: 1200, height: 630 };
/** Drawings have no size of their own, and moving pictures would stand still in another format. */
const AS_IT_IS = /\.(?:svg|gif)$/i;
const DRAWING = /\.svg$/i;

/**
 * The address in the site of a picture that a text names.
 * @param target as the text has it: from the root, or from the page
 * @param page the address of the page that it stands on
 * @returns the address, decoded; undefined for a picture of another site
 */
export function pictureAddress(target: string, page: string): string | undefined {
  const base = "https://site.invalid";
  try {
    const { origin, pathname } = new URL(target, base + page);
    return origin === base ? decodeURIComponent(pathname) : undefined;
  } catch {
    return undefined;
  }
}

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
  for (const address of [...new Set(shownPictures(model))].sort()) {
    const file = address.startsWith("/assets/") ? fileOf.get(address) : undefined;
    if (file === undefined) continue;
    const problem = await unlessUnreadable(address, async () => {
      if (RASTER.test(address)) {
        const { id, formats, isKept } = await planPicture(file, folder);
        for (const { name } of formats.flat()) names.add(name);
        const picture = inFormats(formats);
        if (picture) pictures.set(address, picture);
        // Two files of the same bytes are one picture.
        if (!isKept && !toEncode.some((other) => other.id === id))
          toEncode.push({ address, file, id, formats });
      } else if (AS_IT_IS.test(address)) pictures.set(address, await asItIs(address, file));
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
  return { pictures, folder, names, toEncode, card, problems };
}

/** The addresses of the pictures in the texts and above them. */
function shownPictures({ articles, pages }: SiteModel): string[] {
  return [...articles, ...pages].flatMap((item) => [
    ...item.text.images.map((image) => pictureAddress(image.target, item.url) ?? ""),
    ...(item.featuredImage ? [item.featuredImage] : []),
  ]);
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
  if (!DRAWING.test(address)) requirePixels(readFileSync(file));
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
  const own = new Set(text.images.map(({ target }) => pictureAddress(target, url) ?? ""));
  return html.replace(
    /<img src="([^"]+)" alt="([^"]*)"(?: title="([^"]*)")?>/g,
    (tag, source: string, alt: string, title: string | undefined) => {
      const address = pictureAddress(source.replaceAll("&amp;", "&"), url) ?? "";
      const picture = own.has(address) ? pictures.get(address) : undefined;
      return picture
        ? picture.html(alt, "lazy", title)
        : tag.replace(/>$/, ' loading="lazy" decoding="async">');
    },
  );
}
