import type { Span } from "../slots/render.ts";
import { type CheckedText, excerpt, type Finding } from "./finding.ts";
import { isAdjective } from "./language.ts";
import { agreementFault, isOtherNumber } from "./verbs.ts";

/** A filled slot with the text of its sentence on both sides. */
interface Place {
  span: Span;
  value: string;
  before: string;
  after: string;
}

type SlotCheck = (place: Place, text: CheckedText) => Omit<Finding, "at"> | undefined;

const BREAK = /[.!?]["'”’)]*\s+|\n\s*\n|\n[ \t]*(?:[-*+:|>]|\d{1,3}[.)])[ \t]/;

/** What goes wrong where a slot's value meets the words around it. */
export function slotsInText(text: CheckedText): Finding[] {
  const findings: Finding[] = [];
  const { prose, rendered } = text;
  for (const span of rendered.spans) {
    if (span.slot === undefined) continue;
    const place: Place = {
      span,
      value: rendered.text.slice(span.start, span.end),
      before:
        prose.text
          .slice(Math.max(0, span.start - 200), span.start)
          .split(BREAK)
          .at(-1) ?? "",
      after: prose.text.slice(span.end, span.end + 100).split(BREAK, 1)[0] ?? "",
    };
    for (const check of CHECKS) {
      const found = check(place, text);
      if (found) findings.push({ at: span.start, ...found });
    }
  }
  return findings;
}

const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[a-z]{2}[^s])s$/, "");

