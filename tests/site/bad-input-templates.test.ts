import { describe, expect, it } from "vitest";
import { badInput, one, told } from "../support/bad-input.ts";
import { BASE } from "../unit/variants/packs.ts";

const { build, code } = badInput();

/** A file of the sound pack, below templates/. */
const base = (path: string): string => {
  const text = BASE[path];
  if (text === undefined) throw new Error(`the pack has no ${path}`);
  return text;
};
const manager = base("roles/manager.md");
const topic = base("topics/design-interviews.md");
const format = base("formats/framework.md");
const withField = (yaml: string) => manager.replace("---\n", `---\n${yaml}\n`);
const named = (form: string, value: string) =>
  manager.replace(new RegExp(`${form}: .*`), `${form}: ${value}`);

type Files = Record<string, string | Buffer>;

/** A site with the sound pack, of which some files are replaced. */
function files(replaced: Files = {}, site: Record<string, unknown> = {}): Files {
  return {
    "content/blog/good.md": one("good"),
    "_data/categories.json": '[{"name": "Design Interviews"}, {"name": "System Design"}]',
    "_data/site.json": JSON.stringify({
      title: "Coach",
      description: "Interview preparation by a coach.",
      url: "https://coach.example",
      uniqueness: { warn: 1, limit: 1, minRoleWords: 0 },
      ...site,
    }),
    ...Object.fromEntries(
      Object.entries({ ...BASE, ...replaced }).map(([path, text]) => [`templates/${path}`, text]),
    ),
  };
}

/** Each replaces files of the sound pack, and is told of so, without `templates/`; nothing else is told. */
type Cases = Record<string, [replaced: Files, ...told: string[]]>;

