import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { PATIENCE_MS } from "../support/patience.ts";

const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;

it.each(["content/assets/notes.txt", "content/assets/last.png", "content/late.njk"])(
  "a file that is deleted during a build is not missed: the site is built again without it: %s",
  async (path) => {
    const create = { width: 1200, height: 800, channels: 3, noise, background: "#fff" } as const;
    const picture = async () => sharp({ create }).png().toBuffer();
    const names = Array.from({ length: 6 }, (_, number) => `${number}.png`);
    const shown = [...names, "last.png"].map((name) => `![Noise](/assets/${name})`);
    const site = createSite(temporaryFolder(), {
      ...Object.fromEntries(
        await Promise.all(names.map(async (name) => [`content/assets/${name}`, await picture()] as const)),
      ),
      "content/assets/notes.txt": "Notes",
      "content/assets/last.png": await picture(),
      "content/late.njk": "---\npermalink: /late/\n---\nLate",
      "content/blog/shown.md": post({}, `${shown.join("\n\n")}\n`),
    });
    const building = site.build();
    // Written to from the moment on at which all has been read.
    const hasBegun = () =>
      readdirSync(site.root).some(
        (name) => name.startsWith("_site.rolewise-new-") && readdirSync(join(site.root, name)).length > 0,
      );
    await vi.waitUntil(hasBegun, { timeout: PATIENCE_MS, interval: 5 });
    rmSync(join(site.root, path));
    const run = await building;
    if (path.endsWith(".png")) {
      expect(run.code).toBe(1);
      expect(run.stderr).toContain("/assets/last.png");
    } else {
      expect(run.code, run.stderr).toBe(0);
      expect(site.files()).not.toContain(path.replace("content/", "").replace(".njk", "/index.html"));
    }
    expect(run.stderr).not.toMatch(/ENOENT|^\s+at /m);
  },
);
