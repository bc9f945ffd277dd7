import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { measureCoverage } from "../../../src/variants/tools/coverage.ts";
import { diffGuides, diffSentences } from "../../../src/variants/tools/diff.ts";
import { findGuide } from "../../../src/variants/tools/find-guide.ts";
import { distribution, explainGuide, formatList, listGuides } from "../../../src/variants/tools/list.ts";
import { reportData } from "../../../src/variants/tools/report-data.ts";
import { reportHtml } from "../../../src/variants/tools/report-html.ts";
import {
  roleBlocks,
  scaffoldRole,
  scaffoldTopic,
  suggestForms,
} from "../../../src/variants/tools/scaffold.ts";
import { BASE, changed, DEFAULTS, generate, packOf, placeOf } from "./packs.ts";

const generated = generate();
const [hub, manager] = generated.guides;
if (!hub || !manager) throw new Error("the base pack makes too few guides");

describe("a guide's name", () => {
  it.each([
    "/guides/design-interviews/manager/",
    "guides/design-interviews/manager",
    "design-interviews/manager",
    "design-interviews/manager/framework",
  ])("may be %s", (name) => {
    expect(findGuide(name, generated.guides)).toBe(manager);
  });

  it.each(["design-interviews", "design-interviews/engineer", "design-interviews/engineer/framework"])(
    "of the base guide may be %s",
    (name) => {
      expect(findGuide(name, generated.guides)).toBe(hub);
    },
  );

  it("that does not exist gives the nearest that does", () => {
    expect(findGuide("design-interviews/manger", generated.guides)).toEqual({
      likely: ["/guides/design-interviews/manager/"],
    });
    expect(findGuide("design-interviews/man", generated.guides)).toEqual({
      likely: ["/guides/design-interviews/manager/"],
    });
    expect(findGuide("x", generated.guides)).toEqual({ likely: [] });
  });

  it("with a wrong topic gives the guide of that role and format", () => {
    const checklist = (BASE["formats/framework.md"] ?? "")
      .replaceAll("framework", "checklist")
      .replaceAll("Framework", "Checklist");
    const { guides } = generate({
      "formats/checklist.md": checklist,
      "matrix.yaml": BASE["matrix.yaml"]?.replace("[framework]", "[framework, checklist]"),
    });
    const likely = ["/guides/design-interviews/manager/checklist/"];
    expect(findGuide("design-interviws/manager/checklist", guides)).toEqual({ likely });
    expect(findGuide("desing-interviews/manger/checklist", guides)).toEqual({ likely });
    expect(findGuide("design-interviws", guides)).toEqual({ likely: ["/guides/design-interviews/"] });
  });

  it("in a format that the topic and role do not have gives those that they have", () => {
    expect(findGuide("design-interviews/manager/checklist", generated.guides)).toEqual({
      likely: ["/guides/design-interviews/manager/"],
    });
  });
});

describe("the list", () => {
  const listed = listGuides(generated, { ejected: new Set([manager.url]), day: "2026-03-01" });

  it("has each guide with its words, its nearest sibling and its status", () => {
    expect(listed).toEqual([
      expect.objectContaining({
        url: hub.url,
        words: hub.words,
        roleWords: hub.roleWords,
        status: "ok",
        nearest: { url: manager.url, containment: expect.any(Number) },
      }),
      expect.objectContaining({ url: manager.url, status: "ejected" }),
    ]);
  });

  it("tells which guides are not published before a day to come", () => {
    const later = changed("roles/manager.md", "2026-02-02", "2026-03-02");
    const statuses = (day: string, ejected: string[] = []) =>
      listGuides(generate(later), { ejected: new Set(ejected), day }).map(({ status }) => status);
    expect(statuses("2026-03-01")).toEqual(["ok", "scheduled"]);
    expect(statuses("2026-03-02")).toEqual(["ok", "ok"]);
    expect(statuses("2026-03-01", [manager.url])).toEqual(["ok", "ejected"]);
  });

  it("is a table with a line for each guide and the distribution below", () => {
    const lines = formatList(listed).split("\n");
    expect(lines[0]).toMatch(/^topic +role +format +words +role words +alike +nearest +status +address$/);
    expect(lines[3]).toMatch(
      /^design-interviews +manager +framework +16 +10 +0\.\d\d +design-interviews\/ +ejected +\/guides\/design-interviews\/manager\/$/,
    );
    expect(lines.at(-1)).toMatch(
      /^2 guides; containment with the nearest sibling: median 0\.\d\d, most 0\.\d\d$/,
    );
  });

  it("is a few lines for each guide where the terminal is too narrow for a table", () => {
    const text = formatList(listed, 80);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(
      /^topic: design-interviews {2}role: engineer {2}format: framework {2}words: 17\n {2}role words: 11 /,
    );
    expect(text).toContain("status: ejected\n  address: /guides/design-interviews/manager/");
    expect(formatList(listed, 400)).toBe(formatList(listed));
    expect(explainGuide(manager, packOf(), 80)).toContain("section: why");
  });

  it("knows the median of any numbers", () => {
    const guide = (containment: number) => ({
      ...(listed[0] ?? manager.data),
      nearest: { url: "/x/", containment },
    });
    const list = (...values: number[]) =>
      values.flatMap((value) => listed.slice(0, 1).map((one) => ({ ...one, ...guide(value) })));
    expect(distribution(list(0.1, 0.5, 0.2))).toEqual({ median: 0.2, most: 0.5 });
    expect(distribution(list(0.25, 0.75))).toEqual({ median: 0.5, most: 0.75 });
    expect(distribution([])).toEqual({ median: 0, most: 0 });
  });
});

