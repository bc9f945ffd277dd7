import type { PackFiles, TemplateFile } from "./pack-files.ts";
import type { Matrix } from "./schemas/templates.ts";

/**
 * Tells which templates a site uses: all of its own, and of those that the engine lends the ones that the matrix or the
 * name of a block file says, and the base role, which every topic needs.
 */
export function usedTemplates(
  { blocks, lent }: PackFiles,
  matrix: Matrix | undefined,
): (template: TemplateFile) => boolean {
  const named = new Set(blocks.flatMap(({ id }) => id.split("+")));
  for (const { roles, formats, contexts = [], levels = [] } of matrix?.guides.filter(
    (one) => one !== undefined,
  ) ?? [])
    for (const id of [...(roles === "all" ? [] : roles), ...formats, ...contexts, ...levels]) named.add(id);
  return ({ id, matter }) => !lent.has(id) || named.has(id) || matter.data.base === true;
}
