import { articleText } from "../../variants/eject.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { exitWith, guideNamed, openWorkspace, problemsOf } from "./workspace.ts";

/** A guide as the article it becomes, front matter and Markdown. */
export function preview(args: string[]): number {
  const options = { ...COMMON_OPTIONS, context: { type: "string" }, level: { type: "string" } } as const;
  const { values, positionals } = readArguments(options, args);
  if (positionals.length === 0 || positionals.length > 3)
    throw new UsageError("name a topic and a role, and a format if you like");
  const workspace = openWorkspace(rootOf(values));
  const [topic = "", role, format] = positionals;
  const extra = [values.context, values.level].filter((id) => id !== undefined);
  if (role === undefined && extra.length > 0)
    throw new UsageError("--context and --level need a topic and a role before them");
  const usual =
    format ?? (extra.length > 0 ? workspace.pack.topics.get(topic)?.data.defaultFormat : undefined);
  const name =
    role === undefined ? topic : [topic, role, usual, ...extra].filter((id) => id !== undefined).join("/");
  const guide = guideNamed(name, workspace);
  process.stdout.write(articleText(guide));
  return exitWith(problemsOf([guide], workspace.generated));
}