describe("explain", () => {
  it("names the file and the reason of each section", () => {
    const text = explainGuide(manager, packOf());
    expect(text).toMatch(/why +templates\/topics\/design-interviews\.md:24 +6 +topic, the only block/);
    expect(text).toMatch(
      /steps +templates\/blocks\/design-interviews\+manager\+framework\.md:11 +6 +topic \+ role \+ format/,
    );
  });

  it("names the sections that the guide lacks, in their places, and where to write them", () => {
    const lacking = changed("topics/design-interviews.md", /\n# why[\s\S]*$/, "");
    const [guide] = generate(lacking).guides;
    const text = guide && explainGuide(guide, packOf(lacking));
    expect(text).toMatch(
      /opening .*\n.*why +templates\/blocks\/design-interviews\+engineer\+framework\.md +- +missing: write it there\n.*steps /,
    );
  });
});

describe("diff", () => {
  it("shows what is different, by section", () => {
    const text = diffGuides(hub, manager);
    expect(text).toContain("- You own the failure modes.\n+ People carry the pager.");
    expect(text).toContain("\n0 sentences in common\n");
    expect(text).toContain(
      "## why: Why this matters\nthe same, from templates/topics/design-interviews.md:24",
    );
  });

  it("takes a row of a table as a whole", () => {
    const rows = (cell: string) => `\n# why\n\n| Step |\n| --- |\n| ${cell} Then stop. |\n`;
    const [first, second] = generate({
      "blocks/design-interviews+engineer.md": `---\nupdatedDateISO: 2026-02-03\n---\n${rows("Name it.")}`,
      "blocks/design-interviews+manager.md": `---\nupdatedDateISO: 2026-02-03\n---\n${rows("Cut it.")}`,
    }).guides;
    if (!first || !second) throw new Error("two guides are missing");
    expect(diffGuides(first, second)).toContain("- | Name it. Then stop. |\n+ | Cut it. Then stop. |");
  });

  it("gives both texts back from what is common and what is not", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const lines = diffSentences(first, second);
        expect(lines.filter(({ side }) => side !== "second").map(({ text }) => text)).toEqual(first);
        expect(lines.filter(({ side }) => side !== "first").map(({ text }) => text)).toEqual(second);
        if (first.join() === second.join()) expect(lines.every(({ side }) => side === "both")).toBe(true);
      }),
    );
  });
});

describe("coverage", () => {
  it("tells what each role has of its own, takes from others, and lacks, published or not", () => {
    const designer = BASE["roles/manager.md"]
      ?.replaceAll("manager", "designer")
      .replaceAll("Manager", "Designer");
    const pack = packOf({
      "roles/designer.md": designer,
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: [engineer, manager], formats: [framework]}\n",
      "blocks/framework.md": "---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\nBegin.\n",
    });
    const pair = { topic: "design-interviews", format: "framework" };
    expect(measureCoverage(pack)).toEqual([
      { ...pair, role: "designer", published: false, owned: [], inherited: ["opening"], missing: ["steps"] },
      { ...pair, role: "engineer", published: true, owned: ["opening", "steps"], inherited: [], missing: [] },
      { ...pair, role: "manager", published: true, owned: ["opening", "steps"], inherited: [], missing: [] },
    ]);
  });
});

