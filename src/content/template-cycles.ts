import type { TemplatePart } from "./template-parts.ts";

/**
 * Finds references by which templates include or extend themselves, by way of others or not, whatever their data: Nunjucks
 * ends those with a full stack, Liquid not at all. One that does so under a condition, as for a tree, or in a block, which
 * another may take the place of, is left to its author.
 * @param templates each with what its references lead to
 */
export function cyclicReferences<Template extends { targets: ReadonlyMap<TemplatePart, Template> }>(
  templates: readonly Template[],
): Set<TemplatePart> {
  const certain = new Map(
    templates.map((one) => [one, [...one.targets].filter(([part]) => part.always && !part.inBlock)]),
  );
  const next = (one: Template) => certain.get(one)?.map(([, target]) => target) ?? [];
  return new Set(
    templates.flatMap((one) => {
      const back = certain.get(one)?.find(([, target]) => leadsTo(target, one, next));
      return back ? [back[0]] : [];
    }),
  );
}

function leadsTo<Template>(from: Template, goal: Template, next: (one: Template) => Template[]): boolean {
  const seen = new Set<Template>();
  const waiting = [from];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === goal) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    waiting.push(...next(one));
  }
  return false;
}
