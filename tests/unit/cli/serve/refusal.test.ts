import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayConnect, refusalOf } from "../../../../src/cli/serve/refusal.ts";

const asked = (host: string | undefined, origin?: string, method = "GET") => ({
  method,
  headers: { host, origin },
});
const PORT = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined });
const at = (name: string, port: number | undefined) => (port === undefined ? name : `${name}:${port}`);

describe("the name that a request asks for", () => {
  it("is any address, localhost, what is below it, or the server's own, in any case and at any port", () => {
    const own = fc.oneof(
      fc.constantFrom("localhost", "LocalHost", "a.localhost", "localhost.", "a.b-c.localhost", "Desk.local"),
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
    );
    fc.assert(
      fc.property(own, PORT, (name, port) => {
        expect(refusalOf(asked(at(name, port)), "desk.LOCAL")).toBeUndefined();
        expect(mayConnect(asked(at(name, port)), "desk.LOCAL")).toBe(true);
      }),
    );
  });

  it("is refused when it is any other, or none", () => {
    fc.assert(
      fc.property(fc.domain(), PORT, (name, port) => {
        expect(refusalOf(asked(at(name, port)), "localhost")?.status).toBe(403);
        expect(refusalOf(asked(at(`localhost.${name}`, port)), "0.0.0.0")?.status).toBe(403);
        expect(mayConnect(asked(at(name, port), `http://${at(name, port)}`), "localhost")).toBe(false);
      }),
    );
    for (const host of [
      undefined,
      "",
      ":80",
      "[",
      "[]",
      ".localhost",
      "a@localhost",
      "localhost:80:80",
      "::1",
    ])
      expect(refusalOf(asked(host), "localhost")?.status).toBe(403);
  });
});

describe("the page that opens a channel", () => {
  it("must be of the server itself: the same name at the same port", () => {
    const origins = fc.constantFrom("http://localhost:8080", "http://127.0.0.1:8080", "http://localhost:9");
    fc.assert(
      fc.property(origins, origins, (one, other) => {
        expect(mayConnect(asked(new URL(one).host, other), "localhost")).toBe(one === other);
      }),
    );
    for (const origin of ["null", "", "localhost:8080", "file://"])
      expect(mayConnect(asked("localhost:8080", origin), "localhost")).toBe(false);
  });
});