/** "{topic.plural} interviews" */
const doubledWord: SlotCheck = ({ span, value, before, after }) => {
  if (span.slot?.verb !== undefined) return undefined;
  const last = /[\w'’-]+$/.exec(value)?.[0];
  const next = /^\s+([\w'’-]+)/.exec(after)?.[1];
  const first = /^[\w'’-]+/.exec(value)?.[0];
  const previous = /([\w'’-]+)\s+$/.exec(before)?.[1];
  const doubled =
    last !== undefined && next !== undefined && stem(last) === stem(next)
      ? `${last} ${next}`
      : first !== undefined && previous !== undefined && stem(previous) === stem(first)
        ? `${previous} ${first}`
        : undefined;
  return doubled === undefined
    ? undefined
    : {
        rule: "doubled-slot-word",
        message: `${span.slot?.source} gives "${doubled}"`,
        hint: "Take out the word beside the slot.",
      };
};

/** "a {role.a}", "your {artifact.a}" */
const doubledArticle: SlotCheck = ({ span, value, before }) => {
  const determiner = /\b(an?|the|your|my|our|their|his|her|its|each|every)\s+$/i.exec(before)?.[1];
  if (span.slot?.path !== "a" || determiner === undefined) return undefined;
  const hint = `Write {${span.slot.name}.singular} after "${determiner}".`;
  return {
    rule: "doubled-article",
    message: `"${determiner} ${value}": an article after "${determiner}"`,
    hint,
  };
};

/** "a clear {artifact.plural}", and "an {topic}" of a mass noun with no other noun after it */
const articleBeforePlural: SlotCheck = ({ span, value, before, after }, { parts }) => {
  const slot = span.slot;
  const match = /\b(an?)\s+((?:[\w-]+\s+){0,2})$/i.exec(before);
  if (slot === undefined || slot.verb !== undefined || match === null) return undefined;
  const between = (match[2] ?? "").split(/\s+/).filter((word) => word !== "");
  if (!between.every((word) => isAdjective(word.toLowerCase()))) return undefined;
  const noun =
    slot.name === "topic"
      ? parts.topic.data.noun
      : slot.name === "artifact"
        ? parts.topic.data.artifact
        : undefined;
  const isMass = noun?.number === "mass" && slot.path !== "callToAction";
  const endsHere = /^\s*(?:$|[.,;:!?)|]|(?:is|are|was|that|which|to|in|with|for|and|or|of|on|at|by)\b)/.test(
    after,
  );
  if (span.number !== "plural" && !(isMass && endsHere)) return undefined;
  const what = isMass ? "a noun that is not counted" : "a plural";
  const hint = isMass
    ? "Take the article out."
    : `Write {${slot.name}.a} or {${slot.name}.singular}, or take the article out.`;
  return {
    rule: "article-before-plural",
    message: `"${excerpt(match[0] + value, 0, 80)}": an article before ${what}`,
    hint,
  };
};

/** "{topic} becomes" where the topic is a plural, and "{artifact.plural} {artifact|is/are}" where the artifact is not */
const disagreement: SlotCheck = ({ span, value, before, after }, { rendered }) => {
  const slot = span.slot;
  if (slot === undefined || span.number === undefined) return undefined;
  if (slot.verb === undefined) {
    const isVerbNext = rendered.spans.some(
      (next) => next.start === span.end + 1 && next.slot?.verb !== undefined,
    );
    const verb = isVerbNext ? undefined : agreementFault(span.number, before, after);
    if (verb === undefined) return undefined;
    const hint = `Write {${slot.name}${slot.path === "" ? "" : `.${slot.path}`}|${verb.singular}/${verb.plural}}.`;
    return { rule: "verb-agreement", message: `"${value} ${verb.written}": the verb does not agree`, hint };
  }
  const subject = rendered.spans.findLast(
    (other) =>
      other.end <= span.start && other.end >= span.start - before.length && isOtherNumber(other, slot),
  );
  if (subject?.slot === undefined || subject.number === span.number) return undefined;
  const adjacent = /^\s+$/.test(rendered.text.slice(subject.end, span.start));
  if (subject.slot.name !== slot.name && !adjacent) return undefined;
  const named = `${subject.slot.name}${subject.slot.path === "" ? "" : `.${subject.slot.path}`}`;
  const text = rendered.text.slice(subject.start, subject.end);
  const hint = `Let the verb agree with that form: {${named}|${slot.verb.singular}/${slot.verb.plural}}.`;
  return { rule: "verb-agreement", message: `"${text} ${value}": the verb does not agree`, hint };
};

const NOT_BEFORE_PAST =
  /\b(?:an?|the|your|my|our|their|of|by|for|with|to|in|on|at|from|about|as|like|including|is|was|are|be)\s+$/i;
const NOT_BEFORE_GERUND = /\b(?:i|you|we|they|he|she|who|to|an?)\s+$/i;

/** "a proof such as {role.proof.past}": a verb phrase in the place of a noun, or the wrong form of it */
const verbPhrase: SlotCheck = ({ span, value, before }) => {
  const path = span.slot?.path;
  const isFault =
    (path === "proof.past" && NOT_BEFORE_PAST.test(before)) ||
    (path === "proof.gerund" && NOT_BEFORE_GERUND.test(before));
  if (!isFault) return undefined;
  const hint =
    path === "proof.past"
      ? 'It follows who did it, as in "you {role.proof.past}"; else use {role.proof.gerund}.'
      : "Use {role.proof.past} here.";
  const words = before.trim().split(/\s+/).slice(-3).join(" ");
  return {
    rule: "verb-phrase",
    message: `"${words} ${value.slice(0, 40)}": a verb phrase where another form is needed`,
    hint,
  };
};

/** "teams and {role.partners}" where the partners are "platform and product teams" */
const listInList: SlotCheck = ({ span, value, before, after }) => {
  if (!/\s(?:and|or)\s/.test(value) || (span.slot?.path !== "partners" && span.slot?.path !== "vocabulary"))
    return undefined;
  const joined =
    /(?:^|[^,\s]\s+)(?:and|or)\s+$/i.test(before) ||
    /,[^,]*,\s*(?:and|or)\s+$/i.test(before) ||
    /^\s+(?:and|or)\s/i.test(after);
  const hint = "Give the list a place of its own in the sentence.";
  return joined ? { rule: "list-in-list", message: `"${value}" is a list inside a list`, hint } : undefined;
};

const CHECKS: readonly SlotCheck[] = [
  doubledWord,
  doubledArticle,
  articleBeforePlural,
  disagreement,
  verbPhrase,
  listInList,
];
