import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem, hasErrors } from "../../../src/content/problem.ts";
import { BASE, generate } from "./packs.ts";

const scalar = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 10 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    ...["", "count", "plural", "mass", "all", "shared", "framework", "engineer", "2026-02-09", "2026-02-30"],
    ...[
      "{topic}",
      "{role.a}",
      "{role",
      "[",
      "a]",
      "/a/",
      "javascript:x",
      "<b>",
      "__proto__",
      "\u202e",
      "\ud800",
    ],
  ),
);
const FIELDS = {
  "roles/manager.md": [
    ...["noun", "partners", "proof", "vocabulary", "base", "abbreviation", "publishDateISO"],
    ...["updatedDateISO", "past", "gerund", "short", "long"],
  ],
  "topics/design-interviews.md": [
    ...["noun", "artifact", "categories", "defaultFormat", "callToAction", "tagline", "author"],
    ...["featuredImage", "publishDateISO", "text", "url"],
  ],
  "formats/framework.md": [
    ...["noun", "titlePattern", "descriptionPattern", "imageAltPattern", "sections", "publishDateISO", "id"],
    ...["heading", "kind", "own", "optional"],
  ],
  "contexts/loops.md": ["noun", "phrase", "updatedDateISO"],
  "levels/senior.md": ["name", "order", "updatedDateISO"],
  "blocks/shared.md": ["updatedDateISO", "publishDateISO"],
  "matrix.yaml": ["guides", "topic", "roles", "formats", "contexts", "levels"],
};
const NOUN = [
  "number",
  "singular",
  "plural",
  "a",
  "title",
  "titlePlural",
  "short",
  "__proto__",
  "constructor",
];

describe("a template with any value in any field", () => {
  it.each(Object.entries(FIELDS))(
    "is read, or its problems are told at places of its own: %s",
    (path, own) => {
      const key = fc.oneof(fc.constantFrom(...own), fc.constantFrom(...NOUN), fc.string({ maxLength: 6 }));
      const { value } = fc.letrec<{ value: unknown }>((tie) => ({
        value: fc.oneof(
          { depthSize: "small" },
          scalar,
          fc.array(tie("value"), { maxLength: 3 }),
          fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
        ),
      }));
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one, maxLength: 6 }),
          (fields) => {
            // The sound file with some of its fields replaced, else nearly everything would fall at the first.
            const sound = BASE[path]?.replace(/^---\n/, "").replace(/\n---[\s\S]*$/, "") ?? "";
            const kept = sound
              .split(/\n(?=\S)/)
              .filter((text) => !fields.some(([one]) => text.startsWith(`${one}:`)));
            const lines = [
              ...kept.filter((text) => text !== ""),
              ...fields.map(([one, is]) => `${JSON.stringify(one)}: ${JSON.stringify(is)}`),
            ].join("\n");
            const text = path === "matrix.yaml" ? `${lines}\n` : `---\n${lines}\n---\n`;
            const { problems, guides } = generate({ [path]: text });
            expect(hasErrors(problems) || guides.length > 0 || path === "matrix.yaml").toBe(true);
            const count = text.split(/\r\n?|\n/).length;
            for (const problem of problems) {
              expect(problem.line).toBeGreaterThan(0);
              expect(problem.column).toBeGreaterThan(0);
              if (problem.file === `templates/${path}`) expect(problem.line).toBeLessThanOrEqual(count);
              expect(problem.message).not.toMatch(/\[object|undefined|TypeError|Invalid input|, received/);
              expect(problem.message.length).toBeLessThan(1_500);
              expect(formatProblem(problem)).not.toMatch(/\n\s+at /);
            }
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});
