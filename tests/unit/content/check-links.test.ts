import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLinks, linkChecker } from "../../../src/content/check-links.ts";
import { loadArticle } from "../../../src/content/load-articles.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { anchorsOf } from "../../../src/content/markdown/text-facts.ts";
import { isPictureName } from "../../../src/content/picture-name.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { post } from "../../support/fixture.ts";

const markdown = createMarkdown();

/** What is told of the links and pictures of a text at /blog/here/, as `line:column severity message (rule) hint`. */
function told(
  body: string,
  site: {
    urls?: string[];
    ids?: Record<string, string[]>;
    unpublished?: string[];
    undecided?: string[];
    fields?: object;
    rawHtml?: boolean;
  } = {},
): string[] {
  const { made, problems } = loadArticle(
    "blog/here.md",
    Buffer.from(post({ ...site.fields }, body)),
    site.rawHtml ? createMarkdown({ rawHtml: true }) : markdown,
  );
  if (!made) throw new Error(JSON.stringify(problems));
  const urls = new Set([
    "/",
    "/blog/",
    "/blog/here/",
    "/blog/there/",
    "/about/",
    "/assets/a.png",
    "/über/",
    ...(site.urls ?? []),
  ]);
  const ids: Record<string, string[]> = {
    "/blog/here/": anchorsOf(made.text),
    "/blog/there/": ["a-part"],
    ...site.ids,
  };
  const targets = {
    siteUrl: "https://site.example",
    urls,
    pictures: new Set([...urls].filter((url) => url.startsWith("/assets/") && isPictureName(url))),
    ids: (url: string) => (ids[url] ? new Set(ids[url]) : undefined),
    unpublished: new Set(site.unpublished),
    isUndecided: (path: string) => site.undecided?.includes(path) ?? false,
  };
  return checkLinks([made], targets, () => ({ line: 1, column: 1 })).map(
    ({ line, column, severity, message, rule, hint }) =>
      `${line}:${column} ${severity} ${message} (${rule}) ${hint}`,
  );
}

describe("a link or picture in raw HTML", () => {
  const raw = { rawHtml: true };

  it("may lead to the ids of raw HTML, and of headings", () => {
    const body = '<a id="here"></a> [x](#here) <a href="#part">y</a>\n\n<h2 id="own">A</h2>\n\n## Part\n';
    expect(told(`${body}\n[z](/blog/here/#own)\n`, raw)).toEqual([]);
  });

  it("is told of where it leads nowhere", () => {
    const body = 'A <a href="/nope/">b</a> <a href="#c">d</a>\n\n<img src="/assets/none.png" alt="e">\n';
    expect(told(body, raw).map((line) => line.replace(/\).*/, ")"))).toEqual([
      expect.stringMatching(/^\d+:12 error there is no page at \/nope\/ \(broken-link\)/),
      expect.stringMatching(/^\d+:35 error there is no heading #c on \/blog\/here\/ \(broken-anchor\)/),
      expect.stringMatching(/^\d+:11 error there is no picture at \/assets\/none.png \(missing-image\)/),
    ]);
  });
});

it.each(["http:", "https:", ""])("a link with the site's own host is checked, with %s", (scheme) => {
  expect(told(`[a](${scheme}//site.example/nope/) [b](${scheme}//site.example/about/)\n`)).toEqual([
    expect.stringContaining("error there is no page at /nope/ (broken-link)"),
  ]);
});

