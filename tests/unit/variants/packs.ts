import { fileURLToPath } from "node:url";
import type { Problem } from "../../../src/content/problem.ts";
import { type Generated, generateGuides } from "../../../src/variants/generate.ts";
import type { Pack } from "../../../src/variants/model.ts";
import { parsePack } from "../../../src/variants/pack.ts";
import type { UniquenessSettings } from "../../../src/variants/uniqueness.ts";

/** Files by path below `templates/`; undefined takes one of the base pack out. */
export type Files = Record<string, string | undefined>;

const PUBLISHED = "publishDateISO: 2026-02-02";

export const noun = (singular: string, title: string): string =>
  `  number: count\n  singular: ${singular}\n  plural: ${singular}s\n  a: ${/^[aeio]/.test(singular) ? "an" : "a"} ${singular}\n  title: ${title}\n  titlePlural: ${title}s\n`;

const role = (singular: string, title: string, more = ""): string =>
  `---\nnoun:\n${noun(singular, title)}partners: [product managers]\nproof: {past: cut latency by 40%, gerund: cutting latency by 40%}\nvocabulary: [scope]\n${more}${PUBLISHED}\n---\n`;

/** A small pack without a fault: one topic, two roles, one format with three sections. */
export const BASE: Readonly<Record<string, string>> = {
  "matrix.yaml": "guides:\n  - topic: design-interviews\n    roles: all\n    formats: [framework]\n",
  "roles/engineer.md": role("engineer", "Engineer", "base: true\n"),
  "roles/manager.md": role("manager", "Manager"),
  "topics/design-interviews.md": `---
noun:
  number: plural
  singular: design interview
  plural: design interviews
  a: a design interview
  title: Design Interviews
artifact:
${noun("design answer", "Design Answer")}categories: [Design Interviews]
defaultFormat: framework
callToAction: {text: Practice once, url: /interview-prep/}
tagline: Say what you would build and what you would leave out.
${PUBLISHED}
---

# why

Boxes are easy. Reasons are scarce.
`,
  "formats/framework.md": `---
noun:
${noun("framework", "Framework")}titlePattern: "{topic.title} for {role.titlePlural}: Framework"
descriptionPattern: "How {role.plural} prepare for {topic}, from the first box on the board to the last question."
imageAltPattern: "A whiteboard on which {role.plural} sketch answers for {topic}"
sections:
  - id: opening
  - { id: why, heading: Why this matters }
  - { id: steps, heading: Steps for {topic}, own: true }
${PUBLISHED}
---
`.replace("Steps for {topic}", '"Steps for {topic}"'),
  "blocks/design-interviews+engineer+framework.md":
    "---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\nYou own the failure modes.\n\n# steps\n\n1. Name the load.\n2. Break the queue.\n",
  "blocks/design-interviews+manager+framework.md":
    "---\nupdatedDateISO: 2026-02-04\n---\n\n# opening\n\nPeople carry the pager.\n\n# steps\n\n1. Count the teams.\n2. Cut the scope.\n",
};

/** A file of the base pack with a change. */
export const changed = (file: string, from: string | RegExp, to: string): Files => {
  const text = BASE[file];
  if (text === undefined || text.replace(from, to) === text) throw new Error(`nothing to change in ${file}`);
  return { [file]: text.replace(from, to) };
};

/** The base pack with some of its files replaced, added or taken out. */
export function packOf(files: Files = {}): Pack {
  const all = Object.entries({ ...BASE, ...files });
  return parsePack(
    all.flatMap(([path, text]) => (text === undefined ? [] : [{ file: `templates/${path}`, text }])),
  );
}

/** Thresholds that judge nothing, so that a test sees only what it is about. */
export const LENIENT: UniquenessSettings = { warn: 2, limit: 2, consequence: "error", minRoleWords: 0 };
export const DEFAULTS: UniquenessSettings = {
  warn: 0.35,
  limit: 0.5,
  consequence: "error",
  minRoleWords: 250,
};

export function generate(
  files: Files = {},
  uniqueness: UniquenessSettings = LENIENT,
  taken?: ReadonlySet<string>,
): Generated {
  return generateGuides(packOf(files), { author: "editorial-team", uniqueness, taken });
}

/** `file:line:column rule`, with `templates/` left out. */
export const placeOf = ({ file, line, column, rule }: Problem): string =>
  `${file.replace("templates/", "")}:${line}:${column} ${rule}`;

/** The places of all problems of a pack. */
export const places = (files: Files): string[] => generate(files).problems.map(placeOf);

/** The problems of one block text, written as the section `why` of all guides: place within the text, then rule. */
export function problemsIn(markdown: string, more: Files = {}): string[] {
  const file = "blocks/design-interviews+framework.md";
  const text = `---\nupdatedDateISO: 2026-02-05\n---\n# why\n${markdown}\n`;
  const topic = BASE["topics/design-interviews.md"]?.replace(/\n# why[\s\S]*$/, "");
  const { problems } = generate({ "topics/design-interviews.md": topic, [file]: text, ...more });
  return problems.map((problem) => {
    const where = problem.file === `templates/${file}` ? "" : `${problem.file.replace("templates/", "")}:`;
    return `${where}${where === "" ? problem.line - 4 : problem.line}:${problem.column} ${problem.rule}`;
  });
}

/** The folder of a fixture. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}/`, import.meta.url)).replace(/\/$/, "");

/** The topic as a noun of another kind in the place of the base pack's. */
const topicNoun = (fields: string): Files => ({
  "topics/design-interviews.md": (BASE["topics/design-interviews.md"] ?? "")
    .replace(/noun:\n[\s\S]*?artifact:/, `noun:\n${fields}artifact:`)
    .replace(/\n# why[\s\S]*$/, ""),
});

/** The topic as a noun that is not counted. */
export const MASS = topicNoun(
  "  number: mass\n  singular: design interviewing\n  title: Design Interviews\n",
);

/** The topic as a noun that is always plural. */
export const ALWAYS_PLURAL = topicNoun(
  "  number: plural\n  plural: research ethics\n  title: Research Ethics\n",
);
