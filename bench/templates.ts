import { stringify } from "yaml";
import { an, capital, drawWords, fill, plural, type Words } from "./prose.ts";
import { type Random, seeded } from "./random.ts";
import {
  FORMATS,
  type FormatWords,
  ROLE_SENTENCES,
  ROLES,
  SLOTTED,
  TASKS,
  TOPICS,
  UNLUCKY,
} from "./template-names.ts";
import { ITEMS, NOUNS, SENTENCES } from "./vocabulary.ts";

/** A file of a template pack, by its path below `templates/`. */
export interface TemplateFile {
  path: string;
  text: string;
}

export interface PackSize {
  topics: number;
  roles: number;
  formats: number;
}

/** As large as the generator knows names for: 2,000 guides. */
export const WHOLE_PACK: PackSize = { topics: TOPICS.length, roles: ROLES.length, formats: FORMATS.length };

const DATES = { publishDateISO: "2026-02-02" };
const SECTIONS = [
  ["short-answer", "Short answer"],
  ["why", "Why this matters"],
  ["strong-signal", "What strong signal looks like"],
  ["common-mistakes", "Common mistakes"],
  ["role-nuance", "Role-specific nuance"],
  ["proof", "Proof to bring"],
  ["own", ""],
  ["example", "Example"],
  ["measure", "How to measure progress"],
  ["faq", "FAQ"],
  ["next-step", "Next step"],
  ["takeaway", "Final takeaway"],
] as const;

/**
 * The files of a pack in which every role of every topic has a guide in every format, written as publishers write them:
 * half of a guide's words stand in no other guide, the rest is shared by its role, its format or its topic. The same
 * numbers give the same bytes on every machine.
 */
export function makeTemplates(size: PackSize = WHOLE_PACK, seed = 1): TemplateFile[] {
  const topics = TOPICS.slice(0, size.topics);
  const roles = ROLES.slice(0, size.roles);
  const formats = FORMATS.slice(0, size.formats);
  const files: TemplateFile[] = [];
  const write = (path: string, fields: object, sections: (writer: Writer) => [string, string][]): void => {
    // Every file has words of its own to be about, and the same ones whatever else is in the pack.
    const random = seeded(seed * 1_000_003 + checksum(path));
    const bodies = sections(new Writer(random, drawWords(random))).map(
      ([id, text]) => `\n# ${id}\n\n${text}\n`,
    );
    files.push({ path, text: `---\n${stringify({ ...fields, ...DATES })}---\n${bodies.join("")}` });
  };
  for (const [index, name] of roles.entries())
    write(`roles/${id(name)}.md`, roleFields(name, index), (writer) => [["proof", writer.ofRole()]]);
  for (const format of formats)
    write(`formats/${id(format.name)}.md`, formatFields(format), (writer) => [
      ["next-step", `${writer.sentences(3)} {topic.callToAction}.`],
    ]);
  for (const [name, artifact] of topics) {
    const topic = id(plural(name));
    write(`topics/${topic}.md`, topicFields(name, artifact, formats), (writer) => [
      ["why", writer.paragraphs(1, 5)],
    ]);
    for (const format of formats)
      write(`blocks/${topic}/${topic}+${id(format.name)}.md`, {}, (writer) => [
        ["measure", writer.paragraphs(2, 2)],
        ["faq", writer.answers(2)],
      ]);
    for (const role of roles) {
      const scope = `blocks/${topic}/${topic}+${id(role)}`;
      write(`${scope}.md`, {}, (writer) => [["role-nuance", writer.paragraphs(2, 4)]]);
      for (const format of formats)
        write(`${scope}+${id(format.name)}.md`, {}, (writer) => [
          ["opening", writer.paragraphs(2, 3)],
          ["short-answer", writer.sentences(3)],
          ["strong-signal", `${writer.sentences(1)}\n\n${writer.list("-", 5)}`],
          ["common-mistakes", writer.list("-", 5)],
          ["own", format.name === "checklist" ? writer.list("- [ ]", 7, TASKS) : writer.list("1.", 7)],
          ["example", writer.story()],
          ["takeaway", writer.sentences(3)],
        ]);
    }
  }
  const guides = topics.map(([name]) => ({
    topic: id(plural(name)),
    roles: "all",
    formats: formats.map((format) => id(format.name)),
  }));
  files.push({ path: "matrix.yaml", text: stringify({ guides }) });
  return files;
}

