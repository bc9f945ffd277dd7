import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Corpus } from "./corpus.ts";
import type { Command } from "./measure.ts";

/** One build to be measured: what is built, where it goes, and a new folder for whatever else a tool writes. */
export interface Run {
  corpus: Corpus;
  output: string;
  scratch: string;
}

/** A generator, ready to run. */
export interface Tool {
  id: string;
  /** As shown in the table. */
  name: string;
  /** What makes the search index of its site, when it is not the generator itself. */
  searchBy?: string;
  /** What to run, in order; puts into the scratch folder what it needs there. */
  commands(run: Run): Command[];
  /** Folders that must be gone for a run to be cold. */
  caches(run: Run): string[];
}

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** This project's own build: everything a reader gets. */
export const OURS: Tool = {
  id: "rolewise",
  name: "Rolewise",
  commands: ({ corpus, output }) => [
    {
      file: process.execPath,
      args: [
        ...(corpus.search ? [] : ["--import", join(PROJECT, "bench/without-search.ts")]),
        ...[join(PROJECT, "src/cli/build.ts"), "--root", corpus.root, "--output", output],
      ],
      cwd: PROJECT,
    },
  ],
  caches: ({ corpus }) => [join(corpus.root, ".cache")],
};

/** The search index of a finished site, where it is to have one, made as its publisher would: with the Pagefind CLI. */
export function pagefind({ corpus, output }: Run): Command[] {
  if (!corpus.search) return [];
  return [
    {
      file: process.execPath,
      args: [join(PROJECT, "node_modules/pagefind/lib/runner/bin.cjs"), "--site", output, "--silent"],
      cwd: PROJECT,
    },
  ];
}
