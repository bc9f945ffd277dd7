import { appendFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inputsFingerprint, readsWholeSite } from "../../../src/site/incremental/fingerprint.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const root = temporaryFolder();

it("reads a download that fits into no buffer, to its last byte, in little memory", () => {
  writeFiles(root, { "content/assets/talk.mp4": "" });
  const file = join(root, "content/assets/talk.mp4");
  truncateSync(file, 2_200_000_000);
  const before = inputsFingerprint(root, new Map());
  truncateSync(file, 2_199_999_999);
  appendFileSync(file, "x");
  expect(inputsFingerprint(root, new Map())).not.toBe(before);
  expect(process.memoryUsage.rss()).toBeLessThan(1_000_000_000);
});

it("does not take a package of partials to show the whole site for its README and its scripts", () => {
  const site = temporaryFolder();
  writeFiles(site, {
    "_includes/mine.njk": "{% include 'node_modules/ui/note.njk' %}{{ content | safe }}",
    "_includes/node_modules/ui/README.md": "# Notes\n",
    "_includes/node_modules/ui/index.11ty.js": "",
    "_includes/node_modules/ui/pages.js": "const pages = collections.all;",
    "_includes/node_modules/ui/note.njk": "<p>{{ title }}</p>",
  });
  expect(readsWholeSite(site)).toBe(false);
  writeFiles(site, { "_includes/node_modules/ui/note.njk": "{{ collections.all.length }}" });
  expect(readsWholeSite(site)).toBe(true);
});
