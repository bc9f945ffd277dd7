import type { z } from "zod";
import { type FrontMatter, parseFrontMatter } from "../content/front-matter.ts";
import { compareText, type Problem } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { parseBlocks } from "./blocks.ts";
import { expandMatrix } from "./matrix.ts";
import type { Axis, Block, Pack, Role, Template } from "./model.ts";
import { checkPatternSlots } from "./patterns.ts";
import { ID } from "./schemas/fields.ts";
import {
  blockFileSchema,
  contextSchema,
  formatSchema,
  levelSchema,
  matrixSchema,
  roleSchema,
  topicSchema,
} from "./schemas/templates.ts";
import { validate } from "./schemas/validate.ts";
import { parseScope, SHARED, scopeKey } from "./scope.ts";

/** A file of `templates/`, as read. */
export interface TemplateSource {
  /** From the site's root, such as `templates/roles/sre.md`. */
  file: string;
  text: string;
}

interface ParsedFile extends TemplateSource {
  id: string;
  matter: FrontMatter;
}

const FOLDERS: Readonly<Record<string, Axis>> = {
  topics: "topic",
  roles: "role",
  formats: "format",
  contexts: "context",
  levels: "level",
};
const MATRIX = "templates/matrix.yaml";

/**
 * Reads a template pack. The result depends on the files' paths and texts alone, not on their order.
 * @param sources every file below `templates/`
 */
