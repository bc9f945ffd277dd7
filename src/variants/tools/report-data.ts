import type { Problem } from "../../content/problem.ts";
import type { Generated } from "../generate.ts";
import type { Pack } from "../model.ts";
import type { Passage } from "../similarity/passages.ts";
import { type Coverage, measureCoverage } from "./coverage.ts";
import { distribution, type ListedGuide, listGuides, type Publication } from "./list.ts";

/** Two guides that are alike, with what they share. */
export interface AlikePair {
  url: string;
  other: string;
  containment: number;
  passages: Omit<Passage, "at" | "block">[];
}

/** Everything that `variants report` shows, ready for JSON. */
export interface ReportData {
  guides: ListedGuide[];
  distribution: { median: number; most: number };
  /** Containment of each guide of a topic in each other, in the order of the addresses. */
  topics: { topic: string; urls: readonly string[]; containment: number[][] }[];
  /** The most alike first. */
  worst: AlikePair[];
  coverage: Coverage[];
  problems: readonly Problem[];
}

const MOST_PAIRS = 10;
const MOST_PASSAGES = 5;

/** Gathers what `variants report` shows. */
export function reportData(pack: Pack, generated: Generated, publication: Publication): ReportData {
  const { similarity } = generated;
  const guides = listGuides(generated, publication);
  const topics = [...similarity.topics].map(([topic, urls]) => ({
    topic,
    urls,
    containment: urls.map((url) => urls.map((other) => round(similarity.between(url, other)))),
  }));
  const pairs = topics.flatMap(({ urls, containment }) =>
    urls.flatMap((url, row) =>
      urls
        .slice(row + 1)
        .map((other, offset) => ({ url, other, containment: containment[row]?.[row + 1 + offset] ?? 0 })),
    ),
  );
  const worst = pairs
    .filter(({ containment }) => containment > 0)
    .sort((a, b) => b.containment - a.containment)
    .slice(0, MOST_PAIRS)
    .map((pair) => ({
      ...pair,
      passages: similarity
        .passages(pair.url, pair.other)
        .slice(0, MOST_PASSAGES)
        .map(({ at: _at, block: _block, ...passage }) => passage),
    }));
  return {
    guides,
    distribution: distribution(guides),
    topics,
    worst,
    coverage: measureCoverage(pack),
    problems: generated.problems,
  };
}

function round(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}
