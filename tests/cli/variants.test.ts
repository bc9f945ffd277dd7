import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { copyOfDropIn, DROP_IN } from "../support/drop-in.ts";
import { listTree, runCommand, temporaryFolder, writeFiles } from "../support/fixture.ts";

const FAULTY = join(ENGINE_ROOT, "tests/fixtures/faulty-pack");
const temporary = temporaryFolder();

/** The text of every template of a site, by path. */
const templates = (root: string): Map<string, string> =>
  new Map(
    listTree(join(root, "templates")).map((path) => [
      `templates/${path}`,
      readFileSync(join(root, "templates", path), "utf8"),
    ]),
  );

/** A site with a topic of its own, an entry for it in the matrix, and nothing else: what is not there, it borrows. */
function newcomersSite(entry: string | undefined): string {
  const root = temporaryFolder();
  const topic = readFileSync(join(DROP_IN, "templates/topics/behavioral-interviews.md"), "utf8");
  const guides = entry === undefined ? "[]" : `\n  - { topic: case-interviews, ${entry} }`;
  writeFiles(root, {
    "content/index.md": "",
    "templates/topics/case-interviews.md": topic.replace(/(?<=^---\n)([\s\S]*?\n---\n)[\s\S]*/, "$1"),
    "templates/matrix.yaml": `guides: ${guides}\n`,
  });
  return root;
}

const variants = (root: string, ...args: string[]) => runCommand("variants", [...args, "--root", root]);

