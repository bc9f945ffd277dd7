import { describe, expect, it } from "vitest";
import { formatProblem, type Problem } from "../../src/content/problem.ts";
import { loadSite } from "../../src/site/load-site.ts";
import { post, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { BASE } from "../unit/variants/packs.ts";

const SITE = {
  title: "Coach",
  description: "Interview preparation by a coach.",
  url: "https://coach.example",
  uniqueness: { warn: 1, limit: 1, minRoleWords: 0 },
};

const OTHER = {
  title: "Another post",
  description: "Of another matter than the first, and long enough to be shown whole in a list.",
};

type Change = [
  templates: Record<string, string | undefined>,
  content?: Record<string, string>,
  uniqueness?: Partial<typeof SITE.uniqueness>,
];

/** What is told of a site with the base pack, some of its templates changed, without the hints. */
function told(...change: Change): string[] {
  return problemsOf(...change).map((problem) =>
    formatProblem({ ...problem, hint: undefined }).replace("templates/", ""),
  );
}

function problemsOf(...[templates, content = {}, uniqueness = {}]: Change): Problem[] {
  const root = temporaryFolder();
  const all = Object.entries({ ...BASE, ...templates }).filter(([, text]) => text !== undefined);
  writeFiles(root, {
    "_data/site.json": JSON.stringify({ ...SITE, uniqueness: { ...SITE.uniqueness, ...uniqueness } }),
    "_data/categories.json": JSON.stringify([
      { name: "Design Interviews", description: "Boxes and reasons." },
    ]),
    "content/about.md": "---\ntitle: About\n---\nWho we are.\n",
    ...Object.fromEntries(Object.entries(content).map(([path, text]) => [`content/${path}`, text])),
    ...Object.fromEntries(all.map(([path, text]) => [`templates/${path}`, text ?? ""])),
  });
  return loadSite({ root, unpublished: false, today: "2026-05-05" }).check().problems;
}

const TOPIC = "topics/design-interviews.md";
const MANAGER = "blocks/design-interviews+manager+framework.md";
const edited = (file: string, from: string, to: string) => ({ [file]: BASE[file]?.replace(from, to) });

describe("a post that speaks of guides which do not exist", () => {
  const body = "Read [one](/guides/design-interview/) or [the other](/roles/managers/).\n";
  const posts = { "blog/a.md": post({ role: "manger" }, body) };
  const inPost = [
    'content/blog/a.md:7:1 warning the templates have no role "manger" (unknown-id)',
    "content/blog/a.md:9:12 error there is no page at /guides/design-interview/ (broken-link)",
    "content/blog/a.md:9:54 error there is no page at /roles/managers/ (broken-link)",
  ];

  it("is told so, also where a text of the templates has a fault", () => {
    expect(told({}, posts)).toEqual(inPost);
    expect(told(edited(TOPIC, "Boxes are easy.", "Boxes are are easy."), posts)).toEqual([
      ...inPost,
      `${TOPIC}:24:7 error "are" stands twice in a row (repeated-word)`,
    ]);
  });

  it("is told so of what the site's own templates do not have, though the engine has a name for it", () => {
    const named = { "blog/a.md": post({ role: "sre" }), "blog/b.md": post({ ...OTHER, role: "manger" }) };
    expect(told({}, named)).toEqual([
      'content/blog/a.md:7:1 warning the templates have no role "sre" (unknown-id)',
      'content/blog/b.md:7:1 warning the templates have no role "manger" (unknown-id)',
    ]);
    expect(problemsOf({}, named).map(({ hint }) => hint)).toEqual([
      "Known: engineer, manager.",
      'Did you mean "manager"?',
    ]);
  });

  it("is not told so on a site without templates, though the engine has a name for another of its roles", () => {
    const none = Object.fromEntries(Object.keys(BASE).map((path) => [path, undefined]));
    const named = {
      "blog/a.md": post({ role: "data-engineer", format: "story", level: "intern" }),
      "blog/b.md": post({ ...OTHER, role: "sre", format: "checklist", level: "senior" }),
    };
    expect(told(none, named)).toEqual([]);
  });

  it("is not told so where a guide of that address may come of a file that cannot be read", () => {
    const broken = told(edited("roles/manager.md", "  plural: managers\n", ""), posts);
    expect(broken).toEqual([expect.stringMatching(/^roles\/manager\.md:2:1 .*\(missing-field\)$/)]);
    expect(told(edited(TOPIC, "defaultFormat: framework", "defaultFormat: frame"), posts)).toEqual([
      inPost[0],
      expect.stringMatching(/^topics\/.*\(unknown-id\)$/),
    ]);
  });

  it("is not told so of a guide that lacks its whole text", () => {
    const text =
      "Read [it](/guides/design-interviews/manager/), not [this](/guides/design-interviews/boss/).\n";
    const without = { [MANAGER]: undefined, [TOPIC]: BASE[TOPIC]?.replace(/\n# why[\s\S]*$/, "") };
    expect(told(without, { "blog/a.md": post({}, text) }).map((line) => line.replace(/ .*\(/, " ("))).toEqual(
      [
        "content/blog/a.md:8:59 (broken-link)",
        "matrix.yaml:2:5 (missing-section)",
        "matrix.yaml:2:5 (missing-section)",
      ],
    );
  });
});

describe("a guide that a post has replaced", () => {
  const url = "/guides/design-interviews/manager/";
  const own = (fields: object) => ({
    "blog/own.md": post({ permalink: url, title: "Our own", ...fields }),
  });
  const thin = [expect.stringMatching(/^blocks\/design-interviews\+manager.* error .*\(role-words\)$/)];

  it("needs no words of its role, once the post is published", () => {
    const asked = { minRoleWords: 11 };
    expect(told({}, {}, asked)).toEqual(thin);
    expect(told({}, own({ draft: true }), asked)).toEqual(thin);
    expect(told({}, own({}), asked)).toEqual([]);
  });
});

describe("a faulty link or picture in a block that guides share", () => {
  const all = "/guides/design-interviews/; /guides/design-interviews/manager/";

  it.each([
    [
      "behind a slot",
      "{Role.plural} read [it](/abuot/).",
      ["24:25 error there is no page at /abuot/, for ALL (broken-link)"],
    ],
    [
      "twice in a line",
      "Read [it](/abuot/) and {role.plural}, [it](/abuot/).",
      ["24:11 error there is no page at /abuot/, for ALL (broken-link)"],
    ],
    [
      "within the page",
      "Read [it](#nope).",
      ["24:11 error there is no heading #nope on /guides/design-interviews/, for ALL (broken-anchor)"],
    ],
    [
      "by a relative path",
      "Read [it](about/).",
      ["24:11 error there is no page at /guides/design-interviews/about/, for ALL (broken-link)"],
    ],
    [
      "without a text",
      "{Role.plural} read [](/about/).",
      ["24:23 error the link to /about/ has no text, for ALL (link-text)"],
    ],
    [
      "without a target",
      "{Role.plural} read [{role.singular}]().",
      ['24:20 error the link "engineer" leads nowhere, for ALL (empty-link)'],
    ],
    [
      "that is a picture",
      "{Role.plural}: ![Boxes](/assets/gone.png).",
      ["24:25 error there is no picture at /assets/gone.png, for ALL (missing-image)"],
    ],
    [
      "of two addresses in one place",
      "Read [it](/{role.singular}/).",
      [
        "24:11 error there is no page at /engineer/, for /guides/design-interviews/ (broken-link)",
        "24:11 error there is no page at /manager/, for /guides/design-interviews/manager/ (broken-link)",
      ],
    ],
  ])("is told of once, where it is written: %s", (_what, text, expected) => {
    expect(told(edited(TOPIC, "Boxes are easy.", text))).toEqual(
      expected.map((line) => `${TOPIC}:${line.replace("ALL", all)}`),
    );
  });

  it("is told of at the slot that it comes from, and at the field", () => {
    const text = BASE[TOPIC]?.replace("Boxes are easy.", "Look up {topic.callToAction}.");
    expect(told({ [TOPIC]: text?.replace("/interview-prep/", "/prep/") })).toEqual([
      `${TOPIC}:17:37 error there is no page at /prep/ (broken-link)`,
      `${TOPIC}:24:9 error there is no page at /prep/, for ${all} (broken-link)`,
    ]);
  });

  it("is told of without the guide, where the site has one guide alone", () => {
    const one = { "roles/manager.md": undefined, [MANAGER]: undefined };
    expect(told({ ...one, ...edited(TOPIC, "Boxes are easy.", "Read [it](#nope).") })).toEqual([
      `${TOPIC}:24:11 error there is no heading #nope on /guides/design-interviews/ (broken-anchor)`,
    ]);
  });
});
