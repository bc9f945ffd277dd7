declare module "nunjucks" {
  export class FileSystemLoader {
    constructor(folders: string[], options?: { noCache?: boolean });
    /** Null when there is no such template. */
    getSource(name: string): { src: string; path: string; noCache: boolean } | null;
  }
  export class Environment {
    constructor(loader: FileSystemLoader, options?: { autoescape?: boolean; throwOnUndefined?: boolean });
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
  const nunjucks: {
    FileSystemLoader: typeof FileSystemLoader;
    Environment: typeof Environment;
    /** Throws an error with `lineno` and `colno`, 1-based, for what cannot be parsed. */
    parser: { parse(source: string): object };
    /** What compiled templates call. */
    runtime: { memberLookup(target: unknown, name: unknown): unknown; SafeString: { prototype: object } };
  };
  export default nunjucks;
}
