import { defaultUrl, outputFile } from "../../content/site-path.ts";
import { instant } from "../../lib/calendar-date.ts";
import type { SiteArticle, SitePage } from "../model.ts";

/** What Eleventy tells of a Markdown file: of its place, and of its name without a day and an extension. */
export function fileFacts({ file, url }: { file: string; url: string }) {
  const path = /^content\/(.+)$/.exec(file)?.[1];
  // A generated guide is of several files: it is told of by its address, and by the file that asks for it.
  const place = path === undefined ? url : defaultUrl(path);
  const isIndex = /(?:^|\/)index\.\w+$/.test(path ?? "");
  return {
    inputPath: path === undefined ? "./templates/matrix.yaml" : `./${file}`,
    fileSlug: place.split("/").at(-2) ?? "",
    filePathStem: isIndex ? `${place}index` : place.replace(/\/$/, ""),
  };
}

/**
 * What a layout reads as `page`, as Eleventy would say it of a page with a template of its own: the engine's are of pages that
 * it pages through, in a folder that has another name while it is written.
 * @param item the article or page of a file, when the page is one
 */
export function pageFacts(url: string, item: SiteArticle | SitePage | undefined): Record<string, unknown> {
  const day = item?.publishDateISO;
  return {
    ...(item ? fileFacts(item) : {}),
    date: day === undefined ? new Date(0) : instant(day),
    outputPath: `./_site/${outputFile(url)}`,
  };
}
