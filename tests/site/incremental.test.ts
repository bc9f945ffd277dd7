import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createAuthor, type Files } from "../support/author.ts";
import { temporaryFolder } from "../support/fixture.ts";
import { seededRandom } from "../support/random.ts";
import { SEED } from "../support/seed.ts";
import { createWorker } from "../support/worker.ts";

const SEQUENCES = Number(process.env.ROLEWISE_SEQUENCES ?? 200);
const MOST_ACTS = 4;

/** What a process of Eleventy keeps in memory: layouts, templates and data files. */
const IN_MEMORY = /^_includes\/|\.njk$|^content\/.*\.json$/;

/** Makes a folder hold these files and no others. Files that stay as they are are not touched. */
function sync(folder: string, before: Files, after: Files): void {
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(folder, path));
  for (const [path, content] of after) {
    if (before.get(path) === content) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describe("a build that keeps what has not changed", () => {
  const base = temporaryFolder();
  const incremental = createWorker();
  const clean = createWorker();
  afterAll(() => {
    incremental.close();
    clean.close();
  });

  it(`is a clean build's, byte for byte, after each of ${SEQUENCES} random sequences of edits`, async () => {
    const random = seededRandom(SEED);
    const author = createAuthor(random);
    const root = join(base, "site");
    const output = join(root, "_site");
    let onDisk: Files = new Map();
    let tree: Record<string, string> = {};
    let failed = 0;
    author.begin();
    for (let sequence = 0; sequence <= SEQUENCES; sequence++) {
      const undo = author.remember();
      const acts = Array.from({ length: sequence === 0 ? 0 : 1 + random.number(MOST_ACTS) }, author.act);
      const when = `seed ${SEED}, sequence ${sequence}: ${acts.join("; ")}`;
      sync(root, onDisk, author.files);
      const touched = [...new Set([...onDisk.keys(), ...author.files.keys()])].filter(
        (path) => onDisk.get(path) !== author.files.get(path),
      );
      onDisk = new Map(author.files);
      const isStale = touched.some((path) => IN_MEMORY.test(path));
      if (isStale || random.chance(0.1)) incremental.restart();
      if (isStale) clean.restart();
      const cleanRoot = join(base, `clean-${sequence}`);
      sync(cleanRoot, new Map(), author.files);
      const [kept, made] = await Promise.all([
        incremental.build({ root, output, unpublished: false }),
        clean.build({ root: cleanRoot, output: join(cleanRoot, "_site"), unpublished: false }),
      ]);
      rmSync(cleanRoot, { recursive: true });
      expect({ built: kept.built, problems: kept.problems }, when).toEqual({
        built: made.built,
        problems: made.problems,
      });
      expect(kept.tree, when).toEqual(made.built ? made.tree : tree);
      if (!made.built) {
        failed += 1;
        undo();
      }
      tree = kept.tree;
    }
    // Most sequences must be ones that build, or little is compared.
    expect(failed).toBeLessThan(SEQUENCES / 4);
  }, 3_600_000);
});
