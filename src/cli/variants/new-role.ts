import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ContentError } from "../../content/problem.ts";
import { today } from "../../lib/calendar-date.ts";
import { unknownNameHint } from "../../lib/did-you-mean.ts";
import { writeNew } from "../../lib/write-files.ts";
import { ENGINE_ROOT } from "../../site/engine-root.ts";
import { axesWithId, idsToUse, loadTemplates } from "../../variants/load.ts";
import type { Pack } from "../../variants/model.ts";
import { idFault, MATRIX_FILE } from "../../variants/pack-files.ts";
import { ID } from "../../variants/schemas/fields.ts";
import { publishedFormats, roleBlocks, type Scaffold, scaffoldRole } from "../../variants/tools/scaffold.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, UsageError } from "../command.ts";

/** What a call writes, and what it leaves as it is, with a note on what is not in it. */
interface Plan {
  write: Scaffold[];
  keep: { file: string; note: string }[];
}

/**
 * Writes what a role lacks for an author to fill in: its file, and its blocks for the topics that are named, else for
 * those that the matrix gives it. What is there stays as it is.
 */
export function newRole(args: string[]): number {
  const many = { type: "string", multiple: true } as const;
  const { values, positionals } = readArguments({ ...COMMON_OPTIONS, topic: many, format: many }, args);
  const root = rootOf(values);
  const id = newId(positionals, root, "role", "data-engineer");
  const pack = loadTemplates(root, ENGINE_ROOT);
  const targets = targetsOf(id, values, root, pack);
  const { write, keep } = planOf(root, id, targets, pack);
  writeNew(root, write);
  const lines = [
    ...write.map(({ file }) => `Wrote ${file}`),
    ...keep.map(({ file, note }) => `Left ${file} as it is${note}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n${nextStep(id, write, targets, pack)}\n`);
  return EXIT.ok;
}

/** Topics, and the formats of each that are asked for. */
type Targets = ReadonlyMap<string, readonly string[]>;

/** @throws UsageError for a topic or a format that there is not; ContentError for a topic whose file has errors */
function targetsOf(
  role: string,
  { topic, format }: { topic?: string[]; format?: string[] },
  root: string,
  pack: Pack,
): Targets {
  const unread = pack.problems.filter(
    ({ file, severity }) =>
      severity === "error" &&
      topic?.some((one) => !pack.topics.has(one) && file === `templates/topics/${one}.md`),
  );
  if (unread.length > 0) throw new ContentError(unread);
  refuseUnknown("topic", topic, [...pack.topics.keys()]);
  refuseUnknown("format", format, idsToUse("formats", root, ENGINE_ROOT));
  const published = pack.guides.filter((guide) => guide.role === role);
  const topics = new Set(topic ?? published.map((guide) => guide.topic));
  if (format !== undefined && topics.size === 0)
    throw new UsageError("--format needs a --topic: the role has none yet");
  const targets = new Map<string, readonly string[]>();
  for (const one of topics) {
    const all = publishedFormats(one, pack).map((guide) => guide.format);
    const foreign = format?.find((name) => !all.includes(name));
    if (foreign !== undefined)
      throw new UsageError(
        `${one} has no guide in the format "${foreign}"; it has ${all.join(", ") || "none"}. ${MATRIX_FILE} says so.`,
      );
    const own = published.filter((guide) => guide.topic === one).map((guide) => guide.format);
    targets.set(one, format ?? (topic === undefined ? own : all));
  }
  return targets;
}

function refuseUnknown(kind: string, given: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = given?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no ${kind} "${unknown}". ${unknownNameHint(unknown, known)}`);
}

function planOf(root: string, id: string, targets: Targets, pack: Pack): Plan {
  const plan: Plan = { write: [], keep: [] };
  const day = today();
  const role = scaffoldRole(id, day);
  const isWritten = existsSync(join(root, role.file));
  const isLent = pack.roles.has(id) || pack.lent.has(role.file);
  if (!isWritten && !isLent) plan.write.push(role, ...lentRoles(root, pack));
  else plan.keep.push({ file: role.file, note: isWritten ? "" : ": it comes with the program" });
  for (const [topic, formats] of targets) {
    for (const { file, missing, written, text } of roleBlocks(id, topic, formats, day, pack)) {
      plan.keep.push(...written.map((one) => ({ file: one, note: "" })));
      if (missing.length === 0) continue;
      if (!existsSync(join(root, file))) plan.write.push({ file, text });
      else
        plan.keep.push({
          file,
          note: isRead(file, pack) ? `; not written in it: ${missing.join(", ")}` : "",
        });
    }
  }
  return { ...plan, keep: [...new Map(plan.keep.map((one) => [one.file, one])).values()] };
}

/** The program's roles that a site uses: once it has a role of its own, it is lent none any more. */
function lentRoles(root: string, pack: Pack): Scaffold[] {
  return [...pack.roles.values()]
    .filter(({ file }) => !existsSync(join(root, file)))
    .map(({ file }) => ({ file, text: readFileSync(join(ENGINE_ROOT, file), "utf8") }));
}

/** Whether what is in a block file is known: not so when the role has no file yet, or the block file is at fault. */
function isRead(file: string, pack: Pack): boolean {
  return pack.blocks.some((block) => block.file === file);
}

function nextStep(id: string, written: readonly Scaffold[], targets: Targets, pack: Pack): string {
  const steps = [written.length === 0 ? "Every file is there: fill them in" : "Fill in what was written"];
  if (targets.size === 0)
    steps.push(
      `write its blocks (new-role ${id} --topic ID names them)`,
      `add ${id} to the roles in ${MATRIX_FILE}`,
    );
  else steps.push(...publishingSteps(id, targets, pack));
  return `${steps.join(", ")}, then run npm run check.`;
}

/** How to publish what is not published yet: only with all formats of a topic can a role share the topic's entry. */
function publishingSteps(id: string, targets: Targets, pack: Pack): string[] {
  const shared: string[] = [];
  const own: string[] = [];
  for (const [topic, formats] of targets) {
    const ofTopic = publishedFormats(topic, pack).map(({ format }) => format);
    const ofRole = pack.guides.filter((guide) => guide.topic === topic && guide.role === id);
    const lacking = formats.filter((format) => !ofRole.some((guide) => guide.format === format));
    if (ofRole.length === 0 && lacking.length === ofTopic.length) shared.push(topic);
    else if (lacking.length > 0)
      own.push(`{ topic: ${topic}, roles: [${id}], formats: [${lacking.join(", ")}] }`);
  }
  return [
    ...(shared.length > 0 ? [`add ${id} to the roles of ${shared.join(" and ")} in ${MATRIX_FILE}`] : []),
    ...own.map((entry) => `publish it in ${MATRIX_FILE} with an entry of its own (${entry})`),
  ];
}

/** So that three ids and what is between them make the name of a block file on any file system. */
const LONGEST_ID = 60;

/**
 * The id of a new template.
 * @throws UsageError when it is missing, cannot be one, or is that of another kind of template
 */
export function newId(
  positionals: readonly string[],
  root: string,
  kind: "role" | "topic",
  example: string,
): string {
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new UsageError(`name the ${kind} by one id, such as ${example}`);
  if (!ID.test(id))
    throw new UsageError(
      `"${id}" cannot be an id: lower-case letters, digits and hyphens, such as ${example}`,
    );
  if (id.length > LONGEST_ID)
    throw new UsageError(`"${id.slice(0, 80)}" cannot be an id: it is longer than ${LONGEST_ID} characters`);
  const fault = idFault(id);
  if (fault) throw new UsageError(`${fault.message}. ${fault.hint}`);
  const other = axesWithId(id, root, ENGINE_ROOT).find((axis) => axis !== kind);
  if (other !== undefined)
    throw new UsageError(`"${id}" is the id of a ${other}, and ids are unique over all templates`);
  return id;
}
