import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { AddressBook } from "../../content/check-addresses.ts";
import { ContentError, error, type Fault, type Problem } from "../../content/problem.ts";
import { quoted } from "../../content/quoted.ts";
import { assetUrl, filePathFault } from "../../content/site-path.ts";
import { once } from "../../lib/once.ts";
import { START } from "../../lib/position.ts";
import { type SiteContext, siteContext } from "../context.ts";
import { ENGINE_ROOT } from "../engine-root.ts";

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
  // Names that are no part of the site, and so are looked at by no check.
  for (const hidden of ["**/.*", "**/.*/**"]) eleventyConfig.ignores.add(hidden);
  // It leaves its output out. Outside of the root there is nothing to leave out, and its library for globs would look there
  // alone when the path goes up twice.
  eleventyConfig.on("eleventy.ignores", (ignores: string[]) => {
    const inside = ignores.filter((path) => !path.startsWith("../"));
    ignores.splice(0, ignores.length, ...inside);
  });

  const context = await siteContext();
  const { root, model, pagesOnly, search } = context;
  const { output } = eleventyConfig.directories;
  // The engine's own layouts print no folder, and large sites have many pages to look through.
  const hasOwn = model.templates.length > 0 || (root !== ENGINE_ROOT && existsSync(join(root, "_includes")));
  if (search && hasOwn) hideFolder(eleventyConfig, output);
  if (pagesOnly) {
    eleventyConfig.ignores.add("**");
    return;
  }
  const faultsOf = addressCheck(context, output);
  eleventyConfig.addTemplate("_guard.11ty.js", {
    data: {
      permalink: false,
      eleventyExcludeFromCollections: true,
      eleventyImport: { collections: ["_guard"] },
    },
    render: () => "",
  });
  eleventyConfig.addCollection("_guard", (...args: unknown[]) => {
    const problems = templatesOf(args[0]).flatMap(faultsOf);
    if (problems.length > 0) throw new ContentError(problems);
    return [];
  });
  // Those that are in no collection, and pages of a pagination but for its first, are seen no earlier.
  const own = new Set(model.templates.map(({ path }) => `./content/${path}`));
  eleventyConfig.addTransform("guard", function (content) {
    const problems = own.has(this.page.inputPath) ? faultsOf(this.page) : [];
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
  outputPath: string | false;
}

function templatesOf(api: unknown): TemplateItem[] {
  return api !== null && typeof api === "object" && "getAll" in api && typeof api.getAll === "function"
    ? api.getAll()
    : [];
}

/**
 * Checks the addresses of the publisher's own templates, many of which are known no earlier than when they are rendered.
 * @param output the folder that is written to
 */
function addressCheck(
  { pages, files, model }: SiteContext,
  output: string,
): (item: TemplateItem) => Problem[] {
  const book = once(() => {
    const written = [
      ...pages.map(({ view }) => view.url),
      ...files.map(({ path }) => `/${path}`),
      ...model.assets.map(({ path }) => assetUrl(path)),
    ];
    const claimed = new AddressBook();
    for (const url of written) claimed.claim({ url, by: "another page", replaceable: false });
    return claimed;
  });
  // Templates that are in collections are looked at twice.
  const known = new Map<string, Problem[]>();
  return (item) => {
    const key = `${item.inputPath} ${item.outputPath}`;
    const problems = known.get(key) ?? addressFaults(item, output, book);
    known.set(key, problems);
    return problems;
  };
}

function addressFaults(item: TemplateItem, output: string, book: () => AddressBook): Problem[] {
  if (item.outputPath === false) return [];
  const file = item.inputPath.replace(/^\.\//, "");
  const refuse = (fault: Fault) => [{ file, ...START, ...fault }];
  const hint = "Write it like /my-page/.";
  // The file counts: an address may take a detour to it.
  const inside = relative(resolve(output), resolve(item.outputPath)).split(sep).join("/");
  if (inside === ".." || inside.startsWith("../"))
    return refuse(error("permalink", "the permalink leaves the output folder", hint));
  const url = `/${inside.replace(/(^|\/)index\.html$/, "$1")}`;
  const odd = filePathFault(url);
  if (odd) return refuse(error("permalink", `the permalink, "${quoted(url)}", ${odd}`, hint));
  const message = book().claim({ url, by: file, replaceable: false });
  return message ? refuse(error("duplicate-url", message, "Change the permalink.")) : [];
}
