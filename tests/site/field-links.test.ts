import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { one } from "../support/bad-input.ts";
import { copyOfDropIn } from "../support/drop-in.ts";
import { createSite, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();
const site = { title: "Site", description: "A site.", url: "https://site.example" };
const action = (url: string) => ({ heading: "Practice", body: "Once.", text: "Begin", url });

describe("a link in a field", () => {
  it("that leads nowhere is told of at its field", async () => {
    const broken = createSite(join(folder, "broken"), {
      "_data/site.json": JSON.stringify({ ...site, callToAction: action("/nope/") }, undefined, 1),
      "_data/navigation.json": JSON.stringify(
        {
          header: [
            { text: "Blog", url: "/blog/" },
            { text: "Nowhere", url: "/blgo/" },
          ],
          footer: [
            { text: "No slash", url: "/blog" },
            { text: "No heading", url: "/blog/a/#none" },
            { text: "Elsewhere", url: "https://other.example/x/" },
          ],
        },
        undefined,
        1,
      ),
      "content/blog/a.md": one("a", { canonical: "/nowhere/" }),
      "content/blog/b.md": one("b", { canonical: "https://site.example/blog/aa/" }),
      "content/blog/c.md": one("c", { canonical: "/blog/a/" }),
      "content/blog/d.md": one("d", {
        canonical: "https://other.example/d/",
        sources: [
          { title: "Elsewhere", url: "https://other.example/nope/" },
          { title: "Here", url: "https://site.example/blog/a/" },
          { title: "Nowhere", url: "https://SITE.example/blog/nope/" },
        ],
      }),
    });
    const { code, stderr } = await broken.check();
    expect(code).toBe(1);
    expect(stderr.split("\n").filter((line) => !line.startsWith("    "))).toEqual([
      "_data/navigation.json:9:4 warning there is no page at /blgo/ (broken-link)",
      "_data/navigation.json:15:4 warning the link /blog needs a redirect to /blog/ (link-slash)",
      "_data/navigation.json:19:4 warning there is no heading #none on /blog/a/ (broken-anchor)",
      "_data/site.json:9:3 error there is no page at /nope/ (broken-link)",
      "content/blog/a.md:7:1 error there is no page at /nowhere/ (broken-link)",
      "content/blog/b.md:7:1 error there is no page at /blog/aa/ (broken-link)",
      "content/blog/d.md:8:142 error there is no page at /blog/nope/ (broken-link)",
      "4 errors, 3 warnings",
      "",
    ]);
    expect(stderr).toContain("Did you mean /blog/");
  });

  it("may lead to a file whose name some systems write in another Unicode form", async () => {
    const named = createSite(join(folder, "named"), {
      "_data/site.json": JSON.stringify(site),
      "_data/navigation.json": JSON.stringify({
        header: [{ text: "Guide", url: "/caf\u00e9.pdf" }],
        footer: [],
      }),
      "content/blog/a.md": one("a"),
      "content/cafe\u0301.pdf": "%PDF",
    });
    expect((await named.build()).stderr).toBe("");
    const links = [...named.page("/blog/").querySelectorAll(".site-nav a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["/caf\u00e9.pdf"]);
  });

  it("of a topic that leads nowhere is told of in the topic's file, and unknown ids of posts are asked about", async () => {
    const root = copyOfDropIn();
    const topic = "templates/topics/behavioral-interviews.md";
    const text = readFileSync(join(root, topic), "utf8").replace("/blog/how-we-coach/", "/nope/");
    const faulty = createSite(root, {
      [topic]: text.replace("{topic.callToAction} this week", "Practice this week"),
      "content/blog/a.md": one("a", { role: "ml-enginer", topic: "behavioral-interviews" }),
    });
    const { stderr } = await faulty.check();
    expect(stderr).toContain(
      `${topic}:19:3 error there is no page at /nope/ (broken-link)\n    Correct the address, or write that page.\n`,
    );
    expect(stderr).toContain(
      'content/blog/a.md:7:1 warning the templates have no role "ml-enginer" (unknown-id)\n    Did you mean "ml-engineer"?\n',
    );
    expect(stderr).not.toContain("no topic");
  });

  it("of the engine's own navigation may lead to a page that the site does not have: it is left out", async () => {
    const small = createSite(join(folder, "small"), { "content/blog/a.md": one("a") });
    await small.mustBuild();
    expect((await small.check()).stderr).toBe("");
    const links = [...small.page("/blog/a/").querySelectorAll("header a, footer a")];
    const addresses = links.map((link) => link.getAttribute("href"));
    expect(addresses).toContain("/blog/");
    expect(addresses).not.toContain("/about/");
  });

  it("of the site's own navigation leads where it says, however it is written", async () => {
    const navigation = {
      header: [
        { text: "Ü", url: "/%C3%BCber/" },
        { text: "Old", url: "/old/" },
        { text: "Older", url: "/older" },
        { text: "Oldest", url: "/oldest/#part" },
        { text: "No slash", url: "/blog" },
        { text: "Host", url: "https://other.example/" },
        { text: "Card", url: "/assets/card.png" },
      ],
      footer: [],
    };
    const written = createSite(join(folder, "written"), {
      "_data/navigation.json": JSON.stringify(navigation),
      "content/\u00fcber.md": "---\ntitle: \u00dcber\n---\nText.\n",
      "content/blog/a.md": one("a", { redirectFrom: ["/old/", "/older", "/oldest"] }),
    });
    expect((await written.mustBuild()).stderr).toContain("0 errors, 1 warning");
    const shown = [...written.page("/blog/a/").querySelectorAll('nav[aria-label="Main"] a')];
    expect(shown.map((link) => link.getAttribute("href"))).toEqual(navigation.header.map(({ url }) => url));
  });

  it("of the site's own navigation that leads nowhere is left out, with its host or without", async () => {
    const header = [
      { text: "Gone", url: "/gone/" },
      { text: "Gone, too", url: "https://site.example/gone/" },
      { text: "Articles", url: "https://site.example/blog/" },
    ];
    const broken = createSite(join(folder, "gone"), {
      "_data/site.json": JSON.stringify(site),
      "_data/navigation.json": JSON.stringify({ header, footer: [] }),
      "content/blog/a.md": one("a"),
    });
    expect((await broken.mustBuild()).stderr).toContain("0 errors, 2 warnings");
    const shown = [...broken.page("/blog/a/").querySelectorAll('nav[aria-label="Main"] a')];
    expect(shown.map((link) => link.getAttribute("href"))).toEqual(["https://site.example/blog/"]);
  });

  it("for the night before stand where a candidate starts, those that lead somewhere", async () => {
    const tonight = [
      { text: "Gone", url: "/gone/" },
      { text: "The night before", url: "/blog/a/" },
    ];
    const offered = createSite(join(folder, "tonight"), {
      "_data/site.json": JSON.stringify(site),
      "_data/navigation.json": JSON.stringify({ header: [], footer: [], tonight }),
      "content/blog/a.md": one("a"),
    });
    expect((await offered.mustBuild()).stderr).toContain("0 errors, 1 warning");
    const [first] = offered.page("/interview-prep/").querySelectorAll(".entries > li");
    const links = [...(first?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/blog/a/", "/search/"]);
  });
});
