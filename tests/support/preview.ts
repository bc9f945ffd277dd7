import { execFileSync, spawn } from "node:child_process";
import { type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { PATIENCE_MS } from "./patience.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  body: string;
}

export interface Preview {
  /** What it has printed since this was last emptied. */
  printed: string;
  port: number;
  /** What the server answers to a path, which is sent as it is. */
  ask(path: string, options?: RequestOptions): Promise<Answer>;
  /** Whether a build is under way. */
  isBuilding(): boolean;
  stop(): Promise<void>;
}

/** Starts `npm start` on a site, at a port of its own. Resolves once it serves. */
export async function startPreview(root: string): Promise<Preview> {
  const program = join(ENGINE_ROOT, "src/cli/serve.ts");
  const node = join(ENGINE_ROOT, "node_modules/.bin/node");
  const child = spawn(node, [program, "--root", root, "--port", "0"], { cwd: ENGINE_ROOT });
  const preview: Preview = {
    printed: "",
    port: 0,
    ask: (path, options) => ask({ host: "localhost", port: preview.port, path, ...options }),
    isBuilding: () =>
      execFileSync("ps", ["-A", "-o", "ppid,args"], { encoding: "utf8" })
        .split("\n")
        .some((line) => line.trim().startsWith(`${child.pid} `) && line.includes("build-process.ts")),
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (preview.printed += text));
  const serves = () => expect(preview.printed).toMatch(/Serving at/);
  await vi.waitFor(serves, { timeout: PATIENCE_MS, interval: 50 }).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  preview.port = Number(/localhost:(\d+)/.exec(preview.printed)?.[1]);
  return preview;
}

function ask(options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, bytes, body: bytes.toString("utf8") });
      });
    });
    // An upgrade that is granted is an answer, too.
    sent.on("upgrade", ({ statusCode: status = 0, headers }, socket) => {
      socket.destroy();
      resolve({ status, headers, bytes: Buffer.of(), body: "" });
    });
    sent.on("error", reject).end();
  });
}
