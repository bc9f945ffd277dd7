import { defaultAuthor, loadData } from "../../content/load-data.ts";
import type { MarkdownOptions } from "../../content/markdown/markdown.ts";
import { ContentError, hasErrors, type Problem, sortProblems } from "../../content/problem.ts";
import { ENGINE_ROOT } from "../../site/engine-root.ts";
import type { GeneratedGuide } from "../../variants/compose.ts";
import { type Generated, type GenerateSettings, generateGuides } from "../../variants/generate.ts";
import { loadTemplates } from "../../variants/load.ts";
import type { Pack } from "../../variants/model.ts";
import { findGuide, GUIDE_FORMS } from "../../variants/tools/find-guide.ts";
import { EXIT, printProblems, UsageError } from "../command.ts";
import type { Source } from "../taken.ts";

/** A root's templates and what they make. */
export interface Workspace {
  root: string;
  pack: Pack;
  settings: GenerateSettings;
  /** How the site's Markdown is read. */
  markdown: MarkdownOptions;
  generated: Generated;
  /** Addresses of posts that have replaced guides, as far as they were asked for. */
  taken: ReadonlySet<string>;
}

/**
 * Reads a root's templates and makes its guides.
 * @param findTaken finds the addresses of its posts, which takes long on a large site
 * @throws ContentError when the site's data cannot be read
 */
export function openWorkspace(root: string, findTaken?: (source: Source) => ReadonlySet<string>): Workspace {
  const { data, problems } = loadData(root, ENGINE_ROOT);
  if (!data) throw new ContentError(problems);
  const markdown = { rawHtml: data.site.rawHtml };
  const taken = findTaken?.({ root, markdown }) ?? new Set();
  const settings = { author: defaultAuthor(data), uniqueness: data.site.uniqueness, taken };
  const pack = loadTemplates(root, ENGINE_ROOT);
  return { root, pack, settings, markdown, taken, generated: generateGuides(pack, settings) };
}

/** Prints problems and gives the exit code that they call for. */
export function exitWith(problems: readonly Problem[]): number {
  printProblems(sortProblems(problems));
  return hasErrors(problems) ? EXIT.content : EXIT.ok;
}

/** The problems in the files of some guides: what a command about them should tell. */
export function problemsOf(guides: readonly GeneratedGuide[], { problems }: Generated): Problem[] {
  const files = new Set(guides.flatMap((guide) => guide.files));
  return problems.filter(({ file, severity }) => severity === "error" && files.has(file));
}

/**
 * The guide that an argument names.
 * @throws ContentError when there is none because its templates, or all of them, are at fault; else UsageError
 */
export function guideNamed(name: string, { generated, pack }: Workspace): GeneratedGuide {
  const found = findGuide(name, generated.guides);
  if ("url" in found) return found;
  const faults = faultsOf(name, generated.problems, pack);
  if (faults.length > 0) throw new ContentError(faults);
  if (generated.guides.length === 0) {
    if (hasErrors(generated.problems)) throw new ContentError(generated.problems);
    throw new UsageError("the templates publish no guide");
  }
  const hint =
    found.likely.length === 0
      ? `Name it by ${GUIDE_FORMS}; list shows all.`
      : `Did you mean ${new Intl.ListFormat("en", { type: "disjunction" }).format(found.likely)}?`;
  throw new UsageError(`there is no guide "${name}". ${hint}`);
}

/** The errors in the templates of a guide, as far as file names tell; none when a part of the guide's name is unknown. */
function faultsOf(name: string, problems: readonly Problem[], pack: Pack): Problem[] {
  const ids = name.split("/").filter((part) => part !== "" && part !== "guides");
  const errors = problems.filter(({ severity }) => severity === "error");
  const names = ({ file }: Problem, id: string) => file.split(/[/.+]/).includes(id);
  const axes = [pack.topics, pack.roles, pack.formats, pack.contexts, pack.levels];
  const isKnown = (id: string) => axes.some((axis) => axis.has(id)) || errors.some((one) => names(one, id));
  return ids.every(isKnown) ? errors.filter((one) => ids.some((id) => names(one, id))) : [];
}
