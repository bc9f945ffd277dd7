import { describe, expect, it } from "vitest";
import { frontMatterSchema } from "../../../src/content/article-schema.ts";
import { generateGuides } from "../../../src/variants/generate.ts";
import { loadTemplates } from "../../../src/variants/load.ts";
import { DEFAULTS, fixture, placeOf } from "./packs.ts";

const pack = loadTemplates(fixture("drop-in-pack"));
const { guides, problems, similarity, status } = generateGuides(pack, {
  author: "editorial-team",
  uniqueness: DEFAULTS,
});
const guideAt = (url: string) => {
  const found = guides.find((guide) => guide.url === url);
  if (!found) throw new Error(`no guide at ${url}`);
  return found;
};

const HUB = "/guides/behavioral-interviews/";
const ML = "/guides/behavioral-interviews/ml-engineer/";
const PLAIN = [HUB, ML, `${HUB}tech-professional/checklist/`, `${ML}checklist/`];
const IN_CONTEXT = [
  `${HUB}tech-professional/framework/high-signal-loops/`,
  `${ML}framework/high-signal-loops/`,
  `${HUB}tech-professional/checklist/high-signal-loops/`,
  `${ML}checklist/high-signal-loops/`,
];

const HEADINGS = (own: string) => [
  undefined,
  "Short answer",
  "Why this matters",
  "What strong signal looks like",
  "Common mistakes",
  "Role-specific nuance",
  "Deeper context",
  own,
  "Coach's note",
  "Practical execution this week",
  "How to measure progress",
  "If you are stuck",
  "Proof checklist",
  "Example",
  "How to talk about it",
  "Next step",
  "FAQ",
  "Final takeaway",
];

describe("a publisher's own pack, dropped in", () => {
  it("makes a guide for each role and format, with and without the context", () => {
    expect(guides.map(({ url }) => url).toSorted()).toEqual([...PLAIN, ...IN_CONTEXT].toSorted());
  });

  it.each([...PLAIN, ...IN_CONTEXT])("gives %s the eighteen sections in their order", (url) => {
    const own = url.includes("checklist") ? "Coach's checklist" : "The coach's framework";
    const guide = guideAt(url);
    expect(guide.sections.map(({ heading }) => heading)).toEqual(HEADINGS(own));
    expect(guide.body.match(/^## .*$/gm)?.map((line) => line.slice(3))).toEqual(HEADINGS(own).slice(1));
    expect(guide.sections.every(({ words }) => words > 0)).toBe(true);
  });

  it.each([...PLAIN, ...IN_CONTEXT])("gives %s valid front matter", (url) => {
    expect(frontMatterSchema.safeParse(guideAt(url).data).error).toBeUndefined();
  });

  it("gives an ML engineer's framework every field", () => {
    expect(guideAt(ML).data).toEqual({
      layout: "blog-post.njk",
      tags: ["guides"],
      title: "Behavioral Interviews for ML Engineers: Framework",
      description:
        "How ML engineers choose, order and tell behavioral interview stories, from the decision to the number.",
      author: "editorial-team",
      publishDateISO: "2026-02-09",
      publishDate: "February 9, 2026",
      updatedDateISO: "2026-03-02",
      readTime: "3 min read",
      featured: false,
      imageAlt:
        "Four numbered cards that an ML engineer lays out before behavioral interviews: decision, cost, number, lesson",
      categories: ["Behavioral Interviews"],
      topic: "behavioral-interviews",
      role: "ml-engineer",
      format: "framework",
      permalink: ML,
    });
  });

  it("says in the title and the description of a guide in a context which one it is, and dates it by the context", () => {
    const { data } = guideAt(`${ML}framework/high-signal-loops/`);
    expect(data.title).toBe("Behavioral Interviews for ML Engineers: Framework (High-Signal)");
    expect(data.description).toMatch(/, in high-signal interview loops\.$/);
    expect(data).toMatchObject({
      context: "high-signal-loops",
      publishDateISO: "2026-02-16",
      updatedDateISO: "2026-03-05",
    });
  });

  it("fills each role's own words into shared and owned blocks", () => {
    const section = (url: string, id: string) =>
      guideAt(url).sections.find((one) => one.id === id)?.markdown ?? "";
    expect(section(ML, "role-nuance")).toContain("judged through platform and product teams, who");
    expect(section(HUB, "role-nuance")).toContain("which of your cross-functional partners objected");
    expect(section(ML, "practice")).toContain("tell it to platform and product teams.");
    expect(section(HUB, "practice")).toContain("tell it to cross-functional partners.");
    expect(section(ML, "example")).toContain(
      "We cut inference cost per 1,000 requests from $0.42 to $0.26, and",
    );
    expect(section(HUB, "why")).toContain("Behavioral interviews ask for evidence");
    expect(section(HUB, "deeper-context")).toContain("A behavioral interview story without one");
    expect(section(HUB, "next-step")).toContain("[Rehearse one answer with a coach](/blog/how-we-coach/)");
  });

  it("takes the context's blocks where it has some, and the plain ones elsewhere", () => {
    const files = (url: string) =>
      Object.fromEntries(guideAt(url).sections.map(({ id, file }) => [id, file.split("/").at(-1)]));
    expect(files(`${ML}framework/high-signal-loops/`)).toMatchObject({
      why: "behavioral-interviews+high-signal-loops.md",
      "coach-note": "high-signal-loops+ml-engineer+framework.md",
      opening: "behavioral-interviews+ml-engineer+framework.md",
      stuck: "shared.md",
    });
    expect(files(ML)).toMatchObject({
      why: "behavioral-interviews.md",
      "coach-note": "behavioral-interviews+framework.md",
    });
  });
});

describe("the gates, on that pack", () => {
  it("find nothing wrong with its language", () => {
    expect(problems.filter(({ rule }) => rule !== "too-similar")).toEqual([]);
  });

  it("let the guides of the two roles stand beside each other, in each format and across them", () => {
    for (const url of PLAIN) {
      expect(status.get(url)).toBe("ok");
      for (const other of PLAIN) if (other !== url) expect(similarity.between(url, other)).toBeLessThan(0.35);
    }
  });

  it("catch the guides that only add a context to another", () => {
    expect(problems.map((problem) => placeOf(problem).replace(/^.*\//, ""))).toEqual([
      "behavioral-interviews+ml-engineer+checklist.md:38:1 too-similar",
      "behavioral-interviews+tech-professional+checklist.md:38:1 too-similar",
      "behavioral-interviews+ml-engineer+framework.md:38:1 too-similar",
      "behavioral-interviews+tech-professional+framework.md:24:1 too-similar",
    ]);
    for (const url of IN_CONTEXT) {
      expect(status.get(url)).toBe("too-similar");
      expect(similarity.nearest(url)?.containment).toBeGreaterThan(0.9);
    }
    expect(problems.every(({ severity, hint }) => severity === "error" && hint?.includes("Shared: "))).toBe(
      true,
    );
  });

  it("publish them with the base guide as canonical when the publisher says so", () => {
    const generated = generateGuides(pack, {
      author: "x",
      uniqueness: { ...DEFAULTS, consequence: "canonical" },
    });
    expect(generated.problems.every(({ severity }) => severity === "warning")).toBe(true);
    const canonical = generated.guides.filter(({ data }) => data.canonical !== undefined);
    expect(canonical.map(({ url }) => url).toSorted()).toEqual(IN_CONTEXT.toSorted());
    expect(new Set(canonical.map(({ data }) => data.canonical))).toEqual(new Set([HUB]));
  });
});
