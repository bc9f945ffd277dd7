import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { meantHint } from "../lib/did-you-mean.ts";
import { liquidParts } from "./liquid-parts.ts";
import { nunjucksParts } from "./nunjucks-parts.ts";
import { error, type Fault, type Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { isFile } from "./read-folder.ts";
import { cyclicReferences } from "./template-cycles.ts";
import type { TemplatePart } from "./template-parts.ts";

/** The text of a template, of content/ or _includes/. */
export interface TemplateText {
  absolute: string;
  /** Below its front matter, on its own lines. */
  text: string;
  /** What its front matter says that it is written in: "njk", "liquid" or "html", which is printed as it is. */
  override?: unknown;
  layout?: unknown;
  /** Whether each build renders it by itself. */
  always: boolean;
}

/** Where templates stand, all of them absolute. */
export interface TemplateFolders {
  root: string;
  /** Where layouts and partials are that a site does not have. */
  engine: string;
  /** The names of all files of the one's _includes and the other's, for "did you mean". */
  includes: readonly string[];
}

type Language = "njk" | "liquid";

interface ReadTemplate extends TemplateText {
  parts: readonly TemplatePart[];
  /** The site's own templates that its references lead to. */
  targets: Map<TemplatePart, ReadTemplate>;
  missing: Set<TemplatePart>;
}

/**
 * What Eleventy would stop at when it renders a site's own templates, as far as that can be known without their data: text that
 * is no template, filters and templates that are not there, templates that include themselves. What may never be rendered is a
 * warning: what is under a condition, or in a file that nothing asks for.
 * @param layouts the names that posts and pages have for theirs
 */
export function checkRendering(
  templates: readonly TemplateText[],
  layouts: readonly string[],
  folders: TemplateFolders,
): Problem[] {
  const { root, engine } = folders;
  const read = readAll(templates, folders);
  const asked = new Set([...layouts, ...templates.map(({ layout }) => layout)]);
  const isAsked = ({ absolute, always }: ReadTemplate): boolean => {
    const path = pathFrom(join(root, "_includes"), absolute);
    return (
      always ||
      [path, path.replace(/\.\w+$/, "")].some((name) => asked.has(name)) ||
      // The engine's own layouts ask for it.
      isFile(join(engine, "_includes", path))
    );
  };
  const used = new Set(read.filter(isAsked));
  // What is added meanwhile is come to as well.
  for (const { targets } of used) for (const [part, target] of targets) if (part.always) used.add(target);
  const cyclic = cyclicReferences(read);
  return read.flatMap((template) =>
    template.parts.flatMap((part): Problem[] => {
      const fault = faultOf(template, part, cyclic, folders);
      if (!fault) return [];
      const severity = part.always && used.has(template) ? "error" : "warning";
      const { line, column } = part;
      return [{ file: pathFrom(root, template.absolute), line, column, ...fault, severity }];
    }),
  );
}

/** Reads templates, each once. What another names is in the language of that one. */
function readAll(templates: readonly TemplateText[], folders: TemplateFolders): ReadTemplate[] {
  const texts = new Map(templates.map((one) => [one.absolute, one]));
  const read = new Map<string, ReadTemplate>();
  const begin = (one: TemplateText, language: Language): ReadTemplate => {
    const { absolute, text } = one;
    const before = read.get(absolute);
    if (before) return before;
    const parts = language === "liquid" ? liquidParts(text) : nunjucksParts(text);
    const template = { ...one, parts, targets: new Map(), missing: new Set<TemplatePart>() };
    read.set(absolute, template);
    for (const part of parts) {
      if (part.kind !== "reference") continue;
      const found = places(part.name, absolute, language, folders).find(isFile);
      const target = found === undefined ? undefined : texts.get(found);
      if (target) template.targets.set(part, begin(target, language));
      else if (found === undefined && !part.mayBeMissing) template.missing.add(part);
    }
    return template;
  };
  // HTML in _includes may be of either language: what asks for it says which.
  const isPartial = ({ absolute }: TemplateText) =>
    absolute.startsWith(join(folders.root, "_includes") + sep) && absolute.endsWith(".html");
  for (const one of [...templates.filter((text) => !isPartial(text)), ...templates.filter(isPartial)]) {
    const language = languageOf(one);
    if (language !== undefined) begin(one, language);
  }
  return [...read.values()];
}

/** Eleventy renders HTML with Nunjucks, too, unless it says that it is as it is. */
function languageOf({ absolute, override }: TemplateText): Language | undefined {
  if (override === "html") return undefined;
  return (typeof override === "string" ? `.${override}` : absolute).endsWith(".liquid") ? "liquid" : "njk";
}

/** Where the engines look for a template, with what Eleventy and the engine's plugins give them. */
function places(name: string, from: string, language: Language, { root, engine }: TemplateFolders): string[] {
  const isLiquid = language === "liquid";
  const folders = [join(root, "_includes"), isLiquid ? join(root, "content") : join(engine, "_includes")];
  const isRelative = /^\.\.?\//.test(name);
  const file = isLiquid && extname(name) === "" ? `${name}.liquid` : name;
  return [...(isRelative ? [dirname(from)] : []), ...(isRelative && !isLiquid ? [] : folders)]
    .map((folder) => resolve(folder, file))
    .filter((path) => folders.some((folder) => path.startsWith(folder + sep)));
}

function faultOf(
  { targets, missing }: ReadTemplate,
  part: TemplatePart,
  cyclic: ReadonlySet<TemplatePart>,
  { root, includes }: TemplateFolders,
): Fault | undefined {
  if (part.kind === "fault") return part.fault;
  const target = targets.get(part);
  if (missing.has(part)) {
    const hint =
      meantHint(part.name, includes) ??
      "Correct the name, which counts from the _includes folder, or write the template.";
    return error("unknown-template", `there is no template "${quoted(part.name)}"`, hint);
  }
  if (!target || !cyclic.has(part)) return undefined;
  const itself = target.parts.includes(part);
  const message = itself
    ? "the template includes itself"
    : `the template includes ${pathFrom(join(root, "_includes"), target.absolute)}, which includes it`;
  const hint = "Take the tag out, or put it between {% if ... %} and {% endif %}.";
  return error("template-cycle", message, hint);
}

function pathFrom(folder: string, absolute: string): string {
  return relative(folder, absolute).split(sep).join("/");
}
