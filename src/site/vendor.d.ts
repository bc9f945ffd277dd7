/** Narrow types for libraries that ship none: only what the site uses of them. */
declare module "@11ty/eleventy" {
  export interface TemplateData {
    [name: string]: unknown;
  }
  export interface JavaScriptTemplate {
    data: TemplateData;
    render(data: never): string | Promise<string>;
  }
  export type LiquidFilter = (this: unknown, value: unknown, ...options: unknown[]) => unknown;
  export interface UserConfig {
    addPlugin<Options>(
      plugin: (config: UserConfig, options: Options) => void | Promise<void>,
      options?: Options,
    ): void;
    addTemplate(virtualPath: string, content: string | JavaScriptTemplate, data?: TemplateData): void;
    addLayoutAlias(from: string, to: string): void;
    addGlobalData(name: string, value: unknown): void;
    addDateParsing(date: (this: { page: { inputPath: string } }, written: unknown) => unknown): void;
    addCollection(name: string, callback: () => unknown[]): void;
    addTransform(
      name: string,
      transform: (
        this: { page: { inputPath: string; url: string | false; outputPath: string | false } },
        content: unknown,
      ) => unknown,
    ): void;
    addLiquidFilter(name: string, filter: LiquidFilter): void;
    setFrontMatterParsingOptions(options: object): void;
    setLibrary(engine: "njk", library: object): void;
    setLiquidOptions(options: { locale: string; memoryLimit: number }): void;
    amendLibrary(engine: "liquid", amend: (library: import("liquidjs").Liquid) => void): void;
    setUseGitIgnore(use: boolean): void;
    setEventEmitterMode(mode: "sequential" | "parallel"): void;
    ignores: { add(glob: string): void };
    on(event: "eleventy.before" | "eleventy.after", listener: () => void | Promise<void>): void;
    on(event: "eleventy.env", listener: (env: { root: string; config?: string }) => void): void;
    on(event: "eleventy.ignores", listener: (ignores: string[]) => void): void;
    directories: { input: string; output: string };
    benchmarkManager: { get(group: "Configuration"): { setIsVerbose(verbose: boolean): void } };
  }
  export interface EleventyOptions {
    quietMode?: boolean;
    source?: "cli" | "script";
    configPath?: string;
    config?: (config: UserConfig) => void | Promise<void>;
  }
  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    init(): Promise<void>;
    write(): Promise<unknown>;
    disableLogger(): void;
  }
}

declare module "@11ty/eleventy-img" {
  export interface ImageEntry {
    url: string;
    width: number;
    height: number;
    srcset: string;
    sourceType: string;
    /** What is to be written, with the option `dryRun`. */
    buffer: Buffer;
  }
  export default function Image(
    source: string | Buffer,
    options: object,
  ): Promise<Record<string, ImageEntry[]>>;
}

declare module "@11ty/eleventy-plugin-rss" {
  export function dateToRfc3339(date: Date): string;
  export function dateToRfc822(date: Date, timeZone?: string): string;
  export function convertHtmlToAbsoluteUrls(html: string, base: string): Promise<string>;
}

declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";
  export default class EleventyDevServer {
    constructor(name: string, folder: string, options?: object);
    server: Server;
    /** What open pages are connected to. */
    updateServer: { shouldHandle(request: IncomingMessage): boolean };
    serve(port: number): Promise<void>;
    reload(event: object): void;
    getPort(): Promise<number>;
    onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
    /** @throws when the address is none */
    mapUrlToFilePath(url: string): { statusCode: number; filepath?: string; url?: string };
    getFileContentType(file: string, response: ServerResponse): string | undefined;
    augmentContentWithNotifier(html: string, inline: boolean, options: object): string;
    setupReloadNotifier(): void;
    _serverListen(port: number): void;
    _serverErrorHandler(error: Error): void;
  }
}
