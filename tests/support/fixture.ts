import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll } from "vitest";
import { buildUnpublished, runCommand } from "./command.ts";

export { type Run, runCommand } from "./command.ts";

/** A folder of its own for one test file, deleted at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rolewise-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Writes files, given by their path from the folder. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A post that passes every check, with some of its fields replaced; a field given as undefined is left out. */
export function post(
  fields: Record<string, unknown> = {},
  body = "A text with a point.\n\n## A heading\n\nMore text.\n",
): string {
  const all: Record<string, unknown> = {
    title: "A post",
    description: "A description that is long enough to be shown whole in a list of results.",
    author: "editorial-team",
    publishDateISO: "2026-02-09",
    categories: ["System Design"],
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([name, value]) => `${name}: ${typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value)}`).join("\n")}\n---\n${body}`;
}

/** A site in a folder of its own: its files, the commands on it, and what was built. */
export function createSite(root: string, files: Record<string, string | Buffer>) {
  writeFiles(root, files);
  const output = join(root, "_site");
  const build = () => runCommand("build", ["--root", root]);
  return {
    root,
    output,
    build,
    /** Builds where nothing is meant to be wrong. Throws with the problems when something is. */
    mustBuild: async () => {
      const run = await build();
      if (run.code !== 0) throw new Error(run.stderr);
      return run;
    },
    /** Builds with drafts and scheduled posts, as `npm start` does. */
    buildUnpublished: () => buildUnpublished(root, output),
    check: (...args: string[]) => runCommand("check", ["--root", root, ...args]),
    write: (more: Record<string, string | Buffer>) => writeFiles(root, more),
    read: (path: string) => readFileSync(join(output, path), "utf8"),
    /** A page's DOM, by its address. */
    page: (url: string) =>
      parseHTML(readFileSync(join(output, url.endsWith("/") ? `${url}index.html` : url), "utf8")).document,
    /** Every file of the output, in order. */
    files: () => listTree(output),
  };
}

export function listTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
