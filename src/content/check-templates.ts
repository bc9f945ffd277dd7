import { START } from "../lib/position.ts";
import { checkFields, type KnownNames, withoutPrefixes } from "./check-fields.ts";
import type { TemplateText } from "./check-rendering.ts";
import { isTemplate } from "./content-files.ts";
import { decodeText } from "./decode.ts";
import { isStaticPermalink } from "./eleventy-fields.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import { error, type Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { type FolderFile, readIfPresent } from "./read-folder.ts";
import { filePathFault, templateUrl } from "./site-path.ts";

/**
 * What can be wrong with templates before Eleventy reads them, which stops at the first fault and tells it as a stack trace:
 * their encoding, their front matter, a fixed permalink.
 * @param label the folder that the files are of
 * @returns the texts of those that can be read, too
 */
export function checkTemplates(
  files: readonly FolderFile[],
  label: "content" | "_includes",
  known: KnownNames,
): { texts: TemplateText[]; problems: Problem[] } {
  const texts: TemplateText[] = [];
  const problems = files
    .filter(({ path }) => isTemplate(path))
    .flatMap((file) => checkTemplate(file, label, known, texts));
  return { texts, problems };
}

/** @param texts takes the template when it can be read */
function checkTemplate(
  { path, absolute }: FolderFile,
  label: string,
  known: KnownNames,
  texts: TemplateText[],
): Problem[] {
  const file = `${label}/${path}`;
  const { text: whole, problems } = decodeText(readIfPresent(absolute) ?? Buffer.alloc(0), file);
  if (problems.length > 0) return problems;
  const matter = parseFrontMatter(whole, file);
  if (matter.problems.length > 0) return matter.problems;
  const text = "\n".repeat(matter.bodyLine - 1) + matter.body;
  const fields = withoutPrefixes(matter.data);
  const isContent = label === "content";
  texts.push({
    absolute,
    text,
    // Of a layout, Eleventy asks its name alone.
    override: isContent ? fields.templateEngineOverride : undefined,
    layout: fields.layout,
    // A pagination may be over nothing.
    always: isContent && fields.pagination === undefined,
  });
  return [
    ...checkFields({ ...matter, file, use: isContent ? "template" : "layout" }, known),
    ...permalinkProblems(matter, file),
    ...(isContent ? nameProblems(matter, path) : []),
  ];
}

function permalinkProblems({ data, locate }: FrontMatter, file: string): Problem[] {
  const { permalink } = data;
  // The others are looked at when they are known.
  if (!isStaticPermalink(permalink)) return [];
  const fault = filePathFault(`/${permalink.replace(/^\//, "")}`);
  if (fault === undefined) return [];
  const message = `permalink, "${quoted(permalink)}", ${fault}`;
  return [{ file, ...locate(["permalink"]), ...error("permalink", message, "Write it like /my-page/.") }];
}

/** A template that has no permalink goes where its file stands. */
function nameProblems({ data }: FrontMatter, path: string): Problem[] {
  const url = templateUrl(path);
  const fault = data.permalink === undefined ? filePathFault(url) : undefined;
  if (fault === undefined) return [];
  const message = `the address made from the file name, "${quoted(url)}", ${fault}`;
  const hint = "Rename the file: lower-case letters, digits and hyphens.";
  return [{ file: `content/${path}`, ...START, ...error("permalink", message, hint) }];
}
