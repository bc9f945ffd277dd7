import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { badInput } from "../support/bad-input.ts";
import { post } from "../support/fixture.ts";

const { build } = badInput();

const TITLE = `</script><script>alert(1)</script> ]]> <!-- "quotes" & 'more' </title>`;
const DESCRIPTION = `A description with "><img src=x onerror=alert(1)> and ]]> and </script> that is long enough.`;
const AUTHOR = `Eve </script> "><b> ]]>`;
const CATEGORY = "R&D </script> ]]>";
const SOURCE = '"><script>alert(2)</script>';
const BODY = `Text with ]]> and </script> and &#12; a form feed.

## A heading </script> ]]>

\`]]></script>\` and [a link](/blog/x/ "]]></script>").
`;

describe("text that means something to HTML, XML or JSON", () => {
  it("means nothing there, wherever it is published", async () => {
    const { run, site } = await build("signs", {
      "_data/site.json": JSON.stringify({
        title: 'Site </script> "&',
        description: "A site ]]> </script> <b>.",
        url: "https://site.example",
        callToAction: { heading: "<b>", body: "</script>", text: '">', url: "/blog/" },
      }),
      "_data/authors.json": JSON.stringify([{ id: "eve", name: AUTHOR, bio: "</script> ]]> <b>" }]),
      "_data/navigation.json": JSON.stringify({
        header: [{ text: "<b>", url: '/blog/"><script>' }],
        footer: [],
      }),
      "_data/extra.json":
        '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
      "content/blog/x.md": post(
        {
          title: TITLE,
          description: DESCRIPTION,
          author: AUTHOR,
          categories: [CATEGORY],
          series: '"><script>',
          tags: ["blog", '"><script>', "proto"],
          imageAlt: '"><script>',
          featuredImage: "/assets/none.jpg",
          sources: [{ title: SOURCE, url: 'https://x.example/"><script>', note: "</script>" }],
          redirectFrom: ["/old&'x/"],
        },
        BODY,
      ).replace("/old&'x/", "/old-x/"),
      "content/polluted.njk": "---\npermalink: /polluted/\n---\n{{ polluted or 'clean' }}",
    });
    expect(run.code).toBe(0);
    expect(site.read("polluted/index.html")).toBe("clean");

    for (const url of [
      "/",
      "/blog/",
      "/blog/x/",
      "/categories/",
      "/authors/",
      "/authors/eve/",
      "/old-x/",
      "/search/",
    ]) {
      const page = site.page(url);
      const scripts = [...page.querySelectorAll("script")].map((script) => script.textContent ?? "");
      expect(scripts.filter((text) => text.includes("alert("))).toEqual(
        scripts.filter((text) => text.includes('"@context"') && text.includes("alert(")),
      );
      for (const element of page.querySelectorAll("*"))
        expect(element.getAttributeNames().filter((name) => /^on|^style$/i.test(name))).toEqual([]);
      for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
        expect(() => JSON.parse(script.textContent ?? "")).not.toThrow();
    }

    const page = site.page("/blog/x/");
    expect(page.querySelector("h1")?.textContent).toBe(TITLE);
    expect(page.querySelector("title")?.textContent).toContain(TITLE);
    expect(page.querySelector('meta[name="description"]')?.getAttribute("content")).toBe(DESCRIPTION);
    const [posting] = [...page.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
      JSON.parse(script.textContent ?? ""),
    );
    expect(posting).toMatchObject({ headline: TITLE, description: DESCRIPTION, author: { name: AUTHOR } });

    const atom = parseAtomFeed(site.read("feed.xml"));
    expect(atom.entries?.[0]).toMatchObject({
      title: { value: TITLE },
      summary: { value: DESCRIPTION },
      authors: [{ name: AUTHOR }],
    });
    expect(JSON.stringify(atom.entries?.[0]?.content)).toContain("<code>]]&gt;&lt;/script&gt;</code>");
    const rss = parseRssFeed(site.read("rss.xml"));
    expect(rss.items?.[0]).toMatchObject({ title: TITLE, description: DESCRIPTION });
    expect(parseJsonFeed(site.read("feed.json")).items?.[0]).toMatchObject({
      title: TITLE,
      summary: DESCRIPTION,
    });

    for (const file of ["feed.xml", "rss.xml", "sitemap.xml"]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 does not allow them
      expect(site.read(file)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      const root = new DOMParser().parseFromString(site.read(file), "text/xml").documentElement;
      expect(root?.querySelector("script, b, img")).toBeNull();
    }
    for (const line of site.read("_redirects").trim().split("\n")) expect(line).toMatch(/^\/\S+ \/\S+ 301$/);
  });
});
