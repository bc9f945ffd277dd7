/** What the layouts need to know of the generated guides besides that they are articles. */
export interface GuideDetails {
  topics: Map<
    string,
    { title: string; tagline: string; defaultFormat: string; callToAction?: { text: string; url: string } }
  >;
  roles: Map<string, { title: string; base: boolean; order: number }>;
  formats: Map<string, { title: string }>;
  contexts: Map<string, { title: string }>;
  levels: Map<string, { title: string }>;
  /** By the guide's address: its sections, in order, with the first sentence of each. */
  sections: Map<string, { heading: string; own: boolean; roleOwned: boolean; text: string }[]>;
  /** Addresses of guides whose canonical is their topic's base guide, and which are kept out of lists. */
  hidden: ReadonlySet<string>;
}

/** A site without templates. */
export const NO_GUIDES: GuideDetails = {
  topics: new Map(),
  roles: new Map(),
  formats: new Map(),
  contexts: new Map(),
  levels: new Map(),
  sections: new Map(),
  hidden: new Set(),
};
