import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../content/decode.ts";
import type { Problem } from "../content/problem.ts";
import { type FolderFile, listFiles, readIfPresent } from "../content/read-folder.ts";
import { AXES, type Axis, type Pack, POOLS } from "./model.ts";
import { parsePack } from "./pack.ts";
import { FOLDERS, type TemplateSource } from "./pack-files.ts";

/** Words of the trade, which a pack may leave to the engine; what is written in them is the publisher's own. */
const VOCABULARY = [...FOLDERS.keys()].filter((folder) => folder !== POOLS.topic);

/**
 * Reads the template pack of a site; a site without `templates/` has an empty one.
 * @param root the site's folder
 * @param engine the folder whose roles, formats, contexts and levels are lent to a site that has none of its own
 */
export function loadTemplates(root: string, engine?: string): Pack {
  const { files, problems } = listFiles(join(root, "templates"), "templates");
  // What is not listed may be any of them.
  const isListed = problems.length === 0;
  const lent = files.length === 0 ? [] : VOCABULARY.filter((folder) => isLent(folder, root));
  const read = [
    ...files.map((file) => readSource(file)),
    ...(engine === undefined ? [] : vocabularyFiles(engine, lent)).map((file) => readSource(file, true)),
  ];
  problems.push(...read.flatMap((one) => one.problems));
  const pack = parsePack(read.map(({ source }) => source));
  const gaps = isListed ? pack.gaps : new Set([...AXES, "matrix" as const]);
  return { ...pack, gaps, problems: [...problems, ...pack.problems] };
}

/** The engine's own roles, formats, contexts and levels, whether guides use them or not. */
export function loadVocabulary(engine: string): Pack {
  return parsePack(vocabularyFiles(engine, VOCABULARY).map((file) => readSource(file).source));
}

function vocabularyFiles(engine: string, folders: readonly string[]): FolderFile[] {
  return folders.flatMap((folder) =>
    listFiles(join(engine, "templates", folder), "templates").files.map(({ path, absolute }) => ({
      path: `${folder}/${path}`,
      absolute,
    })),
  );
}

function readSource(
  { path, absolute }: FolderFile,
  isLent = false,
): { source: TemplateSource; problems: Problem[] } {
  const file = `templates/${path}`;
  const { text, problems } = decodeText(readIfPresent(absolute) ?? Buffer.alloc(0), file);
  return { source: { file, text, isLent, isUnreadable: problems.length > 0 }, problems };
}

/** Whether a site has no such files of its own. */
function isLent(folder: string, root: string): boolean {
  return VOCABULARY.includes(folder) && listFiles(join(root, "templates", folder), "").files.length === 0;
}

/** What has an id already: in a file of the site, or in one of the engine's that the site would be lent with it. */
export function axesWithId(id: string, root: string, engine: string): Axis[] {
  const isThere = (base: string, folder: string) => existsSync(join(base, "templates", folder, `${id}.md`));
  return [...FOLDERS]
    .filter(([folder]) => isThere(isLent(folder, root) ? engine : root, folder))
    .map(([, axis]) => axis);
}

/**
 * The ids that a site can use of one kind: those of its own, else those that the engine lends.
 * @param folder of `templates/`
 */
export function idsToUse(folder: string, root: string, engine: string): string[] {
  const base = isLent(folder, root) ? engine : root;
  const { files } = listFiles(join(base, "templates", folder), "");
  return files.flatMap(({ path }) => (path.endsWith(".md") ? path.slice(0, -".md".length) : []));
}