describe("a file that raw HTML names", () => {
  const shown = (body: string) => told(body, { rawHtml: true, urls: ["/assets/b.mp4", "/assets/c.js"] });

  it.each([
    '<video src="/assets/b.mp4" poster="/assets/a.png"></video>\n',
    '<img src="/assets/a.png" srcset="/assets/a.png 1x, //site.example/assets/a.png 2x" alt="a" width="1" height="1">\n',
    '<video poster="data:image/png;base64,AA==" src="/assets/b.mp4"></video>\n',
    '<script src="../../assets/c.js"></script><form action="/api/subscribe"></form><form></form>\n',
  ])("is there, or not asked for: %j", (body) => {
    expect(shown(body)).toEqual([]);
  });

  it.each([
    [
      'a <video src="/assets/nope.mp4"></video>\n',
      "8:15 error there is no file at /assets/nope.mp4, the src of <video> (missing-file) Put it into content/assets, and link to it as /assets/...",
    ],
    [
      '<img src="/assets/a.png" alt="a" width="1" height="1" srcset="/assets/a.png 1x, /assets/b.png 2x">\n',
      "8:81 error there is no file at /assets/b.png, the srcset of <img> (missing-file) Put it into content/assets, and link to it as /assets/...",
    ],
    [
      '<audio src="https://other.example/x.mp3"></audio>\n',
      "8:13 warning the src of <audio> leads to https://other.example/x.mp3, which the site's security policy blocks (external-file) Copy it into content/assets.",
    ],
    [
      '<script src="http://site.example/assets/c.js"></script>\n',
      "8:14 warning the src of <script> leads to http://site.example/assets/c.js, which the site's security policy blocks (external-file) Copy it into content/assets.",
    ],
    [
      '<audio src="data:audio/mp3;base64,AA=="></audio>\n',
      "8:13 warning the src of <audio> leads to data:audio/mp3;base64,AA==, which the site's security policy blocks (external-file) Copy it into content/assets.",
    ],
    [
      '<form action="https://other.example/subscribe"></form>\n',
      "8:15 warning the action of <form> leads to https://other.example/subscribe, which the site's security policy blocks (external-form) Link to a page there that has the form.",
    ],
    [
      '<img src="/assets/a.png" alt="a" width="10">\n',
      "8:11 warning the picture /assets/a.png has no size, so what is below it moves when it comes (image-size) Write it as ![...](/assets/a.png): then its size is set. Or add its width and height.",
    ],
    [
      '<img src="/assets/a.png" alt="a">\n',
      "8:11 warning the picture /assets/a.png has no size, so what is below it moves when it comes (image-size) Write it as ![...](/assets/a.png): then its size is set. Or add its width and height.",
    ],
  ])("is told of where it is at fault: %j", (body, line) => {
    expect(shown(body)).toEqual([line]);
  });
});

