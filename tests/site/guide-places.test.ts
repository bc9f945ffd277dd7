import { describe, expect, it } from "vitest";
import { guidePlace, hubOf } from "../../src/site/guide-view.ts";
import { listViews } from "../../src/site/list-views.ts";
import { loadSite } from "../../src/site/load-site.ts";
import type { SiteModel } from "../../src/site/model.ts";
import { searchItem } from "../../src/site/search/document.ts";
import type { Sibling } from "../../src/site/views.ts";
import { createSite, post, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { BASE } from "../unit/variants/packs.ts";

const FRAMEWORK = BASE["formats/framework.md"] ?? "";

/** The base pack with a second format, and a guide that one role has at two levels and in a context. */
const PACK = {
  ...BASE,
  "formats/framework.md": FRAMEWORK.replace(
    'Framework"',
    'Framework[ ({context.title})][ ({level.name})]"',
  ).replace("How {role.plural} prepare", "How [{level.name} ]{role.plural} prepare[ {context.phrase}]"),
  "formats/checklist.md": FRAMEWORK.replaceAll("framework", "checklist")
    .replaceAll("Framework", "Checklist")
    .replace("How {role", "In one list, how {role"),
  "blocks/checklist.md":
    "---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\nTick it once.\n\n# steps\n\n1. Tick the load.\n",
  "levels/senior.md": "---\nname: senior\norder: 2\npublishDateISO: 2026-02-02\n---\n",
  "levels/mid.md": "---\nname: mid\norder: 1\npublishDateISO: 2026-02-02\n---\n",
  "contexts/onsite.md":
    "---\nnoun: {number: count, singular: onsite, plural: onsites, a: an onsite, title: Onsite, titlePlural: Onsites}\nphrase: on the day itself\npublishDateISO: 2026-02-02\n---\n",
  "matrix.yaml": `guides:
  - {topic: design-interviews, roles: all, formats: [framework, checklist]}
  - {topic: design-interviews, roles: [manager], formats: [framework], levels: [senior, mid]}
  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [onsite]}
`,
};

const files = (more: Record<string, string> = {}) => ({
  "_data/site.json": JSON.stringify({
    title: "Coach",
    description: "Interview preparation by a coach.",
    url: "https://coach.example",
    uniqueness: { warn: 1, limit: 1, minRoleWords: 0 },
  }),
  "content/about.md": "---\ntitle: About\n---\nWho we are.\n",
  ...Object.fromEntries(Object.entries(PACK).map(([path, text]) => [`templates/${path}`, text])),
  ...more,
});

function modelOf(more: Record<string, string> = {}): SiteModel {
  const root = temporaryFolder();
  writeFiles(root, files(more));
  const { model, check } = loadSite({ root, unpublished: false, today: "2026-05-05" });
  if (!model) throw new Error(JSON.stringify(check().problems));
  return model;
}

describe("where a guide leads", () => {
  const model = modelOf();
  const hub = "/guides/design-interviews/";
  const placeOf = (url: string) => {
    const article = model.articles.find((one) => one.url === url);
    const place = article && guidePlace(article, model);
    if (!place) throw new Error(`there is no guide ${url}`);
    return place;
  };
  const shown = (siblings: Sibling[]) =>
    siblings.map(({ title, url, current }) => `${current ? "*" : ""}${title} ${url.replace(hub, "")}`);

  it("from one at a level is to the other roles and formats without one, and to all that differ in that alone", () => {
    const { roles, formats, versions, role } = placeOf(`${hub}manager/framework/mid/`);
    expect(shown(roles)).toEqual(["Engineer ", "*Manager manager/framework/mid/"]);
    expect(shown(formats)).toEqual(["Checklist manager/checklist/", "*Framework manager/framework/mid/"]);
    expect(shown(versions)).toEqual([
      "General manager/",
      "*Mid manager/framework/mid/",
      "Senior manager/framework/senior/",
      "Onsite manager/framework/onsite/",
    ]);
    expect(role.titlePlural).toBe("Managers");
  });

  it("from a plain one is to plain ones, and to those of its role and format", () => {
    const { roles, formats, versions } = placeOf(`${hub}manager/`);
    expect(shown(roles)).toEqual(["Engineer ", "*Manager manager/"]);
    expect(shown(formats)).toEqual(["Checklist manager/checklist/", "*Framework manager/"]);
    expect(shown(versions)[0]).toBe("*General manager/");
    expect(shown(placeOf(hub).versions)).toEqual(["*General "]);
  });
});

describe("a role that has a topic in versions alone", () => {
  const hub = "/guides/design-interviews/";
  const model = modelOf({
    "templates/matrix.yaml": `guides:
  - {topic: design-interviews, roles: [engineer], formats: [framework]}
  - {topic: design-interviews, roles: [engineer, manager], formats: [framework], contexts: [onsite]}
  - {topic: design-interviews, roles: [manager], formats: [framework], levels: [senior, mid]}
  - {topic: design-interviews, roles: [manager], formats: [checklist], levels: [mid]}
`,
  });
  const articleAt = (url: string) => {
    const article = model.articles.find((one) => one.url === url);
    if (!article) throw new Error(`there is no guide ${url}`);
    return article;
  };

  it("is among the roles and formats of the others, at the first version in order", () => {
    const place = guidePlace(articleAt(hub), model);
    expect(place?.roles.map(({ id, url }) => [id, url])).toEqual([
      ["engineer", hub],
      ["manager", `${hub}manager/framework/mid/`],
    ]);
    const formats = guidePlace(articleAt(`${hub}manager/framework/onsite/`), model)?.formats;
    expect(formats?.map(({ id, url }) => [id, url.replace(hub, "")])).toEqual([
      ["checklist", "manager/checklist/mid/"],
      ["framework", "manager/framework/onsite/"],
    ]);
  });

  it("has a row on the topic's page, which lists the versions that no cell leads to, in order", () => {
    const view = hubOf(articleAt(hub), model);
    expect(view?.rows.map(({ role, cells }) => [role.id, ...cells.map(({ url }) => url)])).toEqual([
      ["engineer", undefined, hub],
      ["manager", `${hub}manager/checklist/mid/`, `${hub}manager/framework/mid/`],
    ]);
    expect(view?.contexts.map(({ url }) => url.replace(hub, ""))).toEqual([
      "manager/framework/senior/",
      "engineer/framework/onsite/",
      "manager/framework/onsite/",
    ]);
  });
});

describe("what is different for a role", () => {
  const MANAGER = "blocks/design-interviews+manager+framework.md";
  const url = "/guides/design-interviews/manager/";
  const different = (templates: Record<string, string>, more: Record<string, string> = {}) => {
    const written = Object.entries(templates).map(([path, text]) => [`templates/${path}`, text]);
    const model = modelOf({ ...more, ...Object.fromEntries(written) });
    const article = model.byUrl.get(url);
    if (article?.kind !== "article") throw new Error(`there is no guide ${url}`);
    return guidePlace(article, model)?.different;
  };

  it("is said in the words that a reader sees, below the heading's own address", () => {
    const format = FRAMEWORK.replace('"Steps for', '"The *real* steps for');
    const block =
      BASE[MANAGER]?.replace("1. Count", "> [!TIP] Say it\n> First &amp; last.\n\n1. Count") ?? "";
    expect(different({ "formats/framework.md": format, [MANAGER]: block })).toEqual([
      {
        id: "the-real-steps-for-design-interviews",
        heading: "The real steps for design interviews",
        text: "First & last.",
      },
    ]);
  });

  it("is not said where a section is a table alone, which says nothing in a line", () => {
    const block =
      BASE[MANAGER]?.replace(/1\. Count[\s\S]*$/, "| Say | For |\n| --- | --- |\n| Seats | Teams |") ?? "";
    expect(different({ [MANAGER]: block })).toEqual([]);
  });

  it("is not said of a post that has taken the guide's place", () => {
    const fields = {
      permalink: url,
      topic: "design-interviews",
      role: "manager",
      format: "framework",
      ejectedFrom: { guide: url, hash: "0123456789abcdef" },
    };
    expect(different({}, { "content/blog/own.md": post(fields, "## Something else\n\nOur own.\n") })).toEqual(
      [],
    );
  });
});

describe("what a topic or role has", () => {
  const holdings = (model: SiteModel) => {
    const views = listViews(model);
    const listed = views.flatMap((view) => (view.kind === "directory" ? view.entries : []));
    const home = views.flatMap((view) => (view.kind === "home" ? view.topics : []));
    const told = [...listed, ...home].filter(({ url }) => /^\/(?:guides|roles)\//.test(url));
    return [...new Set(told.map(({ url, holds }) => `${url} ${holds}`))].sort();
  };

  it("is said by kind, in the same words wherever it stands", () => {
    expect(holdings(modelOf())).toEqual([
      "/guides/design-interviews/ 7 guides",
      "/roles/engineer/ 2 guides",
      "/roles/manager/ 5 guides",
    ]);
    expect(holdings(modelOf({ "content/blog/a.md": post({ role: "engineer" }) }))).toContain(
      "/roles/engineer/ 2 guides, 1 article",
    );
  });
});

describe("the list of topics", () => {
  it("shows of each its guides for roles, in the order of its own page, before posts that are newer", () => {
    const fields = { topic: "design-interviews", publishDateISO: "2026-05-01" };
    const model = modelOf({ "content/blog/new.md": post(fields) });
    const guides = listViews(model).find(({ url }) => url === "/guides/");
    const links = guides?.kind === "directory" ? guides.entries.flatMap((entry) => entry.links) : [];
    expect(links.map(({ url }) => url)).toEqual([
      "/guides/design-interviews/manager/",
      "/blog/new/",
      "/guides/design-interviews/engineer/checklist/",
    ]);
  });
});

describe("the roles and levels that posts name", () => {
  const names = (model: SiteModel) => ({
    roles: model.roles.map(({ name }) => name),
    filters: model.posts.map((one) =>
      searchItem(one, model)
        .document()
        .filters.filter(([name]) => ["topic", "role", "level", "format"].includes(name))
        .map(([, value]) => value),
    ),
  });
  const fields = { topic: "live-coding", role: "ml-engineer", level: "staff", format: "question-bank" };
  const posts = {
    "content/blog/a.md": post({ title: "A", description: "A.", publishDateISO: "2026-03-03", ...fields }),
    "content/blog/b.md": post({
      title: "B",
      description: "B.",
      publishDateISO: "2026-02-02",
      role: "data-engineer",
    }),
    "content/blog/c.md": post({ title: "C", description: "C.", publishDateISO: "2026-01-01", role: "sre" }),
  };
  const told = [
    ["Live coding", "ML Engineer", "Staff", "Question Bank"],
    ["Data engineer", "Article"],
    ["SRE", "Article"],
  ];

  it("are called the same on their pages and in the search, by the trade's names, also on a site without templates", () => {
    const root = temporaryFolder();
    writeFiles(root, { "_data/site.json": files()["_data/site.json"], ...posts });
    const { model } = loadSite({ root, unpublished: false, today: "2026-05-05" });
    expect(model && names(model)).toEqual({ roles: ["Data engineer", "ML Engineer", "SRE"], filters: told });
  });

  it("come after those of the site's guides", () => {
    expect(names(modelOf(posts))).toEqual({
      roles: ["Engineer", "Manager", "Data engineer", "ML Engineer", "SRE"],
      filters: told,
    });
  });
});

describe("the page of a guide", () => {
  it("names the role in the plural and leaves out choices of one", async () => {
    const site = createSite(temporaryFolder(), files());
    await site.mustBuild();
    const switches = (url: string) =>
      [...site.page(url).querySelectorAll(".switch nav")].map((nav) => nav.getAttribute("aria-label"));
    const page = site.page("/guides/design-interviews/manager/");
    expect(page.querySelector(".switch summary")?.textContent).toBe("For Managers Change role");
    expect(page.querySelector(".different h2")?.textContent).toBe("What is different for Managers");
    expect(switches("/guides/design-interviews/manager/framework/mid/")).toEqual([
      "Role",
      "Format",
      "Version",
    ]);
    expect(switches("/guides/design-interviews/")).toEqual(["Role", "Format"]);
  });
});
