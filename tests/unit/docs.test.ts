import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { FRONT_MATTER_FIELDS } from "../../src/content/article-schema.ts";
import { siteSchema } from "../../src/content/data-schema.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { matrixSchema, roleSchema } from "../../src/variants/schemas/templates.ts";

const run = promisify(execFile);
const read = (file: string): string => readFileSync(join(ENGINE_ROOT, file), "utf8");

const PAGES = [
  "README.md",
  ...readdirSync(join(ENGINE_ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const README = read("README.md");

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));

/** Ids of a page's headings, as GitHub makes them. */
function headingIds(markdown: string): string[] {
  const text = markdown.replace(/^```.*?^```/gms, "");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** A page's text without its code: what holds links. */
const prose = (markdown: string): string =>
  markdown
    .replace(/^```.*?^```/gms, "")
    .replace(/^ {4}.*$/gm, "")
    .replace(/`[^`\n]*`/g, "");

/** The part of a page below a heading. */
function section(markdown: string, heading: string): string {
  const from = markdown.indexOf(`\n${heading}\n`);
  expect(from, heading).toBeGreaterThan(-1);
  const end = markdown.indexOf("\n#", from + heading.length);
  return markdown.slice(from, end === -1 ? undefined : end);
}

/** What stands in backquotes in one column of a page's tables. */
const columnCode = (markdown: string, column: number): string[][] =>
  markdown
    .split("\n")
    .filter((line) => /^\| (?!---|field|package)/.test(line))
    .map((line) =>
      [...(line.split(" | ")[column] ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
    );

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("links to files and headings that exist", () => {
    const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    for (const link of links.filter((target) => !/^https?:/.test(target))) {
      const [path = "", id] = link.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      expect(existsSync(join(ENGINE_ROOT, file)), link).toBe(true);
      if (id !== undefined) expect(headingIds(read(file)), link).toContain(id);
    }
  });

  it("names files of the engine that exist", () => {
    const files = [...text.matchAll(/`((?:src|tests|bench|docs)\/[\w./-]+)`/g)].map(([, file = ""]) => file);
    for (const file of files) expect(existsSync(join(ENGINE_ROOT, file)), file).toBe(true);
  });

  it("names npm scripts that exist, with subcommands and options that they take", async () => {
    const commands = [...text.matchAll(/\bnpm (?:run )?([a-z]+)( -- [^`\n]*)?/g)]
      .filter(([whole, name = ""]) => whole.startsWith("npm run ") || Object.hasOwn(manifest.scripts, name))
      .map(([, name = "", args = ""]) => ({ name, args }));
    for (const { name } of commands) expect(Object.keys(manifest.scripts), name).toContain(name);
    for (const name of new Set(commands.filter(({ args }) => args !== "").map((command) => command.name))) {
      const file = manifest.scripts[name]?.replace(/^node /, "") ?? "";
      const usage = (await run(process.execPath, [file, "--help"], { cwd: ENGINE_ROOT })).stdout;
      for (const { args } of commands.filter((command) => command.name === name)) {
        for (const [option] of args.matchAll(/--[a-z]+/g))
          expect(usage, `npm run ${name}${args}`).toContain(option);
        const subcommand = name === "variants" ? /^ -- ([a-z-]+)/.exec(args)?.[1] : undefined;
        if (subcommand) expect(usage).toMatch(new RegExp(`^  (?:.*\\s)?${subcommand}\\b`, "m"));
      }
    }
  });

  it("shows pictures of less than 200 kB", () => {
    for (const [, file = ""] of text.matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)) {
      expect(readFileSync(join(ENGINE_ROOT, dirname(page), file)).length, file).toBeLessThan(200_000);
    }
  });
});

describe("the README", () => {
  it("begins with the two commands that do everything on a fresh machine", () => {
    const top = README.slice(0, README.indexOf("\n# For authors"));
    expect([...top.matchAll(/^ {4}(.+)$/gm)].map(([, command]) => command)).toEqual([
      "npm ci && npm start",
      "npm cit",
    ]);
  });

  it("explains every field of the front matter that an author writes, and no other", () => {
    const named = columnCode(section(README, "## Write a post"), 0).flat();
    // The two that are explained elsewhere: Eleventy's own date, and what eject writes.
    expect([...named, "date", "ejectedFrom"].sort()).toEqual([...FRONT_MATTER_FIELDS].sort());
  });

  it("explains every setting of the site, with its default", () => {
    const settings = section(README, "## Settings");
    const rows = settings
      .slice(0, settings.indexOf("The other files"))
      .matchAll(/^\| `([\w.]+)` \| ([^|]+) \|/gm);
    const explained = Object.fromEntries(
      [...rows].map(([, name = "", value = ""]) => [name, value.replaceAll("`", "")]),
    );
    const { shape } = siteSchema;
    const names = Object.keys(shape).filter((name) => name !== "uniqueness");
    const defaults = siteSchema.parse({ title: "x", description: "x", url: "https://x.example" });
    const { uniqueness, ...rest } = defaults;
    const expected = {
      ...Object.fromEntries(names.map((name) => [name, "none"])),
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, JSON.stringify(value)])),
      title: "required",
      description: "required",
      url: "required",
      ...Object.fromEntries(
        Object.entries(uniqueness).map(([name, value]) => [`uniqueness.${name}`, JSON.stringify(value)]),
      ),
    };
    expect(explained).toEqual(expected);
  });

  it("gives a role and a matrix entry that the generator accepts", () => {
    const guide = section(README, "## Make guides for a role");
    const [role = "", entry = ""] = [...guide.matchAll(/^```yaml\n(.*?)^```/gms)].map(
      ([, yaml = ""]) => yaml,
    );
    expect(roleSchema.safeParse(parse(role, { schema: "core" })).error).toBeUndefined();
    expect(matrixSchema.safeParse(parse(`guides:\n${entry}`)).error).toBeUndefined();
  });
});

describe("docs/dependencies.md", () => {
  it("names the packages of package.json, and no other", () => {
    const page = read("docs/dependencies.md");
    const named = (heading: string) => columnCode(section(page, heading), 0).flat().sort();
    expect(named("## To build a site")).toEqual(Object.keys(manifest.dependencies).sort());
    expect(named("## To work on the engine")).toEqual(Object.keys(manifest.devDependencies).sort());
  });
});

describe("imports", () => {
  const LAYERS = ["lib", "content", "variants", "site", "cli"];

  it.each([...LAYERS, "client"])("of src/%s point the way that the README says", (layer) => {
    const folder = join(ENGINE_ROOT, "src", layer);
    const allowed = layer === "client" ? ["client"] : LAYERS.slice(0, LAYERS.indexOf(layer) + 1);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    expect(files).not.toEqual([]);
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)) {
        const [to] = join(layer, dirname(file), target).split("/");
        expect(allowed, `src/${layer}/${file} imports ${target}`).toContain(to);
      }
    }
  });
});
