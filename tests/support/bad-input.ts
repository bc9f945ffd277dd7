import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { createSite, listTree, post, type Run, temporaryFolder } from "./fixture.ts";
import { runMeasured, type Usage } from "./usage.ts";

/**
 * A place to build sites with bad input: each build is held to what a sound one takes, to writing nowhere but to its
 * output, to running no code, and to messages without stack traces.
 */
export function badInput() {
  const folder = temporaryFolder();
  const marker = join(folder, "code-has-run");
  let normal: Usage;
  beforeAll(async () => {
    const site = createSite(join(folder, "normal/site"), { "content/blog/a.md": post() });
    normal = await runMeasured("build", ["--root", site.root]);
  });

  return {
    folder,
    /** Code that leaves a trace when anything runs it. */
    code: `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`,
    /**
     * Builds a site.
     * @param name its folder's, below which everything is looked at
     * @param prepare what is put there besides the files
     */
    async build(
      name: string,
      files: Record<string, string | Buffer>,
      prepare: (root: string) => void = () => {},
    ) {
      const site = createSite(join(folder, name, "site"), files);
      prepare(site.root);
      const around = () =>
        listTree(join(folder, name)).filter((file) => !/^site\/(?:_site|\.cache)\//.test(file));
      const before = around();
      const run = await runMeasured("build", ["--root", site.root]);
      expect(around()).toEqual(before);
      expect(existsSync(marker)).toBe(false);
      expect(run.stderr).not.toMatch(/^ {4}at /m);
      expect(run.seconds - normal.seconds).toBeLessThan(2);
      expect(run.megabytes - normal.megabytes).toBeLessThan(256);
      return { site, run };
    },
  };
}

/** A post of a title and description that no other has. */
export function one(name: string, fields: Record<string, unknown> = {}, body?: string): string {
  return post({ title: `Title ${name}`, description: `${name}: ${"words ".repeat(10)}`, ...fields }, body);
}

/** What is told, without the hints and content/blog/: `file:line:column message (rule)`. */
export function told(run: Run): string[] {
  return run.stderr
    .split("\n")
    .filter((line) => / (?:error|warning) /.test(line))
    .map((line) => line.replace(/^content\/blog\//, "").replace(/ (?:error|warning) /, " "));
}

/** Files of content/blog, each with what is told of it. */
export type Cases = Record<string, [text: string | Buffer, ...told: string[]]>;

export function filesOf(cases: Cases): Record<string, string | Buffer> {
  return Object.fromEntries(Object.entries(cases).map(([name, [text]]) => [`content/blog/${name}`, text]));
}

/** What is told of all of them, in reading order. */
export function expectedOf(cases: Cases): string[] {
  return Object.keys(cases)
    .sort()
    .flatMap((name) => (cases[name] ?? []).slice(1).map((line) => `${name}:${line}`));
}
