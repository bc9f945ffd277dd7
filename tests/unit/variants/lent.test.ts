import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../src/content/problem.ts";
import { ENGINE_ROOT } from "../../../src/site/engine-root.ts";
import { generateGuides } from "../../../src/variants/generate.ts";
import { loadTemplates } from "../../../src/variants/load.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";
import { BASE, type Files, fixture, LENIENT, placeOf } from "./packs.ts";

const temporary = temporaryFolder();
let count = 0;

function folderOf(files: Files): string {
  count += 1;
  const folder = join(temporary, String(count));
  for (const [path, text] of Object.entries(files))
    if (text !== undefined) writeFiles(folder, { [`templates/${path}`]: text });
  return folder;
}

const renamed = (text: string | undefined, from: string, to: string) =>
  text?.replaceAll(from, to).replaceAll(`${from[0]?.toUpperCase()}${from.slice(1)}`, to);
const level = (name: string, body = "") =>
  `---\nname: ${name}\norder: 2\npublishDateISO: 2026-02-02\n---\n${body}`;

/** An engine with the roles engineer (the base), manager and designer, two formats and two levels. */
const engine = folderOf({
  "roles/engineer.md": BASE["roles/engineer.md"],
  "roles/manager.md": BASE["roles/manager.md"],
  "roles/designer.md": renamed(BASE["roles/manager.md"], "manager", "designer"),
  "formats/framework.md": BASE["formats/framework.md"],
  "formats/checklist.md": renamed(BASE["formats/framework.md"], "framework", "checklist"),
  "levels/mid.md": level("mid", "\n# aside\n\nA passage that no format asks for.\n"),
  "levels/staff.md": level("staff"),
  "matrix.yaml": BASE["matrix.yaml"],
});

/** The base pack's files without those that the engine lends, some of them replaced. */
const borrowing = (files: Files = {}): Files => ({
  ...Object.fromEntries(Object.entries(BASE).filter(([path]) => !/^(?:roles|formats)\//.test(path))),
  ...files,
});

function made(files: Files) {
  const pack = loadTemplates(folderOf(files), engine);
  const { guides, problems } = generateGuides(pack, { author: "editorial-team", uniqueness: LENIENT });
  return { pack, urls: guides.map(({ url }) => url), told: problems.map(formatProblem) };
}

const MANAGER = "blocks/design-interviews+manager+framework.md";
const matrix = (entry: string): Files => ({
  "matrix.yaml": `guides:\n  - {topic: design-interviews, ${entry}}\n`,
});
/** Texts for every role, and none for one. */
const shared: Files = {
  ...matrix("roles: [engineer], formats: [framework]"),
  "blocks/design-interviews+engineer+framework.md": undefined,
  "blocks/design-interviews+framework.md": BASE[MANAGER],
};
const HUB = "/guides/design-interviews/";

describe("a site without roles of its own", () => {
  it("has, as all roles, those of the engine's that its block files are for", () => {
    expect(made(borrowing())).toMatchObject({ urls: [HUB, `${HUB}manager/`], told: [] });
  });

  it("has the base role among all, for every topic needs its guide", () => {
    const { urls, told } = made(borrowing({ "blocks/design-interviews+engineer+framework.md": undefined }));
    expect(urls).toEqual([HUB, `${HUB}manager/`]);
    expect(told.join()).toMatch(
      /^templates\/matrix.yaml:2:5 error no block fills the section "opening" of \/guides\/design-interviews\/ /,
    );
  });

  it("has among all those that its matrix names elsewhere", () => {
    const entries = ["roles: [designer], formats: [checklist]", "roles: all, formats: [framework]"];
    const { urls } = made(
      borrowing({
        "matrix.yaml": `guides:\n${entries.map((entry) => `  - {topic: design-interviews, ${entry}}\n`).join("")}`,
      }),
    );
    expect(urls).toContain(`${HUB}designer/`);
  });

  it("makes the same guides of a whole pack as with copies of the roles", () => {
    const own = fixture("drop-in-pack");
    const root = join(temporary, "drop-in");
    cpSync(own, root, { recursive: true });
    rmSync(join(root, "templates/roles"), { recursive: true });
    const urls = (folder: string) =>
      loadTemplates(folder, ENGINE_ROOT).guides.map((key) => Object.values(key).slice(0, 3));
    expect(urls(root)).toEqual(urls(own));
    expect(loadTemplates(root, ENGINE_ROOT).problems).toEqual([]);
  });

  it("is told of a name that is none with all that it could mean", () => {
    const { told } = made(borrowing(matrix("roles: [engineer, manager, xyzzy], formats: [framework]")));
    expect(told).toEqual([
      'templates/matrix.yaml:2:59 error "xyzzy" is no role (unknown-id)\n    Known: designer, engineer, manager.',
    ]);
    const block = made(borrowing({ "blocks/xyzzyxyzzy.md": BASE[MANAGER] }));
    expect(block.told.join()).toContain(
      "Known: checklist, design-interviews, designer, engineer, framework, manager, mid, shared, staff.",
    );
  });

  it("is asked to publish the base guide rather than to make another role the base", () => {
    const { told } = made(borrowing(matrix("roles: [manager], formats: [framework]")));
    expect(told.join("\n")).toContain("Publish the role engineer in the format framework");
    expect(told.join("\n")).not.toContain("base: true");
  });

  it("is told of its block file for a lent role that it does not publish", () => {
    const { told } = made(borrowing(matrix("roles: [engineer], formats: [framework]")));
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(`^templates/${MANAGER.replaceAll("+", "\\+")}:1:1 warning .*\\(unused-block\\)`),
      ),
    ]);
  });
});

