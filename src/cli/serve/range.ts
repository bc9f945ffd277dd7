import { type FileHandle, open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

export interface Part {
  /** Its first and its last byte, from 0. */
  start: number;
  end: number;
}

/**
 * What a `Range` header asks for.
 * @param size of the file, in bytes
 * @returns undefined for what may be answered with the whole file: several parts, and what is no range of bytes
 */
export function readRange(header: string, size: number): Part | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(header) ?? [];
  if (size === 0 || first + last === "") return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : "unsatisfiable";
  }
  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : "unsatisfiable";
}

/**
 * Answers with a file, or the part of it that is asked for, piece by piece: readers may be many and slow.
 * @param range the header that asks for a part, if any
 * @throws when the file is gone
 */
export async function sendFile(
  file: string,
  range: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const part = range === undefined ? undefined : readRange(range, size);
    if (part === "unsatisfiable") response.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    else await send(opened, part, size, response);
  } finally {
    await opened.close();
  }
}

async function send(file: FileHandle, part: Part | undefined, size: number, response: ServerResponse) {
  const { start, end } = part ?? { start: 0, end: size - 1 };
  response.writeHead(part ? 206 : 200, {
    ...(part ? { "Content-Range": `bytes ${start}-${end}/${size}` } : {}),
    "Content-Length": end - start + 1,
  });
  if (size === 0 || response.req.method === "HEAD") response.end();
  // A player often goes away before the end.
  else await pipeline(file.createReadStream({ start, end, autoClose: false }), response).catch(() => {});
}
