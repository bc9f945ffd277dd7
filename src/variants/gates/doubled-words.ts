import type { Place, SlotCheck } from "./place.ts";
import { remember } from "./remember.ts";
import { mayEndClause } from "./verbs.ts";

const stem = remember((word: string): string =>
  word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[a-z]{2}[^s])s$/, ""),
);

/** As many words as a doubled phrase can have. */
const MOST_WORDS = 3;

/** The words that a value begins and ends with, from the edge inwards. */
const edgesOf = remember((value: string) => {
  const stretches = value.split(/[^\w'’\s/-]/);
  const words = (stretch = ""): string[] => stretch.split(/\s+/).filter((word) => word !== "");
  return {
    first: words(stretches.at(0)).slice(0, MOST_WORDS),
    last: words(stretches.at(-1)).toReversed().slice(0, MOST_WORDS),
  };
});

/**
 * How many words in a row stand on both sides of an edge in the same order.
 * @param inner the words of the value, from the edge inwards
 * @param outer the words beside it, from the edge outwards
 */
function sharedAt(inner: readonly string[], outer: readonly string[]): number {
  const [nearest] = outer;
  if (nearest === undefined) return 0;
  const first = stem(nearest);
  for (const [index, word] of inner.entries()) {
    if (stem(word) !== first) continue;
    const reversed = inner.slice(0, index).toReversed();
    if (reversed.every((other, at) => stem(other) === stem(outer[at + 1] ?? ""))) return index + 1;
  }
  return 0;
}

/** Whether the word after a noun is the noun's verb, which only looks like it: "how clerks of works work". */
function isOwnVerb({ form, following: [verb = ""] }: Place, last = ""): boolean {
  return form !== undefined && verb !== last && mayEndClause(verb);
}

/** "{topic.plural} interviews", and "take-home test {artifact}" where the artifact is a "take-home test write-up" */
export const doubledWords: SlotCheck = (place) => {
  const { slot, value, previous, following } = place;
  if (slot.verb !== undefined) return undefined;
  const { first, last } = edgesOf(value);
  const shared = sharedAt(last, following);
  const after = shared === 1 && isOwnVerb(place, last[0]) ? 0 : shared;
  const before = after === 0 ? sharedAt(first, previous) : 0;
  const count = after + before;
  if (count === 0) return undefined;
  const doubled =
    after > 0
      ? [...last.slice(0, count).reverse(), ...following.slice(0, count)]
      : [...previous.slice(0, count).reverse(), ...first.slice(0, count)];
  return {
    words: place.around(before, after),
    rule: "doubled-slot-word",
    message: `${slot.source} gives "${doubled.join(" ")}"`,
    hint: `Take out the ${count === 1 ? "word" : "words"} beside the slot.`,
  };
};
