import { join } from "node:path";
import type { z } from "zod";
import { deepFreeze } from "../lib/deep-freeze.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import {
  type Author,
  authorsSchema,
  type Category,
  categoriesSchema,
  type Navigation,
  navigationSchema,
  type Site,
  siteSchema,
} from "./data-schema.ts";
import { decodeText } from "./decode.ts";
import { yamlLocator } from "./locate-yaml.ts";
import type { Problem } from "./problem.ts";
import { readIfPresent } from "./read-folder.ts";

/** The small plain data of `_data/`, validated and frozen. */
export interface SiteData {
  site: Site;
  authors: readonly Author[];
  categories: readonly Category[];
  navigation: Navigation;
}

const FILES = {
  site: siteSchema,
  authors: authorsSchema,
  categories: categoriesSchema,
  navigation: navigationSchema,
};

/**
 * Reads `_data/{site,authors,categories,navigation}.json` of a root; each file that a root does not have is the
 * engine's own.
 * @returns the data, or none and the errors that prevent it
 */
export function loadData(root: string, engine: string): { data?: SiteData; problems: Problem[] } {
  const problems: Problem[] = [];
  const load = <T extends z.ZodType>(name: keyof typeof FILES, schema: T): z.infer<T> | undefined => {
    const file = `_data/${name}.json`;
    const own = readIfPresent(join(root, file));
    const bytes = own ?? readIfPresent(join(engine, file));
    const decoded = decodeText(bytes ?? Buffer.from("{}"), file);
    problems.push(...decoded.problems);
    if (decoded.problems.length > 0) return undefined;
    const result = parseData(decoded.text, file, schema);
    problems.push(...result.problems);
    return result.data;
  };
  const site = load("site", siteSchema);
  const authors = load("authors", authorsSchema);
  const categories = load("categories", categoriesSchema);
  const navigation = load("navigation", navigationSchema);
  if (!site || !authors || !categories || !navigation) return { problems };
  return { data: deepFreeze({ site, authors, categories, navigation }), problems };
}

/**
 * A data file's JSON, checked.
 * @returns the data, or none and a problem for each fault, at its line and column
 */
export function parseData<T extends z.ZodType>(
  text: string,
  file: string,
  schema: T,
): { data?: z.infer<T>; problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    const before = text.slice(0, offset).split("\n");
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return {
      problems: [
        {
          file,
          ...at,
          severity: "error",
          rule: "data-json",
          message: "the file is not valid JSON",
          hint: "Look for a missing or extra comma or quote near here.",
        },
      ],
    };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { data: parsed.data, problems: [] };
  const locate = yamlLocator(text);
  const problems = parsed.error.issues.map((issue): Problem => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    const name = path.map(String).join(".");
    const message = unknown === undefined ? `${name}: ${issue.message}` : `unknown field "${name}"`;
    const known =
      unknown !== undefined && schema.def.type === "object" && "shape" in schema
        ? Object.keys(schema.shape ?? {})
        : [];
    const hint = known.length > 0 && unknown !== undefined ? { hint: unknownNameHint(unknown, known) } : {};
    return { file, ...locate(path), severity: "error", rule: "data-field", message, ...hint };
  });
  return { problems };
}
