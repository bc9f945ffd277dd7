import { blockFiles } from "../block-files.ts";
import { blocksFor, chooseBlock, indexBlocks } from "../cascade.ts";
import { isWrongArticle } from "../gates/language.ts";
import { formOf } from "../gates/section-kind.ts";
import type { Pack } from "../model.ts";
import { capitalize } from "../nouns.ts";
import type { MatrixEntry } from "../schemas/templates.ts";

/** A file to be written. */
export interface Scaffold {
  file: string;
  text: string;
}

/** Forms of a noun phrase as rules have it: only ever offered in a comment, for the author to confirm or correct. */
interface SuggestedForms {
  singular: string;
  plural: string;
  a: string;
  title: string;
  titlePlural: string;
}

/** A word that is most often said letter by letter, as UX, MBA and HR are, or a number: it stands in capitals. */
const SPELLED =
  /^(?!(?:ad|an|as|at|be|by|do|ex|go|he|in|is|it|me|my|no|of|on|or|re|so|to|up|us|we)$)(?:[a-z]{2}|[^aeiouy]+|iii|(?:cf|ct|db|hr|mb|md|ml|pm|rn|sr)[a-z]{1,2})$/;
/** One whose first letter begins with a vowel then. */
const SPELLED_WITH_VOWEL = /^[aefhilmnorsx]/;
/** Words with one form: analytics, news. */
const ONE_FORM = /(?:ics|news|series|species)$/;
/** Words that are small in a title, but for the first. */
const SMALL = /^(?:a|an|and|at|for|in|of|on|or|the|to|with)$/;

/** Which word of a name takes the plural: the last, or the one that a phrase follows, as in "head of data". */
function headOf(words: readonly string[]): number {
  const at = words.findIndex(
    (word, index) =>
      index > 0 &&
      (/^(?:at|of)$/.test(word) ||
        (word === "in" && /^(?:charge|chief|residence|training)$/.test(words[index + 1] ?? ""))),
  );
  return (at === -1 ? words.length : at) - 1;
}

function singularOf(word: string): string {
  if (ONE_FORM.test(word)) return word;
  return word
    .replace(/(?<=[^aeiou])ies$/, "y")
    .replace(/(?<=ch|sh|ss|x)es$/, "")
    .replace(/(?<=[^s])s$/, "");
}

