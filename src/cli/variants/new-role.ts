import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ContentError } from "../../content/problem.ts";
import { today } from "../../lib/calendar-date.ts";
import { unknownNameHint } from "../../lib/did-you-mean.ts";
import { writeNew } from "../../lib/write-files.ts";
import { ENGINE_ROOT } from "../../site/engine-root.ts";
import { axesWithId, idsToUse, loadTemplates } from "../../variants/load.ts";
import type { Pack } from "../../variants/model.ts";
import { capitalize } from "../../variants/nouns.ts";
import { idFault, MATRIX_FILE } from "../../variants/pack-files.ts";
import { ID } from "../../variants/schemas/fields.ts";
import type { MatrixEntry } from "../../variants/schemas/templates.ts";
import { askedFormats, roleBlocks, type Scaffold, scaffoldRole } from "../../variants/tools/scaffold.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, UsageError } from "../command.ts";

/** What a call writes, what it leaves as it is, with a note on what is not in it, and where there is nothing to write. */
interface Plan {
  write: (Scaffold & { note?: string })[];
  keep: { file: string; note: string }[];
  none: { topic: string; format: string }[];
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
  const { write, keep, none } = planOf(root, id, targets, pack);
  writeNew(root, write);
  const lines = [
    ...write.map(({ file, note = "" }) => `Wrote ${file}${note}`),
    ...keep.map(({ file, note }) => `Left ${file} as it is${note}`),
    ...none.map(
      ({ topic, format }) => `Nothing to write for ${topic} as ${format}: blocks for all roles fill it`,
    ),
  ];
  const steps = [
    ...(write.length > 0 ? ["fill in what was written"] : []),
    ...(write.length === 0 && keep.some(({ file }) => existsSync(join(root, file)))
      ? ["every file is there: fill in what is missing"]
      : []),
    ...nextSteps(id, targets, pack),
  ];
  const next = steps.length > 0 ? `${steps.join(", ")}, then run npm run check` : "run npm run check";
  process.stdout.write(`${lines.join("\n")}\n${capitalize(next)}.\n`);
  return EXIT.ok;
}

/** Topics, and the formats of each that are asked for. */
type Targets = ReadonlyMap<string, readonly string[]>;

/** @throws UsageError for a topic or a format that there is not; ContentError for one whose file, or the matrix, has errors */
function targetsOf(
  role: string,
  { topic, format }: { topic?: string[]; format?: string[] },
  root: string,
  pack: Pack,
): Targets {
  refuseUnread("topics", topic, pack);
  refuseUnknown("topic", topic, [...pack.topics.keys()]);
  refuseUnknown("format", format, idsToUse("formats", root, ENGINE_ROOT));
  const topics = new Set(
    topic ?? pack.guides.filter((guide) => guide.role === role).map((guide) => guide.topic),
  );
  if (format !== undefined && topics.size === 0)
    throw new UsageError("--format needs a --topic: the role has none yet");
  const targets = new Map<string, readonly string[]>();
  for (const one of topics) {
    const all = askedFormats(one, pack, isPlain);
    if (topic !== undefined && all.length === 0) refuseUnasked(one, role, pack);
    const foreign = format?.find((name) => !all.includes(name));
    if (foreign !== undefined)
      throw new UsageError(
        `${one} has no guide in the format "${foreign}"; it has ${all.join(", ") || "none"}. ${MATRIX_FILE} says so.`,
      );
    const own = askedFormats(one, pack, isFor(role)).filter((name) => all.includes(name));
    const formats = format ?? (topic === undefined ? own : all);
    refuseUnread("formats", formats, pack);
    refuseUnknown("format", formats, idsToUse("formats", root, ENGINE_ROOT));
    targets.set(one, formats);
  }
  return targets;
}

/** Whether an entry of the matrix asks for guides without a context or a level. */
const isPlain = ({ contexts, levels }: MatrixEntry): boolean =>
  contexts === undefined && levels === undefined;

/** Whether it asks for guides of a role, be there a file of that or not. */
const isFor =
  (role: string) =>
  ({ roles }: MatrixEntry): boolean =>
    roles === "all" || roles.includes(role);

/** Tells of a topic that the matrix asks for nothing of: which formats to write for, it alone says. */
function refuseUnasked(topic: string, role: string, pack: Pack): never {
  const isWhole = pack.matrix !== undefined && !pack.matrix.guides.includes(undefined);
  const faults = pack.problems.filter(({ file, severity }) => file === MATRIX_FILE && severity === "error");
  if (!isWhole && faults.length > 0) throw new ContentError(faults);
  const base = [...pack.roles.values()].find(({ data }) => data.base)?.id ?? role;
  const roles = [...new Set([base, role])].join(", ");
  const format = pack.topics.get(topic)?.data.defaultFormat;
  throw new UsageError(
    `${MATRIX_FILE} says in which formats ${topic} is published, and has no entry for it. Add one to its guides, such as { topic: ${topic}, roles: [${roles}], formats: [${format}] }`,
  );
}

function refuseUnread(kind: "topics" | "formats", named: readonly string[] = [], pack: Pack): void {
  const files = named.filter((id) => !pack[kind].has(id)).map((id) => `templates/${kind}/${id}.md`);
  const faults = pack.problems.filter(({ file, severity }) => severity === "error" && files.includes(file));
  if (faults.length > 0) throw new ContentError(faults);
}

function refuseUnknown(kind: string, given: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = given?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no ${kind} "${unknown}". ${unknownNameHint(unknown, known)}`);
}

function planOf(root: string, id: string, targets: Targets, pack: Pack): Plan {
  const plan: Plan = { write: [], keep: [], none: [] };
  const day = today();
  const role = scaffoldRole(id, day);
  const isWritten = existsSync(join(root, role.file));
  const isLent = pack.roles.has(id) || pack.lent.has(role.file);
  if (!isWritten && !isLent) plan.write.push(role, ...lentRoles(root, pack));
  else plan.keep.push({ file: role.file, note: isWritten ? "" : ": it comes with the program" });
  for (const [topic, formats] of targets) {
    for (const { format, file, missing, written, text } of roleBlocks(id, topic, formats, day, pack)) {
      if (missing.length + written.length === 0) plan.none.push({ topic, format });
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
function lentRoles(root: string, pack: Pack): Plan["write"] {
  return [...pack.roles.values()]
    .filter(({ file }) => !existsSync(join(root, file)))
    .map(({ file }) => {
      const text = readFileSync(join(ENGINE_ROOT, file), "utf8");
      return { file, text, note: ": the program's, which your site uses" };
    });
}

/** Whether what is in a block file is known: not so when the role has no file yet, or the block file is at fault. */
function isRead(file: string, pack: Pack): boolean {
  return pack.blocks.some((block) => block.file === file);
}

/** How to publish what is not published yet: only with all formats of a topic can a role share the topic's entry. */
function nextSteps(id: string, targets: Targets, pack: Pack): string[] {
  if (targets.size === 0)
    return [
      `write its blocks (new-role ${id} --topic ID names them)`,
      ...(pack.matrix?.guides.some((entry) => entry && isFor(id)(entry))
        ? []
        : [`add ${id} to the roles in ${MATRIX_FILE}`]),
    ];
  const shared: string[] = [];
  const own: string[] = [];
  for (const [topic, formats] of targets) {
    const ofTopic = askedFormats(topic, pack, isPlain);
    const ofRole = askedFormats(topic, pack, isFor(id));
    const lacking = formats.filter((format) => !ofRole.includes(format));
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
