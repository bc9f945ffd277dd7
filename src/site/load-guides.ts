import type { Site } from "../content/data-schema.ts";
import type { Loaded } from "../content/load-articles.ts";
import type { Rendered } from "../content/markdown/markdown.ts";
import type { Problem } from "../content/problem.ts";
import { type GuideDetails, NO_GUIDES } from "./guides.ts";

export interface GuideInput {
  root: string;
  engine: string;
  site: Site;
  markdown: (body: string) => Rendered;
  /** What authors wrote: an ejected guide takes the generated one's place. */
  posts: readonly Loaded[];
}

/** The guides that a root's templates make, as articles like any other. */
export function loadGuides(_input: GuideInput): {
  loaded: Loaded[];
  guides: GuideDetails;
  problems: Problem[];
} {
  return { loaded: [], guides: NO_GUIDES, problems: [] };
}