function pluralOf(word: string): string {
  if (ONE_FORM.test(word)) return word;
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** What the forms of a noun phrase may be, from an id such as `data-engineer`. */
export function suggestForms(id: string): SuggestedForms {
  const parts = id.split("-");
  const head = headOf(parts);
  const words = parts.map((part, index) => {
    const word = index === head ? singularOf(part) : part;
    return SPELLED.test(word) ? word.toUpperCase() : word;
  });
  const [first = ""] = words;
  const isSpelled = first !== first.toLowerCase();
  const takesAn = isSpelled ? SPELLED_WITH_VOWEL.test(first.toLowerCase()) : isWrongArticle(`a ${first}`);
  const singular = words.join(" ");
  const plurals = words.map((word, index) => (index === head ? pluralOf(word) : word));
  const title = (all: readonly string[]) =>
    all.map((word, index) => (index > 0 && SMALL.test(word) ? word : capitalize(word))).join(" ");
  return {
    singular,
    plural: plurals.join(" "),
    a: `${takesAn ? "an" : "a"} ${singular}`,
    title: title(words),
    titlePlural: title(plurals),
  };
}

const countForms = (forms: SuggestedForms, indent = "  "): string =>
  Object.entries(forms)
    .map(([name, value]) => `${indent}${`${name}:`.padEnd(14)} # suggestion: ${value}`)
    .join("\n");

/** A role's file with every field named. Values are left empty: `check` names each that is still to be filled in. */
export function scaffoldRole(id: string, day: string): Scaffold {
  return {
    file: `templates/roles/${id}.md`,
    text: `---
# Who the guides are written for. Fill in each empty value; npm run check says what is still missing.
noun:
  number: count
${countForms(suggestForms(id))}
  # short:       # optional: a shorter name, such as MLE
partners:        # who the role works with: one noun phrase a line, without "and"
  -
proof:           # one outcome with a number, in two forms
  past:          # follows "you": cut p95 latency from 900 ms to 310 ms
  gerund:        # stands for a noun: cutting p95 latency from 900 ms to 310 ms
vocabulary:      # words that only this job uses, one a line
  -
# abbreviation:  # optional: for names that stand for longer ones
#   short:
#   long:
# base: true     # only in the one role whose guides stand for all
publishDateISO: ${day}
---
`,
  };
}

/** A topic's file with every field named. */
export function scaffoldTopic(id: string, day: string, formats: readonly string[]): Scaffold {
  const forms = suggestForms(id);
  return {
    file: `templates/topics/${id}.md`,
    text: `---
# What the guides are about. Fill in each empty value; npm run check says what is still missing.
noun:
  number:        # count, plural (always spoken of in the plural) or mass (compensation negotiation); plural needs no
                 # titlePlural, mass only singular and title: take out the lines that do not apply
${countForms(forms)}
artifact:        # what the candidate brings or makes; it takes other verbs than the topic does
  number:        # count, plural or mass
${countForms(suggestForms(`${forms.singular.replaceAll(" ", "-")}-answer`))}
categories:      # each shares a word with the topic
  -
defaultFormat:   # its guides stand at /guides/${id}/<role>/; one of ${formats.join(", ") || "your formats"}
callToAction:
  text:          # what the reader does next, such as: Practice with a coach
  url:           # a path such as /interview-prep/, or an address
tagline:         # one sentence for /guides/${id}/
# abbreviation:  # optional: short and long
# author:        # optional: a name or id of _data/authors.json
# featuredImage: # optional: /assets/...
publishDateISO: ${day}
---
`,
  };
}

/** What a role has and lacks in one format of a topic. */
export interface RoleBlocks {
  format: string;
  /** The file that is for this combination alone, or would be. */
  file: string;
  /** The sections that the base role has of its own, or that nothing fills, and that this role has not written. */
  missing: readonly string[];
  /** The files that hold those it has written. */
  written: readonly string[];
  /** A file for what is missing. */
  text: string;
}

/**
 * What a role still has to write in a topic.
 * @param formats those to look at
 */
export function roleBlocks(
  role: string,
  topic: string,
  formats: readonly string[],
  day: string,
  pack: Pack,
): RoleBlocks[] {
  const index = indexBlocks(pack);
  const fileOf = blockFiles(pack);
  const base = [...pack.roles.values()].find(({ data }) => data.base)?.id ?? role;
  return formats.map((format) => {
    const sections = pack.formats.get(format)?.data.sections ?? [];
    const ofBase = blocksFor({ topic, role: base, format }, index);
    const ofRole = blocksFor({ topic, role, format }, index);
    const needed = sections.filter(({ id, optional }) => {
      const choice = chooseBlock(id, ofBase);
      return choice === undefined ? !optional : choice.block.scope.role !== undefined;
    });
    const own = sections.flatMap(({ id }) => {
      const block = chooseBlock(id, ofRole)?.block;
      return block?.scope.role === role ? [block] : [];
    });
    const missing = needed.map(({ id }) => id).filter((id) => !own.some(({ section }) => section === id));
    const written = [...new Set(own.map(({ file }) => file))];
    const file = fileOf({ topic, role, format });
    const forms = needed.flatMap(({ id, kind }) => {
      const form = missing.includes(id) ? formOf(kind) : undefined;
      return form === undefined ? [] : `# ${id}: ${form}\n`;
    });
    const bodies = missing.map((id) => `# ${id}\n`).join("\n\n");
    const text = `---\nupdatedDateISO: ${day}\n${forms.join("")}---\n\n${bodies}`;
    return { format, file, missing, written, text };
  });
}

/** The formats that entries of the matrix ask for a topic in, the topic's default first. */
export function askedFormats(topic: string, pack: Pack, isMeant: (entry: MatrixEntry) => boolean): string[] {
  const entries = pack.matrix?.guides.filter((entry) => entry?.topic === topic && isMeant(entry)) ?? [];
  const formats = new Set(entries.flatMap((entry) => entry?.formats ?? []));
  const first = pack.topics.get(topic)?.data.defaultFormat;
  return [...formats].toSorted((a, b) => Number(b === first) - Number(a === first));
}
