/** A topic or role. */
interface Named {
  title: string;
  /** What readers call it besides: its other forms, short and long. */
  names: readonly string[];
}

/** What the layouts need to know of the generated guides besides that they are articles. */
export interface GuideDetails {
  topics: Map<string, Named & { tagline: string; callToAction?: { text: string; url: string } }>;
  roles: Map<string, Named & { titlePlural: string; order: number }>;
  formats: Map<string, { title: string }>;
  contexts: Map<string, { title: string }>;
  /** From low to high. */
  levels: Map<string, { title: string }>;
  /** By the guide's address: the first sections that were written for its role, with the first sentence of each. */
  different: Map<string, { heading: string; text: string }[]>;
  /** Addresses of guides whose canonical is their topic's base guide: readers reach them from topic and role alone. */
  hidden: ReadonlySet<string>;
}

/** A site without templates. */
export const NO_GUIDES: GuideDetails = {
  topics: new Map(),
  roles: new Map(),
  formats: new Map(),
  contexts: new Map(),
  levels: new Map(),
  different: new Map(),
  hidden: new Set(),
};
