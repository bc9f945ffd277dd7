import { z } from "zod";
import { START } from "../lib/position.ts";
import { checkFields, type FieldsToCheck, isRecord, type KnownNames } from "./check-fields.ts";
import { decodeText } from "./decode.ts";
import { parseData, reservedDataName } from "./load-data.ts";
import { yamlLocator } from "./locate-yaml.ts";
import { error, type Problem } from "./problem.ts";
import { type FolderFile, readIfPresent } from "./read-folder.ts";

interface DataAndTemplates {
  data: readonly FolderFile[];
  templates: readonly FolderFile[];
  /** Among which may be data for a template of the same name, `x.json` beside `x.njk`. */
  assets: readonly FolderFile[];
}

/** Data for the whole content folder, and so for every page; and that by the names of templates that the engine has. */
export const FOR_ALL = /^(?:content|_guard|pages_\w+)(?:\.11tydata)?\.json$/;

/** What can be wrong with data in the content folder, which Eleventy would tell as a stack trace. */
export function checkDataFiles({ data, templates, assets }: DataAndTemplates, known: KnownNames): Problem[] {
  const stems = new Set(templates.map(({ path }) => path.replace(/\.\w+$/, "")));
  const isBesideTemplate = ({ path }: FolderFile) =>
    path.endsWith(".json") && (stems.has(path.slice(0, -".json".length)) || FOR_ALL.test(path));
  return [...data, ...assets.filter(isBesideTemplate)].flatMap((file) => checkDataFile(file, known));
}

function checkDataFile({ path, absolute }: FolderFile, known: KnownNames): Problem[] {
  const file = `content/${path}`;
  const shared = /^_data\/([^/]+?)(?:\.json$|\/)/.exec(path)?.[1];
  const reserved = shared === undefined ? undefined : reservedDataName(shared, file);
  if (reserved) return [reserved];
  const { text, problems } = decodeText(readIfPresent(absolute) ?? Buffer.from("{}"), file);
  if (problems.length > 0) return problems;
  const parsed = parseData(text, file, z.unknown());
  if (parsed.problems.length > 0) return parsed.problems;
  const locate = yamlLocator(text);
  if (isRecord(parsed.data)) return checkFields({ data: parsed.data, locate, file, use: useOf(path) }, known);
  if (shared !== undefined) return [];
  return [{ file, ...START, ...error("data-field", "the file must be fields, in curly brackets") }];
}

function useOf(path: string): FieldsToCheck["use"] {
  if (path.startsWith("_data/")) return "shared";
  return FOR_ALL.test(path) ? "all" : "folder";
}