describe("what the engine lends", () => {
  it("is not told of where nothing uses it, whatever words a comment holds", () => {
    const text = `# The staff is in the middle of a checklist for a designer.\n${BASE["matrix.yaml"]}`;
    const { pack, told } = made(
      borrowing({ "matrix.yaml": text, "blocks/design-interviews+mid.md": undefined }),
    );
    expect(told).toEqual([]);
    expect([...pack.roles.keys(), ...pack.formats.keys(), ...pack.levels.keys()]).toEqual([
      "engineer",
      "manager",
      "framework",
    ]);
  });

  it("is not blamed for a passage that the publisher's formats have no place for", () => {
    const { told } = made(
      borrowing({
        "matrix.yaml": `${BASE["matrix.yaml"]}  - {topic: design-interviews, roles: all, formats: [framework], levels: [mid]}\n`,
      }),
    );
    expect(told.filter((line) => line.startsWith("templates/levels/"))).toEqual([]);
  });

  it("is not missed where the matrix that would name it cannot be read", () => {
    const { told } = made(
      borrowing({ "matrix.yaml": "guides: 1\n", "blocks/shared.md": BASE[MANAGER], [MANAGER]: undefined }),
    );
    expect(told).toEqual([
      'templates/matrix.yaml:1:1 error "guides" must be a list of combinations (template-field)\n    See "The matrix" in docs/templates.md.',
    ]);
  });

  it("gives way to an id of the publisher's own", () => {
    const own = renamed(BASE["topics/design-interviews.md"], "design interview", "staff") ?? "";
    const { told } = made(
      borrowing({
        "topics/design-interviews.md": undefined,
        "blocks/design-interviews+engineer+framework.md": undefined,
        [MANAGER]: undefined,
        "topics/staff.md": own,
        "matrix.yaml": "guides:\n  - {topic: staff, roles: all, formats: [framework]}\n",
      }),
    );
    expect(told.join("\n")).not.toMatch(/has the id of|unknown-id/);
  });

  it("is not the place of what a publisher has still to write", () => {
    const pack = loadTemplates(folderOf(borrowing({ [MANAGER]: undefined, ...shared })), engine);
    const { problems } = generateGuides(pack, { author: "x", uniqueness: { ...LENIENT, minRoleWords: 1 } });
    expect(problems.map(placeOf)).toEqual(["topics/design-interviews.md:1:1 role-words"]);
  });

  it("is nothing that a site without templates would have to publish", () => {
    expect(made({})).toMatchObject({ urls: [], told: [] });
    expect(made({ "README.txt": "x" }).told.join()).toMatch(
      /^templates\/README.txt:1:1 warning [^\n]*\n[^\n]*$/,
    );
  });

  it("comes folder by folder: with one role of its own, a site has no others", () => {
    const { told } = made(borrowing({ "roles/engineer.md": BASE["roles/engineer.md"] }));
    expect(told.join("\n")).toContain('"manager", which is no topic, role, format, context or level');
  });
});

describe("an empty folder of a site's own", () => {
  it("is as good as none: what is in it is all that a build looks at", () => {
    const root = folderOf(borrowing());
    const before = loadTemplates(root, engine);
    mkdirSync(join(root, "templates/roles"));
    writeFiles(root, { "templates/formats/.gitkeep": "" });
    const after = loadTemplates(root, engine);
    expect(after.guides).toEqual(before.guides);
    expect(after.problems).toEqual(before.problems);
    expect(after.guides.length).toBeGreaterThan(0);
  });
});
