import { describe, expect, it } from "vitest";
import { checkTemplateDays } from "../../../src/variants/template-days.ts";
import { changed, type Files, generate, packOf } from "./packs.ts";

const told = (files: Files, day = "2026-03-01") =>
  checkTemplateDays(generate(files).guides, packOf(files), day, () => ({ line: 2, column: 1 })).map(
    ({ file, rule, severity }) => `${file.replace("templates/", "")} ${rule} ${severity}`,
  );
const BLOCKS = "blocks/design-interviews+manager+framework.md";

describe("the days of templates", () => {
  it.each([
    ["a block", BLOCKS, changed(BLOCKS, "2026-02-04", "2036-11-20")],
    [
      "a role",
      "roles/manager.md",
      changed(
        "roles/manager.md",
        "publishDateISO: 2026-02-02",
        "publishDateISO: 2026-02-02\nupdatedDateISO: 2036-11-20",
      ),
    ],
  ])(
    "are told of when a published guide is made from one that was changed on a day to come: %s",
    (_what, file, files) => {
      expect(told(files)).toEqual([`${file} updated-date warning`]);
    },
  );

  it("may be to come where the guide is", () => {
    const later = {
      ...changed(BLOCKS, "2026-02-04", "2026-11-20"),
      ...changed("roles/manager.md", "2026-02-02", "2026-11-02"),
    };
    expect(told(later)).toEqual([]);
  });

  it("are told of in no file that is as old as today", () => {
    expect(told({})).toEqual([]);
    expect(told({}, "2026-02-04")).toEqual([]);
    expect(told({}, "2026-02-03")).toEqual([`${BLOCKS} updated-date warning`]);
  });
});
