import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../../content/site-path.ts";
import type { SiteContext } from "../context.ts";
import type { SitePageView } from "../page-views.ts";
import { layoutsFingerprint } from "./fingerprint.ts";
import { isUnchanged, type Manifest } from "./manifest.ts";

/** Which pages are as they were in the build before. */
export interface Kept {
  rendered: SitePageView[];
  /** Files of the output folder that stand as they are. */
  files: string[];
}

/**
 * What every page is made from, by its file: its layout reads the page's view, its text, and what all pages share. With the
 * same of these three it comes out the same.
 * @param inputs the fingerprint of everything the site is made from
 */
export function pageKeys(context: SiteContext, inputs: string): Record<string, string> {
  const shared = [layoutsFingerprint(context.root, inputs), context.assets, context.navigation];
  const base = hash("sha1", JSON.stringify(shared), "base64");
  const keyOf = ({ textKey, view }: SitePageView) =>
    hash("sha1", `${base}${textKey}\0${JSON.stringify(view)}`, "base64");
  return Object.fromEntries(context.pages.map((page) => [outputFile(page.view.url), keyOf(page)]));
}

/**
 * Compares every page with the build before.
 * @param keys what every page is made from now
 * @param output the output folder of the build before
 */
export function keepPages(
  pages: readonly SitePageView[],
  keys: Readonly<Record<string, string>>,
  output: string,
  before: Manifest,
): Kept {
  const kept: Kept = { rendered: [], files: [] };
  for (const page of pages) {
    const file = outputFile(page.view.url);
    if (before.pages[file] === keys[file] && isUnchanged(statOf(join(output, file)), before.files[file]))
      kept.files.push(file);
    else kept.rendered.push(page);
  }
  return kept;
}

function statOf(file: string): [number, number] | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && [found.size, found.mtimeMs];
}
