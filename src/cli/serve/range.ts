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
 * Answers with the part of a file that is asked for.
 * @returns whether it did; the whole file is to be sent when not
 * @throws when the file is gone
 */
export async function sendRange(file: string, header: string, response: ServerResponse): Promise<boolean> {
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const part = readRange(header, size);
    if (part === undefined) return false;
    if (part === "unsatisfiable") response.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    else await sendPart(opened, part, size, response);
    return true;
  } finally {
    await opened.close();
  }
}

async function sendPart(file: FileHandle, { start, end }: Part, size: number, response: ServerResponse) {
  response.writeHead(206, {
    "Content-Range": `bytes ${start}-${end}/${size}`,
    "Content-Length": end - start + 1,
  });
  // A player often goes away before the end.
  await pipeline(file.createReadStream({ start, end, autoClose: false }), response).catch(() => {});
}
