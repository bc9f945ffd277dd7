import { today } from "../../lib/calendar-date.ts";
import { unknownNameHint } from "../../lib/did-you-mean.ts";
import { loadTemplates } from "../../variants/load.ts";
import { ID } from "../../variants/schemas/fields.ts";
import { scaffoldBlocks, scaffoldRole } from "../../variants/tools/scaffold.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, UsageError } from "../command.ts";
import { writeNew } from "./files.ts";

/** Writes a role's file, and its blocks for the topics that are named, for an author to fill in. */
export function newRole(args: string[]): number {
  const options = { ...COMMON_OPTIONS, topic: { type: "string", multiple: true } } as const;
  const { values, positionals } = readArguments(options, args);
  const id = newId(positionals, "role", "data-engineer");
  const root = rootOf(values);
  const pack = loadTemplates(root);
  const topics = values.topic ?? [];
  const unknown = topics.find((topic) => !pack.topics.has(topic));
  if (unknown !== undefined)
    throw new UsageError(
      `there is no topic "${unknown}". ${unknownNameHint(unknown, [...pack.topics.keys()])}`,
    );
  const day = today();
  const files = [scaffoldRole(id, day), ...topics.flatMap((topic) => scaffoldBlocks(id, topic, day, pack))];
  writeNew(root, files);
  const next =
    topics.length > 0
      ? `add ${id} to the roles of ${topics.join(" and ")}`
      : `write its blocks (new-role ${id} --topic ID names them) and add ${id} to the roles`;
  process.stdout.write(
    `${files.map(({ file }) => `Wrote ${file}`).join("\n")}\nFill them in, ${next} in ${pack.matrixFile}, then run npm run check.\n`,
  );
  return EXIT.ok;
}

/**
 * The id of a new template.
 * @throws UsageError when it is missing or cannot be one
 */
export function newId(positionals: readonly string[], kind: string, example: string): string {
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new UsageError(`name the ${kind} by one id, such as ${example}`);
  if (!ID.test(id))
    throw new UsageError(
      `"${id}" cannot be an id: lower-case letters, digits and hyphens, such as ${example}`,
    );
  return id;
}
