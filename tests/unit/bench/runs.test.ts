import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCold } from "../../../bench/cold.ts";
import { type Corpus, writeCorpus } from "../../../bench/corpus.ts";
import { CAN_SAMPLE, CommandFailed, measure } from "../../../bench/measure.ts";
import { runScenarios } from "../../../bench/scenarios.ts";
import { Scratch } from "../../../bench/scratch.ts";
import type { Tool } from "../../../bench/tools.ts";
import { visibleText } from "../../../bench/verify.ts";

const scratch = new Scratch();
let folder: string;
let corpus: Corpus;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bench-test-"));
  corpus = await writeCorpus(join(folder, "root"), 3);
});
afterAll(async () => {
  scratch.remove();
  await rm(folder, { recursive: true });
});

/** A generator of a few lines: shows the Markdown as it stands; `skip` and `stale` are the faults it may have. */
function tinyTool(id: string, faults: { skip?: boolean; stale?: boolean } = {}): Tool {
  const script = `
    const fs = require("node:fs");
    const [root, output, skip, stale] = process.argv.slice(1);
    const blog = root + "/content/blog/";
    for (const file of fs.readdirSync(blog).slice(skip ? 1 : 0)) {
      const page = output + "/blog/" + file.replace(/\\.md$/, "");
      if (stale && fs.existsSync(page)) continue;
      fs.mkdirSync(page, { recursive: true });
      fs.writeFileSync(page + "/index.html", "<main>" + fs.readFileSync(blog + file, "utf8") + "</main>");
    }
    fs.mkdirSync(output + "/pagefind", { recursive: true });
    fs.writeFileSync(output + "/pagefind/pagefind-entry.json", '{"languages":{"en":{"page_count":3}}}');`;
  return {
    id,
    name: id,
    commands: (run) => [
      {
        file: process.execPath,
        args: [
          ...["-e", script, run.corpus.root, run.output],
          ...[faults.skip ? "yes" : "", faults.stale ? "yes" : ""],
        ],
        cwd: folder,
      },
    ],
    caches: () => [],
  };
}

describe("cold runs", () => {
  test("count only when every article has a page with its text", async () => {
    const tools = [tinyTool("good"), tinyTool("lazy", { skip: true })];
    const { results, lastOutput } = await runCold(corpus, tools, 2, scratch, () => {});
    const [good, lazy] = results;
    expect(good?.runs).toHaveLength(2);
    expect(good?.median?.wallSeconds).toBeGreaterThan(0);
    expect(lastOutput.has("good")).toBe(true);
    expect(lazy?.median).toBeUndefined();
    expect(lazy?.failure).toMatch(/1 of 3 articles have no page/);
  });
});

describe("second builds", () => {
  test("pass when the output after an edit is that of a clean build", async () => {
    const output = scratch.path("site");
    const results = await runScenarios(tinyTool("good"), corpus, output, 1, scratch, () => {});
    expect(results.map(({ name, identical }) => [name, identical])).toEqual([
      ["unchanged", true],
      ["one edit", true],
    ]);
  });

  test("are reported, by file, when an edit does not reach the output", async () => {
    const output = scratch.path("site");
    const results = await runScenarios(
      tinyTool("stale", { stale: true }),
      corpus,
      output,
      1,
      scratch,
      () => {},
    );
    expect(results[0]?.identical).toBe(true);
    expect(results[1]?.identical).toBe(false);
    expect(results[1]?.failure).toMatch(
      /1 files are not those of a clean build: blog\/.*\/index.html differs/,
    );
  });
});

describe("a measurement", () => {
  test.runIf(CAN_SAMPLE)("includes the CPU and memory of a command's own children", async () => {
    const child = `const held = Buffer.alloc(150e6, 1);
      while (process.threadCpuUsage().user < 400e3) held[0] += 1;`;
    const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(child)}])`;
    const usage = await measure([{ file: process.execPath, args: ["-e", parent], cwd: folder }]);
    expect(usage.wallSeconds).toBeGreaterThan(0.35);
    // /proc counts in hundredths of a second.
    expect(usage.cpuSeconds).toBeGreaterThan(0.35);
    expect(usage.peakMegabytes).toBeGreaterThan(180);
  });

  test("of a command that fails says what it printed", async () => {
    const failing = {
      file: process.execPath,
      args: ["-e", 'console.error("no room"); process.exit(3)'],
      cwd: folder,
    };
    await expect(measure([failing])).rejects.toThrow(CommandFailed);
    await expect(measure([failing])).rejects.toThrow(/ended with 3\nno room/);
  });

  test("of a command that does not exist says so", async () => {
    await expect(measure([{ file: "no-such-generator", args: [], cwd: folder }])).rejects.toThrow(/ENOENT/);
  });
});

describe("what was set aside", () => {
  test("comes back, in the place of what was made meanwhile", async () => {
    const cache = join(folder, "cache");
    await mkdir(cache);
    await writeFile(join(cache, "state"), "first");
    const aside = scratch.setAside(cache);
    await mkdir(cache);
    await writeFile(join(cache, "state"), "second");
    scratch.bringBack(aside, cache);
    expect(await readFile(join(cache, "state"), "utf8")).toBe("first");
  });
});

test("visible text has no tags, scripts or entities, and plain quotation marks", () => {
  const html = "<h1>A &amp; B</h1>\n<script>let x = 1</script><p>It&#8217;s <b>“here”</b>&#x21;</p>";
  expect(visibleText(html)).toBe(`A & B It's "here"!`);
});
