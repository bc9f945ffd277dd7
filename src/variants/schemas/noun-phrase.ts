import { z } from "zod";
import { slotText } from "./fields.ts";

const withArticle = slotText.regex(/^an? \S/, {
  error: 'must be the singular with its article, such as "an ML engineer"',
});

const count = z.strictObject({
  number: z.literal("count"),
  singular: slotText,
  plural: slotText,
  /** The singular with its indefinite article: "an SRE". */
  a: withArticle,
  /** As in a title: "ML Engineer". */
  title: slotText,
  titlePlural: slotText,
  /** @default the singular */
  short: slotText.optional(),
});

const plural = z.strictObject({
  number: z.literal("plural"),
  plural: slotText,
  title: slotText,
  /** Given together with `a`, or not at all. */
  singular: slotText.optional(),
  a: withArticle.optional(),
  /** @default the plural */
  short: slotText.optional(),
});

const mass = z.strictObject({
  number: z.literal("mass"),
  singular: slotText,
  title: slotText,
  /** @default the singular */
  short: slotText.optional(),
});

/**
 * A noun phrase with its forms written out. Nothing is inflected by rule, because rules get "an MLOps", "an SRE"
 * and "counteroffers" wrong.
 */
export const nounPhrase = z
  .discriminatedUnion("number", [count, plural, mass], {
    error: (issue) =>
      issue.input === undefined || issue.input === null
        ? "is missing"
        : "must be one of count, plural and mass, with the forms of a noun phrase beside it",
  })
  .superRefine((noun, context) => {
    const issue = (field: string, message: string, hint?: string) =>
      context.addIssue({ code: "custom", path: [field], message, params: { hint } });
    if (noun.number === "plural" && (noun.singular === undefined) !== (noun.a === undefined)) {
      const absent = noun.singular === undefined ? "singular" : "a";
      issue(absent, "is missing: give singular and a together, or neither");
    }
    if (noun.number !== "mass" && noun.a !== undefined && noun.singular !== undefined) {
      const bare = noun.a.replace(/^an? /, "");
      const { singular, a } = noun;
      if (bare !== singular && bare.toLowerCase() === singular.toLowerCase())
        issue("singular", `has other capitals than "${a}"`, "Write both as in the middle of a sentence.");
      else if (bare !== singular) issue("a", `must be "a" or "an" and then the singular, "${singular}"`);
    }
    for (const field of ["singular", "plural"] as const) {
      const form = field === "plural" && noun.number === "mass" ? undefined : Reflect.get(noun, field);
      if (typeof form !== "string") continue;
      if (/^(?:an?|the|your|our)\s/i.test(form)) issue(field, "must be without an article");
      if (/^(?:to|how to)\s/i.test(form)) issue(field, "is a verb phrase, and a noun phrase is needed");
    }
  });

export type NounPhrase = z.infer<typeof nounPhrase>;