describe("coverage of a role that has a topic in a version alone", () => {
  it("is that of its first version, and it counts as published", () => {
    const pack = packOf({
      "levels/senior.md": "---\nname: senior\norder: 2\npublishDateISO: 2026-02-02\n---\n",
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: [engineer], formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework], levels: [senior]}\n",
      "blocks/manager+senior.md": "---\nupdatedDateISO: 2026-02-03\n---\n\n# why\n\nThey ask you why.\n",
    });
    const manager = measureCoverage(pack).find(({ role }) => role === "manager");
    expect(manager).toMatchObject({ published: true, owned: ["opening", "why", "steps"] });
  });
});

describe("the report", () => {
  const shared = BASE["topics/design-interviews.md"]?.replace(
    "Reasons are scarce.",
    "Reasons are <scarce> on any board that you draw.",
  );
  const files = { "topics/design-interviews.md": shared?.replace("<scarce>", "scarce") };
  const pack = packOf(files);
  const data = reportData(pack, generate(files, DEFAULTS), {
    ejected: new Set(),
    day: "2026-03-01",
  });
  const { document } = parseHTML(reportHtml(data, DEFAULTS, "Guides & more"));

  it("has every pair's containment, and what the worst pairs share", () => {
    expect(data.topics).toEqual([
      {
        topic: "design-interviews",
        urls: [hub.url, manager.url],
        containment: [
          [1, expect.any(Number)],
          [expect.any(Number), 1],
        ],
      },
    ]);
    expect(data.worst[0]).toMatchObject({ url: hub.url, other: manager.url });
    expect(data.worst[0]?.passages[0]?.text).toContain("Reasons are scarce on any board");
  });

  it("is a page with a heat map, passages side by side, coverage and problems", () => {
    expect([...document.querySelectorAll("h2")].map(({ id }) => id)).toEqual([
      "guides",
      "alike",
      "passages",
      "coverage",
      "problems",
    ]);
    expect(document.querySelector("h1")?.textContent).toBe("Guides & more");
    const cells = [...document.querySelectorAll("table.heat td.bad, table.heat td.warn, table.heat td.good")];
    expect(cells.map((cell) => cell.textContent)).toEqual([
      expect.stringMatching(/^0\.\d\d$/),
      expect.stringMatching(/^0\.\d\d$/),
    ]);
    expect(document.querySelectorAll(".pair blockquote")).toHaveLength(
      2 * (data.worst[0]?.passages.length ?? 0),
    );
    expect(document.querySelector("pre")?.textContent).toContain("(role-words)");
  });

  it("needs nothing from elsewhere", () => {
    expect(document.querySelectorAll("script, link, img, [src]")).toHaveLength(0);
  });
});

