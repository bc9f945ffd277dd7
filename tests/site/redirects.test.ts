import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

describe("an address that an article had before", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/here.md": post({
      title: "Here",
      redirectFrom: ["/2019/old-post/", "/no-slash", "/page.html", "/größe/"],
    }),
    "content/about.md": "---\ntitle: About\nredirectFrom: /about-us/\n---\nWho we are.\n",
  });
  beforeAll(async () => {
    await site.mustBuild();
  });

  it.each([
    ["/2019/old-post/", "/blog/here/"],
    ["/no-slash/", "/blog/here/"],
    ["/page.html", "/blog/here/"],
    ["/größe/", "/blog/here/"],
    ["/about-us/", "/about/"],
  ])("leads on from %s by a page that works on every host", (from, to) => {
    const page = site.page(from);
    expect(page.querySelector('meta[http-equiv="refresh"]')?.getAttribute("content")).toBe(`0; url=${to}`);
    expect(page.querySelector("main a")?.getAttribute("href")).toBe(to);
    expect(page.querySelector('link[rel="canonical"]')?.getAttribute("href")).toMatch(
      new RegExp(`^https://.*${to}$`),
    );
    expect(page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
  });

  it("is answered with a 301 by hosts that read _redirects, one rule a line", () => {
    expect(site.read("_redirects").split("\n")).toEqual([
      "/2019/old-post/ /blog/here/ 301",
      "/no-slash/ /blog/here/ 301",
      "/page.html /blog/here/ 301",
      "/gr%C3%B6%C3%9Fe/ /blog/here/ 301",
      "/about-us/ /about/ 301",
      "",
    ]);
  });

  it("is told from that of a file, where a page would be a broken download: hosts that read _redirects alone lead on", async () => {
    const files = createSite(temporaryFolder(), {
      "content/blog/only.md": post({ redirectFrom: ["/old.pdf", "/img/a.png", "/old.HTM"] }),
    });
    const run = await files.mustBuild();
    expect(run.stderr).toContain('only.md:7:1 warning redirectFrom "/old.pdf" is the address of a file');
    expect(files.files().filter((file) => /^(?:old|img)/.test(file))).toEqual(["old.HTM"]);
    expect(files.read("_redirects").split("\n")).toEqual([
      "/old.pdf /blog/only/ 301",
      "/img/a.png /blog/only/ 301",
      "/old.HTM /blog/only/ 301",
      "",
    ]);
  });

  it("needs no file on a site without such addresses", async () => {
    const plain = createSite(temporaryFolder(), { "content/blog/only.md": post() });
    await plain.mustBuild();
    expect(plain.files()).not.toContain("_redirects");
  });

  it("leaves that file to the publisher on a site without such addresses, and on no other", async () => {
    const rules = "/shop/* https://shop.example/:splat 301\n";
    const own = createSite(temporaryFolder(), {
      "content/blog/only.md": post(),
      "content/_redirects": rules,
    });
    await own.mustBuild();
    expect(own.read("_redirects")).toBe(rules);
    own.write({ "content/blog/only.md": post({ redirectFrom: ["/old/"] }) });
    const run = await own.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      "content/_redirects:1:1 error /_redirects is also the address of a file that the",
    );
  });
});
