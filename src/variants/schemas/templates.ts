import { z } from "zod";
import {
  abbreviation,
  calendarDate,
  checkDates,
  flag,
  id,
  idList,
  link,
  linkless,
  missingOr,
  sitePath,
  slotText,
  text,
  textList,
} from "./fields.ts";
import { nounPhrase } from "./noun-phrase.ts";

const updated = { updatedDateISO: calendarDate.optional() };
const dates = { publishDateISO: calendarDate.optional(), ...updated };
const published = { publishDateISO: calendarDate, ...updated };

/** `templates/blocks/**.md`: the scope is in the file's name, so that only the dates are left to say. */
export const blockFileSchema = z.strictObject(dates).superRefine(checkDates);

/** `templates/topics/<id>.md` */
export const topicSchema = z
  .strictObject({
    noun: nounPhrase,
    /** What the candidate produces; it takes other verbs than the topic does. */
    artifact: nounPhrase,
    categories: textList,
    /** The format at `/guides/<topic>/<role>/`. */
    defaultFormat: id,
    callToAction: z.strictObject(
      { text: slotText, url: link },
      { error: "must have the fields text and url" },
    ),
    /** One sentence for the topic's hub. */
    tagline: slotText,
    abbreviation: abbreviation.optional(),
    /** @default the site's own author */
    author: text.optional(),
    /** @default a card that the site draws */
    featuredImage: sitePath.optional(),
    ...published,
  })
  .superRefine(checkDates);

/** What may stand before the verb of a proof: "more than doubled sales", "quickly and safely cut stays". */
const ADVERB = String.raw`^(?:(?:[\w-]+ly|all\s+but|almost|and|first|just\s+about|more\s+(?:than|or\s+less)|never|not\s+only|often|once|soon|twice|well\s+over)\s+){0,3}`;
const GERUND = new RegExp(String.raw`${ADVERB}[\w/-]+ing\b`, "i");
const NO_PAST = new RegExp(String.raw`${ADVERB}(?:\w+ing|to|a|an|the)\s`, "i");

/** `templates/roles/<id>.md` */
export const roleSchema = z
  .strictObject({
    noun: nounPhrase,
    /** Who the role works with, as noun phrases. */
    partners: textList,
    /** An outcome with a number, in two forms: "cut ... by 38%" and "cutting ... by 38%". */
    proof: z.strictObject(
      { past: slotText, gerund: slotText },
      { error: "must have the fields past and gerund" },
    ),
    vocabulary: textList,
    /** The one role whose guide stands at `/guides/<topic>/`. @default false */
    base: flag.optional(),
    abbreviation: abbreviation.optional(),
    ...published,
  })
  .superRefine(checkDates)
  .superRefine((role, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (role.noun.number !== "count") issue(["noun", "number"], 'must be "count": a role is a person');
    for (const field of ["partners", "vocabulary"] as const) {
      for (const [index, item] of role[field].entries()) {
        if (role[field].length > 1 && /\s(?:and|or)\s|,/.test(item)) {
          issue(
            [field, index],
            `holds a list of its own ("${item}"), which would become a list inside a list`,
          );
        }
      }
    }
    if (!GERUND.test(role.proof.gerund))
      issue(["proof", "gerund"], 'must begin with a verb in -ing, such as "cutting"');
    if (NO_PAST.test(role.proof.past))
      issue(["proof", "past"], 'must begin with a verb in the past, such as "cut"');
  });

const SECTION_KINDS = ["checklist", "faq", "example"] as const;

/** `templates/formats/<id>.md` */
export const formatSchema = z
  .strictObject({
    noun: nounPhrase,
    titlePattern: text,
    descriptionPattern: text,
    imageAltPattern: text,
    sections: z
      .array(
        z.strictObject(
          {
            id,
            /** Absent only in the first section, the opening. */
            heading: linkless.optional(),
            /** Whether a guide may go without it. @default false */
            optional: flag.optional(),
            kind: z.enum(SECTION_KINDS, { error: `must be one of ${SECTION_KINDS.join(", ")}` }).optional(),
            /** Whether it is what the format is named for. @default false */
            own: flag.optional(),
          },
          { error: "must have the field id, and a heading unless it is the first" },
        ),
        { error: "must be the list of sections" },
      )
      .min(1, { error: "is an empty list" }),
    ...published,
  })
  .superRefine(checkDates)
  .superRefine((format, context) => {
    const seen = new Set<string>();
    const headings = new Set<string>();
    for (const [index, section] of format.sections.entries()) {
      const issue = (message: string) =>
        context.addIssue({ code: "custom", path: ["sections", index], message });
      if (seen.has(section.id)) issue(`repeats the id "${section.id}"`);
      seen.add(section.id);
      if (section.heading === undefined && index > 0)
        issue("has no heading; only the first section may go without");
      if (section.heading === undefined) continue;
      const heading = section.heading.toLowerCase();
      if (headings.has(heading)) issue(`repeats the heading "${section.heading}"`);
      headings.add(heading);
    }
    if (format.sections.filter((section) => section.own).length > 1) {
      context.addIssue({
        code: "custom",
        path: ["sections"],
        message: "has more than one section of the format's own",
      });
    }
  });

/** `templates/contexts/<id>.md` */
export const contextSchema = z
  .strictObject({
    noun: nounPhrase,
    /** As it stands at the end of a sentence: "in high-signal interview loops". */
    phrase: slotText,
    ...dates,
  })
  .superRefine(checkDates);

/** `templates/levels/<id>.md` */
export const levelSchema = z
  .strictObject({
    name: slotText,
    /** Low to high. */
    order: z.int({ error: "must be a whole number" }),
    ...dates,
  })
  .superRefine(checkDates);

const combination = z.strictObject(
  {
    topic: id,
    roles: z.union([z.literal("all"), idList], { error: 'must be a list of role ids, or "all"' }),
    formats: idList,
    /** When there, the guides are made for these contexts and not without one. */
    contexts: idList.optional(),
    levels: idList.optional(),
  },
  { error: "must have the fields topic, roles and formats" },
);

/** `templates/matrix.yaml`: which combinations are published; nothing else is. */
export const matrixSchema = z.strictObject({
  guides: z.array(combination, {
    error: missingOr("must be a list of combinations", ": list {topic: ..., roles: all, formats: [...]}"),
  }),
});

/** What can be read of it: an entry with a fault is undefined, so that the others keep their places. */
export const readableMatrixSchema = z.object({
  guides: z.array(combination.optional().catch(undefined)),
});

export type TopicData = z.infer<typeof topicSchema>;
export type RoleData = z.infer<typeof roleSchema>;
export type FormatData = z.infer<typeof formatSchema>;
export type ContextData = z.infer<typeof contextSchema>;
export type LevelData = z.infer<typeof levelSchema>;
export type MatrixEntry = z.infer<typeof combination>;
export type Matrix = z.infer<typeof readableMatrixSchema>;
export type SectionKind = (typeof SECTION_KINDS)[number];
