import type { Liquid } from "liquidjs";

/** Texts, outputs and tags of one template and what it includes. A list of ten thousand articles has some hundred thousand. */
const MOST_STEPS = 5_000_000;
/** How deep blocks and includes may stand in each other. */
const DEEPEST = 1_000;

/**
 * Ends what never would. Liquid's own bound is of the time on the clock, by which it would refuse a sound template on a machine
 * that is busy or was asleep: this one counts.
 */
export function boundLiquid({ renderer }: Pick<Liquid, "renderer">): void {
  const render = renderer.renderTemplates.bind(renderer);
  /** For each rendering, by what its contexts share. */
  const counts = new WeakMap<object, { steps: number; depth: number }>();
  renderer.renderTemplates = function* (templates, context, emitter) {
    const count = counts.get(context.renderLimit) ?? { steps: 0, depth: 0 };
    counts.set(context.renderLimit, count);
    count.steps += 1 + templates.length;
    if (count.steps > MOST_STEPS || count.depth === DEEPEST)
      throw new Error("template render limit exceeded");
    count.depth += 1;
    try {
      return yield* render(templates, context, emitter);
    } finally {
      count.depth -= 1;
    }
  };
}
