import { randomBytes } from "node:crypto";
import { readFileSync, renameSync } from "node:fs";
import type { RequestOptions } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { type Preview, startPreview } from "../support/preview.ts";

const DRAFT = "A description of its own, long enough to be shown whole in a list of results.";
const film = randomBytes(300_000);
const site = createSite(join(temporaryFolder(), "site"), {
  "content/blog/first.md": post({}, "The first text.\n"),
  "content/blog/draft.md": post(
    { title: "A draft", description: DRAFT, draft: true },
    "Nobody else may see this.\n",
  ),
  "content/assets/film.mp4": film,
  "content/assets/nothing.mp4": "",
});
const builtHeaders = join(site.root, ".cache/serve/site/_headers");

let preview: Preview;
beforeAll(async () => {
  preview = await startPreview(site.root);
});
afterAll(() => preview.stop());
const ask = (path: string, options?: RequestOptions) => preview.ask(path, options);

describe("an answer of npm start to who asks for a part of a file", () => {
  const part = (range: string, path = "/assets/film.mp4", more: RequestOptions["headers"] = {}) =>
    ask(path, { headers: { Range: range, ...more } });

  it.each([
    ["bytes=0-", 0, 299_999],
    ["bytes=0-1", 0, 1],
    ["bytes=299999-", 299_999, 299_999],
    ["bytes=100-900000", 100, 299_999],
    ["bytes=-10", 299_990, 299_999],
    ["bytes=-900000", 0, 299_999],
  ])("is that part alone: %s", async (range, first, last) => {
    const { status, headers, bytes } = await part(range);
    expect(status).toBe(206);
    expect(headers["content-range"]).toBe(`bytes ${first}-${last}/300000`);
    expect(headers["content-length"]).toBe(`${last - first + 1}`);
    expect(headers["content-type"]).toBe("video/mp4");
    expect(bytes.equals(film.subarray(first, last + 1))).toBe(true);
  });

  it.each(["bytes=300000-", "bytes=-0"])("tells its size when it has no such part: %s", async (range) => {
    const { status, headers } = await part(range);
    expect(status).toBe(416);
    expect(headers["content-range"]).toBe("bytes */300000");
  });

  it.each([
    ["several parts", "bytes=0-1,5-6", {}],
    ["a part that ends before it begins", "bytes=5-4", {}],
    ["another unit", "lines=0-1", {}],
    ["a part of what it may have been", "bytes=0-1", { "If-Range": '"a"' }],
  ])("is the whole file for %s", async (_what, range, more) => {
    const { status, bytes } = await part(range, "/assets/film.mp4", more);
    expect(status).toBe(200);
    expect(bytes.equals(film)).toBe(true);
  });

  it("is the whole page, which reloads, and the whole of what is empty or not there", async () => {
    const page = await part("bytes=0-1", "/blog/first/");
    expect(page.status).toBe(200);
    expect(page.body).toContain("The first text.");
    expect(page.body).toContain("/.11ty/reload-client.js");
    expect((await part("bytes=0-", "/assets/nothing.mp4")).status).toBe(200);
    expect((await part("bytes=0-", "/nothing/")).status).toBe(404);
    expect((await part("bytes=0-", "/.11ty/reload-client.js")).body).toContain("class EleventyReload");
    expect((await ask("/assets/film.mp4", { method: "HEAD", headers: { Range: "bytes=0-1" } })).status).toBe(
      200,
    );
  });

  it("ends with a reader who goes away, and the server does not", async () => {
    const leave = new AbortController();
    const left = ask("/assets/film.mp4", { headers: { Range: "bytes=0-" }, signal: leave.signal });
    setTimeout(() => leave.abort(), 5);
    await left.catch(() => {});
    expect((await part("bytes=0-1")).status).toBe(206);
  });
});