describe("a link", () => {
  it.each([
    "/",
    "/blog/there/",
    "/blog/there/#a-part",
    "../there/",
    "../../about/",
    "../there/#a-part",
    "#a-heading",
    "?q=x",
    "",
    "/about/#anything",
    "/%C3%BCber/",
    "/über/",
    "/assets/a.png",
    "https://site.example/about/",
    "https://other.example/nowhere/",
    "//other.example/",
    "mailto:a@b.example",
    "tel:1",
    "#top",
    "/blog/there/#:~:text=a%20part",
  ])("leads somewhere: %j", (target) => {
    expect(told(`A [b](${target}).\n\n## A heading\n`)).toEqual([]);
  });

  it("may lead to a footnote, or to the way back from one", () => {
    expect(told("A[^1]. [b](#fn1) [c](#fnref1)\n\n[^1]: Note.\n")).toEqual([]);
  });

  it.each([
    ["/blog/ther/", "8:7 error there is no page at /blog/ther/ (broken-link) Did you mean /blog/there/?"],
    ["/posts/there/", "8:7 error there is no page at /posts/there/ (broken-link) Did you mean /blog/there/?"],
    [
      "there.md",
      "8:7 error there is no page at /blog/here/there.md (broken-link) Did you mean /blog/there/?",
    ],
    ...[
      ["there/index.md", "/blog/here/there/index.md"],
      ["/content/blog/there/index.md", "/content/blog/there/index.md"],
      ["/content/blog/2026-02-09-there.md", "/content/blog/2026-02-09-there.md"],
      ["/blog/there/index.html", "/blog/there/index.html"],
      ["../there.html", "/blog/there.html"],
      ["/about.md", "/about.md"],
    ].map(([target = "", path]) => [
      target,
      `8:7 error there is no page at ${path} (broken-link) Did you mean ${target === "/about.md" ? "/about/" : "/blog/there/"}?`,
    ]),
    ...["www.example.com", "www.beispiel.de/there/", "example.com/there/", "Example.co#a", "a.b.io?c=d"].map(
      (target) => [
        target,
        `8:7 error there is no page at /blog/here/${target.replace(/[?#].*/, "")} (broken-link) Begin it with https:// where it is of another site.`,
      ],
    ),
    ...["notes.com.md", "node.js/there/", "io", "common/there/"].map((target) => [
      target,
      expect.not.stringContaining("https://"),
    ]),
    ["/index.md", "8:7 error there is no page at /index.md (broken-link) Did you mean /?"],
    [
      "/zebra/",
      "8:7 error there is no page at /zebra/ (broken-link) Correct the address, or write that page.",
    ],
    [
      "/blog/there",
      "8:7 warning the link /blog/there needs a redirect to /blog/there/ (link-slash) Link to /blog/there/.",
    ],
    [
      "https://site.example/zebra/",
      "8:7 error there is no page at /zebra/ (broken-link) Correct the address, or write that page.",
    ],
    [
      "/%E0%A4/",
      "8:7 error there is no page at /%E0%A4/ (broken-link) Correct the address, or write that page.",
    ],
    [
      "../there/#a-prat",
      "8:7 error there is no heading #a-prat on /blog/there/ (broken-anchor) Did you mean #a-part?",
    ],
    [
      "#zebra",
      "8:7 error there is no heading #zebra on /blog/here/ (broken-anchor) Look up the heading's id on the page.",
    ],
  ])("leads nowhere, and may have meant something: %s", (target, line) => {
    expect(told(`A [b](${target}).\n\n## A heading\n`)).toEqual([line]);
  });

  it("to a draft is told of as that", () => {
    expect(told("A [b](/blog/soon/).\n", { unpublished: ["/blog/soon/"] })).toEqual([
      "8:7 error there is no page at /blog/soon/ (broken-link) /blog/soon/ is a draft or not yet published.",
    ]);
  });

  it("to a file that has errors itself is not told of: those errors are", () => {
    expect(told("A [b](/blog/faulty/) [c](/blog/none/).\n", { undecided: ["/blog/faulty/"] })).toEqual([
      "8:26 error there is no page at /blog/none/ (broken-link) Did you mean /blog/here/?",
    ]);
  });

  it.each([
    ["A [b](/u\u0308ber/).\n", "8:7 error there is no page at /u\u0308ber/ (broken-link)"],
    ["![b](/u\u0308ber/)\n", "8:6 error there is no picture at /u\u0308ber/ (missing-image)"],
  ])(
    "in another Unicode form than the address, which looks the same, is told of as that: %j",
    (body, line) => {
      expect(told(body)).toEqual([
        `${line} Type it again: it looks right, but is written with decomposed characters (Unicode NFD).`,
      ]);
    },
  );

  it("that leads nowhere is told of by itself up to the hundredth of a text, then by a count", () => {
    const urls = Array.from({ length: 10_000 }, (_, i) => `/blog/a-page-with-a-long-name-${i}/`);
    const took = cpuTimer();
    const lines = told("A [b](/blog/a-page-that-is-gone/).\n\n".repeat(3_000), { urls });
    expect(lines).toHaveLength(101);
    expect(lines[100]).toBe(
      "208:7 error there are 2,900 more such faults from here on (broken-link) Mend those above first: they may have one cause.",
    );
    expect(took()).toBeLessThan(5_000);
  });

  it("to headings by the thousand that do not exist, on a page with thousands, is told of at once", () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `a-heading-${i}`);
    const body = Array.from({ length: 30_000 }, (_, i) => `[b](../there/#h-${i})`).join(" ");
    const took = cpuTimer();
    expect(told(body, { ids: { "/blog/there/": ids } })).toHaveLength(101);
    expect(took()).toBeLessThan(10_000);
  });

  it("has a suggestion with the first hundred names that do not exist, wherever they repeat, and none after", () => {
    const check = linkChecker({
      siteUrl: "https://site.example",
      urls: new Set(["/here/"]),
      pictures: new Set(),
      ids: () => new Set(["a-heading"]),
      unpublished: new Set(),
      isUndecided: () => false,
    });
    const hints = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => check(`#a-headin-${from + i}`, "/here/")[0]?.hint);
    expect(new Set(hints(0, 100))).toEqual(new Set(["Did you mean #a-heading?"]));
    expect(new Set(hints(100, 110))).toEqual(new Set(["Look up the heading's id on the page."]));
    expect(new Set(hints(0, 100))).toEqual(new Set(["Did you mean #a-heading?"]));
  });
});

