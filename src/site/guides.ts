import { capitalize } from "../variants/nouns.ts";

/** A topic or role. */
interface Named {
  title: string;
  /** What readers call it besides: its other forms, short and long. */
  names: readonly string[];
}

/** A section that was written for a guide's role: its heading, and how it begins. */
export interface DifferentPart {
  id: string;
  heading: string;
  text: string;
}

/** What the layouts need to know of the generated guides besides that they are articles. */
export interface GuideDetails {
  topics: Map<string, Named & { tagline: string; callToAction?: { text: string; url: string } }>;
  roles: Map<string, Named & { titlePlural: string; order?: number }>;
  formats: Map<string, { title: string }>;
  contexts: Map<string, { title: string }>;
  /** From low to high; then those that the engine lends. */
  levels: Map<string, { title: string }>;
  /** Of every guide by its address, one that a post has replaced with none. */
  different: Map<string, DifferentPart[]>;
  /** Addresses of guides whose canonical is their topic's base guide: readers reach them from topic and role alone. */
  hidden: ReadonlySet<string>;
}

/** What a topic, role, level or format is called: where nothing names it, by its id, `data-engineer` as "Data engineer". */
export function titleOf(id: string, named: ReadonlyMap<string, { title: string }>): string {
  return named.get(id)?.title ?? capitalize(id.replaceAll("-", " "));
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