describe("scaffolds", () => {
  it.each([
    [
      "data-engineer",
      {
        singular: "data engineer",
        plural: "data engineers",
        a: "a data engineer",
        title: "Data Engineer",
        titlePlural: "Data Engineers",
      },
    ],
    [
      "analyst",
      { singular: "analyst", plural: "analysts", a: "an analyst", title: "Analyst", titlePlural: "Analysts" },
    ],
    [
      "deputy",
      { singular: "deputy", plural: "deputies", a: "a deputy", title: "Deputy", titlePlural: "Deputies" },
    ],
    [
      "coding-interviews",
      {
        singular: "coding interview",
        plural: "coding interviews",
        a: "a coding interview",
        title: "Coding Interview",
        titlePlural: "Coding Interviews",
      },
    ],
  ])("suggest forms for %s", (id, forms) => {
    expect(suggestForms(id)).toEqual(forms);
  });

  it.each([
    ["success-stories", "a success story", "success stories"],
    ["case-studies", "a case study", "case studies"],
    ["sales-pitches", "a sales pitch", "sales pitches"],
    ["data-analytics", "a data analytics", "data analytics"],
    ["ux-designs", "a UX design", "UX designs"],
    ["hr-interviews", "an HR interview", "HR interviews"],
    ["no-code-tools", "a no code tool", "no code tools"],
    ["on-call-rotations", "an on call rotation", "on call rotations"],
    ["user-interviews", "a user interview", "user interviews"],
    ["chief-of-staff", "a chief of staff", "chiefs of staff"],
    ["heads-of-data", "a head of data", "heads of data"],
    ["attorney-at-law", "an attorney at law", "attorneys at law"],
    ["editor-in-chief", "an editor in chief", "editors in chief"],
    ["sign-in-engineer", "a sign in engineer", "sign in engineers"],
    ["sre-ii", "an SRE II", "SRE IIs"],
    ["mba", "an MBA", "MBAs"],
    ["news", "a news", "news"],
  ])("suggest the singular, the article and the plural that %s has", (id, a, plural) => {
    const forms = suggestForms(id);
    expect([forms.a, forms.plural]).toEqual([a, plural]);
    expect(forms.singular).toBe(a.replace(/^an? /, ""));
  });

  it("keep small words small in a title", () => {
    const { title, titlePlural } = suggestForms("chief-of-staff");
    expect([title, titlePlural]).toEqual(["Chief of Staff", "Chiefs of Staff"]);
    expect(suggestForms("on-call-rotations").title).toBe("On Call Rotation");
    expect(suggestForms("mba").title).toBe("MBA");
  });

  it("leave every value to the author, and check names each that is empty", () => {
    const { file, text } = scaffoldRole("data-engineer", "2026-02-02");
    const { problems } = packOf({ [file.replace("templates/", "")]: text });
    expect(problems.map(({ message }) => message)).toEqual([
      '"noun.singular" is missing',
      '"noun.plural" is missing',
      '"noun.a" is missing',
      '"noun.title" is missing',
      '"noun.titlePlural" is missing',
      '"partners.1" is missing',
      '"proof.past" is missing',
      '"proof.gerund" is missing',
      '"vocabulary.1" is missing',
    ]);
  });

  it("are valid once the suggestions are taken and the rest is filled in", () => {
    const role = scaffoldRole("data-engineer", "2026-02-02");
    const filled = role.text
      .replace(/: +# suggestion: (.*)/g, ": $1")
      .replace(/past: +#.*/, "past: cut the nightly run from 5 h to 1 h")
      .replace(/gerund: +#.*/, "gerund: cutting the nightly run from 5 h to 1 h")
      .replace(/^ {2}-$/gm, "  - analysts");
    const topic = scaffoldTopic("coding-interviews", "2026-02-02", ["framework"]);
    const filledTopic = topic.text
      .replace(/number: +#.*\n +#.*/, "number: count")
      .replace(/number: +# count.*/, "number: count")
      .replace(/: +# suggestion: (.*)/g, ": $1")
      .replace(/^ {2}-$/m, "  - Coding Interviews")
      .replace(/defaultFormat: +#.*/, "defaultFormat: framework")
      .replace(/text: +#.*/, "text: Practice")
      .replace(/url: +#.*/, "url: /interview-prep/")
      .replace(/tagline: +#.*/, "tagline: Talk while you type.");
    const { problems } = packOf({
      "roles/data-engineer.md": filled,
      "topics/coding-interviews.md": filledTopic,
    });
    expect(problems).toEqual([]);
  });

  it("name the sections that a new role has to write, and no others", () => {
    const pack = packOf();
    const [blocks, ...others] = blocksOf("data-engineer", pack);
    expect(others).toEqual([]);
    expect(blocks).toEqual({
      format: "framework",
      file: "templates/blocks/design-interviews/design-interviews+data-engineer+framework.md",
      missing: ["opening", "steps"],
      written: [],
      text: "---\nupdatedDateISO: 2026-02-02\n---\n\n# opening\n\n\n# steps\n",
    });
    const role = BASE["roles/manager.md"]
      ?.replaceAll("manager", "data engineer")
      .replaceAll("Manager", "Data Engineer");
    const { problems } = packOf({
      "roles/data-engineer.md": role,
      [(blocks?.file ?? "").replace("templates/", "")]: blocks?.text,
    });
    expect(problems.map(placeOf).map((place) => place.replace(/^.*\//, ""))).toEqual([
      "design-interviews+data-engineer+framework.md:5:1 empty-section",
      "design-interviews+data-engineer+framework.md:8:1 empty-section",
    ]);
  });

  it("leave out the sections that a role has written already, wherever they stand", () => {
    const pack = packOf({
      "blocks/design-interviews+manager+framework.md": undefined,
      "blocks/mine/manager+design-interviews.md":
        "---\nupdatedDateISO: 2026-02-04\n---\n\n# opening\n\nPeople carry the pager.\n",
    });
    expect(blocksOf("manager", pack)).toEqual([
      {
        format: "framework",
        file: "templates/blocks/design-interviews/design-interviews+manager+framework.md",
        missing: ["steps"],
        written: ["templates/blocks/mine/manager+design-interviews.md"],
        text: "---\nupdatedDateISO: 2026-02-02\n---\n\n# steps\n",
      },
    ]);
    const complete = "templates/blocks/design-interviews+manager+framework.md";
    expect(blocksOf("manager", packOf())).toMatchObject([
      { missing: [], file: complete, written: [complete] },
    ]);
  });
});

const blocksOf = (role: string, pack: ReturnType<typeof packOf>) =>
  roleBlocks(role, "design-interviews", ["framework"], "2026-02-02", pack);
