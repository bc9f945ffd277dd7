import { describe, expect, it } from "vitest";
import { withinSite } from "../../../src/content/within-site.ts";

describe("where a target leads in the site", () => {
  it.each([
    ["/assets/x.png", "/assets/x.png"],
    ["../../assets/x.png", "/assets/x.png"],
    ["x.png", "/blog/here/x.png"],
    ["/assets/a%20b.png", "/assets/a b.png"],
    ["/assets/a b.png", "/assets/a b.png"],
    ["/assets/gr%C3%B6sse.png", "/assets/grösse.png"],
    ["/assets/x.png?v=2#part", "/assets/x.png"],
    ["/assets/%E0%A4%A.png", "/assets/%E0%A4%A.png"],
    ["https://site.example/assets/x.png", "/assets/x.png"],
    ["//site.example/assets/x.png", "/assets/x.png"],
    ["http://site.example/assets/x.png", "/assets/x.png"],
    ["HTTP://Site.Example:80/assets/x.png", "/assets/x.png"],
  ])("from a page, %s is at %s", (target, path) => {
    expect(withinSite(target, "/blog/here/", "https://site.example")?.path).toBe(path);
  });

  it.each([
    "https://other.example/x.png",
    "//other.example/x.png",
    "http://www.site.example/x.png",
    "https://site.example:8443/x.png",
    "ftp://site.example/x.png",
    "data:image/png;base64,x",
    "http://[",
  ])("is none for %s", (target) => {
    expect(withinSite(target, "/blog/here/", "https://site.example")).toBeUndefined();
  });
});
