import { z } from "zod";

/** One thing that is wrong with the author's content, where it is, and what to do about it. */
export const problemSchema = z.strictObject({
  /** Path from the site's root, with forward slashes. */
  file: z.string(),
  /** 1-based. */
  line: z.number(),
  /** 1-based. */
  column: z.number(),
  severity: z.enum(["error", "warning"]),
  /** What is wrong, as a sentence without a full stop. */
  message: z.string(),
  /** The rule's kebab-case name. */
  rule: z.string(),
  /** What to do, as a full sentence. */
  hint: z.string().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