export function parsePack(sources: readonly TemplateSource[]): Pack {
  const problems: Problem[] = [];
  const report = (
    file: string,
    rule: string,
    message: string,
    hint: string,
    severity: Problem["severity"] = "error",
  ): void => {
    problems.push({ file, line: 1, column: 1, severity, rule, message, hint });
  };
  const sorted = [...sources].sort((a, b) => compareText(a.file, b.file));
  const axisOf = new Map<string, Axis>();
  const files: { axis: Axis | undefined; parsed: ParsedFile }[] = [];
  let matrix: TemplateSource | undefined;
  for (const source of sorted) {
    if (source.file === MATRIX) {
      matrix = source;
      continue;
    }
    const match = /^templates\/([^/]+)\/(.+)\.md$/.exec(source.file);
    const folder = match?.[1] ?? "";
    const id = match?.[2] ?? "";
    const axis = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
    if (axis === undefined && folder !== "blocks") {
      const hint = `Templates are Markdown files in ${[...Object.keys(FOLDERS), "blocks"].join("/, ")}/, and matrix.yaml.`;
      report(source.file, "unexpected-file", "a file that the generator does not read", hint, "warning");
      continue;
    }
    if (axis !== undefined && !isFreeId(id, axis, source.file, axisOf, report)) continue;
    const matter = parseFrontMatter(source.text, source.file);
    problems.push(...matter.problems);
    if (axis !== undefined) axisOf.set(id, axis);
    if (matter.problems.length === 0) files.push({ axis, parsed: { ...source, id, matter } });
  }

  const blocks: Block[] = [];
  const readTemplates = <Schema extends z.ZodType<{ publishDateISO?: string; updatedDateISO?: string }>>(
    axis: Axis,
    schema: Schema,
  ): Map<string, Template<z.output<Schema>>> => {
    const found = new Map<string, Template<z.output<Schema>>>();
    for (const { parsed } of files.filter((file) => file.axis === axis)) {
      const { data, problems: faults } = validate(schema, { ...parsed.matter, file: parsed.file });
      problems.push(...faults);
      if (data === undefined) continue;
      found.set(parsed.id, { axis, id: parsed.id, file: parsed.file, data, locate: parsed.matter.locate });
      const read = parseBlocks(parsed.file, parsed.matter, { [axis]: parsed.id }, newestDate(data));
      problems.push(...read.problems);
      blocks.push(...read.blocks);
    }
    return found;
  };
  const topics = readTemplates("topic", topicSchema);
  const roles = readTemplates("role", roleSchema);
  const formats = readTemplates("format", formatSchema);
  const contexts = readTemplates("context", contextSchema);
  const levels = readTemplates("level", levelSchema);

  for (const { parsed } of files.filter((file) => file.axis === undefined)) {
    const found = parseScope(parsed.file.replace(/^.*\//, "").replace(/\.md$/, ""), axisOf);
    if (!("scope" in found)) report(parsed.file, "block-scope", found.message, found.hint);
    const { data, problems: faults } = validate(blockFileSchema, { ...parsed.matter, file: parsed.file });
    problems.push(...faults);
    if (data === undefined || !("scope" in found)) continue;
    const read = parseBlocks(parsed.file, parsed.matter, found.scope, newestDate(data));
    problems.push(...read.problems);
    blocks.push(...read.blocks);
  }

  for (const format of formats.values()) problems.push(...checkPatternSlots(format));
  for (const topic of topics.values()) {
    if (axisOf.get(topic.data.defaultFormat) === "format") continue;
    const at = topic.locate(["defaultFormat"]);
    const hint = unknownNameHint(topic.data.defaultFormat, [...formats.keys()]);
    problems.push({
      file: topic.file,
      ...at,
      severity: "error",
      rule: "unknown-id",
      message: `"${topic.data.defaultFormat}" is no format`,
      hint,
    });
  }
  problems.push(...checkBaseRole(roles), ...checkSameScope(blocks));
  const pack = { topics, roles, formats, contexts, levels, blocks, matrixFile: MATRIX };
  if (matrix === undefined) {
    if (files.length > 0)
      report(
        MATRIX,
        "missing-matrix",
        "there is no matrix, so no guide is published",
        "Write one: guides: [{topic, roles, formats}].",
      );
    return { ...pack, guides: [], problems };
  }
  // A YAML file is the inside of a front matter: read by the same code, one line further down.
  const matter = parseFrontMatter(`---\n${matrix.text}\n---\n`, matrix.file);
  const locate: FrontMatter["locate"] = (path) => up(matter.locate(path));
  for (const problem of matter.problems) {
    problems.push({
      ...problem,
      ...up(problem),
      message: problem.message.replace("the front matter", "the file"),
    });
  }
  const { data, problems: faults } = validate(matrixSchema, { data: matter.data, file: matrix.file, locate });
  if (matter.problems.length === 0) problems.push(...faults);
  if (data === undefined) return { ...pack, guides: [], problems };
  const expanded = expandMatrix({ matrix: data, file: matrix.file, locate }, { ...pack, axisOf });
  return { ...pack, guides: expanded.guides, problems: [...problems, ...expanded.problems] };
}

function up<Place extends { line: number; column: number }>(place: Place): { line: number; column: number } {
  return { line: Math.max(1, place.line - 1), column: place.column };
}

function isFreeId(
  id: string,
  axis: Axis,
  file: string,
  axisOf: ReadonlyMap<string, Axis>,
  report: (file: string, rule: string, message: string, hint: string) => void,
): boolean {
  if (!ID.test(id)) {
    report(
      file,
      "template-id",
      `"${id}" cannot be an id`,
      "Name the file in lower-case letters, digits and hyphens, such as ml-engineer.md.",
    );
    return false;
  }
  if (id === SHARED || id === "all") {
    report(file, "template-id", `"${id}" has a meaning of its own`, "Choose another id.");
    return false;
  }
  const other = axisOf.get(id);
  if (other !== undefined) {
    report(
      file,
      "template-id",
      `the ${axis} "${id}" has the id of a ${other}`,
      "Ids are unique over all templates: rename one of the two.",
    );
    return false;
  }
  return true;
}

function newestDate(dates: { publishDateISO?: string; updatedDateISO?: string }): string {
  return dates.updatedDateISO ?? dates.publishDateISO ?? "";
}

function checkBaseRole(roles: ReadonlyMap<string, Role>): Problem[] {
  const all = [...roles.values()];
  const [base, ...others] = all.filter((role) => role.data.base);
  const problem = (role: Role, path: string[], message: string, hint: string): Problem => ({
    file: role.file,
    ...role.locate(path),
    severity: "error",
    rule: "base-role",
    message,
    hint,
  });
  const [first] = all;
  if (first && !base)
    return [
      problem(first, [], "no role is the base", "Write base: true in the role whose guide stands for all."),
    ];
  return others.map((role) =>
    problem(role, ["base"], `a second base role, beside ${base?.id}`, "Keep base: true in one role."),
  );
}

function checkSameScope(blocks: readonly Block[]): Problem[] {
  const first = new Map<string, Block>();
  const problems: Problem[] = [];
  for (const block of blocks) {
    const key = `${scopeKey(block.scope)} ${block.section}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, block);
      continue;
    }
    problems.push({
      file: block.file,
      line: block.headingLine,
      column: 1,
      severity: "error",
      rule: "block-twice",
      message: `a second block for the section "${block.section}" and the same scope`,
      hint: `The other stands at ${other.file}:${other.headingLine}. Keep one.`,
    });
  }
  return problems;
}
