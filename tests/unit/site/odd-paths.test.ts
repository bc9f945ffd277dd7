import { describe, expect, it } from "vitest";
import { oddPath } from "../../../src/site/odd-paths.ts";

describe("a folder from which Eleventy cannot build", () => {
  it.each([
    ["/home/me/c#/rolewise", "/home/me/site", "/"],
    ["/home/me/50%/rolewise", "/home/me/site", "/"],
    ["/home/me/what?/rolewise", "/home/me/site", "/"],
    ["/home/me/rolewise", "/home/me/a\\b", "/"],
  ])("is told of: the engine in %s, the site in %s", (engine, root, separator) => {
    expect(oddPath(engine, root, separator)).toMatch(/in its name\. Rename that folder/);
  });

  it.each([
    ["/home/me/rolewise", "/home/me/100% of c#?/site", "/"],
    ["/home/me/röle wise", "/home/me/site", "/"],
    ["C:\\rolewise", "C:\\site", "\\"],
  ])("is no other: the engine in %s, the site in %s", (engine, root, separator) => {
    expect(oddPath(engine, root, separator)).toBeUndefined();
  });
});
