import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { ContentError, type Problem } from "../../content/problem.ts";
import { siteContext } from "../context.ts";

/**
 * Closes the ways in which a template could run code from its front matter, or write outside the output folder or over
 * another page. Markdown is not concerned: it never reaches Eleventy's own front matter.
 */
export async function safety(eleventyConfig: UserConfig): Promise<void> {
  const refuse = (): never => {
    throw new Error("Front matter is YAML: other languages could run code.");
  };
  const engines = {
    js: { parse: refuse },
    javascript: { parse: refuse },
    jsLegacy: { parse: refuse },
    json: { parse: refuse },
  };
  eleventyConfig.setFrontMatterParsingOptions({ language: "yaml", engines });
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setEventEmitterMode("sequential");

  const { root, engine, model, pages, files, pagesOnly, search } = await siteContext();
  const { output } = eleventyConfig.directories;
  // The engine's own layouts print no folder, and large sites have many pages to look through.
  const hasOwn = model.templates.length > 0 || (root !== engine && existsSync(join(root, "_includes")));
  if (search && hasOwn) hideFolder(eleventyConfig, output);
  if (pagesOnly) {
    eleventyConfig.ignores.add("**");
    return;
  }
  const taken = new Set([...pages.map(({ view }) => view.url), ...files.map((file) => `/${file.path}`)]);
  eleventyConfig.addTemplate("_guard.11ty.js", {
    data: {
      permalink: false,
      eleventyExcludeFromCollections: true,
      eleventyImport: { collections: ["_guard"] },
    },
    render: () => "",
  });
  eleventyConfig.addCollection("_guard", (...args: unknown[]) => {
    const problems = templatesOf(args[0]).flatMap((item) => templateFault(item, output, taken));
    if (problems.length > 0) throw new ContentError(problems);
    return [];
  });
  // Those that are in no collection, and pages of a pagination but for its first, are seen no earlier.
  const own = new Set(model.templates.map(({ path }) => `./content/${path}`));
  eleventyConfig.addTransform("guard", function (content) {
    const problems = own.has(this.page.inputPath) ? templateFault(this.page, output, taken) : [];
    if (problems.length > 0) throw new ContentError(problems);
    return content;
  });
}

/** Pages that print `page.outputPath` tell the folder that is meant, not the one that is written to and then renamed. */
function hideFolder(eleventyConfig: UserConfig, output: string): void {
  eleventyConfig.addTransform("folder", (content) =>
    typeof content === "string" ? content.replaceAll(output, "./_site/") : content,
  );
}

interface TemplateItem {
  inputPath: string;
  url: string | false;
  outputPath: string | false;
}

function templatesOf(api: unknown): TemplateItem[] {
  return api !== null && typeof api === "object" && "getAll" in api && typeof api.getAll === "function"
    ? api.getAll()
    : [];
}

function templateFault(item: TemplateItem, output: string, taken: ReadonlySet<string>): Problem[] {
  if (item.outputPath === false || item.url === false) return [];
  const inside = relative(resolve(output), resolve(item.outputPath));
  const place = { file: item.inputPath.replace(/^\.\//, ""), line: 1, column: 1, severity: "error" as const };
  if (inside.startsWith("..")) {
    return [
      {
        ...place,
        rule: "permalink",
        message: "the permalink leaves the output folder",
        hint: "Write it like /my-page/.",
      },
    ];
  }
  return taken.has(item.url) && item.url !== "/"
    ? [
        {
          ...place,
          rule: "duplicate-url",
          message: `${item.url} is also the address of another page`,
          hint: "Change the permalink.",
        },
      ]
    : [];
}
