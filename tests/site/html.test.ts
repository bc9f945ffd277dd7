import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { builtPages, ownSite } from "../support/own-site.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  elements: ["html5"],
  rules: {
    // HTML allows any id without spaces. The layouts' ids begin with "_", which no heading's id does, so that a heading
    // named "Main" can never take the id of the page's own parts; and a heading may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
  },
});

/** What the validator finds on a folder's pages, one line each. */
async function faultsOf(folder: string): Promise<{ pages: number; faults: string[] }> {
  const pages = builtPages(folder);
  const faults: string[] = [];
  for (const { url, html } of pages) {
    const { results } = await validator.validateString(html, url);
    for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages)) {
      faults.push(`${url}:${line}:${column} ${message} (${ruleId})`);
    }
  }
  return { pages: pages.length, faults };
}

describe("the HTML of every page", () => {
  it("has no fault that a validator finds, on our own site", async () => {
    const { pages, faults } = await faultsOf(ownSite());
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(80);
  });

  describe("whatever authors write", () => {
    const site = createSite(temporaryFolder(), {
      "content/blog/everything.md": post(
        {
          title: 'Ampersands & <angles> and "quotes"',
          author: "Someone New <new@example.com>",
          updatedDateISO: "2026-03-01",
          reviewedDateISO: "2026-03-02",
          categories: ["R&D", "C++ & C#", "Größe"],
          series: "A <b>series</b>",
          sources: [
            "A book & its sequel",
            { title: "A page", url: "https://example.com/?a=1&b=2", note: "Read" },
          ],
          redirectFrom: ["/old/", "/old.html"],
        },
        EVERYTHING,
      ),
      "content/blog/second.md": post({
        title: "Second in the series",
        description: "Another description that is long enough for a list of results.",
        series: "A <b>series</b>",
        categories: ["R&D"],
      }),
      "content/about.md": "---\ntitle: About\n---\nWords.\n\n- [ ] An item on a page\n",
    });
    beforeAll(async () => {
      await site.mustBuild();
    });

    it("has no fault that a validator finds either", async () => {
      const { pages, faults } = await faultsOf(site.output);
      expect(faults).toEqual([]);
      expect(pages).toBeGreaterThan(15);
    });
  });

  it("would be told about: the validator sees a missing text of a picture and a repeated id", async () => {
    const { results } = await validator.validateString('<p id="_a"><img src="/x.png"></p><p id="_a">x</p>\n');
    const rules = results.flatMap((result) => result.messages.map((message) => message.ruleId));
    expect(rules).toEqual(expect.arrayContaining(["wcag/h37", "no-dup-id"]));
  });
});

const EVERYTHING = `
Text with *emphasis*, **strong**, ~~struck~~, \`code\`, a [link](https://example.com/), <span>tags as text</span>, {{ braces }},
{% blocks %} and a note.[^one] The note again.[^one] Another.[^two]

## Main

### Search

| Left | Right |
| :--- | ---: |
| a | 1 |

| Another | table |
| --- | --- |
| b | 2 |

#### Fourth level

- [ ] open
- [x] done, with a [link](https://example.com/)
  - [ ] nested

1. [ ] ordered
2. text

Term
: Definition

Other term
: First definition
: Second definition

## Main

> A quotation.

> [!WARNING] Mind the "gap"
> With a list:
>
> - one

> [!NOTE]

\`\`\`ts
const x = "</script>" as const; // <b>
\`\`\`

    indented & escaped

---

## A [linked](https://example.com/) heading

## 10 things

[^one]: The note, with \`code\`.

[^two]:
    Two paragraphs.

    The second.
`;
