import type { z } from "zod";
import { type FrontMatter, parseFrontMatter } from "../content/front-matter.ts";
import { error, hasErrors, type Problem } from "../content/problem.ts";
import { type Position, START } from "../lib/position.ts";
import { parseBlocks } from "./blocks.ts";
import { usedTemplates } from "./lent.ts";
import { expandMatrix } from "./matrix.ts";
import type { Axis, Block, Pack, Scope, Template } from "./model.ts";
import { checkBaseRole, checkDefaultFormats, checkFormat, checkSameScope } from "./pack-checks.ts";
import {
  MATRIX_FILE,
  type PackFiles,
  sortOutFiles,
  type TemplateFile,
  type TemplateSource,
} from "./pack-files.ts";
import type { Dates } from "./schemas/fields.ts";
import {
  blockFileSchema,
  contextSchema,
  formatSchema,
  levelSchema,
  type Matrix,
  matrixSchema,
  readableMatrixSchema,
  roleSchema,
  topicSchema,
} from "./schemas/templates.ts";
import { validate } from "./schemas/validate.ts";
import { isScopeRead, parseScope } from "./scope.ts";

/**
 * Reads a template pack. The result depends on the files' paths and texts alone, not on their order.
 * @param sources every file below `templates/`
 */
export function parsePack(sources: readonly TemplateSource[]): Pack {
  const files = sortOutFiles(sources);
  const { matrix, locate, problems: matrixFaults } = readMatrix(files);
  const problems = [...files.problems];
  const isInUse = usedTemplates(files, matrix);
  const blocks: Block[] = [];
  const unread: Scope[] = [];

  // Also where dates or other fields are at fault: that ends the build, and all faults of a file are told at once.
  const readBlocks = ({ file, matter }: TemplateFile, scope: Scope | undefined, dates: Dates = {}): void => {
    const dateISO = dates.updatedDateISO ?? dates.publishDateISO ?? "";
    const read = parseBlocks(file, matter, scope ?? {}, dateISO);
    problems.push(...read.problems);
    if (scope === undefined) return;
    if (read.blocks === undefined) unread.push(scope);
    else blocks.push(...read.blocks);
  };
  const readTemplates = <Schema extends z.ZodType<Dates>>(
    axis: Axis,
    schema: Schema,
  ): Map<string, Template<z.output<Schema>>> => {
    const found = new Map<string, Template<z.output<Schema>>>();
    for (const template of files.templates.get(axis) ?? []) {
      if (!isInUse(template)) continue;
      const { file, id, matter } = template;
      const { data, problems: faults } = validate(schema, { ...matter, file });
      problems.push(...faults);
      if (data !== undefined) found.set(id, { axis, id, file, data, locate: matter.locate });
      readBlocks(template, { [axis]: id }, data);
    }
    return found;
  };
  const topics = readTemplates("topic", topicSchema);
  const roles = readTemplates("role", roleSchema);
  const formats = readTemplates("format", formatSchema);
  const contexts = readTemplates("context", contextSchema);
  const levels = readTemplates("level", levelSchema);

  for (const template of files.blocks) {
    const { file, id, matter } = template;
    const found = parseScope(id, files.axisOf);
    if (!("scope" in found)) problems.push({ file, ...START, ...found });
    const { data, problems: faults } = validate(blockFileSchema, { ...matter, file });
    problems.push(...faults);
    readBlocks(template, "scope" in found ? found.scope : undefined, data);
  }
  for (const id of files.unreadBlocks) {
    const found = parseScope(id, files.axisOf);
    if ("scope" in found) unread.push(found.scope);
  }

  const allRoles = [...files.axisOf]
    .filter(([id, axis]) => axis === "role" && (!files.lent.has(id) || roles.has(id)))
    .map(([id]) => id)
    .sort();
  const templates = { topics, roles, formats, contexts, levels };
  const published =
    matrix &&
    expandMatrix({ matrix, file: MATRIX_FILE, locate }, { ...templates, allRoles, axisOf: files.axisOf });
  // Where guides stand depends on these, too.
  const faults = {
    topic: checkDefaultFormats(topics, files.axisOf),
    role: checkBaseRole(roles, roles.size === allRoles.length),
    matrix: [...matrixFaults, ...(published?.problems ?? [])],
  };
  problems.push(
    ...[...formats.values()].flatMap(checkFormat),
    ...faults.topic,
    ...faults.role,
    ...checkSameScope(blocks),
    ...faults.matrix,
  );
  const gaps = new Set<Axis | "matrix">(files.nameless);
  for (const [id, axis] of files.axisOf)
    if (!files.lent.has(id) && !isScopeRead({ [axis]: id }, templates)) gaps.add(axis);
  for (const kind of ["topic", "role", "matrix"] as const) if (hasErrors(faults[kind])) gaps.add(kind);
  if (files.matrix?.isUnreadable) gaps.add("matrix");
  const lent = new Set(files.lent.values());
  return { ...templates, blocks, matrix, unread, gaps, lent, guides: published?.guides ?? [], problems };
}

interface ReadMatrix {
  /** None when it cannot be read. */
  matrix?: Matrix;
  locate: FrontMatter["locate"];
  problems: Problem[];
}

function readMatrix({ matrix, axisOf, lent }: PackFiles): ReadMatrix {
  if (matrix !== undefined && !matrix.isUnreadable) return parseMatrix(matrix);
  // One that is no text is told of already, and nothing of the publisher's needs one.
  const isTold = matrix !== undefined || axisOf.size === lent.size;
  if (isTold) return { locate: () => START, problems: [] };
  const message = "there is no matrix, so no guide is published";
  const hint = "Write one: guides: [{topic: ..., roles: all, formats: [...]}].";
  const problem = { file: MATRIX_FILE, ...START, ...error("missing-matrix", message, hint) };
  return { locate: () => START, problems: [problem] };
}

/** A YAML file is the inside of a front matter: it is read by the same code, one line further down. */
function parseMatrix({ file, text }: TemplateSource): ReadMatrix {
  const inner = text.replace(/^---[ \t]*\n/, "\n");
  const end = inner.split("\n").findIndex((line) => line.startsWith("---"));
  if (end !== -1) {
    const message = "a line of three hyphens would end the file early";
    const fault = error("front-matter-yaml", message, "Take it out: the matrix is one list of fields.");
    return { locate: () => START, problems: [{ file, line: end + 1, column: 1, ...fault }] };
  }
  const matter = parseFrontMatter(`---\n${inner}\n---\n`, file);
  const up = ({ line, column }: Position) => ({ line: Math.max(1, line - 1), column });
  const locate: FrontMatter["locate"] = (path) => up(matter.locate(path));
  if (matter.problems.length > 0) {
    const problems = matter.problems.map((problem) => {
      return { ...problem, ...up(problem), message: problem.message.replace("the front matter", "the file") };
    });
    return { locate, problems };
  }
  const { problems } = validate(matrixSchema, { data: matter.data, file, locate });
  return { matrix: readableMatrixSchema.safeParse(matter.data).data, locate, problems };
}
