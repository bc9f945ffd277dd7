import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontMatterSchema } from "../../../src/content/article-schema.ts";
import { readingTime } from "../../../src/lib/reading-time.ts";
import { generateGuides } from "../../../src/variants/generate.ts";
import { parsePack } from "../../../src/variants/pack.ts";
import { BASE, generate, LENIENT, packOf } from "./packs.ts";

const [hub, other] = generate().guides;

describe("a guide", () => {
  it("is an article: its front matter is complete and valid", () => {
    expect(hub?.data).toEqual({
      layout: "blog-post.njk",
      tags: ["guides"],
      title: "Design Interviews for Engineers: Framework",
      description:
        "How engineers prepare for design interviews, from the first box on the board to the last question.",
      author: "editorial-team",
      publishDateISO: "2026-02-02",
      publishDate: "February 2, 2026",
      updatedDateISO: "2026-02-03",
      readTime: "1 min read",
      featured: false,
      imageAlt: "A whiteboard on which engineers sketch answers for design interviews",
      categories: ["Design Interviews"],
      topic: "design-interviews",
      role: "engineer",
      format: "framework",
      permalink: "/guides/design-interviews/",
    });
    expect(frontMatterSchema.safeParse(hub?.data).error).toBeUndefined();
  });

  it("has a level-2 heading above each section but the opening, in the format's order", () => {
    expect(other?.body).toBe(
      "People carry the pager.\n\n## Why this matters\n\nBoxes are easy. Reasons are scarce.\n\n## Steps for design interviews\n\n1. Count the teams.\n2. Cut the scope.\n",
    );
  });

  it("knows which of its words its role owns, and every file it is made from", () => {
    expect(other).toMatchObject({
      url: "/guides/design-interviews/manager/",
      words: 16,
      roleWords: 10,
      source: "templates/topics/design-interviews.md",
    });
    expect(other?.files).toEqual([
      "templates/blocks/design-interviews+manager+framework.md",
      "templates/formats/framework.md",
      "templates/roles/manager.md",
      "templates/topics/design-interviews.md",
    ]);
    expect(
      other?.sections.map(({ id, roleOwned, file, line }) => [id, roleOwned, file.split("/").at(-1), line]),
    ).toEqual([
      ["opening", true, "design-interviews+manager+framework.md", 7],
      ["why", false, "design-interviews.md", 24],
      ["steps", true, "design-interviews+manager+framework.md", 11],
    ]);
  });

  it("is dated by its templates: published with the last of them, updated with the newest", () => {
    const dated = (files: Record<string, string | undefined>) => {
      const { publishDateISO, updatedDateISO } = generate(files).guides[1]?.data ?? {};
      return [publishDateISO, updatedDateISO];
    };
    const role = BASE["roles/manager.md"];
    expect(dated({ "roles/manager.md": role?.replace("2026-02-02", "2026-05-01") })).toEqual([
      "2026-05-01",
      undefined,
    ]);
    expect(
      dated({ "roles/manager.md": role?.replace("2026-02-02", "2026-02-03\nupdatedDateISO: 2026-06-01") }),
    ).toEqual(["2026-02-03", "2026-06-01"]);
  });

  it("reads as long as its words take", () => {
    const long = `---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\n${"Word ".repeat(1_190)}end.\n\n# steps\n\nStop.\n`;
    const guide = generate({ "blocks/design-interviews+manager+framework.md": long }).guides[1];
    expect(guide?.data.readTime).toBe(readingTime(1_198));
    expect(guide?.data.readTime).toBe("6 min read");
  });

  it("takes author and image from its topic when the topic has them", () => {
    const topic = BASE["topics/design-interviews.md"]?.replace(
      "tagline:",
      "author: engineering-desk\nfeaturedImage: /assets/blog/board.jpg\ntagline:",
    );
    expect(generate({ "topics/design-interviews.md": topic }).guides[0]?.data).toMatchObject({
      author: "engineering-desk",
      featuredImage: "/assets/blog/board.jpg",
    });
  });

  it("goes without an optional section that no block fills", () => {
    const format = BASE["formats/framework.md"]?.replace("{ id: why,", "{ id: why, optional: true,");
    const topic = BASE["topics/design-interviews.md"]?.replace(/# why[\s\S]*$/, "");
    const { guides, problems } = generate({
      "formats/framework.md": format,
      "topics/design-interviews.md": topic,
    });
    expect(problems).toEqual([]);
    expect(guides[0]?.sections.map(({ id }) => id)).toEqual(["opening", "steps"]);
  });
});

describe("generation", () => {
  it("gives the same bytes whatever the order of the files", () => {
    const sources = Object.entries(BASE).map(([path, text]) => ({ file: `templates/${path}`, text }));
    const make = (files: typeof sources) =>
      JSON.stringify(generateGuides(parsePack(files), { author: "x", uniqueness: LENIENT }).guides);
    const expected = make(sources);
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(make(shuffled)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("gives the same bytes in any time zone and locale", () => {
    const zone = process.env.TZ;
    const made = ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"].map((name) => {
      process.env.TZ = name;
      return JSON.stringify(generate().guides);
    });
    process.env.TZ = zone;
    expect(new Set(made).size).toBe(1);
  });

  it("makes nothing of nothing, without a word", () => {
    expect(generateGuides(parsePack([]), { author: "x", uniqueness: LENIENT })).toMatchObject({
      guides: [],
      problems: [],
    });
  });

  it("names a place in the file for whatever an author writes, and never throws", () => {
    const piece = fc.constantFrom(
      "{role.plural}",
      "{topic}",
      "{",
      "}",
      "{{x}}",
      "a ",
      "an ",
      "the the ",
      "For example, ",
      ".\n\n",
      "\n- ",
      "\n- [ ] ",
      "\n: ",
      "\n# why\n",
      "\n## x\n",
      "`",
      "```\n",
      "**",
      "[x](/y/)",
      "<b>",
      "| a |\n",
      "\\",
      "é",
      "stories ",
      "removes ",
      "{topic|is/are} ",
      "1. ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = `---\nupdatedDateISO: 2026-02-03\n---\n# steps\n${pieces.join("")}\n`;
        const lines = text.split("\n");
        const { problems } = generate({ "blocks/manager+framework.md": text });
        for (const { file, line, column } of problems.filter((problem) =>
          problem.file.endsWith("/manager+framework.md"),
        )) {
          expect(lines[line - 1], `${file}:${line}`).toBeDefined();
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
    );
  });

  it("passes on what is wrong with the pack", () => {
    const pack = packOf({ "roles/manager.md": "---\n---\n" });
    const { problems } = generateGuides(pack, { author: "x", uniqueness: LENIENT });
    expect(problems).toEqual(expect.arrayContaining([...pack.problems]));
    expect(pack.problems.length).toBeGreaterThan(0);
  });
});
