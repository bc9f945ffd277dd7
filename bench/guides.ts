import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { siteSchema } from "../src/content/data-schema.ts";
import type { GeneratedGuide } from "../src/variants/compose.ts";
import { articleText } from "../src/variants/eject.ts";
import { generateGuides } from "../src/variants/generate.ts";
import { loadTemplates } from "../src/variants/load.ts";
import { AUTHORS } from "./article.ts";
import { type Corpus, SAMPLE, writeData } from "./corpus.ts";
import { makeTemplates, type PackSize } from "./templates.ts";

/**
 * Writes a root whose articles are all generated, and beside it, for the peers, the same guides as Markdown posts. The
 * same size gives the same bytes on every machine.
 * @param folder a folder that does not exist yet
 */
export async function writeGuides(folder: string, size?: PackSize): Promise<Corpus> {
  const root = join(folder, "root");
  const content = join(folder, "posts");
  await mkdir(join(root, "content"), { recursive: true });
  for (const { path, text } of makeTemplates(size)) await write(join(root, "templates", path), text);
  const guides = generate(root);
  await writeData(join(root, "_data"), [...new Set(guides.flatMap(({ data }) => data.categories))]);
  for (const guide of guides) {
    const { topic, role, format } = guide.key;
    await write(join(content, "blog", `${topic}-${role}-${format}.md`), articleText(guide));
  }
  const step = Math.max(1, Math.floor(guides.length / SAMPLE));
  return {
    root,
    content,
    articles: guides.length,
    urls: guides.map(({ url }) => url),
    sample: guides
      .filter((_, index) => index % step === 0)
      .map((guide) => ({ url: guide.url, probes: probesOf(guide) })),
    search: false,
  };
}

function generate(root: string): GeneratedGuide[] {
  const { uniqueness } = siteSchema.parse({
    title: "Bench",
    description: "Bench",
    url: "https://bench.example",
  });
  const author = AUTHORS[0].id;
  const { guides, problems } = generateGuides(loadTemplates(root), { author, uniqueness });
  const [problem] = problems;
  if (problem) throw new Error(`the generated templates have a fault: ${problem.file}: ${problem.message}`);
  return guides;
}

/** The title, and of two sections the heading and the first sentence. */
function probesOf({ data, sections }: GeneratedGuide): string[] {
  const shown = sections.filter(({ id }) => id === "short-answer" || id === "takeaway");
  return [
    data.title,
    ...shown.flatMap(({ heading, markdown }) => [heading ?? "", `${markdown.split(". ")[0]}`]),
  ];
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