/** Writes the bodies of one file. */
class Writer {
  readonly #random: Random;
  readonly #words: Words;

  constructor(random: Random, words: Words) {
    this.#random = random;
    this.#words = words;
  }

  sentences(count: number): string {
    const slotted = count > 1 ? this.#random.between(0, count - 1) : -1;
    return Array.from({ length: count }, (_, index) =>
      this.#fill(index === slotted ? SLOTTED : SENTENCES),
    ).join(" ");
  }

  paragraphs(count: number, sentences: number): string {
    return Array.from({ length: count }, () => this.sentences(sentences)).join("\n\n");
  }

  list(marker: string, count: number, items = ITEMS): string {
    return Array.from({ length: count }, () => `${marker} ${this.#fill(items)}`).join("\n");
  }

  answers(count: number): string {
    return Array.from(
      { length: count },
      () => `Should {role.plural} ${this.#fill(["{v} the {a} {n}"])}?\n: ${this.sentences(2)}`,
    ).join("\n\n");
  }

  story(): string {
    return ["Situation", "Task", "Action", "Result", "Learning"]
      .map((part) => `${part}\n: ${this.sentences(part === "Action" ? 3 : 1)}`)
      .join("\n\n");
  }

  ofRole(): string {
    return ROLE_SENTENCES.map((pattern) => this.#fill([pattern])).join(" ");
  }

  #fill(patterns: readonly string[]): string {
    for (;;) {
      const text = fill(this.#random.pick(patterns), this.#words, this.#random);
      if (!UNLUCKY.test(text)) return text;
    }
  }
}

function roleFields(name: string, index: number): object {
  const random = seeded(index);
  const [metric, ...vocabulary] = random.sample(NOUNS, 6);
  const share = random.between(12, 60);
  return {
    noun: nounOf(name),
    partners: random.sample(ROLES.slice(2), 3).map(plural),
    proof: {
      past: `cut ${metric} time by ${share}% in two quarters`,
      gerund: `cutting ${metric} time by ${share}% in two quarters`,
    },
    vocabulary: vocabulary.map(plural),
    ...(index === 0 ? { base: true } : {}),
  };
}

function topicFields(name: string, artifact: string, formats: readonly FormatWords[]): object {
  return {
    noun: {
      number: "plural",
      plural: plural(name),
      title: title(plural(name)),
      singular: name,
      a: an(name),
    },
    artifact: nounOf(artifact),
    categories: [title(plural(name))],
    defaultFormat: id(formats[0]?.name ?? ""),
    callToAction: { text: "Compare the other roles", url: `/guides/${id(plural(name))}/` },
    tagline: `What to prepare for ${plural(name)}, and what to leave alone.`,
  };
}

function formatFields({ name, description, image, own }: FormatWords): object {
  return {
    noun: nounOf(name),
    titlePattern: `{topic.title} for {role.titlePlural}: ${title(name)}`,
    descriptionPattern: description,
    imageAltPattern: image,
    sections: [
      { id: "opening" },
      ...SECTIONS.map(([section, heading]) =>
        section === "own" ? { id: section, heading: own, own: true } : { id: section, heading },
      ),
    ],
  };
}

function nounOf(name: string): object {
  return {
    number: "count",
    singular: name,
    plural: plural(name),
    a: an(name),
    title: title(name),
    titlePlural: title(plural(name)),
  };
}

const id = (name: string): string => name.toLowerCase().replaceAll(" ", "-");
const title = (name: string): string => name.split(" ").map(capital).join(" ");

/** A number for a path, so that a file's text does not depend on how many others there are. */
function checksum(path: string): number {
  let sum = 0;
  for (let index = 0; index < path.length; index++) sum = (Math.imul(sum, 31) + path.charCodeAt(index)) | 0;
  return sum;
}
