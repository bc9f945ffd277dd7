import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { compareText } from "../../content/problem.ts";
import { digest, type IndexFile } from "./cache.ts";

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ wasm: z.string().nullish(), page_count: z.int() })),
});

/**
 * Checks an index that Pagefind has just written, deletes what this site's search does not use (its ready-made interfaces,
 * and in all indexes but the first the program, of which one is enough), and lists the rest.
 * @param expected the number of articles that must be in it, its place among the indexes, and how many there are
 * @throws Error when articles are missing from it
 */
export function collectIndex(
  folder: string,
  expected: { count: number; number: number; of: number },
): IndexFile[] {
  const entry = entrySchema.parse(JSON.parse(readFileSync(join(folder, "pagefind-entry.json"), "utf8")));
  const languages = Object.values(entry.languages);
  const indexed = languages.reduce((sum, { page_count }) => sum + page_count, 0);
  if (indexed !== expected.count)
    throw new Error(`The search index has ${indexed} of ${expected.count} articles in ${folder}`);
  const program = ["pagefind.js", ...languages.map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`)];
  if (expected.of > 1) program.push("pagefind-worker.js");
  const wanted = new Set(expected.number === 0 ? program : []);
  const isUsed = (path: string) =>
    path.includes("/") || path === "pagefind-entry.json" || path.endsWith(".pf_meta") || wanted.has(path);

  const files: IndexFile[] = [];
  for (const item of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!item.isFile()) continue;
    const absolute = join(item.parentPath, item.name);
    const path = relative(folder, absolute).split(sep).join("/");
    if (isUsed(path)) files.push({ path, sha256: digest(readFileSync(absolute)) });
    else rmSync(absolute);
  }
  return files.sort((a, b) => compareText(a.path, b.path));
}
