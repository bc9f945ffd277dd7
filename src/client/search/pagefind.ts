/** What this code uses of Pagefind's browser module, which has no types of its own. */

/** Values of a filter of which a result needs one. */
export interface AnyOf {
  any: readonly string[];
}

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindOptions {
  basePath?: string;
  baseUrl?: string;
  excerptLength?: number;
  excerptEllipsis?: string;
  ranking?: { pageLength?: number; termFrequency?: number; termSaturation?: number };
  noWorker?: boolean;
  /** A filter with one value that every page of the index then has. */
  mergeFilter?: Readonly<Record<string, string>>;
}

export interface SearchOptions {
  filters?: Readonly<Record<string, AnyOf>>;
}

export interface SubResult {
  title: string;
  url: string;
  excerpt: string;
  anchor?: { id: string };
  weighted_locations: readonly { balanced_score: number }[];
}

/** A page, loaded because it is shown. */
export interface Fragment {
  url: string;
  excerpt: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, readonly string[]>>;
  sub_results: readonly SubResult[];
}

export interface RawResult {
  id: string;
  score: number;
  /** Where in the page the words were found. */
  words: readonly number[];
  data(): Promise<Fragment | null>;
}

export interface RawResponse {
  results: readonly RawResult[];
  /** How many of the results have each value of the filters that are loaded. */
  filters: Counts;
}

/** One reader's search over one or several indexes. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: PagefindOptions): Promise<void>;
  mergeIndex(path: string, options: PagefindOptions): Promise<void>;
  /** With no term, every page. */
  search(term: string | null, options?: SearchOptions): Promise<RawResponse>;
  /** Loads what a search would need. */
  preload(term: string | null, options?: SearchOptions): Promise<void>;
  destroy(): Promise<void>;
}

/** `pagefind.js` as a module. */
export interface PagefindModule {
  createInstance(options: PagefindOptions): Pagefind;
}
