import type { Problem } from "./problem.ts";

/** How many of the names are told. */
const MOST_NAMES = 3;

/** One fault, with the names of all it was found in: a fault of a shared block is one thing to mend, not fifty. */
export class Merged {
  private readonly found = new Map<string, { problem: Problem; names: Set<string> }>();

  /** @param describe called for the first of its key only, because finding a place in YAML takes time */
  add(key: string, describe: () => Problem, name: string): void {
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { problem: describe(), names: new Set([name]) });
    else known.names.add(name);
  }

  /** @param total of how many the fault may be found in: with one alone, its name says nothing */
  problems(total: number): Problem[] {
    return [...this.found.values()].map(({ problem, names }) => {
      const shown = [...names].filter((name) => name !== "");
      if (total <= 1 || shown.length === 0) return problem;
      const more = shown.length > MOST_NAMES ? ` and ${shown.length - MOST_NAMES} more` : "";
      return {
        ...problem,
        message: `${problem.message}, for ${shown.slice(0, MOST_NAMES).join("; ")}${more}`,
      };
    });
  }
}
