import type { IncomingMessage, ServerResponse } from "node:http";
import EleventyDevServer from "@11ty/eleventy-dev-server";

export interface DevServerOptions {
  /** The folder that is served. */
  folder: string;
  /** Where to serve; the next free one when it is taken. */
  port: number;
  /** The name or address to listen at. */
  host: string;
  say: (...parts: unknown[]) => void;
}

/** Eleventy's development server, at the one address that it is given, and alive whatever is asked for. */
class DevServer extends EleventyDevServer {
  readonly #host: string;

  constructor(folder: string, host: string, options: object) {
    super("rolewise", folder, options);
    this.#host = host;
  }

  override _serverListen(port: number): void {
    this.server.listen({ port, host: this.#host });
  }

  override async onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await super.onRequestHandler(request, response);
    } catch (error) {
      // A file can be gone for a moment, while a new site takes the old one's place.
      const isGone = error instanceof Error && "syscall" in error;
      response.statusCode = isGone ? 503 : 400;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.end(isGone ? "The site is just being replaced: load the page again.\n" : "Not an address.\n");
    }
  }
}

/** Serves a folder; open pages load again when they are told to. Resolves once it listens, with the port. */
export async function startDevServer({ folder, port, host, say }: DevServerOptions) {
  const server = new DevServer(folder, host, {
    port,
    portReassignmentRetryCount: 50,
    logger: { info: say, log: say, error: say },
    messageOnStart: ({ hosts }: { hosts: string[] }) => `Serving at ${hosts.join(" or ")}`,
  });
  server.serve(port);
  return { port: Number(await server.getPort()), reload: () => server.reload({}) };
}
