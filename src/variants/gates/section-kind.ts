import { Merged } from "../../content/merged.ts";
import { type Problem, warning } from "../../content/problem.ts";
import type { BlockText } from "../block-text.ts";
import type { Draft } from "../compose.ts";
import type { SectionKind } from "../schemas/templates.ts";

interface Kind {
  /** What a section of the kind cannot do without. */
  needs: string;
  form: string;
  isThere(text: BlockText): boolean;
}

const KINDS: Readonly<Record<SectionKind, Kind | undefined>> = {
  checklist: {
    needs: "checkbox",
    form: 'one "- [ ] Do it." a line',
    isThere: ({ items }) => items.some(({ isTask }) => isTask),
  },
  faq: {
    needs: "question",
    form: 'each question on a line of its own, and ": Its answer." on the next',
    isThere: ({ prose: { units, text } }) =>
      units.some(({ kind }) => kind === "term") || /[?\uff1f\u061f]/.test(text),
  },
  // Any text can be one.
  example: undefined,
};

/** How a section of a kind is written, if that is a question of form. */
export function formOf(kind: SectionKind | undefined): string | undefined {
  return kind && KINDS[kind]?.form;
}

/** Checklists without a checkbox and FAQs without a question, each once at the block that is one. */
export function kindProblems(drafts: readonly Draft[]): Problem[] {
  const merged = new Merged();
  for (const { parts, texts, guide } of drafts) {
    const { format } = parts;
    for (const { id, kind } of format.data.sections) {
      const rule = kind && KINDS[kind];
      const text = rule && texts.find(({ block }) => block.section === id);
      if (rule === undefined || text === undefined || rule.isThere(text)) continue;
      const { file, headingLine: line } = text.block;
      const describe = () => {
        const message = `the section "${id}" is to be a ${kind}, and has no ${rule.needs}`;
        const hint = `Write ${rule.form}, or take its "kind" out of ${format.file}.`;
        return { file, line, column: 1, ...warning("section-kind", message, hint) };
      };
      merged.add(`${file} ${line} ${kind} ${format.id}`, describe, guide.url);
    }
  }
  return merged.problems(drafts.length);
}