describe("variants list", () => {
  it("shows every guide as a table, and warnings apart from it", async () => {
    const { code, stdout, stderr } = await variants(DROP_IN, "list");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^behavioral-interviews +ml-engineer +framework +\d+ +\d+ +0\.9\d .* ok +\/guides\/behavioral-interviews\/ml-engineer\/$/m,
    );
    expect(stdout).toMatch(/framework \/ high-signal-loops .* canonical /);
    expect(stdout).toMatch(/^8 guides; /m);
    expect(stderr).toContain("0 errors, 4 warnings");
  });

  it("gives the same as JSON, also where its options come first", async () => {
    const { code, stdout } = await runCommand("variants", ["--root", DROP_IN, "--json", "list"]);
    expect(code).toBe(0);
    const listed: unknown = JSON.parse(stdout);
    expect(listed).toHaveLength(8);
    expect(listed).toContainEqual(
      expect.objectContaining({
        url: "/guides/behavioral-interviews/ml-engineer/",
        role: "ml-engineer",
        status: "ok",
      }),
    );
  });

  it("exits with 1 and names every fault's line when the templates are at fault", async () => {
    const { code, stderr } = await variants(FAULTY, "list");
    expect(code).toBe(1);
    expect(stderr).toContain(
      'templates/blocks/behavioral-interviews+framework.md:12:15 error "a clear behavioral interview stories": an article before a plural (article-before-plural)',
    );
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe("variants preview", () => {
  it("prints the article that a guide becomes", async () => {
    const { code, stdout } = await variants(DROP_IN, "preview", "behavioral-interviews", "ml-engineer");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^---\nlayout: blog-post\.njk\n/);
    expect(stdout).toContain('title: "Behavioral Interviews for ML Engineers: Framework"\n');
    expect(stdout).toContain("\n## The coach's framework\n");
  });

  it("takes a format and a context", async () => {
    const { stdout } = await variants(
      DROP_IN,
      "preview",
      "behavioral-interviews",
      "ml-engineer",
      "checklist",
      "--context",
      "high-signal-loops",
    );
    expect(stdout).toContain(
      "permalink: /guides/behavioral-interviews/ml-engineer/checklist/high-signal-loops/\n",
    );
    const inDefault = await variants(
      DROP_IN,
      "preview",
      "behavioral-interviews",
      "ml-engineer",
      "--context",
      "high-signal-loops",
    );
    expect(inDefault.stdout).toContain(
      "permalink: /guides/behavioral-interviews/ml-engineer/framework/high-signal-loops/\n",
    );
  });

  it("prints a guide that has faults too, with the faults of its own files", async () => {
    const { code, stdout, stderr } = await variants(
      FAULTY,
      "preview",
      "behavioral-interviews",
      "tech-professional",
      "checklist",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("permalink: /guides/behavioral-interviews/tech-professional/checklist/\n");
    expect(stderr).toContain("(title-order)");
    expect(stderr).not.toContain("behavioral-interviews+framework.md");
  });
});

describe("variants explain and diff", () => {
  it("name the file behind each section", async () => {
    const { code, stdout } = await variants(
      DROP_IN,
      "explain",
      "/guides/behavioral-interviews/ml-engineer/framework/high-signal-loops/",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^coach-note +templates\/blocks\/context\/high-signal-loops\+ml-engineer\+framework\.md:7 +\d+ +role \+ format \+ context, nearer than topic \+ format$/m,
    );
  });

  it("show what is different between two guides", async () => {
    const { code, stdout } = await variants(
      DROP_IN,
      "diff",
      "behavioral-interviews",
      "behavioral-interviews/ml-engineer",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("- You have done the work; the round asks whether anyone can retell it.");
    expect(stdout).toContain("+ Models are easy to describe and hard to take credit for.");
    expect(stdout).toMatch(
      /## why: Why this matters\nthe same, from templates\/topics\/behavioral-interviews\.md:\d+/,
    );
  });
});

describe("variants report", () => {
  it("writes a page with a heat map", async () => {
    const output = join(temporary, "report.html");
    const { code, stdout } = await variants(DROP_IN, "report", "--output", output);
    expect(code).toBe(0);
    expect(stdout).toBe(`Wrote ${output}\n`);
    const { document } = parseHTML(readFileSync(output, "utf8"));
    expect(document.querySelectorAll("table.heat tbody tr")).toHaveLength(8);
    expect(document.querySelector("#coverage")).not.toBeNull();
  });

  it("gives its data as JSON", async () => {
    const { code, stdout } = await variants(DROP_IN, "report", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      guides: expect.any(Array),
      topics: [{ topic: "behavioral-interviews" }],
      worst: expect.any(Array),
      coverage: expect.any(Array),
    });
  });
});

describe("the file that variants report writes", () => {
  it("is not asked for together with JSON, which goes to stdout", async () => {
    const output = join(temporary, "report.json");
    const run = await variants(DROP_IN, "report", "--json", "--output", output);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("--json prints to stdout");
    expect(listTree(temporary)).not.toContain("report.json");
  });

  it("takes the place of an earlier report", async () => {
    const root = copyOfDropIn();
    const output = join(root, "report.html");
    expect((await variants(root, "report", "--output", output)).code).toBe(0);
    const first = readFileSync(output, "utf8");
    writeFileSync(output, first.replace("</main>", "<p>An older one</p></main>"));
    expect((await variants(root, "report", "--output", output)).code).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(first);
  });

  it.each([
    ["a file of the author's", "notes.html", "notes.html exists, and is no earlier report"],
    ["a folder", "drafts", "drafts exists, and is no earlier report"],
    ["a link to a file of the author's", "link.html", "link.html exists, and is no earlier report"],
    ["a new file among the articles", "content/report.html", "content/ is what the site is made from"],
    ["a new file behind a link to templates", "linked/report.html", "templates/ is what the site is made"],
  ])("is never %s", async (_what, output, message) => {
    const root = copyOfDropIn();
    writeFiles(root, { "notes.html": "<title>Mine</title>", "drafts/a.md": "mine" });
    symlinkSync("notes.html", join(root, "link.html"));
    symlinkSync("templates", join(root, "linked"));
    const before = listTree(root);
    const run = await variants(root, "report", "--output", join(root, output));
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(listTree(root)).toEqual(before);
    expect(readFileSync(join(root, "notes.html"), "utf8")).toBe("<title>Mine</title>");
  });

  it("replaces a link in the cache, and not what it leads to", async () => {
    const root = copyOfDropIn();
    writeFiles(root, { "notes.html": "mine", ".cache/.keep": "" });
    symlinkSync("../notes.html", join(root, ".cache/variants-report.html"));
    expect((await variants(root, "report")).code).toBe(0);
    expect(readFileSync(join(root, "notes.html"), "utf8")).toBe("mine");
    expect(readFileSync(join(root, ".cache/variants-report.html"), "utf8")).toContain("<h1>");
  });
});

describe("variants new-role and new-topic", () => {
  it("write a role and its blocks, which the next check asks to be filled in", async () => {
    const root = copyOfDropIn();
    const { code, stdout } = await variants(
      root,
      "new-role",
      "data-engineer",
      "--topic",
      "behavioral-interviews",
    );
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "Wrote templates/roles/data-engineer.md",
      "Wrote templates/blocks/behavioral-interviews/behavioral-interviews+data-engineer+framework.md",
      "Wrote templates/blocks/behavioral-interviews/behavioral-interviews+data-engineer+checklist.md",
    ]);
    const role = readFileSync(join(root, "templates/roles/data-engineer.md"), "utf8");
    expect(role).toContain("a:             # suggestion: a data engineer\n");
    const { code: listed, stderr } = await variants(root, "list");
    expect(listed).toBe(1);
    expect(stderr).toContain(
      'templates/roles/data-engineer.md:5:3 error "noun.singular" is missing (missing-field)',
    );
    expect(stderr).toContain('the section "opening" is empty (empty-section)');
  });

  it("write a topic", async () => {
    const root = copyOfDropIn();
    const { code } = await variants(root, "new-topic", "coding-interviews");
    expect(code).toBe(0);
    expect(readFileSync(join(root, "templates/topics/coding-interviews.md"), "utf8")).toContain(
      "one of checklist, framework",
    );
  });

  it("say what a matrix begins with where there is none yet", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "content/index.md": "" });
    const { stdout } = await variants(root, "new-topic", "case-interviews");
    expect(stdout).toContain(
      'list it for the base role in a new templates/matrix.yaml, which begins with "guides:",',
    );
    writeFiles(root, { "templates/matrix.yaml": "guides: []\n" });
    expect((await variants(root, "new-topic", "phone-screens")).stdout).toContain(
      "add it to templates/matrix.yaml for the base role,",
    );
  });

  it("name in a topic every format that the site could use, those in use or not", async () => {
    const root = copyOfDropIn();
    rmSync(join(root, "templates"), { recursive: true });
    await variants(root, "new-topic", "coding-interviews");
    const topic = () => readFileSync(join(root, "templates/topics/coding-interviews.md"), "utf8");
    expect(topic()).toContain("one of checklist, framework, question-bank");
    rmSync(join(root, "templates/topics/coding-interviews.md"));
    writeFiles(root, { "templates/formats/drill.md": "not read" });
    await variants(root, "new-topic", "coding-interviews");
    expect(topic()).toContain("one of drill");
  });

  it("leave files that exist as they are, and say so", async () => {
    const root = copyOfDropIn();
    const file = "templates/blocks/behavioral-interviews/behavioral-interviews+data-engineer+framework.md";
    writeFiles(root, { [file]: "mine" });
    const call = ["new-role", "data-engineer", "--topic", "behavioral-interviews"];
    const { code, stdout } = await variants(root, ...call);
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "Wrote templates/roles/data-engineer.md",
      "Wrote templates/blocks/behavioral-interviews/behavioral-interviews+data-engineer+checklist.md",
      `Left ${file} as it is`,
    ]);
    expect(readFileSync(join(root, file), "utf8")).toBe("mine");

    const written = templates(root);
    const again = await variants(root, ...call);
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain("Wrote");
    expect(templates(root)).toEqual(written);
  });

  it("give a role that exists what it lacks, for its topics in the matrix and in the format asked for", async () => {
    const root = copyOfDropIn();
    for (const format of ["framework", "checklist"])
      rmSync(join(root, `templates/blocks/${format}/behavioral-interviews+ml-engineer+${format}.md`));
    const before = templates(root);
    const target = (format: string) =>
      `templates/blocks/behavioral-interviews/behavioral-interviews+ml-engineer+${format}.md`;

    const one = await variants(root, "new-role", "ml-engineer", "--format", "checklist");
    expect(one.code).toBe(0);
    expect(one.stdout).toBe(
      `Wrote ${target("checklist")}\nLeft templates/roles/ml-engineer.md as it is\nFill in what was written, then run npm run check.\n`,
    );
    expect(readFileSync(join(root, target("checklist")), "utf8")).toContain("\n# coach-checklist\n");

    const rest = await variants(root, "new-role", "ml-engineer");
    expect(rest.stdout).toContain(`Wrote ${target("framework")}\n`);
    expect(rest.stdout).toContain(`Left ${target("checklist")} as it is`);
    const after = templates(root);
    const added = [...after.keys()].filter((file) => !before.has(file));
    expect(added.sort()).toEqual([target("checklist"), target("framework")]);
    for (const [file, text] of before) expect(after.get(file)).toBe(text);
  });

  it("say how to publish what was written: in the topic's entry, or in one of its own where a format is left out", async () => {
    const root = copyOfDropIn();
    const matrixOf = (site: string) => join(site, "templates/matrix.yaml");
    const text = readFileSync(matrixOf(root), "utf8").replaceAll(
      "roles: all",
      "roles: [tech-professional, ml-engineer]",
    );
    writeFileSync(matrixOf(root), text);
    const call = ["new-role", "data-engineer", "--topic", "behavioral-interviews"];
    const entry = (format: string) =>
      `publish it in templates/matrix.yaml with an entry of its own ({ topic: behavioral-interviews, roles: [data-engineer], formats: [${format}] })`;
    const one = await variants(root, ...call, "--format", "checklist");
    expect(one.stdout).toContain(
      `\nFill in what was written, ${entry("checklist")}, then run npm run check.\n`,
    );
    const all = await variants(root, ...call);
    expect(all.stdout).toContain(
      "\nFill in what was written, add data-engineer to the roles of behavioral-interviews in templates/matrix.yaml, then",
    );

    const published = copyOfDropIn();
    const role = readFileSync(join(published, "templates/roles/ml-engineer.md"), "utf8");
    const own = "  - { topic: behavioral-interviews, roles: [data-engineer], formats: [checklist] }\n";
    writeFileSync(matrixOf(published), `${text.trimEnd()}\n${own}`);
    writeFiles(published, {
      "templates/roles/data-engineer.md": role
        .replaceAll("ML", "Data")
        .replaceAll("ml-engineer", "data-engineer"),
    });
    const more = await variants(published, ...call, "--format", "framework");
    expect(more.stdout).toContain(entry("framework"));
    expect((await variants(published, ...call, "--format", "checklist")).stdout).not.toContain("matrix.yaml");
  });

  it("write the blocks of a role that the matrix names before there is a file of it, and say no more than is so", async () => {
    const root = newcomersSite("roles: [tech-professional, staff-nurse], formats: [checklist]");
    const call = ["new-role", "staff-nurse", "--topic", "case-interviews"];
    const block = "templates/blocks/case-interviews/case-interviews+staff-nurse+checklist.md";
    expect(await variants(root, ...call)).toMatchObject({
      code: 0,
      stdout: `Wrote templates/roles/staff-nurse.md
Wrote templates/roles/tech-professional.md: the program's, which your site uses
Wrote ${block}
Fill in what was written, then run npm run check.
`,
    });
    // The role's file has no values yet.
    expect((await variants(root, ...call)).stdout).toBe(
      `Left templates/roles/staff-nurse.md as it is
Left ${block} as it is
Every file is there: fill in what is missing, then run npm run check.
`,
    );
    rmSync(join(root, block));
    expect((await variants(root, ...call)).stdout).toContain(`Wrote ${block}\n`);
    expect((await variants(root, "new-role", "staff-nurse")).stdout).toBe(
      `Left templates/roles/staff-nurse.md as it is
Every file is there: fill in what is missing, write its blocks (new-role staff-nurse --topic ID names them), then run npm run check.
`,
    );
  });

  it("say so where blocks for all roles leave nothing to write", async () => {
    const root = newcomersSite("roles: [tech-professional], formats: [drill]");
    const drill = readFileSync(join(ENGINE_ROOT, "templates/formats/checklist.md"), "utf8");
    writeFiles(root, {
      "templates/formats/drill.md": drill.replace(
        /^sections:[\s\S]*?(?=^publish)/m,
        "sections: [{ id: opening }]\n",
      ),
      "templates/blocks/case-interviews.md":
        "---\nupdatedDateISO: 2026-02-02\n---\n\n# opening\n\nSpeak up.\n",
    });
    const { stdout } = await variants(root, "new-role", "tech-professional", "--topic", "case-interviews");
    expect(stdout).toBe(`Left templates/roles/tech-professional.md as it is: it comes with the program
Nothing to write for case-interviews as drill: blocks for all roles fill it
Run npm run check.
`);
  });

  it.each([
    [
      "roles: [staff-nurse], formats: [checklst]",
      2,
      'there is no format "checklst". Did you mean "checklist"?',
    ],
    ["roles: [staff-nurse], formats: 5", 1, "templates/matrix.yaml:2:"],
    [
      "roles: [staff-nurse], formats: [checklist], levels: [senior]",
      2,
      "templates/matrix.yaml says in which",
    ],
    [
      undefined,
      2,
      "has no entry for it. Add one to its guides, such as { topic: case-interviews, roles: [tech-professional, staff-nurse], formats: [framework] }",
    ],
  ])("write nothing for a topic whose formats the matrix does not say: %s", async (entry, code, message) => {
    const root = newcomersSite(entry);
    const before = templates(root);
    const run = await variants(root, "new-role", "staff-nurse", "--topic", "case-interviews");
    expect(run).toMatchObject({ code, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(templates(root)).toEqual(before);
  });

  it("write nothing when one of the files cannot be written", async () => {
    const root = copyOfDropIn();
    writeFiles(root, { "templates/blocks/behavioral-interviews": "a file where a folder belongs" });
    const before = listTree(root);
    const run = await variants(root, "new-role", "data-engineer", "--topic", "behavioral-interviews");
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(
      /^templates\/blocks\/behavioral-interviews\/behavioral-interviews\+data-engineer\+framework\.md cannot be written: E.*\n$/,
    );
    expect(listTree(root)).toEqual(before);
  });

  it("name the sections that a role's block file is without, and leave it as it is", async () => {
    const root = copyOfDropIn();
    const file = "templates/blocks/framework/behavioral-interviews+ml-engineer+framework.md";
    const text = readFileSync(join(root, file), "utf8");
    const cut = text.replace(/\n# opening\n[\s\S]*?(?=\n# )/, "");
    expect(cut).not.toBe(text);
    writeFileSync(join(root, file), cut);
    const { code, stdout } = await variants(root, "new-role", "ml-engineer", "--format", "framework");
    expect(code).toBe(0);
    expect(stdout).toContain(`Left ${file} as it is; not written in it: opening\n`);
    expect(readFileSync(join(root, file), "utf8")).toBe(cut);
  });

  it("keep the program's roles in use on a site that has had none of its own", async () => {
    const root = copyOfDropIn();
    rmSync(join(root, "templates/roles"), { recursive: true });
    const matrix = join(root, "templates/matrix.yaml");
    const named = readFileSync(matrix, "utf8").replaceAll(
      "roles: all",
      "roles: [tech-professional, ml-engineer]",
    );
    writeFileSync(matrix, named);
    const { stdout: listed } = await variants(root, "list");
    expect(listed).toMatch(/^8 guides; /m);
    const { stdout } = await variants(root, "new-role", "data-engineer");
    expect(stdout).toContain(
      `Wrote templates/roles/data-engineer.md
Wrote templates/roles/ml-engineer.md: the program's, which your site uses
Wrote templates/roles/tech-professional.md: the program's, which your site uses
`,
    );
    const { stdout: after, stderr } = await variants(root, "list");
    expect(after).toMatch(/^8 guides; /m);
    expect(stderr).not.toContain("unknown-id");
  });

  it("write no role that comes with the program, be it used so far or not", async () => {
    const root = copyOfDropIn();
    rmSync(join(root, "templates/roles"), { recursive: true });
    rmSync(join(root, "templates/blocks"), { recursive: true });
    const { stdout } = await variants(root, "new-role", "sre", "--topic", "behavioral-interviews");
    expect(stdout).toContain("behavioral-interviews+sre+framework.md");
    expect(stdout).not.toContain("Wrote templates/roles/");
  });

  it("write blocks in the formats that a site leaves to the program", async () => {
    const root = copyOfDropIn();
    rmSync(join(root, "templates/formats"), { recursive: true });
    const { stdout } = await variants(root, "new-role", "sre", "--topic", "behavioral-interviews");
    expect(stdout).toContain("behavioral-interviews+sre+checklist.md");
  });
});

describe("a guide that its templates' faults keep from being made", () => {
  it("is told of by those faults; one that is not meant, by its name", async () => {
    const root = copyOfDropIn();
    const role = "templates/roles/ml-engineer.md";
    writeFileSync(join(root, role), "---\nnoun: [\n---\n");
    const { code, stderr } = await variants(root, "explain", "behavioral-interviews/ml-engineer");
    expect(code).toBe(1);
    expect(stderr).toContain(`${role}:`);
    expect(stderr).not.toContain("there is no guide");
    const typo = await variants(root, "explain", "behavioral-interviews/tech-profesional");
    expect(typo.code).toBe(2);
    expect(typo.stderr).toContain("Did you mean /guides/behavioral-interviews/");
  });
});

describe("a call that cannot be carried out", () => {
  it.each([
    [["lst"], 'Did you mean "list"?'],
    [["--json", "lst"], 'Did you mean "list"?'],
    [["--format", "checklist", "new-role", "x"], "--format needs a --topic"],
    [[], "the command is missing"],
    [["explain"], "name one guide"],
    [
      ["explain", "behavioral-interviews/ml-enginer"],
      "Did you mean /guides/behavioral-interviews/ml-engineer/?",
    ],
    [["preview", "behavioral-interviews", "sre"], "there is no guide"],
    [["preview", "behavioral-interviews", "--context", "x"], "--context and --level need a topic and a role"],
    [
      ["preview", "behavioral-interviews", "ml-engineer", "note"],
      "Did you mean /guides/behavioral-interviews/ml-engineer/",
    ],
    [["list", "--jsn"], "Did you mean --json?"],
    [["new-role", "Data Engineer"], "cannot be an id"],
    [["new-role", "x", "--topic", "behavioural-interviews"], 'Did you mean "behavioral-interviews"?'],
    [
      ["new-role", "x", "--topic", "behavioral-interviews", "--format", "checklst"],
      'Did you mean "checklist"?',
    ],
    [["new-role", "x", "--format", "checklist"], "--format needs a --topic"],
    [["new-topic", "../x"], "cannot be an id"],
    [["new-role", "aux"], '"aux" cannot be an id: an address with it holds a name that Windows reserves'],
    [["new-topic", "con"], '"con" cannot be an id: an address with it holds a name that Windows reserves'],
    [["new-role", "shared"], '"shared" has a meaning of its own'],
    [["new-topic", "all"], '"all" has a meaning of its own'],
    [["new-role", "x".repeat(200)], "it is longer than 60 characters"],
    [["new-role", "senior"], '"senior" is the id of a level, and ids are unique over all templates'],
    [["new-role", "checklist"], '"checklist" is the id of a format'],
    [["new-role", "behavioral-interviews"], '"behavioral-interviews" is the id of a topic'],
    [["new-topic", "ml-engineer"], '"ml-engineer" is the id of a role'],
    [["list", "x"], 'unexpected argument "x"'],
    [["report", "--output", ""], "--output is empty"],
    [["report", "page.html"], "did you mean --output page.html?"],
  ])("%j exits with 2 and says what to do", async (args, message) => {
    const { code, stdout, stderr } = await runCommand(
      "variants",
      args.length === 0 ? [] : [...args, "--root", DROP_IN],
    );
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it("shows its usage with --help", async () => {
    const { code, stdout } = await runCommand("variants", ["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("new-role ID");
  });

  it("names the line of a template that cannot be read", async () => {
    const root = copyOfDropIn();
    writeFileSync(join(root, "templates/roles/ml-engineer.md"), "---\nnoun: [\n---\n");
    const { code, stderr } = await variants(root, "explain", "behavioral-interviews");
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(code).toBe(0);
    expect((await variants(root, "list")).stderr).toMatch(
      /^templates\/roles\/ml-engineer\.md:\d+:\d+ error .*\(front-matter-yaml\)$/m,
    );
  });
});
