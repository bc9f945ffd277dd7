import { readFileSync } from "node:fs";
import type { TemplateExtension } from "nunjucks";
import { listFiles } from "../../content/read-folder.ts";

const INCLUDE = /\{% include "([^"]+)" %\}/g;
/** What would mean something else where the partial is included. */
const HAS_NAMES = /\{%-? *(?:set|import|from|macro|extends|block)\b/;

/**
 * Puts the engine's partials into its layouts before Nunjucks compiles them: every include copies the data of the page, which
 * takes a third of the time that the page takes. A root's own layouts and partials stay as they are, for its errors name their
 * lines.
 * @param own a root's `_includes` folder, which need not exist
 * @param engine the engine's
 */
export function inlinePartials(own: string, engine: string): TemplateExtension {
  const replaced = new Set(listFiles(own, "_includes").files.map(({ path }) => path));
  const sources = new Map(
    listFiles(engine, "_includes")
      .files.filter(({ path }) => !replaced.has(path))
      .map(({ path, absolute }) => [path, readFileSync(absolute, "utf8")]),
  );
  const layouts = new Set(sources.values());
  const inline = (source: string): string =>
    source.replace(INCLUDE, (tag, name: string) => {
      const partial = sources.get(name);
      return partial === undefined || HAS_NAMES.test(partial) ? tag : inline(partial);
    });
  return { tags: [], preprocess: (source) => (layouts.has(source) ? inline(source) : source) };
}
