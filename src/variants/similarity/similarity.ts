import type { BlockText } from "../block-text.ts";
import type { Draft } from "../compose.ts";
import { type Containments, measureContainment } from "./containment.ts";
import { type Passage, sharedPassages } from "./passages.ts";
import { shingle } from "./shingles.ts";

export interface Neighbor {
  url: string;
  containment: number;
}

/** How alike the guides of each topic are. */
export interface Similarity {
  /** The addresses of each topic's guides, in order. */
  topics: ReadonlyMap<string, readonly string[]>;
  /** Of two guides, 0 to 1; 0 for guides of different topics, 1 for a guide and itself. */
  between(url: string, other: string): number;
  /** How many different phrases a guide has: of two guides, what the one with fewer shares with the other counts. */
  size(url: string): number;
  /** The guide most like this one, among all of its topic. */
  nearest(url: string): Neighbor | undefined;
  /** What two guides share, in the words of the first, longest first. */
  passages(url: string, other: string): Passage[];
}

interface Member {
  topic: string;
  index: number;
  texts: readonly BlockText[];
}

/** Compares the guides of each topic. */
export function compareGuides(drafts: readonly Draft[]): Similarity {
  const shingles = new Map<BlockText, Int32Array>();
  for (const text of new Set(drafts.flatMap(({ texts }) => texts)))
    shingles.set(text, shingle(text).shingles);
  const members = new Map<string, Member>();
  const topics = new Map<string, string[]>();
  for (const { guide, texts } of drafts) {
    const urls = topics.get(guide.key.topic) ?? [];
    topics.set(guide.key.topic, urls);
    members.set(guide.url, { topic: guide.key.topic, index: urls.length, texts });
    urls.push(guide.url);
  }
  const textsOf = (url: string): readonly BlockText[] => members.get(url)?.texts ?? [];
  const measures = new Map<string, Containments>();
  for (const [topic, urls] of topics) {
    const sets = urls.map((url) => textsOf(url).flatMap((text) => shingles.get(text) ?? []));
    measures.set(topic, measureContainment(sets));
  }
  const between = (url: string, other: string): number => {
    const a = members.get(url);
    const b = members.get(other);
    if (!a || !b || a.topic !== b.topic) return 0;
    return url === other ? 1 : (measures.get(a.topic)?.between(a.index, b.index) ?? 0);
  };
  return {
    topics,
    between,
    size(url) {
      const member = members.get(url);
      return member ? (measures.get(member.topic)?.sizes[member.index] ?? 0) : 0;
    },
    nearest(url) {
      let nearest: Neighbor | undefined;
      for (const other of topics.get(members.get(url)?.topic ?? "") ?? []) {
        if (other === url) continue;
        const containment = between(url, other);
        if (nearest === undefined || containment > nearest.containment) nearest = { url: other, containment };
      }
      return nearest;
    },
    passages(url, other) {
      // The places of the words are worked out again for the few pairs that are looked at closely.
      const shingled = (one: string) => textsOf(one).map((text) => ({ text, shingled: shingle(text) }));
      return sharedPassages(shingled(url), shingled(other));
    },
  };
}
