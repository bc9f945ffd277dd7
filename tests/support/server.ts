import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a built site as a static host does: the headers of its `_headers` file on every answer, and 404.html for what is
 * not there.
 */
export async function serveSite(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const headers = headersOf(folder);
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const exists = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    const shown = exists ? file : join(folder, "404.html");
    response.writeHead(exists ? 200 : 404, {
      ...headers,
      "Content-Type": TYPES[extname(shown)] ?? "application/octet-stream",
    });
    createReadStream(shown).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The headers that `_headers` sets for every path. */
function headersOf(folder: string): Record<string, string> {
  const [first = ""] = readFileSync(join(folder, "_headers"), "utf8").split("\n\n");
  return Object.fromEntries(
    first
      .split("\n")
      .slice(1)
      .filter((line) => line.includes(": "))
      .map((line) => {
        const [name = "", ...value] = line.trim().split(": ");
        return [name, value.join(": ")];
      }),
  );
}
