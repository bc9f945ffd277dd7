import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { one } from "../support/bad-input.ts";
import { createSite, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();

/** The problems that check tells of a site, each without its hint, and without the line of a post that it stands in. */
async function told(name: string, files: Record<string, string>): Promise<string[]> {
  const { stderr } = await createSite(join(folder, name), files).check();
  const lines = stderr.split("\n").filter((line) => /^\S+:\d+:\d+ /.test(line));
  return lines.map((line) => line.replace(/^content\/blog\//, "").replace(/:\d+:\d+/, ""));
}

describe("a post with a fault in one field", () => {
  const wrong = {
    layout: "blog-psot.njk",
    author: "Nobody Known",
    categories: ["system design"],
    featuredImage: "/assets/none.jpg",
    imageAlt: "None",
  };
  const text = "A [way](/nowhere/), a [place](#none), and ![a picture](/assets/gone.png)\n";
  const others = {
    "content/blog/first.md": one("first"),
    "content/blog/linked.md": one("linked", {}, "To [it](/blog/x/#a-part), and [not](/blog/x/#none).\n"),
  };
  const x = (fields: object) =>
    one("x", { ...wrong, description: `first: ${"words ".repeat(10)}`, ...fields }, `${text}\n## A part\n`);

  it("has all else that is wrong with it told in the same run", async () => {
    const field = "x.md error featured must be true or false (front-matter-field)";
    const rest = await told("rest", { ...others, "content/blog/x.md": x({}) });
    expect(rest.map((line) => /\(([^()]+)\)$/.exec(line)?.[1])).toEqual([
      "broken-anchor",
      "duplicate-description",
      "unknown-author",
      "category-twins",
      "unknown-layout",
      "missing-image",
      "broken-link",
      "broken-anchor",
      "missing-image",
    ]);
    const all = await told("all", { ...others, "content/blog/x.md": x({ featured: "maybe" }) });
    expect(all.toSorted()).toEqual([...rest, field].toSorted());
  });

  it("has it told as that of a draft, where it is one", async () => {
    expect(
      await told("draft", {
        ...others,
        "content/blog/linked.md": one("linked"),
        "content/blog/x.md": one("x", { draft: true, title: 7 }, "A [way](/nowhere/).\n"),
      }),
    ).toEqual([
      "x.md error title must be text; put quotes around it (front-matter-field)",
      "x.md warning an error in this draft: there is no page at /nowhere/ (broken-link)",
    ]);
  });
});

describe("a fault in a field", () => {
  it.each<[string, Record<string, unknown>, string?]>([
    ["title", { title: 7 }],
    ["description", { description: [] }],
    ["author", { author: { name: "A" } }],
    ["publishDateISO", { publishDateISO: "2026-02-30" }],
    ["publishDateISO, which is missing", { publishDateISO: undefined }],
    ["updatedDateISO", { updatedDateISO: "2025-13-01" }],
    ["categories", { categories: ["Fine", 7] }],
    ["tags", { tags: ["blog", 7] }],
    ["layout", { layout: 7 }],
    ["role", { role: "A B" }],
    ["draft", { draft: 1 }],
    [
      "publishDateISO, which is missing, behind a later day",
      { publishDateISO: undefined, updatedDateISO: "2031-01-01" },
    ],
    ["canonical", { canonical: "nowhere" }],
    ["permalink", { permalink: "blog/x/" }],
    ["permalink, where another post has the address of the file", { permalink: "/ x/" }],
    ["body", {}, " \n"],
  ])(
    "is told once in each post that has it, and nothing that follows from it: %s",
    async (name, fields, body) => {
      const text =
        body ?? "To [itself](../x/#a-part), [another](../y/) and [a list](/categories/fine/).\n\n## A part\n";
      const lines = await told(name, {
        "content/blog/x.md": one("x", fields, text),
        "content/blog/y.md": one("y", fields, text),
        "content/blog/z.md": one("z", { permalink: name.includes("where") ? "/blog/x/" : undefined }),
        "content/blog/w.md": one(
          "w",
          { categories: ["Fine"] },
          `To [it](/blog/x/#${name.includes("where") ? "a-heading" : "a-part"}).\n`,
        ),
      });
      expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
        "x.md error",
        "y.md error",
      ]);
    },
  );

  it("of the address says nothing of raw links from the page, whose place is not known", async () => {
    const raw = '<a href="o/">o</a> <img src="p.png" alt="p"> [m](o/)\n\n<a href="/none/">n</a>\n';
    const lines = await told("raw", {
      "_data/site.json": JSON.stringify({
        title: "S",
        description: "A site",
        url: "https://s.example",
        rawHtml: true,
      }),
      "content/blog/x.md": one("x", { permalink: "guides/x/" }, raw),
    });
    expect(lines.map((line) => /\(([^()]+)\)$/.exec(line)?.[1]).toSorted()).toEqual([
      "broken-link",
      "permalink",
    ]);
  });
});
