import { didYouMean } from "../lib/did-you-mean.ts";
import { runCommand, UsageError } from "./command.ts";
import { diff } from "./variants/diff.ts";
import { eject } from "./variants/eject.ts";
import { explain } from "./variants/explain.ts";
import { list } from "./variants/list.ts";
import { newRole } from "./variants/new-role.ts";
import { newTopic } from "./variants/new-topic.ts";
import { preview } from "./variants/preview.ts";
import { report } from "./variants/report.ts";

const USAGE = `Usage: npm run variants -- COMMAND [--root DIR]

  list                               every published guide: words, nearest sibling, status (--json)
  preview TOPIC ROLE [FORMAT]        a guide as Markdown (--context ID, --level ID)
  explain GUIDE                      the file behind each section, and why it was chosen
  diff GUIDE GUIDE                   what is different, by section
  report                             an HTML page: heat map, worst passages, coverage (--output FILE, or --json)
  eject GUIDE                        writes the guide to content/blog/ as a post that takes its place
  new-role ID [--topic ID ...]       a role's file to fill in, with its blocks for the topics named
  new-topic ID                       a topic's file to fill in

  GUIDE is an address (/guides/topic/role/) or topic/role[/format[/context]].
  --root DIR   the folder that has templates/ (default: this folder)`;

const COMMANDS: Readonly<Record<string, (args: string[]) => number>> = {
  list,
  preview,
  explain,
  diff,
  report,
  eject,
  "new-role": newRole,
  "new-topic": newTopic,
};

await runCommand(USAGE, async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) throw new UsageError("the command is missing");
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const near = didYouMean(name, Object.keys(COMMANDS));
    throw new UsageError(
      `there is no command "${name}"${near === undefined ? "" : `. Did you mean "${near}"?`}`,
    );
  }
  return command(args);
});
