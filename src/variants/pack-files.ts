import { type FrontMatter, parseFrontMatter } from "../content/front-matter.ts";
import { error, type Fault, type Problem, warning } from "../content/problem.ts";
import { quoted } from "../content/quoted.ts";
import { sitePathFault } from "../content/site-path.ts";
import { compareText } from "../lib/compare-text.ts";
import { START } from "../lib/position.ts";
import { AXES_IN_URL, type Axis, POOLS } from "./model.ts";
import { ID } from "./schemas/fields.ts";
import { SHARED } from "./scope.ts";

/** A file of `templates/`, as read. */
export interface TemplateSource {
  /** From the site's root, such as `templates/roles/sre.md`. */
  file: string;
  text: string;
  /** Whether it is no text, which is reported already: its name still counts. */
  isUnreadable?: boolean;
  /** Whether it is the engine's, which a site without that folder may use. */
  isLent?: boolean;
}

/** A template file whose front matter could be read. */
export interface TemplateFile {
  file: string;
  /** Its name, without folder and extension. */
  id: string;
  matter: FrontMatter;
}

/** The files of a pack by what they describe. */
export interface PackFiles {
  templates: ReadonlyMap<Axis, readonly TemplateFile[]>;
  blocks: readonly TemplateFile[];
  /** The names of block files that could not be read. */
  unreadBlocks: readonly string[];
  matrix?: TemplateSource;
  /** The axis of every id, those of files that could not be read, or have a wrong name, included. */
  axisOf: ReadonlyMap<string, Axis>;
  /** What files are for that have no id, because of their names. */
  nameless: ReadonlySet<Axis>;
  /** The ids that the engine lends, with their files. */
  lent: ReadonlyMap<string, string>;
  problems: Problem[];
}

export const MATRIX_FILE = "templates/matrix.yaml";

/** The folders of `templates/` that hold one file for each id, and what it is the id of. */
export const FOLDERS: ReadonlyMap<string, Axis> = new Map(AXES_IN_URL.map((axis) => [POOLS[axis], axis]));

/** Sorts a pack's files by folder and reads their front matter. */
export function sortOutFiles(sources: readonly TemplateSource[]): PackFiles {
  const problems: Problem[] = [];
  const axisOf = new Map<string, Axis>();
  const lent = new Map<string, string>();
  const nameless = new Set<Axis>();
  const meant = new Map<string, Axis>();
  const templates = new Map<Axis, TemplateFile[]>();
  const blocks: TemplateFile[] = [];
  const unreadBlocks: string[] = [];
  let matrix: TemplateSource | undefined;
  // The publisher's own first: what is lent gives way to them.
  const isLent = ({ isLent = false }: TemplateSource) => Number(isLent);
  const ordered = [...sources].sort((a, b) => isLent(a) - isLent(b) || compareText(a.file, b.file));
  for (const source of ordered) {
    const { file, text } = source;
    const [, folder = "", name = ""] = /^templates\/([^/]+)\/(.+)\.md$/.exec(file) ?? [];
    const axis = FOLDERS.get(folder);
    if (source.isLent) {
      if (axisOf.has(name)) continue;
      lent.set(name, file);
    }
    const fault = file === MATRIX_FILE ? undefined : faultOf(file, name, axis, axisOf);
    if (fault !== undefined) {
      problems.push({ file, ...START, ...fault });
      const axisMeant = FOLDERS.get(folderOf(file));
      if (axisMeant !== undefined && fault.severity === "error") {
        nameless.add(axisMeant);
        meant.set(idMeant(file), axisMeant);
      }
      continue;
    }
    if (file === MATRIX_FILE) {
      matrix = source;
      continue;
    }
    if (axis !== undefined) axisOf.set(name, axis);
    const id = name.replace(/^.*\//, "");
    // An accent may be written in two ways: words that readers see as the same are to be the same.
    const matter = source.isUnreadable ? undefined : parseFrontMatter(text.normalize("NFC"), file);
    problems.push(...(matter?.problems ?? []));
    if (matter === undefined || matter.problems.length > 0) {
      if (axis === undefined) unreadBlocks.push(id);
      continue;
    }
    if (axis === undefined) blocks.push({ file, id, matter });
    else templates.set(axis, [...(templates.get(axis) ?? []), { file, id, matter }]);
  }
  // What speaks of a file by the id that it was to have is not at fault.
  for (const [id, axis] of meant) if (!axisOf.has(id)) axisOf.set(id, axis);
  return { templates, blocks, unreadBlocks, matrix, axisOf, nameless, lent, problems };
}

/** A template under another ending. What else stands beside them, such as a picture, is none. */
const OTHER_TEXT = /\.(?:ya?ml|markdown|mdx?)$/i;

const folderOf = (file: string): string => file.split("/", 2)[1] ?? "";

/** The id that a file with a wrong name was to have, most likely: of `ML Engineer.md`, ml-engineer. */
function idMeant(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return name.toLowerCase().replace(/[ _]+/g, "-");
}

/** What is wrong with the place or the name of a file. */
function faultOf(
  file: string,
  name: string,
  axis: Axis | undefined,
  axisOf: ReadonlyMap<string, Axis>,
): Fault | undefined {
  if (axis === undefined) {
    if (/^templates\/blocks\/.+\.md$/.test(file)) return undefined;
    if (FOLDERS.has(folderOf(file)) && OTHER_TEXT.test(file)) {
      const message = "a template whose name does not end in .md is not read";
      return error("template-id", message, `Rename it to ${idMeant(file)}.md.`);
    }
    const folders = [...FOLDERS.keys(), "blocks"].join("/, ");
    const hint = `Templates are Markdown files in ${folders}/, and matrix.yaml.`;
    return warning("unexpected-file", "a file that the generator does not read", hint);
  }
  const fault = idFault(name);
  if (fault) return error("template-id", fault.message, fault.hint);
  const other = axisOf.get(name);
  if (other === undefined) return undefined;
  const message = `the ${axis} "${name}" has the id of a ${other}`;
  return error("template-id", message, "Ids are unique over all templates: rename one of the two.");
}

/** What is wrong with a name as the id of a template. */
export function idFault(name: string): { message: string; hint: string } | undefined {
  const shown = quoted(name);
  if (!ID.test(name)) {
    const hint = "Name the file in lower-case letters, digits and hyphens: ml-engineer.md.";
    return { message: `"${shown}" cannot be an id`, hint };
  }
  const hint = "Choose another id.";
  const inAddress = sitePathFault(`/guides/${name}/`);
  if (inAddress !== undefined)
    return { message: `"${shown}" cannot be an id: an address with it ${inAddress}`, hint };
  return name === SHARED || name === "all"
    ? { message: `"${name}" has a meaning of its own`, hint }
    : undefined;
}
