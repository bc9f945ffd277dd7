import { describe, expect, it } from "vitest";
import { badInput, type Cases, expectedOf, filesOf, one, told } from "../support/bad-input.ts";

const { build, code } = badInput();

type Built = Awaited<ReturnType<typeof build>>;

describe("hostile Markdown", () => {
  const run = (target: string) => `the link "${target}" could run code (unsafe-link)`;
  const picture = (target: string) => `the picture "${target}" could run code (unsafe-link)`;
  const refused: Cases = {
    "autolink.md": [one("autolink", {}, "A <javascript:alert(1)>.\n"), `8:4 ${run("javascript:alert(1)")}`],
    "case.md": [one("case", {}, "A [b](JaVaScRiPt:alert(1)).\n"), `8:7 ${run("JaVaScRiPt:alert(1)")}`],
    "colon.md": [
      one("colon", {}, "A [b](javascript&colon;alert(1)).\n"),
      `8:1 ${run("javascript:alert(1)")}`,
    ],
    "cells.md": [
      one(
        "cells",
        {},
        `${"|a".repeat(100)}|\n${"|-".repeat(100)}|\n${`${"|a".repeat(100)}|\n`.repeat(2_000)}`,
      ),
      "8:1 the text has more than 20,000 signs of table cells (|) (body-size)",
    ],
    "data.md": [
      one("data", {}, "A [b](data:text/html;base64,PHNjcmlwdD4=).\n"),
      `8:7 ${run("data:text/html;base64,PHNjcmlwdD4=")}`,
    ],
    "file.md": [one("file", {}, "A [b](file:///etc/passwd).\n"), `8:7 ${run("file:///etc/passwd")}`],
    "footnote.md": [one("footnote", {}, "A^[b [c](javascript:x)].\n"), `8:10 ${run("javascript:x")}`],
    "heavy.md": [
      one("heavy", {}, `[a]: /blog/ "${"x".repeat(50_000)}"\n\n${"[a]\n".repeat(10_000)}`),
      "8:6 the addresses and titles of the links come to more than 200,000 characters (body-size)",
    ],
    "items.md": [
      one("items", {}, `${"- ".repeat(5_000)}a\n`),
      "8:1 markup is nested more than 100 deep (markup-depth)",
    ],
    "line.md": [
      one("line", {}, "A [b](java&#10;script:alert(1)).\n"),
      `8:1 ${run("java%0Ascript:alert(1)")}`,
    ],
    "note-in-link.md": [
      one("noteinlink", {}, "A [b ^[c]](/blog/).\n"),
      '8:6 the footnote "^[c]" stands within a link (footnote-place)',
    ],
    "note-in-note.md": [
      one("noteinnote", {}, "A ^[b ^[c]].\n"),
      '8:3 the footnote "^[b ^[c]]" stands within another footnote (footnote-place)',
    ],
    "picture.md": [
      one("picture", {}, "![b](javascript:alert(1))\n"),
      `8:6 ${picture("javascript:alert(1)")}`,
    ],
    "picture-data.md": [
      one("picturedata", {}, "![b](data:image/svg+xml,x)\n"),
      `8:6 ${picture("data:image/svg+xml,x")}`,
    ],
    "quotes.md": [
      one("quotes", {}, `${">".repeat(50_000)}a\n`),
      "8:1 markup is nested more than 100 deep (markup-depth)",
    ],
    "reference.md": [
      one("reference", {}, "A [b][c].\n\n[c]: javascript:alert(1)\n"),
      `10:6 ${run("javascript:alert(1)")}`,
    ],
    "stars.md": [
      one("stars", {}, `First.\n\n${"*".repeat(50_000)}a${"*".repeat(50_000)}\n`),
      "10:1 markup is nested more than 100 deep (markup-depth)",
    ],
    "tab.md": [one("tab", {}, "A [b](<java\tscript:alert(1)>).\n"), `8:8 ${run("java%09script:alert(1)")}`],
    "vbscript.md": [one("vbscript", {}, "A [b](vbscript:x).\n"), `8:7 ${run("vbscript:x")}`],
  };

  it("with links that could run code, or with markup that no browser can show, is refused, each at its place", async () => {
    const { run: built } = await build("refused", filesOf(refused));
    expect(told(built)).toEqual(expectedOf(refused));
    expect(built.code).toBe(1);
  });

  const shown: Cases = {
    "handlers.md": [
      one(
        "handlers",
        {},
        "A <img src=x onerror=alert(1)> <b onclick='x' style='y'>.\n\n<svg/onload=alert(1)>\n",
      ),
      "8:3 <img src=x onerror=alert(1)> is shown as text, for raw HTML is off (raw-html)",
    ],
    "scripts.md": [
      one(
        "scripts",
        {},
        `<script>${code}</script>\n\n<style>body{}</style>\n\n<iframe src="https://evil.example">\n`,
      ),
      "8:1 <script> is shown as text, for raw HTML is off (raw-html)",
      "10:1 <style> is shown as text, for raw HTML is off (raw-html)",
      '12:1 <iframe src="https://evil.example"> is shown as text, for raw HTML is off (raw-html)',
    ],
    "unterminated.md": [
      one(
        "unterminated",
        {},
        "A **b _c `d [e ![f ^[g <h &amp\n\n| a |\n|--\n\n> - 1. x\n\n[^1]: \n\n```js\nlet a = '\n",
      ),
      "15:1 the footnote [^1] is not shown, for no mark leads to it (footnote-unused)",
    ],
    "attributes.md": [
      one(
        "attributes",
        {},
        '```js" onload="x\n1\n```\n\n[a](/blog/ids/ "\\"><script>") ![\\"><script>](/assets/x.svg "\\" onload=\\"x")\n\n> [!NOTE] "><script>\n> x\n',
      ),
      "14:13 <script> is shown as text, for raw HTML is off (raw-html)",
    ],
    "brackets.md": [
      one("brackets", {}, `${"[".repeat(20_000)}\n\n${"[a](".repeat(5_000)}\n\n${"![".repeat(20_000)}\n`),
      "10:1 [a]([a] is shown as text, for it is no link or picture (link-syntax)",
    ],
  };
  const sound: Record<string, string> = {
    "ids.md": [
      "__proto__",
      "constructor",
      "location",
      "main",
      "_main",
      "fn1",
      "a",
      "a",
      "a-2",
      "<b>",
      "&amp;",
      "…",
    ]
      .map((text) => `## \`${text}\`\n\nText[^1].\n`)
      .join("\n")
      .concat("\n[^1]: Note.\n"),
    "templates.md": "{{ x.y.z }} {% include 'x' %} {# c #} `{{ x }}` <%= x %>\n\n    {% raw %}\n",
    "nested.md": `${"**a ".repeat(5_000)}\n\n${"*a _b ".repeat(5_000)}\n`,
  };
  const long: Record<string, string> = {
    "ticks.md": `${Array.from({ length: 400 }, (_, i) => `e${"`".repeat(i)}`).join("")}\n`,
    "table.md": `|${"a|".repeat(400)}\n|${"-|".repeat(400)}\n${`${"a|".repeat(10)}\n`.repeat(400)}`,
    "long-code.md": `\`\`\`js\n${"a".repeat(100_000)}\n\`\`\`\n`,
    "long-word.md": `${"a".repeat(200_000)}\n`,
  };
  const posts = (bodies: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        `content/blog/${name}`,
        one(name.replace(".md", ""), {}, body),
      ]),
    );
  const files = {
    ...filesOf(shown),
    ...posts(sound),
    "content/assets/x.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  };

  function expectHarmless(site: Built["site"], names: readonly string[]): void {
    for (const name of names.filter((path) => path.endsWith(".md"))) {
      const page = site.page(`/blog/${name.slice("content/blog/".length, -3)}/`);
      const prose = page.querySelector(".prose");
      expect(
        prose?.querySelectorAll("script, style, iframe, svg:not(.figure svg), object, embed, form"),
      ).toHaveLength(0);
      for (const element of page.querySelectorAll("body *")) {
        const bad = element
          .getAttributeNames()
          .filter((attribute) => /^on|^style$|^srcdoc$/i.test(attribute));
        expect(bad).toEqual([]);
      }
      const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  }

  it("with anything else is published as text, and takes no more than a normal build", async () => {
    const { run: built, site } = await build("shown", files);
    expect(told(built)).toEqual(expectedOf(shown));
    expect(built.code).toBe(0);

    expectHarmless(site, Object.keys(files));

    const text = (name: string) => site.page(`/blog/${name}/`).querySelector(".prose")?.textContent ?? "";
    expect(text("scripts")).toContain(`<script>${code}</script>`);
    expect(text("handlers")).toContain("<svg/onload=alert(1)>");
    expect(text("templates")).toContain("{{ x.y.z }} {% include 'x' %} {# c #} {{ x }} <%= x %>");
    expect(text("templates")).toContain("{% raw %}");
    expect(text("brackets")).toContain("[".repeat(20_000));
    const headings = [...site.page("/blog/ids/").querySelectorAll(".prose h2")].map((heading) => heading.id);
    expect(headings.slice(0, 6)).toEqual([
      "proto",
      "constructor",
      "location",
      "main",
      "main-2",
      "section-fn1",
    ]);
  });

  it("of great length is published too, and takes no more than a normal build", async () => {
    const { run: built, site } = await build("long", posts(long));
    expect(told(built)).toEqual([]);
    expect(built.code).toBe(0);
    expectHarmless(site, Object.keys(posts(long)));
    expect(site.page("/blog/long-word/").querySelector(".prose")?.textContent).toContain("a".repeat(200_000));
  });
});
