import { appendFileSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { copyOfDropIn, DROP_IN } from "../support/drop-in.ts";
import { createSite, post, runCommand, temporaryFolder } from "../support/fixture.ts";

/** The site's settings, with what is to happen to guides that are too much alike. */
const settings = (consequence: "error" | "canonical") => ({
  "_data/site.json": JSON.stringify({
    title: "Coach",
    description: "Interview preparation by a coach.",
    url: "https://coach.example",
    uniqueness: { consequence },
  }),
});

function siteWithPack(files: Record<string, string> = {}) {
  return createSite(copyOfDropIn(), { "content/blog/a-post.md": post(), ...files });
}

describe("a publisher's template pack on a site", () => {
  it("shows what is wrong with copies that a context alone tells apart, and builds nothing", async () => {
    const site = siteWithPack(settings("error"));
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("(too-similar)");
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it("is told of a short description once, at the pattern that makes it", async () => {
    const file = "templates/formats/checklist.md";
    const pattern = /descriptionPattern: .*/;
    const text = readFileSync(join(DROP_IN, file), "utf8").replace(
      pattern,
      'descriptionPattern: "{Role.plural}."',
    );
    const { stderr } = await siteWithPack({ ...settings("canonical"), [file]: text }).check();
    const told = stderr.split("\n").filter((line) => line.includes("(description-length)"));
    expect(told).toEqual([expect.stringMatching(/^templates\/formats\/checklist\.md:10:\d+ warning /)]);
  });

  it("publishes near copies with their canonical at the base guide when the publisher chooses so", async () => {
    const site = siteWithPack(settings("canonical"));
    const run = await site.build();
    expect(run.code, run.stderr).toBe(0);
    const guides = site.files().filter((file) => /^guides\/.+\/index\.html$/.test(file));
    const hidden = guides.filter((file) => {
      const canonical = site.page(`/${file}`).querySelector('link[rel="canonical"]')?.getAttribute("href");
      return canonical !== `https://coach.example/${file.replace("index.html", "")}`;
    });
    expect(hidden.length).toBeGreaterThan(0);
    for (const file of hidden) {
      const url = `/${file.replace("index.html", "")}`;
      expect(site.read("/sitemap.xml")).not.toContain(`https://coach.example${url}<`);
      expect(site.read("/feed.xml")).not.toContain(`https://coach.example${url}"`);
    }
    const links = [...site.page("/guides/behavioral-interviews/").querySelectorAll("a[href]")];
    const linked = new Set(links.map((link) => link.getAttribute("href")));
    for (const file of hidden) expect(linked).toContain(`/${file.replace("index.html", "")}`);
    const [base] = guides.filter((file) => file.split("/").length === 3);
    const headings = [...site.page(`/${base}`).querySelectorAll(".prose h2")].map((heading) =>
      heading.textContent?.trim(),
    );
    expect(headings).toEqual([
      "Short answer",
      "Why this matters",
      "What strong signal looks like",
      "Common mistakes",
      "Role-specific nuance",
      "Deeper context",
      "The coach's framework",
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
    ]);
  });
});

describe("a post that names a topic, role and format", () => {
  it("does not take the place of their guide", async () => {
    const named = { topic: "behavioral-interviews", role: "ml-engineer", format: "checklist" };
    const fields = { ...named, title: "Our own", description: "What we tell people who ask us, in short." };
    const site = siteWithPack({
      ...settings("canonical"),
      "content/blog/our-own.md": post({ ...fields, publishDateISO: "2026-10-01" }),
    });
    const run = await site.build();
    expect(run.code, run.stderr).toBe(0);
    const guide = "/guides/behavioral-interviews/ml-engineer/checklist/";
    const links = [...site.page("/guides/behavioral-interviews/").querySelectorAll("a[href]")];
    const addresses = links.map((link) => link.getAttribute("href"));
    expect(addresses).toContain(guide);
    expect(site.page("/roles/ml-engineer/").querySelector('a[href="/blog/our-own/"]')).not.toBeNull();
    const roles = [...site.page(guide).querySelectorAll("[data-role-switch] a")];
    expect(roles.map((link) => link.getAttribute("href"))).toContain(guide);
  });
});

describe("a guide for which nothing is written", () => {
  it("is one problem, at the line that publishes it", async () => {
    const site = siteWithPack({
      "templates/formats/note.md": readFileSync(join(DROP_IN, "templates/formats/checklist.md"), "utf8")
        .replace(/^sections:[\s\S]*?(?=^publishDateISO)/m, "sections:\n  - { id: gist, heading: The gist }\n")
        .replaceAll("hecklist", "ote")
        .replace(/tick off/g, "write down"),
      "templates/matrix.yaml":
        "guides:\n  - topic: behavioral-interviews\n    roles: all\n    formats: [framework, checklist]\n  - topic: behavioral-interviews\n    roles: [ml-engineer]\n    formats: [note]\n",
    });
    const { stderr } = await site.check();
    const errors = stderr.split("\n").filter((line) => line.includes(" error "));
    expect(errors).toEqual([
      "templates/matrix.yaml:5:5 error no block fills any section of /guides/behavioral-interviews/ml-engineer/note/: gist (missing-section)",
    ]);
  });
});

describe("a footnote that two sections of a guide define", () => {
  it("is told of at the second", async () => {
    const file = "templates/blocks/framework/behavioral-interviews+ml-engineer+framework.md";
    const note = (text: string) => `$&\nA claim.[^1]\n\n[^1]: ${text}\n`;
    const text = readFileSync(join(DROP_IN, file), "utf8")
      .replace(/# opening\n/, note("One source."))
      .replace(/# takeaway\n/, note("Another source."));
    const { stderr } = await siteWithPack({ [file]: text }).check();
    const line = text.slice(0, text.indexOf("[^1]: Another")).split("\n").length;
    const errors = stderr.split("\n").filter((one) => one.includes("(footnote-place)"));
    expect(errors).toEqual([
      `${file}:${line}:1 error the footnote "[^1]:" is defined twice, for /guides/behavioral-interviews/ml-engineer/; /guides/behavioral-interviews/ml-engineer/framework/high-signal-loops/ (footnote-place)`,
    ]);
  });
});

describe("an ejected guide", () => {
  it("takes over the guide's address, and check says when its templates have changed", async () => {
    const root = temporaryFolder();
    cpSync(join(ENGINE_ROOT, "templates"), join(root, "templates"), { recursive: true });
    const site = createSite(root, { "content/blog/a-post.md": post() });
    const guide = "/guides/behavioral-interviews/sre/";
    const ejected = await runCommand("variants", ["eject", guide, "--root", root]);
    expect(ejected, ejected.stderr).toMatchObject({ code: 0 });
    expect(await site.check()).toMatchObject({ code: 0, stderr: "" });

    const block = join(root, "templates/blocks/behavioral-interviews/behavioral-interviews+sre+framework.md");
    expect(readFileSync(block, "utf8")).toContain("# takeaway");
    appendFileSync(block, "\nKeep the pager out of the first sentence.\n");
    const changed = await site.check();
    expect(changed.code).toBe(0);
    expect(changed.stderr).toContain("(ejected-outdated)");
    expect((await site.build()).code).toBe(0);
    expect(site.page(guide).querySelector(".prose")?.textContent).not.toContain("Keep the pager out");
  });
});
