import type { Random } from "./random.ts";
import { ADJECTIVES, ADVERBS, NOUNS, RARE_NAMES, rareName, VERBS } from "./vocabulary.ts";

/** The words that one text is about. */
export interface Words {
  nouns: string[];
  verbs: string[];
  adjectives: string[];
  adverbs: string[];
  names: string[];
}

/** Draws the words of a text: far fewer than there are, for a text keeps to its subject. */
export function drawWords(random: Random): Words {
  return {
    nouns: random.sample(NOUNS, 95),
    verbs: random.sample(VERBS, 42),
    adjectives: random.sample(ADJECTIVES, 42),
    adverbs: random.sample(ADVERBS, 16),
    names: Array.from({ length: 18 }, () => rareName(random.between(0, RARE_NAMES - 1))),
  };
}

/**
 * Fills in a pattern of the vocabulary.
 * @param link what `{k}` stands for
 */
export function fill(pattern: string, words: Words, random: Random, link = ""): string {
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    switch (slot) {
      case "n":
        return favor(words.nouns, random);
      case "p":
        return plural(favor(words.nouns, random));
      case "v":
        return favor(words.verbs, random);
      case "s":
        return plural(favor(words.verbs, random));
      case "i":
        return gerund(favor(words.verbs, random));
      case "Iv":
        return capital(gerund(favor(words.verbs, random)));
      case "m":
        return an(favor(words.nouns, random));
      case "M":
        return capital(an(favor(words.nouns, random)));
      case "an":
        return an(favor(words.adjectives, random));
      case "e":
        return past(favor(words.verbs, random));
      case "a":
        return favor(words.adjectives, random);
      case "An":
        return capital(an(favor(words.adjectives, random)));
      case "d":
        return favor(words.adverbs, random);
      case "x":
        return favor(words.names, random);
      case "k":
        return link;
      default:
        throw new RangeError(`no such slot: {${slot}}`);
    }
  });
}

/** An early word of a list more often than a late one, as in real prose. */
function favor(items: readonly string[], random: Random): string {
  return items[Math.floor(random.next() ** 1.6 * items.length)] ?? "";
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const an = (word: string): string =>
  `${/^(?:[aeio]|[AEFILMNORSX][A-Z]|un(?!i)|up|ur|hon|hour)/.test(word) ? "an" : "a"} ${word}`;
export const plural = (word: string): string =>
  `${word.replace(/([^aeiou])y$/, "$1ie").replace(/(s|sh|ch|x|z)$/, "$1e")}s`;
const past = (word: string): string => `${word.replace(/([^aeiou])y$/, "$1i").replace(/e$/, "")}ed`;
const gerund = (word: string): string => `${word.replace(/([^e])e$/, "$1")}ing`;
