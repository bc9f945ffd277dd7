import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSite, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();

/** Has a process believe that it starts at another moment. */
function startingAt(moment: string): string {
  const code = `const Real = Date;
    const ahead = Real.parse(${JSON.stringify(moment)}) - Real.now();
    globalThis.Date = class Date extends Real {
      constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ahead); }
      static now() { return Real.now() + ahead; }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

describe('"now" in a template', () => {
  it("is the day that the site is built for, so that a page changes when an incremental build can tell", async () => {
    const site = createSite(join(folder, "site"), {
      "content/blog/good.md": post(),
      "content/now.liquid":
        '{{ "now" | date: "%Y-%m-%d %H:%M:%S" }} {{ "today" | date: "%s" }} {{ "now" | date_to_xmlschema }} {{ "now" | date_to_rfc822 }} {{ "now" | date_to_string }} {{ "now" | date_to_long_string }} {{ page.date | date: "%Y-%m-%d" }} {{ "2026-05-06" | date: "%d" }}',
    });
    const buildAt = (moment: string) =>
      runCommand("build", ["--root", site.root], {
        env: { TZ: "Asia/Tokyo", NODE_OPTIONS: startingAt(moment) },
      });
    const first = await buildAt("2026-12-31T23:00:00Z");
    expect(first.code, first.stderr).toBe(0);
    const newYear =
      "2027-01-01 00:00:00 1798761600 2027-01-01T00:00:00+00:00 Fri, 01 Jan 2027 00:00:00 +0000 01 Jan 2027 01 January 2027 1970-01-01 06";
    expect(site.read("now/index.html")).toBe(newYear);
    expect((await buildAt("2027-01-01T03:00:00Z")).stdout).toContain("Nothing has changed");
    expect((await buildAt("2027-01-01T15:00:00Z")).stdout).not.toContain("Nothing has changed");
    expect(site.read("now/index.html")).toMatch(/^2027-01-02 00:00:00 /);
  });
});
