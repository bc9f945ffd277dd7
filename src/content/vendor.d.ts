declare module "nunjucks" {
  export class FileSystemLoader {
    constructor(folders: string[], options?: { noCache?: boolean });
    /** Null when there is no such template. */
    getSource(name: string): { src: string; path: string; noCache: boolean } | null;
  }
  export class Environment {
    constructor(
      loader: FileSystemLoader | null,
      options?: { autoescape?: boolean; throwOnUndefined?: boolean },
    );
    readonly filters: Record<string, unknown>;
    readonly tests: Record<string, unknown>;
    render(name: string, context: object): string;
    addExtension(name: string, extension: TemplateExtension): void;
    addGlobal(name: string, value: unknown): void;
  }
  export interface TemplateExtension {
    /** The tags that it brings. */
    tags: string[];
    /** Changes every template's source before it is compiled. */
    preprocess(source: string): string;
  }
  /** What of an extension the parser needs. */
  export interface TagExtension {
    tags: string[];
    parse(parser: NunjucksParser, nodes: NunjucksNodes): NunjucksNode;
  }
  export interface NunjucksParser {
    nextToken(): { value: string };
    parseSignature(tolerant: boolean, noParens: boolean): NunjucksNode;
    advanceAfterBlockEnd(tag?: string): void;
    parseUntilBlocks(...names: string[]): NunjucksNode;
  }
  export class NunjucksNode {
    typename: string;
    /** From 0, as is the column. */
    lineno: number;
    colno: number;
    /** The names of the properties that hold further nodes and values. */
    fields: string[];
    [field: string]: unknown;
  }
  interface NunjucksNodes {
    Node: typeof NunjucksNode;
    Literal: typeof NunjucksNode;
    CallExtensionAsync: new (
      extension: TagExtension,
      method: string,
      args: NunjucksNode,
      bodies: NunjucksNode[],
    ) => NunjucksNode;
  }
  const nunjucks: {
    FileSystemLoader: typeof FileSystemLoader;
    Environment: typeof Environment;
    /** Throws an error with `lineno` and `colno`, 1-based, for what cannot be parsed. */
    parser: { parse(source: string, extensions?: TagExtension[]): NunjucksNode };
    nodes: NunjucksNodes;
    /** What compiled templates call. */
    runtime: { memberLookup(target: unknown, name: unknown): unknown; SafeString: { prototype: object } };
  };
  export default nunjucks;
}
