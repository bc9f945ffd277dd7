import { hash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { problemSchema } from "../../content/problem-schema.ts";
import { readChecked, writeChecked } from "../../lib/checked-file.ts";
import { engineVersion } from "./fingerprint.ts";

const manifestSchema = z.object({
  /** Of everything the build was made from. */
  inputs: z.string(),
  /** What each page was made from, by its file. */
  pages: z.record(z.string(), z.string()),
  /** Size in bytes and time of change in milliseconds of every file of the output. */
  files: z.record(z.string(), z.tuple([z.number(), z.number()])),
  problems: z.array(problemSchema),
});

/** What a build remembers of its output, so that the next one can keep what has not changed. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where the manifest of an output folder is kept: beside no output, so that it is never published. */
export function manifestFile(cache: string, output: string): string {
  const id = hash("sha1", output).slice(0, 8);
  return join(cache, "builds", `${basename(dirname(output))}-${basename(output)}-${id}.json`);
}

/** The manifest of the build before, or undefined when there is none that can be trusted. */
export function readManifest(file: string): Manifest | undefined {
  return manifestSchema.safeParse(readChecked(file, engineVersion())).data;
}

export function writeManifest(file: string, manifest: Manifest): void {
  writeChecked(file, engineVersion(), manifest);
}

/**
 * Size and time of change of every file in a folder, by its path with forward slashes.
 * @param part a folder in it, with a slash behind, to look at nothing else, or at all but that
 */
export function statTree(folder: string, part: { only?: string; without?: string } = {}): Manifest["files"] {
  const files: Manifest["files"] = {};
  const visit = (at: string, prefix: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        const path = `${prefix}${entry.name}/`;
        if (path !== part.without) visit(`${at}/${entry.name}`, path);
      } else {
        const { size, mtimeMs } = statSync(`${at}/${entry.name}`);
        files[prefix + entry.name] = [size, mtimeMs];
      }
    }
  };
  visit(join(folder, part.only ?? ""), part.only ?? "");
  return files;
}

/** Whether a folder holds what its manifest says, no more and no less. */
export function isIntact(folder: string, manifest: Manifest): boolean {
  try {
    const found = statTree(folder);
    const names = Object.keys(found);
    return (
      names.length === Object.keys(manifest.files).length &&
      names.every((name) => isUnchanged(found[name], manifest.files[name]))
    );
  } catch {
    return false;
  }
}

/** Whether a file is as it was, by size and time of change. */
export function isUnchanged(
  now: [number, number] | undefined,
  before: [number, number] | undefined,
): boolean {
  return now !== undefined && before !== undefined && now[0] === before[0] && now[1] === before[1];
}
