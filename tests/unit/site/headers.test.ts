import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, headerFiles, headersOfEveryAnswer } from "../../../src/site/headers.ts";

describe("the content security policy", () => {
  it("knows the one inline style and script by their hashes, whatever is in them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (css, themeScript) => {
        const policy = contentSecurityPolicy({ css, themeScript });
        const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
        expect(policy).toContain(`style-src 'self' ${hash(css)};`);
        expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' '/);
        expect(policy).toContain(hash(themeScript));
        expect(policy).not.toMatch(/unsafe-inline|[^-]unsafe-eval|\*/);
      }),
    );
  });
});

describe("header files", () => {
  it("hold one header a line, without a quote that would end Apache's", () => {
    const files = Object.fromEntries(
      headerFiles({ css: "a{}", themeScript: "0" }).map(({ path, content }) => [path, content]),
    );
    const netlify = (files._headers ?? "").split("\n").filter((line) => line.startsWith("  "));
    expect(netlify.length).toBeGreaterThan(7);
    for (const line of netlify) expect(line).toMatch(/^ {2}[A-Za-z-]+: [^"\r\n]+$/);
    const apache = (files[".htaccess"] ?? "").split("\n").filter((line) => line.includes("Header always"));
    for (const line of apache) expect(line).toMatch(/^ {2}Header always set [A-Za-z-]+ "[^"]+"$/);
  });
});

describe("the headers of every answer, read from a built site", () => {
  it("are those that were written for every path, and none of certain paths alone", () => {
    const [netlify, vercel] = headerFiles({ css: "a{}", themeScript: "0" });
    const { headers }: { headers: { source: string; headers: { key: string; value: string }[] }[] } =
      JSON.parse(vercel?.content ?? "");
    const forAll = headers.find(({ source }) => source === "/(.*)")?.headers ?? [];
    const read = headersOfEveryAnswer(netlify?.content ?? "");
    expect([...read]).toEqual(forAll.map(({ key, value }) => [key, value]));
    expect(read.get("Content-Security-Policy")).toBe(contentSecurityPolicy({ css: "a{}", themeScript: "0" }));
  });

  it("are none when nothing is built yet", () => {
    expect(headersOfEveryAnswer("").size).toBe(0);
  });
});
