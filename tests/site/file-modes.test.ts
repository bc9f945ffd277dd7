import { spawnSync } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "teal" } })
  .png()
  .toBuffer();
const description = "Another description that is long enough to be shown whole.";
const site = createSite(temporaryFolder(), {
  "content/blog/a.md": post({ title: "A" }, "![Teal](/assets/teal.png)\n"),
  "content/blog/b.md": post({ title: "B", description }),
  "content/assets/teal.png": picture,
  "content/private.txt": "Published all the same",
});

function build(umask: string): void {
  const run = `umask ${umask}; exec node_modules/.bin/node src/cli/build.ts --root "${site.root}"`;
  const { status, stderr } = spawnSync("bash", ["-c", run], { cwd: ENGINE_ROOT, encoding: "utf8" });
  expect(status, stderr).toBe(0);
}

const modes = () =>
  new Set(site.files().map((file) => (statSync(join(site.output, file)).mode & 0o777).toString(8)));

it("the files of a site may be read by whoever its last build lets read them, those kept from earlier ones too", () => {
  chmodSync(join(site.root, "content/private.txt"), 0o600);
  build("077");
  expect(modes()).toEqual(new Set(["600"]));
  site.write({ "content/blog/b.md": post({ title: "B again", description }) });
  build("022");
  expect(modes()).toEqual(new Set(["644"]));
});