describe("a picture", () => {
  it("is quoted up to its eightieth character, and too long for a page has no suggestion", () => {
    const long = "a".repeat(100_000);
    const urls = Array.from({ length: 3_000 }, (_, i) => `/blog/a-page-${i}/`);
    const targets = [`/blog/${long}/`, `/blog/there?${long}`, `../there/#${long}`, `../there/${long}.png`];
    const took = cpuTimer();
    const lines = targets.flatMap((target) => told(`[b](${target}) ![b](${target})\n`, { urls }));
    expect(lines).toHaveLength(8);
    for (const line of lines) {
      expect(line).toMatch(/a{60}|(?:no picture at \/blog\/there |\/there\/ is no picture)/);
      expect(line.length).toBeLessThan(300);
    }
    expect(took()).toBeLessThan(2_000);
  });

  it("must be one of the site's, and another site's is told of", () => {
    expect(told("![x](/assets/a.png) ![x](../../assets/a.png)\n")).toEqual([]);
    expect(told("![x](/assets/b.png)\n")).toEqual([
      "8:6 error there is no picture at /assets/b.png (missing-image) Put it into content/assets, and link to it as /assets/...",
    ]);
    expect(told("![x](https://other.example/a.png)\n")).toEqual([
      "8:6 warning the picture https://other.example/a.png is on another site, which the site's security policy blocks (external-image) Copy it into content/assets.",
    ]);
  });

  it("is one by its name, whichever way it is asked for", () => {
    const urls = ["/assets/p.JFIF", "/blog/here/pic.webp", "/assets/a b.png", "/made/chart.svg"];
    const body =
      "![x](/assets/p.JFIF) ![x](pic.webp) ![x](https://site.example/assets/a.png) ![x](/assets/a%20b.png) ![x](/made/chart.svg)\n";
    expect(told(body, { urls })).toEqual([]);
  });

  it.each([
    "/blog/there/",
    "/assets/plain.pdf",
    "/feed.xml",
    "/assets/t.tiff",
    "https://site.example/about/",
  ])("is not %s, though that is there", (target) => {
    const [line, ...others] = told(`![x](${target})\n`, {
      urls: ["/assets/plain.pdf", "/feed.xml", "/assets/t.tiff"],
    });
    const path = target.replace("https://site.example", "");
    expect(line).toBe(
      `8:6 error ${path} is no picture that browsers show (no-picture) Name a picture; one in another format, save as PNG, JPEG, WebP, AVIF, GIF or SVG.`,
    );
    expect(others).toEqual([]);
  });

  it.each(["/blog/there/", "/assets/t.tiff", "/made/chart.svg"])(
    "at the head of an article is none that is made of %s, and a card stands in",
    (featuredImage) => {
      const urls = ["/assets/t.tiff", "/made/chart.svg"];
      expect(told("Text.\n", { urls, fields: { featuredImage, imageAlt: "B" } })).toEqual([
        `1:1 warning ${featuredImage} is no picture file; a generated card stands in (no-picture) Name a picture; one in another format, save as PNG, JPEG, WebP, AVIF, GIF or SVG.`,
      ]);
    },
  );

  it.each(["/assets/my pic.jpg", "/assets/my%20pic.jpg"])(
    "at the head of an article may have a space in its name, as %j",
    (featuredImage) => {
      const urls = ["/assets/my pic.jpg"];
      expect(told("Text.\n", { urls, fields: { featuredImage, imageAlt: "B" } })).toEqual([]);
    },
  );

  it("at the head of an article may be missing, for a card stands in", () => {
    expect(told("Text.\n", { fields: { featuredImage: "/assets/b.png", imageAlt: "B" } })).toEqual([
      "1:1 warning there is no content/assets/b.png; a generated card stands in (missing-image) Put the picture there, or correct the path.",
    ]);
    expect(told("Text.\n", { fields: { featuredImage: "/assets/a.png", imageAlt: "A" } })).toEqual([]);
  });
});

describe("any link at all", () => {
  const signs = fc.constantFrom(
    ..."/ // . .. ../ # ? % %2e %2F %E0 %00 : :// @ [ ] & ; = \\ http: https://site.example data: \u0308 é 漢".split(
      " ",
    ),
  );
  const target = fc
    .array(
      fc.oneof(
        signs,
        signs,
        fc.constantFrom("blog", "there", "about", "a-part"),
        fc.string({ maxLength: 4 }),
      ),
      {
        maxLength: 8,
      },
    )
    .map((pieces) => pieces.join("").replace(/[<>\n\r]/g, ""));

  it("leads somewhere, or is told of at a place of its file", () => {
    let broken = 0;
    fc.assert(
      fc.property(target, fc.constantFrom("", "!"), (to, mark) => {
        const body = `Text.\n\nA ${mark}[b](<${to}>).\n`;
        const { made, problems } = loadArticle("blog/here.md", Buffer.from(post({}, body)), markdown);
        const lines = made ? told(body) : problems.map(({ line, message }) => `${line}: ${message}`);
        if (!made) expect(problems.length).toBeGreaterThan(0);
        for (const line of lines) expect(Number.parseInt(line, 10)).toBeGreaterThanOrEqual(made ? 8 : 1);
        if (lines.length > 0) broken += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(broken).toBeGreaterThan(200);
  });

  it("is understood however its address is written", () => {
    const known = fc.constantFrom("/", "/blog/", "/blog/there/", "/about/", "/über/");
    const encoded = (path: string, picks: boolean[]) =>
      [...path]
        .map((char, index) =>
          char !== "/" && picks[index]
            ? [...Buffer.from(char)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")
            : char,
        )
        .join("");
    fc.assert(
      fc.property(
        known,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.constantFrom("", "https://site.example", "..", "./../..", "../here/../.."),
        fc.constantFrom("", "?q=x", "?q=/none/", "#"),
        (path, picks, before, after) => {
          // From /blog/here/, one step up is the blog.
          const up =
            before === ".." ? (path.startsWith("/blog/") ? path.slice("/blog".length) : undefined) : path;
          if (up === undefined) return;
          expect(told(`A [b](${before}${encoded(up, picks)}${after}).\n`)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
