import { join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copiedFileFault,
  dateInFileName,
  decodePath,
  defaultUrl,
  filePathFault,
  hasDotSegment,
  isPageUrl,
  outputFile,
  redirectUrl,
  sitePathFault,
  sitePathKey,
} from "../../../src/content/site-path.ts";

describe("the address of a page", () => {
  it.each([
    "/",
    "/blog/x/",
    "/a/b/c/d/",
    "/feed.json",
    "/x.html",
    "/über/ñ/",
    "/面接/",
    "/a_b~c.d/",
    "/2026/",
  ])("may be %s", (path) => {
    expect(sitePathFault(path)).toBeUndefined();
  });

  it.each([
    ["", 'must start with "/"'],
    ["blog/x/", 'must start with "/"'],
    ["https://x.example/", 'must start with "/"'],
    ["//evil/", "has an empty part between two slashes"],
    ["/a//b/", "has an empty part between two slashes"],
    ["/../x/", "leaves the output folder"],
    ["/a/../../x/", "leaves the output folder"],
    ["/a/./b/", "leaves the output folder"],
    ["/%2e%2e/x/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/a b/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/a?b/", 'has a "?" or "#", which in a URL is the end of the path'],
    ["/a#b/", 'has a "?" or "#", which in a URL is the end of the path'],
    ["/a\\..\\b/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/a\u0000b/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/a\nb/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/{{ x }}/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/a\ud800/", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["/.git/", "has a part that starts with a dot"],
    ["/a./", "has a part that ends with a dot"],
    ["/con/", "holds a name that Windows reserves"],
    ["/a/NUL.html", "holds a name that Windows reserves"],
    ["/com1.x/", "holds a name that Windows reserves"],
    [`/${"a".repeat(121)}/`, "has a part longer than 120 bytes"],
    [`/${"é".repeat(61)}/`, "has a part longer than 120 bytes"],
    [`/${"a/".repeat(300)}`, "is longer than 500 bytes"],
    ["/cafe\u0301/", "is written with decomposed characters (Unicode NFD)"],
    ["/pagefind/x/", "is in a folder that the build writes itself"],
    ["/Pagefind/x.html", "is in a folder that the build writes itself"],
    ["/assets/x/", "is in a folder that the build writes itself"],
    ["/blog/x", 'must end with "/" or with a file name such as "x.html"'],
  ])("may not be %j", (path, fault) => {
    expect(sitePathFault(path)).toBe(fault);
  });

  it("stays in the output folder when it has no fault, for any text", () => {
    const piece = fc.constantFrom(
      "/",
      "..",
      ".",
      "a",
      "%2e",
      "\\",
      "\u0000",
      "é",
      "e\u0301",
      " ",
      "con",
      "~",
      "_",
      "\ud800",
      "C:",
      "*",
    );
    const part = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom("a", "b-c", "é", "x.y", "~", "_d", "con", "..", "%2e") },
      { weight: 1, arbitrary: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join("")) },
    );
    const paths = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom("/", "/", ".html", ""))
          .map(([parts, end]) => `/${parts.join("/")}${end}`),
      },
      { weight: 1, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`) },
      { weight: 1, arbitrary: fc.string() },
    );
    const sound = new Set<string>();
    fc.assert(
      fc.property(paths, (path) => {
        if (sitePathFault(path) !== undefined) return;
        sound.add(path);
        const file = relative("/site", join("/site", outputFile(path)));
        expect(file).toBe(outputFile(path));
        expect(file.startsWith("..")).toBe(false);
        expect(decodeURIComponent(encodeURI(path))).toBe(path);
        expect(new URL(encodeURI(path), "https://x.example").pathname).toBe(encodeURI(path));
      }),
      { numRuns: 2_000 },
    );
    expect(sound.size).toBeGreaterThan(100);
  });
});

describe("what a template writes", () => {
  it.each(["/CNAME", "/.well-known/security.txt", "/assets/theme.css", "/x.html"])("may be %s", (path) => {
    expect(filePathFault(path)).toBeUndefined();
  });

  it.each(["/../x", "/a/../../x", "//x", "/a\u0000"])("may not be %j", (path) => {
    expect(filePathFault(path)).toBeDefined();
  });
});

describe("a file that is copied as it is", () => {
  it.each(["CNAME", "assets/a guide (2nd ed.), 50% off #1.pdf", "assets/漢/é~.png", "console.js", "v1.2/x"])(
    "may be called %s",
    (path) => {
      expect(copiedFileFault(path)).toBeUndefined();
    },
  );

  it.each([
    ["assets/con.pdf", "holds a name that Windows reserves"],
    ["aux/x.pdf", "holds a name that Windows reserves"],
    ["assets/trail.", "has a part that ends with a dot or a space"],
    ["assets/folder /x.pdf", "has a part that ends with a dot or a space"],
    ["assets/a?b.pdf", "holds a sign that Windows has in no name"],
    ["assets/<b>.pdf", "holds a sign that Windows has in no name"],
    ["assets/back\\slash.pdf", "holds a sign that Windows has in no name"],
  ])("is told of when it is called %s, for Windows could not have it", (path, fault) => {
    expect(copiedFileFault(path)).toBe(fault);
  });
});

describe("the address made from a file's place", () => {
  it.each([
    ["blog/x.md", "/blog/x/"],
    ["index.md", "/"],
    ["blog/index.md", "/blog/"],
    ["about.md", "/about/"],
    ["blog/2026-02-09-x.md", "/blog/x/"],
    ["blog/2026-02-09-.md", "/blog/2026-02-09-/"],
    ["blog/v1.2.md", "/blog/v1.2/"],
    ["cafe\u0301.md", "/café/"],
  ])("of %s is %s", (path, url) => {
    expect(defaultUrl(path)).toBe(url);
  });

  it("may carry its day", () => {
    expect(dateInFileName("blog/2026-02-09-x.md")).toBe("2026-02-09");
    expect(dateInFileName("2026-02-09-x/y.md")).toBeUndefined();
    expect(dateInFileName("blog/x-2026-02-09.md")).toBeUndefined();
  });
});

describe("two addresses", () => {
  it.each([
    ["/Blog/X/", "/blog/x/"],
    ["/café/", "/cafe\u0301/"],
    ["/x/index.html", "/x/"],
    ["/x/INDEX.html", "/x/"],
    ["/ſ/", "/s/"],
    ["/\u212a/", "/k/"],
  ])("are one where no disk or host tells them apart: %s and %s", (one, other) => {
    expect(sitePathKey(one)).toBe(sitePathKey(other));
  });

  it("are two where their letters differ", () => {
    expect(sitePathKey("/a/")).not.toBe(sitePathKey("/b/"));
    expect(sitePathKey("/e/")).not.toBe(sitePathKey("/é/"));
  });
});

describe("a former address", () => {
  it("is a page's, with or without its slash, or a file's", () => {
    expect(["/a", "/a/", "/a.html", "/v1.2/"].map(redirectUrl)).toEqual(["/a/", "/a/", "/a.html", "/v1.2/"]);
  });

  it("is sent as a page by the ending that it has", () => {
    expect(["/", "/a/", "/a.html", "/a.HTM", "/v1.2/"].filter(isPageUrl)).toHaveLength(5);
    expect(["/a.pdf", "/a.php", "/v1.2", "/ahtml"].filter(isPageUrl)).toEqual([]);
  });
});

describe("a path with percent signs", () => {
  it("is read where they stand for text, and not where they do not", () => {
    expect(decodePath("/a%20b")).toBe("/a b");
    expect(decodePath("/%E0%A4%A")).toBeUndefined();
  });

  it("is seen through when it leads elsewhere", () => {
    expect(
      ["/a/../b", "/a/%2e%2e/b", "/a/%2E./b", "/./a", "/a\\..\\b", "/a%2f..%2fb"].map(hasDotSegment),
    ).toEqual(Array(6).fill(true));
    expect(["/a/b.c", "/a..b/", "/...", "/%E0%A4%A"].map(hasDotSegment)).toEqual(Array(4).fill(false));
  });
});
