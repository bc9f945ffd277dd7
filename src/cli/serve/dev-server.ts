import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { UsageError } from "../command.ts";
import { createPreviewHeaders } from "./preview-headers.ts";
import { sendFile } from "./range.ts";
import { mayConnect, refusalOf } from "./refusal.ts";

export interface DevServerOptions {
  /** The folder that is served. */
  folder: string;
  /** Where to serve; the next free one when it is taken. */
  port: number;
  /** The name or address to listen at. */
  host: string;
  say: (...parts: unknown[]) => void;
  /** Told when a page is asked for and the folder is not there. */
  gone: () => void;
}

/** How many ports are tried, from the one that was asked for. */
const MOST_PORTS = 50;
const LAST_PORT = 65_535;

interface Serving extends Pick<DevServerOptions, "folder" | "host" | "port" | "gone"> {
  /** Told when the server cannot listen there. */
  failed: (why: UsageError) => void;
}

/**
 * Eleventy's development server, at the one address that it is given, for nobody but the author, with the headers that the
 * site is deployed with, and alive whatever is asked for.
 */
class DevServer extends EleventyDevServer {
  readonly #serving: Serving;
  readonly #headers: () => Map<string, string>;

  constructor(serving: Serving, options: object) {
    super("rolewise", serving.folder, options);
    this.#serving = serving;
    this.#headers = createPreviewHeaders(serving.folder);
  }

  /** Called with one port after the other until one is free. */
  override _serverListen(port: number): void {
    const { host, port: first, failed } = this.#serving;
    const last = Math.min(first + MOST_PORTS - 1, LAST_PORT);
    if (port <= last) this.server.listen({ port, host });
    else
      failed(
        new UsageError(
          `every port from ${first} to ${last} is taken: free one, or choose another with --port`,
        ),
      );
  }

  override _serverErrorHandler(error: NodeJS.ErrnoException): void {
    if (this.server.listening) super._serverErrorHandler(error);
    else this.#serving.failed(cannotListen(error));
  }

  override async onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      response.setHeaders(this.#headers());
      const refusal = refusalOf(request, this.#serving.host);
      if (refusal) {
        response.setHeaders(new Map(Object.entries(refusal.headers)));
        answer(response, refusal.status, refusal.text);
        return;
      }
      // The answer is a page that loads again as soon as there is a site.
      if (!existsSync(this.#serving.folder)) this.#serving.gone();
      if (!(await this.#sendFile(request, response))) await super.onRequestHandler(request, response);
    } catch (error) {
      // A file can be gone for a moment, while a new site takes the old one's place.
      const isGone = error instanceof Error && "syscall" in error;
      if (isGone) answer(response, 503, "The site is just being replaced: load the page again.\n");
      else answer(response, 400, "Not an address.\n");
    }
  }

  /**
   * Sends all but pages. Eleventy's own server would hold the whole file for each reader, and say to who asks for a part that a
   * file in a folder such as `.cache` is not there.
   */
  async #sendFile(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { range, "if-range": version } = request.headers;
    delete request.headers.range;
    const { filepath } = this.mapUrlToFilePath(request.url ?? "/");
    if (!filepath) return false;
    const type = this.getFileContentType(filepath, response);
    // A page is sent with more than what is in its file.
    if (type?.startsWith("text/html")) return false;
    if (type) response.setHeader("Content-Type", type);
    // No answer names the file's version, so that none can be meant.
    const isPart = version === undefined && request.method === "GET";
    await sendFile(filepath, isPart ? range : undefined, response);
    return true;
  }

  /** What reloads a page is linked to, also where Eleventy would write it into the page, which the policy forbids. */
  override augmentContentWithNotifier(html: string, _inline: boolean, options: object): string {
    return super.augmentContentWithNotifier(html, false, options);
  }

  override setupReloadNotifier(): void {
    super.setupReloadNotifier();
    this.updateServer.shouldHandle = (request) => mayConnect(request, this.#serving.host);
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(text);
}

/** Whether a server listens at every address of the machine. */
function isEvery(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

function withHost(url: string, host: string): string {
  return url.replace("//localhost", `//${host.includes(":") ? `[${host}]` : host}`);
}

/** @param error what the system said, which names host and port */
function cannotListen(error: NodeJS.ErrnoException): UsageError {
  const instead =
    error.code === "EACCES"
      ? "choose another port with --port, such as 8080"
      : "choose an address of this machine with --host, such as localhost";
  return new UsageError(`the site cannot be served there: ${error.message}; ${instead}`);
}

/**
 * Serves a folder; open pages load again when they are told to. Resolves once it listens, with the port.
 * @throws UsageError when it cannot listen
 */
export async function startDevServer({ folder, port, host, say, gone }: DevServerOptions) {
  const { promise: failure, reject: failed } = Promise.withResolvers<never>();
  const server = new DevServer(
    { folder, host, port, gone, failed },
    {
      port,
      portReassignmentRetryCount: Number.POSITIVE_INFINITY,
      logger: { info: say, log: say, error: say },
      showAllHosts: isEvery(host),
      messageOnStart: ({ hosts }: { hosts: string[] }) =>
        `Serving at ${hosts.map((url) => (isEvery(host) ? url : withHost(url, host))).join(" or ")}`,
    },
  );
  server.serve(port);
  return { port: await Promise.race([server.getPort(), failure]), reload: () => server.reload({}) };
}
