import { describe, expect, it } from "vitest";
import { generateGuides } from "../../../src/variants/generate.ts";
import { loadTemplates } from "../../../src/variants/load.ts";
import { DEFAULTS, fixture, placeOf } from "./packs.ts";

/** What went wrong in guides that were made by filling in one noun, and where the fixture does it again. */
const PLANTED: readonly (readonly [fault: string, place: string])[] = [
  [
    "an article before the plural of a slot",
    "blocks/behavioral-interviews+framework.md:12:15 article-before-plural",
  ],
  [
    "an article before a plural that is written out",
    "blocks/behavioral-interviews+framework.md:16:38 article-before-plural",
  ],
  [
    "a verb that does not agree with a slot",
    "blocks/behavioral-interviews+framework.md:20:25 verb-agreement",
  ],
  ["an agreeing verb for another form", "blocks/behavioral-interviews+framework.md:24:24 verb-agreement"],
  ["a doubled word", "blocks/behavioral-interviews+framework.md:28:6 doubled-slot-word"],
  ["an article after a possessive", "blocks/behavioral-interviews+framework.md:32:13 doubled-article"],
  ["a list inside a list", "blocks/behavioral-interviews+framework.md:36:43 list-in-list"],
  ["a verb phrase in the place of a noun", "blocks/behavioral-interviews+framework.md:40:32 verb-phrase"],
  ["a wrong article", "blocks/behavioral-interviews+framework.md:44:11 indefinite-article"],
  ["a wrong article before a slot", "blocks/behavioral-interviews+framework.md:48:12 indefinite-article"],
  ["a word twice", "blocks/behavioral-interviews+framework.md:52:10 repeated-word"],
  ["a sentence in lower case", "blocks/behavioral-interviews+framework.md:56:24 lower-case-sentence"],
  [
    "a sentence that a slot begins in lower case",
    "blocks/behavioral-interviews+framework.md:60:20 lower-case-sentence",
  ],
  ["a for example without one", "blocks/behavioral-interviews+framework.md:66:21 empty-example"],
  ["filler after every bullet", "blocks/behavioral-interviews+framework.md:71:20 filler-sentence"],
  ["a note to the publisher", "blocks/behavioral-interviews+framework.md:75:1 publisher-note"],
  ["a slot that nothing fills", "blocks/behavioral-interviews+framework.md:79:16 unfilled-slot"],
  ["a raw path as link text", "blocks/behavioral-interviews+framework.md:83:6 raw-link-text"],
  [
    "a checklist that repeats the section above it",
    "blocks/behavioral-interviews+framework.md:92:7 checklist-repeats",
  ],
  ["a sentence in two sections", "blocks/behavioral-interviews+framework.md:97:24 repeated-sentence"],
  ["a plural after every", "blocks/behavioral-interviews+framework.md:101:12 determiner-number"],
  ["a verb slot without its noun", "blocks/behavioral-interviews+framework.md:105:6 missing-subject"],
  ["a verb in a question", "blocks/behavioral-interviews+framework.md:110:17 verb-agreement"],
  ["a sentence twice in a section", "blocks/behavioral-interviews+framework.md:116:12 repeated-sentence"],
  ["a word right behind a slot", "blocks/behavioral-interviews+framework.md:124:22 glued-slot"],
  ["a capital slot in a sentence", "blocks/behavioral-interviews+framework.md:124:51 capital-slot"],
  ["the possessive of a plural", "blocks/behavioral-interviews+framework.md:124:93 plural-possessive"],
  ["a verb in a heading", "formats/framework.md:43:26 verb-agreement"],
  [
    "a context's phrase bolted on",
    "blocks/behavioral-interviews+high-signal-loops.md:11:32 context-repeated",
  ],
  [
    "ML in the title, machine learning in the text",
    "blocks/behavioral-interviews+ml-engineer+framework.md:7:10 lone-abbreviation",
  ],
  ["advice for another topic", "blocks/shared.md:11:10 foreign-topic"],
  ["Interviews ... Interviews in a title", "formats/checklist.md:9:1 title-repeats"],
  ["a title in another order than the address", "formats/checklist.md:9:1 title-order"],
  ["a title that doubles a word", "formats/checklist.md:9:1 doubled-slot-word"],
  ["a title in lower case in its own description", "formats/checklist.md:10:1 title-lower-cased"],
  ["a description that doubles a word", "formats/checklist.md:10:1 doubled-slot-word"],
  ["a description in lower case", "formats/checklist.md:10:1 lower-case-sentence"],
  ["a generic image text", "formats/checklist.md:11:1 generic-image-text"],
  [
    "a category that has nothing to do with the topic",
    "topics/behavioral-interviews.md:15:5 foreign-category",
  ],
  ["two roles' pages that share their words", "blocks/behavioral-interviews+framework.md:7:1 too-similar"],
  [
    "a guide without words of its role",
    "blocks/behavioral-interviews+ml-engineer+framework.md:5:1 role-words",
  ],
  ["a role without blocks in a topic", "topics/behavioral-interviews.md:1:1 role-words"],
  ["a role without blocks in another", "topics/compensation-negotiation.md:1:1 role-words"],
];

describe("the faulty pack", () => {
  const { problems } = generateGuides(loadTemplates(fixture("faulty-pack")), {
    author: "x",
    uniqueness: DEFAULTS,
  });
  const found = problems.map(placeOf);

  it.each(PLANTED)("reports %s at the author's own line", (_fault, place) => {
    expect(found).toContain(place);
  });

  it("reports nothing that was not planted", () => {
    const planted = new Set(PLANTED.map(([, place]) => place));
    expect(found.filter((place) => !planted.has(place))).toEqual([]);
  });

  it("tells what to do in every hint", () => {
    expect(problems.filter(({ hint }) => hint === undefined || !/[.?]$/.test(hint))).toEqual([]);
  });
});
