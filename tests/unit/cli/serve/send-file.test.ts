import { once } from "node:events";
import { truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendFile } from "../../../../src/cli/serve/range.ts";
import { temporaryFolder } from "../../../support/fixture.ts";

const MEGABYTE = 1024 ** 2;
const file = join(temporaryFolder(), "film.mp4");
const server = createServer((request, response) => sendFile(file, request.headers.range, response));

beforeAll(async () => {
  writeFileSync(file, "");
  truncateSync(file, 50 * MEGABYTE);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Asks for the file, reads how the answer begins, and then nothing more. */
async function askAndWait(): Promise<Socket> {
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "readable");
  return socket;
}

it("does not hold a file in memory for readers who do not read on", async () => {
  const before = process.memoryUsage().external;
  const sockets = await Promise.all(Array.from({ length: 20 }, askAndWait));
  expect(process.memoryUsage().external - before).toBeLessThan(50 * MEGABYTE);
  for (const socket of sockets) socket.destroy();
});