describe("the headers of every answer of npm start", () => {
  /** What the built site asks its host for, but for what a host without HTTPS must not say. */
  const asked = () =>
    [...(readFileSync(builtHeaders, "utf8").split("\n\n")[0] ?? "").matchAll(/^ {2}([^:]+): (.*)$/gm)]
      .map(([, name = "", value]) => [name.toLowerCase(), value])
      .filter(([name]) => name !== "strict-transport-security");

  it.each([
    ["a page", "/blog/first/", 200, {}],
    ["a redirect", "/blog/first", 301, {}],
    ["what is not there", "/nothing/", 404, {}],
    ["a picture", "/assets/favicon.svg", 200, {}],
    ["part of a file", "/assets/film.mp4", 206, { headers: { Range: "bytes=0-1" } }],
    ["what no file has", "/assets/film.mp4", 416, { headers: { Range: "bytes=300000-" } }],
    ["the script that reloads", "/.11ty/reload-client.js", 200, {}],
    ["what is no address", "/%", 400, {}],
    ["another host", "/", 403, { headers: { Host: "evil.example" } }],
    ["another method", "/", 405, { method: "POST" }],
  ])("are those of the built site for %s: %s %i", async (_what, path, status, options) => {
    const answer = await ask(path, options);
    expect(answer.status).toBe(status);
    expect(asked().length).toBeGreaterThan(5);
    expect(answer.headers).toMatchObject(Object.fromEntries(asked()));
    expect(answer.headers).not.toHaveProperty("strict-transport-security");
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  it("let no browser keep what the host may let it keep", async () => {
    const script = /\/assets\/built\/main-\w+\.js/.exec((await ask("/blog/first/")).body)?.[0] ?? "";
    const { status, headers } = await ask(script);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("are those of the latest build, also while another takes its place", async () => {
    site.write({ ".cache/serve/site/_headers": "/*\n  Content-Security-Policy: default-src 'self'\n" });
    const policy = async () => (await ask("/blog/first/")).headers["content-security-policy"];
    expect(await policy()).toBe("default-src 'self'");
    renameSync(builtHeaders, `${builtHeaders}~`);
    expect(await policy()).toBe("default-src 'self'");
  });
});

describe("npm start asked by another name", () => {
  const named = (host: string, path = "/blog/draft/") => ask(path, { headers: { Host: host } });

  it.each([
    "localhost",
    "LOCALHOST:80",
    "my-site.localhost:8080",
    "127.0.0.1:1",
    "192.168.1.20",
    "[::1]:8080",
  ])("answers as %s", async (host) => {
    expect((await named(host)).body).toContain("Nobody else may see this.");
  });

  it.each([
    "evil.example",
    "evil.example:8080",
    "localhost.evil.example",
    "notlocalhost",
    "127.0.0.1.evil.example",
    "evil.example/localhost",
    "localhost@evil.example",
  ])("refuses %j in one sentence that says what to do", async (host) => {
    for (const path of ["/blog/draft/", "/assets/film.mp4", "/.11ty/reload-client.js"]) {
      const { status, headers, body } = await named(host, path);
      expect(status).toBe(403);
      expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(body).toMatch(/^[A-Z][^.]*localhost[^.]*--host[^.]*\.\n$/);
    }
  });
});

describe("the channel by which npm start reloads pages", () => {
  const open = (headers: Record<string, string>) =>
    ask("/", {
      headers: {
        Connection: "Upgrade",
        Upgrade: "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
        ...headers,
      },
    });

  it("is open to the pages themselves, by whatever name they were asked for", async () => {
    for (const host of ["localhost", "127.0.0.1", "my-site.localhost"].map(
      (name) => `${name}:${preview.port}`,
    ))
      expect((await open({ Host: host, Origin: `http://${host}` })).status).toBe(101);
    expect((await open({})).status).toBe(101);
  });

  it.each([
    ["of another host", { Origin: "https://evil.example" }],
    ["of another server on this machine", { Origin: "http://localhost:1" }],
    ["without an origin of its own", { Origin: "null" }],
    ["of another host, whose name leads here", { Origin: "http://evil.example", Host: "evil.example" }],
  ])("is closed to a page %s", async (_whose, headers: Record<string, string>) => {
    expect((await open(headers)).status).toBe(400);
  });
});

describe("npm start asked for anything but to show", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "OPTIONS"])(
    "refuses %s",
    async (method) => {
      for (const path of ["/", "/nothing/", "/.11ty/reload-client.js"]) {
        const { status, headers, body } = await ask(path, { method });
        expect(status).toBe(405);
        expect(headers.allow).toBe("GET, HEAD");
        expect(body).toBe("Only GET and HEAD are answered here.\n");
      }
    },
  );

  it("tells of a file without sending it, and sends what is empty", async () => {
    const { status, headers, bytes } = await ask("/assets/film.mp4", { method: "HEAD" });
    expect([status, headers["content-length"], bytes.length]).toEqual([200, "300000", 0]);
    expect(headers["content-type"]).toBe("video/mp4");
    expect((await ask("/assets/nothing.mp4")).headers["content-length"]).toBe("0");
  });

  it("tells of a page without showing it", async () => {
    const { status, headers, body } = await ask("/blog/first/", { method: "HEAD" });
    expect([status, body]).toEqual([200, ""]);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });
});
