import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltPage, builtPages, ownSite } from "../support/own-site.ts";

/** A policy's sources, by directive. */
function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

describe("the headers that a host is to send", () => {
  let headers: string;
  let policy: Map<string, string[]>;
  let pages: BuiltPage[];
  beforeAll(() => {
    headers = readFileSync(join(ownSite(), "_headers"), "utf8");
    policy = directivesOf(/^ {2}Content-Security-Policy: (.*)$/m.exec(headers)?.[1] ?? "");
    pages = builtPages(ownSite());
  });

  it("allow nothing by default, and neither inline code nor code made from text", () => {
    expect(policy.get("default-src")).toEqual(["'none'"]);
    const all = [...policy.values()].flat();
    expect(all).not.toContain("'unsafe-inline'");
    expect(all).not.toContain("'unsafe-eval'");
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
  });

  it("name no other host", () => {
    const sources = [...policy.values()].flat();
    expect(sources.filter((source) => source.includes(".") || source === "*" || source === "https:")).toEqual(
      [],
    );
  });

  it("know the inline style and script of every page by their hashes", () => {
    const unknown: string[] = [];
    for (const { url, document } of pages) {
      const inline: [Element, string[] | undefined][] = [
        ...[...document.querySelectorAll("style")].map((one): [Element, string[] | undefined] => [
          one,
          policy.get("style-src"),
        ]),
        ...[...document.querySelectorAll('script:not([src]):not([type="application/ld+json"])')].map(
          (one): [Element, string[] | undefined] => [one, policy.get("script-src")],
        ),
      ];
      for (const [element, sources] of inline) {
        const hash = createHash("sha256")
          .update(element.textContent ?? "")
          .digest("base64");
        if (!sources?.includes(`'sha256-${hash}'`)) unknown.push(`${url} ${element.localName}`);
      }
      if (inline.length < 2) unknown.push(`${url} has no inline style and script`);
    }
    expect(unknown).toEqual([]);
    expect(pages.length).toBeGreaterThan(80);
  });

  it("would stop no part of a page: no style attributes, event handlers or javascript: links are written", () => {
    const blocked = pages.flatMap(({ url, document }) =>
      [...document.querySelectorAll("*")]
        .filter((element) =>
          element
            .getAttributeNames()
            .some(
              (name) =>
                name === "style" ||
                /^on[a-z]+$/.test(name) ||
                /^\s*javascript:/i.test(element.getAttribute(name) ?? ""),
            ),
        )
        .map((element) => `${url} ${element.localName}`),
    );
    expect(blocked).toEqual([]);
  });

  it("keep pages out of frames, types as they are, addresses private and devices closed", () => {
    for (const line of [
      "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY",
      "Referrer-Policy: strict-origin-when-cross-origin",
      "Cross-Origin-Opener-Policy: same-origin",
      "Strict-Transport-Security: max-age=31536000",
    ]) {
      expect(headers).toContain(`\n  ${line}\n`);
    }
    expect(headers).toMatch(/\n {2}Permissions-Policy: .*camera=\(\).*microphone=\(\)/);
  });

  it("let browsers keep what is named by its content for a year", () => {
    expect(headers).toContain("\n/assets/built/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    const scripts = new Set(
      pages.flatMap(({ document }) =>
        [...document.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")),
      ),
    );
    for (const script of scripts) expect(script).toMatch(/^\/assets\/built\/[a-z-]+-[0-9a-f]{10,}\.js$/);
    expect(scripts.size).toBeGreaterThan(0);
  });

  it("are the same for the hosts that read another file", () => {
    const lines = headers
      .split("\n\n")[0]
      ?.split("\n")
      .slice(1)
      .map((line) => line.trim().split(": "));
    expect(lines?.length).toBeGreaterThan(5);
    const vercel: unknown = JSON.parse(readFileSync(join(ownSite(), "vercel.json"), "utf8"));
    const apache = readFileSync(join(ownSite(), ".htaccess"), "utf8");
    for (const [name = "", ...value] of lines ?? []) {
      expect(JSON.stringify(vercel)).toContain(JSON.stringify({ key: name, value: value.join(": ") }));
      expect(apache).toContain(`Header always set ${name} "${value.join(": ")}"`);
    }
  });
});
