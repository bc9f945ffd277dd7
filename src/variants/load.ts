import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../content/decode.ts";
import { listFiles } from "../content/read-folder.ts";
import type { Pack } from "./model.ts";
import { parsePack, type TemplateSource } from "./pack.ts";

/**
 * Reads the template pack of a site; a site without `templates/` has an empty one.
 * @param root the site's folder
 */
export function loadTemplates(root: string): Pack {
  const { files, problems } = listFiles(join(root, "templates"), "templates");
  const sources: TemplateSource[] = [];
  for (const { path, absolute } of files) {
    const file = `templates/${path}`;
    const { text, problems: faults } = decodeText(readFileSync(absolute), file);
    if (faults.length === 0) sources.push({ file, text });
    problems.push(...faults);
  }
  const pack = parsePack(sources);
  return { ...pack, problems: [...problems, ...pack.problems] };
}
