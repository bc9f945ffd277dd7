import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/content/article.ts";
import { parseFrontMatter } from "../../../src/content/front-matter.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { checkEjected, ejectGuide, guideHash } from "../../../src/variants/eject.ts";
import { BASE, changed, generate, packOf } from "./packs.ts";

const guides = generate().guides;
const [, manager] = guides;
if (!manager) throw new Error("the base pack makes too few guides");

describe("an ejected guide", () => {
  const { file, text } = ejectGuide(manager);

  it("is an ordinary post that passes every check and stands at the guide's address", () => {
    const matter = parseFrontMatter(text, file);
    const { html: _html, ...found } = createMarkdown()(matter.body);
    const { made, problems } = makeArticle(file.replace("content/", ""), file, matter, found);
    expect(problems).toEqual([]);
    expect(file).toBe("content/blog/design-interviews-manager-framework.md");
    expect(made).toMatchObject({
      kind: "article",
      url: manager.url,
      title: manager.data.title,
      publishDateISO: manager.data.publishDateISO,
      updatedDateISO: manager.data.updatedDateISO,
      readTime: "1 min read",
      ejectedFrom: { guide: manager.url, hash: guideHash(manager) },
    });
    expect(matter.body.trim()).toBe(manager.body.trim());
  });

  it("leaves out what is derived, so that it stays true when the post is edited", () => {
    expect(text).not.toContain("readTime");
    expect(text).not.toContain("publishDate:");
    const hidden = { ...manager, data: { ...manager.data, canonical: "/guides/design-interviews/" } };
    expect(ejectGuide(hidden).text).toBe(text);
  });
});

describe("the check of ejected posts", () => {
  const post = { file: "content/blog/x.md", ejectedFrom: { guide: manager.url, hash: guideHash(manager) } };
  const rules = (files: Record<string, string | undefined>) =>
    checkEjected([post, { file: "content/blog/y.md" }], generate(files).guides, packOf(files), () => ({
      line: 9,
      column: 1,
    })).map(({ file, line, rule, severity }) => `${file}:${line} ${rule} ${severity}`);

  it("is silent as long as the templates make the same guide", () => {
    expect(rules({})).toEqual([]);
    expect(
      rules({ "roles/manager.md": BASE["roles/manager.md"]?.replace("[scope]", "[scope, budget]") }),
    ).toEqual([]);
  });

  it("tells when a template changed what the guide says", () => {
    expect(
      rules({
        "topics/design-interviews.md": BASE["topics/design-interviews.md"]?.replace("scarce", "rare"),
      }),
    ).toEqual(["content/blog/x.md:9 ejected-outdated warning"]);
  });

  it("tells when the guide is no longer published", () => {
    const matrix = "guides:\n  - {topic: design-interviews, roles: [engineer], formats: [framework]}\n";
    expect(rules({ "matrix.yaml": matrix })).toEqual(["content/blog/x.md:9 ejected-unpublished warning"]);
  });

  it.each([
    ["the matrix", changed("matrix.yaml", "roles: all", "roles: manager")],
    [
      "another entry of the matrix",
      changed("matrix.yaml", /$/, "  - {topic: design-interviews, roles: manager}\n"),
    ],
    ["the topic", changed("topics/design-interviews.md", "categories: [Design Interviews]\n", "")],
    ["the format", changed("formats/framework.md", "own: true", "kind: steps")],
    ["its block, which cannot be read", { "blocks/design-interviews+manager+framework.md": "---\n" }],
  ])("says nothing while a fault in %s keeps it from being known", (_what, files) => {
    expect(rules(files)).toEqual([]);
  });
});
