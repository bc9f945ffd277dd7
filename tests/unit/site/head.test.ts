import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { absolute, makeHead } from "../../../src/site/head.ts";
import { modelOf } from "../../support/model.ts";

const { site } = modelOf([]).data;

describe("structured data", () => {
  it("comes out of the page as it went in, whatever an author writes", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</script>", "<!--<script>", "]]>", "\u2028", "&quot;", "</SCRIPT\n>"),
    );
    fc.assert(
      fc.property(nasty, (title) => {
        const head = makeHead({
          site,
          url: "/x/",
          title,
          description: "",
          breadcrumbs: [],
          structured: () => [{ "@type": "Thing", name: title }],
        });
        const page = `<script type="application/ld+json">${head.jsonLd[0]}</script><p id="after"></p>`;
        const { document } = parseHTML(`<body>${page}</body>`);
        expect(JSON.parse(document.querySelector("script")?.textContent ?? "").name).toBe(title);
        expect(document.getElementById("after")).not.toBeNull();
        expect(head.jsonLd[0]).not.toMatch(/<|\u2028/);
      }),
    );
  });

  it("names the steps to the page, unless it is the first of them", () => {
    const crumbs = [
      { text: "Home", url: "/" },
      { text: "Größe", url: "/größe/" },
    ];
    const input = { site, url: "/größe/", title: "T", description: "" };
    const [list = ""] = makeHead({ ...input, breadcrumbs: crumbs }).jsonLd;
    expect(JSON.parse(list).itemListElement[1]).toEqual({
      "@type": "ListItem",
      position: 2,
      name: "Größe",
      item: "https://site.example/gr%C3%B6%C3%9Fe/",
    });
    expect(makeHead({ ...input, breadcrumbs: crumbs.slice(0, 1) }).jsonLd).toEqual([]);
  });
});

describe("a page's title", () => {
  it("has the site's name behind it when both fit, and is never cut", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), (title) => {
        const made = makeHead({ site, url: "/x/", title, description: "", breadcrumbs: [] }).title;
        expect(made.startsWith(title)).toBe(true);
        expect(made === title || made === `${title} · Site`).toBe(true);
        expect(made.length <= 70 || made === title).toBe(true);
      }),
    );
  });
});

describe("an address", () => {
  it("stays as it is when it is one of another site", () => {
    expect(absolute(site, "https://other.example/a?b=c")).toBe("https://other.example/a?b=c");
    expect(absolute(site, "/a b/")).toBe("https://site.example/a%20b/");
  });
});
