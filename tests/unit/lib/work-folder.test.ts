import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { openWorkFolder } from "../../../src/lib/work-folder.ts";
import { temporaryFolder } from "../../support/fixture.ts";

it("is deleted when its process has gone, also when another has its number by now", () => {
  const parent = temporaryFolder();
  const held = openWorkFolder(parent, "work");
  for (const name of ["work-99999999-1-a", `work-${process.pid}-1-b`, "work-other", "another-99999999-1-c"])
    mkdirSync(join(parent, name));
  const opened = openWorkFolder(parent, "work");
  const kept = [basename(held.path), basename(opened.path), "work-other", "another-99999999-1-c"];
  expect(readdirSync(parent).sort()).toEqual(kept.sort());
  opened.remove();
  expect(readdirSync(parent)).not.toContain(basename(opened.path));
});
