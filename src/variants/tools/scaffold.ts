import { blockFiles } from "../block-files.ts";
import { blocksFor, chooseBlock, indexBlocks } from "../cascade.ts";
import { isWrongArticle } from "../gates/language.ts";
import type { GuideKey, Pack } from "../model.ts";

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

/** A word that is most often said letter by letter, as UX and HR are, and one whose first letter begins with a vowel then. */
const SPELLED = /^(?!(?:be|by|do|go|he|me|my|no|re|so|to|up|us|we)$)(?:[a-z]{2}|[^aeiouy]+)$/;
const SPELLED_WITH_VOWEL = /^[aefhilmnorsx]/;

/** What the forms of a noun phrase may be, from an id such as `data-engineer`. */
export function suggestForms(id: string): SuggestedForms {
  const name = id.replaceAll("-", " ");
  // "Analytics" and the like have one form.
  const singular = name.endsWith("ics")
    ? name
    : name
        .replace(/(?<=[^aeiou])ies$/, "y")
        .replace(/(?<=ch|sh|ss|x)es$/, "")
        .replace(/(?<=[^s])s$/, "");
  const plural = singular.endsWith("ics")
    ? singular
    : /(?:s|x|ch|sh)$/.test(singular)
      ? `${singular}es`
      : /[^aeiou]y$/.test(singular)
        ? `${singular.slice(0, -1)}ies`
        : `${singular}s`;
  const [first = ""] = singular.split(" ");
  const takesAn = SPELLED.test(first) ? SPELLED_WITH_VOWEL.test(first) : isWrongArticle(`a ${first}`);
  const article = takesAn ? "an" : "a";
  const title = (text: string) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return {
    singular,
    plural,
    a: `${article} ${singular}`,
    title: title(singular),
    titlePlural: title(plural),
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
  return publishedFormats(topic, pack).flatMap(({ format, at }) => {
    if (!formats.includes(format)) return [];
    const sections = pack.formats.get(format)?.data.sections ?? [];
    const ofBase = blocksFor({ topic, role: base, format, at }, index);
    const ofRole = blocksFor({ topic, role, format, at }, index);
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
    if (missing.length === 0 && written.length === 0) return [];
    const file = fileOf({ topic, role, format });
    const bodies = missing.map((id) => `# ${id}\n`).join("\n\n");
    return [{ file, missing, written, text: `---\nupdatedDateISO: ${day}\n---\n\n${bodies}` }];
  });
}

/** The formats that a topic is published in, one guide for each. */
export function publishedFormats(topic: string, pack: Pack): GuideKey[] {
  const guides = pack.guides.filter(
    (key) => key.topic === topic && key.context === undefined && key.level === undefined,
  );
  return [...new Map(guides.map((key) => [key.format, key])).values()];
}
