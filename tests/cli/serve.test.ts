import { existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSite, post, runCommand, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { PATIENCE_MS } from "../support/patience.ts";
import { type Preview, startPreview } from "../support/preview.ts";

const lesson = (title: string, text: string, fields: Record<string, unknown> = {}) =>
  post(
    { title, description: `${title}: a description that is long enough for a list of results.`, ...fields },
    text,
  );
const folder = temporaryFolder();
const site = createSite(join(folder, "site"), {
  "content/blog/first.md": lesson("First lesson", "The first text.\n"),
  "content/blog/second.md": lesson("Second lesson", "The second text.\n"),
  "content/blog/own.md": lesson("Own lesson", "In a layout of its own.\n", { layout: "own.njk" }),
  "_includes/own.njk": "<h1>{{ title }}</h1>{{ content | safe }}",
  "content/blog/draft.md": lesson("A draft", "Nobody else may see this.\n", { draft: true }),
});

let preview: Preview;
const start = async (root: string) => {
  preview = await startPreview(root);
};
const page = async (path: string) => (await preview.ask(path)).body;
const eventually = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: PATIENCE_MS, interval: 25 });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Returns once what was noticed is built: for a second, nothing more is. */
const quiet = async () => {
  const look = () => `${preview.printed.length} ${preview.isBuilding()}`;
  for (let before = ""; before !== look() || preview.isBuilding(); ) {
    before = look();
    await pause(1_000);
  }
};

let edits = 0;
/**
 * Edits an article until its page shows the edit while the list of all articles does not yet: the site first has to be in
 * the memory of the process that previews. Returns once the list has it, too.
 */
async function editAhead(name: string, fields: Record<string, unknown> = {}): Promise<void> {
  await eventually(async () => {
    edits += 1;
    const title = `${name} ${edits}`;
    site.write({ [`content/blog/${name}.md`]: lesson(title, `Edit ${edits}.\n`, fields) });
    await eventually(async () => expect(await page(`/blog/${name}/`)).toContain(`Edit ${edits}.`));
    const listThen = await page("/blog/");
    await eventually(async () => expect(await page("/blog/")).toContain(title));
    expect(await page(`/blog/${name}/`)).toContain(`Edit ${edits}.`);
    expect(listThen).not.toContain(title);
  });
}

describe("npm start", () => {
  beforeAll(() => start(site.root));
  afterAll(() => preview.stop());

  it("shows drafts, and leaves _site alone", async () => {
    expect(await page("/blog/draft/")).toContain("Nobody else may see this.");
    expect(existsSync(join(site.root, "_site"))).toBe(false);
  });

  it("shows an edited article before the build that follows, which brings the lists", async () => {
    await editAhead("first");
  });

  it("shows an edit in a layout of the site's own, and an edit of that layout", async () => {
    await editAhead("own", { layout: "own.njk" });
    expect(await page("/blog/own/")).toMatch(/^<h1>own \d+<\/h1>/);
    site.write({ "_includes/own.njk": "<h1>Now: {{ title }}</h1>{{ content | safe }}" });
    await eventually(async () => expect(await page("/blog/own/")).toMatch(/^<h1>Now: own \d+<\/h1>/));
    await editAhead("own", { layout: "own.njk" });
    expect(await page("/blog/own/")).toMatch(/^<h1>Now: own \d+<\/h1>/);
  });

  it("keeps serving what it has while an article has an error, and says where", async () => {
    const text = readFileSync(join(site.root, "content/blog/second.md"), "utf8");
    site.write({ "content/blog/second.md": text.replace("title:", "titel:") });
    await eventually(() => {
      expect(preview.printed).toContain("content/blog/second.md");
      expect(preview.printed).toContain("Not built: correct the errors above, and save.");
    });
    expect(await page("/blog/second/")).toContain("The second text.");
    site.write({ "content/blog/second.md": text.replace("The second text.", "Put right.") });
    await eventually(async () => expect(await page("/blog/second/")).toContain("Put right."));
  });

  it("takes in new articles and forgets deleted ones", async () => {
    site.write({ "content/blog/third.md": lesson("Third lesson", "The third text.\n") });
    await eventually(async () => expect(await page("/blog/third/")).toContain("The third text."));
    rmSync(join(site.root, "content/blog/third.md"));
    await eventually(async () => expect((await preview.ask("/blog/third/")).status).toBe(404));
  });

  it.each([
    "/%E0%A4%A",
    "/%",
    "//",
    "/..%2f..%2f..%2fserve.test.ts",
    "/%2e%2e%2f%2e%2e%2fcontent/blog/first.md",
  ])("refuses the address %s, and lives on", async (path) => {
    expect((await preview.ask(path)).status).toBe(400);
    expect((await preview.ask("/")).status).toBe(200);
  });

  it("builds the site again when .cache is deleted, as soon as a page is asked for", async () => {
    await quiet();
    rmSync(join(site.root, ".cache"), { recursive: true });
    expect((await preview.ask("/blog/first/")).status).toBe(404);
    await eventually(async () => expect((await preview.ask("/blog/first/")).status).toBe(200));
  });

  it("listens on this machine alone", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of others) await expect(preview.ask("/", { host: address })).rejects.toThrow();
  });
});

