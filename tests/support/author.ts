import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import type { Random } from "./random.ts";
import { treeOf } from "./tree.ts";

/** A site's files while an author works on it, by path from its root. */
export type Files = Map<string, string | Buffer>;

const PACK = join(ENGINE_ROOT, "tests/fixtures/drop-in-pack");
const CATEGORIES = ["System Design", "Negotiation", "Leadership", "Night Before"];
const AUTHORS = ["editorial-team", "coach", "Coach Carter", "Somebody Else"];

/** What an author writes of an article: the fields that have a value, and the text. */
interface Article {
  fields: Record<string, unknown>;
  body: string;
}

/** An author who changes a site at random, as a seed says. */
export function createAuthor(random: Random) {
  const files: Files = new Map();
  const articles = new Map<string, Article>();
  let count = 0;

  function save(path: string, article: Article): void {
    articles.set(path, article);
    const lines = Object.entries(article.fields).map(([name, value]) => `${name}: ${yaml(value)}`);
    files.set(path, `---\n${lines.join("\n")}\n---\n${article.body}\n`);
  }
  const change = (how: (article: Article) => Article) => () => {
    const path = random.pick([...articles.keys()]);
    const article = articles.get(path);
    if (article) save(path, how(article));
    return path;
  };
  const field = (name: string, value: () => unknown) =>
    change(({ fields, body }) => ({ fields: { ...fields, [name]: value() }, body }));
  const toggle = (name: string, value: () => unknown) =>
    change(({ fields: { [name]: before, ...fields }, body }) => ({
      fields: before === undefined ? { ...fields, [name]: value() } : fields,
      body,
    }));
  const put = (path: string, content: () => string | Buffer) => () => {
    files.set(path, content());
    return path;
  };
  const putOrDelete = (path: string, content: () => string | Buffer) => () => {
    if (files.has(path) && random.chance(0.5)) files.delete(path);
    else files.set(path, content());
    return path;
  };
  const remove = (path: string) => {
    files.delete(path);
    articles.delete(path);
    return path;
  };
  const word = () =>
    random.pick(["north", "budget", "trade-off", "signal", "queue", "story"]) + random.number(1000);
  const day = () => `2026-0${1 + random.number(9)}-1${random.number(10)}`;

  function addArticle(): string {
    count += 1;
    const folder = random.pick(["blog", "blog", "blog", "blog/deep"]);
    const path = `content/${folder}/post-${count}.md`;
    const fields = {
      title: `Post ${count}`,
      description: `Description ${count}, which is long enough to be shown whole in a list of results.`,
      author: random.pick(AUTHORS),
      publishDateISO: day(),
      categories: [random.pick(CATEGORIES)],
    };
    save(path, { fields, body: text() });
    return path;
  }
  function text(): string {
    const paragraphs = Array.from(
      { length: 1 + random.number(4) },
      () => `A sentence about ${word()}. Another about ${word()}.`,
    );
    const extra = random.pick([
      "",
      "## A heading\n\n### A smaller one\n\n## The last\n",
      "![A square](/assets/square.png)\n",
      "- [ ] one\n- [x] two\n",
      "```js\nconst a = 1;\n```\n",
      "[The list](/blog/)\n",
    ]);
    return `${paragraphs.join("\n\n")}\n\n${extra}`;
  }

  const acts: Record<string, () => string> = {
    "edit a text": change(({ fields }) => ({ fields, body: text() })),
    "edit another text": change(({ fields, body }) => ({ fields, body: `${body}\n\nMore on ${word()}.` })),
    "change a title": field("title", () => `Title ${word()}`),
    "change a description": field(
      "description",
      () => `About ${word()}, which is long enough to be shown whole in a list of results.`,
    ),
    "change a day": field("publishDateISO", day),
    "change an author": field("author", () => random.pick(AUTHORS)),
    "change categories": field("categories", () => [
      ...new Set([random.pick(CATEGORIES), random.pick(CATEGORIES)]),
    ]),
    "toggle a draft": toggle("draft", () => true),
    "toggle a scheduled day": toggle("updatedDateISO", () => "2026-12-01"),
    "toggle a featured article": toggle("featured", () => true),
    "toggle noindex": toggle("noindex", () => true),
    "toggle a canonical": toggle("canonical", () => "https://elsewhere.example/x/"),
    "toggle a redirect": toggle("redirectFrom", () => [`/old/${word()}/`]),
    "change a redirect": field("redirectFrom", () => [`/old/${word()}/`, `/older/${word()}/`]),
    "toggle a series": toggle("series", () => random.pick(["A series", "B series"])),
    "toggle a role": toggle("role", () => random.pick(["ml-engineer", "tech-professional"])),
    "toggle a topic": toggle("topic", () => "behavioral-interviews"),
    "toggle a picture": change(({ fields: { featuredImage, imageAlt, ...fields }, body }) => ({
      fields: featuredImage
        ? fields
        : { ...fields, featuredImage: "/assets/square.png", imageAlt: "A square" },
      body,
    })),
    "toggle sources": toggle("sources", () => [`https://source.example/${word()}`]),
    "toggle tags": toggle("tags", () => ["blog", "notes"]),
    "toggle a layout": toggle("layout", () => "mine.njk"),
    "toggle an address": toggle("permalink", () => `/moved/${word()}/`),
    "add an article": addArticle,
    "delete an article": () => remove(random.pick([...articles.keys()])),
    "rename an article": () => {
      const path = random.pick([...articles.keys()]);
      const article = articles.get(path);
      remove(path);
      count += 1;
      if (article) save(path.replace(/[^/]+\.md$/, `renamed-${count}.md`), article);
      return path;
    },
    "swap two articles": () => {
      const [one, two] = [random.pick([...articles.keys()]), random.pick([...articles.keys()])];
      const [a, b] = [articles.get(one), articles.get(two)];
      if (a && b) save(one, b);
      if (a && b) save(two, a);
      return `${one} and ${two}`;
    },
    "change a page": putOrDelete("content/about.md", () => `---\ntitle: About ${word()}\n---\n${text()}\n`),
    "change the home page": putOrDelete(
      "content/index.md",
      () => `---\ntitle: Home ${word()}\n---\n${text()}\n`,
    ),
    "change a template of content": putOrDelete(
      "content/letters.njk",
      () =>
        `---\npermalink: /letters/\n---\n<ul>{% for item in collections.${random.pick(["blog", "notes"])} %}<li>{{ item.data.title }} ${word()}</li>{% endfor %}</ul>\n`,
    ),
    "change a layout": putOrDelete(
      "_includes/blog-post.njk",
      () =>
        `<!doctype html><title>{{ title }} ${word()}</title>{{ author }} {{ tags }} {{ readTime }} {{ featured }}{% include "partials/note.njk" %}<main>{{ content | safe }}</main>`,
    ),
    "change a partial": put("_includes/partials/note.njk", () => `<p>${word()}</p>`),
    "change a layout of their own": put(
      "_includes/mine.njk",
      () =>
        `<title>${word()} {{ title }}</title>{{ content | safe }} {{ motto }} {{ theirs.line }} {{ page.inputPath }} {{ page.fileSlug }} {{ page.outputPath }} {{ page.date.toISOString() }}`,
    ),
    "change a footer": putOrDelete(
      "_includes/partials/footer.njk",
      () => `<footer>${word()} {{ facts.line }}</footer>`,
    ),
    "let a layout list everything": putOrDelete(
      "_includes/partials/header.njk",
      () => `<header>{% for item in collections.blog %}{{ item.data.title }}, {% endfor %}${word()}</header>`,
    ),
    "change settings": put("_data/site.json", () => siteJson(random, word())),
    "change authors": put("_data/authors.json", () =>
      JSON.stringify([{ id: "coach", name: "Coach Carter", bio: `Coaches ${word()}.` }]),
    ),
    "change categories' data": putOrDelete("_data/categories.json", () =>
      JSON.stringify([{ name: "Negotiation", description: `About ${word()}.` }, { name: "System Design" }]),
    ),
    "change navigation": putOrDelete("_data/navigation.json", () =>
      JSON.stringify({ header: [{ text: word(), url: "/blog/" }], footer: [] }),
    ),
    "change data of their own": put("_data/facts.json", () => JSON.stringify({ line: word() })),
    "change a folder's data": put("content/content.11tydata.json", () => JSON.stringify({ motto: word() })),
    "change Eleventy's own data": put("content/_data/theirs.json", () => JSON.stringify({ line: word() })),
    "change a picture": put("content/assets/square.png", () => png(random.number(256))),
    "change a file": putOrDelete("content/files/list.txt", () => word()),
    "change a block": () => {
      const path = random.pick([...files.keys()].filter((name) => name.startsWith("templates/blocks/")));
      files.set(path, String(files.get(path)).replace(/\.(?= |$)/m, `, and so does ${word()}.`));
      return path;
    },
    "change a role": () => {
      const path = "templates/roles/ml-engineer.md";
      files.set(path, String(files.get(path)).replace(/^partners: .*$/m, `partners: [${word()} teams]`));
      return path;
    },
    "change a topic": () => {
      const path = "templates/topics/behavioral-interviews.md";
      files.set(
        path,
        String(files.get(path)).replace(/^tagline: .*$/m, `tagline: Stories about ${word()} that hold up`),
      );
      return path;
    },
    "change the matrix": () => {
      const path = "templates/matrix.yaml";
      const formats = random.pick(["[framework, checklist]", "[framework]", "[checklist]"]);
      files.set(path, `guides:\n  - topic: behavioral-interviews\n    roles: all\n    formats: ${formats}\n`);
      return path;
    },
  };

  return {
    files,
    /** The first state of the site. */
    begin(): void {
      for (const path of Object.keys(treeOf(join(PACK, "templates"))))
        files.set(`templates/${path}`, readFileSync(join(PACK, "templates", path), "utf8"));
      for (const path of ["content/blog/how-we-coach.md"])
        files.set(path, readFileSync(join(PACK, path), "utf8"));
      files.set("content/assets/square.png", png(1));
      files.set("_data/site.json", siteJson(random, "first"));
      files.set("_data/facts.json", JSON.stringify({ line: "first" }));
      files.set("_data/authors.json", JSON.stringify([{ id: "coach", name: "Coach Carter" }]));
      files.set("_includes/partials/note.njk", "<p>first</p>");
      files.set("content/content.11tydata.json", JSON.stringify({ motto: "first" }));
      files.set("content/_data/theirs.json", JSON.stringify({ line: "first" }));
      files.set("_includes/mine.njk", "<title>{{ title }}</title>{{ content | safe }}");
      for (let index = 0; index < 7; index++) addArticle();
    },
    /** Does something, and says what. */
    act(): string {
      const what = random.pick(Object.keys(acts));
      return `${what}: ${acts[what]?.()}`;
    },
    /** Remembers the state, and returns to it when called. */
    remember(): () => void {
      const before = { files: new Map(files), articles: new Map(articles) };
      return () => {
        files.clear();
        articles.clear();
        for (const [path, content] of before.files) files.set(path, content);
        for (const [path, article] of before.articles) articles.set(path, article);
      };
    },
    get articles() {
      return articles.size;
    },
  };
}

function yaml(value: unknown): string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value);
}

function siteJson(random: Random, word: string): string {
  return JSON.stringify({
    title: `Site ${word}`,
    description: "A site that its author changes all the time.",
    url: random.pick(["https://one.example", "https://two.example"]),
    language: random.pick(["en", "en-GB"]),
    tagline: `About ${word}`,
    pageSize: random.pick([2, 3, 24]),
    feedSize: random.pick([1, 20]),
    rawHtml: random.chance(0.3),
    uniqueness: { warn: 1, limit: 1, minRoleWords: 0 },
  });
}

/** A picture of 4 by 4 points of one color. */
function png(level: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 4 }, () => Buffer.from([0, level, level, level, level])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
