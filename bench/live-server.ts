import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { CommandFailed } from "./measure.ts";
import { PROJECT } from "./tools.ts";

const READY_MS = 20 * 60_000;

/** `npm start` in a process of its own, once it serves. */
export async function startServer(root: string): Promise<{ site: string; close: () => Promise<void> }> {
  const port = await freePort();
  const args = [join(PROJECT, "src/cli/serve.ts"), "--root", root, "--port", String(port)];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => child.kill();
  process.once("exit", stop);
  let printed = "";
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const keep = (data: Buffer) => {
    printed = (printed + data.toString()).slice(-4_000);
    if (printed.includes("Serving at")) resolve();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<void>((end) => {
    child.once("close", () => {
      reject(new CommandFailed(`npm start ended\n${printed.trim()}`));
      end();
    });
  });
  const late = setTimeout(
    () => reject(new CommandFailed(`npm start is not ready\n${printed.trim()}`)),
    READY_MS,
  );
  const close = async () => {
    process.removeListener("exit", stop);
    child.kill();
    await ended;
  };
  try {
    await ready;
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearTimeout(late);
  }
  return { site: `http://localhost:${port}`, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