let count = 0;
async function expectRefused([replaced, ...expected]: Cases[string] = [{}]): Promise<void> {
  count += 1;
  const { run } = await build(`refused-${count}`, files(replaced));
  expect(told(run).map((line) => line.replace(/^templates\//, ""))).toEqual(expected);
  expect(run.code).toBe(1);
}

const bomb = Array.from(
  { length: 12 },
  (_, i) => `k${i}: &k${i} [${Array(12).fill(i ? `*k${i - 1}` : "x")}]`,
).join("\n");
const role = (text: string | Buffer): Files => ({ "roles/manager.md": text });
const matrix = (text: string): Files => ({ "matrix.yaml": text });
const TOO_LARGE = "holds too many or too deeply nested values (front-matter-size)";
const noun =
  "must be one of count, plural and mass, with the forms of a noun phrase beside it (template-field)";
const asText = "must be text; put quotes around it (template-field)";
const asDay = "must be a day written as YYYY-MM-DD (template-field)";

describe("a hostile front matter of a template", () => {
  const cases: Cases = {
    "a field twice": [
      role(withField("vocabulary: [x]")),
      "roles/manager.md:12:1 the front matter is not valid YAML: duplicated mapping key (front-matter-yaml)",
    ],
    "another language": [
      role(`---js\n${code}\n---\n`),
      'roles/manager.md:1:1 front matter written as "js" is refused: only YAML is read, for other languages can run code (front-matter-language)',
    ],
    "a prototype": [
      role(withField("__proto__: {base: true}")),
      'roles/manager.md:2:1 "__proto__" is not a field here (unknown-field)',
    ],
    "a constructor": [
      role(withField("constructor: {prototype: {base: true}}")),
      'roles/manager.md:2:1 "constructor" is not a field here (unknown-field)',
    ],
    "a prototype further in": [
      role(manager.replace("  number: count\n", "  number: count\n  __proto__: {short: x}\n")),
      'roles/manager.md:4:3 "noun.__proto__" is not a field here (unknown-field)',
    ],
    "aliases that multiply": [role(withField(bomb)), `roles/manager.md:2:1 the front matter ${TOO_LARGE}`],
    "5,000 lists in each other": [
      role(withField(`a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`)),
      `roles/manager.md:2:1 the front matter ${TOO_LARGE}`,
    ],
    "a NUL": [
      role(manager.replace("Manager", "Man\0ager")),
      "roles/manager.md:7:13 a hidden character, U+0000 (hidden-character)",
    ],
    "a bidirectional override that YAML writes": [
      role(named("title", '"Man\\u202eager"')),
      'roles/manager.md:7:3 "noun.title" holds a hidden character (template-field)',
    ],
    "half a character": [
      role(Buffer.concat([Buffer.from(manager), Buffer.from([0xe2, 0x82])])),
      "roles/manager.md:14:1 the file is not valid UTF-8 (encoding)",
    ],
    "UTF-16": [role(Buffer.from(manager, "utf16le")), "roles/manager.md:1:1 the file is UTF-16 (encoding)"],
    "a title of a megabyte": [
      role(named("title", "a".repeat(1_000_000))),
      'roles/manager.md:7:3 "noun.title" is longer than 1,000 characters (template-field)',
    ],
    "no end": [
      role(manager.replace(/---\n$/, "")),
      "roles/manager.md:1:1 the front matter is not closed (front-matter-unclosed)",
    ],
    "every field of a role ill-typed": [
      role(
        "---\nnoun: 1\npartners: {}\nproof: []\nvocabulary: x\nbase: 0\nabbreviation: 1\npublishDateISO: 1\nupdatedDateISO: []\n---\n",
      ),
      `roles/manager.md:2:1 "noun" ${noun}`,
      'roles/manager.md:3:1 "partners" must be a list of texts (template-field)',
      'roles/manager.md:4:1 "proof" must have the fields past and gerund (template-field)',
      'roles/manager.md:5:1 "vocabulary" must be a list of texts (template-field)',
      'roles/manager.md:6:1 "base" must be true or false (template-field)',
      'roles/manager.md:7:1 "abbreviation" must have the fields short and long (template-field)',
      `roles/manager.md:8:1 "publishDateISO" ${asDay}`,
      `roles/manager.md:9:1 "updatedDateISO" ${asDay}`,
    ],
    "every field of a topic ill-typed": [
      {
        "topics/design-interviews.md":
          "---\nnoun: []\nartifact: 1\ncategories: {}\ndefaultFormat: []\ncallToAction: 1\ntagline: {}\nabbreviation: x\nauthor: []\nfeaturedImage: 1\npublishDateISO: {}\n---\n",
      },
      `topics/design-interviews.md:2:1 "noun" ${noun}`,
      `topics/design-interviews.md:3:1 "artifact" ${noun}`,
      'topics/design-interviews.md:4:1 "categories" must be a list of texts (template-field)',
      `topics/design-interviews.md:5:1 "defaultFormat" ${asText}`,
      'topics/design-interviews.md:6:1 "callToAction" must have the fields text and url (template-field)',
      `topics/design-interviews.md:7:1 "tagline" ${asText}`,
      'topics/design-interviews.md:8:1 "abbreviation" must have the fields short and long (template-field)',
      `topics/design-interviews.md:9:1 "author" ${asText}`,
      `topics/design-interviews.md:10:1 "featuredImage" ${asText}`,
      `topics/design-interviews.md:11:1 "publishDateISO" ${asDay}`,
    ],
    "every field of a format ill-typed": [
      {
        "formats/framework.md":
          "---\nnoun: []\ntitlePattern: 1\ndescriptionPattern: {}\nimageAltPattern: []\nsections: 1\npublishDateISO: {}\n---\n",
      },
      `formats/framework.md:2:1 "noun" ${noun}`,
      `formats/framework.md:3:1 "titlePattern" ${asText}`,
      `formats/framework.md:4:1 "descriptionPattern" ${asText}`,
      `formats/framework.md:5:1 "imageAltPattern" ${asText}`,
      'formats/framework.md:6:1 "sections" must be the list of sections (template-field)',
      `formats/framework.md:7:1 "publishDateISO" ${asDay}`,
    ],
    "sections that are none": [
      {
        "formats/framework.md": format.replace(
          /sections:[\s\S]*?publish/,
          "sections: [1, {id: []}, null, {id: a, kind: 1}]\npublish",
        ),
      },
      'formats/framework.md:12:12 "sections.1" must have the field id, and a heading unless it is the first (template-field)',
      `formats/framework.md:12:16 "sections.2.id" ${asText}`,
      'formats/framework.md:12:25 "sections.3" must have the field id, and a heading unless it is the first (template-field)',
      'formats/framework.md:12:39 "sections.4.kind" must be one of checklist, faq, example (template-field)',
    ],
    "slots, HTML and links that a reader would see": [
      {
        "topics/design-interviews.md": topic
          .replace("text: Practice once", 'text: "[Practice](/once/)"')
          .replace("tagline: Say", "tagline: <b>{topic.tagline}</b> Say"),
      },
      'topics/design-interviews.md:17:16 "callToAction.text" holds a link: put it into the text of a block (template-field)',
      'topics/design-interviews.md:18:1 "tagline" holds raw HTML: write it as plain text (template-field)',
    ],
    "links and pictures that lead out": [
      {
        "topics/design-interviews.md": topic
          .replace("/interview-prep/", "javascript:alert(1)")
          .replace("tagline:", "featuredImage: /assets/../../secret.png\ntagline:"),
      },
      'topics/design-interviews.md:17:37 "callToAction.url" must be a path such as /about/ or a web address such as https://www.example.com, without spaces (template-field)',
      'topics/design-interviews.md:18:1 "featuredImage" must be a path within the site that starts with "/", without "." or ".." as a part (template-field)',
    ],
  };
  it.each(Object.keys(cases))("is refused, and nothing else is blamed for it: %s", async (name) => {
    await expectRefused(cases[name]);
  });
});

describe("a hostile matrix", () => {
  const sound = base("matrix.yaml");
  const missing =
    'matrix.yaml:1:1 "guides" is missing: list {topic: ..., roles: all, formats: [...]} (missing-field)';
  const ids = (name: string) => Array.from({ length: 320 }, (_, index) => `${name}-${index}`);
  const asked = (roles: string) => sound.replace("all", roles);
  const cases: Cases = {
    "roles without a file": [
      { ...matrix(asked("[engineer, ghost, manger, manager]")) },
      'matrix.yaml:3:23 "ghost" is no role (unknown-id)',
      'matrix.yaml:3:30 "manger" is no role (unknown-id)',
    ],
    "a role twice": [
      matrix(asked("[engineer, manager, manager]")),
      "matrix.yaml:2:5 the guide design-interviews/manager/framework is asked for twice (guide-twice)",
    ],
    "a role that is a path": [
      matrix(asked('[engineer, manager, "../../x"]')),
      'matrix.yaml:3:32 "guides.1.roles.3" must be an id: lower-case letters, digits and hyphens (template-field)',
    ],
    "nothing at all": [matrix(""), missing],
    "no list": [matrix("guides:\n"), missing],
    "another list": [matrix("- a\n"), "matrix.yaml:1:1 the file is not a list of fields (front-matter-yaml)"],
    "fields of the wrong types": [
      matrix("guides: [1, null, {topic: [], roles: {}, formats: 1}]\nmore: 1\n"),
      'matrix.yaml:1:10 "guides.1" must have the fields topic, roles and formats (template-field)',
      'matrix.yaml:1:13 "guides.2" must have the fields topic, roles and formats (template-field)',
      `matrix.yaml:1:20 "guides.3.topic" ${asText}`,
      'matrix.yaml:1:31 "guides.3.roles" must be a list of role ids, or "all" (template-field)',
      'matrix.yaml:1:42 "guides.3.formats" must be a list of ids (template-field)',
      'matrix.yaml:2:1 "more" is not a field here (unknown-field)',
    ],
    "a prototype": [
      matrix(`${sound}__proto__: {guides: []}\n`),
      'matrix.yaml:5:1 "__proto__" is not a field here (unknown-field)',
    ],
    "aliases that multiply": [matrix(bomb), `matrix.yaml:1:1 the file ${TOO_LARGE}`],
    "100,000 guides of a topic": [
      {
        ...Object.fromEntries(ids("role").map((id) => [`roles/${id}.md`, manager])),
        ...Object.fromEntries(ids("format").map((id) => [`formats/${id}.md`, format])),
        ...matrix(sound.replace("[framework]", `[framework, ${ids("format").join(", ")}]`)),
      },
      "matrix.yaml:2:5 the topic design-interviews has 103,362 guides with this entry (322 roles x 321 formats), and may have 3,000 (matrix-size)",
    ],
    "its list twice": [
      matrix(sound + sound),
      "matrix.yaml:5:1 the file is not valid YAML: duplicated mapping key (front-matter-yaml)",
    ],
    "a second document": [
      matrix(`${sound}---\nguides: []\n`),
      "matrix.yaml:5:1 a line of three hyphens would end the file early (front-matter-yaml)",
    ],
    "a file in another encoding": [
      { "matrix.yaml": Buffer.from(sound, "utf16le") },
      "matrix.yaml:1:1 the file is UTF-16 (encoding)",
    ],
  };
  it.each(Object.keys(cases))("is refused: %s", async (name) => {
    await expectRefused(cases[name]);
  });

  it("that is empty publishes no guide, and says so", async () => {
    const { run, site } = await build("empty", files(matrix("guides: []\n")));
    expect(run.code).toBe(0);
    expect(told(run)).toEqual([
      "templates/matrix.yaml:1:1 the matrix is empty, so no guide is published (empty-matrix)",
    ]);
    expect(site.files().filter((file) => /^guides\/.+\//.test(file))).toEqual([]);
  });
});

describe("a role", () => {
  const cases: Cases = {
    "whose name is another's but for case": [
      { "roles/Manager.md": manager },
      'roles/Manager.md:1:1 "Manager" cannot be an id (template-id)',
    ],
    "whose name is another's but for a folder": [
      { "roles/more/manager.md": manager },
      'roles/more/manager.md:1:1 "more/manager" cannot be an id (template-id)',
    ],
    "whose name no address can hold": [
      { "roles/aux.md": manager, [`roles/${"a".repeat(130)}.md`]: manager },
      `roles/${"a".repeat(130)}.md:1:1 "${"a".repeat(80)}" cannot be an id: an address with it has a part longer than 120 bytes (template-id)`,
      'roles/aux.md:1:1 "aux" cannot be an id: an address with it holds a name that Windows reserves (template-id)',
    ],
    "whose name is that of a level": [
      { "levels/manager.md": "---\nname: manager\norder: 1\nupdatedDateISO: 2026-02-02\n---\n" },
      'roles/manager.md:1:1 the role "manager" has the id of a level (template-id)',
    ],
    "whose titles are another's": [
      {
        "roles/boss.md": manager,
        "blocks/design-interviews+boss+framework.md":
          "---\nupdatedDateISO: 2026-02-04\n---\n\n# opening\n\nMoney talks first.\n\n# steps\n\n1. Ask for the budget.\n2. Sign the plan.\n",
      },
      'formats/framework.md:9:1 /guides/design-interviews/boss/ has the same title, "Design Interviews for Managers: Framework", for /guides/design-interviews/manager/ (duplicate-title)',
      'formats/framework.md:10:1 /guides/design-interviews/boss/ has the same description, "How managers prepare for design interviews, from the first box on the board to t", for /guides/design-interviews/manager/ (duplicate-title)',
    ],
    "with HTML in its names": [
      role(named("titlePlural", '"<script>alert(1)</script>s"').replace("a: a manager", "a: a <b>boss</b>")),
      'roles/manager.md:6:3 "noun.a" holds raw HTML: write it as plain text (template-field)',
      'roles/manager.md:8:3 "noun.titlePlural" holds raw HTML: write it as plain text (template-field)',
    ],
    "with a slot in its name": [
      role(named("titlePlural", '"{role.plural}"')),
      'roles/manager.md:8:3 "noun.titlePlural" holds a brace: a slot is not filled in here (template-field)',
    ],
    "with HTML in what it worked on": [
      role(named("partners", '["</script><img src=x onerror=alert(1)>"]')),
      'roles/manager.md:9:12 "partners.1" holds raw HTML: write it as plain text (template-field)',
    ],
    "with HTML in its text": [
      role(`${manager}\n# why\n\nSay <img src=x onerror=alert(1)> once.\n`),
      'roles/manager.md:17:5 raw HTML, "<img src=x onerror=alert(1)>" (html-in-block)',
    ],
    "with headings in its text": [
      role(`${manager}\n# why\n\nSay it.\n\nOnce\n====\n\n- # Twice\n`),
      "roles/manager.md:20:1 a line that makes the text above it a heading (heading-in-block)",
      "roles/manager.md:22:3 a heading inside a block (heading-in-block)",
    ],
    "with links that could run code": [
      role(`${manager}\n# why\n\nSay [it once](javascript:alert(1)).\n`),
      'roles/manager.md:17:15 the link "javascript:alert(1)" could run code, for /guides/design-interviews/manager/ (unsafe-link)',
    ],
    "with a text of a megabyte": [
      role(`${manager}\n# why\n\n${"Say it once. ".repeat(80_000)}\n`),
      "roles/manager.md:14:1 the text is longer than 50,000 characters (body-size)",
    ],
  };
  it.each(Object.keys(cases))("is refused: %s", async (name) => {
    await expectRefused(cases[name]);
  });

  it.each([
    ["brackets", `${"[".repeat(40_000)}`],
    ["quotes", `${">".repeat(40_000)} Say it.`],
    ["open tags", "<a ".repeat(15_000)],
    ["backticks", "`".repeat(40_000)],
    ["items", "- Say it.\n".repeat(4_000)],
    ["one word", "a ".repeat(20_000)],
    ["open braces", "{".repeat(4_000)],
  ])("takes no more than a sound one with thousands of %s", async (name, text) => {
    await build(`many-${name}`, files(role(`${manager}\n# why\n\n${text}\n`)));
  });

  it("with signs of HTML, JSON, XML and templates in its names is published as it is written", async () => {
    const name = `R&D "managers" 'x' ]]> a<b, 100%`;
    const titled = named("titlePlural", JSON.stringify(name)).replace("title: Manager", "title: R&D Manager");
    const { run, site } = await build("signs", files(role(titled), { rawHtml: true }));
    expect(told(run)).toEqual([]);
    const page = site.page("/guides/design-interviews/manager/");
    expect(page.querySelector("h1")?.textContent).toBe(`Design Interviews for ${name}: Framework`);
    for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
      expect(() => JSON.parse(script.textContent ?? "")).not.toThrow();
  });
});
