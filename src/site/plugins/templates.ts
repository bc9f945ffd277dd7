import { readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { CHANCE_FILTERS } from "../../content/eleventy-names.ts";
import { isFile } from "../../content/read-folder.ts";
import { instant, isCalendarDate } from "../../lib/calendar-date.ts";
import { siteContext } from "../context.ts";
import { ENGINE_ROOT } from "../engine-root.ts";
import { makeHead } from "../head.ts";
import { boundLiquid } from "./bound-liquid.ts";
import { fixDay } from "./fixed-day.ts";
import { fixLocale } from "./fixed-locale.ts";
import { inlinePartials } from "./inline-partials.ts";
import { keepToData } from "./keep-to-data.ts";

/** Of one Liquid template: characters and items. */
const MOST_MEMORY = 50_000_000;
/** Of the numbers that a template counts. */
const LONGEST_RANGE = 1_000_000;

/**
 * Nunjucks for layouts: a root's own partials first, then the engine's; a misspelled name is an error, not an empty text.
 * Templates have a day that their text or name tells, and print it in no zone and no language of the machine's; nor do they know
 * the hour, or the folder that they are in: the same files make the same pages.
 */
export async function templates(eleventyConfig: UserConfig): Promise<void> {
  const { root, model } = await siteContext();
  const { language } = model.data.site;
  process.env.TZ = "UTC";
  fixLocale(language);
  fixDay(eleventyConfig, model.today);
  // What templates read as `eleventy.env` would be other bytes in another folder, and tell where that is.
  eleventyConfig.on("eleventy.env", (env) => {
    Object.assign(env, { root: ".", config: "./eleventy.config.ts" });
  });
  eleventyConfig.setLiquidOptions({ locale: language, memoryLimit: MOST_MEMORY });
  eleventyConfig.amendLibrary("liquid", (liquid) => {
    boundLiquid(liquid);
    withoutChance(liquid.filters);
  });
  const folders = [...new Set([join(root, "_includes"), join(ENGINE_ROOT, "_includes")])];
  const loader = new IncludesLoader(folders);
  keepToData();
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: true });
  withoutChance(environment.filters);
  environment.addGlobal("range", boundedRange);
  environment.addGlobal("headOf", (url: string, title: string, description: string) =>
    makeHead({ site: model.data.site, url, title, description, breadcrumbs: [] }),
  );
  const [own = "", theirs] = folders;
  if (theirs !== undefined) environment.addExtension("inlinePartials", inlinePartials(own, theirs));
  eleventyConfig.setLibrary("njk", environment);
  eleventyConfig.addDateParsing(function (written) {
    return written ? undefined : dayInName(this.page.inputPath);
  });
}

function withoutChance(filters: Record<string, unknown>): void {
  for (const name of CHANCE_FILTERS) delete filters[name];
}

/** Nunjucks' `range`, which would take any memory that it is asked for. */
function boundedRange(first: number, end?: number, by?: number): number[] {
  const [start, stop] = end === undefined ? [0, first] : [first, end];
  const step = by || 1;
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= LONGEST_RANGE))
    throw new Error(`a range of more than ${LONGEST_RANGE.toLocaleString("en")} numbers`);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

/**
 * Templates of some folders alone: Nunjucks itself also takes those of a folder whose name begins with theirs. Templates whose
 * names begin with a dot are checked by nobody before, so that what is no file is found out here.
 */
class IncludesLoader extends nunjucks.FileSystemLoader {
  readonly #folders: readonly string[];

  constructor(folders: string[]) {
    super(folders);
    this.#folders = folders;
  }

  override getSource(name: string) {
    const folder = this.#folders.find((one) => isFileWithin(one, resolve(one, name)));
    if (folder === undefined) return null;
    const path = resolve(folder, name);
    return { src: readFileSync(path, "utf8"), path, noCache: false };
  }
}

/** Whether a path is that of a file below a folder, without a symbolic link on the way. */
function isFileWithin(folder: string, path: string): boolean {
  if (!path.startsWith(folder + sep) || !isFile(path)) return false;
  return realpathSync(path) === join(realpathSync(folder), relative(folder, path));
}

/** Eleventy's own would be the time at which the file was made, which a copy does not keep. */
function dayInName(path: string): Date {
  const day = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? "";
  return isCalendarDate(day) ? instant(day) : new Date(0);
}