describe("what appears in a site, or goes, while it is served", () => {
  const later = createSite(join(folder, "later (1)"), {
    "content/blog/first.md": lesson("First lesson", "The first text.\n"),
  });
  const told = (text: string) => eventually(() => expect(preview.printed).toContain(text)).then(quiet);
  const built = async (change: () => void) => {
    preview.printed = "";
    change();
    await told("Built ");
  };
  const shown = async (path: string, text: string) => {
    await eventually(async () => expect(await page(path)).toContain(text));
    await quiet();
  };
  const first = (text: string) => shown("/blog/first/", text);
  /** Saves as many editors do: a new file takes the old one's place. */
  const edit = async (text: string, fields = {}) => {
    later.write({ "first.md~": lesson("First lesson", `${text}\n`, fields) });
    renameSync(join(later.root, "first.md~"), join(later.root, "content/blog/first.md"));
    await first(text);
  };
  const data = (title: string) => ({
    "_data/site.json": JSON.stringify({ title, description: "A site.", url: "https://example.com" }),
  });

  beforeAll(() => start(later.root));
  afterAll(() => preview.stop());
  beforeEach(quiet);

  it("takes in a _data folder, edits in it, and that it is gone", async () => {
    later.write(data("Data that came later"));
    await shown("/", "Data that came later");
    later.write(data("Data that was edited"));
    await shown("/", "Data that was edited");
    rmSync(join(later.root, "_data"), { recursive: true });
    await shown("/", "Rolewise");
  });

  it("takes in an _includes folder, and edits in it", async () => {
    later.write({ "_includes/own.njk": "<p>Layout that came later</p>{{ content | safe }}" });
    await edit("In it.", { layout: "own.njk" });
    await first("Layout that came later");
    later.write({ "_includes/own.njk": "<p>Layout that was edited</p>" });
    await first("Layout that was edited");
    await edit("Back to the site's layout.");
  });

  it("takes in a templates folder, edits in it, and that it is gone", async () => {
    later.write({ "templates/matrix.yaml": "came-later: true\n" });
    await told("came-later");
    later.write({ "templates/matrix.yaml": "was-edited: true\n" });
    await told("was-edited");
    await built(() => rmSync(join(later.root, "templates"), { recursive: true }));
  });

  it("says that there is no content while it is away, and sees edits once it is back", async () => {
    const [here, away] = [join(later.root, "content"), join(later.root, "away")];
    preview.printed = "";
    renameSync(here, away);
    await told("there is no content folder");
    expect(preview.printed.split("there is no content folder")).toHaveLength(2);
    await built(() => renameSync(away, here));
    await edit("Edited once it was back.");
  });

  it.each(["blog/first.md", "first.md"])("sees edits in a replaced folder of %s", async (inside) => {
    const [other, away] = [join(later.root, "other"), join(later.root, "away")];
    const replaced = join(later.root, "content/blog/first.md").slice(0, -inside.length - 1);
    writeFiles(other, { [inside]: lesson("First lesson", `Another ${inside}.\n`) });
    rmSync(away, { recursive: true, force: true });
    renameSync(replaced, away);
    renameSync(other, replaced);
    await first(`Another ${inside}.`);
    await edit(`Edited in another ${inside}.`);
  });

  it("sees an article that is replaced by one of the same time, as an archive or a copy brings it", async () => {
    const [here, other] = [join(later.root, "content/blog/first.md"), join(later.root, "other.md")];
    const time = 1_700_000_000;
    await built(() => utimesSync(here, time, time));
    writeFileSync(other, lesson("First lesson", "Of the same time.\n"));
    utimesSync(other, time + 1, time);
    renameSync(other, here);
    await first("Of the same time.");
    await edit("Edited after it.");
  });

  it("sees an edit in a partial whose name begins with a dot", async () => {
    const note = (text: string) => ({ "_includes/.note.njk": text });
    await built(() =>
      later.write({
        ...note("One."),
        "_includes/noted.njk": "{% include '.note.njk' %}{{ content | safe }}",
      }),
    );
    await edit("With a note.", { layout: "noted.njk" });
    later.write(note("Two."));
    await first("Two.");
    await edit("Without it.");
    await built(() => rmSync(join(later.root, "_includes"), { recursive: true }));
  });

  it("builds when package.json or a list of ignored files changes", async () => {
    for (const name of ["package.json", ".eleventyignore", "content/.eleventyignore"]) {
      for (const text of ["{}", "{} "]) await built(() => later.write({ [name]: text }));
    }
  });

  it("does not build for anything else, its own output least of all", async () => {
    const before = preview.printed;
    for (const name of ["node_modules/a/b.js", ".git/index", ".cache/x", "src/x.ts", "content/.git/index"])
      later.write({ [name]: "x" });
    later.write({ "notes.md": "x", "_site/index.html": "x", "others/content/a.md": "x" });
    await pause(1_000);
    await quiet();
    expect(preview.printed).toBe(before);
  });
});

describe("npm start that cannot listen", () => {
  const taken = createServer();
  // It may be taken already.
  beforeAll(
    () =>
      new Promise<void>((resolve) =>
        taken.once("error", () => resolve()).listen(65_535, "localhost", resolve),
      ),
  );
  afterAll(() => taken.close());

  it.each([
    [
      ["--host", "203.0.113.7"],
      /^the site cannot be served there: .*203\.0\.113\.7.*; choose an address of this machine with --host/m,
    ],
    [
      ["--host", "nobody.invalid"],
      /^the site cannot be served there: .*nobody\.invalid; choose an address of this machine with --host/m,
    ],
    [
      ["--port", "65535"],
      /^every port from 65535 to 65535 is taken: free one, or choose another with --port$/m,
    ],
  ])("ends and says what to do: %j", async (args, message) => {
    const { code, stderr } = await runCommand("serve", ["--root", site.root, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("a call of npm start that cannot be meant", () => {
  it.each([
    [["site"], 'unexpected argument "site"'],
    [["--port", "x"], "--port x is not a port"],
    [["--port", ""], "--port  is not a port"],
    [["--host", ""], "--host is empty: name the address to listen at"],
    [["--prt", "80"], "unknown option --prt. Did you mean --port?"],
  ])("%j is refused", async (args, message) => {
    const { code, stderr } = await runCommand("serve", args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
