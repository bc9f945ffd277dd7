import { realpathSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { ContentError, countProblems, formatProblem, type Problem } from "../content/problem.ts";
import { surviveClosedOutput } from "../lib/closed-output.ts";
import { didYouMean } from "../lib/did-you-mean.ts";
import { CannotWrite } from "../lib/write-files.ts";
import { COMPILE_CACHE } from "./compile-cache.ts";

/** Exit codes of every command: success, content at fault, the call (or what the system lets it do) at fault. */
export const EXIT = { ok: 0, content: 1, usage: 2 } as const;

/** A call that cannot be carried out as it was made. */
export class UsageError extends Error {}

/** The options that every command takes. */
export const COMMON_OPTIONS = {
  root: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

/**
 * Reads a command's arguments.
 * @throws UsageError for an unknown option, with the nearest known one
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  options: Options,
  args = process.argv.slice(2),
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /Unknown option '-{1,2}([^']+)'/.exec(message)?.[1];
    const near = unknown && didYouMean(unknown, Object.keys(options));
    throw new UsageError(
      near ? `unknown option --${unknown}. Did you mean --${near}?` : (message.split(". ")[0] ?? message),
    );
  }
}

/**
 * Reads the options of a command that takes nothing else.
 * @throws UsageError for an unknown option, with the nearest known one, and for any other argument
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(options: Options, args?: string[]) {
  const { values, positionals } = readArguments(options, args);
  const [first] = positionals;
  if (first !== undefined) throw new UsageError(`unexpected argument "${first}"`);
  return values;
}

/**
 * The root of a call, absolute: `--root DIR`, else the working folder.
 * @throws UsageError when it is empty, or there is no such folder
 */
export function rootOf(values: { root?: string }): string {
  if (values.root === "") throw new UsageError("--root is empty: name the folder that has content/");
  const root = resolve(values.root ?? process.cwd());
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--root ${values.root}: there is no such folder`);
  // Eleventy's paths are from the working folder, which the system tells without symbolic links.
  return realpathSync(root);
}

/** Prints problems to stderr, one under the other, with a count below. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`${problems.map(formatProblem).join("\n")}\n${countProblems(problems)}\n`);
}

/**
 * Runs a command and turns what it throws into a message and an exit code: never a stack trace for what an author or a
 * caller can put right.
 */
export async function runCommand(usage: string, command: () => Promise<number>): Promise<void> {
  surviveClosedOutput();
  try {
    if (process.argv.includes("--help") || process.argv.includes("-h")) {
      process.stdout.write(`${usage}\n`);
      return;
    }
    enableCompileCache(COMPILE_CACHE);
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof ContentError) {
      printProblems(error.problems);
      process.exitCode = EXIT.content;
    } else if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}\n`);
      process.exitCode = EXIT.usage;
    } else if (isRefusal(error)) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = EXIT.usage;
    } else throw error;
  }
}

/** Whether something could not be read or written: no folder rights, no space, no file any more. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error instanceof CannotWrite || "syscall" in error;
}
