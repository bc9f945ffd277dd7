import type { Navigation } from "../content/data-schema.ts";
import { type Problem, sortProblems } from "../content/problem.ts";
import { feedFiles } from "./feeds.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { ListView } from "./list-views.ts";
import type { LoadedSite } from "./load-site.ts";
import { type PlannedPictures, planPictures } from "./pictures.ts";

/** All of a site that can be at fault before its pages are rendered. */
export interface Inspected {
  lists: ListView[];
  navigation: Navigation;
  pictures: PlannedPictures;
  feeds: GeneratedFile[];
}

/**
 * Looks at everything that a site is made from. Writes nothing.
 * @param cache the folder of what earlier builds made
 * @returns besides, every problem in reading order, those of reading included
 */
export async function inspectSite(
  { model, check }: Pick<LoadedSite, "model" | "check">,
  cache: string,
): Promise<{ inspected?: Inspected; problems: Problem[] }> {
  const { lists, navigation, problems } = check();
  if (!model) return { problems };
  const pictures = await planPictures(model, cache);
  const feeds = await feedFiles(model, pictures.pictures);
  // Where a text is at fault itself, that is what to mend.
  const faulty = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const feedProblems = feeds.problems.filter(({ file }) => !faulty.has(file));
  return {
    inspected: { lists, navigation, pictures, feeds: feeds.files },
    problems: sortProblems([...problems, ...pictures.problems, ...feedProblems]),
  };
}
