import { parseArgs } from "node:util";
import { didYouMean } from "../lib/did-you-mean.ts";
import { COMMON_OPTIONS, runCommand, UsageError } from "./command.ts";

const USAGE = `Usage: npm run variants -- COMMAND [--root DIR]

  list                               every published guide: words, nearest sibling, status (--json)
  preview TOPIC ROLE [FORMAT]        a guide as Markdown (--context ID, --level ID); or preview GUIDE
  explain GUIDE                      the file behind each section, and why it was chosen
  diff GUIDE GUIDE                   what is different, by section
  report                             a page with heat map, shared passages and coverage, .cache/variants-report.html or
                                     --output FILE; or the same as JSON, --json
  eject GUIDE                        writes the guide to content/blog/ as a post that takes its place
  new-role ID [--topic ID ...]       a role's file to fill in, with its blocks for the topics named
                                     (--format ID ... leaves the other formats out); for a role that exists, what it lacks
  new-topic ID                       a topic's file to fill in

  GUIDE is an address (/guides/topic/role/) or topic[/role[/format[/context][/level]]].
  --root DIR   the folder that has templates/ (default: this folder)`;

/** Read when it is called: the language checks take longer to load than most commands take to run. */
const COMMANDS: Readonly<Record<string, () => Promise<(args: string[]) => number>>> = {
  list: async () => (await import("./variants/list.ts")).list,
  preview: async () => (await import("./variants/preview.ts")).preview,
  explain: async () => (await import("./variants/explain.ts")).explain,
  diff: async () => (await import("./variants/diff.ts")).diff,
  report: async () => (await import("./variants/report.ts")).report,
  eject: async () => (await import("./variants/eject.ts")).eject,
  "new-role": async () => (await import("./variants/new-role.ts")).newRole,
  "new-topic": async () => (await import("./variants/new-topic.ts")).newTopic,
};

/** The command's name, which may stand behind options, and all the other arguments. */
function takeName(args: string[]): { name: string; rest: string[] } {
  const { tokens } = parseArgs({ args, options: COMMON_OPTIONS, strict: false, tokens: true });
  const words = tokens.filter((token) => token.kind === "positional");
  // Before it may stand the value of an option that only some commands take.
  const [first] = words;
  const named =
    first?.index === 0 ? first : (words.find(({ value }) => Object.hasOwn(COMMANDS, value)) ?? first);
  if (named === undefined) throw new UsageError("the command is missing");
  return { name: named.value, rest: args.toSpliced(named.index, 1) };
}

await runCommand(USAGE, async () => {
  const { name, rest } = takeName(process.argv.slice(2));
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const near = didYouMean(name, Object.keys(COMMANDS));
    throw new UsageError(
      `there is no command "${name}"${near === undefined ? "" : `. Did you mean "${near}"?`}`,
    );
  }
  const command = await load();
  return command(rest);
});
