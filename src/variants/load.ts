import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../content/decode.ts";
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
  const sources: TemplateSource[] = [];
  const read = ({ path, absolute }: FolderFile, isLent: boolean): void => {
    const file = `templates/${path}`;
    const { text, problems: faults } = decodeText(readIfPresent(absolute) ?? Buffer.alloc(0), file);
    sources.push({ file, text, isLent, isUnreadable: faults.length > 0 });
    problems.push(...faults);
  };
  for (const file of files) read(file, false);
  if (engine !== undefined && files.length > 0) {
    for (const folder of VOCABULARY.filter((name) => isLent(name, root))) {
      const { files: lent } = listFiles(join(engine, "templates", folder), "templates");
      for (const { path, absolute } of lent) read({ path: `${folder}/${path}`, absolute }, true);
    }
  }
  const pack = parsePack(sources);
  const gaps = isListed ? pack.gaps : new Set([...AXES, "matrix" as const]);
  return { ...pack, gaps, problems: [...problems, ...pack.problems] };
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
