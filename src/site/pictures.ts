import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Image from "@11ty/eleventy-img";
import { escapeHtml } from "../lib/escape.ts";

/** One picture of content/assets in every size and format it is published in. */
export interface Picture {
  /** The `<picture>` element. */
  html(alt: string, loading: "eager" | "lazy"): string;
  /** The variant that is shared with other sites. */
  share: { url: string; width: number; height: number };
}

/** By the picture's address, such as `/assets/blog/x.jpg`; only those whose file exists. */
export type Pictures = ReadonlyMap<string, Picture>;

const WIDTHS = [400, 800, 1200];
const SIZES = "(min-width: 60rem) 44rem, 100vw";
const RASTER = /\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i;

/**
 * Makes the sizes and formats of every picture that the articles show. Results are kept in the cache folder by the
 * picture's content, so that an unchanged picture is never encoded again.
 * @param addresses the pictures' addresses in the site
 * @param content the content folder
 * @returns the pictures, the folder they are in, and the names in it that belong to them
 */
export async function makePictures(
  addresses: Iterable<string>,
  content: string,
  cache: string,
): Promise<{ pictures: Pictures; folder: string; names: ReadonlySet<string> }> {
  const pictures = new Map<string, Picture>();
  const names = new Set<string>();
  const folder = join(cache, "pictures");
  for (const address of [...new Set(addresses)].sort()) {
    const file = join(content, address.slice(1));
    if (!RASTER.test(address)) continue;
    const made = await Image(readFileSync(file), {
      formats: ["avif", "webp", "auto"],
      widths: WIDTHS,
      urlPath: "/assets/pictures/",
      outputDir: folder,
      filenameFormat: (id: string, _source: unknown, width: number, format: string) =>
        `${id}-${width}.${format}`,
    });
    const formats = Object.values(made).filter((entries) => entries.length > 0);
    for (const entry of formats.flat()) names.add(basename(entry.outputPath));
    const fallback = formats.at(-1)?.at(-1);
    if (!fallback) continue;
    const sources = formats
      .map(
        (entries) =>
          `<source type="${entries[0]?.sourceType}" srcset="${entries.map((entry) => entry.srcset).join(", ")}" sizes="${SIZES}">`,
      )
      .join("");
    pictures.set(address, {
      html: (alt, loading) =>
        `<picture>${sources}<img src="${fallback.url}" alt="${escapeHtml(alt)}" width="${fallback.width}" height="${fallback.height}" loading="${loading}" decoding="async"></picture>`,
      share: { url: fallback.url, width: fallback.width, height: fallback.height },
    });
  }
  return { pictures, folder, names };
}

/** An article's HTML with each picture in its place. Pictures of other sites and vector pictures stay as they are. */
export function placePictures(html: string, pictures: Pictures): string {
  return html.replace(/<img src="([^"]+)" alt="([^"]*)">/g, (tag, address: string, alt: string) => {
    const picture = pictures.get(decodeURI(address));
    return picture
      ? picture.html(unescapeAttribute(alt), "lazy")
      : tag.replace(/>$/, ' loading="lazy" decoding="async">');
  });
}

function unescapeAttribute(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
